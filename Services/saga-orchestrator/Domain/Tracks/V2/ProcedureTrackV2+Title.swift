import Contracts

/// A title exists.
extension ProcedureTrackV2 {
  /// There is a title.
  // swift-format-ignore
  static func evictionOrdered(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                       review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .claimDismissed:                   go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .claimWithdrawn:                   go(.withdrawn, [.followUp], "CPC art. 394 ; le bailleur renonce au titre", review: .contradiction)
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; décision postérieure", review: .contradiction)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; décision postérieure", review: .contradiction)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1 ; décision postérieure", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3", review: .contradiction)
    case .judgmentNotified:                 stay([], "CPC art. 538, 490 ; le délai d'appel court")
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:                 go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .quitOrderServed:                  either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1 ; le juge a écarté le délai"), go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3"))
    case .quitOrderUnnotified:              either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1, L412-5 ; le délai écarté ne peut être suspendu"), go(.quitSuspended, [.askCourtForTime], "CPCE L412-5"))
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .evictionSuspendedBySurendettement:
                                            stay([.tellPrefetProtection], "C. consom. L722-6 à L722-9")
    case .policeAidRequested:               .flagged(.missedStep, policeAidRequested)
    case .policeAidPremature:               stay([.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .executionDuringProtection)
    case .policeAidGranted:                 .flagged(.missedStep, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .missedStep)
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        stay([.askCourtForTime, .raiseRehousingPriority], "instruction 3.2")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .hearingHeld, .hearingPostponed, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithoutQuitDelay:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded, .appealEnded, .surendettementSuspensionEnded,
      .clauseSuspensionEnded:               ignore("la protection est levée, l'étape demeure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// There is a title, and the judge left time.
  // swift-format-ignore
  static func evictionDelayed(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                       review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .claimDismissed:                   go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .claimWithdrawn:                   go(.withdrawn, [.followUp], "CPC art. 394 ; le bailleur renonce au titre", review: .contradiction)
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; décision postérieure", review: .contradiction)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; décision postérieure", review: .contradiction)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1 ; décision postérieure", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; la dernière décision compte")
    case .judgmentNotified:                 stay([], "CPC art. 538, 490 ; le délai d'appel court")
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:                 go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .quitOrderServed:                  either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1 ; le juge a écarté le délai"), go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3"))
    case .quitOrderUnnotified:              either(.quitDelayWaived, go(.quitExpired, [], "CPCE L412-1, L412-5 ; le délai écarté ne peut être suspendu"), go(.quitSuspended, [.askCourtForTime], "CPCE L412-5"))
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .evictionSuspendedBySurendettement:
                                            stay([.tellPrefetProtection], "C. consom. L722-6 à L722-9")
    case .policeAidRequested:               .flagged(.executionDuringProtection, policeAidRequested)
    case .policeAidPremature:               stay([.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .executionDuringProtection)
    case .policeAidGranted:                 .flagged(.executionDuringProtection, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .executionDuringProtection)
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .judgeDelaysEnded:                 go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3, L412-4 ; instruction 3.2")
    case .reviewDue:                        stay([.raiseRehousingPriority], "CPCE L412-4 ; la fin des délais n'est pas connue", review: .overdue)
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .hearingHeld, .hearingPostponed, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithoutQuitDelay:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded, .appealEnded, .surendettementSuspensionEnded,
      .clauseSuspensionEnded:               ignore("la protection est levée, l'étape demeure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .quitPeriodEnded, .policeAidSilence:  ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
