public import Vocabulary

extension Day {
  /// The day with the same quantième `count` months later (earlier when negative) or, where that
  /// month is too short, its last day (CPC art. 641).
  ///
  /// Returns `nil` outside of the years 1 to 9999.
  public func adding(months count: Int) -> Day? {
    let (year, month, day) = components
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, index >= 0 else { return nil }
    let length = Day.length(ofMonth: index % 12 + 1, year: index / 12)
    return Day(year: index / 12, month: index % 12 + 1, day: min(day, length))
  }

  /// A date written in one of our tables. A table with an impossible date cannot be used at all.
  static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let date = Day(year: year, month: month, day: day) else {
      preconditionFailure("a table of the legal calendar holds a date that does not exist")
    }
    return date
  }
}

extension Weekday {
  /// The name of the weekday in French: `samedi`.
  public var frenchName: String {
    switch self {
    case .monday: "lundi"
    case .tuesday: "mardi"
    case .wednesday: "mercredi"
    case .thursday: "jeudi"
    case .friday: "vendredi"
    case .saturday: "samedi"
    case .sunday: "dimanche"
    }
  }
}
