import Contracts
import LegalCalendar
import Vocabulary

// The days that acts bring, and what they select: a delay is counted by the version of its rule that
// the decisive act selects, and no later word moves a protection's end to an earlier day.

extension SagaWork {
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
    dossier.days = days
  }

  mutating func learnDays(_ happening: Happening) throws {
    if let hearing = happening.hearing {
      let isFirst = tables.version == ProcedureTables.v1.version
      dossier.days.hearing = isFirst ? max(hearing, dossier.days.hearing ?? hearing) : hearing
    }
    dossier.days.lease = happening.lease ?? dossier.days.lease
    try learnNotice(happening)
    learnCourt(happening)
    try learnProtections(happening)
    if happening.trigger == .policeAidRequested { dossier.days.policeAidUntil = happening.until }
    if happening.trigger == .daloPriority { dossier.days.daloUntil = happening.until }
    if happening.trigger == .debtCleared { dossier.days.clearedOn = happening.on }
    if happening.trigger == .evictionReported { dossier.days.evictedOn = happening.on }
  }

  /// The delay of the commandement is that of the lease, unless another is written in it
  /// (loi 89-462, art. 24 I). Under version 1 the day of the act selected it.
  private mutating func learnNotice(_ happening: Happening) throws {
    guard [.noticeServed, .noticeBelowThreshold].contains(happening.trigger),
      dossier.days.noticeUntil == nil
    else { return }
    let isFirst = tables.version == ProcedureTables.v1.version
    let written = isFirst ? nil : happening.writtenDelay
    let decisive = written ?? noticeDecided(on: happening.on)
    dossier.days.noticeDecidedBy = decisive
    dossier.days.noticeUntil =
      try happening.until
      ?? rules.calendar.deadline(.cdpDelai, origin: happening.on, decidedBy: decisive).due
  }

  /// The day that selects the delay of a commandement in which none is written.
  func noticeDecided(on act: Day) -> Day {
    if tables.version == ProcedureTables.v1.version { return act }
    return dossier.days.lease ?? min(act, RuleVersion.lastDayOfTwoMonths)
  }

  private mutating func learnCourt(_ happening: Happening) {
    let trigger = happening.trigger
    if trigger == .summonsServed { dossier.days.summons = happening.on }
    if trigger == .hearingHeld { dossier.days.judgment = happening.until }
    if trigger == .judgmentNotified { dossier.days.notified = happening.on }
    if trigger == .delaysGranted || trigger == .scheduleBySurendettement {
      dossier.days.firstInstalment = happening.until
      dossier.days.instalments = happening.count
    }
    let decisions: Set<Trigger> = [
      .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .claimDismissed,
    ]
    if decisions.contains(trigger) { dossier.days.decision = happening.on }
  }

  private mutating func learnProtections(_ happening: Happening) throws {
    let on = happening.on
    let until = happening.until
    let trigger = happening.trigger
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
    } else if trigger == .clauseSuspendedAfterPRP {
      let counted = try? rules.calendar.deadline(.jugeSurendettement, origin: on, decidedBy: on).due
      extend(\.clauseUntil, of: .clauseSuspended, to: until ?? counted)
    }
  }

  /// Sets the end of a protection; while it holds, never to an earlier day. Version 1 took the last
  /// word.
  private mutating func extend(
    _ day: WritableKeyPath<KnownDays, Day?>, of protection: Circumstance, to end: Day?
  ) {
    let known = dossier.days[keyPath: day]
    let holds = dossier.situation.circumstances.contains(protection)
    guard tables.version != ProcedureTables.v1.version, holds, let known, let end else {
      dossier.days[keyPath: day] = end
      return
    }
    dossier.days[keyPath: day] = max(known, end)
  }
}
