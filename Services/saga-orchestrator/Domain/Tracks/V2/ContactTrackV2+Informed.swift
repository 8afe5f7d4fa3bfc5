import Contracts

/// A signal below the threshold of the arrêté.
extension ContactTrackV2 {
  /// A commandement below the threshold is an information: the household is told of its rights, nobody is
  /// hurried. Whatever else becomes known calls for the full treatment.
  // swift-format-ignore
  static func informed(_ trigger: Trigger) -> Row<ContactPhase> {
    switch trigger {
    case .arrearsReported, .noticeServed:   go(.interviewAsked, [.proposeInterview], "instruction 2.1 (1)")
    case .noticeBelowThreshold:             ignore("le ménage est déjà informé")
    case .reviewDue:                        stay([], "loi 89-462, art. 24 I ; sous le seuil, une simple information")
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
    case .departed:                         go(.away, [.stopContact], "CPCE L451-1 ; le ménage n'est plus dans le logement")
    case .householdDied, .transferRequested, .transferReceived, .transferRefused, .closedByCommission:
                                            ignore("la procédure clôt le dossier : voir la piste de la procédure")
    case .householdSplit, .violenceReported, .protectedAdultFound:
                                            go(.interviewAsked, [.proposeInterview], "instruction 2.1 ; la situation appelle plus qu'une information")
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
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .clauseSuspensionEnded:
                                            ignore("échéance d'une étape déjà quittée")
    case .truceStarted, .truceEnded:        ignore("la trêve ne change pas le contact")
    }
  }
}
