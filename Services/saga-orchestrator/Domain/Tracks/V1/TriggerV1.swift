/// The triggers that version 1 knows, by the names under which they are sent and stored. It never
/// changes: a trigger that came later is ignored by a dossier that still moves under version 1.
public enum TriggerV1: String, CaseIterable, Sendable {
  // Intake
  case arrearsReported, noticeServed
  // Contact and diagnosis (social-diagnosis)
  case interviewProposed, householdMet, householdNotFound
  case diagnosedCanStay, diagnosedCanStayOnConditions, diagnosedMustMove, diagnosisInconclusive
  case dsfSent, dsfSentWithoutMeeting
  // Debt (debt-settlement)
  case settlementStarted, planAgreed, planRefused, planBroken, planCompleted
  case fslGranted, fslRefused, debtCleared, settlementExhausted
  case surendettementFiled, surendettementAdmitted, surendettementRefused, surendettementEnded
  case aidMaintained, aidSuspended
  // Housing (rehousing)
  case rehousingStarted, offerMade, offerRefused, offerAccepted, rehoused
  case daloFiled, daloPriority, daloRefused, daloOfferMade
  case accommodationOffered, accommodated
  // Court and execution (court-liaison)
  case summonsServed, hearingHeld, hearingPostponed
  case claimDismissed, claimWithdrawn, delaysGranted, scheduleBroken, scheduleKept
  case evictionOrdered, evictionOrderedWithDelays
  case quitOrderServed, quitOrderUnnotified, jexDelaysGranted, jexDelaysEnded
  case policeAidRequested, policeAidGranted, policeAidRefused
  case evictionReported, departed
  // Calendar: deadlines of the saga's own phases, and the trêve hivernale
  case contactOverdue, diagnosisOverdue, noticeExpired, dsfOverdue, hearingPassed
  case decisionOverdue, judgeDelaysEnded, quitPeriodEnded, policeAidSilence, reviewDue
  case truceStarted, truceEnded
}
