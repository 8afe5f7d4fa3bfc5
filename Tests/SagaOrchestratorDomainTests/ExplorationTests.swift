import Contracts
import SagaOrchestratorDomain
import Testing

/// Every reachable state, by exploration of the very tables that run.
@Suite struct ExplorationTests {
  private let tables = ProcedureTables.v1

  @Test func theProcedureKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.procedure)).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func theContactKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.contact)).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func theDebtKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.debt)).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func theHousingKeepsEveryPromiseInEveryReachableState() {
    let found = TrackWalk(CompiledTrack(tables.housing)).findings()
    #expect(found.isEmpty, "\(found.values.map(\.description).sorted())")
  }

  @Test func noDiagnosedHouseholdIsEverLeftWithoutSettlementOrRehousing() {
    let (states, finding) = HelpWalk(tables).explore()
    #expect(finding == nil, "\(finding?.description ?? "")")
    #expect(states.count > 100)
  }
}
