public import Contracts
public import Vocabulary

// Whether an event is one that came before. CloudEvents: source and id name one event of a sender.
// The digest of its content tells a copy from another event that bears its name by mistake.
extension IntakeHandler {
  /// What makes a partner's event the same event: its identifier, and a digest of where it comes
  /// from, whom it is about and what it says, however its JSON is written.
  ///
  /// - Parameter json: Its payload, where it is JSON.
  func identity(of message: Message, saying json: JSONValue?) -> String {
    guard message.sender != nil, message.source != Self.deadlines else { return message.id }
    let said = json?.canonical
    let text = [
      message.origin ?? "", message.type, message.household?.description ?? "",
      said ?? String(decoding: message.data, as: UTF8.self),
    ].joined(separator: "\u{1F}")
    return message.id + "~" + digest(text).prefix(Message.identityDigits)
  }

  /// The answer to an event whose name was answered before; `nil` where it is to be decided: the
  /// name has not served yet.
  func answerAgain(_ answer: ReceiptBuilder, _ first: Reception) throws -> Decision? {
    guard first.isUsedUp else { return nil }
    // What was set aside comes back, but meanwhile its sender mended and sent it again.
    if case .released = answer.message.attempt { return Decision() }
    guard first.isOf(answer.storableType, answer.digest) else {
      return Decision(outgoing: [try answer.conflicts(with: first)])
    }
    return Decision(outgoing: [try answer.duplicate(of: first)])
  }

  /// Answers an event that ends in quarantine: by its envelope alone, for nothing else may be
  /// sound.
  ///
  /// - Parameter reference: What its sender quotes when asking about it.
  public func answerQuarantined(
    _ message: Message, reference: String, on day: Day
  ) -> [Outgoing] {
    guard let sender = message.sender, !sender.isEmpty else { return [] }
    let answer = ReceiptBuilder(message: message, sender: sender, day: day)
    return (try? answer.setAside(reference)).map { [$0] } ?? []
  }

  /// What is kept of that answer: the name has not served, and the first day counts once the event
  /// is released or comes again.
  public func quarantined(_ message: Message, on day: Day) -> Reception? {
    guard let sender = message.sender, !sender.isEmpty else { return nil }
    return ReceiptBuilder(message: message, sender: sender, day: day)
      .reception(.setAside, nil)
  }

  // MARK: - Dossiers

  /// The identifier of the dossier that an event opens: derived from the smallest of the keys of
  /// its persons at their address, which every first signal of a household tells, so that whichever
  /// comes first gives the same. Two signals of a couple, of which one names one tenant and the
  /// other both, may still give two, where the second tenant's key is the smaller: nothing that
  /// both events tell could decide otherwise. Where another household has it (the same name at
  /// another door of the house), the event gives the identifier.
  func newHousehold(
    _ references: References, _ answer: ReceiptBuilder, _ register: Register
  ) -> HouseholdID {
    if let usual = candidate(references), register.dossiers[usual] == nil { return usual }
    return identify("evenement\n" + answer.reception.name)
  }

  func candidate(_ references: References) -> HouseholdID? {
    references.people.min().map { identify("menage\n" + $0.value) }
  }
}

extension Reception {
  /// The day that this first reception leaves to a later one of the same name, which is decided
  /// anew. The proof of a saisine keeps its day where only Amont was at fault, or an operator
  /// released what was set aside; a partner who mends his own mistake is received on the day on
  /// which he does.
  func dayKept(for answer: ReceiptBuilder) -> Day? {
    switch answer.message.attempt {
    case .released: return receivedOn
    case .first, .again:
      return code == Receipt.Code.setAside.word && isOf(answer.storableType, answer.digest)
        ? receivedOn : nil
    }
  }
}
