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

/// A track's rules as a value, so that a deliberately broken one can be explored too.
public struct TrackTable<Phase: TrackPhase>: Sendable {
  /// The cell of a phase and a trigger.
  public var row: @Sendable (Phase, Trigger) -> Row<Phase>
  /// The deadline of a phase.
  public var deadline: @Sendable (Phase) -> PhaseDeadline?

  /// A table made of its parts.
  public init(
    row: @escaping @Sendable (Phase, Trigger) -> Row<Phase>,
    deadline: @escaping @Sendable (Phase) -> PhaseDeadline? = { $0.deadline }
  ) {
    self.row = row
    self.deadline = deadline
  }
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

  /// The first version: the law of 2017.
  public static let v1 = ProcedureTables(
    version: 1, contact: TrackTable(row: ContactTrackV1.row),
    debt: TrackTable(row: DebtTrackV1.row), housing: TrackTable(row: HousingTrackV1.row),
    procedure: TrackTable(row: ProcedureTrackV1.row))

  /// The tables of that version, or `nil` for a version that this build does not know.
  public static func version(_ number: Int) -> ProcedureTables? { number == 1 ? v1 : nil }
}
