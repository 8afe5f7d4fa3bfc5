import Contracts
import LegalCalendar
import Vocabulary

// A reference leads to a dossier, and persons or address are not that dossier's: an étude used its
// number again, a lease number was mistyped. Joining would show one household's debt to another's
// partners, so the event is held apart until a commission joins or parts it, under its ticket:
// `dossier.fusion` and `dossier.separation` name it as they name a dossier, which it may become.
extension IntakeHandler {
  /// The kind of the deadline by which a held event is looked at.
  static let examinationEnd = "evenement-en-examen"
  private static let examinationArticle = "Charte de prévention de l'expulsion"

  /// Holds an event, and asks the commission of the dossier that contradicts it.
  func hold(
    _ submission: Submission, as recognised: Recognised, _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    let known = register.waiting[answer.reception]
    guard known != nil || register.waiting(from: answer.reception.sender) < Self.mostWaiting
    else { throw Refusal.tooManyWaiting }
    guard let found = recognised.match.dossier,
      let dossier = register.view(of: register.root(of: found.household))
    else { throw Refusal.dossierUnknown }
    let deadline = try endOfExamination(of: submission.event.kind, from: answer.day)
    let event = WaitingEvent(
      id: answer.reception, ticket: identify("attente\n" + answer.reception.name),
      kind: submission.event.kind, receivedOn: answer.receivedOn, actOn: submission.occurredOn,
      menage: submission.menage, body: String(decoding: answer.message.data, as: UTF8.self),
      keys: recognised.references.recognising,
      hold: .init(dossier: dossier.household, contradictions: recognised.contradictions))
    register.keep(event)
    register.keep(answer.reception(.held, nil))
    let notice = try toCommission(
      .referenceContredite, dossier,
      "Un événement (\(event.kind.rawValue)) désigne ce dossier par une référence, mais indique "
        + "d'autres locataires ou une autre adresse : il est gardé à part. Comparez, puis publiez avant "
        + "l'échéance dossier.fusion (autre : la référence jointe) s'il est de ce ménage, "
        + "dossier.separation s'il n'en est pas.", Self.examinationArticle, due: deadline.due,
      other: event.ticket, on: answer.day)
    return Decision(
      outgoing: [try answer.held(until: deadline.due), notice],
      deadlines: (known.map(Self.disarm) ?? []) + [Self.arm(deadline, event)])
  }

  /// A commission found that a held event is of the dossier.
  func join(
    _ event: WaitingEvent, to dossier: Dossier, by merger: DossierFusion, _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    let root = dossier.household
    let (submission, partner, own) = try reread(event, on: answer.day)
    let recognised = try recognise(submission, own, register)
    guard recognised.match.dossier.map({ register.root(of: $0.household) }) == root else {
      throw Refusal.mergerImpossible
    }
    register.release(event)
    keep(.fusion, event, root, merger, answer, &register)
    var decision = Decision(
      outgoing: [
        try answer.done(
          "Fusion faite : l'événement gardé pour examen est versé au dossier.", root)
      ], deadlines: Self.disarm(event))
    decision += try accept(
      submission, from: partner, as: recognised, own, isDecided: true, &register)
    return decision
  }

  /// A commission found that a held event is not of the dossier.
  func part(
    _ event: WaitingEvent, from dossier: Dossier, by parting: DossierFusion,
    _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    keep(.separation, event, dossier.household, parting, answer, &register)
    var decision = Decision(
      outgoing: [
        try answer.done(
          "Séparation faite : l'événement gardé pour examen n'est pas versé à ce dossier.",
          dossier.household)
      ])
    decision += try settleApart(event, movesReferences: true, on: answer.day, &register)
    return decision
  }

  /// Nobody decided in time: a first signal opens a dossier of its own, for its delays run; of any
  /// other the commission is reminded once, and then its sender is refused.
  func endExamination(
    _ ticket: HouseholdID, on day: Day, _ register: inout Register
  ) throws -> Decision {
    guard let event = register.waiting(ticket: ticket), let hold = event.hold else {
      return Decision()
    }
    if let admitted = try admit(event, on: day, &register) { return admitted }
    if event.kind.opensDossier {
      return try settleApart(event, movesReferences: false, on: day, &register)
    }
    let end = try endOfWait(from: event.receivedOn)
    guard day < end.firstLawfulDay, let dossier = register.view(of: register.root(of: hold.dossier))
    else { return try refuse(event, .referenceContradicted, on: day, &register) }
    return Decision(
      outgoing: [
        try toCommission(
          .examenEnRetard, dossier,
          "Un événement gardé à part de ce dossier n'a pas été examiné : sans dossier.fusion ni "
            + "dossier.separation (autre : la référence jointe) avant l'échéance, il est refusé à son "
            + "expéditeur.", Self.examinationArticle, due: end.due, other: event.ticket, on: day)
      ], deadlines: [Self.arm(end, event)])
  }

  // MARK: - Apart

  /// Takes a held event in apart from the dossier that contradicts it: into another one that it
  /// names, or its own, which keeps the ticket as its identifier. Where neither can be, its sender
  /// is refused.
  ///
  /// - Parameter movesReferences: Whether a reference that the sender gives itself is from now on
  ///   the new dossier's: he used it again. Any other stays where it was: he mistook it.
  private func settleApart(
    _ event: WaitingEvent, movesReferences: Bool, on day: Day, _ register: inout Register
  ) throws -> Decision {
    guard let hold = event.hold else { return Decision() }
    let other = register.root(of: hold.dossier)
    do {
      let (submission, partner, own) = try reread(event, on: day)
      let recognised = try recognise(submission, own, register, apartFrom: other)
      guard !recognised.isEarly, recognised.contradictions.isEmpty else {
        throw Refusal.referenceContradicted
      }
      if movesReferences {
        for key in recognised.references.strong where partner.gives(key.kind) {
          for holder in register.holders(of: key) { register.take([key], from: holder.household) }
        }
      }
      var decision = try accept(
        submission, from: partner, as: recognised, own, opening: event.ticket, &register)
      register.release(event)
      let home = recognised.match.dossier?.household ?? event.ticket
      register.keep([
        Doubt(household: home, other: other, reason: .referenceContredite, openedOn: day)
      ])
      decision.deadlines += Self.disarm(event)
      return decision
    } catch is Refusal {
      return try refuse(event, .referenceContradicted, on: day, &register)
    }
  }

  private func reread(
    _ event: WaitingEvent, on day: Day
  ) throws(Refusal) -> (Submission, PartnerKind, ReceiptBuilder) {
    let kind = try authorise(event.message, from: event.id.sender)
    let submission = try submission(
      kind.event, of: read(event.message), on: event.receivedOn, known: event.menage)
    return (submission, kind.partner, ReceiptBuilder(waiting: event, day: day))
  }

  private func keep(
    _ action: FusionLine.Action, _ event: WaitingEvent, _ root: HouseholdID,
    _ decided: DossierFusion,
    _ answer: ReceiptBuilder, _ register: inout Register
  ) {
    register.keep(
      FusionLine(
        action: action, household: root, other: event.ticket, event: answer.reception,
        day: answer.day, because: decided.motif, agent: decided.agent))
    register.keep(answer.reception(.accepted, root))
  }

  /// Until when a commission may look first. Nothing is held for longer than what waits.
  private func endOfExamination(of kind: EventKind, from day: Day) throws -> Deadline {
    let charter = charters[day]
    let days =
      kind.opensDossier ? charter.examinationDays : charter.examinationReminderDays
    return try calendar.deadline(
      origin: day, delay: .days(min(days, charter.waitingDays)),
      rule: "EXAMEN.reference", article: Self.examinationArticle)
  }

  private static func arm(_ deadline: Deadline, _ event: WaitingEvent) -> DeadlineChange {
    .arm(
      kind: examinationEnd, deadline: deadline, firesOn: deadline.firstLawfulDay,
      household: event.ticket)
  }
}

extension Register {
  /// The event of that ticket, held apart from a dossier or from one that is joined to it.
  func held(_ ticket: HouseholdID, from root: HouseholdID) -> WaitingEvent? {
    guard let event = waiting(ticket: ticket), let hold = event.hold,
      self.root(of: hold.dossier) == root
    else { return nil }
    return event
  }

  /// What of an event the dossier contradicts to which a reference led, and neither its persons at
  /// their address did.
  func contradictions(
    to submission: Submission, as match: Match, _ references: References, home: Dossier
  ) -> [Contradiction] {
    let root = root(of: home.household)
    guard match.isByReference, submission.event.kind.mayBeHeld,
      !evidence(references, of: root).people, let dossier = view(of: root)
    else { return [] }
    return dossier.contradictions(
      with: submission.menage, tellsRemoval: submission.event.tellsRemoval)
  }
}
