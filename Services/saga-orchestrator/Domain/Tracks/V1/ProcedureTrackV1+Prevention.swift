import Contracts

/// Before the assignation.
extension ProcedureTrackV1 {
  /// Arrears are known; nothing has been served.
  // swift-format-ignore
  static func prevention(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .noticeServed:                     either(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn:  review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
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
    case .reviewDue:                        either(.debtCleared, either(.mustMove, review(.dormant, "Charte ; examen semestriel"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), review(.dormant, "Charte ; examen semestriel"))
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

  /// The commandement de payer runs.
  // swift-format-ignore
  static func noticeServed(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .noticeExpired:                    go(.noticeExpired, [], "loi 89-462, art. 24 I")
    case .surendettementAdmitted:           go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn:  review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
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
    case .arrearsReported, .noticeServed:   ignore("le premier commandement compte")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementFiled, .surendettementRefused, .surendettementEnded, .aidMaintained,
      .aidSuspended:                        ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloPriority, .daloRefused,
      .daloOfferMade, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The clause has taken effect; the household may be summoned.
  // swift-format-ignore
  static func noticeExpired(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn:  review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
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
    case .reviewDue:                        either(.debtCleared, either(.mustMove, review(.dormant, "Charte ; examen semestriel"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), review(.dormant, "Charte ; examen semestriel"))
    case .arrearsReported, .noticeServed:   ignore("la clause est déjà acquise")
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

  /// Recevabilité came within the delay: the clause does not operate.
  // swift-format-ignore
  static func clauseBlocked(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .surendettementEnded, .surendettementRefused:
                                            go(.prevention, [], "C. consom. L722-2 ; la protection prend fin")
    case .summonsServed:                    .flagged(.contradiction, either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1"))))
    case .hearingHeld:                      go(.judgmentAwaited, [], "instruction 3.1", review: .missedStep)
    case .hearingPostponed:                 go(.summoned, [.informTenantOfHearing], "instruction 2.1", review: .missedStep)
    case .claimDismissed, .claimWithdrawn:  review(.missedStep, "loi 89-462, art. 24 : aucune instance n'est connue")
    case .scheduleBroken, .scheduleKept:    review(.contradiction, "loi 89-462, art. 24 V : aucun échéancier n'est connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .missedStep)
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .missedStep)
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
    case .reviewDue:                        either(.debtCleared, either(.mustMove, review(.dormant, "Charte ; examen semestriel"), go(.closed, [], "instruction 2.2 ; la dette est soldée")), review(.dormant, "Charte ; examen semestriel"))
    case .arrearsReported, .noticeServed:   ignore("la clause ne joue pas pendant la procédure de surendettement")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .aidMaintained, .aidSuspended:
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
