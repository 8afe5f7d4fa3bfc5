/// What one dossier counts for in one year. The raw values are stored and never change; those that
/// bear the name of a fact count its days in the year, the others are reckoned in `Indicators`.
public enum Mark: String, CaseIterable, Sendable {
  // F: how many acts
  case noticeSignalled, landlordReferral, aidArrears, freeReferral, otherMotive, summoned
  case dismissed, withdrawn, delaysGranted, evictionOrdered, evictionDelayed
  case quitOrder, policeAidRequested, policeAidGranted, policeAidRefused, policeAidSilence
  case evicted, departed
  // AP, R, E, C: how many decisions and answers
  case planAgreed, planRefused, fslGranted, fslRefused
  case surendettementAdmitted, surendettementRefused, aidMaintained, aidSuspended
  case offerMade, offerRefused, offerAccepted, rehoused, accommodated, daloPriority
  case scheduleKept, scheduleBroken, compensationClaimed, compensationDecided

  /// P1: an assignation with a diagnosis and a measure before its hearing.
  case handledBeforeHearing
  /// P2: a household signalled before any assignation, in the year of the signal.
  case signalledBeforeSummons
  /// P2: one of these whose dossier closed solved, never assigned.
  case solvedBeforeSummons
  /// P3: a household signalled in the year.
  case opened
  /// P3: one of these to which an interview was proposed, or which was met.
  case contacted
  /// P3: one of these, within a month.
  case contactedWithinMonth
  /// P3: the days from the signal to the proposal.
  case proposalDelay
  /// P3: the days from the signal to the interview.
  case interviewDelay
  /// D: an assignation for debt.
  case summonedForDebt
  /// D1: one of these with a complete DSF before the hearing.
  case dsfBeforeHearing
  /// D1: one of these with a complete DSF five working days before it (décret 2021-8).
  case dsfFiveDaysBefore
  /// D2: one of these with a DSF of carence and no complete one before the hearing.
  case dsfOfCarence
  /// AP1: a commandement with a settlement or a clearing in its delay.
  case settledInNotice
  /// R1: a rehousing before the hearing, among the assignations.
  case rehousedBeforeHearing
  /// R1: a rehousing before the CFP is requested, or without any.
  case rehousedBeforePoliceAid
  /// R1: an eviction from the social stock.
  case evictedFromSocialStock
  /// R1: one of these without rehousing.
  case evictedFromSocialStockWithoutRehousing
  /// DA1: an eviction of a DALO household before it was rehoused.
  case evictedBeforeDALO
  /// X1: an eviction without a proposal of accommodation.
  case evictedWithoutAccommodation
}
