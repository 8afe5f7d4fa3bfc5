import LegalCalendar
public import Vocabulary

/// The first signal of arrears, and how old they were by then (indicator S1).
public struct FirstSignal: Sendable, Hashable {
  /// The day of the act or of the signal.
  public var on: Day
  /// Months of rent unpaid; where the signal tells none, whole months since the arrears were constituted.
  public var months: Int

  /// A signal made of its parts.
  public init(on day: Day, months: Int) {
    self.on = day
    self.months = months
  }

  /// The most months that are counted between two days.
  private static let mostMonths = 1_200

  /// A signal of arrears that were constituted on a day.
  init(on day: Day, constitutedOn start: Day) {
    on = day
    months =
      (1...Self.mostMonths).prefix { start.adding(months: $0).map { $0 <= day } ?? false }.count
  }
}
