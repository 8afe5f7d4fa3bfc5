import Contracts
import SagaOrchestratorDomain
import Testing

/// Every reachable state, by exploration of the very tables that run.
@Suite struct ExplorationTests {
  private let tables = ProcedureTables.v1

  @Test func theProcedureKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.procedure), learn: tables.learn).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func theContactKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.contact), learn: tables.learn).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func theDebtKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.debt), learn: tables.learn).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func theHousingKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.housing), learn: tables.learn).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func noDiagnosedHouseholdIsEverLeftWithoutSettlementOrRehousing() {
    let (states, finding) = HelpWalk(tables).explore()
    #expect(finding == nil, "\(finding?.description ?? "")")
    #expect(states.count > 100)
  }

  /// Whatever the phases: no two tracks ever answer one trigger with the same order, so no decision
  /// can send it twice. The day of a re-examination is offered to one track only.
  @Test(arguments: Trigger.allCases.filter { $0 != .reviewDue })
  func noTwoTracksSendTheSameOrder(_ trigger: Trigger) {
    let index = Trigger.allCases.firstIndex(of: trigger) ?? 0
    let compiled = [
      CompiledTrack(tables.contact), CompiledTrack(tables.debt), CompiledTrack(tables.housing),
      CompiledTrack(tables.procedure),
    ]
    let orders = compiled.map { track in
      Set(track.cells.flatMap { $0[index].flatMap(\.orders) })
    }
    for one in orders.indices {
      for other in orders.indices where other > one {
        #expect(orders[one].isDisjoint(with: orders[other]))
      }
    }
  }

  @Test(arguments: Trigger.allCases) func theFourTracksReopenTogether(_ trigger: Trigger) {
    var situation = Situation()
    situation.contact = .closed
    situation.debt = .closed
    situation.housing = .closed
    situation.procedure = .closed
    let next = tables.step(situation, trigger).situation
    let closed = [
      next.contact == .closed, next.debt == .closed, next.housing == .closed,
      next.procedure == .closed,
    ]
    #expect(closed == Array(repeating: !trigger.reopens, count: 4))
  }
}
