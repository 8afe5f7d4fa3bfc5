import Contracts

extension Trigger {
  /// What the trigger makes true under the current version. A protection ends only by what the
  /// table of ends names (`Circumstance.ends`).
  var lessons: [Lesson] {
    let ended = Circumstance.protections.filter { $0 != .quitPeriodNotRun && $0.ends[self] != nil }
    return written + ended.map { forget($0) }
  }

  // swift-format-ignore
  private var written: [Lesson] {
    switch self {
    case .arrearsReported: [forget(.informationOnly, .debtCleared), learn(.arrearsKnown)]
    case .noticeServed:
      [forget(.informationOnly, .debtCleared), learn(.arrearsKnown, .noticeRunning)]
    // Below the threshold it is an information, unless arrears are known that were not cleared.
    case .noticeBelowThreshold:
      [learn(.informationOnly, unless: .arrearsKnown), learn(.informationOnly, if: .debtCleared),
       forget(.debtCleared), learn(.arrearsKnown, .noticeRunning)]
    case .noticeExpired: [forget(.noticeRunning)]
    case .otherMotiveReported: [learn(.otherMotive)]
    case .diagnosedCanStay, .diagnosedCanStayOnConditions: [learn(.diagnosed), forget(.mustMove)]
    case .diagnosedMustMove: [learn(.diagnosed, .mustMove)]
    case .sessionWithoutSolution: [learn(.sessionsFailed, if: .sessionFailed), learn(.sessionFailed)]
    case .transferRequested: [learn(.transferRequested)]
    case .transferRefused: [forget(.transferRequested)]
    case .planAgreed: [learn(.planInForce)]
    case .planCompleted, .debtCleared, .scheduleKept: [learn(.debtCleared)]
    case .debtErased: [learn(.clauseSuspended, if: .scheduleInForce), learn(.debtCleared)]
    case .surendettementAdmitted: [learn(.surendettementAdmitted)]
    case .surendettementRefused, .surendettementEnded: [forget(.surendettementAdmitted)]
    case .cohesionProtocolSigned: [learn(.protocolInForce)]
    case .daloPriority: [learn(.daloPriorityWithoutOffer)]
    case .dahoPriority: [learn(.dahoPriority)]
    case .accommodationOffered: [learn(.accommodationOffered)]
    case .accommodated, .dahoOfferMade: [learn(.accommodationOffered), forget(.dahoPriority)]
    case .summonsServed: [forget(.informationOnly)]
    case .delaysGranted, .scheduleBySurendettement: [learn(.scheduleInForce)]
    case .clauseSuspendedAfterPRP: [learn(.clauseSuspended, .debtCleared)]
    case .evictionOrderedWithDelays: [learn(.judgeDelaysInForce)]
    case .evictionOrderedWithoutQuitDelay: [learn(.quitDelayWaived)]
    case .executionStayed: [learn(.executionStayed, .appealPending)]
    case .appealFiled: [learn(.appealPending)]
    case .appealEnded: [forget(.appealPending)]
    case .evictionReported: [learn(.evicted)]
    // Without a title its delays and its CQL are gone: an eviction would need another one.
    case .claimDismissed, .claimWithdrawn, .newLeaseSigned:
      [learn(.quitPeriodNotRun), forget(.quitOrderNotified, .quitDelayWaived, .truceSetAside)]
    // Who was evicted by a title that falls has the dwelling back (CPCE L111-10).
    case .judgmentReversed:
      [learn(.quitPeriodNotRun), learn(.restitutionDue, if: .evicted),
       forget(.quitOrderNotified, .quitDelayWaived, .truceSetAside, .appealPending)]
    case .quitOrderServed: [learn(.quitOrderNotified), forget(.quitPeriodNotRun, if: .quitDelayWaived)]
    // While the préfet is not seized the two months are suspended; once run, they have run.
    case .quitOrderUnnotified:
      [forget(.quitOrderNotified, if: .quitPeriodNotRun), forget(.quitPeriodNotRun, if: .quitDelayWaived)]
    case .quitPeriodEnded: [forget(.quitPeriodNotRun, if: .quitOrderNotified)]
    case .jexDelaysGranted: [learn(.jexDelaysInForce)]
    case .evictionSuspendedBySurendettement: [learn(.surendettementSuspension)]
    case .truceStarted: [learn(.winterTruce, unless: .truceSetAside)]
    case .truceSetAside: [learn(.truceSetAside)]
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .householdGone,
      .diagnosisInconclusive,      .dsfSent, .dsfSentWithoutMeeting, .householdDied, .tenantDied, .householdSplit, .violenceReported,
      .protectedAdultFound, .opinionGiven, .settlementStarted, .planRefused, .planBroken, .fslGranted,
      .fslRefused, .settlementExhausted, .surendettementFiled, .surendettementPlanAdopted,
      .surendettementMoratorium, .aidMaintained, .aidSuspended, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason,
      .offerRefusedUnjustified, .offerAccepted, .rehoused, .daloFiled, .daloRefused, .daloOfferMade,
      .daloRightLost, .dahoFiled, .dahoRefused, .hearingHeld, .hearingPostponed,
      .claimStruckOut,      .scheduleBroken, .evictionOrdered, .judgmentNotified, .jexDelaysEnded,
      .surendettementSuspensionEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted,
      .policeAidRefused, .departed, .keysReturned, .compensationClaimed,
      .compensationDecided, .transferReceived, .closedByCommission, .contactOverdue, .diagnosisOverdue,
      .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded, .policeAidSilence, .reviewDue,
      .clauseSuspensionEnded, .truceEnded: []
    }
  }
}
