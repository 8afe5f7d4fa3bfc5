import Contracts

/// What an act is to the debt: acts that each family answers alike stand under one name, and the
/// cells that are the same in every open family are written here.
enum DebtAct {
  case arrearsReported, noticeServed, noticeBelowThreshold, diagnosis, settlementAnswer
  case planAgreed, paid, surendettementAdmitted, surendettementMeasures, debtErased
  case aidSuspended, cohesionProtocolSigned, court, delaysGranted, scheduleBySurendettement
  case clauseSuspendedAfterPRP, scheduleBroken, execution, reviewDue
  /// What every open family answers alike.
  case always(TableCell<DebtPhase>)

  /// Total: a new trigger needs its place here before anything compiles.
  // swift-format-ignore
  init(_ trigger: Trigger) {
    self = switch trigger {
    case .arrearsReported:                .arrearsReported
    case .noticeServed:                   .noticeServed
    case .noticeBelowThreshold:           .noticeBelowThreshold
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove,
      .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                          .diagnosis
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted, .surendettementEnded,
      .aidMaintained, .cohesionProtocolBroken:
                                          .settlementAnswer
    case .planAgreed:                     .planAgreed
    case .planCompleted, .debtCleared, .scheduleKept:
                                          .paid
    case .surendettementAdmitted:         .surendettementAdmitted
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                          .surendettementMeasures
    case .debtErased:                     .debtErased
    case .aidSuspended:                   .aidSuspended
    case .cohesionProtocolSigned:         .cohesionProtocolSigned
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .claimStruckOut, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay:   .court
    case .delaysGranted:                  .delaysGranted
    case .scheduleBySurendettement:       .scheduleBySurendettement
    case .clauseSuspendedAfterPRP:        .clauseSuspendedAfterPRP
    case .scheduleBroken:                 .scheduleBroken
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested, .policeAidPremature,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                          .execution
    case .reviewDue:                      .reviewDue
    case .otherMotiveReported:            .always(ignore("un autre motif ne change pas la dette"))
    case .contactAttempted, .householdGone, .tenantDied, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                          .always(ignore("le diagnostic ne change pas cette étape"))
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                          .always(ignore("la procédure clôt le dossier : voir la piste de la procédure"))
    case .surendettementFiled, .surendettementRefused:
                                          .always(stay([], "C. consom. L721-3 : secret, rien ne change"))
    case .cohesionProtocolEnded, .newLeaseSigned, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed:
                                          .always(ignore("cet acte ne change pas l'apurement"))
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified, .offerAccepted, .rehoused,
      .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade,
      .accommodationOffered, .accommodated:
                                          .always(ignore("le relogement ne change pas l'apurement"))
    case .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .compensationClaimed, .compensationDecided:
                                          .always(ignore("l'apurement est déjà engagé"))
    case .keysReturned:                   .always(ignore("la dette survit au départ"))
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                          .always(ignore("étape déjà quittée"))
    case .truceStarted, .truceEnded, .truceSetAside:
                                              .always(ignore("la trêve ne suspend pas la dette"))
    }
  }
}
