import Contracts
import SagaOrchestratorDomain
import Testing

/// A dossier opened under a version keeps it: what came later neither breaks nor changes it.
@Suite struct FrozenTests {
  private let tables = ProcedureTables.v1

  private static let later = Trigger.allCases.filter { TriggerV1(rawValue: $0.rawValue) == nil }

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
    #expect(TriggerV1(rawValue: coarser.rawValue) != nil)
    #expect(tables.step(Situation(), trigger) == tables.step(Situation(), coarser))
  }

  @Test(
    arguments: ProcedurePhase.allCases.filter { ProcedurePhaseV1(rawValue: $0.rawValue) == nil })
  func aPhaseThatCameLaterCallsAHuman(_ phase: ProcedurePhase) {
    var situation = Situation()
    situation.procedure = phase
    let step = tables.step(situation, .summonsServed)
    #expect(step.situation.procedure == phase)
    #expect(step.reviews.contains { $0.reason == .unknownPhase })
    #expect(tables.procedure.deadline(phase) != nil)
  }

  @Test func everyNameOfTheFirstVersionIsStillKnown() {
    #expect(TriggerV1.allCases.count == tables.contact.triggers.count)
    #expect(ContactPhaseV1.allCases.count == tables.contact.phases.count)
    #expect(DebtPhaseV1.allCases.count == tables.debt.phases.count)
    #expect(HousingPhaseV1.allCases.count == tables.housing.phases.count)
    #expect(ProcedurePhaseV1.allCases.count == tables.procedure.phases.count)
  }
}
