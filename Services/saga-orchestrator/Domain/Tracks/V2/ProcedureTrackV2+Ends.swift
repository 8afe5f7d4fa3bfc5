import Contracts

/// The household has left, and the dossier ends.
extension ProcedureTrackV2 {
  /// The eviction was carried out while nothing protected the household.
  // swift-format-ignore
  static func evicted(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated, .departed, .keysReturned:
                                            go(.left, [], "instruction 3.2")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        either(.accommodationOffered, go(.closed, [], "instruction 3.2 ; fin du suivi"), go(.left, [.openAccommodation], "instruction 3.2 ; aucune solution n'est connue", review: .withoutSolution))
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .interviewProposed, .householdMet, .householdNotFound,
      .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .settlementStarted, .planAgreed, .planRefused, .planBroken,
      .planCompleted, .fslGranted, .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled,
      .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .debtErased, .aidMaintained,
      .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken, .cohesionProtocolEnded,
      .newLeaseSigned, .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled,
      .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered, .summonsServed, .hearingHeld,
      .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .judgmentReversed, .quitOrderServed,
      .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted,
      .policeAidRefused, .truceStarted, .truceEnded:
                                            ignore("le ménage n'est plus dans le logement")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .contactAttempted, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .offerRefusedWithReason, .offerRefusedUnjustified, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade:         ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealFiled, .executionStayed:    ignore("l'appel ne rend pas le logement")
    case .appealEnded:                      ignore("la protection est levée, l'étape demeure")
    case .evictionReported:                 ignore("l'expulsion est déjà enregistrée")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    }
  }

  /// An eviction was reported while a protection held.
  // swift-format-ignore
  static func evictedIrregularly(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated, .departed, .keysReturned:
                                            go(.left, [], "instruction 3.2")
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        go(.left, [.raiseRehousingPriority], "instruction 3.2 ; le suivi continue")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .interviewProposed, .householdMet, .householdNotFound,
      .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .settlementStarted, .planAgreed, .planRefused, .planBroken,
      .planCompleted, .fslGranted, .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled,
      .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .debtErased, .aidMaintained,
      .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken, .cohesionProtocolEnded,
      .newLeaseSigned, .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled,
      .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered, .summonsServed, .hearingHeld,
      .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .judgmentReversed, .quitOrderServed,
      .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted,
      .policeAidRefused, .truceStarted, .truceEnded:
                                            ignore("le ménage n'est plus dans le logement")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .contactAttempted, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .offerRefusedWithReason, .offerRefusedUnjustified, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade:         ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealFiled, .executionStayed:    ignore("l'appel ne rend pas le logement")
    case .appealEnded:                      ignore("la protection est levée, l'étape demeure")
    case .evictionReported:                 ignore("l'expulsion est déjà enregistrée")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    }
  }

  /// The household has left; the follow-up goes on.
  // swift-format-ignore
  static func left(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .evictionReported:                 eviction
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        go(.closed, [], "instruction 3.2 ; fin du suivi")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .interviewProposed, .householdMet, .householdNotFound,
      .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .settlementStarted, .planAgreed, .planRefused, .planBroken,
      .planCompleted, .fslGranted, .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled,
      .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .debtErased, .aidMaintained,
      .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken, .cohesionProtocolEnded,
      .newLeaseSigned, .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .daloFiled,
      .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated, .summonsServed,
      .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .judgmentReversed, .quitOrderServed,
      .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted,
      .policeAidRefused, .departed, .keysReturned, .truceStarted, .truceEnded:
                                            ignore("le ménage n'est plus dans le logement")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .contactAttempted, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .offerRefusedWithReason, .offerRefusedUnjustified, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade:         ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealFiled, .executionStayed:    ignore("l'appel ne rend pas le logement")
    case .appealEnded:                      ignore("la protection est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    }
  }

  /// The dwelling is given back; only the debt is still in dispute.
  // swift-format-ignore
  static func debtClaim(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .householdDied:                    go(.closed, [], "loi 89-462, art. 14 ; le bail prend fin ou se transmet")
    case .planCompleted, .debtCleared, .debtErased, .scheduleKept:
                                            go(.left, [], "instruction 2.2 ; la dette est soldée")
    case .rehoused:                         go(.closed, [], "instruction 2.2 ; le ménage est relogé")
    case .accommodated:                     go(.left, [], "instruction 3.2 ; le ménage est hébergé")
    case .summonsServed, .hearingPostponed:
                                            go(.debtClaim, [.informTenantOfHearing], "instruction 2.1 ; la dette reste en litige")
    case .hearingHeld:                      go(.debtClaim, [], "instruction 3.1")
    case .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .judgmentReversed:
                                            go(.left, [], "CPCE L451-1 ; le juge n'a plus que la dette à connaître")
    case .evictionReported:                 eviction
    case .transferRequested:                stay([], "instruction 1.2 ; suivi jusqu'à l'accusé de réception")
    case .transferReceived:                 either(.transferRequested, go(.closed, [], "instruction 1.2 ; reçu par l'autre département"), review(.missedStep, "instruction 1.2 : aucun transfert n'est demandé"))
    case .transferRefused:                  review(.transferRefused, "instruction 1.2 ; le dossier reste ici")
    case .closedByCommission:               go(.closed, [], "instruction 1.2 ; décision motivée de la commission")
    case .reviewDue:                        go(.left, [], "instruction 3.1 ; la décision sur la dette n'est pas connue", review: .overdue)
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .interviewProposed, .householdMet, .householdNotFound,
      .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .settlementStarted, .planAgreed, .planRefused, .planBroken,
      .fslGranted, .fslRefused, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .aidMaintained, .aidSuspended, .cohesionProtocolSigned,
      .cohesionProtocolBroken, .cohesionProtocolEnded, .newLeaseSigned, .rehousingStarted, .offerMade,
      .offerRefused, .offerAccepted, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade,
      .accommodationOffered, .scheduleBroken, .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted,
      .jexDelaysEnded, .evictionSuspendedBySurendettement, .policeAidRequested, .policeAidPremature,
      .policeAidGranted, .policeAidRefused, .departed, .keysReturned, .truceStarted, .truceEnded:
                                            ignore("le ménage n'est plus dans le logement")
    case .otherMotiveReported:              ignore("le motif ne change pas l'étape de la procédure")
    case .contactAttempted, .householdSplit, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas la procédure")
    case .violenceReported:                 ignore("C. civ. 515-9 : l'auteur n'a pas les délais de L412-1 à L412-7, la victime les garde")
    case .surendettementPlanAdopted, .surendettementMoratorium:
                                            ignore("l'apurement ne change pas l'étape de la procédure")
    case .offerRefusedWithReason, .offerRefusedUnjustified, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade:         ignore("le relogement ne change pas l'étape de la procédure")
    case .judgmentNotified:                 ignore("la notification ne change pas cette étape")
    case .appealFiled, .executionStayed:    ignore("l'appel ne rend pas le logement")
    case .appealEnded, .surendettementSuspensionEnded:
                                            ignore("la protection est levée, l'étape demeure")
    case .compensationClaimed, .compensationDecided:
                                            ignore("l'indemnisation du bailleur ne change pas la place du ménage")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    }
  }

  /// The dossier is closed; a new act opens it again.
  // swift-format-ignore
  static func closed(_ trigger: Trigger) -> Row<ProcedurePhase> {
    switch trigger {
    case .arrearsReported:                  go(.prevention, [], "instruction 1.2 ; le dossier se rouvre")
    case .noticeServed, .noticeBelowThreshold:
                                            either(.surendettementAdmitted, go(.clauseBlocked, [], "C. consom. L722-2 ; instruction 2.2 (2)"), go(.noticeServed, [], "loi 89-462, art. 24 I"))
    case .otherMotiveReported:              go(.prevention, [], "instruction II : tous les motifs ; le dossier se rouvre")
    case .summonsServed:                    either(.settlementUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), either(.rehousingUnderWay, go(.summoned, [.informTenantOfHearing, .tellCourtOfMeasures], "loi 89-462, art. 24 II, III ; instruction 2.1, 3.1"), go(.summoned, [.informTenantOfHearing], "loi 89-462, art. 24 II, III ; instruction 2.1")))
    case .delaysGranted:                    go(.schedule, [], "loi 89-462, art. 24 V", review: .afterClosure)
    case .scheduleBySurendettement:         go(.commissionSchedule, [], "loi 89-462, art. 24 VI", review: .afterClosure)
    case .evictionOrdered:                  go(.evictionOrdered, [.askCourtForTime], "CPCE L412-3 ; instruction 3.2", review: .afterClosure)
    case .evictionOrderedWithDelays:        go(.evictionDelayed, [], "CPCE L412-3 ; instruction 3.2", review: .afterClosure)
    case .evictionOrderedWithoutQuitDelay:  go(.evictionOrdered, [], "CPCE L412-1, L412-3 ; le délai de deux mois est écarté", review: .afterClosure)
    case .quitOrderServed:                  go(.quitServed, [.askCourtForTime], "CPCE L411-1, L412-1, L412-3", review: .afterClosure)
    case .quitOrderUnnotified:              go(.quitSuspended, [.askCourtForTime], "CPCE L412-5", review: .afterClosure)
    case .policeAidRequested:               .flagged(.afterClosure, policeAidRequested)
    case .policeAidPremature:               go(.evictionOrdered, [.tellPrematureRequest], "CPCE L412-1, R153-1 ; demande prématurée", review: .afterClosure)
    case .policeAidGranted:                 .flagged(.afterClosure, policeAidGranted)
    case .evictionReported:                 .flagged(.afterClosure, eviction)
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdDied, .householdSplit, .violenceReported, .protectedAdultFound,
      .opinionGiven, .sessionWithoutSolution, .settlementStarted, .planAgreed, .planRefused, .planBroken,
      .planCompleted, .fslGranted, .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled,
      .surendettementAdmitted, .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted,
      .surendettementMoratorium, .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned,
      .cohesionProtocolBroken, .cohesionProtocolEnded, .newLeaseSigned, .rehousingStarted, .offerMade,
      .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified, .offerAccepted, .rehoused,
      .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost, .dahoFiled, .dahoPriority,
      .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated, .hearingHeld, .hearingPostponed,
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
