import LegalCalendar
import Testing
import Vocabulary

/// Every scenario of the acceptance set, family by family.
enum Repertoire {
  static let all: [Scenario] =
    HappyPaths.all + IntakeDifficulties.all + ContactDifficulties.all + SettlementDifficulties.all
    + JudgmentDifficulties.all + ExecutionDifficulties.all + HouseholdChanges.all
    + LawReview.all + LawReviewOfServices.all + LawReviewOfDebt.all

  /// Those that are played.
  static let played = all.filter(Chosen.contains)
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

  @Test(
    "The ledger balances, nothing was refused and nothing put aside",
    .enabled(if: Theatre.isAvailable))
  func theLedgerBalances() async throws {
    let outcome = try await Season.played.value
    #expect(outcome.ledgerProblems == [])
    #expect(outcome.refusals == [])
    #expect(outcome.quarantined == [])
  }

  @Test(
    "Behind every deadline stands a version of a rule, the Charte, or a day that a title fixes",
    .enabled(if: Theatre.isAvailable))
  func everyDeadlineHasARule() async throws {
    let outcome = try await Season.played.value
    let armed = Set(outcome.records.values.flatMap(\.values).flatMap(\.armed.keys))
    #expect(!armed.isEmpty)
    for one in armed where !one.article.contains("Charte") && !fixedByATitle.contains(one.rule) {
      let versions = RuleID(rawValue: one.rule).map { id in
        [one.origin, one.due].compactMap { try? RuleBook.rule(id, on: $0) }
      }
      #expect(versions?.isEmpty == false, "\(one.text)")
    }
  }

  /// Days that no delay gives: of a hearing, a deliberation, an instalment, a protocol, the truce,
  /// and the day of the DSF that they leave.
  private let fixedByATitle: Set = [
    "AUDIENCE", "DELIBERE", "JUGE.echeance", "PLAN.echeance", "PROTOCOLE", "TREVE", "dsf.margin",
    "fsl.reply",
  ]
}
