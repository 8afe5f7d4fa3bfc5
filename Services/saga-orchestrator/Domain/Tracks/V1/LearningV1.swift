extension Circumstances {
  /// What a trigger makes true under version 1.
  mutating func learnV1(_ trigger: TriggerV1, isClosed: Bool) {
    if isClosed, TriggerV1.episodes.contains(trigger) { forgetEpisodeV1() }
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
      learnJudgmentV1(trigger)
    case .quitOrderServed, .quitOrderUnnotified, .quitPeriodEnded, .jexDelaysGranted,
      .jexDelaysEnded, .truceStarted, .truceEnded:
      learnExecutionV1(trigger)
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

  private mutating func learnJudgmentV1(_ trigger: TriggerV1) {
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

  private mutating func learnExecutionV1(_ trigger: TriggerV1) {
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
  private mutating func forgetEpisodeV1() {
    self = subtracting([
      .quitOrderNotified, .diagnosed, .mustMove, .debtCleared, .noticeRunning,
      .accommodationOffered,
    ])
    insert(.quitPeriodNotRun)
  }
}

extension TriggerV1 {
  /// Those which, when they reopen a closed dossier, start a procedure of their own instead of
  /// continuing an older one.
  static let episodes: Set<TriggerV1> = [
    .arrearsReported, .noticeServed, .summonsServed, .delaysGranted, .evictionOrdered,
    .evictionOrderedWithDelays,
  ]
}
