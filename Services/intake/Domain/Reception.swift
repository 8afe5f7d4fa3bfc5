public import Contracts
public import Vocabulary

/// What was answered to one event: the proof for its sender, for ever.
public struct Reception: Sendable, Hashable {
  /// An event by its sender and the identifier that the sender gave it.
  public struct ID: Sendable, Hashable, Comparable {
    /// The broker account of the sender.
    public let sender: String
    /// The identifier of the event.
    public let event: String

    /// An identifier made of its parts.
    public init(sender: String, event: String) {
      self.sender = sender
      self.event = event
    }

    /// By sender, then by event.
    public static func < (left: ID, right: ID) -> Bool {
      (left.sender, left.event) < (right.sender, right.event)
    }
  }

  /// The event.
  public let id: ID
  /// Its type, as received.
  public let type: String
  /// What became of it.
  public let status: Receipt.Status
  /// The machine code of the answer.
  public let code: String
  /// The dossier, when the event reached one.
  public let household: HouseholdID?
  /// The day of the first reception.
  public internal(set) var receivedOn: Day

  /// A reception made of its parts.
  public init(
    id: ID, type: String, status: Receipt.Status, code: String, household: HouseholdID?,
    receivedOn: Day
  ) {
    self.id = id
    self.type = type
    self.status = status
    self.code = code
    self.household = household
    self.receivedOn = receivedOn
  }
}
