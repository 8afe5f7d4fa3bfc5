import Contracts
import SagaOrchestratorDomain
import Testing

/// A table broken on purpose, and the property by which the exploration must catch it.
struct Mutation: Sendable, CustomTestStringConvertible {
  var name: String
  var caughtBy: Property
  var tables: ProcedureTables

  var testDescription: String { name }

  init(_ name: String, caughtBy property: Property, _ change: (inout ProcedureTables) -> Void) {
    self.name = name
    caughtBy = property
    tables = .current
    change(&tables)
  }

  /// Runs the exploration that looks for that property.
  var finding: Finding? {
    if caughtBy == .aDiagnosedHouseholdIsHelped { return HelpWalk(tables).explore().finding }
    if caughtBy == .noActShortensAProtection { return tables.shortening }
    let tracks = [
      CompiledTrack(tables.contact), CompiledTrack(tables.debt), CompiledTrack(tables.housing),
      CompiledTrack(tables.procedure),
    ]
    for track in tracks {
      let found = TableCheck(track: track, learn: tables.learn).findings()
      if let finding = found[caughtBy] { return finding }
    }
    return nil
  }
}

extension ProcedureTables {
  /// Lets a trigger end a protection that it may not end.
  mutating func end(_ protection: Circumstance, by trigger: Trigger) {
    let old = learn
    learn = { circumstances, act, isClosed in
      old(&circumstances, act, isClosed)
      if act == trigger { circumstances.remove(protection) }
    }
  }
}

extension TrackTable {
  /// Replaces one cell.
  mutating func replace(_ phase: Phase, _ triggers: Set<Trigger>, with row: Row<Phase>) {
    let old = self.row
    self.row = { triggers.contains($1) && $0 == phase ? row : old($0, $1) }
  }

  /// Changes every cell.
  mutating func change(_ transform: @escaping @Sendable (Phase, Row<Phase>) -> Row<Phase>) {
    let old = row
    row = { transform($0, old($0, $1)) }
  }

  /// Takes the deadline of a phase away.
  mutating func dropDeadline(of phase: Phase) {
    let old = deadline
    deadline = { $0 == phase ? nil : old($0) }
  }
}

extension Row {
  /// The row as if it never asked about that circumstance.
  func forgetting(_ circumstance: Circumstance) -> Row {
    switch self {
    case .go, .stay, .ignore: self
    case .flagged(let reason, let row): .flagged(reason, row.forgetting(circumstance))
    case .either(circumstance, _, let no): no.forgetting(circumstance)
    case .either(let other, let yes, let no):
      .either(other, yes.forgetting(circumstance), no.forgetting(circumstance))
    }
  }

  /// The row without one of its orders.
  func without(_ order: Order) -> Row {
    switch self {
    case .go(let phase, let orders, let basis): .go(phase, orders.filter { $0 != order }, basis)
    case .stay(let orders, let basis): .stay(orders.filter { $0 != order }, basis)
    case .ignore: self
    case .flagged(let reason, let row): .flagged(reason, row.without(order))
    case .either(let circumstance, let yes, let no):
      .either(circumstance, yes.without(order), no.without(order))
    }
  }
}
