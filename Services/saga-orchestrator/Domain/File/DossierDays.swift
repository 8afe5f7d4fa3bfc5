import Contracts
import LegalCalendar
import Vocabulary

// The days that acts bring, and what they select: a delay is counted by the version of its rule
// that the decisive act selects, and no later word moves a protection's end to an earlier day.

extension DossierDecision {
  /// A new episode has its own hearing and its own delays. What a judge granted still stands.
  mutating func forgetDays() {
    var days = KnownDays()
    days.lease = dossier.days.lease
    days.judgeDelaysUntil = dossier.days.judgeDelaysUntil
    days.jexUntil = dossier.days.jexUntil
    days.daloUntil = dossier.days.daloUntil
    days.suspensionUntil = dossier.days.suspensionUntil
    days.protocolUntil = dossier.days.protocolUntil
    days.clauseUntil = dossier.days.clauseUntil
    days.truceChange = dossier.days.truceChange
    days.admittedOn = dossier.days.admittedOn
    dossier.days = days
  }

  mutating func learnDays(_ event: SagaEvent) throws {
    if let hearing = event.hearing {
      let isLatest = tables.olderReadings.contains(.latestHearingStands)
      dossier.days.hearing = isLatest ? max(hearing, dossier.days.hearing ?? hearing) : hearing
    }
    dossier.days.lease = event.lease ?? dossier.days.lease
    try learnNotice(event)
    learnCourt(event)
    try learnProtections(event)
    if event.trigger == .policeAidRequested { dossier.days.policeAidUntil = event.until }
    if event.trigger == .daloPriority { dossier.days.daloUntil = event.until }
    if event.trigger == .debtCleared { dossier.days.clearedOn = event.on }
    if event.trigger == .evictionReported { dossier.days.evictedOn = event.on }
  }

  /// What follows from days and is no act: a debt that a commandement names was born before the
  /// recevabilité or after it; a judge who is new to the case may be asked for time anew.
  mutating func learnByDays(_ event: SagaEvent) {
    let isAdmitted = dossier.situation.circumstances.contains(.surendettementAdmitted)
    if event.trigger == .surendettementAdmitted, !isAdmitted { dossier.days.admittedOn = event.on }
    if [.noticeServed, .noticeBelowThreshold].contains(event.trigger) {
      dossier.situation.circumstances.set(
        .noticeFrozen, to: isAdmitted && !isForLaterDebt(event))
    }
    let newJudge: Set<Trigger> = [
      .summonsServed, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken,
      .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
    ]
    if newJudge.contains(event.trigger) { dossier.situation.circumstances.remove(.timeAsked) }
  }

  /// Whether a rent fell due after the recevabilité and is unpaid (C. consom. L722-5): the months
  /// that a commandement counts run up to its day.
  private func isForLaterDebt(_ event: SagaEvent) -> Bool {
    guard let admitted = dossier.days.admittedOn, let months = event.unpaidMonths, months > 0,
      let last = event.on.adding(months: -1)
    else { return false }
    return last >= admitted
  }

  /// The delay of the commandement is that of the lease, unless another is written in it
  /// (loi 89-462, art. 24 I). Under an older version the day of the act selected it.
  private mutating func learnNotice(_ event: SagaEvent) throws {
    guard [.noticeServed, .noticeBelowThreshold].contains(event.trigger),
      dossier.days.noticeUntil == nil
    else { return }
    let isByAct = tables.olderReadings.contains(.noticeSelectsItsDelay)
    let written = isByAct ? nil : event.writtenDelay
    let decisive = written ?? noticeDecided(on: event.on)
    dossier.days.noticeDecidedBy = decisive
    dossier.days.noticeUntil =
      try event.until
      ?? rules.calendar.deadline(.cdpDelai, origin: event.on, decidedBy: decisive).due
  }

  /// The day that selects the delay of a commandement in which none is written.
  func noticeDecided(on act: Day) -> Day {
    if tables.olderReadings.contains(.noticeSelectsItsDelay) { return act }
    return RuleBook.dayDecidingNotice(served: act, lease: dossier.days.lease)
  }

  private mutating func learnCourt(_ event: SagaEvent) {
    let trigger = event.trigger
    if trigger == .summonsServed { dossier.days.summons = event.on }
    if trigger == .hearingHeld { dossier.days.judgment = event.until }
    if trigger == .judgmentNotified { dossier.days.notified = event.on }
    if trigger == .delaysGranted || trigger == .scheduleBySurendettement {
      dossier.days.firstInstalment = event.until
      dossier.days.instalments = event.count
    }
    let decisions: Set<Trigger> = [
      .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .claimDismissed,
    ]
    if decisions.contains(trigger) { dossier.days.decision = event.on }
  }

  private mutating func learnProtections(_ event: SagaEvent) throws {
    let on = event.on
    let until = event.until
    let trigger = event.trigger
    if trigger == .evictionOrderedWithDelays {
      extend(\.judgeDelaysUntil, of: .judgeDelaysInForce, to: until)
    } else if trigger == .jexDelaysGranted {
      extend(\.jexUntil, of: .jexDelaysInForce, to: until)
    } else if trigger == .cohesionProtocolSigned {
      extend(\.protocolUntil, of: .protocolInForce, to: until)
    } else if trigger == .quitOrderServed {
      let end = try until ?? rules.calendar.deadline(.cqlDelai, origin: on, decidedBy: on).due
      dossier.days.quitUntil = max(end, dossier.days.quitUntil ?? end)
    } else if trigger == .evictionSuspendedBySurendettement {
      let longest = try rules.calendar.deadline(.surendetExpulsion, origin: on, decidedBy: on).due
      extend(\.suspensionUntil, of: .surendettementSuspension, to: until ?? longest)
    } else if trigger == .clauseSuspendedAfterPRP || erasesDuringSchedule(trigger) {
      let counted = try? rules.calendar.deadline(.jugeSurendettement, origin: on, decidedBy: on).due
      extend(\.clauseUntil, of: .clauseSuspended, to: until ?? counted)
    }
  }

  private func erasesDuringSchedule(_ trigger: Trigger) -> Bool {
    trigger == .debtErased && dossier.situation.circumstances.contains(.scheduleInForce)
  }

  /// Sets the end of a protection; while it holds, never to an earlier day. An older version
  /// took the last word.
  private mutating func extend(
    _ day: WritableKeyPath<KnownDays, Day?>, of protection: Circumstance, to end: Day?
  ) {
    let known = dossier.days[keyPath: day]
    let holds = dossier.situation.circumstances.contains(protection)
    let isLastWord = tables.olderReadings.contains(.lastWordSetsTheEnd)
    guard !isLastWord, holds, let known, let end else {
      dossier.days[keyPath: day] = end
      return
    }
    dossier.days[keyPath: day] = max(known, end)
  }
}
