public import Contracts

/// The four tracks of a dossier, which move at the same time.
public enum Track: String, CaseIterable, Codable, Sendable {
  case contact, debt, housing, procedure
}

/// The tables of the four tracks, in one version: a value, and nothing but data.
public struct ProcedureTables: Hashable, Sendable {
  /// The version; a dossier keeps the one under which it was opened.
  public var version: Int
  /// Contact, diagnosis and DSF.
  public var contact: TrackTable<ContactPhase>
  public var debt: TrackTable<DebtPhase>
  /// Rehousing and accommodation.
  public var housing: TrackTable<HousingPhase>
  /// Court and execution.
  public var procedure: TrackTable<ProcedurePhase>
  /// What each trigger makes true, in the order in which it is learned.
  public var lessons: CaseTable<Trigger, [Lesson]>
  /// The triggers which, when they reopen a closed dossier, start a procedure of their own instead
  /// of continuing an older one.
  public var episodes: Set<Trigger>
  /// What such a trigger makes true first.
  public var newEpisode: Lesson
  /// What ends each protection, with the text that says so. The first version did not tell.
  public var protectionEnds: [Circumstance: [Trigger: LegalBasis]]
  /// What holds in every dossier of the version, without being said: a later version must be told.
  public var takenForGranted: Circumstances
  /// How the version read days, where later ones read them otherwise.
  public var olderReadings: Set<OlderReading>
}

/// A way in which an older version read the days of acts.
public enum OlderReading: String, CaseIterable, Codable, Sendable {
  /// It was told acts in the order of arrival: one that comes late may have no effect. Later
  /// versions are told everything in the order of acts.
  case actsComeLate
  /// The latest hearing that is known stands; later, the last word does.
  case latestHearingStands
  /// The day of the commandement selects its delay; later, what is written in it or the lease.
  case noticeSelectsItsDelay
  /// The last word sets the end of a protection; later, it never moves to an earlier day.
  case lastWordSetsTheEnd
}

extension ProcedureTables {
  /// What a trigger makes true.
  public func learn(_ known: inout Circumstances, _ trigger: Trigger, _ isClosed: Bool) {
    guard let act = read(trigger) else { return }
    if isClosed, episodes.contains(act) { newEpisode(&known) }
    for lesson in lessons[act] ?? [] { lesson(&known) }
  }

  /// The trigger in the words of this version; `nil` where it has none.
  private func read(_ trigger: Trigger) -> Trigger? {
    if lessons[trigger] != nil { return trigger }
    return trigger.coarser.flatMap { lessons[$0] == nil ? nil : $0 }
  }

  /// The tables of that version, or `nil` for a version that this build does not know.
  public static func version(_ number: Int) -> ProcedureTables? {
    number == current.version ? current : released[number]
  }
}
