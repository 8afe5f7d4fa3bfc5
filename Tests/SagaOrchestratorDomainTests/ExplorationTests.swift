import Contracts
import SagaOrchestratorDomain
import Testing

/// Every state of the very tables that run.
@Suite struct ExplorationTests {
  private let tables = ProcedureTables.current
  private var compiled: [CompiledTrack] { Self.compiled }

  private static let compiled = [
    CompiledTrack(ProcedureTables.current.contact), CompiledTrack(ProcedureTables.current.debt),
    CompiledTrack(ProcedureTables.current.housing),
    CompiledTrack(ProcedureTables.current.procedure),
  ]

  @Test func everyTrackKeepsEveryPromiseInEveryState() {
    for track in compiled {
      let found = TableCheck(track: track, learn: tables.learn).findings()
      #expect(found.isEmpty, "\(track.track): \(found.values.map(\.description).sorted())")
    }
  }

  @Test func noDiagnosedHouseholdIsEverLeftWithoutSettlementOrRehousing() {
    let (states, finding) = HelpWalk(tables).explore()
    #expect(finding == nil, "\(finding?.description ?? "")")
    #expect(states.count > 100)
  }

  @Test func noActShortensAProtectionButThoseThatEndItByLaw() {
    #expect(tables.shortening == nil, "\(tables.shortening?.description ?? "")")
  }

  @Test(arguments: Circumstance.protections)
  func everyProtectionEndsByEachActThatTheTableOfEndsNames(_ protection: Circumstance) {
    #expect(!protection.ends.isEmpty)
    for trigger in protection.ends.keys {
      var known: Circumstances = [protection, .quitOrderNotified, .quitDelayWaived]
      tables.learn(&known, trigger, false)
      #expect(!known.contains(protection), "\(trigger)")
    }
  }

  /// A deposit, and a refusal of what nobody knew to be deposited, leave no trace in what tracks
  /// know.
  @Test(arguments: Circumstance.allCases)
  func aSecretTeachesTheTracksNothing(_ circumstance: Circumstance) {
    for trigger in [Trigger.surendettementFiled, .surendettementRefused] {
      var known: Circumstances = [circumstance]
      tables.learn(&known, trigger, false)
      let isPublic = circumstance == .surendettementAdmitted && trigger == .surendettementRefused
      #expect(known == [circumstance] || isPublic, "\(trigger)")
    }
  }

  /// A refusal has an effect only where the admission that it undoes was public.
  @Test func aRefusalShowsOnlyAfterAPublicAdmission() {
    for track in compiled {
      let index = Trigger.allCases.firstIndex(of: .surendettementRefused) ?? 0
      let shown = zip(track.phases, track.cells).filter { $0.1[index].contains(where: \.isEffect) }
      let after: Set<String> = ["frozen", "measures", "clauseBlocked"]
      #expect(after.isSuperset(of: shown.map { $0.0 }))
    }
  }

  /// Whatever the phases: no two tracks ever answer one trigger with the same order, so no decision
  /// can send it twice. The day of a re-examination is offered to one track only.
  @Test(arguments: Trigger.allCases.filter { $0 != .reviewDue })
  func noTwoTracksSendTheSameOrder(_ trigger: Trigger) {
    let index = Trigger.allCases.firstIndex(of: trigger) ?? 0
    let orders = compiled.map { track in Set(track.cells.flatMap { $0[index].flatMap(\.orders) }) }
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
    // A judgment that is reversed makes good an eviction, where there was one.
    if trigger == .judgmentReversed { situation.circumstances.insert(.evicted) }
    let next = tables.step(situation, trigger).situation
    let closed = [
      next.contact == .closed, next.debt == .closed, next.housing == .closed,
      next.procedure == .closed,
    ]
    #expect(closed == Array(repeating: !trigger.reopens, count: 4))
  }
}
