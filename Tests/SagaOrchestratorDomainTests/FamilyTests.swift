import Contracts
import SagaOrchestratorDomain
import Testing

/// A phase says only where it differs from its family, in every version.
@Suite struct FamilyTests {
  private static let versions = [1, 2, 3]

  @Test(arguments: versions) func aPhaseListsOnlyWhatDiffersFromItsFamily(_ version: Int) throws {
    let tables = try #require(ProcedureTables.version(version))
    #expect(faults(tables.contact).isEmpty, "\(faults(tables.contact))")
    #expect(faults(tables.debt).isEmpty, "\(faults(tables.debt))")
    #expect(faults(tables.housing).isEmpty, "\(faults(tables.housing))")
    #expect(faults(tables.procedure).isEmpty, "\(faults(tables.procedure))")
  }

  @Test(arguments: ["twice", "as its family", "not total"])
  func aRowThatSaysNothingNewIsFound(_ fault: String) {
    var housing = ProcedureTables.current.housing
    #expect(faults(housing).isEmpty)
    let place = housing.families.firstIndex { !$0.phases.flatMap(\.rows).isEmpty } ?? 0
    let entry = housing.families[place].phases.firstIndex { !$0.rows.isEmpty } ?? 0
    switch fault {
    case "twice":
      let row = housing.families[place].phases[entry].rows[0]
      housing.families[place].phases[entry].rows.append(row)
    case "as its family":
      let base = housing.families[place].rows
      let written = Set(housing.families[place].phases[entry].rows.flatMap(\.triggers))
      let same = base.first { written.isDisjoint(with: $0.triggers) }
      housing.families[place].phases[entry].rows += [same].compactMap(\.self)
    default: housing.families[place].rows.removeLast()
    }
    #expect(!faults(housing).isEmpty, "\(fault)")
  }

  private func faults<Phase: TrackPhase>(_ table: TrackTable<Phase>) -> [String] {
    var faults: [String] = []
    var placed: [Phase] = []
    for family in table.families {
      let base = cells(family.rows)
      if family.rows.flatMap(\.triggers).count != base.count {
        faults.append("\(family.name): twice")
      }
      if Set(base.keys) != Set(table.triggers) {
        faults.append("\(family.name): not every trigger")
      }
      for entry in family.phases {
        placed.append(entry.phase)
        let written = entry.rows.flatMap(\.triggers)
        let twice = Set(written.filter { trigger in written.filter { $0 == trigger }.count > 1 })
        faults += twice.map { "\(entry.phase): \($0) is written twice" }
        for row in entry.rows {
          let same = row.triggers.filter { base[$0] == row.cell }
          faults += same.map { "\(entry.phase): \($0) is what its family says" }
        }
      }
    }
    if Set(placed).count != placed.count { faults.append("a phase has two families") }
    return faults.sorted()
  }

  private func cells<Phase: TrackPhase>(
    _ rows: [TableRow<Phase>]
  ) -> [Trigger: TableCell<Phase>] {
    var cells: [Trigger: TableCell<Phase>] = [:]
    for row in rows { for trigger in row.triggers { cells[trigger] = row.cell } }
    return cells
  }
}
