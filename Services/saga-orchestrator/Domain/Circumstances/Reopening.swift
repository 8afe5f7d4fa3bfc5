import Contracts

/// The acts that open a closed dossier again. The families of closed phases answer nothing else.
enum Reopening {
  case arrearsReported, noticeServed, otherMotiveReported, noticeBelowThreshold, summonsServed
  case delaysGranted, scheduleBySurendettement, evictionOrdered, evictionOrderedWithDelays
  case evictionOrderedWithoutQuitDelay, quitOrderServed, quitOrderUnnotified
  case policeAidRequested, policeAidPremature, policeAidGranted, evictionReported, judgmentReversed
}

extension Trigger {
  /// How the act opens a closed dossier again; `nil` where the dossier stays closed.
  // swift-format-ignore
  var reopening: Reopening? {
    switch self {
    case .arrearsReported:                .arrearsReported
    case .noticeServed:                   .noticeServed
    case .otherMotiveReported:            .otherMotiveReported
    case .noticeBelowThreshold:           .noticeBelowThreshold
    case .summonsServed:                  .summonsServed
    case .delaysGranted:                  .delaysGranted
    case .scheduleBySurendettement:       .scheduleBySurendettement
    case .evictionOrdered:                .evictionOrdered
    case .evictionOrderedWithDelays:      .evictionOrderedWithDelays
    case .evictionOrderedWithoutQuitDelay:
                                          .evictionOrderedWithoutQuitDelay
    case .quitOrderServed:                .quitOrderServed
    case .quitOrderUnnotified:            .quitOrderUnnotified
    case .policeAidRequested:             .policeAidRequested
    case .policeAidPremature:             .policeAidPremature
    case .policeAidGranted:               .policeAidGranted
    case .evictionReported:               .evictionReported
    case .judgmentReversed:               .judgmentReversed
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .householdGone, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting, .householdDied, .tenantDied, .householdSplit, .violenceReported,
      .protectedAdultFound, .opinionGiven, .sessionWithoutSolution, .settlementStarted, .planAgreed, .planRefused, .planBroken,
      .planCompleted, .fslGranted, .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium, .debtErased, .aidMaintained,
      .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken, .cohesionProtocolEnded, .newLeaseSigned, .rehousingStarted,
      .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered,
      .accommodated, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .claimStruckOut, .clauseSuspendedAfterPRP, .scheduleBroken,
      .scheduleKept, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRefused, .departed, .keysReturned, .compensationClaimed,
      .compensationDecided, .transferRequested, .transferReceived, .transferRefused, .closedByCommission, .contactOverdue,
      .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded, .quitPeriodEnded,
      .policeAidSilence, .reviewDue, .clauseSuspensionEnded, .truceStarted, .truceEnded, .truceSetAside:
                                          nil
    }
  }
}
