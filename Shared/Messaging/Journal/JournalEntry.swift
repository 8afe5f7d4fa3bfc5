import Contracts
import Vocabulary

/// A message that was applied to a dossier, as the journal keeps it.
struct JournalEntry: Sendable, Hashable {
  /// The message.
  let message: Message
  /// The business day on which it was received, or that of the delay from whose end it follows: the
  /// `on` of its decision, for ever.
  let receivedOn: Day
  /// Its place among causes and consequences.
  let chain: CausalPosition

  /// An entry. A message from before there were chains, and a partner's own, is its own root.
  init(_ message: Message, receivedOn day: Day) {
    self.message = message
    receivedOn = day
    chain =
      message.chain
      ?? CausalPosition(
        act: message.type, on: message.occurredOn, id: message.source + "/" + message.id)
  }

  /// Canonical order: by place, then, for two copies of one, by identifier.
  static func precedes(_ left: JournalEntry, _ right: JournalEntry) -> Bool {
    left.chain == right.chain ? left.message.key < right.message.key : left.chain < right.chain
  }
}

/// A deadline as it stands armed.
struct ArmedDeadline: Sendable, Hashable {
  /// The deadline.
  let deadline: Deadline
  /// The day on which it fires.
  let firesOn: Day
}

/// A message that was sent about a dossier and not taken back since.
struct SentMessage: Sendable, Hashable {
  /// Its identifier.
  let id: String
  /// What it says, and to whom.
  let words: Words

  /// What makes two messages the same to their recipient.
  struct Words: Sendable, Hashable {
    let destination: Destination
    let type: String
    let data: String
    /// Its place among causes and consequences: a service decides in that order, and is told again
    /// when it moves. A partner does not see it.
    let place: CausalPosition?

    init(_ outgoing: Outgoing) {
      self.init(
        destination: outgoing.destination, type: outgoing.type, data: outgoing.data,
        place: outgoing.chain)
    }

    init(destination: Destination, type: String, data: String, place: CausalPosition?) {
      self.destination = destination
      self.type = type
      self.data = data
      self.place =
        switch destination {
        case .service: place
        case .kind, .user: nil
        }
    }
  }
}
