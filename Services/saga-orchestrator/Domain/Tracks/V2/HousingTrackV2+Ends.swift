import Contracts

/// Accommodation, and the end.
extension HousingTrackV2 {
  /// The household has a place, and still no dwelling.
  // swift-format-ignore
  static func sheltered(_ trigger: Trigger) -> Row<HousingPhase> {
    switch trigger {
    case .violenceReported:                 stay([.raiseRehousingPriority], "CCH L441-1 ; violences dans le ménage")
    case .offerMade:                        go(.offered, [], "instruction 2.2")
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .daloOfferMade:                    go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed,
      .quitOrderUnnotified, .evictionReported:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 3.2 ; l'hébergement n'est pas une fin")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("l'impayé ne change pas le relogement")
    case .otherMotiveReported:              ignore("le motif ne change pas le relogement")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas le relogement")
    case .householdDied, .rehoused, .transferRequested, .transferReceived, .transferRefused,
      .closedByCommission:                  ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit:                   ignore("la personne qui part a sa propre demande")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                            ignore("l'apurement se poursuit à côté du relogement")
    case .rehousingStarted, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified, .daloFiled,
      .daloRefused, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("cette étape du relogement est déjà dépassée")
    case .daloRightLost:                    ignore("CCH R441-16-3 : la recherche continue")
    case .dahoFiled, .dahoPriority:         ignore("le ménage est déjà hébergé")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept,
      .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .compensationClaimed,
      .compensationDecided:                 ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed:
                                            ignore("le relogement est déjà recherché")
    case .keysReturned:                     ignore("le ménage a déjà où aller")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// The dwelling is given back; nothing is sought.
  // swift-format-ignore
  static func vacated(_ trigger: Trigger) -> Row<HousingPhase> {
    switch trigger {
    case .rehousingStarted:                 go(.sought, [], "instruction 2.2")
    case .offerMade:                        go(.offered, [], "instruction 2.2")
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .daloFiled, .daloPriority:         go(.sought, [.openRehousing], "CCH L441-2-3 ; instruction 2.2")
    case .daloOfferMade:                    go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012")
    case .dahoFiled, .dahoPriority:         go(.sought, [.openRehousing, .openAccommodation], "CCH L441-2-3 III")
    case .accommodated:                     go(.sheltered, [.openRehousing], "instruction 3.2")
    case .evictionReported:                 go(.sought, [.openRehousing], "instruction 3.2")
    case .reviewDue:                        stay([], "CPCE L451-1 ; le logement est rendu")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("l'impayé ne change pas le relogement")
    case .otherMotiveReported:              ignore("le motif ne change pas le relogement")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting,
      .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas le relogement")
    case .diagnosedMustMove:                ignore("le ménage est déjà parti")
    case .householdDied, .rehoused, .transferRequested, .transferReceived, .transferRefused,
      .closedByCommission:                  ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit:                   ignore("la personne qui part a sa propre demande")
    case .violenceReported:                 ignore("la victime peut rester : C. civ. 515-9")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .debtCleared, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium, .debtErased,
      .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                            ignore("l'apurement se poursuit à côté du relogement")
    case .settlementExhausted, .offerRefused, .scheduleBroken, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .keysReturned:
                                            ignore("le logement est rendu")
    case .offerRefusedWithReason, .offerRefusedUnjustified, .daloRefused, .dahoRefused, .dahoOfferMade,
      .accommodationOffered:                ignore("cette étape du relogement est déjà dépassée")
    case .daloRightLost:                    ignore("CCH R441-16-3 : la recherche continue")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleKept, .judgmentNotified, .appealFiled,
      .executionStayed, .appealEnded, .judgmentReversed, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .compensationClaimed, .compensationDecided:
                                            ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed:
                                            ignore("le relogement est déjà recherché")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// The dossier is closed.
  // swift-format-ignore
  static func closed(_ trigger: Trigger) -> Row<HousingPhase> {
    switch trigger {
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .summonsServed, .delaysGranted:
                                            go(.notSought, [], "instruction 1.2 ; le dossier se rouvre")
    case .otherMotiveReported:              go(.notSought, [], "instruction II : tous les motifs ; le dossier se rouvre")
    case .scheduleBySurendettement:         go(.notSought, [], "loi 89-462, art. 24 VI ; le dossier se rouvre")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed,
      .quitOrderUnnotified, .evictionReported:
                                            go(.sought, [.openRehousing], "instruction 3.2 ; le dossier se rouvre")
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            either(.accommodationOffered, go(.sought, [.openRehousing], "instruction 3.2 ; le dossier se rouvre"), go(.sought, [.openRehousing, .openAccommodation], "instruction 3.2 ; le dossier se rouvre"))
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
