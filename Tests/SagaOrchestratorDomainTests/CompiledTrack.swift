import Contracts
import SagaOrchestratorDomain

/// A track's table with every cell looked up once, and without its type: each way through each row,
/// in whatever circumstances.
struct CompiledTrack: Sendable {
  /// What a row comes to where some circumstances hold and others do not.
  struct Branch: Sendable {
    var needs: Circumstances
    var lacks: Circumstances
    var phase: Int?
    var orders: [Order]
    var isReviewed: Bool
    var isIgnored: Bool

    var isEffect: Bool { phase != nil || !orders.isEmpty || isReviewed }
  }

  let track: Track
  /// The names of the phases, by number.
  let phases: [String]
  let initial: Int
  let closed: Int
  /// The deadline's trigger of each phase.
  let deadlines: [Trigger?]
  /// The branches of each phase and trigger, of which exactly one fits any circumstances.
  let cells: [[[Branch]]]

  init<Phase: TrackPhase>(_ table: TrackTable<Phase>) {
    let all = Phase.allCases
    track = Phase.track
    phases = all.map { $0.rawValue }
    initial = all.firstIndex(of: .initial) ?? 0
    closed = all.firstIndex(of: .closed) ?? 0
    deadlines = all.map { table.deadline($0)?.trigger }
    let rows = all.map { phase in Trigger.allCases.map { table.cell(phase, $0) } }
    cells = rows.map { row in
      row.map { CompiledTrack.branches(of: $0, needs: [], lacks: [], in: all) }
        // A circumstance that a row asks twice can only be answered once.
        .map { $0.filter { $0.needs.intersection($0.lacks).isEmpty } }
    }
  }

  private static func branches<Phase: TrackPhase>(
    of cell: TableCell<Phase>, needs: Circumstances, lacks: Circumstances, in all: [Phase]
  ) -> [Branch] {
    if case .either(let circumstance, let yes, let no) = cell {
      return branches(of: yes, needs: needs.union([circumstance]), lacks: lacks, in: all)
        + branches(of: no, needs: needs, lacks: lacks.union([circumstance]), in: all)
    }
    if case .ladder(let ladder) = cell {
      let tree = ladder.rungs.reversed().reduce(ladder.free) { .either($1.protection, $1.cell, $0) }
      return branches(of: tree, needs: needs, lacks: lacks, in: all)
    }
    if case .flagged(_, let inner) = cell {
      return branches(of: inner, needs: needs, lacks: lacks, in: all).map {
        var branch = $0
        branch.isReviewed = true
        return branch
      }
    }
    let outcome = cell.outcome(in: needs)
    return [
      Branch(
        needs: needs, lacks: lacks, phase: outcome.phase.flatMap(all.firstIndex),
        orders: outcome.orders, isReviewed: outcome.review != nil, isIgnored: outcome.isIgnored)
    ]
  }
}
