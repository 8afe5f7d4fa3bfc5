import Contracts

/// The household left the dwelling: nobody is asked to find it there any more.
extension ContactTrackV2 {
  /// The household is no more in the dwelling; what is left of the procedure is about the debt.
  // swift-format-ignore
  static func away(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .evictionReported:                 go(.interviewAsked, [.proposeInterview], "instruction 3.2 ; le ménage occupait encore le logement")
    case .reviewDue:                        stay([], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported, .summonsServed:
                                            ignore("CPCE L451-1 : le ménage n'est plus dans le logement, l'acte ne vise que la dette")
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent,
      .dsfSentWithoutMeeting, .householdSplit, .violenceReported, .protectedAdultFound, .opinionGiven,
      .sessionWithoutSolution:              ignore("le ménage n'est plus dans le logement")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
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
      .executionStayed, .appealEnded, .judgmentReversed, .quitOrderServed, .quitOrderUnnotified,
      .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted,
      .policeAidRefused, .departed, .keysReturned, .compensationClaimed, .compensationDecided:
                                            ignore("le ménage n'est plus dans le logement")
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }
}
