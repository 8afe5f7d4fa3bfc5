import Contracts
import Vocabulary

// Takes a step: the dossier moves, the services are told, the deadlines follow.

extension SagaWork {
  mutating func take(_ step: Step, from before: Situation, _ happening: Happening) throws {
    let old = dossier
    dossier.situation = step.situation
    keepPeriods(from: before, on: happening.on)
    try close(from: before, happening)
    for track in Track.allCases {
      guard let basis = step.entered[track] else { continue }
      let left = before.phaseTitle(track)
      let now = dossier.situation.phaseTitle(track)
      guard left != now else { continue }
      let name = track.frenchName
      write(
        .phase, on: happening.on,
        name.prefix(1).uppercased() + name.dropFirst() + " : de « \(left) » à « \(now) ».",
        basis.citation)
    }
    for request in step.orders { try ask(request.order, because: request.basis, happening) }
    try review(step, happening)
    try moveDeadlines(step, from: old, happening)
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

  private mutating func close(from before: Situation, _ happening: Happening) throws {
    let isClosed = dossier.situation.isClosed
    guard isClosed != before.isClosed else { return }
    guard isClosed else {
      dossier.closure = nil
      write(.opened, on: happening.on, "Le dossier se rouvre.", "instruction 1.2")
      return
    }
    let closure = Closure(on: happening.on, reason: reason(happening, before))
    dossier.closure = closure
    for reason in dossier.reviews.keys where dossier.reviews[reason]?.closedOn == nil {
      dossier.reviews[reason]?.closedOn = today
    }
    let text = "Le dossier est clos : " + closure.reason.frenchName + "."
    write(.closed, on: happening.on, text, nil)
  }

  private func reason(_ happening: Happening, _ before: Situation) -> Closure.Reason {
    if let closure = happening.closure { return closure }
    let trigger = happening.trigger
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
      .claimEnded, .cohesionProtocol, .evictionOrdered, .evictionDelayed, .quitServed,
      .quitSuspended, .quitExpired, .policeAidAsked, .policeAidRefused, .evictionHeld,
      .evictionPossible, .closed:
      return .debtCleared
    }
  }

  /// Opens what a row flagged, and closes what a track has left behind. One open review a reason:
  /// the commission is asked once.
  private mutating func review(_ step: Step, _ happening: Happening) throws {
    let flagged = Set(step.reviews.map(\.reason))
    for (reason, review) in dossier.reviews
    where review.closedOn == nil && step.entered[review.track] != nil && !flagged.contains(reason) {
      dossier.reviews[reason]?.closedOn = today
    }
    for review in step.reviews {
      let known = dossier.reviews[review.reason]
      guard known == nil || known?.closedOn != nil else { continue }
      dossier.reviews[review.reason] = Review(track: review.track, openedOn: today)
      let text = review.reason.frenchName
      write(
        .review, on: today, "À revoir : " + text + ".", review.basis.citation)
      try send(
        Command(
          .askForReview, on: today, hearing: dossier.days.hearing,
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
