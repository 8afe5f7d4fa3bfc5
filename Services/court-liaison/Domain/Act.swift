public import Vocabulary

/// An act of the procedure, as Amont learnt of it. Acts are never removed.
public struct Act: Sendable, Hashable {
  /// The day of the act: the only one that counts for a delay.
  public var date: Day
  /// The day on which Amont received it.
  public var receivedOn: Day
  /// The broker account that sent it.
  public var sender: String
  /// What it says.
  public var content: ActContent
  /// What Amont makes of it.
  public var standing: Standing
  /// The irregularities that were told: once is enough.
  public var told: Set<Irregularity>

  /// What Amont makes of an act.
  public enum Standing: String, CaseIterable, Sendable, Hashable {
    /// It counts.
    case counted
    /// It contradicts another act of the same kind and day: people must say which one is right.
    case contested
    /// It is against the violent spouse whom the family judge evicted (Code civil art. 515-9): the
    /// household's own procedure does not move (CPCE L412-8).
    case apart
  }

  /// An act made of its parts.
  public init(
    date: Day, receivedOn: Day, sender: String, content: ActContent, standing: Standing = .counted,
    told: Set<Irregularity> = []
  ) {
    self.date = date
    self.receivedOn = receivedOn
    self.sender = sender
    self.content = content
    self.standing = standing
    self.told = told
  }
}
