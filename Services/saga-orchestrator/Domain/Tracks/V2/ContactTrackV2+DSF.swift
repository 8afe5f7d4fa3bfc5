import Contracts

/// From the diagnosis to the court, and the end.
extension ContactTrackV2 {
  /// The capacity to stay is known.
  // swift-format-ignore
  static func diagnosed(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1 ; le dernier diagnostic compte")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .householdSplit:                   stay([.proposeInterview], "loi 89-462, art. 8-1 ; ressources et UC à recalculer")
    case .violenceReported:                 stay([.proposeInterview], "C. civ. 515-9 ; entretien séparé")
    case .protectedAdultFound:              stay([.proposeInterview], "C. civ. 467 ; avec le curateur ou le tuteur")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay:
                                            stay([.proposeInterview], "instruction 3.2")
    case .evictionReported:                 stay([.proposeInterview], "instruction 3.2 ; accompagnement social")
    case .reviewDue:                        stay([.proposeInterview], "instruction 2.1 ; l'accompagnement continue")
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive:
                                            ignore("cette étape du contact est déjà dépassée")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
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
    case .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .scheduleKept,
      .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .policeAidRefused, .keysReturned,
      .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The DSF is asked for.
  // swift-format-ignore
  static func dsfAsked(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1 ; le diagnostic nourrit le DSF")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III")
    case .householdSplit:                   stay([.proposeInterview], "loi 89-462, art. 8-1 ; ressources et UC à recalculer")
    case .violenceReported:                 stay([.proposeInterview], "C. civ. 515-9 ; entretien séparé")
    case .protectedAdultFound:              stay([.proposeInterview], "C. civ. 467 ; avec le curateur ou le tuteur")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation"))
    case .hearingHeld, .dsfOverdue:         go(.dsfLate, [.escalateContact], "loi 89-462, art. 24 III")
    case .hearingPostponed:                 go(.dsfAsked, [.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP, .scheduleBroken, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .judgmentReversed, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidPremature, .policeAidGranted:
                                            either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive:
                                            ignore("cette étape du contact est déjà dépassée")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
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
    case .scheduleKept, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded:
                                            ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRefused, .evictionReported, .keysReturned,
      .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The judge does not have the DSF.
  // swift-format-ignore
  static func dsfLate(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III ; transmis hors délai")
    case .dsfSentWithoutMeeting:            go(.dsfSentWithoutMeeting, [.informTenantOfHearing], "loi 89-462, art. 24 III ; transmis hors délai")
    case .householdSplit:                   stay([.proposeInterview], "loi 89-462, art. 8-1 ; ressources et UC à recalculer")
    case .violenceReported:                 stay([.proposeInterview], "C. civ. 515-9 ; entretien séparé")
    case .protectedAdultFound:              stay([.proposeInterview], "C. civ. 467 ; avec le curateur ou le tuteur")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "loi 89-462, art. 24 III ; nouvelle assignation"))
    case .hearingPostponed:                 go(.dsfAsked, [.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .claimDismissed, .claimWithdrawn, .delaysGranted, .scheduleBySurendettement,
      .clauseSuspendedAfterPRP, .scheduleBroken, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .judgmentReversed, .quitOrderServed, .quitOrderUnnotified,
      .policeAidRequested, .policeAidPremature, .policeAidGranted, .reviewDue:
                                            either(.diagnosed, go(.diagnosed, [], "instruction 2.1 ; le diagnostic reste acquis"), go(.interviewAsked, [.proposeInterview], "instruction 3.2"))
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosisInconclusive:
                                            ignore("cette étape du contact est déjà dépassée")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
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
    case .hearingHeld, .scheduleKept, .judgmentNotified, .appealFiled, .executionStayed, .appealEnded:
                                            ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRefused, .evictionReported, .keysReturned,
      .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The judge has the DSF.
  // swift-format-ignore
  static func dsfSent(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .householdNotFound:                go(.notFound, [], "instruction 2.1 ; carence après deux tentatives")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            stay([], "instruction 2.1 ; le dernier diagnostic compte")
    case .householdSplit:                   stay([.proposeInterview], "loi 89-462, art. 8-1 ; ressources et UC à recalculer")
    case .violenceReported:                 stay([.proposeInterview], "C. civ. 515-9 ; entretien séparé")
    case .protectedAdultFound:              stay([.proposeInterview], "C. civ. 467 ; avec le curateur ou le tuteur")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .hearingPostponed:                 stay([.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay:
                                            stay([.proposeInterview], "instruction 3.2")
    case .evictionReported:                 stay([.proposeInterview], "instruction 3.2 ; accompagnement social")
    case .reviewDue:                        stay([.proposeInterview], "instruction 2.1 ; l'accompagnement continue")
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .interviewProposed, .contactAttempted, .householdMet, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting:               ignore("cette étape du contact est déjà dépassée")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
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
    case .hearingHeld, .claimDismissed, .claimWithdrawn, .scheduleKept, .judgmentNotified, .appealFiled,
      .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas le contact")
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded,
      .evictionSuspendedBySurendettement, .surendettementSuspensionEnded, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .policeAidRefused, .keysReturned,
      .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The judge knows that nobody was met.
  // swift-format-ignore
  static func dsfSentWithoutMeeting(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .interviewProposed:                go(.interviewProposed, [], "instruction 2.1")
    case .householdMet:                     go(.met, [], "instruction 2.1")
    case .diagnosedCanStay, .diagnosedCanStayOnConditions, .diagnosedMustMove:
                                            go(.diagnosed, [], "instruction 2.1")
    case .diagnosisInconclusive:            go(.toComplete, [], "instruction 2.1")
    case .dsfSent:                          go(.dsfSent, [], "loi 89-462, art. 24 III")
    case .sessionWithoutSolution:           either(.sessionsFailed, stay([.escalateToCentral], "instruction 1.2.1 ; deux séances sans solution"), stay([], "instruction 1.2.2 ; une séance sans solution"))
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"), stay([], "loi 89-462, art. 24 III, IV : le DSF ne vaut que pour une dette")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; loi 89-462, art. 24 III"))
    case .hearingPostponed:                 stay([.updateDSF], "loi 89-462, art. 24 III ; nouvelle audience")
    case .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken,
      .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay, .quitOrderServed,
      .quitOrderUnnotified, .policeAidRequested, .policeAidPremature, .policeAidGranted, .reviewDue:
                                            go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; nouvelle tentative")
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported:
                                            ignore("le ménage est déjà suivi")
    case .contactAttempted, .householdNotFound, .dsfSentWithoutMeeting:
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
    case .hearingHeld, .claimDismissed, .claimWithdrawn, .scheduleKept, .judgmentNotified, .appealFiled,
      .executionStayed, .appealEnded, .judgmentReversed:
                                            ignore("cet acte ne change pas le contact")
    case .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRefused, .evictionReported, .keysReturned,
      .compensationClaimed, .compensationDecided:
                                            ignore("le contact avec le ménage est déjà engagé")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }

  /// The dossier is closed.
  // swift-format-ignore
  static func closed(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .arrearsReported, .noticeServed:   go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1) ; le dossier se rouvre")
    case .noticeBelowThreshold:             go(.informed, [.informHousehold], "loi 89-462, art. 24 I ; le dossier se rouvre, sous le seuil")
    case .otherMotiveReported:              go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs ; le dossier se rouvre")
    case .summonsServed:                    either(.otherMotive, either(.arrearsKnown, go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; le dossier se rouvre"), go(.interviewAsked, [.proposeInterview], "instruction II : tous les motifs ; aucun DSF n'est prévu")), go(.dsfAsked, [.prepareDSF], "instruction 2.1 (2) ; le dossier se rouvre"))
    case .delaysGranted, .scheduleBySurendettement, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay, .quitOrderServed, .quitOrderUnnotified, .policeAidRequested,
      .policeAidPremature, .policeAidGranted, .evictionReported:
                                            go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; le dossier se rouvre")
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
