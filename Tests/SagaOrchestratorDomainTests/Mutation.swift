import Contracts
import Testing

@testable import SagaOrchestratorDomain

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
    lessons[trigger] = (lessons[trigger] ?? []) + [Lesson(forgets: [protection])]
  }
}

extension TrackTable {
  /// Replaces one cell.
  mutating func replace(_ phase: Phase, _ triggers: Set<Trigger>, with cell: TableCell<Phase>) {
    for trigger in triggers { cells[phase]?[trigger] = cell }
  }

  /// Changes every cell.
  mutating func change(_ transform: (Phase, TableCell<Phase>) -> TableCell<Phase>) {
    for phase in Phase.allCases {
      for trigger in Trigger.allCases {
        guard let cell = cells[phase]?[trigger] else { continue }
        cells[phase]?[trigger] = transform(phase, cell)
      }
    }
  }

  /// Takes the deadline of a phase away.
  mutating func dropDeadline(of phase: Phase) {
    deadlines[phase] = nil
  }
}

extension TableCell {
  /// The cell as if it never asked about that circumstance.
  func forgetting(_ circumstance: Circumstance) -> TableCell {
    switch self {
    case .go, .stay, .ignore: self
    case .flagged(let reason, let cell): .flagged(reason, cell.forgetting(circumstance))
    case .either(circumstance, _, let no): no.forgetting(circumstance)
    case .ladder(let ladder):
      .ladder(
        ladder.changed(
          { $0.protection == circumstance ? nil : $0.cell.forgetting(circumstance) },
          free: { $0.forgetting(circumstance) }))
    case .either(let other, let yes, let no):
      .either(other, yes.forgetting(circumstance), no.forgetting(circumstance))
    }
  }

  /// The cell without one of its orders.
  func without(_ order: Order) -> TableCell {
    switch self {
    case .go(let phase, let orders, let basis): .go(phase, orders.filter { $0 != order }, basis)
    case .stay(let orders, let basis): .stay(orders.filter { $0 != order }, basis)
    case .ignore: self
    case .ladder(let ladder):
      .ladder(ladder.changed({ $0.cell.without(order) }, free: { $0.without(order) }))
    case .flagged(let reason, let cell): .flagged(reason, cell.without(order))
    case .either(let circumstance, let yes, let no):
      .either(circumstance, yes.without(order), no.without(order))
    }
  }
}

extension Ladder {
  /// The ladder with each rung changed or taken out, and what follows where none holds.
  func changed(
    _ rung: (Rung) -> TableCell<Phase>?, free change: (TableCell<Phase>) -> TableCell<Phase>
  ) -> Ladder {
    var ladder = self
    ladder.rungs = rungs.compactMap { old in rung(old).map { Rung(old.protection, $0) } }
    ladder.free = change(free)
    return ladder
  }
}
