import Contracts

/// A title exists: from the decision to the end of the CQL.
extension ProcedureTrackV1 {
  /// There is a title.
  // swift-format-ignore
  static func evictionOrdered(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .hearingHeld, .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; décision postérieure", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3", review: .contradiction)
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3")
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5")
    case .policeAidRequested:               .flagged(.missedStep, policeAidRequested)
    case .policeAidGranted:                 .flagged(.missedStep, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .missedStep)
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .reviewDue:                        stay([.askCourtForTime, .raiseRehousingPriority], "instruction 3.2")
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

  /// There is a title, and the judge left time.
  // swift-format-ignore
  static func evictionDelayed(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .judgeDelaysEnded:                 go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3, L412-4 ; instruction 3.2")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .hearingHeld, .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V ; décision postérieure", review: .contradiction)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; la dernière décision compte")
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3")
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5")
    case .policeAidRequested:               .flagged(.executionDuringProtection, policeAidRequested)
    case .policeAidGranted:                 .flagged(.executionDuringProtection, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .executionDuringProtection)
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .reviewDue:                        stay([.raiseRehousingPriority], "CPCE L412-4 ; la fin des délais n'est pas connue", review: .overdue)
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
      .quitPeriodEnded, .policeAidSilence:  ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The CQL is served and the préfet seized: two months run.
  // swift-format-ignore
  static func quitServed(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .quitPeriodEnded:                  go(.quitExpired, [.raiseRehousingPriority], "CPCE L412-1 ; instruction 3.2")
    case .quitOrderUnnotified:              go(.quitSuspended, [], "CPCE L412-5", review: .contradiction)
    case .quitOrderServed:                  go(.quitServed, [], "CPCE L412-1 ; le dernier délai compte")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .hearingHeld, .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .policeAidRequested:               policeAidRequested
    case .policeAidGranted:                 policeAidGranted
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1")
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .reviewDue:                        review(.overdue, "CPCE L412-1 : la fin du délai n'est pas connue")
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
      .judgeDelaysEnded, .policeAidSilence: ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The CQL is served but the préfet is not seized.
  // swift-format-ignore
  static func quitSuspended(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .quitOrderServed:                  go(.quitServed, [], "CPCE L412-5, L412-1")
    case .quitOrderUnnotified:              ignore("le préfet n'est toujours pas saisi")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .hearingHeld, .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .policeAidRequested:               .flagged(.missedStep, policeAidRequested)
    case .policeAidGranted:                 .flagged(.missedStep, policeAidGranted)
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1", review: .missedStep)
    case .daloPriority:                     stay([.tellPrefetDALO], "instruction 3.2 ; instruction du 26 octobre 2012")
    case .jexDelaysGranted:                 stay([.tellPrefetProtection], "CPCE L412-3")
    case .planAgreed:                       stay([.tellPrefetProtection], "instruction 2.2 (1) ; plan accepté par le bailleur")
    case .jexDelaysEnded:                   ignore("la protection du juge de l'exécution est levée, l'étape demeure")
    case .evictionReported:                 eviction
    case .departed:                         go(.left, [], "CPCE L451-1")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .quitPeriodEnded:                  ignore("CPCE L412-5 : le délai est suspendu")
    case .reviewDue:                        review(.overdue, "CPCE L412-5 : le préfet n'est toujours pas saisi")
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
      .judgeDelaysEnded, .policeAidSilence: ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve suspend l'exécution, non la procédure")
    }
  }

  /// The two months have run.
  // swift-format-ignore
  static func quitExpired(_ trigger: TriggerV1) -> Row<ProcedurePhaseV1> {
    switch trigger {
    case .quitOrderServed, .quitOrderUnnotified:
                                            ignore("un acte plus avancé est déjà connu")
    case .claimDismissed, .claimWithdrawn:  go(.claimEnded, [], "instruction 1.2 ; le titre tombe", review: .contradiction)
    case .scheduleKept:                     go(.claimEnded, [], "loi 89-462, art. 24 VII ; l'échéancier a été tenu", review: .contradiction)
    case .debtCleared, .planCompleted:      review(.clearedAfterJudgment, "instruction 3.2 : demander au bailleur de renoncer au titre")
    case .summonsServed:                    review(.contradiction, "loi 89-462, art. 24 : un titre existe déjà")
    case .hearingHeld, .hearingPostponed, .scheduleBroken, .evictionOrdered:
                                            ignore("un acte plus avancé est déjà connu")
    case .delaysGranted, .evictionOrderedWithDelays:
                                            stay([.tellPrefetProtection], "loi 89-462, art. 24 V ; CPCE L412-3", review: .contradiction)
    case .policeAidRequested:               policeAidRequested
    case .policeAidGranted:                 policeAidGranted
    case .policeAidRefused:                 go(.policeAidRefused, [], "CPCE L153-1")
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
}
