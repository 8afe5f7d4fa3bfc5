public import Contracts
public import LegalCalendar
public import Vocabulary

/// The desk to which every partner's event comes: it reads, recognises, answers and forwards.
///
/// Whatever the bytes, a message of a known sender gets exactly one receipt; one that came before
/// its dossier gets a second one when that is open, or its delay has passed.
public struct IntakeHandler: Sendable {
  /// Who may publish.
  public let partners: PartnerDirectory
  public let territory: Territory
  /// How courts, caisses and études are written there.
  public let lists: CodeLists
  /// How the département counts days.
  public let calendar: LegalCalendar
  /// What the département decides for itself; a dossier keeps what held on the day of its opening.
  public let charters: ByVersion<IntakeCharter>
  let digest: @Sendable (String) -> String
  let identify: @Sendable (String) -> HouseholdID

  /// A desk.
  ///
  /// - Parameters:
  ///   - partners: Who may publish.
  ///   - territory: The département.
  ///   - lists: How courts, caisses and études are written there.
  ///   - calendar: How it counts days.
  ///   - charters: What it decides for itself.
  ///   - digest: A one-way digest, for the keys that say something of a person.
  ///   - identify: Derives a dossier's identifier from the event that opens it, so that the same
  ///     input always gives the same dossiers.
  public init(
    partners: PartnerDirectory, territory: Territory, lists: CodeLists = CodeLists(),
    calendar: LegalCalendar = .metropole,
    charters: ByVersion<IntakeCharter> = ByVersion(always: IntakeCharter()),
    digest: @escaping @Sendable (String) -> String,
    identify: @escaping @Sendable (String) -> HouseholdID
  ) {
    self.partners = partners
    self.territory = territory
    self.lists = lists
    self.calendar = calendar
    self.charters = charters
    self.digest = digest
    self.identify = identify
  }

  /// By this it is known again which key made the digests.
  public var digestCheck: String { digest("") }

  /// Decides one message.
  public func decide(
    _ event: IncomingEvent, on day: Day, in register: inout Register
  ) -> Decision {
    let message = event.message
    if message.source == Self.deadlines { return expire(message, on: day, &register) }
    guard let sender = message.sender, !sender.isEmpty else {
      return .quarantine(Refusal.envelope(message.defect ?? .unknownSender).code)
    }
    var answer = ReceiptBuilder(message: message, sender: sender, day: day)
    do {
      if message.defect == nil, let first = register.reception(of: answer.reception) {
        if let again = try answerAgain(answer, first) { return again }
        answer.firstReceived = first.dayKept(for: answer)
      }
      let kind = try authorise(message, from: sender)
      let submission = try submission(kind.event, of: event, on: day)
      answer.warnings = submission.warnings
      let known = register.given.count
      var decision = try carryOut(submission, from: kind.partner, answer, &register)
      decision += try admitWaiting(since: known, on: day, &register)
      register.note(decision.outgoing, chainID: answer.chainID)
      return decision
    } catch let refusal as Refusal {
      return refuse(refusal, answer, &register)
    } catch {
      return .quarantine("reponse impossible")
    }
  }

  /// Where intake's own deadlines come from: no partner can speak under that name.
  static let deadlines = ServiceName.intake.source + "/deadlines"

  /// Answers a copy of an event that was received before: with what was answered then, or anew
  /// where that was a refusal. The clock may have moved on, and its dossier be open by now.
  public func answerDuplicate(
    _ event: IncomingEvent, on day: Day, in register: inout Register
  ) -> Decision {
    guard let sender = event.message.sender, !sender.isEmpty else { return Decision() }
    return decide(event, on: day, in: &register)
  }

  // MARK: - Reading

  func references(of menage: Identification) -> References {
    References(menage, territory: territory, lists: lists, digest: digest)
  }

  /// Reads and checks an event by the tables of the département.
  ///
  /// - Throws: `Refusal` with everything that is wrong.
  func submission(
    _ kind: EventKind, of event: IncomingEvent, on day: Day, known: Identification? = nil,
    within base: [JSONPointer.Step] = []
  ) throws(Refusal) -> Submission {
    try Submission(
      kind, of: event, on: day, at: territory, lists, known: known, within: base)
  }

  func assessment(of dossier: Dossier) -> Assessment {
    Assessment(calendar: calendar, charter: charters[dossier.openedOn])
  }

  /// Where a dwelling lies, and who follows a dossier that was opened on that day.
  func placement(
    of dwelling: Dwelling?, on day: Day, openedOn opened: Day
  ) -> Territory.Placement? {
    dwelling.map { territory.placement(of: $0.insee, on: day, by: charters[opened].commissions) }
  }

  func authorise(
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

  /// What intake itself carries out, or what it passes on.
  private func carryOut(
    _ submission: Submission, from partner: PartnerKind, _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    guard mayAnswer(submission.event, answer.sender, partner) else {
      throw Refusal.senderNotAllowed
    }
    if case .rectification(let correction) = submission.event {
      return try rectify(correction, submission, from: partner, answer, &register)
    }
    let recognised = try recognise(submission, answer, register)
    if case .dossierFusion(let merger) = submission.event {
      return try join(merger, recognised, answer, &register)
    }
    if case .dossierSeparation(let parting) = submission.event {
      return try part(parting, recognised, answer, &register)
    }
    if recognised.isEarly {
      return try wait(submission, naming: recognised.references, answer, &register)
    }
    if !recognised.contradictions.isEmpty {
      return try hold(submission, as: recognised, answer, &register)
    }
    return try accept(submission, from: partner, as: recognised, answer, &register)
  }

  // MARK: - Accepting

  /// - Parameters:
  ///   - own: The identifier of the dossier that it opens, where that is decided already.
  ///   - isDecided: Whether a commission put it into the dossier, whoever sent it.
  func accept(
    _ submission: Submission, from kind: PartnerKind, as recognised: Recognised,
    _ answer: ReceiptBuilder, opening own: HouseholdID? = nil, isDecided: Bool = false,
    _ register: inout Register
  ) throws -> Decision {
    var answer = answer
    let known = recognised.match.dossier
    var home =
      known
      ?? Dossier(
        household: own ?? newHousehold(recognised.references, answer, register),
        openedOn: answer.day)
    let root = home.mergedInto ?? home.household
    let before = known == nil ? nil : register.view(of: root)
    let standing = standing(
      of: answer.sender, kind, submission.event.kind, before, recognised, register)
    if standing.relation == .contradicted, !isDecided { throw Refusal.relationContradicted }
    let doubted = settle(
      standing, of: kind, &home, &answer, recognised.references, before: before, &register)
    let contribution = Contribution(
      id: answer.reception, home: home.household, kind: submission.event.kind, genre: kind,
      receivedOn: answer.receivedOn, place: register.nextPlace, actOn: submission.occurredOn,
      menage: submission.menage, event: submission.event, isParty: standing.isParty)
    home.learn(
      from: contribution, placement: recognised.placement, assessment: assessment(of: home))
    register.keep(home)
    register.keep(contribution)
    let dossier = register.view(of: root) ?? home
    var decision = try tell(contribution, dossier, before: before, recognised, answer)
    if let doubted {
      decision.outgoing.append(try askAboutRelation(doubted, dossier, answer))
    }
    register.give(recognised.references.keys, to: home.household)
    register.keep(
      recognised.match.doubts.map { other, reason in
        Doubt(household: home.household, other: other, reason: reason, openedOn: answer.day)
      })
    register.keep(answer.reception(Self.code(of: recognised.placement), root))
    return decision
  }

  /// The receipt of an accepted event, and what follows from it for the services and the
  /// commission.
  private func tell(
    _ contribution: Contribution, _ dossier: Dossier, before: Dossier?, _ recognised: Recognised,
    _ answer: ReceiptBuilder
  ) throws -> Decision {
    let receipt = try answer.accepted(
      Self.code(of: recognised.placement), dossier.household, isNew: before == nil)
    let onward = try EventForwarder(dossier, before: before, assessment: assessment(of: dossier))
      .messages(contribution)
    let followUp = try followUp(contribution, dossier, before: before, recognised, answer)
    return Decision(
      outgoing: [receipt] + onward + followUp.outgoing, deadlines: followUp.deadlines)
  }

  private static func code(of placement: Territory.Placement?) -> Receipt.Code {
    switch placement {
    case .unknown: .unknownCommune
    case .elsewhere: .otherDepartement
    case .here, nil: .accepted
    }
  }

  private func refuse(
    _ refusal: Refusal, _ answer: ReceiptBuilder, _ register: inout Register
  ) -> Decision {
    guard let receipt = try? answer.refused(refusal) else {
      return .quarantine(refusal.code)
    }
    let now = answer.reception(.refuse, refusal.code, nil)
    let first = register.reception(of: answer.reception)
    // The same refusal of the same event changes nothing: its first day stays.
    let isKnown = first?.code == now.code && first?.isOf(now.type, now.digest) == true
    if first?.isUsedUp != true, !isKnown { register.keep(now) }
    return Decision(
      outgoing: [receipt],
      verdict: refusal.needsOperator ? .quarantined(reason: refusal.code) : .applied)
  }
}
