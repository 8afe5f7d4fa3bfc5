/// How reminders of one thing follow each other: each pause is twice the one before, up to
/// `longest`. A reader who has not acted on three reminders does not act on thirty; nothing is
/// forgotten either.
public enum ReminderPace {
  /// The longest pause between two reminders, in days. A first pause that is longer stays as it is.
  public static let longest = 90

  /// The days that a reminder gives.
  ///
  /// - Parameters:
  ///   - first: The pause after the first reminder, in days.
  ///   - count: How many reminders there were before this one.
  public static func days(first: Int, after count: Int) -> Int {
    guard first < longest else { return first }
    var days = max(first, 1)
    for _ in 0..<max(count, 0) where days < longest { days = min(days * 2, longest) }
    return days
  }
}
