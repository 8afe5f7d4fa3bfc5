import Contracts

/// What an act is to the procedure: acts that each family answers alike stand under one name, and
/// the cells that are the same in every open family are written here.
enum ProcedureAct {
  case arrearsReported, notice, planAgreed, planCompleted, debtCleared, debtErased
  case cohesionProtocolSigned, cohesionProtocolOver, newLeaseSigned, daloPriority
  case summonsServed, hearingHeld, hearingPostponed, claimDismissed, claimWithdrawn
  case claimStruckOut
  case delaysGranted, scheduleBySurendettement, clauseSuspendedAfterPRP, scheduleBroken
  case scheduleKept, evictionOrdered, evictionOrderedWithDelays
  case evictionOrderedWithoutQuitDelay, judgmentNotified, appealFiled, executionStayed
  case judgmentReversed, quitOrderServed, quitOrderUnnotified, jexDelaysGranted
  case jexDelaysEnded, evictionSuspendedBySurendettement, surendettementSuspensionEnded
  case evictionReported, reviewDue, clauseSuspensionEnded
  /// What is reported of the CFP: an act, whatever came before; a family says whether a human must
  /// look.
  case policeAid(TableCell<ProcedurePhase>)
  /// What every family answers alike as long as the household is in the dwelling.
  case whileThere(TableCell<ProcedurePhase>)
  /// The household leaves the dwelling.
  case leaving(TableCell<ProcedurePhase>)
  /// What every open family answers alike.
  case always(TableCell<ProcedurePhase>)

  /// Total: a new trigger needs its place here before anything compiles.
  // swift-format-ignore
  init(_ trigger: Trigger) {
    self = switch trigger {
    case .arrearsReported:                .arrearsReported
    case .noticeServed, .noticeBelowThreshold:
                                          .notice
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove,
      .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                          .whileThere(ignore("le contact ne change pas la procédure"))
    case .householdGone:                  .whileThere(stay([.tellDeparture], "CPCE L451-1"))
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted, .surendettementFiled,
      .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .aidMaintained, .aidSuspended:
                                          .whileThere(ignore("l'apurement ne change pas l'étape"))
    case .planAgreed:                     .planAgreed
    case .planCompleted:                  .planCompleted
    case .debtCleared:                    .debtCleared
    case .debtErased:                     .debtErased
    case .cohesionProtocolSigned:         .cohesionProtocolSigned
    case .cohesionProtocolBroken, .cohesionProtocolEnded:
                                          .cohesionProtocolOver
    case .newLeaseSigned:                 .newLeaseSigned
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade, .accommodationOffered:
                                          .whileThere(ignore("le relogement ne change pas l'étape"))
    case .daloPriority:                   .daloPriority
    case .summonsServed:                  .summonsServed
    case .hearingHeld:                    .hearingHeld
    case .hearingPostponed:               .hearingPostponed
    case .claimDismissed:                 .claimDismissed
    case .claimWithdrawn:                 .claimWithdrawn
    case .claimStruckOut:                 .claimStruckOut
    case .delaysGranted:                  .delaysGranted
    case .scheduleBySurendettement:       .scheduleBySurendettement
    case .clauseSuspendedAfterPRP:        .clauseSuspendedAfterPRP
    case .scheduleBroken:                 .scheduleBroken
    case .scheduleKept:                   .scheduleKept
    case .evictionOrdered:                .evictionOrdered
    case .evictionOrderedWithDelays:      .evictionOrderedWithDelays
    case .evictionOrderedWithoutQuitDelay:
                                          .evictionOrderedWithoutQuitDelay
    case .judgmentNotified:               .judgmentNotified
    case .appealFiled:                    .appealFiled
    case .executionStayed:                .executionStayed
    case .judgmentReversed:               .judgmentReversed
    case .quitOrderServed:                .quitOrderServed
    case .quitOrderUnnotified:            .quitOrderUnnotified
    case .jexDelaysGranted:               .jexDelaysGranted
    case .jexDelaysEnded:                 .jexDelaysEnded
    case .evictionSuspendedBySurendettement:
                                          .evictionSuspendedBySurendettement
    case .surendettementSuspensionEnded:  .surendettementSuspensionEnded
    case .policeAidPremature:             .whileThere(stay([.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .executionDuringProtection))
    case .evictionReported:               .evictionReported
    case .reviewDue:                      .reviewDue
    case .clauseSuspensionEnded:          .clauseSuspensionEnded
    case .truceStarted, .truceEnded, .truceSetAside:
                                              .whileThere(ignore("la trêve suspend l'exécution, non la procédure"))
    case .policeAidRequested:             .policeAid(.ladder(.policeAidRequested))
    case .policeAidGranted:               .policeAid(.ladder(.policeAidGranted))
    case .policeAidRefused:               .policeAid(go(.policeAidRefused, [], "CPCE L153-1"))
    case .accommodated:                   .whileThere(ignore("CPCE L451-1 : un hébergement ne met fin ni au bail ni à la procédure"))
    case .departed:                       .leaving(go(.left, [.tellDeparture], "CPCE L451-1"))
    case .keysReturned:                   .leaving(go(.left, [.tellDeparture], "CPCE L451-1"))
    case .otherMotiveReported:            .always(ignore("le motif ne change pas l'étape"))
    case .contactAttempted, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                          .always(ignore("le contact ne change pas la procédure"))
    case .householdDied:                  .always(go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin"))
    case .tenantDied:                     .always(ignore("loi 89-462, art. 14 ; C. civ. 1751 : qui garde le bail garde le dossier"))
    case .violenceReported:               .always(ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde"))
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                          .always(ignore("l'apurement ne change pas l'étape"))
    case .offerRefusedWithReason, .offerRefusedUnjustified, .daloRightLost, .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade:
                                          .always(ignore("le relogement ne change pas l'étape"))
    case .rehoused:                       .always(go(.closed, [], "instruction 2.2 ; le ménage est relogé"))
    case .appealEnded:                    .always(ignore("l'étape demeure"))
    case .compensationClaimed, .compensationDecided:
                                          .always(ignore("l'indemnisation ne change rien pour le ménage"))
    case .transferRequested:              .always(stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception"))
    case .transferReceived:               .always(either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé")))
    case .transferRefused:                .always(review(.transferRefused, "instruction 1.2 ; le dossier reste ici"))
    case .closedByCommission:             .always(go(.closed, [], "instruction 1.2 ; décision motivée de la commission"))
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence:
                                          .always(ignore("étape déjà quittée"))
    }
  }
}
