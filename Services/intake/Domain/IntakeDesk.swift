public import Contracts
public import Vocabulary

/// The desk to which every partner's event comes: it reads, recognises, answers and forwards.
///
/// Whatever the bytes, a message of a known sender gets exactly one receipt.
public struct IntakeDesk: Sendable {
  /// Who may publish.
  public let partners: PartnerDirectory
  /// Where the département is, and who follows which commune.
  public let territory: Territory
  private let digest: @Sendable (String) -> String
  private let identify: @Sendable (String) -> HouseholdID

  /// A desk.
  ///
  /// - Parameters:
  ///   - partners: Who may publish.
  ///   - territory: The département.
  ///   - digest: A one-way digest, for the keys that say something of a person.
  ///   - identify: Derives a dossier's identifier from the event that opens it, so that the same
  ///     input always gives the same dossiers.
  public init(
    partners: PartnerDirectory, territory: Territory,
    digest: @escaping @Sendable (String) -> String,
    identify: @escaping @Sendable (String) -> HouseholdID
  ) {
    self.partners = partners
    self.territory = territory
    self.digest = digest
    self.identify = identify
  }

  /// The references in a message, or `nil` where it has none that can be read.
  public func references(of message: Message) -> References? {
    guard message.defect == nil, EventKind(type: message.type) != nil else { return nil }
    return Submission.identification(of: message).map(references(of:))
  }

  /// Under what the answer to a message is kept, or `nil` where there is nobody to answer.
  public func reception(of message: Message) -> Reception.ID? {
    guard let sender = message.sender, !sender.isEmpty else { return nil }
    return Answer(message: message, sender: sender, day: message.occurredOn).reception
  }

  /// Decides one message.
  public func decide(
    _ message: Message, on day: Day, in register: inout Register
  ) -> Decision {
    guard let sender = message.sender, !sender.isEmpty else {
      return .quarantine(Refusal.envelope(message.defect ?? .unknownSender).code)
    }
    let answer = Answer(message: message, sender: sender, day: day)
    do {
      let kind = try authorise(message, from: sender)
      let submission = try Submission(kind.event, of: message, on: day)
      let recognised = try recognise(submission, answer, register)
      return try accept(submission, from: kind.partner, as: recognised, answer, &register)
    } catch let refusal as Refusal {
      return refuse(refusal, answer, &register)
    } catch {
      return .quarantine("reponse impossible")
    }
  }

  /// Answers an event that was received before, with what was answered then.
  public func answerDuplicate(
    _ message: Message, on day: Day, in register: inout Register
  ) -> Decision {
    guard let sender = message.sender, !sender.isEmpty else { return Decision() }
    let answer = Answer(message: message, sender: sender, day: day)
    let first = register.receptions[answer.reception]
    return (try? answer.duplicate(of: first)).map { Decision(outgoing: [$0]) } ?? Decision()
  }

  // MARK: - Reading

  private func references(of menage: Identification) -> References {
    References(menage, territory: territory, digest: digest)
  }

  private func authorise(
    _ message: Message, from sender: String
  ) throws(Refusal) -> (event: EventKind, partner: PartnerKind) {
    if let defect = message.defect { throw .envelope(defect) }
    guard let partner = partners.kind(of: sender) else { throw .senderUnknown }
    guard let event = EventKind(type: message.type) else {
      throw EventKind.isUnknownVersion(message.type) ? .versionUnknown : .typeUnknown
    }
    guard event.senders.contains(partner) else { throw .senderNotAllowed }
    return (event, partner)
  }

  // MARK: - Recognising

  /// What an event is about.
  private struct Recognised {
    let references: References
    let placement: Territory.Placement?
    let match: Match
  }

  private func recognise(
    _ submission: Submission, _ answer: Answer, _ register: Register
  ) throws(Refusal) -> Recognised {
    let menage = submission.menage
    let placement = menage.logement.map {
      territory.placement(of: $0.insee, on: submission.occurredOn)
    }
    if placement == .elsewhere { throw .communeElsewhere }
    let opens = submission.event.kind.opensDossier
    let references = references(of: menage)
    let match = try register.match(references, of: menage, opens: opens)
    if match.dossier == nil {
      guard opens else { throw match.isAmbiguous ? .dossierAmbiguous : .dossierUnknown }
      guard menage.locataires != nil, menage.logement != nil else { throw .firstSignalIncomplete }
    }
    return Recognised(references: references, placement: placement, match: match)
  }

  // MARK: - Accepting

  private func accept(
    _ submission: Submission, from kind: PartnerKind, as recognised: Recognised,
    _ answer: Answer, _ register: inout Register
  ) throws -> Decision {
    let before = recognised.match.dossier
    var dossier =
      before
      ?? Dossier(
        household: identify(answer.sender + "\n" + answer.message.id), openedOn: answer.day)
    dossier.learn(
      from: submission.menage, sender: answer.sender, kind: kind, placement: recognised.placement)
    let code = recognised.placement == .unknown ? Answer.unknownCommune : Answer.accepted
    let receipt = try answer.accepted(code, dossier.household, isNew: before == nil)
    let onward = try Onward(dossier, before: before)
      .messages(submission, from: answer.sender, kind)

    register.keep(dossier)
    register.give(recognised.references.keys, to: dossier.household)
    register.keep(
      recognised.match.doubts.map { other, reason in
        Doubt(household: dossier.household, other: other, reason: reason, openedOn: answer.day)
      })
    register.keep(answer.reception(.accepte, code, dossier.household))
    return Decision(outgoing: [receipt] + onward)
  }

  private func refuse(
    _ refusal: Refusal, _ answer: Answer, _ register: inout Register
  ) -> Decision {
    guard let receipt = try? answer.refused(refusal) else {
      return .quarantine(refusal.code)
    }
    register.keep(answer.reception(.refuse, refusal.code, nil))
    return Decision(
      outgoing: [receipt],
      verdict: refusal.needsOperator ? .quarantined(reason: refusal.code) : .applied)
  }
}
