import Contracts

/// From the assignation to the decision.
extension ProcedureTrackV1 {
  /// A hearing is fixed.
  // swift-format-ignore
  static func summoned(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1")
    case .hearingPassed:                    go(.judgmentAwaited, [], "instruction 3.1 ; le jour de l'audience est passé")
    case .summonsServed, .hearingPostponed: go(.summoned, [.informTenantOfHearing], "instruction 2.1")
    case .settlementStarted, .planAgreed, .fslGranted, .surendettementAdmitted, .aidMaintained, .debtCleared,
      .rehousingStarted, .offerAccepted, .daloPriority:
                                            stay([.tellCourtOfMeasures], "instruction 3.1")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions:
                                            stay([.askCourtForTime], "loi 89-462, art. 24 V ; instruction 2.1")
    case .diagnosedMustMove:                stay([.askCourtForTime], "CPCE L412-3 ; instruction 2.2")
    case .claimDismissed, .claimWithdrawn:  either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2")
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2")
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .missedStep)
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .missedStep)
    case .policeAidRequested:               .flagged(.missedStep, policeAidRequested)
    case .policeAidGranted:                 .flagged(.missedStep, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .missedStep)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .arrearsReported, .noticeServed:   ignore("un acte plus avancé est déjà connu")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting:               ignore("le contact ne change pas la procédure")
    case .planRefused, .planBroken, .planCompleted, .fslRefused, .settlementExhausted, .surendettementFiled,
      .surendettementRefused, .surendettementEnded, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .offerMade, .offerRefused, .daloFiled, .daloRefused, .daloOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The hearing was held.
  // swift-format-ignore
  static func judgmentAwaited(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .decisionOverdue:                  go(.judgmentAwaited, [], "instruction 3.1 ; la décision n'est pas connue", review: .overdue)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1 ; nouvelle audience")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1")
    case .debtCleared:                      stay([.tellCourtOfMeasures], "instruction 3.1 ; la dette est soldée")
    case .claimDismissed, .claimWithdrawn:  either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V")
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2")
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2")
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .missedStep)
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .missedStep)
    case .policeAidRequested:               .flagged(.missedStep, policeAidRequested)
    case .policeAidGranted:                 .flagged(.missedStep, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .missedStep)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .arrearsReported, .noticeServed:   ignore("un acte plus avancé est déjà connu")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloPriority, .daloRefused,
      .daloOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The claim was dismissed or withdrawn; the social follow-up goes on.
  // swift-format-ignore
  static func claimEnded(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .reviewDue:                        either(.debtCleared, either(.mustMove, go(.prevention, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.prevention, [], "instruction 1.2 ; la prévention reprend"))
    case .noticeServed:                     either(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld, .hearingPostponed:   ignore("l'instance est éteinte")
    case .claimDismissed, .claimWithdrawn:  ignore("l'instance est déjà éteinte")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .contradiction)
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .missedStep)
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .missedStep)
    case .policeAidRequested:               .flagged(.missedStep, policeAidRequested)
    case .policeAidGranted:                 .flagged(.missedStep, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .missedStep)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .debtCleared:                      either(.mustMove, stay([], "instruction 2.2 ; la dette est soldée, le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée"))
    case .arrearsReported:                  ignore("l'impayé est déjà suivi")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloPriority, .daloRefused,
      .daloOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The clause is suspended while the schedule is kept.
  // swift-format-ignore
  static func schedule(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .scheduleBroken:                   go(.evictionOrdered, [.askCourtForTime], "loi 89-462, art. 24 VII ; instruction 3.2")
    case .scheduleKept, .debtCleared:       either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VII ; le relogement se poursuit"), go(.closed, [], "loi 89-462, art. 24 VII ; le bail est maintenu"))
    case .reviewDue:                        either(.debtCleared, either(.mustMove, go(.claimEnded, [], "loi 89-462, art. 24 VII ; le relogement se poursuit"), go(.closed, [], "loi 89-462, art. 24 VII ; le bail est maintenu")), stay([], "instruction 3.2 ; l'échéancier est suivi"))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; le dernier échéancier compte")
    case .summonsServed:                    stay([.informTenantOfHearing], "instruction 2.1 ; nouvelle audience", review: .contradiction)
    case .hearingHeld, .hearingPostponed:   ignore("la décision est déjà rendue")
    case .claimDismissed, .claimWithdrawn:  either(.debtCleared, either(.mustMove, go(.claimEnded, [], "instruction 2.2 ; le relogement se poursuit"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), go(.claimEnded, [], "instruction 1.2 ; le suivi social continue trois mois"))
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .contradiction)
    case .quitOrderServed:                  go(.quitServed, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .quitOrderUnnotified:              go(.quitSuspended, [.tellPrefetProtection], "loi 89-462, art. 24 V ; le CQL est prématuré", review: .executionDuringProtection)
    case .policeAidRequested:               .flagged(.executionDuringProtection, policeAidRequested)
    case .policeAidGranted:                 .flagged(.executionDuringProtection, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .executionDuringProtection)
    case .jexDelaysGranted:                 review(.missedStep, "CPCE L412-3 : aucun titre n'est connu")
    case .jexDelaysEnded:                   ignore("aucun délai du juge de l'exécution ne courait à cette étape")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .arrearsReported, .noticeServed:   ignore("un acte plus avancé est déjà connu")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloPriority, .daloRefused,
      .daloOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
