public import Contracts

/// The four tracks of a dossier, which move at the same time.
public enum Track: String, CaseIterable, Codable, Sendable {
  case contact, debt, housing, procedure
}

/// A phase of one track. Stored by name, never by rank.
public protocol TrackPhase: RawRepresentable<String>, CaseIterable, Hashable, Sendable
where AllCases == [Self] {
  /// The track.
  static var track: Track { get }
  /// Where every dossier starts.
  static var initial: Self { get }
  /// The final phase.
  static var closed: Self { get }
  /// Its name, in French.
  var title: String { get }
  /// What it means, in French.
  var explanation: String { get }
  /// Its deadline; only the final phase has none.
  var deadline: PhaseDeadline? { get }
  /// What is sent when the dossier closes in this phase.
  var closingOrders: [Order] { get }
}

/// The tables of the four tracks, in one version.
public struct ProcedureTables: Sendable {
  /// The version; a dossier keeps the one under which it was opened.
  public var version: Int
  /// Contact, diagnosis and DSF.
  public var contact: TrackTable<ContactPhase>
  /// The debt.
  public var debt: TrackTable<DebtPhase>
  /// Rehousing and accommodation.
  public var housing: TrackTable<HousingPhase>
  /// Court and execution.
  public var procedure: TrackTable<ProcedurePhase>

  /// What a trigger makes true, before any row is looked up, so that no row can forget it.
  ///
  /// It depends on the trigger, on the set itself, and on whether the dossier is closed: never on a
  /// phase. That is what makes the exploration of one track exact.
  public var learn:
    @Sendable (_ known: inout Circumstances, _ trigger: Trigger, _ isClosed: Bool) -> Void

  /// The triggers which, when they reopen a closed dossier, start a procedure of its own instead of
  /// continuing an older one.
  public var episodes: Set<Trigger>

  /// The tables of that version, or `nil` for a version that this build does not know.
  public static func version(_ number: Int) -> ProcedureTables? {
    [v1, v2].first { $0.version == number }
  }

  /// The version under which new dossiers open.
  public static let current = v2
}
