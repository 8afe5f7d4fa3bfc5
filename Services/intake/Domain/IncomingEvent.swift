public import Contracts
public import Vocabulary

/// A message as intake reads it, once, whatever its bytes: what is locked, what is read of the
/// register and what is decided all rest on it.
public struct IncomingEvent: Sendable {
  public var message: Message
  /// The event that its type names; `nil` where it names none that is known, or the envelope is
  /// defective.
  public let kind: EventKind?
  /// The payload, or why it cannot be read.
  let payload: ReadPayload
  /// The household that it names, in its payload or its envelope.
  let menage: Identification?
  /// How that household may be recognised.
  public let references: References?
  /// What it is about besides, for a message that changes the past.
  public let target: Target?
  /// Under what its answer is kept; `nil` where there is nobody to answer.
  public let reception: Reception.ID?
  /// The identifier that its dossier would have, should it open one: whether another household has
  /// it must be read.
  public let candidate: HouseholdID?

  /// Whether it may have to wait for its dossier, or be held, by its type alone.
  public var mayBeKept: Bool { EventKind(type: message.type)?.mayBeHeld ?? false }
}

extension IntakeHandler {
  /// Reads a message.
  public func read(_ message: Message) -> IncomingEvent {
    var message = message
    let json = Result<JSONValue, JSONProblem> { () throws(JSONProblem) in
      try JSONValue.read(message.data)
    }
    message.identity = identity(of: message, saying: try? json.get())
    let kind = message.defect == nil ? EventKind(type: message.type) : nil
    let payload = ReadPayload(json)
    var menage = payload.identification
    if menage != nil, menage?.dossier == nil { menage?.dossier = message.household }
    let references = kind == nil ? nil : menage.map(references(of:))
    return IncomingEvent(
      message: message, kind: kind, payload: payload, menage: menage, references: references,
      target: kind.flatMap { target(of: message, $0, payload) },
      reception: reception(of: message),
      candidate: kind?.opensDossier == true ? references.flatMap(candidate) : nil)
  }

  private func target(of message: Message, _ kind: EventKind, _ payload: ReadPayload) -> Target? {
    guard let sender = message.sender, kind.owners.isEmpty,
      let event = payload.event(kind)
    else { return nil }
    if case .rectification(let correction) = event {
      let menage = correction.donnees.flatMap { ReadPayload(Array($0.utf8)).identification }
      return Target(
        event: Reception.ID(
          sender: ReceiptBuilder.storable(sender),
          event: ReceiptBuilder.storable(correction.evenement),
          source: ReceiptBuilder.storable(correction.source ?? "")),
        dossier: nil, references: menage.map(references(of:)))
    }
    if case .dossierFusion(let body) = event { return .other(body.autre) }
    if case .dossierSeparation(let body) = event { return .other(body.autre) }
    return nil
  }

  private func reception(of message: Message) -> Reception.ID? {
    guard let sender = message.sender, !sender.isEmpty else { return nil }
    return ReceiptBuilder(message: message, sender: sender, day: message.occurredOn).reception
  }
}
