import Contracts

/// The concours de la force publique, from the request to what the préfet decides.
extension ProcedureTrackV1 {
  /// The préfet examines the request.
  // swift-format-ignore
  static func policeAidAsked(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .policeAidGranted:                 policeAidGranted
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1, R153-1")
    case .policeAidSilence:                 go(.policeAidRefused, [], "CPCE R153-1 : deux mois de silence valent refus")
    case .quitOrderServed, .quitOrderUnnotified, .policeAidRequested:
                                            ignore("un acte plus avancé est déjà connu")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .hearingHeld, .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .quitPeriodEnded:                  ignore("le délai du CQL est passé ; la demande reste à l'instruction")
    case .arrearsReported, .noticeServed:   ignore("un acte plus avancé est déjà connu")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .aidMaintained,
      .aidSuspended:                        ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade,
      .accommodationOffered:                ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .reviewDue:        ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The préfet refused, in words or by silence.
  // swift-format-ignore
  static func policeAidRefused(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .policeAidGranted:                 policeAidGranted
    case .policeAidRequested:               policeAidRequested
    case .quitOrderServed, .quitOrderUnnotified, .policeAidRefused:
                                            ignore("un acte plus avancé est déjà connu")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .hearingHeld, .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 3.2")
    case .arrearsReported, .noticeServed:   ignore("un acte plus avancé est déjà connu")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .aidMaintained,
      .aidSuspended:                        ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade,
      .accommodationOffered:                ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The CFP is granted, but a protection holds.
  // swift-format-ignore
  static func evictionHeld(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .truceEnded, .jexDelaysEnded, .judgeDelaysEnded, .quitPeriodEnded, .planBroken, .scheduleBroken,
      .daloOfferMade, .daloRefused:         released
    case .reviewDue:                        awaited
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1")
    case .quitOrderServed:                  go(.evictionHeld, [], "CPCE L412-1 ; le délai court")
    case .quitOrderUnnotified, .policeAidRequested, .policeAidGranted, .hearingHeld, .hearingPostponed,
      .evictionOrdered:                     ignore("un acte plus avancé est déjà connu")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .truceStarted:                     stay([.tellPrefetProtection], "CPCE L412-6")
    case .arrearsReported, .noticeServed:   ignore("un acte plus avancé est déjà connu")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .settlementExhausted, .surendettementFiled,
      .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .accommodationOffered:
                                            ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .policeAidSilence:                    ignore("échéance d'une étape déjà quittée")
    }
  }

  /// The CFP is granted and nothing protects the household.
  // swift-format-ignore
  static func evictionPossible(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .truceStarted:                     go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-6")
    case .jexDelaysGranted:                 go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       go(.evictionHeld, [.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .delaysGranted:                    go(.evictionHeld, [.tellPrefetProtection], "loi 89-462, art. 24 V", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionHeld, [.tellPrefetProtection], "CPCE L412-3", review: .contradiction)
    case .daloPriority:                     go(.evictionHeld, [.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1")
    case .quitOrderServed, .quitOrderUnnotified, .policeAidRequested, .policeAidGranted, .hearingHeld,
      .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 3.2 ; le relogement ou l'hébergement d'abord")
    case .arrearsReported, .noticeServed:   ignore("un acte plus avancé est déjà connu")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas la procédure")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .aidMaintained,
      .aidSuspended:                        ignore("l'apurement ne change pas l'étape de la procédure")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade,
      .accommodationOffered:                ignore("le relogement ne change pas l'étape de la procédure")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceEnded:                       ignore("la trêve suspend l'exécution, non la procédure")
    }
  }
}
