import Testing

@testable import amont_simulator

/// The order in which partners tell of their acts decides nothing, nor how often they tell it:
/// through the six services, the broker and the databases. `OrderTests` shows the same of the pure
/// parts, in more orders.
///
/// Every event names the household in full. What comes before one that opens its dossier waits for
/// it.
@Suite("Shuffled and delivered three times", .enabled(if: Theatre.isAvailable)) struct ShuffleTests
{
  private static let cohort = Cohort(Life.all)

  private static let played = Task {
    try await Theatre.play { stage in
      var gathering = Gathering(cohort, on: stage)
      try await stage.whileReading { try await gathering.play() }
      return gathering.outcome
    }
  }

  @Test func everyHouseholdStandsWhereTheOneToldInOrderStands() async throws {
    let outcome = try await Self.played.value
    for (index, member) in Self.cohort.members.enumerated() {
      let held = outcome.holdings[index]
      guard let model = member.model else {
        #expect(held.count > 5, "\(member.life.name)")
        continue
      }
      let apart = Self.differences(held, outcome.holdings[model])
      #expect(apart.isEmpty, "seed \(member.seed), \(member.life.name)")
    }
  }

  @Test func whatActsFixIsTheSameWhenTheyAreToldWeeksLate() async throws {
    let outcome = try await Self.played.value
    for (index, member) in Self.cohort.members.enumerated() {
      guard let prompt = member.prompt else { continue }
      let apart = Self.differences(outcome.fixed[index], outcome.fixed[prompt])
      #expect(apart.isEmpty, "seed \(member.seed), \(member.life.name)")
    }
  }

  /// Lines of one and not of the other, marked; a line counts as often as it stands there.
  private static func differences(_ one: [String], _ other: [String]) -> [String] {
    one.difference(from: other).map { change in
      switch change {
      case .insert(_, let line, _): "shuffled: " + line
      case .remove(_, let line, _): "in order: " + line
      }
    }
  }

  @Test func theLedgerBalancesAndEverythingIsAnsweredOnce() async throws {
    let outcome = try await Self.played.value
    print(
      "\(outcome.days) days, \(outcome.told) events, \(outcome.repeated) again, seeds from "
        + "\(Cohort.firstSeed)")
    var verdicts = outcome.verdicts
    let early = verdicts.removeValue(forKey: "accepte accepte.en-attente") ?? 0
    #expect(early > 0)
    #expect(verdicts == ["accepte accepte": outcome.told, "doublon doublon": outcome.repeated])
    #expect(outcome.ledgerProblems.isEmpty)
    #expect(outcome.quarantined.isEmpty)
    #expect(outcome.withoutNextStep == 0)
  }
}
