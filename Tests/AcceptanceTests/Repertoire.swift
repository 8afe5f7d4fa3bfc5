import Testing
import Vocabulary

/// Every scenario of the acceptance set, family by family.
enum Repertoire {
  static let all: [Scenario] =
    HappyPaths.all + IntakeDifficulties.all + ContactDifficulties.all + SettlementDifficulties.all
    + JudgmentDifficulties.all + ExecutionDifficulties.all + HouseholdChanges.all

  /// Those that are played: what is missing for the others stands in `Awaited`.
  static let played = all.filter { Awaited.reason($0) == nil }
}

/// The script as a whole, and the books at its end.
@Suite("The acceptance set") struct RepertoireTests {
  @Test("Every day is a date of the calendar, in order, and every number stands once")
  func everyDayIsADate() {
    for scenario in Repertoire.all {
      #expect(!scenario.steps.isEmpty, "\(scenario.id)")
      for household in Set(scenario.steps.map(\.household)) {
        let days = scenario.steps.filter { $0.household == household }.map(\.day)
        #expect(days.sorted() == days, "\(scenario.id) \(household)")
      }
      #expect(scenario.steps.allSatisfy { $0.day > "2017-03-21" }, "\(scenario.id)")
    }
    #expect(Set(Repertoire.all.map(\.id)).count == Repertoire.all.count)
  }

  @Test("What is awaited is awaited of a scenario that exists")
  func everyAwaitedExists() {
    #expect(Set(Awaited.missing.keys).subtracting(Repertoire.all.map(\.id)) == [])
  }

  @Test(
    "The ledger balances, nothing was refused and nothing put aside",
    .enabled(if: Theatre.isAvailable && !Awaited.arePlayed))
  func theLedgerBalances() async throws {
    let outcome = try await Season.played.value
    #expect(outcome.ledgerProblems == [])
    #expect(outcome.refusals == [])
    #expect(outcome.quarantined == [])
  }
}
