import Contracts

/// The debt, version 1. One line, one rule: when | the track goes to | and we | because of.
enum DebtTrackV1 {
  /// The cell of a phase and a trigger. One function a phase: its section of the table.
  static func row(_ phase: DebtPhaseV1, _ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch phase {
    case .owed: owed(trigger)
    case .settling: settling(trigger)
    case .plan: plan(trigger)
    case .frozen: frozen(trigger)
    case .schedule: schedule(trigger)
    case .exhausted: exhausted(trigger)
    case .cleared: cleared(trigger)
    case .closed: closed(trigger)
    }
  }

  /// Nothing has been tried yet.
  // swift-format-ignore
  static func owed(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .reviewDue:
                                            either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2"))
    case .summonsServed:                    go(.settling, [.openUrgentSettlement], "instruction 2.2 ; avant l'audience")
    case .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidGranted:
                                            go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .planBroken, .aidSuspended:        go(.settling, [.openUrgentSettlement], "instruction 2.2 (3), 3.2")
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .surendettementEnded:
                                            go(.settling, [], "instruction 2.2")
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .debtCleared, .planCompleted, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .settlementExhausted:              go(.exhausted, [], "instruction 2.2 ; le relogement prend le relais")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .arrearsReported, .noticeServed:   ignore("la dette est déjà suivie")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting:               ignore("le diagnostic ne change pas cette étape")
    case .aidMaintained:                    ignore("cette réponse ne change pas l'étape de l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn:
                                            ignore("cet acte ne change pas l'apurement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .evictionReported, .departed:
                                            ignore("l'apurement est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// Landlord, FSL or CAF have been seized.
  // swift-format-ignore
  static func settling(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .noticeServed:                     stay([.openUrgentSettlement], "instruction 2.2 (2)")
    case .summonsServed:                    stay([.openUrgentSettlement], "instruction 2.2 ; avant l'audience")
    case .aidSuspended:                     stay([.openUrgentSettlement], "instruction 2.2 (3)")
    case .planBroken, .scheduleBroken:      stay([.openUrgentSettlement], "instruction 3.2")
    case .reviewDue:                        stay([.openUrgentSettlement], "instruction 2.2 ; Charte", review: .overdue)
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .debtCleared, .planCompleted, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .settlementExhausted:              go(.exhausted, [], "instruction 2.2 ; le relogement prend le relais")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .arrearsReported:                  ignore("la dette est déjà suivie")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le diagnostic ne change pas cette étape")
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .surendettementEnded, .aidMaintained:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .evictionOrdered,
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

  /// The landlord agreed to a plan.
  // swift-format-ignore
  static func plan(_ trigger: TriggerV1) -> Row<DebtPhaseV1> {
    switch trigger {
    case .planBroken:                       go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le plan est rompu")
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .aidSuspended:                     stay([.openUrgentSettlement], "instruction 2.2 (3)")
    case .reviewDue:                        stay([], "CCH R351-30 ; le plan est contrôlé tous les six mois")
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .debtCleared, .planCompleted, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .arrearsReported, .noticeServed:   ignore("la dette est déjà suivie")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le diagnostic ne change pas cette étape")
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .settlementExhausted, .surendettementEnded,
      .aidMaintained:                       ignore("cette réponse ne change pas l'étape de l'apurement")
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
}
