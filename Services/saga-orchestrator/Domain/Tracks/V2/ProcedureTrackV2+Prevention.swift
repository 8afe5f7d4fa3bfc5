import Contracts

/// Before the assignation.
extension ProcedureTrackV2 {
  /// Arrears are known; nothing has been served.
  // swift-format-ignore
  static func prevention(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .noticeServed, .noticeBelowThreshold:
                                            either(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared:                      either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée"))
    case .debtErased:                       either(.mustMove, stay([], "C. consom. L741-2 ; la dette est effacée, le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; la dette est effacée"))
    case .cohesionProtocolSigned:           review(.missedStep, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .newLeaseSigned:                   review(.contradiction, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn, .judgmentReversed:
                                            review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .missedStep)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1", review: .missedStep)
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .missedStep)
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
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        either(.debtCleared, either(.mustMove, review(.dormant, "Charte ; examen semestriel"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), review(.dormant, "Charte ; examen semestriel"))
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

  /// The commandement de payer runs.
  // swift-format-ignore
  static func noticeServed(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared:                      either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée"))
    case .surendettementAdmitted:           go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)")
    case .debtErased:                       either(.mustMove, stay([], "C. consom. L741-2 ; la dette est effacée, le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; la dette est effacée"))
    case .cohesionProtocolSigned:           review(.missedStep, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .newLeaseSigned:                   review(.contradiction, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn, .judgmentReversed:
                                            review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .missedStep)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1", review: .missedStep)
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .missedStep)
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
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .noticeExpired:                    go(.noticeExpired, [], "loi 89-462, art. 24 I")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("le premier commandement compte")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .settlementExhausted, .surendettementFiled, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
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
    case .contactOverdue, .diagnosisOverdue, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The clause has taken effect; the household may be summoned.
  // swift-format-ignore
  static func noticeExpired(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared:                      either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée"))
    case .debtErased:                       either(.mustMove, stay([], "C. consom. L741-2 ; la dette est effacée, le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; la dette est effacée"))
    case .cohesionProtocolSigned:           review(.missedStep, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .newLeaseSigned:                   review(.contradiction, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn, .judgmentReversed:
                                            review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .missedStep)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1", review: .missedStep)
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .missedStep)
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
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        either(.debtCleared, either(.mustMove, review(.dormant, "Charte ; examen semestriel"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), review(.dormant, "Charte ; examen semestriel"))
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("la clause est déjà acquise")
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

  /// Recevabilité came within the delay: the clause does not operate.
  // swift-format-ignore
  static func clauseBlocked(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .debtCleared:                      either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée"))
    case .surendettementRefused, .surendettementEnded:
                                            go(.prevention, [], "C. consom. L722-2 ; la protection prend fin")
    case .debtErased:                       either(.mustMove, stay([], "C. consom. L741-2 ; la dette est effacée, le relogement se poursuit"), go(.closed, [], "C. consom. L741-2 ; la dette est effacée"))
    case .cohesionProtocolSigned:           review(.missedStep, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .newLeaseSigned:                   review(.contradiction, "CCH L442-6-5 : aucun bail résilié n'est connu")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed:                    .flagged(.contradiction, either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1"))))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn, .judgmentReversed:
                                            review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .missedStep)
    case .clauseSuspendedAfterPRP:          go(.clauseSuspended, [], "C. consom. L714-1", review: .missedStep)
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .missedStep)
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
    case .keysReturned:                     go(.left, [], "CPCE L451-1 ; les clés sont rendues")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        either(.debtCleared, either(.mustMove, review(.dormant, "Charte ; examen semestriel"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), review(.dormant, "Charte ; examen semestriel"))
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("la clause ne joue pas pendant la procédure de surendettement")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementPlanAdopted, .surendettementMoratorium, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
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
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
