import Contracts

extension ProcedureTables {
  /// The version under which new dossiers open, and the only one that is written in Swift: the full
  /// procedure, for every motive and every landlord, from the instruction of 2017 to the decrees of
  /// 2026. Rules by date stand in the legal calendar, not here.
  ///
  /// Versions 1 and 2 are released: they are read from their files, and cost no Swift. Version 3
  /// says what a jurist found in them (docs/law-review.md); it may change until it is released.
  public static let current = ProcedureTables(
    version: 3,
    contact: TrackTable(ContactPhase.self), debt: TrackTable(DebtPhase.self),
    housing: TrackTable(HousingPhase.self), procedure: TrackTable(ProcedurePhase.self),
    lessons: CaseTable(Trigger.allCases.map { ($0, $0.lessons) }),
    episodes: [
      .arrearsReported, .noticeServed, .noticeBelowThreshold, .otherMotiveReported, .summonsServed,
      .delaysGranted, .scheduleBySurendettement, .evictionOrdered, .evictionOrderedWithDelays,
      .evictionOrderedWithoutQuitDelay,
    ],
    // A new episode needs its own diagnosis, its own debt and its own CQL. Protections stay.
    newEpisode: Lesson(
      learns: [.quitPeriodNotRun],
      forgets: [
        .quitOrderNotified, .quitDelayWaived, .diagnosed, .mustMove, .debtCleared, .noticeRunning,
        .accommodationOffered, .otherMotive, .arrearsKnown, .sessionFailed, .sessionsFailed,
        .transferRequested, .informationOnly, .truceSetAside, .noticeFrozen, .evicted,
      ]),
    protectionEnds: Dictionary(
      uniqueKeysWithValues: Circumstance.protections.map { ($0, $0.ends) }),
    takenForGranted: [], olderReadings: [])
}
