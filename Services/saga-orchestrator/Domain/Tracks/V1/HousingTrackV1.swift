import Contracts

/// Rehousing and accommodation, version 1. One line, one rule: when | the track goes to | and we | because of.
enum HousingTrackV1 {
  /// The cell of a phase and a trigger. One function a phase: its section of the table.
  static func row(_ phase: HousingPhaseV1, _ trigger: TriggerV1) -> Row<HousingPhaseV1> {
    switch phase {
    case .notSought: notSought(trigger)
    case .sought: sought(trigger)
    case .offered: offered(trigger)
    case .accepted: accepted(trigger)
    case .sheltered: sheltered(trigger)
    case .closed: closed(trigger)
    }
  }

  /// The household should be able to stay.
  // swift-format-ignore
  static func notSought(_ trigger: TriggerV1) -> Row<HousingPhaseV1> {
    switch trigger {
    case .diagnosedMustMove:                go(.sought, [.openRehousing], "instruction 2.2")
    case .settlementExhausted:              go(.sought, [.openRehousing], "instruction 2.2 ; rester n'est plus possible")
    case .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken, .quitOrderServed, .quitOrderUnnotified,
      .evictionReported:                    go(.sought, [.openRehousing], "instruction 3.2")
    case .policeAidRequested, .policeAidGranted:
                                            either(.accommodationOffered, go(.sought, [.openRehousing], "instruction 3.2"), go(.sought, [.openRehousing, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .daloFiled, .daloPriority:         go(.sought, [.openRehousing], "CCH L441-2-3 ; instruction 2.2")
    case .rehousingStarted, .offerRefused:  go(.sought, [], "instruction 2.2")
    case .offerMade:                        go(.offered, [], "instruction 2.2")
    case .daloOfferMade:                    go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012")
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .accommodated:                     go(.sheltered, [.openRehousing], "instruction 3.2")
    case .reviewDue:                        either(.settlementUnderWay, stay([], "instruction 2.2 ; l'apurement est en cours"), either(.debtCleared, stay([], "instruction 2.2 ; rien n'est plus dû"), go(.sought, [.openRehousing], "instruction 2.2")))
    case .rehoused:                         ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .arrearsReported, .noticeServed:   ignore("l'impayé ne change pas le relogement")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas le relogement")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .aidMaintained, .aidSuspended:        ignore("l'apurement se poursuit à côté du relogement")
    case .daloRefused, .accommodationOffered:
                                            ignore("cette étape du relogement est déjà dépassée")
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleKept:                        ignore("cet acte ne change pas le relogement")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed:
                                            ignore("le relogement est déjà recherché")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne suspend pas le relogement")
    }
  }

  /// Landlords and réservataires have been asked.
  // swift-format-ignore
  static func sought(_ trigger: TriggerV1) -> Row<HousingPhaseV1> {
    switch trigger {
    case .offerMade:                        go(.offered, [], "instruction 2.2")
    case .daloOfferMade:                    go(.offered, [], "CCH L441-2-3 ; instruction du 26 octobre 2012")
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .accommodated:                     go(.sheltered, [], "instruction 3.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .evictionReported:                 stay([.raiseRehousingPriority], "instruction 3.2")
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .diagnosedMustMove, .settlementExhausted:
                                            stay([.raiseRehousingPriority], "instruction 2.2")
    case .reviewDue:                        stay([.raiseRehousingPriority], "instruction 2.2 ; le préfet procède à l'attribution")
    case .rehoused:                         ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .arrearsReported, .noticeServed:   ignore("l'impayé ne change pas le relogement")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas le relogement")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .aidMaintained, .aidSuspended:        ignore("l'apurement se poursuit à côté du relogement")
    case .rehousingStarted, .offerRefused, .daloFiled, .daloRefused, .accommodationOffered:
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

  /// The household must answer an offer.
  // swift-format-ignore
  static func offered(_ trigger: TriggerV1) -> Row<HousingPhaseV1> {
    switch trigger {
    case .offerAccepted:                    go(.accepted, [], "instruction 2.2")
    case .offerRefused:                     go(.sought, [.raiseRehousingPriority], "instruction 2.2")
    case .accommodated:                     go(.sheltered, [], "instruction 3.2")
    case .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified:
                                            stay([.raiseRehousingPriority], "instruction 3.2")
    case .policeAidRequested, .policeAidGranted:
                                            either(.accommodationOffered, stay([.raiseRehousingPriority], "instruction 3.2"), stay([.raiseRehousingPriority, .openAccommodation], "instruction 3.2 ; aucune expulsion sans proposition d'hébergement"))
    case .evictionReported:                 stay([.raiseRehousingPriority], "instruction 3.2")
    case .daloPriority:                     stay([.raiseRehousingPriority], "CCH L441-2-3 ; instruction 3.2")
    case .reviewDue:                        go(.sought, [.raiseRehousingPriority], "CCH R441-10 ; sans réponse, la recherche reprend")
    case .rehoused:                         ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .arrearsReported, .noticeServed:   ignore("l'impayé ne change pas le relogement")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosedCanStay, .diagnosedCanStayOnConditions,
      .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("le contact ne change pas le relogement")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement se poursuit à côté du relogement")
    case .rehousingStarted, .offerMade, .daloFiled, .daloRefused, .daloOfferMade, .accommodationOffered:
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
}
