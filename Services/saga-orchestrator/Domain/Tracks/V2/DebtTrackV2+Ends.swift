import Contracts

/// The commission, the judge, and the end.
extension DebtTrackV2 {
  /// The file of surendettement is recevable: the debt is frozen.
  // swift-format-ignore
  static func frozen(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .planAgreed:                       review(.contradiction, "C. consom. L722-5 : la dette gelée ne peut être payée")
    case .planCompleted, .debtCleared, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementFiled:              stay([], "C. consom. L721-3 : secret, rien ne change")
    case .surendettementRefused:            go(.settling, [.openSettlement], "instruction 2.2")
    case .surendettementEnded:              either(.debtCleared, go(.cleared, [], "C. consom. L741-2"), go(.settling, [.openSettlement], "instruction 2.2"))
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            go(.measures, [], "C. consom. L732-1, L733-1")
    case .debtErased:                       go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:         go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .reviewDue:                        stay([], "C. consom. L722-2 ; les mesures de la commission sont attendues")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("la dette est déjà suivie")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementAdmitted, .aidMaintained, .aidSuspended, .cohesionProtocolBroken:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .cohesionProtocolSigned:           ignore("C. consom. L722-16 : la dette gelée ne peut être payée")
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

  /// The measures of the commission are in force.
  // swift-format-ignore
  static func measures(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .planAgreed:                       review(.contradiction, "C. consom. L722-5 : la dette gelée ne peut être payée")
    case .planCompleted, .debtCleared, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementFiled:              stay([], "C. consom. L721-3 : secret, rien ne change")
    case .surendettementRefused:            go(.settling, [.openSettlement], "instruction 2.2")
    case .surendettementEnded:              either(.debtCleared, go(.cleared, [], "C. consom. L741-2"), go(.settling, [.openSettlement], "instruction 2.2"))
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            go(.measures, [], "C. consom. L732-1, L733-1")
    case .debtErased:                       go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:         go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .reviewDue:                        stay([], "C. consom. L732-1 ; les mesures de la commission sont suivies")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("la dette est déjà suivie")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .settlementStarted, .planRefused, .planBroken, .fslGranted, .fslRefused, .settlementExhausted,
      .surendettementAdmitted, .aidMaintained, .aidSuspended, .cohesionProtocolBroken:
                                            ignore("cette réponse ne change pas l'étape de l'apurement")
    case .cohesionProtocolSigned:           ignore("C. consom. L722-16 : la dette gelée ne peut être payée")
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

  /// The judge granted delays.
  // swift-format-ignore
  static func schedule(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .planCompleted, .debtCleared, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .debtErased:                       go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .aidSuspended:                     stay([.openUrgentSettlement], "instruction 2.2 (3)")
    case .cohesionProtocolSigned:           go(.plan, [], "CCH L353-15-2, L442-6-5 ; le protocole apure la dette")
    case .scheduleBySurendettement:         go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .scheduleBroken:                   go(.settling, [.openUrgentSettlement], "instruction 3.2 ; l'échéancier est rompu")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay:
                                            go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .reviewDue:                        stay([], "instruction 3.2 ; l'échéancier est suivi")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("la dette est déjà suivie")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .fslGranted, .fslRefused,
      .settlementExhausted, .surendettementAdmitted, .surendettementEnded, .aidMaintained,
      .cohesionProtocolBroken:              ignore("cette réponse ne change pas l'étape de l'apurement")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            ignore("loi 89-462, art. 24 VI : le juge cale les délais sur les mesures")
    case .cohesionProtocolEnded, .newLeaseSigned, .summonsServed, .hearingHeld, .hearingPostponed,
      .claimDismissed, .claimWithdrawn, .delaysGranted, .judgmentNotified, .appealFiled, .executionStayed,
      .appealEnded, .judgmentReversed:      ignore("cet acte ne change pas l'apurement")
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

  /// Nothing succeeded.
  // swift-format-ignore
  static func exhausted(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .noticeServed, .summonsServed:     go(.settling, [.openUrgentSettlement], "instruction 2.2")
    case .noticeBelowThreshold:             either(.diagnosed, go(.settling, [.openSettlement], "instruction 2.1, 2.2 ; une dette nouvelle"), go(.owed, [], "loi 89-462, art. 24 I ; une dette nouvelle, sous le seuil"))
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .reviewDue:
                                            either(.noticeRunning, go(.settling, [.openUrgentSettlement], "instruction 2.2 (2)"), go(.settling, [.openSettlement], "instruction 2.1, 2.2"))
    case .settlementStarted, .fslGranted:   go(.settling, [], "instruction 2.2")
    case .planAgreed:                       go(.plan, [], "instruction 2.2 (1)")
    case .planBroken, .cohesionProtocolBroken, .scheduleBroken, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay:
                                            go(.settling, [.openUrgentSettlement], "instruction 3.2")
    case .planCompleted, .debtCleared, .scheduleKept:
                                            go(.cleared, [.stopSettlement], "instruction 2.2 ; la dette est soldée")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .surendettementAdmitted:           go(.frozen, [], "C. consom. L722-5")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            go(.measures, [.stopSettlement], "C. consom. L732-1, L733-1")
    case .debtErased:                       go(.cleared, [.stopSettlement], "C. consom. L741-2 ; la dette est effacée")
    case .cohesionProtocolSigned:           go(.plan, [], "CCH L353-15-2, L442-6-5 ; le protocole apure la dette")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; instruction 3.2")
    case .scheduleBySurendettement:         go(.measures, [.stopSettlement], "loi 89-462, art. 24 VI ; C. consom. L714-1")
    case .clauseSuspendedAfterPRP:          go(.cleared, [.stopSettlement], "C. consom. L714-1, L741-2 ; la dette est effacée")
    case .arrearsReported:                  ignore("la dette est déjà suivie")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound,
      .opinionGiven, .sessionWithoutSolution:
                                            ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .planRefused, .fslRefused, .settlementExhausted, .surendettementEnded, .aidMaintained,
      .aidSuspended:                        ignore("cette réponse ne change pas l'étape de l'apurement")
    case .cohesionProtocolEnded, .newLeaseSigned, .hearingHeld, .hearingPostponed, .claimDismissed,
      .claimWithdrawn, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed:
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

  /// Nothing is owed any more.
  // swift-format-ignore
  static func cleared(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .arrearsReported:                  go(.settling, [.openSettlement], "instruction 2.2 ; dette nouvelle")
    case .noticeServed:                     go(.settling, [.openUrgentSettlement], "instruction 2.2 (2) ; dette nouvelle")
    case .noticeBelowThreshold:             either(.diagnosed, go(.settling, [.openSettlement], "instruction 2.1, 2.2 ; une dette nouvelle"), go(.owed, [], "loi 89-462, art. 24 I ; une dette nouvelle, sous le seuil"))
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .reviewDue:                        stay([], "instruction 3.2 ; la procédure reste à éteindre")
    case .otherMotiveReported:              ignore("un autre motif ne change pas la dette")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted,
      .fslGranted, .fslRefused, .debtCleared, .settlementExhausted, .surendettementAdmitted,
      .surendettementEnded, .aidMaintained, .aidSuspended, .cohesionProtocolBroken, .summonsServed,
      .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified,
      .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted,
      .policeAidRefused, .evictionReported, .departed:
                                            ignore("rien n'est plus dû")
    case .contactAttempted, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le diagnostic ne change pas cette étape")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .surendettementPlanAdopted, .surendettementMoratorium, .debtErased, .cohesionProtocolSigned,
      .clauseSuspendedAfterPRP:             ignore("rien n'est dû au bailleur")
    case .cohesionProtocolEnded, .newLeaseSigned, .judgmentNotified, .appealFiled, .executionStayed,
      .appealEnded, .judgmentReversed:      ignore("cet acte ne change pas l'apurement")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas l'apurement")
    case .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .compensationClaimed,
      .compensationDecided:                 ignore("l'apurement est déjà engagé")
    case .keysReturned:                     ignore("la dette survit au départ")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas la dette")
    }
  }

  /// The dossier is closed.
  // swift-format-ignore
  static func closed(_ trigger: Trigger) -> Row<DebtPhase> {
    switch trigger {
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            go(.owed, [], "instruction 1.2 ; le dossier se rouvre")
    case .otherMotiveReported:              go(.noDebt, [], "instruction II : tous les motifs ; le dossier se rouvre")
    case .surendettementFiled, .surendettementRefused:
                                            stay([], "C. consom. L721-3 : secret, rien ne change")
    case .summonsServed:                    go(.settling, [.openUrgentSettlement], "instruction 2.2 ; le dossier se rouvre")
    case .delaysGranted:                    go(.schedule, [.keepScheduleAlive], "loi 89-462, art. 24 V ; le dossier se rouvre")
    case .scheduleBySurendettement:         go(.measures, [], "loi 89-462, art. 24 VI ; le dossier se rouvre")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed,
      .quitOrderUnnotified, .policeAidRequested, .policeAidPremature, .policeAidGranted, .evictionReported:
                                            go(.settling, [.openUrgentSettlement], "instruction 3.2 ; le dossier se rouvre")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdDied, .householdSplit, .violenceReported, .protectedAdultFound,
      .opinionGiven, .sessionWithoutSolution, .settlementStarted, .planAgreed, .planRefused, .planBroken,
      .planCompleted, .fslGranted, .fslRefused, .debtCleared, .settlementExhausted, .surendettementAdmitted,
      .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium, .debtErased,
      .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned, .rehousingStarted, .offerMade, .offerRefused,
      .offerRefusedWithReason, .offerRefusedUnjustified, .offerAccepted, .rehoused, .daloFiled,
      .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority, .dahoRefused,
      .dahoOfferMade, .accommodationOffered, .accommodated, .hearingHeld, .hearingPostponed,
      .claimDismissed, .claimWithdrawn, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept,
      .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed, .jexDelaysGranted,
      .jexDelaysEnded, .evictionSuspendedBySurendettement, .surendettementSuspensionEnded,
      .policeAidRefused, .departed, .keysReturned, .compensationClaimed, .compensationDecided,
      .transferRequested, .transferReceived, .transferRefused, .closedByCommission, .contactOverdue,
      .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded, .truceStarted, .truceEnded:
                                            ignore("le dossier est clos")
    }
  }
}
