/// Everything that can happen to a dossier, as the saga sees it. Services report these; deadlines
/// of the saga's own phases are among them. Stored and sent by name. What the first version of the
/// tables does not know, it ignores.
public enum Trigger: String, CaseIterable, Codable, Sendable {
  // Intake: arrears, and every other motive (congé, troubles)
  case arrearsReported, noticeServed, otherMotiveReported
  // A commandement below the threshold of the arrêté (SIGNAL.seuil): an information
  case noticeBelowThreshold
  // Contact and diagnosis (social-diagnosis)
  case interviewProposed, contactAttempted, householdMet, householdNotFound, householdGone
  case diagnosedCanStay, diagnosedCanStayOnConditions, diagnosedMustMove, diagnosisInconclusive
  case dsfSent, dsfSentWithoutMeeting
  // What changes in the household (partners, read by the saga itself)
  case householdDied, tenantDied, householdSplit, violenceReported, protectedAdultFound
  // The commission (partners, read by the saga itself)
  case opinionGiven, sessionWithoutSolution
  // Debt (debt-settlement)
  case settlementStarted, planAgreed, planRefused, planBroken, planCompleted
  case fslGranted, fslRefused, debtCleared, settlementExhausted
  case surendettementFiled, surendettementAdmitted, surendettementRefused, surendettementEnded
  // The commission's plan, its moratorium, its effacement (PRP)
  case surendettementPlanAdopted, surendettementMoratorium, debtErased
  case aidMaintained, aidSuspended
  // The protocole de cohésion sociale, and the lease that ends it well
  case cohesionProtocolSigned, cohesionProtocolBroken, cohesionProtocolEnded, newLeaseSigned
  // Housing (rehousing). An offer that is refused has a reason, has none, or nobody said
  case rehousingStarted, offerMade, offerRefused, offerRefusedWithReason, offerRefusedUnjustified
  case offerAccepted, rehoused
  // The right ends only by a decision of the préfet: daloRightLost
  case daloFiled, daloPriority, daloRefused, daloOfferMade, daloRightLost
  case dahoFiled, dahoPriority, dahoRefused, dahoOfferMade
  case accommodationOffered, accommodated
  // Court and execution (court-liaison)
  case summonsServed, hearingHeld, hearingPostponed
  case claimDismissed, claimWithdrawn, claimStruckOut, delaysGranted, scheduleBySurendettement
  case clauseSuspendedAfterPRP, scheduleBroken, scheduleKept
  case evictionOrdered, evictionOrderedWithDelays, evictionOrderedWithoutQuitDelay
  // An appeal that suspends nothing; an execution that an appeal or a judge stays, until its end
  case judgmentNotified, appealFiled, executionStayed, appealEnded, judgmentReversed
  case quitOrderServed, quitOrderUnnotified, jexDelaysGranted, jexDelaysEnded
  case evictionSuspendedBySurendettement, surendettementSuspensionEnded
  case policeAidRequested, policeAidPremature, policeAidGranted, policeAidRefused
  case evictionReported, departed, keysReturned
  case compensationClaimed, compensationDecided
  // The dossier itself (partners, read by the saga itself)
  case transferRequested, transferReceived, transferRefused, closedByCommission
  // Calendar: deadlines of the saga's own phases, and the trêve hivernale
  case contactOverdue, diagnosisOverdue, noticeExpired, dsfOverdue, hearingPassed
  case decisionOverdue, judgeDelaysEnded, quitPeriodEnded, policeAidSilence, reviewDue
  case clauseSuspensionEnded, truceStarted, truceEnded
  // The judge's words, or students' housing: the truce does not hold (court-liaison)
  case truceSetAside
}

extension Trigger {
  /// What happened, in the coarser words of an earlier version of the tables, which did not tell
  /// such cases apart; `nil` where it had no word for it.
  public var coarser: Trigger? { Self.coarserWords[self] }

  private static let coarserWords: [Trigger: Trigger] = [
    .noticeBelowThreshold: .noticeServed,
    .offerRefusedWithReason: .offerRefused, .offerRefusedUnjustified: .offerRefused,
    .evictionOrderedWithoutQuitDelay: .evictionOrdered, .scheduleBySurendettement: .delaysGranted,
    .debtErased: .debtCleared, .policeAidPremature: .policeAidRequested, .keysReturned: .departed,
    .judgmentReversed: .claimDismissed, .claimStruckOut: .claimWithdrawn,
  ]
}
