import Contracts

/// While the clause or the execution is suspended by an agreement or a decision.
extension ProcedureTrackV2 {
  /// The clause is suspended while the schedule is kept.
  // swift-format-ignore
  static func schedule(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared, .scheduleKept:       either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VII ; le relogement se poursuit"), go(.closed, [], "loi 89-462, art. 24 VII ; le bail est maintenu"))
    case .debtErased:                       either(.mustMove, go(.claimEnded, [], "C. consom. L741-2 ; le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; le bail est maintenu"))
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    stay([.informTenantOfHearing], "instruction 2.1 ; nouvelle audience", review: .contradiction)
    case .claimDismissed, .judgmentReversed:
                                            either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .claimWithdrawn:                   either(.debtCleared, either(.mustMove, go(.withdrawn, [.followUp], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois"))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; le dernier échéancier compte")
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1 ; suspension de deux ans")
    case .scheduleBroken:                   go(.evictionOrdered, [.askCourtForTime], "loi 89-462, art. 24 VII ; instruction 3.2")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .contradiction)
    case .judgmentNotified:                 stay([], "CPC art. 538, 490 ; le délai d'appel court")
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([], "CPC art. 539, 514-3")
    case .quitOrderServed:                  go(.quitServed, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .quitOrderUnnotified:              go(.quitSuspended, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .evictionSuspendedBySurendettement:
                                            review(.missedStep, "C. consom. L722-6 à L722-9 : aucun titre n'est connu")
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
    case .reviewDue:                        either(.debtCleared, either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VII ; le relogement se poursuit"), go(.closed, [], "loi 89-462, art. 24 VII ; le bail est maintenu")), stay([], "instruction 3.2 ; l'échéancier est suivi"))
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .aidMaintained, .aidSuspended:        ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded:
                                            ignore("aucun protocole n'est en vigueur à cette étape")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled,
      .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .hearingHeld, .hearingPostponed:   ignore("la décision est déjà rendue")
    case .appealEnded, .surendettementSuspensionEnded, .clauseSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The judge set the delays by the measures of the commission.
  // swift-format-ignore
  static func commissionSchedule(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared, .scheduleKept:       either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; le relogement se poursuit"), go(.closed, [], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; le bail est maintenu"))
    case .debtErased:                       either(.mustMove, go(.claimEnded, [], "C. consom. L741-2 ; le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; le bail est maintenu"))
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    stay([.informTenantOfHearing], "instruction 2.1 ; nouvelle audience", review: .contradiction)
    case .claimDismissed, .judgmentReversed:
                                            either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .claimWithdrawn:                   either(.debtCleared, either(.mustMove, go(.withdrawn, [.followUp], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois"))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; le dernier échéancier compte")
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; la dernière décision compte")
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1 ; suspension de deux ans")
    case .scheduleBroken:                   go(.evictionOrdered, [.askCourtForTime], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; instruction 3.2")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .contradiction)
    case .judgmentNotified:                 stay([], "CPC art. 538, 490 ; le délai d'appel court")
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([], "CPC art. 539, 514-3")
    case .quitOrderServed:                  go(.quitServed, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .quitOrderUnnotified:              go(.quitSuspended, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .evictionSuspendedBySurendettement:
                                            review(.missedStep, "C. consom. L722-6 à L722-9 : aucun titre n'est connu")
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
    case .reviewDue:                        either(.debtCleared, either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; le relogement se poursuit"), go(.closed, [], "loi 89-462, art. 24 VI ; C. consom. L714-1 ; le bail est maintenu")), stay([], "instruction 3.2 ; les mesures de la commission sont suivies"))
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .aidMaintained, .aidSuspended:        ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded:
                                            ignore("aucun protocole n'est en vigueur à cette étape")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled,
      .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .hearingHeld, .hearingPostponed:   ignore("la décision est déjà rendue")
    case .appealEnded, .surendettementSuspensionEnded, .clauseSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The debt was erased: the clause is suspended for two years.
  // swift-format-ignore
  static func clauseSuspended(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .arrearsReported:                  review(.contradiction, "C. consom. L714-1 : le loyer courant doit être payé")
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    stay([.informTenantOfHearing], "instruction 2.1 ; nouvelle audience", review: .contradiction)
    case .claimDismissed, .judgmentReversed:
                                            either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .claimWithdrawn:                   either(.debtCleared, either(.mustMove, go(.withdrawn, [.followUp], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois"))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; dette nouvelle")
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI ; dette nouvelle")
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1 ; suspension de deux ans")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "C. consom. L714-1 : aucun échéancier ne court")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .contradiction)
    case .judgmentNotified:                 stay([], "CPC art. 538, 490 ; le délai d'appel court")
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([], "CPC art. 539, 514-3")
    case .quitOrderServed:                  go(.quitServed, [.tellPrefetProtection], "C. consom. L714-1 ; le CQL est prématuré", review: .executionDuringProtection)
    case .quitOrderUnnotified:              go(.quitSuspended, [.tellPrefetProtection], "C. consom. L714-1 ; le CQL est prématuré", review: .executionDuringProtection)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .evictionSuspendedBySurendettement:
                                            review(.missedStep, "C. consom. L722-6 à L722-9 : aucun titre n'est connu")
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
    case .reviewDue:                        stay([], "C. consom. L714-1 ; la suspension dure deux ans")
    case .clauseSuspensionEnded:            either(.mustMove, go(.claimEnded, [], "C. consom. L714-1 ; le relogement se poursuit"), go(.closed, [], "C. consom. L714-1 ; la clause est réputée n'avoir pas joué"))
    case .noticeServed, .noticeBelowThreshold:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .aidMaintained, .aidSuspended:        ignore("l'apurement ne change pas l'étape de la procédure")
    case .debtCleared, .debtErased:         ignore("la dette est déjà effacée")
    case .cohesionProtocolBroken, .cohesionProtocolEnded:
                                            ignore("aucun protocole n'est en vigueur à cette étape")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled,
      .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .hearingHeld, .hearingPostponed:   ignore("la décision est déjà rendue")
    case .appealEnded, .surendettementSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// A protocole de cohésion sociale is in force.
  // swift-format-ignore
  static func cohesionProtocol(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 3.2 : demander au bailleur de renoncer au titre", review: .clearedAfterJudgment)
    case .debtErased:                       review(.clearedAfterJudgment, "C. consom. L714-1, L741-2 : le titre subsiste")
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [], "CCH L353-15-2 ; avenant, trois ans au plus")
    case .cohesionProtocolBroken:           go(.evictionOrdered, [.askCourtForTime], "CCH L353-15-2 ; le bailleur peut reprendre l'exécution")
    case .cohesionProtocolEnded:            go(.evictionOrdered, [.askCourtForTime], "CCH L353-15-2 ; le terme est venu sans nouveau bail", review: .overdue)
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
    case .evictionOrderedWithDelays:        stay([.tellPrefetProtection], "CPCE L412-3", review: .contradiction)
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([.tellPrefetProtection], "CPC art. 539, 514-3")
    case .judgmentReversed:                 go(.claimEnded, [], "CPC art. 561 ; le titre tombe", review: .contradiction)
    case .quitOrderServed, .quitOrderUnnotified:
                                            stay([.tellPrefetProtection], "CCH L353-15-2 ; pas d'exécution pendant le protocole", review: .executionDuringProtection)
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
    case .reviewDue:                        stay([], "CCH L353-15-2 ; le terme du protocole n'est pas connu", review: .overdue)
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
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealEnded, .surendettementSuspensionEnded, .clauseSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
