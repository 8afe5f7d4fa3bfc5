import LegalCalendar
import Vocabulary

/// The rule behind a deadline, in the version that was chosen: no deadline is armed without one.
public struct RuleVersion: Hashable, Sendable {
  /// The identifier of the rule, such as `CDP.delai`.
  public var rule: String
  /// Which version: its first day, `origine` for one that is older than the calendar, `acte` for a
  /// day that an act or a judge fixed, or the version of the Charte.
  public var version: String

  public init(rule: String, version: String) {
    self.rule = rule
    self.version = version
  }

  /// A day that an act or a judge fixed.
  static func act(_ rule: String) -> RuleVersion { RuleVersion(rule: rule, version: "acte") }

  /// The version of a rule of law in force on the day that decides.
  init(_ id: RuleID, decidedBy day: Day) throws(RuleError) {
    let rule = try RuleBook.rule(id, on: day)
    self.init(rule: id.rawValue, version: rule.from?.description ?? "origine")
  }
}
