/// A date of birth, as exact as the act gives it: a day, a month, or a year alone.
///
/// Written as the civil registers write it, `YYYY-MM-DD` with `00` for what nobody knows:
/// `1992-11-00`, `1980-00-00`.
public enum BirthDate: Hashable, Sendable {
  case day(Day)
  /// The month is known, of 1 to 12.
  case month(year: Int, month: Int)
  /// The year alone is known.
  case year(Int)

  /// The date that the text says, or `nil` for any other text: a month is never left out
  /// before a day, and 30 February is no date.
  public init?(_ text: some StringProtocol) {
    if let day = Day(text) {
      self = .day(day)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else { return nil }
    func start(_ count: Int, _ rest: String) -> Day? {
      Day(String(decoding: bytes.prefix(count), as: UTF8.self) + rest)
    }
    if bytes[4...].elementsEqual("-00-00".utf8), let first = start(4, "-01-01") {
      self = .year(first.components.year)
    } else if bytes[7...].elementsEqual("-00".utf8), let first = start(7, "-01") {
      self = .month(year: first.components.year, month: first.components.month)
    } else {
      return nil
    }
  }

  /// The first day that it may be.
  public var first: Day {
    switch self {
    case .day(let day): day
    case .month(let year, let month): Day(year: year, month: month, day: 1) ?? Day(ordinal: 0)
    case .year(let year): Day(year: year, month: 1, day: 1) ?? Day(ordinal: 0)
    }
  }

  /// Whether it is the first or the last day of a year: what registers write when they know the
  /// year alone. Of such a day the year is believed, and the rest proves nothing.
  public var isDefault: Bool {
    guard case .day(let day) = self else { return false }
    let (_, month, number) = day.components
    return (month, number) == (1, 1) || (month, number) == (12, 31)
  }

  /// Whether both may be the birth of one person: what both say for sure is the same.
  public func fits(_ other: BirthDate) -> Bool {
    let (mine, theirs) = (known, other.known)
    return mine.year == theirs.year
      && (mine.month == nil || theirs.month == nil || mine.month == theirs.month)
      && (mine.day == nil || theirs.day == nil || mine.day == theirs.day)
  }

  /// Whether it says more than the other one, so that it takes its place where both fit.
  public func isMoreExact(than other: BirthDate) -> Bool { exactness > other.exactness }

  private var known: (year: Int, month: Int?, day: Int?) {
    switch self {
    case .day(let day):
      let (year, month, number) = day.components
      return isDefault ? (year, nil, nil) : (year, month, number)
    case .month(let year, let month): return (year, month, nil)
    case .year(let year): return (year, nil, nil)
    }
  }

  /// A default day stands above the year that it stands for, and below any month.
  private var exactness: Int {
    switch self {
    case .year: 0
    case .day: isDefault ? 1 : 3
    case .month: 2
    }
  }
}

extension BirthDate {
  /// The date as `YYYY-MM-DD`, with `00` for what is not known.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .month: first.description.prefix(7) + "-00"
    case .year: first.description.prefix(4) + "-00-00"
    }
  }
}

extension BirthDate: WrittenAsText {
  /// What another text is told not to be.
  public static var form: String { "a date of the form YYYY-MM-DD" }
}
