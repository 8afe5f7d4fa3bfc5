public import Contracts

extension Trigger {
  /// What an act is about: a page says « tout autre acte du relogement » instead of twenty names.
  enum Subject: CaseIterable {
    case signal, contact, household, commission, settlement, surendettement, aid, cohesionProtocol
    case rehousing, dalo, accommodation, court, appeal, execution, compensation, transfer
    case deadline, truce

    var frenchName: String {
      switch self {
      case .signal: "de signalement (impayé, commandement, autre motif)"
      case .contact: "du contact, du diagnostic ou du DSF"
      case .household: "de la vie du ménage (décès, séparation, violences, protection d'un majeur)"
      case .commission: "de la CCAPEX (avis, séance)"
      case .settlement: "de l'apurement (dispositif saisi, plan, FSL, dette soldée, voies épuisées)"
      case .surendettement: "du surendettement, effacement compris"
      case .aid: "de l'aide au logement"
      case .cohesionProtocol: "du protocole de cohésion sociale, nouveau bail compris"
      case .rehousing: "du relogement (recherche, propositions, bail)"
      case .dalo: "du DALO"
      case .accommodation: "de l'hébergement, DAHO compris"
      case .court: "du tribunal (assignation, audience, décision)"
      case .appeal: "des voies de recours (notification, appel, arrêt de l'exécution, infirmation)"
      case .execution: "de l'exécution (CQL, JEX, CFP, expulsion, départ)"
      case .compensation: "de l'indemnisation du bailleur"
      case .transfer: "du transfert ou de la clôture par la commission"
      case .deadline: "d'échéance"
      case .truce: "de la trêve (début, fin, mise à l'écart)"
      }
    }
  }

  /// What is decided against the household, and what follows until the CFP is granted. Rows that
  /// hold them all say so by one name.
  static let decisions: [Trigger] = [
    .delaysGranted, .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken,
    .evictionOrdered, .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay,
    .quitOrderServed, .quitOrderUnnotified, .policeAidRequested, .policeAidPremature,
    .policeAidGranted,
  ]

  /// The name under which a page says all of them.
  static let decisionsName = "une décision ou son exécution (*)"

  // swift-format-ignore
  var subject: Subject {
    switch self {
    case .arrearsReported, .noticeServed, .otherMotiveReported, .noticeBelowThreshold: .signal
    case .interviewProposed, .contactAttempted, .householdMet, .householdNotFound, .householdGone, .diagnosedCanStay,
      .diagnosedCanStayOnConditions, .diagnosedMustMove, .diagnosisInconclusive, .dsfSent, .dsfSentWithoutMeeting: .contact
    case .householdDied, .tenantDied, .householdSplit, .violenceReported, .protectedAdultFound: .household
    case .opinionGiven, .sessionWithoutSolution: .commission
    case .settlementStarted, .planAgreed, .planRefused, .planBroken, .planCompleted, .fslGranted, .fslRefused, .debtCleared,
      .settlementExhausted: .settlement
    case .surendettementFiled, .surendettementAdmitted, .surendettementRefused, .surendettementEnded,
      .surendettementPlanAdopted, .surendettementMoratorium, .debtErased: .surendettement
    case .aidMaintained, .aidSuspended: .aid
    case .cohesionProtocolSigned, .cohesionProtocolBroken, .cohesionProtocolEnded, .newLeaseSigned: .cohesionProtocol
    case .rehousingStarted, .offerMade, .offerRefused, .offerRefusedWithReason, .offerRefusedUnjustified,
      .offerAccepted, .rehoused: .rehousing
    case .daloFiled, .daloPriority, .daloRefused, .daloOfferMade, .daloRightLost: .dalo
    case .dahoFiled, .dahoPriority, .dahoRefused, .dahoOfferMade, .accommodationOffered, .accommodated: .accommodation
    case .summonsServed, .hearingHeld, .hearingPostponed, .claimDismissed, .claimWithdrawn, .claimStruckOut, .delaysGranted,
      .scheduleBySurendettement, .clauseSuspendedAfterPRP, .scheduleBroken, .scheduleKept, .evictionOrdered,
      .evictionOrderedWithDelays, .evictionOrderedWithoutQuitDelay: .court
    case .judgmentNotified, .appealFiled, .executionStayed, .appealEnded, .judgmentReversed: .appeal
    case .quitOrderServed, .quitOrderUnnotified, .jexDelaysGranted, .jexDelaysEnded, .evictionSuspendedBySurendettement,
      .surendettementSuspensionEnded, .policeAidRequested, .policeAidPremature, .policeAidGranted, .policeAidRefused,
      .evictionReported, .departed, .keysReturned: .execution
    case .compensationClaimed, .compensationDecided: .compensation
    case .transferRequested, .transferReceived, .transferRefused, .closedByCommission: .transfer
    case .contactOverdue, .diagnosisOverdue, .noticeExpired, .dsfOverdue, .hearingPassed, .decisionOverdue,
      .judgeDelaysEnded, .quitPeriodEnded, .policeAidSilence, .reviewDue, .clauseSuspensionEnded: .deadline
    case .truceStarted, .truceEnded, .truceSetAside: .truce
    }
  }

  /// Whether it is about where the household is to live: a dwelling, a right to one, a place.
  public var isOfHousing: Bool {
    switch subject {
    case .rehousing, .dalo, .accommodation: true
    case .signal, .contact, .household, .commission, .settlement, .surendettement, .aid,
      .cohesionProtocol, .court, .appeal, .execution, .compensation, .transfer, .deadline, .truce:
      false
    }
  }
}
