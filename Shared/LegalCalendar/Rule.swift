public import Vocabulary

/// One version of one rule: what it says, from when to when, and on what authority.
public struct Rule: Hashable, Sendable {
  public let id: RuleID
  /// The first day of the version; `nil` when it is older than anything this calendar may be asked.
  public let from: Day?
  /// The last day of the version, included; `nil` while it is in force.
  public let through: Day?
  public let value: RuleValue
  /// What the delay runs from (the hearing, for a delay that is counted back).
  public let origin: Milestone
  /// The act whose day selects the version.
  public let scope: Milestone
  /// The text, as a French reader cites it.
  public let article: String
  /// Where the text was read, as `Snn` of the list of sources; the instruction of 2017 is `S75`,
  /// and `LEGI` the State's own base, in the copy whose versions `LegalTexts` holds.
  public let source: String
  public let certainty: Certainty
  /// What a reader must know besides, in French; often empty.
  public let note: String
  /// Why the first or the last day is no day on which a version of the article begins or ends, in
  /// French; empty where it is one.
  public let days: String

  /// Whether the version is in force on that day.
  public func covers(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let through, day > through { return false }
    return true
  }
}
