import Charte
import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
import Vocabulary

@testable import Messaging
@testable import saga_orchestrator

/// A dossier that is decided again follows the tables of its own version, not those of new
/// dossiers.
@Suite struct TableVersionTests {
  private static let household = HouseholdID(high: 1, low: 2)

  private func saga(version: Int) throws -> SagaOrchestrator {
    let charte = try Sample.charte([("2017-03-22", ["93066": "ouest"], [:])])
    return SagaOrchestrator(
      rules: charte.mapping { _ in SagaRules(calendar: .metropole, version: version) })
  }

  private func fact(_ trigger: Trigger, on text: String) throws -> Message {
    let fact = Fact(trigger, on: day(text), text: trigger.rawValue)
    return Message(
      id: trigger.rawValue, source: ServiceName.courtLiaison.source, type: Fact.type,
      household: Self.household, occurredOn: day(text), data: Array(try Wire.encode(fact).utf8))
  }

  @Test(arguments: [1, 2, 3]) func aDossierDecidedAgainKeepsItsVersion(_ version: Int) throws {
    var first = HouseholdWorkspace<Dossier>([:], journals: [:])
    let opened = try saga(version: version).decide(
      try fact(.noticeServed, on: "2018-02-05"), on: day("2018-02-05"), in: &first)
    #expect(opened.verdict == .applied)
    // The next batch reads what the first one wrote, on a release whose new dossiers open under
    // version 3.
    let file = try #require(first.files[Self.household])
    let journal = first.journal(of: Self.household)
    var second = HouseholdWorkspace(
      [Self.household: file],
      journals: [
        Self.household: DossierJournal(
          base: .init(
            file: file, armed: journal.armed, head: journal.head, openedOn: journal.openedOn),
          isComplete: true, past: journal.fresh, said: journal.freshlySaid, rebuilds: 0,
          rebuiltOn: nil)
      ])
    let late = try saga(version: 3).decide(
      try fact(.arrearsReported, on: "2018-01-10"), on: day("2018-02-06"), in: &second)
    #expect(late.verdict == .applied)
    #expect(second.rebuilt == [Self.household])
    #expect(second.files[Self.household]?.version == version)
  }
}
