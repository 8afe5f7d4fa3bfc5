import Contracts

/// From the signal to the diagnosis.
extension ContactTrackV1 {
  /// The dossier has just opened.
  // swift-format-ignore
  static func signalled(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .arrearsReported, .noticeServed:   go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1)")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken, .quitOrderServed,
      .quitOrderUnnotified, .policeAidRequested, .policeAidGranted, .evictionReported, .hearingHeld,
      .hearingPostponed:                    go(.interviewAsked, [.proposeInterview], "instruction 3.2")
    case .contactOverdue:                   go(.interviewAsked, [.proposeInterview], "instruction 2.1 ; Charte")
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .claimDismissed, .claimWithdrawn, .scheduleKept:
                                            ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// A service must propose an interview.
  // swift-format-ignore
  static func interviewAsked(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .contactOverdue:                   go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte")
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBroken,
      .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The interview is overdue, or led to nothing in time.
  // swift-format-ignore
  static func contactLate(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .diagnosisOverdue:                 stay([.escalateContact], "instruction 2.1 ; Charte", review: .overdue)
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBroken,
      .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The household has a proposal.
  // swift-format-ignore
  static func interviewProposed(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .diagnosisOverdue:                 go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte")
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .interviewProposed:                ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBroken,
      .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The household was met.
  // swift-format-ignore
  static func met(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .diagnosisOverdue:                 go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte")
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .interviewProposed, .householdMet, .householdNotFound:
                                            ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBroken,
      .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// Nobody answered.
  // swift-format-ignore
  static func notFound(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .reviewDue, .noticeServed, .delaysGranted, .evictionOrdered, .evictionOrderedWithDelays, .scheduleBroken,
      .quitOrderServed, .quitOrderUnnotified, .policeAidRequested, .policeAidGranted:
                                            go(.interviewAsked, [.proposeInterview], "instruction 2.1, 3.2 ; nouvelle tentative")
    case .arrearsReported:                  ignore("le ménage est déjà suivi")
    case .householdNotFound:                ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .scheduleKept:
                                            ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The diagnosis does not say yet whether the household can stay.
  // swift-format-ignore
  static func toComplete(_ trigger: TriggerV1) -> Row<ContactPhaseV1> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [], "loi 89-462, art. 24 III")
    case .summonsServed:                    go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosisOverdue:                 go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte")
    case .arrearsReported, .noticeServed:   ignore("le ménage est déjà suivi")
    case .interviewProposed, .householdMet, .diagnosisInconclusive:
                                            ignore("cette étape du contact est déjà dépassée")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused,
      .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted, .surendettementRefused,
      .surendettementEnded, .aidMaintained, .aidSuspended:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerAccepted, .rehoused, .daloFiled, .daloPriority,
      .daloRefused, .daloOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBroken,
      .scheduleKept, .evictionOrdered, .evictionOrderedWithDelays:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .policeAidRequested,
      .policeAidGranted, .policeAidRefused, .evictionReported, .departed:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }
}
