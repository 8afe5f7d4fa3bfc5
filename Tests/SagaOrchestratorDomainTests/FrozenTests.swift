import Contracts
import SagaOrchestratorDomain
import Testing

/// A dossier opened under a version keeps it: what came later neither breaks nor changes it.
@Suite struct FrozenTests {
  private let tables = first
  private static let first = ProcedureTables.version(1) ?? .current

  private static let later = Trigger.allCases.filter { !first.contact.triggers.contains($0) }

  @Test(arguments: later.filter { $0.coarser == nil })
  func aTriggerThatCameLaterChangesNothing(_ trigger: Trigger) {
    let situation = Situation()
    let step = tables.step(situation, trigger)
    #expect(step.situation == situation)
    #expect(step.orders.isEmpty && step.reviews.isEmpty)
  }

  @Test(arguments: later.filter { $0.coarser != nil })
  func aFinerTriggerMovesADossierAsTheOneThatItRefines(_ trigger: Trigger) throws {
    let coarser = try #require(trigger.coarser)
    #expect(tables.contact.triggers.contains(coarser))
    #expect(tables.step(Situation(), trigger) == tables.step(Situation(), coarser))
  }

  @Test(
    arguments: ProcedurePhase.allCases.filter { !first.procedure.phases.contains($0) })
  func aPhaseThatCameLaterCallsAHuman(_ phase: ProcedurePhase) {
    var situation = Situation()
    situation.procedure = phase
    let step = tables.step(situation, .summonsServed)
    #expect(step.situation.procedure == phase)
    #expect(step.reviews.contains { $0.reason == .unknownPhase })
    #expect(tables.procedure.deadline(phase) != nil)
  }

  @Test func everyNameOfTheFirstVersionIsStillKnown() {
    #expect(tables.version == 1)
    #expect(tables.contact.triggers.count == 68)
    #expect(tables.contact.phases.count == 13)
    #expect(tables.debt.phases.count == 8)
    #expect(tables.housing.phases.count == 6)
    #expect(tables.procedure.phases.count == 21)
  }
}
