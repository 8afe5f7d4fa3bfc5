import Contracts

/// The claim has ended without a title; the social follow-up goes on.
extension ProcedureTrackV2 {
  /// The claim was dismissed or withdrawn; the social follow-up goes on.
  // swift-format-ignore
  static func claimEnded(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .noticeServed, .noticeBelowThreshold:
                                            either(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared:                      either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée"))
    case .debtErased:                       either(.mustMove, stay([], "C. consom. L741-2 ; la dette est effacée, le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; la dette est effacée"))
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .claimWithdrawn:                   go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .contradiction)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .contradiction)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1", review: .contradiction)
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .contradiction)
    case .judgmentNotified:                 stay([], "CPC art. 538, 490 ; le délai d'appel court")
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([], "CPC art. 539, 514-3")
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .missedStep)
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .missedStep)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .evictionSuspendedBySurendettement:
                                            review(.missedStep, "C. consom. L722-6 à L722-9 : aucun titre n'est connu")
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
    case .reviewDue:                        either(.debtCleared, either(.mustMove, go(.prevention, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.prevention, [], "instruction 1.2 ; la prévention reprend"))
    case .arrearsReported:                  ignore("l'impayé est déjà suivi")
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
    case .hearingHeld, .hearingPostponed:   ignore("l'instance est éteinte")
    case .claimDismissed, .judgmentReversed:
                                            ignore("l'instance est déjà éteinte")
    case .appealEnded, .surendettementSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The landlord gave up; the social follow-up goes on for three months.
  // swift-format-ignore
  static func withdrawn(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .noticeServed, .noticeBelowThreshold:
                                            either(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared:                      either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée"))
    case .debtErased:                       either(.mustMove, stay([], "C. consom. L741-2 ; la dette est effacée, le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; la dette est effacée"))
    case .cohesionProtocolSigned:           go(.cohesionProtocol, [.tellPrefetProtection], "CCH L353-15-2, L442-6-5")
    case .newLeaseSigned:                   go(.closed, [], "CCH L353-15-2, L442-6-5 ; un nouveau bail est signé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .contradiction)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .contradiction)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1", review: .contradiction)
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .contradiction)
    case .appealFiled:                      stay([], "CPC art. 514 ; l'exécution provisoire de droit n'est pas suspendue")
    case .executionStayed:                  stay([], "CPC art. 539, 514-3")
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .missedStep)
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .missedStep)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .evictionSuspendedBySurendettement:
                                            review(.missedStep, "C. consom. L722-6 à L722-9 : aucun titre n'est connu")
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
    case .reviewDue:                        either(.mustMove, go(.prevention, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "CPC art. 394 ; fin du suivi de trois mois"))
    case .arrearsReported:                  ignore("l'impayé est déjà suivi")
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
    case .hearingHeld, .hearingPostponed:   ignore("l'instance est éteinte")
    case .claimDismissed, .judgmentReversed:
                                            ignore("l'instance est déjà éteinte")
    case .claimWithdrawn:                   ignore("le désistement est déjà connu")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealEnded, .surendettementSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
