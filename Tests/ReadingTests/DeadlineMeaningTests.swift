import Contracts
import CourtLiaisonDomain
import DebtSettlementDomain
import RehousingDomain
import SagaOrchestratorDomain
import SocialDiagnosisDomain
import Testing

@testable import IntakeDomain
@testable import amontctl

@Suite("What a deadline means to an agent") struct DeadlineMeaningTests {
  @Test("Every deadline that a service arms says what comes, from whom, and what follows otherwise")
  func everyKindHasItsMeaning() {
    #expect(Set(DeadlineMeaning.intake.keys) == Set(IntakeHandler.ownDeadlines))
    #expect(Set(DeadlineMeaning.diagnosis.keys) == Set(DiagnosisDeadline.allCases.map(\.rawValue)))
    #expect(Set(DeadlineMeaning.debt.keys) == Set(SettlementDeadline.allCases.map(\.rawValue)))
    #expect(Set(DeadlineMeaning.housing.keys) == Set(RehousingDeadline.allCases.map(\.rawValue)))
    #expect(Set(DeadlineMeaning.court.keys) == Set(CourtDeadline.allCases.map(\.rawValue)))
  }

  @Test("Only what tells of a surendettement that is not recevable yet is secret")
  func onlyTheDepositIsSecret() throws {
    let all = [
      DeadlineMeaning.intake, DeadlineMeaning.diagnosis, DeadlineMeaning.debt,
      DeadlineMeaning.housing,
      DeadlineMeaning.court,
    ].flatMap { $0 }
    #expect(
      Set(all.filter(\.value.isSecret).map(\.key)) == [
        "surendettement.proposal", "surendettement.ruling", "surendettement.appeal",
      ])
    #expect(try armed(.debtSettlement, "surendettement.ruling").isSecret)
    #expect(try !armed(.sagaOrchestrator, "contact.contactOverdue").isSecret)
  }

  @Test("A track awaits something in every phase but the last")
  func everyPhaseAwaits() {
    var situation = Situation()
    for phase in ContactPhase.allCases {
      situation.contact = phase
      #expect((situation.awaited(.contact) == nil) == (phase == .closed))
    }
    for phase in DebtPhase.allCases {
      situation.debt = phase
      #expect((situation.awaited(.debt) == nil) == (phase == .closed))
    }
    for phase in HousingPhase.allCases {
      situation.housing = phase
      #expect((situation.awaited(.housing) == nil) == (phase == .closed))
    }
    for phase in ProcedurePhase.allCases {
      situation.procedure = phase
      #expect((situation.awaited(.procedure) == nil) == (phase == .closed))
    }
  }
}
