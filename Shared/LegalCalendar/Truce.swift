public import Vocabulary

/// One winter truce: from its first to its last day, no eviction is carried out (CPCE L412-6).
///
/// It stays the physical eviction only; every delay goes on running.
public struct Truce: Hashable, Sendable {
  /// The first day, included.
  public let start: Day
  /// The last day, included.
  public let end: Day
  /// The text that sets the end, as a French reader cites it.
  public let article: String
  /// How sure the dates are. `Certainty.low` overseas, where no table of the préfet was given.
  public let certainty: Certainty
}

/// The dates of the truce for one or several winters in a row.
public struct TruceRule: Hashable, Sendable {
  /// The winters covered, each named by the year in which it begins.
  public let winters: ClosedRange<Int>
  /// The first day of the truce: a month and a day of the year in which the winter begins.
  public let start: MonthDay
  /// The last day of the truce: a month and a day of the following year.
  public let end: MonthDay
  /// The text that sets the dates.
  public let article: String
  public let certainty: Certainty

  /// A month (1 to 12) and a day that every year has.
  public struct MonthDay: Hashable, Sendable {
    public let month: Int, day: Int

    /// The date, or `nil` where a common year has no such date.
    public init?(month: Int, day: Int) {
      guard Day(year: 2001, month: month, day: day) != nil else { return nil }
      self.init(known: month, day)
    }

    init(known month: Int, _ day: Int) {
      self.month = month
      self.day = day
    }
  }

  /// Dates set by the préfet of an overseas département, or by a new law.
  public init(
    winters: ClosedRange<Int>, start: MonthDay, end: MonthDay, article: String,
    certainty: Certainty
  ) {
    self.winters = winters
    self.start = start
    self.end = end
    self.article = article
    self.certainty = certainty
  }

  func truce(ofWinter year: Int) -> Truce? {
    guard winters.contains(year),
      let first = Day(year: year, month: start.month, day: start.day),
      let last = Day(year: year + 1, month: end.month, day: end.day)
    else { return nil }
    return Truce(start: first, end: last, article: article, certainty: certainty)
  }
}
