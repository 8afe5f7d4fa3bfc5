import Contracts
import Vocabulary

/// What had no effect as its dossier was decided: a message that was applied once and cannot be in
/// the new order, or the end of a delay on which nothing can be decided. Whoever is on call must
/// see it.
struct SkippedMessage: Sendable, Hashable {
  let message: Message
  /// Why: a code and a place, never a value from the message.
  let reason: String

  /// What such a reason begins with in quarantine: releasing the row decides the message again.
  static let prefix = "recalcul : "

  init(_ message: Message, because reason: String) {
    self.message = message
    self.reason = Self.prefix + reason
  }
}

/// What a batch passed over, and the dossiers that it decided again from their first message.
public struct ReplayReport: Sendable {
  var passedOver: [SkippedMessage] = []
  /// What was passed over before in these, and is no more, needs nobody any more.
  var decidedAgain: [HouseholdID] = []

  /// Nothing.
  public init() {}
}

extension Verdict {
  /// Of a message that the participant does not understand.
  init(refusedBy error: any Error) {
    let place = (error as? DecodingError).map { "payload illisible: " + $0.place }
    self = .quarantined(reason: place ?? "payload refusé")
  }
}
