import Contracts

/// From the signal to the interview.
extension ContactTrackV2 {
  /// The dossier has just opened.
  // swift-format-ignore
  static func signalled(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .arrearsReported, .noticeServed:   go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1)")
    case .noticeBelowThreshold:             go(.informed, [.informHousehold], "loi 89-462, art. 24 I ; sous le seuil, une simple information")
    case .otherMotiveReported:              go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs")
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .contactAttempted:                 go(.interviewProposed, [], "instruction 2.1 ; tentative documentée")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .hearingHeld, .hearingPostponed, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP, .scheduleBroken, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .evictionReported:
                                            go(.interviewAsked, [.proposeInterview], "instruction 3.2")
    case .contactOverdue:                   go(.interviewAsked, [.proposeInterview], "instruction 2.1 ; Charte")
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit, .violenceReported, .protectedAdultFound:
                                            ignore("l'entretien à venir en tiendra compte")
    case .opinionGiven:                     ignore("décret 2015-1384 : l'avis oriente, il ne décide pas")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .claimDismissed, .claimWithdrawn, .scheduleKept, .judgmentNotified, .appealFiled, .executionStayed,
      .appealEnded, .judgmentReversed:      ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRefused, .keysReturned, .compensationClaimed,
      .compensationDecided:                 ignore("le contact avec le ménage est déjà engagé")
    case .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// A service must propose an interview.
  // swift-format-ignore
  static func interviewAsked(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .contactAttempted:                 go(.interviewProposed, [], "instruction 2.1 ; tentative documentée")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .contactOverdue:                   go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte")
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit, .violenceReported, .protectedAdultFound:
                                            ignore("l'entretien à venir en tiendra compte")
    case .opinionGiven:                     ignore("décret 2015-1384 : l'avis oriente, il ne décide pas")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .judgmentNotified, .appealFiled,
      .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .policeAidRefused, .evictionReported,
      .keysReturned, .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The interview is overdue, or led to nothing in time.
  // swift-format-ignore
  static func contactLate(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .contactAttempted:                 go(.interviewProposed, [], "instruction 2.1 ; tentative documentée")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .diagnosisOverdue:                 stay([], "instruction 2.1 ; les rappels continuent, la commission revoit", review: .overdue)
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit, .violenceReported, .protectedAdultFound:
                                            ignore("l'entretien à venir en tiendra compte")
    case .opinionGiven:                     ignore("décret 2015-1384 : l'avis oriente, il ne décide pas")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .judgmentNotified, .appealFiled,
      .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .policeAidRefused, .evictionReported,
      .keysReturned, .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The household has a proposal.
  // swift-format-ignore
  static func interviewProposed(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .diagnosisOverdue:                 go(.contactLate, [.escalateContact], "instruction 2.1 ; Charte")
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .interviewProposed, .contactAttempted:
                                            ignore("cette étape du contact est déjà dépassée")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit, .violenceReported, .protectedAdultFound:
                                            ignore("l'entretien à venir en tiendra compte")
    case .opinionGiven:                     ignore("décret 2015-1384 : l'avis oriente, il ne décide pas")
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted,
      .fslRefused, .debtCleared, .settlementExhausted, .surendettementFiled, .surendettementAdmitted,
      .surendettementRefused, .surendettementEnded, .surendettementPlanAdopted, .surendettementMoratorium,
      .debtErased, .aidMaintained, .aidSuspended, .cohesionProtocolSigned, .cohesionProtocolBroken,
      .cohesionProtocolEnded, .newLeaseSigned:
                                            ignore("l'apurement ne change pas le contact")
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused, .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost,
      .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated:
                                            ignore("le relogement ne change pas le contact")
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .judgmentNotified, .appealFiled,
      .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .policeAidRefused, .evictionReported,
      .keysReturned, .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue, .judgeDelaysEnded,
      .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }
}
