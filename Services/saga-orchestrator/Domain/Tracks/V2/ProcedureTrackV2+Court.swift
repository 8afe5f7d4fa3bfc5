import Contracts

/// At the court.
extension ProcedureTrackV2 {
  /// A hearing is fixed.
  // swift-format-ignore
  static func summoned(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions:
                                            stay([.askCourtForTime], "loi 89-462, art. 24 V ; instruction 2.1")
    case .diagnosedMustMove:                stay([.askCourtForTime], "CPCE L412-3 ; instruction 2.2")
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .settlementStarted, .planAgreed, .fslGranted, .surendettementAdmitted, .aidMaintained,
      .rehousingStarted, .offerAccepted, .daloPriority:
                                            stay([.tellCourtOfMeasures], "instruction 3.1")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 2.2 ; la dette est soldée, la demande perd son objet")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            stay([.tellCourtOfMeasures], "loi 89-462, art. 24 VI ; instruction 3.1")
    case .debtErased:                       stay([.tellCourtOfMeasures], "loi 89-462, art. 24 VI ; C. consom. L741-2")
    case .cohesionProtocolSigned:           review(.missedStep, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .newLeaseSigned:                   review(.contradiction, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed, .hearingPostponed:
                                            go(.summoned, [.informTenantOfHearing], "instruction 2.1")
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1")
    case .claimDismissed, .judgmentReversed:
                                            either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .claimWithdrawn:                   either(.debtCleared, either(.mustMove, go(.withdrawn, [.followUp], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois"))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V")
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI")
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2")
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2")
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté")
    case .appealFiled:                      review(.missedStep, "CPC art. 538 : aucune décision n'est connue")
    case .executionStayed:                  review(.missedStep, "CPC art. 539 : aucune décision n'est connue")
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
    case .keysReturned:                     go(.debtClaim, [.tellCourtOfMeasures], "CPCE L451-1 ; sans objet pour l'expulsion, la dette reste en litige")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .hearingPassed:                    go(.judgmentAwaited, [], "instruction 3.1 ; le jour de l'audience est passé")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .planRefused, .planBroken, .fslRefused, .settlementExhausted, .surendettementFiled,
      .surendettementRefused, .surendettementEnded, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded:
                                            ignore("aucun protocole n'est en vigueur à cette étape")
    case .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified, .daloFiled,
      .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade,
      .accommodationOffered:                ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealEnded, .surendettementSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The hearing was held.
  // swift-format-ignore
  static func judgmentAwaited(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planCompleted, .debtCleared:      stay([.tellDebtCleared], "instruction 2.2 ; la dette est soldée, la demande perd son objet")
    case .debtErased:                       stay([.tellCourtOfMeasures], "loi 89-462, art. 24 VI ; C. consom. L741-2")
    case .cohesionProtocolSigned:           review(.missedStep, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .newLeaseSigned:                   review(.contradiction, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1")
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1 ; nouvelle audience")
    case .claimDismissed, .judgmentReversed:
                                            either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .claimWithdrawn:                   either(.debtCleared, either(.mustMove, go(.withdrawn, [.followUp], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.withdrawn, [.followUp], "CPC art. 394 ; instruction 2.1 ; le suivi social continue trois mois"))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V")
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI")
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2")
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2")
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté")
    case .appealFiled:                      review(.missedStep, "CPC art. 538 : aucune décision n'est connue")
    case .executionStayed:                  review(.missedStep, "CPC art. 539 : aucune décision n'est connue")
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
    case .keysReturned:                     go(.debtClaim, [.tellCourtOfMeasures], "CPCE L451-1 ; sans objet pour l'expulsion, la dette reste en litige")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .decisionOverdue:                  go(.judgmentAwaited, [], "instruction 3.1 ; la décision n'est pas connue", review: .overdue)
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("un acte plus avancé est déjà connu")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained,
      .aidSuspended:                        ignore("l'apurement ne change pas l'étape de la procédure")
    case .cohesionProtocolBroken, .cohesionProtocolEnded:
                                            ignore("aucun protocole n'est en vigueur à cette étape")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled,
      .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealEnded, .surendettementSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
