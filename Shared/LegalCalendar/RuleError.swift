public import Vocabulary

/// Why the legal calendar refuses to answer. It never guesses.
public enum RuleError: Error, Hashable, Sendable {
  /// No version of the rule is in force on the day that decides.
  case noVersion(RuleID, Day)
  /// The rule holds no single delay, so it gives no date.
  case notADelay(RuleID)
  /// The day, or the date that the count gives, lies outside of `LegalCalendar.span`.
  case outsideCalendar(Day)
  /// The text is not the code of a département that this calendar knows.
  case unknownDepartement
}

extension RuleError: CustomStringConvertible {
  /// What is wrong and what to do next.
  public var description: String {
    switch self {
    case .noVersion(let id, let day):
      "no version of the rule \(id.rawValue) covers \(day): "
        + "check the date that decides, or add the version to RuleBook"
    case .notADelay(let id):
      "the rule \(id.rawValue) gives no single delay: read its value with RuleBook.rule(_:on:)"
    case .outsideCalendar(let day):
      "\(day) is outside of \(LegalCalendar.span.lowerBound) to \(LegalCalendar.span.upperBound): "
        + "check the date of the act"
    case .unknownDepartement:
      "unknown département: give its INSEE code, such as 35, 2A or 974"
    }
  }
}
