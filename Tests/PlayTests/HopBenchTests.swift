import AMQP
import Contracts
import Testing

@testable import amont_simulator

/// What the bench of one hop is made of: a round that flatters or frightens is found out.
@Suite struct HopBenchTests {
  @Test func identifiersSortInTheOrderOfTheMessages() {
    let indexes = [0, 1, 9, 10, 99, 100, 9_999, 10_000, 999_999, 1_000_000]
    let messages = HopMessages(count: 2_000_000, dossiers: 10_000)
    let ids = indexes.map(messages.id)
    #expect(ids == ids.sorted())
    #expect(ids.map(messages.index) == indexes)
    var deadlines = messages
    deadlines.family = .deadlines
    #expect(messages.index(of: deadlines.id(of: 1)) == nil)
  }

  @Test(arguments: [1, 3, 7_919, 10_000, 100_000])
  func everyDossierHasItsTurnInEachRound(dossiers: Int) {
    let messages = HopMessages(count: 2 * dossiers, dossiers: dossiers, before: dossiers)
    for round in 0..<3 {
      let households = (0..<dossiers).map { messages.household(of: round * dossiers + $0) }
      #expect(Set(households).count == dossiers)
      if dossiers > 1_000, round > 0, dossiers != 7_919 {
        #expect(households[..<100] != households.sorted()[..<100], "far from each other")
      }
    }
    #expect(messages.indexes == dossiers..<3 * dossiers)
  }

  @Test(arguments: [0, 1, 5, 20, 100])
  func soManyOfAHundredMessagesOfAKnownDossierComeLate(late: Int) {
    let messages = HopMessages(count: 50_000, dossiers: 10_000, late: late)
    #expect(messages.lateCount == 400 * late)
    for index in 10_000..<50_000 {
      let isBehind = messages.day(of: index) < messages.day(of: 0)
      #expect(isBehind == messages.isLate(index))
    }
  }

  @Test func messagesOfADossierBearItsRanks() {
    let messages = HopMessages(count: 9, dossiers: 3)
    let ranks = (0..<messages.count).map { messages.message($0).properties.headers["ce-sequence"] }
    #expect(ranks == ["1", "1", "1", "2", "2", "2", "3", "3", "3"].map { .text($0) })
  }

  private static let messages = HopMessages(count: 20, dossiers: 10)
  private static let whole = HopCounts(
    ledger: ["received": 20, "applied": 20, "emitted": 20, "confirmed": 20], dossiers: 10,
    applied: 20)

  @Test func aRoundInWhichEveryMessageWasAppliedOnceSaysSomething() {
    #expect(Self.whole.problems(of: Self.messages, again: 0).isEmpty)
    var late = Self.messages
    late.late = 5
    #expect(Self.whole.problems(of: late, again: 7).isEmpty, "asked for")
  }

  @Test(arguments: [
    (entry: "applied", count: 19), (entry: "received", count: 21), (entry: "duplicate", count: 1),
    (entry: "quarantined", count: 1), (entry: "parked", count: 1), (entry: "confirmed", count: 21),
  ])
  func aRoundOfAnotherKindSaysNothing(_ row: (entry: String, count: Int)) {
    var counts = Self.whole
    counts.ledger[row.entry] = row.count
    #expect(counts.problems(of: Self.messages, again: 0).count == 1)
  }

  @Test func aDossierThatWasDecidedAgainUnaskedIsFound() {
    #expect(Self.whole.problems(of: Self.messages, again: 1).count == 1)
    var counts = Self.whole
    counts.applied = 21
    #expect(counts.problems(of: Self.messages, again: 0).count == 1)
  }

  @Test func ofManyLatenciesTheShareIsExact() {
    let latencies = Latencies((1...1_000).reversed().map { .microseconds($0 * 100) })
    #expect(latencies.at(50) == .microseconds(50_100))
    #expect(latencies.at(99) == .microseconds(99_100))
    #expect(latencies.description == "n=1000  p50=50.1ms  p99=99.1ms")
    #expect(Latencies([]).at(99) == .zero)
  }
}
