import Contracts

/// Where the debt is frozen, scheduled by the judge, without a way out, or cleared.
extension DebtTrackV1 {
  /// The file of surendettement is recevable: the debt is frozen.
  // swift-format-ignore
  static func frozen(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .surendettementEnded:              either(.debtCleared, go(.cleared, [], "C. consom. L741-2"), go(.settling, [.openSettlement], "instruction 2.2"))
    case .surendettementRefused:            go(.settling, [.openSettlement], "instruction 2.2")
    case .planAgreed:                       review(.contradiction, "C. consom. L722-5 : la dette gelée ne peut être payée")
    case .reviewDue:                        stay([], "C. consom. L722-2 ; les mesures de la commission sont attendues")
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .debtCleared, .planCompleted, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .surendettementFiled:              stay([], "C. consom. L721-3 : secret, rien ne change")
    case .arrearsReported, .noticeServed:   ignore("la dette est déjà suivie")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le diagnostic ne change pas cette étape")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementAdmitted, .aidMaintained, .aidSuspended:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .evictionOrdered,
      .evictionOrderedWithDelays:           ignore("cet acte ne change pas l'apurement")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("l'apurement est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// The judge granted delays.
  // swift-format-ignore
  static func schedule(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2 ; l'échéancier est rompu")
    case .evictionOrdered, .evictionOrderedWithDelays:
                                            go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .aidSuspended:                     stay([.openUrgentSettlement], "instruction 2.2 (3)")
    case .reviewDue:                        stay([], "instruction 3.2 ; l'échéancier est suivi")
    case .debtCleared, .planCompleted, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .arrearsReported, .noticeServed:   ignore("la dette est déjà suivie")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le diagnostic ne change pas cette étape")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementAdmitted, .surendettementEnded, .aidMaintained:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted:
                                            ignore("cet acte ne change pas l'apurement")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("l'apurement est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// Nothing succeeded.
  // swift-format-ignore
  static func exhausted(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .reviewDue:
                                            either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2"))
    case .summonsServed, .noticeServed:     go(.settling, [.openUrgentSettlement], "instruction 2.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .planBroken, .scheduleBroken:
                                            go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .settlementStarted, .fslGranted:   go(.settling, [], "instruction 2.2")
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .debtCleared, .planCompleted, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .arrearsReported:                  ignore("la dette est déjà suivie")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting:               ignore("le diagnostic ne change pas cette étape")
    case .planRefused, .fslRefused, .settlementExhausted, .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn:
                                            ignore("cet acte ne change pas l'apurement")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("l'apurement est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// Nothing is owed any more.
  // swift-format-ignore
  static func cleared(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .arrearsReported:                  go(.settling, [.openSettlement], "instruction 2.2 ; dette nouvelle")
    case .noticeServed:                     go(.settling, [.openUrgentSettlement], "instruction 2.2 (2) ; dette nouvelle")
    case .reviewDue:                        stay([], "instruction 3.2 ; la procédure reste à éteindre")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting, .settlementStarted,
      .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused, .debtCleared,
      .settlementExhausted, .surendettementAdmitted, .surendettementEnded, .aidMaintained, .aidSuspended,
      .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBroken, .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed,
      .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested, .policeAidGranted,
      .policeAidRefused, .evictionReported, .departed:
                                            ignore("rien n'est plus dû")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// The dossier is closed.
  // swift-format-ignore
  static func closed(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .arrearsReported, .noticeServed:   go(.owed, [], "instruction 1.2 ; le dossier se rouvre")
    case .summonsServed:                    go(.settling, [.openUrgentSettlement], "instruction 2.2 ; le dossier se rouvre")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; le dossier se rouvre")
    case .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified, .policeAidRequested,
      .policeAidGranted, .evictionReported: go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le dossier se rouvre")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting, .settlementStarted,
      .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused, .debtCleared,
      .settlementExhausted, .surendettementAdmitted, .surendettementEnded, .aidMaintained, .aidSuspended,
      .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated, .hearingHeld, .hearingPostponed,
      .claimDismissed, .claimWithdrawn, .scheduleBroken, .scheduleKept, .jexDelaysGranted, .jexDelaysEnded,
      .policeAidRefused, .departed, .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue,
      .hearingPassed, .decisionOverdue, .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue,
      .truceStarted, .truceEnded:           ignore("le dossier est clos")
    }
  }
}
