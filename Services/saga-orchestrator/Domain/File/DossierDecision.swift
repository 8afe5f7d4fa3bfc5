import Contracts
import LegalCalendar
import Vocabulary

/// One message being decided: the dossier as it becomes, and what follows so far.
struct DossierDecision {
  let rules: SagaRules
  let tables: ProcedureTables
  let household: HouseholdID
  let today: Day
  let cause: String
  var dossier: Dossier
  var decision = Decision()
  /// What was asked already in this decision: nothing is asked twice.
  var asked: Set<Order> = []
  /// Whether the lines of this decision tell of a secret.
  var isSecret = false

  mutating func receive(_ message: Message, isNew: Bool) throws {
    // A dossier is as old as the first act that is known of it, whichever came first.
    dossier.openedOn = min(dossier.openedOn, message.occurredOn)
    if message.type == DossierOpened.type {
      try open(try Wire.decode(DossierOpened.self, from: message.data), isNew: isNew)
    } else if message.type == Fact.type {
      let fact = try Wire.decode(Fact.self, from: message.data)
      if isNew { start() }
      try happen(SagaEvent(fact))
    } else if message.type == DeadlineFired.type {
      try fire(try Wire.decode(DeadlineFired.self, from: message.data))
    } else if let forwarded = try ForwardedEvent(message), let signal = Signal(forwarded) {
      if isNew { start() }
      if let what = IndicatorFact.What(forwarded.event) {
        dossier.facts.insert(IndicatorFact(what, on: message.occurredOn))
      }
      switch signal {
      case .event(let event): try happen(event)
      case .note(let day, let text, let article): write(.fact, on: day, text, article)
      }
    } else {
      decision = .quarantine("type inattendu")
    }
    if case .applied = decision.verdict { try armWhatIsMissing() }
  }

  /// Whatever was decided, every track of an open dossier has a deadline: a new one, or the one
  /// that just fired and left its track where it was.
  private mutating func armWhatIsMissing() throws {
    guard !dossier.situation.isClosed else { return }
    for track in Track.allCases where dossier.steps[track] == nil {
      try arm(track, since: today)
    }
  }

  /// Opens a dossier, or learns more of one that an act opened before intake's word came.
  private mutating func open(_ opened: DossierOpened, isNew: Bool) throws {
    dossier.commune = opened.commune ?? dossier.commune
    // An act that names no commune goes to the centrale, and does not take the dossier there.
    if opened.commune != nil || dossier.commune == nil { dossier.commission = opened.commission }
    dossier.landlord = opened.landlord ?? dossier.landlord
    if isNew { start() }
  }

  private mutating func start() {
    write(.opened, on: dossier.openedOn, "Le dossier s'ouvre.", "instruction 1.2")
    // As long as no CQL is known, its two months have not run, on any day.
    dossier.periods[.quitPeriodNotRun] = Period(since: LegalCalendar.span.lowerBound)
  }

  /// Adds a line to the timeline.
  mutating func write(
    _ kind: TimelineLine.Kind, on day: Day, _ text: String, _ article: String?,
    of trigger: Trigger? = nil
  ) {
    dossier.entries += 1
    dossier.newLines.append(
      TimelineLine(
        entry: dossier.entries, day: day, kind: kind, trigger: trigger, text: text,
        article: article, isSecret: isSecret, message: cause))
  }
}

// MARK: - What happens is judged by its own day, and takes effect on the business day

extension DossierDecision {
  mutating func happen(_ event: SagaEvent) throws {
    try keepUpWithTruce()
    isSecret = event.isSecret
    dossier.note(event.trigger, on: event.on)
    write(
      event.isDeadline ? .fired : .fact, on: event.on, event.text, event.article,
      of: event.trigger)
    // Later versions are told everything in the order of acts: nothing comes late to them.
    if tables.olderReadings.contains(.actsComeLate), let reason = lateness(event) {
      write(.late, on: today, reason, nil)
      return
    }
    learnByDays(event)
    let before = dossier.situation
    if before.isClosed, tables.episodes.contains(event.trigger) { forgetDays() }
    try learnDays(event)
    let seen =
      event.trigger == .evictionReported ? circumstances(on: event.on) : nil
    let step = tables.step(before, event.trigger, only: event.track, seen: seen)
    try take(step, from: before, event)
  }

  /// The truce comes and goes by the calendar: the dossier learns of it before anything else.
  mutating func keepUpWithTruce() throws {
    let isTruce = holdsTruce(on: today)
    let before = dossier.situation
    guard isTruce != before.circumstances.contains(.winterTruce) else { return }
    let trigger: Trigger = isTruce ? .truceStarted : .truceEnded
    let text = isTruce ? "La trêve hivernale est en cours." : "La trêve hivernale a pris fin."
    let event = SagaEvent(trigger, on: today, text: text, article: "CPCE L412-6")
    if before.procedure.isExecution { write(.fact, on: today, text, event.article) }
    try take(tables.step(before, trigger), from: before, event)
  }

  /// Why an act changes nothing any more, in French; `nil` where it may.
  private func lateness(_ event: SagaEvent) -> String? {
    let on = event.on
    let days = dossier.days
    let trigger = event.trigger
    if trigger == .evictionReported {
      return days.evictedOn == on ? "Cette expulsion est déjà enregistrée." : nil
    }
    if event.isDeadline { return nil }
    if let closure = dossier.closure, on <= closure.on {
      return "Reçu après la clôture pour un fait antérieur : sans effet."
    }
    let isDebt = trigger == .arrearsReported || trigger == .noticeServed
    if isDebt, let clearedOn = days.clearedOn, on <= clearedOn {
      return "Dette antérieure à l'apurement complet : sans effet."
    }
    guard let hearing = days.hearing else { return nil }
    if trigger == .hearingHeld, on < hearing {
      return "Audience antérieure à celle qui est fixée : sans effet."
    }
    if trigger == .hearingPostponed, (event.hearing ?? hearing) <= hearing {
      return "Renvoi déjà connu : sans effet."
    }
    return nil
  }

  /// What protected the household on a past day: an eviction is lawful or not by its own day, not
  /// by the day on which Amont hears of it.
  func circumstances(on day: Day) -> Circumstances {
    var seen = dossier.situation.circumstances.subtracting(Circumstances.protections)
    for protection in Circumstance.protections where protection != .winterTruce {
      seen.set(protection, to: dossier.periods[protection]?.covers(day) ?? false)
    }
    seen.set(.winterTruce, to: holdsTruce(on: day))
    return seen
  }

  /// Whether the truce protects this household on that day.
  func holdsTruce(on day: Day) -> Bool {
    rules.calendar.truce(on: day) != nil
      && !dossier.situation.circumstances.contains(.truceSetAside)
  }
}

// MARK: - A step: the dossier moves, the services are told, the deadlines follow

extension DossierDecision {
  mutating func take(_ step: Transition, from before: Situation, _ event: SagaEvent) throws {
    let old = dossier
    dossier.situation = step.situation
    keepPeriods(from: before, on: event.on)
    try close(from: before, event)
    for track in Track.allCases {
      guard let basis = step.entered[track] else { continue }
      let left = before.phaseTitle(track)
      let now = dossier.situation.phaseTitle(track)
      guard left != now else { continue }
      let name = track.frenchName
      write(
        .phase, on: event.on,
        name.prefix(1).uppercased() + name.dropFirst() + " : de « \(left) » à « \(now) ».",
        basis.citation)
    }
    for request in step.orders { try ask(request.order, because: request.basis, event) }
    try review(step, event)
    try moveDeadlines(step, from: old, event)
  }

  /// Remembers when each protection began and ended.
  private mutating func keepPeriods(from before: Situation, on day: Day) {
    for protection in Circumstance.protections {
      let held = before.circumstances.contains(protection)
      let holds = dossier.situation.circumstances.contains(protection)
      if holds, !held { dossier.periods[protection] = Period(since: day) }
      if held, !holds { dossier.periods[protection]?.through = day }
    }
  }

  private mutating func close(from before: Situation, _ event: SagaEvent) throws {
    let isClosed = dossier.situation.isClosed
    guard isClosed != before.isClosed else { return }
    guard isClosed else {
      dossier.closure = nil
      write(.opened, on: event.on, "Le dossier se rouvre.", "instruction 1.2")
      return
    }
    let closure = Closure(on: event.on, reason: reason(event, before))
    dossier.closure = closure
    for reason in dossier.reviews.keys where dossier.reviews[reason]?.closedOn == nil {
      dossier.reviews[reason]?.closedOn = today
    }
    let text = "Le dossier est clos : " + closure.reason.frenchName + "."
    write(.closed, on: event.on, text, nil)
  }

  private func reason(_ event: SagaEvent, _ before: Situation) -> Closure.Reason {
    if let closure = event.closure { return closure }
    let trigger = event.trigger
    if trigger == .rehoused { return .rehoused }
    if trigger == .householdDied { return .died }
    if trigger == .transferReceived { return .transferred }
    if trigger == .newLeaseSigned || trigger == .scheduleKept { return .leaseKept }
    switch before.procedure {
    case .schedule, .commissionSchedule, .clauseSuspended: return .leaseKept
    case .evicted, .evictedIrregularly: return .evicted
    case .left, .debtClaim:
      if dossier.days.evictedOn != nil { return .evicted }
      return before.housing == .sheltered ? .accommodated : .departed
    case .withdrawn: return trigger == .debtCleared ? .debtCleared : .withdrawn
    case .prevention, .noticeServed, .noticeExpired, .clauseBlocked, .summoned, .judgmentAwaited,
      .struckOut, .claimEnded, .cohesionProtocol, .evictionOrdered, .evictionDelayed, .quitServed,
      .quitSuspended, .quitExpired, .policeAidAsked, .policeAidRefused, .evictionHeld,
      .evictionPossible, .closed:
      return .debtCleared
    }
  }

  /// Opens what a row flagged, and closes what a track has left behind. One open review a reason:
  /// the commission is asked once.
  private mutating func review(_ step: Transition, _ event: SagaEvent) throws {
    let flagged = Set(step.reviews.map(\.reason))
    for (reason, review) in dossier.reviews
    where review.closedOn == nil && step.entered[review.track] != nil && !flagged.contains(reason) {
      dossier.reviews[reason]?.closedOn = today
    }
    for review in step.reviews {
      let known = dossier.reviews[review.reason]
      let isOpen = known != nil && known?.closedOn == nil
      guard !isOpen || review.reason.isAskedAgain else { continue }
      let text = review.reason.frenchName
      if !isOpen {
        dossier.reviews[review.reason] = ReviewRequest(track: review.track, openedOn: today)
        write(
          .review, on: today, "À revoir : " + text + ".", review.basis.citation)
      }
      try send(
        Command(
          review.reason.order, on: today, hearing: dossier.days.hearing,
          because: "\(text) (\(review.basis.citation))."))
    }
  }
}

extension Closure.Reason {
  /// How a dossier ended, in French.
  public var frenchName: String {
    switch self {
    case .debtCleared: "dette soldée"
    case .leaseKept: "bail maintenu"
    case .rehoused: "ménage relogé"
    case .accommodated: "ménage hébergé"
    case .departed: "ménage parti"
    case .evicted: "ménage expulsé"
    case .withdrawn: "bailleur désisté"
    case .died: "locataire décédé"
    case .transferred: "dossier transféré"
    case .withoutFollowUp: "sans suite"
    }
  }
}
