import Contracts
import SagaOrchestratorDomain

/// A track's table with every cell looked up once, and without its type: the exploration runs
/// millions of moves in a debug build, where a struct of arrays is copied at every call.
final class CompiledTrack: Sendable {
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
  /// The circumstances that the table reads.
  let read: Circumstances
  /// Whether a cell says in any circumstances that nothing is to be done, and no property asks why.
  let isQuiet: [[Bool]]

  init<Phase: TrackPhase>(_ table: TrackTable<Phase>) {
    let all = Phase.allCases
    track = Phase.track
    phases = all.map { $0.rawValue }
    initial = all.firstIndex(of: .initial) ?? 0
    closed = all.firstIndex(of: .closed) ?? 0
    deadlines = all.map { table.deadline($0)?.trigger }
    let rows = all.map { phase in Trigger.allCases.map { table.row(phase, $0) } }
    read = rows.joined().reduce(Circumstances([])) { $0.union($1.guards) }
    cells = rows.map { $0.map { CompiledTrack.branches(of: $0, needs: [], lacks: [], in: all) } }
    isQuiet = zip(cells, deadlines).map { cells, deadline in
      zip(cells, Trigger.allCases).map { branches, trigger in
        branches.count == 1 && branches.allSatisfy { $0.isIgnored && !$0.isReviewed }
          && trigger != deadline && trigger != .evictionReported
      }
    }
  }

  private static func branches<Phase: TrackPhase>(
    of row: Row<Phase>, needs: Circumstances, lacks: Circumstances, in all: [Phase]
  ) -> [Branch] {
    if case .either(let circumstance, let yes, let no) = row {
      return branches(of: yes, needs: needs.union([circumstance]), lacks: lacks, in: all)
        + branches(of: no, needs: needs, lacks: lacks.union([circumstance]), in: all)
    }
    if case .flagged(_, let inner) = row {
      return branches(of: inner, needs: needs, lacks: lacks, in: all).map {
        var branch = $0
        branch.isReviewed = true
        return branch
      }
    }
    let outcome = row.outcome(in: needs)
    return [
      Branch(
        needs: needs, lacks: lacks, phase: outcome.phase.flatMap(all.firstIndex),
        orders: outcome.orders, isReviewed: outcome.review != nil, isIgnored: outcome.isIgnored)
    ]
  }

  /// What the table says there.
  func branch(_ phase: Int, _ trigger: Int, seen: Circumstances) -> Branch? {
    for branch in cells[phase][trigger]
    where seen.intersection(branch.needs) == branch.needs
      && seen.intersection(branch.lacks).isEmpty
    {
      return branch
    }
    return nil
  }
}
