public import Contracts

/// A track's rules as a value: so that a frozen version, whose phases and triggers are its own, runs
/// by the same engine, and a deliberately broken one can be explored.
public struct TrackTable<Phase: TrackPhase>: Sendable {
  /// The phases that the version knows, in the order in which they are printed.
  public var phases: [Phase]
  /// The triggers that it knows, in the order in which they are printed.
  public var triggers: [Trigger]
  /// The cell of a phase and a trigger.
  public var row: @Sendable (Phase, Trigger) -> Row<Phase>
  /// The deadline of a phase; `nil` only for the final one.
  public var deadline: @Sendable (Phase) -> PhaseDeadline?
  /// What is sent when the dossier closes in a phase.
  public var closingOrders: @Sendable (Phase) -> [Order]
  /// The name of a phase and what it means, in French.
  public var words: @Sendable (Phase) -> (title: String, explanation: String)

  /// The table of the version that is being written: it knows every phase and every trigger.
  public init(row: @escaping @Sendable (Phase, Trigger) -> Row<Phase>) {
    phases = Phase.allCases
    triggers = Trigger.allCases
    self.row = row
    deadline = { $0.deadline }
    closingOrders = { $0.closingOrders }
    words = { ($0.title, $0.explanation) }
  }

  /// The table of a frozen version, which has its own phases and triggers: each is known by its name.
  ///
  /// A trigger that the version does not know is read in its coarser words; where it has none it changes
  /// nothing, and says so. In a phase that it does
  /// not know, a human must look.
  public init<Frozen: TrackPhase, Act: CaseIterable & RawRepresentable<String> & Sendable>(
    frozen table: @escaping @Sendable (Frozen, Act) -> Row<Frozen>
  ) {
    phases = Frozen.allCases.compactMap { Phase(rawValue: $0.rawValue) }
    triggers = Act.allCases.compactMap { Trigger(rawValue: $0.rawValue) }
    row = { phase, trigger in
      let coarser = trigger.coarser.flatMap { Act(rawValue: $0.rawValue) }
      guard let act = Act(rawValue: trigger.rawValue) ?? coarser else {
        return .ignore("la version des règles du dossier ne connaît pas cet acte")
      }
      guard let frozen = Frozen(rawValue: phase.rawValue) else { return .unknownPhase }
      return table(frozen, act).renamed()
    }
    deadline = { Frozen(rawValue: $0.rawValue).map(\.deadline) ?? PhaseDeadline(after: .halfYear) }
    closingOrders = { Frozen(rawValue: $0.rawValue)?.closingOrders ?? [] }
    words = { phase in
      let frozen = Frozen(rawValue: phase.rawValue)
      return (frozen?.title ?? phase.title, frozen?.explanation ?? phase.explanation)
    }
  }
}

extension Row {
  /// No row is written for the phase in the version of the dossier.
  static var unknownPhase: Row {
    review(.unknownPhase, "l'étape n'existe pas dans la version des règles du dossier")
  }

  /// The same row, with the phases of another version, by their names.
  func renamed<Other: TrackPhase>() -> Row<Other> {
    switch self {
    case .go(let phase, let orders, let basis):
      guard let other = Other(rawValue: phase.rawValue) else { return .unknownPhase }
      return .go(other, orders, basis)
    case .stay(let orders, let basis): return .stay(orders, basis)
    case .either(let circumstance, let yes, let no):
      return .either(circumstance, yes.renamed(), no.renamed())
    case .flagged(let reason, let row): return .flagged(reason, row.renamed())
    case .ignore(let basis): return .ignore(basis)
    }
  }
}
