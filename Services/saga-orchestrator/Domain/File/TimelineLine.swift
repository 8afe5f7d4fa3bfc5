public import Contracts
public import Vocabulary

/// One line of a dossier's timeline, in French.
public struct TimelineLine: Hashable, Sendable {
  /// What a line tells of.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case opened, fact, late, phase, order, armed, disarmed, fired, review, closed
  }
  /// Its rank in the dossier, from 1.
  public var entry: Int
  /// The civil day of what it tells.
  public var day: Day
  public var kind: Kind
  /// What happened, by name, for a line that tells of an act or of a deadline that fired.
  public var trigger: Trigger?
  /// One French sentence, without name, address or amount.
  public var text: String
  public var article: String?
  /// Whether creditors and their huissier may never see it (C. consom. L721-3).
  public var isSecret: Bool
  public var message: String

  public init(
    entry: Int, day: Day, kind: Kind, trigger: Trigger?, text: String, article: String?,
    isSecret: Bool, message: String
  ) {
    self.entry = entry
    self.day = day
    self.kind = kind
    self.trigger = trigger
    self.text = text
    self.article = article
    self.isSecret = isSecret
    self.message = message
  }
}

extension Day {
  /// The day as a French reader writes it: `13/11/2017`.
  var frenchText: String {
    let parts = description.split(separator: "-")
    return parts.reversed().joined(separator: "/")
  }
}
