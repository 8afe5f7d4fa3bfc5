public import Contracts

extension Circumstances {
  /// Learns what a trigger makes true, before any row is looked up, so that no row can forget it.
  ///
  /// It depends on the trigger, on the set itself, and on whether the dossier is closed: never on a
  /// phase. That is what makes the exploration of one track exact.
  public mutating func learn(_ trigger: Trigger, isClosed: Bool) {
    if isClosed, trigger.opensNewEpisode { forgetEpisode() }
    switch trigger {
    case .arrearsReported: remove(.debtCleared)
    case .noticeServed:
      remove(.debtCleared)
      insert(.noticeRunning)
    case .noticeExpired: remove(.noticeRunning)
    case .diagnosedCanStay, .diagnosedCanStayOnConditions:
      insert(.diagnosed)
      remove(.mustMove)
    case .diagnosedMustMove:
      insert(.diagnosed)
      insert(.mustMove)
    case .planAgreed: insert(.planInForce)
    case .planBroken: remove(.planInForce)
    case .planCompleted, .debtCleared:
      insert(.debtCleared)
      remove(.planInForce)
    case .surendettementAdmitted: insert(.surendettementAdmitted)
    case .surendettementRefused, .surendettementEnded: remove(.surendettementAdmitted)
    case .daloPriority: insert(.daloPriorityWithoutOffer)
    case .daloRefused, .daloOfferMade, .rehoused: remove(.daloPriorityWithoutOffer)
    case .accommodationOffered, .accommodated: insert(.accommodationOffered)
    case .delaysGranted, .scheduleBroken, .scheduleKept, .evictionOrderedWithDelays,
      .judgeDelaysEnded, .claimDismissed, .claimWithdrawn:
      learnJudgment(trigger)
    case .quitOrderServed, .quitOrderUnnotified, .quitPeriodEnded, .jexDelaysGranted,
      .jexDelaysEnded, .truceStarted, .truceEnded:
      learnExecution(trigger)
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .settlementStarted, .planRefused, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementFiled, .aidMaintained, .aidSuspended,
      .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .summonsServed,
      .hearingHeld, .hearingPostponed, .evictionOrdered, .policeAidRequested, .policeAidGranted,
      .policeAidRefused, .evictionReported, .departed, .contactOverdue, .diagnosisOverdue,
      .dsfOverdue, .hearingPassed, .decisionOverdue, .policeAidSilence, .reviewDue:
      break
    }
  }

  private mutating func learnJudgment(_ trigger: Trigger) {
    if trigger == .delaysGranted { insert(.scheduleInForce) }
    if trigger == .scheduleBroken { remove(.scheduleInForce) }
    if trigger == .scheduleKept {
      remove(.scheduleInForce)
      insert(.debtCleared)
    }
    if trigger == .evictionOrderedWithDelays { insert(.judgeDelaysInForce) }
    if trigger == .judgeDelaysEnded { remove(.judgeDelaysInForce) }
    if trigger == .claimDismissed || trigger == .claimWithdrawn {
      // Without a title its delays and its CQL are gone: an eviction would need another one.
      insert(.quitPeriodNotRun)
      self = subtracting([.quitOrderNotified, .scheduleInForce, .judgeDelaysInForce])
    }
  }

  private mutating func learnExecution(_ trigger: Trigger) {
    if trigger == .quitOrderServed { insert(.quitOrderNotified) }
    // While the préfet is not seized the two months are suspended; once run, they have run.
    if trigger == .quitOrderUnnotified, contains(.quitPeriodNotRun) { remove(.quitOrderNotified) }
    if trigger == .quitPeriodEnded, contains(.quitOrderNotified) { remove(.quitPeriodNotRun) }
    if trigger == .jexDelaysGranted { insert(.jexDelaysInForce) }
    if trigger == .jexDelaysEnded { remove(.jexDelaysInForce) }
    if trigger == .truceStarted { insert(.winterTruce) }
    if trigger == .truceEnded { remove(.winterTruce) }
  }

  /// A new episode needs its own diagnosis, its own debt and its own CQL. Protections stay.
  private mutating func forgetEpisode() {
    self = subtracting([
      .quitOrderNotified, .diagnosed, .mustMove, .debtCleared, .noticeRunning,
      .accommodationOffered,
    ])
    insert(.quitPeriodNotRun)
  }
}

extension Trigger {
  /// Whether the trigger, when it reopens a closed dossier, starts a procedure of its own instead of
  /// continuing an older one.
  var opensNewEpisode: Bool {
    [
      .arrearsReported, .noticeServed, .summonsServed, .delaysGranted, .evictionOrdered,
      .evictionOrderedWithDelays,
    ].contains(self)
  }
}
