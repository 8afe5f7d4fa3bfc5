import Contracts

/// From the first arrears to an agreement.
extension DebtTrackV2 {
  /// The landlord has another motive, and nothing is owed.
  // swift-format-ignore
  static func noDebt(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            either(.diagnosed, go(.settling, [.openSettlement], "instruction 2.1, 2.2 ; une dette apparaît"), go(.owed, [], "instruction 2.1 ; une dette apparaît"))
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .surendettementEnded:
                                            go(.settling, [], "instruction 2.2")
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .planBroken, .cohesionProtocolBroken:
                                            go(.settling, [.openUrgentSettlement], "instruction 2.2 (3), 3.2")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:         go(.measures, [], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .reviewDue:                        stay([], "instruction II ; aucune dette n'est signalée")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound,
      .opinionGiven, .sessionWithoutSolution:
                                            ignore("le diagnostic ne change pas cette étape")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .planCompleted, .debtCleared,
      .settlementExhausted, .aidSuspended, .summonsServed, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            ignore("aucune dette n'est suivie")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .surendettementPlanAdopted, .surendettementMoratorium, .debtErased, .cohesionProtocolSigned,
      .clauseSuspendedAfterPRP:             ignore("rien n'est dû au bailleur")
    case .aidMaintained:                    ignore("cette réponse ne change pas l'étape de l'apurement")
    case .cohesionProtocolEnded, .newLeaseSigned, .hearingHeld, .hearingPostponed, .claimDismissed,
      .claimWithdrawn, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRefused, .evictionReported, .departed, .compensationClaimed,
      .compensationDecided:                 ignore("l'apurement est déjà engagé")
    case .keysReturned:                     ignore("la dette survit au départ")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// Nothing has been tried yet.
  // swift-format-ignore
  static func owed(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .otherMotiveReported:              either(.arrearsKnown, ignore("la dette est déjà suivie"), go(.noDebt, [], "instruction II : tous les motifs ; aucune dette n'est signalée"))
    case .reviewDue:                        either(.informationOnly, stay([], "loi 89-462, art. 24 I ; sous le seuil, une simple information"), either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2")))
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2"))
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .surendettementEnded:
                                            go(.settling, [], "instruction 2.2")
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .planBroken, .aidSuspended, .cohesionProtocolBroken:
                                            go(.settling, [.openUrgentSettlement], "instruction 2.2 (3), 3.2")
    case .planCompleted, .debtCleared, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .settlementExhausted:              go(.exhausted, [], "instruction 2.2 ; le relogement prend le relais")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            go(.measures, [.stopSettlement], "C. consom. L732-1, L733-1")
    case .debtErased:                       go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .cohesionProtocolSigned:           go(.plan, [], "CCH L353-15-2, L442-6-5 ; le protocole apure la dette")
    case .summonsServed:                    go(.settling, [.openUrgentSettlement], "instruction 2.2 ; avant l'audience")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:         go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .scheduleBroken, .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay,
      .quitOrderServed, .quitOrderUnnotified, .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("la dette est déjà suivie")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound,
      .opinionGiven, .sessionWithoutSolution:
                                            ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .aidMaintained:                    ignore("cette réponse ne change pas l'étape de l'apurement")
    case .cohesionProtocolEnded, .newLeaseSigned, .hearingHeld, .hearingPostponed, .claimDismissed,
      .claimWithdrawn, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRefused, .evictionReported, .departed, .compensationClaimed,
      .compensationDecided:                 ignore("l'apurement est déjà engagé")
    case .keysReturned:                     ignore("la dette survit au départ")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// Landlord, FSL or CAF have been seized.
  // swift-format-ignore
  static func settling(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .noticeServed, .noticeBelowThreshold:
                                            stay([.openUrgentSettlement], "instruction 2.2 (2)")
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .planBroken, .cohesionProtocolBroken, .scheduleBroken:
                                            stay([.openUrgentSettlement], "instruction 3.2")
    case .planCompleted, .debtCleared, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .settlementExhausted:              go(.exhausted, [], "instruction 2.2 ; le relogement prend le relais")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            go(.measures, [.stopSettlement], "C. consom. L732-1, L733-1")
    case .debtErased:                       go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .aidSuspended:                     stay([.openUrgentSettlement], "instruction 2.2 (3)")
    case .cohesionProtocolSigned:           go(.plan, [], "CCH L353-15-2, L442-6-5 ; le protocole apure la dette")
    case .summonsServed:                    stay([.openUrgentSettlement], "instruction 2.2 ; avant l'audience")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:         go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .reviewDue:                        stay([.openUrgentSettlement], "instruction 2.2 ; Charte", review: .overdue)
    case .arrearsReported:                  ignore("la dette est déjà suivie")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .surendettementEnded, .aidMaintained:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .cohesionProtocolEnded, .newLeaseSigned, .hearingHeld, .hearingPostponed, .claimDismissed,
      .claimWithdrawn, .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay,
      .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .policeAidRefused, .evictionReported, .departed,
      .compensationClaimed, .compensationDecided:
                                            ignore("l'apurement est déjà engagé")
    case .keysReturned:                     ignore("la dette survit au départ")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// The landlord agreed to a plan.
  // swift-format-ignore
  static func plan(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .planBroken:                       go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le plan est rompu")
    case .planCompleted, .debtCleared, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            go(.measures, [.stopSettlement], "C. consom. L732-1, L733-1")
    case .debtErased:                       go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .aidSuspended:                     stay([.openUrgentSettlement], "instruction 2.2 (3)")
    case .cohesionProtocolSigned:           go(.plan, [], "CCH L353-15-2, L442-6-5 ; le protocole apure la dette")
    case .cohesionProtocolBroken:           go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le protocole est rompu")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:         go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .reviewDue:                        stay([], "CCH R351-30 ; le plan est contrôlé tous les six mois")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("la dette est déjà suivie")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .settlementStarted, .planRefused, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementEnded, .aidMaintained:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .cohesionProtocolEnded, .newLeaseSigned, .summonsServed, .hearingHeld, .hearingPostponed,
      .claimDismissed, .claimWithdrawn, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded,
      .judgmentReversed:                    ignore("cet acte ne change pas l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .policeAidRefused, .evictionReported, .departed,
      .compensationClaimed, .compensationDecided:
                                            ignore("l'apurement est déjà engagé")
    case .keysReturned:                     ignore("la dette survit au départ")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }
}
