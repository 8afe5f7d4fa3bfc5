import Contracts

/// Where a dwelling or a place was found, and the end.
extension HousingTrackV1 {
  /// The lease is to be signed.
  // swift-format-ignore
  static func accepted(_ trigger: TriggerV1) -> Row<HousingPhaseV1> {
    switch trigger {
    case .offerRefused:                     go(.sought, [.raiseRehousingPriority], "instruction 2.2")
    case .accommodated:                     go(.sheltered, [], "instruction 3.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .evictionReported:                 stay([.raiseRehousingPriority], "instruction 3.2")
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .reviewDue:                        go(.sought, [.raiseRehousingPriority], "instruction 2.2 ; le bail n'est pas signé", review: .overdue)
    case .rehoused:                         ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .arrearsReported, .noticeServed:   ignore("l'impayé ne change pas le relogement")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas le relogement")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement se poursuit à côté du relogement")
    case .rehousingStarted, .offerMade, .offerAccepted, .daloFiled, .daloRefused, .daloOfferMade,
      .accommodationOffered:                ignore("cette étape du relogement est déjà dépassée")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBroken, .scheduleKept:       ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed:
                                            ignore("le relogement est déjà recherché")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// The household has a place, and still no dwelling.
  // swift-format-ignore
  static func sheltered(_ trigger: TriggerV1) -> Row<HousingPhaseV1> {
    switch trigger {
    case .offerMade:                        go(.offered, [], "instruction 2.2")
    case .daloOfferMade:                    go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012")
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .evictionReported:                 stay([.raiseRehousingPriority], "instruction 3.2")
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 3.2 ; l'hébergement n'est pas une fin")
    case .rehoused:                         ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .arrearsReported, .noticeServed:   ignore("l'impayé ne change pas le relogement")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas le relogement")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement se poursuit à côté du relogement")
    case .rehousingStarted, .offerRefused, .daloFiled, .daloRefused, .accommodationOffered, .accommodated:
                                            ignore("cette étape du relogement est déjà dépassée")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBroken, .scheduleKept:       ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed:
                                            ignore("le relogement est déjà recherché")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// The dossier is closed.
  // swift-format-ignore
  static func closed(_ trigger: TriggerV1) -> Row<HousingPhaseV1> {
    switch trigger {
    case .arrearsReported, .noticeServed, .summonsServed, .delaysGranted:
                                            go(.notSought, [], "instruction 1.2 ; le dossier se rouvre")
    case .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified, .evictionReported:
                                            go(.sought, [.openRehousing], "instruction 3.2 ; le dossier se rouvre")
    case .policeAidRequested, .policeAidGranted:
                                            either(.accommodationOffered, go(.sought, [.openRehousing], "instruction 3.2 ; le dossier se rouvre"), go(.sought, [.openRehousing, .openAccommodation], "instruction 3.2 ; le dossier se rouvre"))
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting, .settlementStarted,
      .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused, .debtCleared,
      .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended, .rehousingStarted, .offerMade, .offerRefused,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .accommodationOffered,
      .accommodated, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .scheduleBroken,
      .scheduleKept, .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed, .contactOverdue,
      .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue, .truceStarted, .truceEnded:
                                            ignore("le dossier est clos")
    }
  }
}
