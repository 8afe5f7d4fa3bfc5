public import Contracts

/// A phase of one track. Stored by name, never by rank.
public protocol TrackPhase: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable
where AllCases == [Self] {
  /// The families of the track's phases.
  associatedtype Family: PhaseFamily where Family.Phase == Self
  static var track: Track { get }
  /// Where every dossier starts.
  static var initial: Self { get }
  static var closed: Self { get }
  /// What the current version says of the phase.
  var sheet: PhaseSheet<Self> { get }
}

extension TrackPhase {
  /// Its name, in French.
  public var title: String { sheet.title }
}

/// Phases that answer most triggers alike: what holds in all of them is written once.
public protocol PhaseFamily: RawRepresentable<String>, CaseIterable, Hashable, Sendable
where AllCases == [Self] {
  /// The phases of its track.
  associatedtype Phase: TrackPhase
  /// What the current version says of the family.
  var sheet: FamilySheet<Phase> { get }
}

/// What the current version says of one family: its name, and what its phases answer.
public struct FamilySheet<Phase: TrackPhase>: Sendable {
  /// Its name, in French.
  let title: String
  /// What every phase of the family answers, unless its own sheet differs. Total: a new trigger
  /// needs one answer a family before anything compiles.
  let base: @Sendable (Trigger) -> TableCell<Phase>

  init(_ title: String, base: @escaping @Sendable (Trigger) -> TableCell<Phase>) {
    self.title = title
    self.base = base
  }

  /// The family of the final phase: what has no answer leaves the dossier closed.
  static func closed(_ answer: @escaping @Sendable (Trigger) -> TableCell<Phase>?) -> FamilySheet {
    FamilySheet("Dossier clos") { answer($0) ?? ignore("le dossier est clos") }
  }
}

/// What the current version says of one phase: its family, its words, its deadline, and where it
/// differs from its family.
public struct PhaseSheet<Phase: TrackPhase>: Sendable {
  /// The family whose rows hold unless `rows` differ.
  public let family: Phase.Family
  /// Its name, in French.
  public let title: String
  /// What it means, in French.
  public let explanation: String
  /// Its deadline; only the final phase has none.
  public let deadline: PhaseDeadline?
  /// What is sent when the dossier closes in this phase.
  public let closingOrders: [Order]
  /// What it waits for; only the final phase waits for nothing.
  public let awaited: Awaited?
  /// The rows in which the phase differs from its family; made when asked for.
  let rows: @Sendable () -> [TableRow<Phase>]

  init(
    _ family: Phase.Family, _ title: String, _ explanation: String, until deadline: PhaseDeadline?,
    closing closingOrders: [Order], awaits awaited: Awaited? = nil,
    @TableRowsBuilder<Phase> differs rows: @escaping @Sendable () -> [TableRow<Phase>] = { [] }
  ) {
    self.family = family
    self.title = title
    self.explanation = explanation
    self.deadline = deadline
    self.closingOrders = closingOrders
    self.awaited = awaited
    self.rows = rows
  }
}

/// Triggers that have the same cell.
public struct TableRow<Phase: TrackPhase>: Codable, Hashable, Sendable {
  /// The triggers, in the order in which they are printed.
  public var triggers: [Trigger]
  public var cell: TableCell<Phase>
}

func when<Phase>(_ trigger: Trigger, _ cell: TableCell<Phase>) -> [TableRow<Phase>] {
  when([trigger], cell)
}

func when<Phase>(_ triggers: [Trigger], _ cell: TableCell<Phase>) -> [TableRow<Phase>] {
  [TableRow(triggers: triggers, cell: cell)]
}

/// Lists rows one a line, and the rows that phases share by their name.
@resultBuilder
enum TableRowsBuilder<Phase: TrackPhase> {
  static func buildExpression(_ rows: [TableRow<Phase>]) -> [TableRow<Phase>] { rows }
  static func buildBlock(_ rows: [TableRow<Phase>]...) -> [TableRow<Phase>] { rows.flatMap(\.self) }
}
