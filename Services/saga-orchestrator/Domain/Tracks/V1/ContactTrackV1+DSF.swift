import Contracts

/// From the diagnosis to the court, and the end.
extension ContactTrackV1 {
  /// The capacity to stay is known.
  // swift-format-ignore
  static func diagnosed(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken:
                                            stay([.proposeInterview], "instruction 3.2")
    case .evictionReported:                 stay([.proposeInterview], "instruction 3.2 ; accompagnement social")
    case .reviewDue:                        stay([.proposeInterview], "instruction 2.1 ; l'accompagnement continue")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1 ; le dernier diagnostic compte")
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosisInconclusive:
                                            ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .scheduleKept:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The DSF is asked for.
  // swift-format-ignore
  static func dsfAsked(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .claimDismissed, .claimWithdrawn:  either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1 ; le diagnostic nourrit le DSF")
    case .dsfOverdue:                       go(.dsfLate, [.escalateContact], "loi 89-462, art. 24 III")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation")
    case .hearingPostponed:                 go(.dsfAsked, [.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .hearingHeld:                      go(.dsfLate, [.escalateContact], "loi 89-462, art. 24 III")
    case .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken, .quitOrderServed,
      .quitOrderUnnotified, .policeAidRequested, .policeAidGranted:
                                            either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosisInconclusive:
                                            ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .scheduleKept:                     ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The judge does not have the DSF.
  // swift-format-ignore
  static func dsfLate(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III ; transmis hors délai")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III ; transmis hors délai")
    case .claimDismissed, .claimWithdrawn:  either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1")
    case .hearingPostponed:                 go(.dsfAsked, [.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation")
    case .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken, .quitOrderServed,
      .quitOrderUnnotified, .policeAidRequested, .policeAidGranted, .reviewDue:
                                            either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .interviewProposed, .householdMet, .householdNotFound, .diagnosisInconclusive:
                                            ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .scheduleKept:       ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The judge has the DSF.
  // swift-format-ignore
  static func dsfSent(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .hearingPostponed:                 stay([.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken:
                                            stay([.proposeInterview], "instruction 3.2")
    case .evictionReported:                 stay([.proposeInterview], "instruction 3.2 ; accompagnement social")
    case .reviewDue:                        stay([.proposeInterview], "instruction 2.1 ; l'accompagnement continue")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1 ; le dernier diagnostic compte")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .interviewProposed, .householdMet, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting:
                                            ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .claimDismissed, .claimWithdrawn, .scheduleKept:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The judge knows that nobody was met.
  // swift-format-ignore
  static func dsfSentWithoutMeeting(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .hearingPostponed:                 stay([.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken, .quitOrderServed,
      .quitOrderUnnotified, .policeAidRequested, .policeAidGranted, .reviewDue:
                                            go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; nouvelle tentative")
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .householdNotFound, .dsfSentWithoutMeeting:
                                            ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .claimDismissed, .claimWithdrawn, .scheduleKept:
                                            ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The dossier is closed.
  // swift-format-ignore
  static func closed(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .arrearsReported, .noticeServed:   go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1) ; le dossier se rouvre")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; le dossier se rouvre")
    case .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidGranted, .evictionReported:
                                            go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; le dossier se rouvre")
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
