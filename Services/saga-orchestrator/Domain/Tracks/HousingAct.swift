import Contracts

/// What an act is to the search for another dwelling: acts that each family answers alike stand
/// under one name, and the cells that are the same in every open family are written here.
enum HousingAct {
  case otherMotiveReported, canStay, diagnosedMustMove, violenceReported, settlementExhausted
  case searchOrRefusal, daloFiled, daloPriority, daho, accommodated, scheduleBroken, eviction
  case policeAid, householdGone, left, reviewDue
  /// What every open family answers alike.
  case always(TableCell<HousingPhase>)

  /// Total: a new trigger needs its place here before anything compiles.
  // swift-format-ignore
  init(_ trigger: Trigger) {
    self = switch trigger {
    case .otherMotiveReported:            .otherMotiveReported
    case .diagnosedCanStay, .diagnosedCanStayOnConditions:
                                          .canStay
    case .diagnosedMustMove:              .diagnosedMustMove
    case .violenceReported:               .violenceReported
    case .settlementExhausted:            .settlementExhausted
    case .rehousingStarted, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified:
                                          .searchOrRefusal
    case .daloFiled:                      .daloFiled
    case .daloPriority:                   .daloPriority
    case .dahoFiled, .dahoPriority:       .daho
    case .accommodated:                   .accommodated
    case .scheduleBroken:                 .scheduleBroken
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .evictionReported:                  .eviction
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                          .policeAid
    case .householdGone:                  .householdGone
    case .departed, .keysReturned:        .left
    case .reviewDue:                      .reviewDue
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                          .always(ignore("l'impayé ne change pas le relogement"))
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .tenantDied, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                          .always(ignore("le contact ne change pas le relogement"))
    case .householdDied, .rehoused, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                          .always(ignore("la procédure clôt le dossier : voir la piste de la procédure"))
    case .householdSplit:                 .always(ignore("la personne qui part a sa propre demande"))
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused, .debtCleared,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted,
      .surendettementMoratorium, .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                          .always(ignore("l'apurement se poursuit à côté du relogement"))
    case .offerMade:                      .always(go(.offered, [], "instruction 2.2"))
    case .offerAccepted:                  .always(go(.accepted, [], "instruction 2.2"))
    case .daloRefused, .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                          .always(ignore("cette étape du relogement est déjà dépassée"))
    case .daloOfferMade:                  .always(go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012"))
    case .daloRightLost:                  .always(ignore("CCH R441-16-3 : la recherche continue"))
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .claimStruckOut, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP, .scheduleKept, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .compensationClaimed, .compensationDecided:
                                          .always(ignore("cet acte ne change pas le relogement"))
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused:
                                          .always(ignore("le relogement est déjà recherché"))
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                          .always(ignore("étape déjà quittée"))
    case .truceStarted, .truceEnded, .truceSetAside:
                                              .always(ignore("la trêve ne suspend pas le relogement"))
    }
  }
}
