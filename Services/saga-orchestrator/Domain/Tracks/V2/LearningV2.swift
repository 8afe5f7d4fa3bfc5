import Contracts

extension Circumstances {
  /// What a trigger makes true under version 2.
  mutating func learnV2(_ trigger: Trigger, isClosed: Bool) {
    if isClosed, Trigger.episodesV2.contains(trigger) { forgetEpisodeV2() }
    learnOfHousehold(trigger)
    learnOfDebt(trigger)
    learnOfHousing(trigger)
    learnOfCourt(trigger)
    learnOfExecution(trigger)
  }

  private mutating func learnOfHousehold(_ trigger: Trigger) {
    if [.diagnosedCanStay, .diagnosedCanStayOnConditions].contains(trigger) {
      insert(.diagnosed)
      remove(.mustMove)
    }
    if trigger == .diagnosedMustMove { self = union([.diagnosed, .mustMove]) }
    if trigger == .otherMotiveReported { insert(.otherMotive) }
    if trigger == .sessionWithoutSolution {
      insert(contains(.sessionFailed) ? .sessionsFailed : .sessionFailed)
    }
    if trigger == .transferRequested { insert(.transferRequested) }
    if trigger == .transferRefused { remove(.transferRequested) }
  }

  private mutating func learnOfDebt(_ trigger: Trigger) {
    if trigger == .noticeBelowThreshold, !contains(.arrearsKnown) || contains(.debtCleared) {
      insert(.informationOnly)
    }
    if Trigger.fullSignals.contains(trigger) { remove(.informationOnly) }
    if [.arrearsReported, .noticeServed, .noticeBelowThreshold].contains(trigger) {
      remove(.debtCleared)
      insert(.arrearsKnown)
    }
    if [.noticeServed, .noticeBelowThreshold].contains(trigger) { insert(.noticeRunning) }
    if trigger == .noticeExpired { remove(.noticeRunning) }
    if trigger == .planAgreed { insert(.planInForce) }
    if trigger == .surendettementAdmitted { insert(.surendettementAdmitted) }
    if [.surendettementRefused, .surendettementEnded].contains(trigger) {
      remove(.surendettementAdmitted)
    }
    if [.debtCleared, .planCompleted, .debtErased, .scheduleKept].contains(trigger) {
      insert(.debtCleared)
    }
    if trigger == .cohesionProtocolSigned { insert(.protocolInForce) }
    learnEnd(of: .planInForce, trigger)
    learnEnd(of: .protocolInForce, trigger)
  }

  private mutating func learnOfHousing(_ trigger: Trigger) {
    if trigger == .daloPriority { insert(.daloPriorityWithoutOffer) }
    if [.accommodationOffered, .accommodated, .dahoOfferMade].contains(trigger) {
      insert(.accommodationOffered)
    }
    learnEnd(of: .daloPriorityWithoutOffer, trigger)
  }

  private mutating func learnOfCourt(_ trigger: Trigger) {
    if [.delaysGranted, .scheduleBySurendettement].contains(trigger) { insert(.scheduleInForce) }
    if trigger == .evictionOrderedWithDelays { insert(.judgeDelaysInForce) }
    if trigger == .evictionOrderedWithoutQuitDelay { insert(.quitDelayWaived) }
    if trigger == .executionStayed { insert(.executionStayed) }
    if trigger == .clauseSuspendedAfterPRP { self = union([.clauseSuspended, .debtCleared]) }
    for protection: Circumstance in [
      .scheduleInForce, .judgeDelaysInForce, .executionStayed, .clauseSuspended,
    ] {
      learnEnd(of: protection, trigger)
    }
    if Trigger.titleFalls.contains(trigger) {
      // Without a title its delays and its CQL are gone: an eviction would need another one.
      insert(.quitPeriodNotRun)
      self = subtracting([.quitOrderNotified, .quitDelayWaived])
    }
  }

  private mutating func learnOfExecution(_ trigger: Trigger) {
    if trigger == .quitOrderServed { insert(.quitOrderNotified) }
    // While the préfet is not seized the two months are suspended; once run, they have run.
    if trigger == .quitOrderUnnotified, contains(.quitPeriodNotRun) { remove(.quitOrderNotified) }
    let isServed = trigger == .quitOrderServed || trigger == .quitOrderUnnotified
    if isServed, contains(.quitDelayWaived) { remove(.quitPeriodNotRun) }
    if trigger == .quitPeriodEnded, contains(.quitOrderNotified) { remove(.quitPeriodNotRun) }
    if trigger == .jexDelaysGranted { insert(.jexDelaysInForce) }
    if trigger == .evictionSuspendedBySurendettement { insert(.surendettementSuspension) }
    if trigger == .truceStarted { insert(.winterTruce) }
    for protection: Circumstance in [.jexDelaysInForce, .surendettementSuspension, .winterTruce] {
      learnEnd(of: protection, trigger)
    }
  }

  /// A protection ends only by what the table of ends names.
  private mutating func learnEnd(of protection: Circumstance, _ trigger: Trigger) {
    if protection.ends[trigger] != nil { remove(protection) }
  }

  /// A new episode needs its own diagnosis, its own debt and its own CQL. Protections stay.
  private mutating func forgetEpisodeV2() {
    self = subtracting([
      .quitOrderNotified, .quitDelayWaived, .diagnosed, .mustMove, .debtCleared, .noticeRunning,
      .accommodationOffered, .otherMotive, .arrearsKnown, .sessionFailed, .sessionsFailed,
      .transferRequested, .informationOnly,
    ])
    insert(.quitPeriodNotRun)
  }
}

extension Trigger {
  /// Those which, when they reopen a closed dossier, start a procedure of their own instead of
  /// continuing an older one.
  static let episodesV2: Set<Trigger> = [
    .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported, .summonsServed,
    .delaysGranted,
    .scheduleBySurendettement, .evictionOrdered, .evictionOrderedWithDelays,
    .evictionOrderedWithoutQuitDelay,
  ]
  /// Each is more than the information that a commandement below the threshold is.
  static let fullSignals: Set<Trigger> = [.arrearsReported, .noticeServed, .summonsServed]
  /// By these the title falls.
  static let titleFalls: Set<Trigger> = [
    .claimDismissed, .claimWithdrawn, .judgmentReversed, .newLeaseSigned,
  ]
}
