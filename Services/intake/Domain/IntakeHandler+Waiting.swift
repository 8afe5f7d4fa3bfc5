import Contracts
import LegalCalendar
import Vocabulary

// Partners do not wait for each other: an instalment may be told before the commandement. What
// comes before its dossier is kept, and taken in with the signal that opens it, as if it came right
// behind.
extension IntakeHandler {
  /// The kind of the deadline that ends the wait of an event.
  static let waitingEnd = "evenement-en-attente"
  /// Events that one sender may have waiting: the bound on what one account can make intake keep.
  static let mostWaiting = 5_000
  private static let waitingArticle = "Charte de prévention de l'expulsion"
  /// Events that wait for one another's references, taken in behind one message: each brings a
  /// reference that the next one gives.
  private static let longestChainOfReferences = 16

  /// Keeps an event whose dossier is not open yet.
  ///
  /// - Throws: `Refusal.tooManyWaiting` when its sender has too many.
  func wait(
    _ submission: Submission, naming references: References, _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    guard register.waiting(from: answer.reception.sender) < Self.mostWaiting else {
      throw Refusal.tooManyWaiting
    }
    let deadline = try endOfWait(from: answer.receivedOn)
    let event = WaitingEvent(
      id: answer.reception,
      ticket: identify("attente\n" + answer.reception.name),
      kind: submission.event.kind, receivedOn: answer.day, actOn: submission.occurredOn,
      menage: submission.menage, body: String(decoding: answer.message.data, as: UTF8.self),
      keys: references.recognising)
    register.keep(event)
    register.keep(answer.reception(.waiting, nil))
    return Decision(
      outgoing: [try answer.waits(until: deadline.due)],
      deadlines: [
        .arm(
          kind: Self.waitingEnd, deadline: deadline, firesOn: deadline.firstLawfulDay,
          household: event.ticket)
      ])
  }

  /// Takes in what waited for a dossier to have one of the keys given since, in the order of the
  /// acts. What is taken in may itself give keys that others waited for.
  func admitWaiting(
    since known: Int, on day: Day, _ register: inout Register
  ) throws -> Decision {
    var decision = Decision()
    var known = known
    for _ in 0..<Self.longestChainOfReferences where known < register.given.count {
      let events = register.waiting(naming: Set(register.given[known...]))
      known = register.given.count
      for event in events {
        if let admitted = try admit(event, on: day, &register) { decision += admitted }
      }
    }
    return decision
  }

  /// Takes one event in, if its dossier is open now.
  func admit(
    _ event: WaitingEvent, on day: Day, _ register: inout Register
  ) throws -> Decision? {
    var answer = ReceiptBuilder(waiting: event, day: day)
    do {
      let kind = try authorise(event.message, from: event.id.sender)
      let submission = try submission(
        kind.event, of: read(event.message), on: event.receivedOn, known: event.menage)
      answer.warnings = submission.warnings
      let recognised = try recognise(submission, answer, register)
      guard !recognised.isEarly else { return nil }
      guard recognised.contradictions.isEmpty else {
        // Nothing new for one that is held already.
        return event.hold == nil
          ? try hold(submission, as: recognised, answer, &register) : nil
      }
      register.release(event)
      var decision = try accept(submission, from: kind.partner, as: recognised, answer, &register)
      decision.deadlines += Self.disarm(event)
      return decision
    } catch Refusal.relationContradicted {
      return try refuse(event, .relationContradicted, on: day, &register)
    } catch is Refusal {
      // It may be told apart later; the end of its delay answers it in any case.
      return nil
    }
  }

  /// The delay of a waiting event has passed: its sender hears that no dossier was opened.
  func endWaiting(
    _ ticket: HouseholdID, on day: Day, _ register: inout Register
  ) throws -> Decision {
    guard let event = register.waiting(ticket: ticket), event.hold == nil else {
      // It was taken in meanwhile, or a commission looks at it.
      return Decision()
    }
    if let admitted = try admit(event, on: day, &register) { return admitted }
    return try refuse(event, .neverOpened, on: day, &register)
  }

  /// Lets an event wait no longer, and tells its sender why.
  func refuse(
    _ event: WaitingEvent, _ refusal: Refusal, on day: Day, _ register: inout Register
  ) throws -> Decision {
    register.release(event)
    let answer = ReceiptBuilder(waiting: event, day: day)
    register.keep(answer.reception(.refuse, refusal.code, nil))
    return Decision(outgoing: [try answer.refused(refusal)], deadlines: Self.disarm(event))
  }

  /// When an event that was received on that day has waited long enough.
  func endOfWait(from day: Day) throws -> Deadline {
    try calendar.deadline(
      origin: day, delay: .days(charters[day].waitingDays), rule: "ATTENTE.dossier",
      article: Self.waitingArticle)
  }

  /// What an event is no longer watched by.
  static func disarm(_ event: WaitingEvent) -> [DeadlineChange] {
    [.disarm(kind: event.hold == nil ? waitingEnd : examinationEnd, household: event.ticket)]
  }

  /// Replaces an event that waits, or takes it back.
  func rectify(
    _ event: WaitingEvent, by correction: Rectification, _ answer: ReceiptBuilder,
    _ register: inout Register
  ) throws -> Decision {
    guard event.kind.rawValue == correction.type else { throw Refusal.eventOfOtherType }
    let old = ReceiptBuilder(waiting: event, day: answer.day)
    guard let text = correction.donnees else {
      register.release(event)
      register.keep(old.reception(.withdrawn, nil))
      register.keep(answer.reception(.rectified, nil))
      return Decision(
        outgoing: [
          try answer.done(
            "Rectification faite : l'événement, qui attendait son dossier, est retiré.", nil)
        ], deadlines: Self.disarm(event))
    }
    let (right, warnings) = try corrected(event, text)
    var answer = answer
    answer.warnings += warnings
    register.keep(right)
    register.keep(answer.reception(.rectified, nil))
    var decision = Decision(
      outgoing: [
        try answer.done(
          "Rectification faite : l'événement, qui attend son dossier, est remplacé.", nil)
      ])
    if event.hold != nil { decision.deadlines += Self.disarm(event) }
    if let admitted = try admit(right, on: answer.day, &register) {
      decision += admitted
    } else if event.hold != nil {
      // Nobody need look any more: it waits as any other.
      let deadline = try endOfWait(from: event.receivedOn)
      decision.deadlines.append(
        .arm(
          kind: Self.waitingEnd, deadline: deadline, firesOn: deadline.firstLawfulDay,
          household: event.ticket))
    }
    return decision
  }

  private func corrected(
    _ event: WaitingEvent, _ text: String
  ) throws(Refusal) -> (event: WaitingEvent, warnings: [Receipt.Warning]) {
    let message = Message(
      id: event.id.event, source: "partner/" + event.id.sender, type: event.kind.type,
      occurredOn: event.receivedOn, data: Array(text.utf8))
    let submission = try submission(
      event.kind, of: read(message), on: event.receivedOn, known: event.menage,
      within: Self.insideRectification)
    let keys = references(of: submission.menage).recognising
    guard !keys.isEmpty else { throw .dossierUnknown }
    let right = WaitingEvent(
      id: event.id, ticket: event.ticket, kind: event.kind, receivedOn: event.receivedOn,
      actOn: submission.occurredOn, menage: submission.menage, body: text, keys: keys)
    return (right, submission.warnings)
  }
}

extension ReceiptBuilder {
  init(waiting event: WaitingEvent, day: Day) {
    self.init(
      message: event.message, sender: event.id.sender, day: day, waitedSince: event.receivedOn)
    wasHeld = event.hold != nil
  }
}
