import Contracts

/// From the first need to a lease.
extension HousingTrackV2 {
  /// The household should be able to stay.
  // swift-format-ignore
  static func notSought(_ trigger: Trigger) -> Row<HousingPhase> {
    switch trigger {
    case .otherMotiveReported:              either(.arrearsKnown, ignore("la dette peut être apurée"), either(.diagnosed, go(.sought, [.openRehousing], "instruction II ; 2.2 : sans dette à apurer, un relogement"), ignore("le diagnostic dira s'il faut reloger")))
    case .diagnosedCanStay, .diagnosedCanStayOnConditions:
                                            either(.otherMotive, either(.arrearsKnown, ignore("le contact ne change pas le relogement"), go(.sought, [.openRehousing], "instruction II ; 2.2 : sans dette à apurer, un relogement")), ignore("le contact ne change pas le relogement"))
    case .diagnosedMustMove:                go(.sought, [.openRehousing], "instruction 2.2")
    case .settlementExhausted:              go(.sought, [.openRehousing], "instruction 2.2 ; rester n'est plus possible")
    case .rehousingStarted, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified:
                                            go(.sought, [], "instruction 2.2")
    case .offerMade:                        go(.offered, [], "instruction 2.2")
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .daloFiled, .daloPriority:         go(.sought, [.openRehousing], "CCH L441-2-3 ; instruction 2.2")
    case .daloOfferMade:                    go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012")
    case .dahoFiled, .dahoPriority:         go(.sought, [.openRehousing, .openAccommodation], "CCH L441-2-3 III")
    case .accommodated:                     go(.sheltered, [.openRehousing], "instruction 3.2")
    case .scheduleBroken, .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay,
      .quitOrderServed, .quitOrderUnnotified, .evictionReported:
                                            go(.sought, [.openRehousing], "instruction 3.2")
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            either(.accommodationOffered, go(.sought, [.openRehousing], "instruction 3.2"), go(.sought, [.openRehousing, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .departed, .keysReturned:          go(.vacated, [], "CPCE L451-1 ; le logement est rendu")
    case .reviewDue:                        either(.settlementUnderWay, stay([], "instruction 2.2 ; l'apurement est en cours"), either(.debtCleared, stay([], "instruction 2.2 ; rien n'est plus dû"), go(.sought, [.openRehousing], "instruction 2.2")))
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("l'impayé ne change pas le relogement")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive,
      .dsfSent, .dsfSentWithoutMeeting, .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas le relogement")
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
    case .daloRefused, .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("cette étape du relogement est déjà dépassée")
    case .daloRightLost:                    ignore("CCH R441-16-3 : la recherche continue")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleKept, .judgmentNotified, .appealFiled,
      .executionStayed, .appealEnded, .judgmentReversed, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .compensationClaimed, .compensationDecided:
                                            ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused:
                                            ignore("le relogement est déjà recherché")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// Landlords and réservataires have been asked.
  // swift-format-ignore
  static func sought(_ trigger: Trigger) -> Row<HousingPhase> {
    switch trigger {
    case .diagnosedMustMove, .settlementExhausted:
                                            stay([.raiseRehousingPriority], "instruction 2.2")
    case .violenceReported:                 stay([.raiseRehousingPriority], "CCH L441-1 ; violences dans le ménage")
    case .offerMade:                        go(.offered, [], "instruction 2.2")
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .daloOfferMade:                    go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012")
    case .dahoFiled, .dahoPriority:         either(.accommodationOffered, ignore("un hébergement est déjà proposé"), stay([.openAccommodation], "CCH L441-2-3 III"))
    case .accommodated:                     go(.sheltered, [], "instruction 3.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed,
      .quitOrderUnnotified, .evictionReported:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .departed, .keysReturned:          either(.daloPriorityWithoutOffer, stay([], "CCH L441-2-3 ; le relogement reste dû"), go(.vacated, [.stopRehousing], "CPCE L451-1 ; le logement est rendu"))
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 2.2 ; le préfet procède à l'attribution")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold:
                                            ignore("l'impayé ne change pas le relogement")
    case .otherMotiveReported:              ignore("le motif ne change pas le relogement")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting,
      .protectedAdultFound, .opinionGiven, .sessionWithoutSolution:
                                            ignore("le contact ne change pas le relogement")
    case .householdDied, .rehoused, .transferRequested, .transferReceived, .transferRefused,
      .closedByCommission:                  ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit:                   ignore("la personne qui part a sa propre demande")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .debtCleared, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium, .debtErased,
      .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                            ignore("l'apurement se poursuit à côté du relogement")
    case .rehousingStarted, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified, .daloFiled,
      .daloRefused, .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("cette étape du relogement est déjà dépassée")
    case .daloRightLost:                    ignore("CCH R441-16-3 : la recherche continue")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept,
      .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .compensationClaimed,
      .compensationDecided:                 ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused:
                                            ignore("le relogement est déjà recherché")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// The household must answer an offer.
  // swift-format-ignore
  static func offered(_ trigger: Trigger) -> Row<HousingPhase> {
    switch trigger {
    case .violenceReported:                 stay([.raiseRehousingPriority], "CCH L441-1 ; violences dans le ménage")
    case .offerRefused:                     go(.sought, [.raiseRehousingPriority], "instruction 2.2")
    case .offerRefusedWithReason:           go(.sought, [.raiseRehousingPriority], "CCH R441-10 ; refus motivé, une autre offre suit")
    case .offerRefusedUnjustified:          go(.sought, [.raiseRehousingPriority], "CCH R441-16-3 ; seul le préfet peut mettre fin au droit", review: .rightAtRisk)
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .dahoFiled, .dahoPriority:         either(.accommodationOffered, ignore("un hébergement est déjà proposé"), stay([.openAccommodation], "CCH L441-2-3 III"))
    case .accommodated:                     go(.sheltered, [], "instruction 3.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed,
      .quitOrderUnnotified, .evictionReported:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .departed, .keysReturned:          either(.daloPriorityWithoutOffer, stay([], "CCH L441-2-3 ; le relogement reste dû"), go(.vacated, [.stopRehousing], "CPCE L451-1 ; le logement est rendu"))
    case .reviewDue:                        go(.sought, [.raiseRehousingPriority], "CCH R441-10 ; sans réponse, la recherche reprend")
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
    case .rehousingStarted, .offerMade, .daloFiled, .daloRefused, .daloOfferMade, .dahoRefused,
      .dahoOfferMade, .accommodationOffered:
                                            ignore("cette étape du relogement est déjà dépassée")
    case .daloRightLost:                    ignore("CCH R441-16-3 : la recherche continue")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept,
      .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .compensationClaimed,
      .compensationDecided:                 ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused:
                                            ignore("le relogement est déjà recherché")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// The lease is to be signed.
  // swift-format-ignore
  static func accepted(_ trigger: Trigger) -> Row<HousingPhase> {
    switch trigger {
    case .violenceReported:                 stay([.raiseRehousingPriority], "CCH L441-1 ; violences dans le ménage")
    case .offerRefused:                     go(.sought, [.raiseRehousingPriority], "instruction 2.2")
    case .offerRefusedWithReason:           go(.sought, [.raiseRehousingPriority], "CCH R441-10 ; refus motivé, une autre offre suit")
    case .offerRefusedUnjustified:          go(.sought, [.raiseRehousingPriority], "CCH R441-16-3 ; seul le préfet peut mettre fin au droit", review: .rightAtRisk)
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .dahoFiled, .dahoPriority:         either(.accommodationOffered, ignore("un hébergement est déjà proposé"), stay([.openAccommodation], "CCH L441-2-3 III"))
    case .accommodated:                     go(.sheltered, [], "instruction 3.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed,
      .quitOrderUnnotified, .evictionReported:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .reviewDue:                        go(.sought, [.raiseRehousingPriority], "instruction 2.2 ; le bail n'est pas signé", review: .overdue)
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
    case .rehousingStarted, .offerMade, .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade,
      .dahoRefused, .dahoOfferMade, .accommodationOffered:
                                            ignore("cette étape du relogement est déjà dépassée")
    case .daloRightLost:                    ignore("CCH R441-16-3 : la recherche continue")
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
}
