import Contracts

/// What an act is to the contact with the household: acts that each family answers alike stand
/// under one name, and the cells that are the same in every open family are written here.
enum ContactAct {
  case signal, interviewProposed, contactAttempted, householdMet, householdNotFound
  case diagnosisMade, diagnosisInconclusive, dsfSent, dsfSentWithoutMeeting, householdSplit
  case violenceReported, protectedAdultFound, opinionGiven, sessionWithoutSolution
  case summonsServed, otherCourtAct, hearingPostponed, decisionAgainstHousehold, execution
  case evictionReported, departed, reviewDue
  /// What every open family answers alike.
  case always(TableCell<ContactPhase>)

  /// Total: a new trigger needs its place here before anything compiles.
  // swift-format-ignore
  init(_ trigger: Trigger) {
    self = switch trigger {
    case .arrearsReported, .noticeServed, .otherMotiveReported, .noticeBelowThreshold:
                                          .signal
    case .interviewProposed:              .interviewProposed
    case .contactAttempted:               .contactAttempted
    case .householdMet:                   .householdMet
    case .householdNotFound:              .householdNotFound
    case .householdGone:                  .always(ignore("son adresse est demandée"))
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                          .diagnosisMade
    case .diagnosisInconclusive:          .diagnosisInconclusive
    case .dsfSent:                        .dsfSent
    case .dsfSentWithoutMeeting:          .dsfSentWithoutMeeting
    case .householdSplit, .tenantDied:    .householdSplit
    case .violenceReported:               .violenceReported
    case .protectedAdultFound:            .protectedAdultFound
    case .opinionGiven:                   .opinionGiven
    case .sessionWithoutSolution:         .sessionWithoutSolution
    case .summonsServed:                  .summonsServed
    case .hearingHeld, .claimDismissed, .claimWithdrawn, .claimStruckOut, .scheduleKept, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded,
      .judgmentReversed:                  .otherCourtAct
    case .hearingPostponed:               .hearingPostponed
    case .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay:
                                          .decisionAgainstHousehold
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted, .policeAidRefused, .keysReturned,
      .compensationClaimed, .compensationDecided:
                                          .execution
    case .evictionReported:               .evictionReported
    case .departed:                       .departed
    case .reviewDue:                      .reviewDue
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                          .always(ignore("la procédure clôt le dossier : voir la piste de la procédure"))
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused, .debtCleared,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned,
      .cohesionProtocolBroken, .cohesionProtocolEnded, .newLeaseSigned:
                                          .always(ignore("l'apurement ne change pas le contact"))
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified, .offerAccepted, .rehoused,
      .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade,
      .accommodationOffered, .accommodated:
                                          .always(ignore("le relogement ne change pas le contact"))
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                          .always(ignore("étape déjà quittée"))
    case .truceStarted, .truceEnded, .truceSetAside:
                                              .always(ignore("la trêve ne change pas le contact"))
    }
  }
}
