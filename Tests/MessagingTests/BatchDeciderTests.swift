import Contracts
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

@Suite struct BatchDeciderTests {
  private let key = RankKey(household: Sample.household, peer: .intake)

  struct Arrival: Sendable, CustomTestStringConvertible {
    let ranks: [Int], applied: [String], waiting: [Int]
    var testDescription: String { "\(ranks)" }
  }

  @Test(arguments: [
    Arrival(ranks: [1, 2, 3], applied: ["m1", "m2", "m3"], waiting: []),
    Arrival(ranks: [2, 1, 3], applied: ["m1", "m2", "m3"], waiting: []),
    Arrival(ranks: [3, 2, 1], applied: ["m1", "m2", "m3"], waiting: []),
    Arrival(ranks: [1, 3], applied: ["m1"], waiting: [3]),
    Arrival(ranks: [2, 4], applied: [], waiting: [2, 4]),
  ])
  func messagesOfOneSourceAreAppliedInTheirRank(_ arrival: Arrival) {
    var decider = Sample.decider()
    decider.decide(Inbox.entries(of: arrival.ranks.map { Sample.message("m\($0)", rank: $0) }))
    #expect(decider.workspace.decided == arrival.applied)
    #expect(decider.parked[key, default: [:]].keys.sorted() == arrival.waiting)
    #expect(
      decider.plan.counts[LedgerEntry(kind: .parked, peer: "amont/intake"), default: 0]
        == arrival.waiting.count)
  }

  @Test func aMessageThatWaitedIsAppliedAsSoonAsItsPredecessorIs() {
    var decider = Sample.decider(
      ranks: [key: 4], parked: [key: [6: Sample.message("m6", rank: 6)]])
    decider.decide(Inbox.entries(of: [Sample.message("m5", rank: 5)]))
    #expect(decider.workspace.decided == ["m5", "m6"])
    #expect(decider.plan.heads[Sample.household].heard[.intake] == 6)
    #expect(decider.plan.heads[Sample.household].parked == 0)
  }

  @Test func aMessageSeenBeforeHasNoEffectAndIsAnswered() {
    let message = Sample.message("m1", rank: 1)
    var decider = Sample.decider(
      seen: [message.key: 2], ranks: [key: 1])
    decider.decide(Inbox.entries(of: [message]))
    #expect(decider.workspace.decided.isEmpty)
    #expect(decider.plan.emissions.map(\.id) == ["m1.doublon3.0"])
    #expect(decider.plan.counts[LedgerEntry(kind: .duplicate, peer: "amont/intake")] == 1)
  }

  @Test func theSameMessageTwiceInABatchIsAppliedOnce() {
    var decider = Sample.decider()
    decider.decide(Inbox.entries(of: [Sample.message("a"), Sample.message("a")]))
    #expect(decider.workspace.decided == ["a"])
    #expect(decider.plan.counts[LedgerEntry(kind: .received, peer: "amont/intake")] == 2)
    #expect(decider.plan.counts[LedgerEntry(kind: .applied, peer: "amont/intake")] == 1)
  }

  @Test func receivedIsAlwaysAppliedPlusDuplicateParkedAndQuarantined() {
    var generator = Seeded(seed: 20_170_322)
    for _ in 0..<300 {
      let messages = (0..<20).map { _ in
        let rank = Int.random(in: 1...8, using: &generator)
        return Sample.message(
          "m\(rank)", rank: Bool.random(using: &generator) ? rank : nil,
          type: Int.random(in: 0..<6, using: &generator) == 0 ? "poison" : "test")
      }
      var decider = Sample.decider()
      decider.decide(Inbox.entries(of: messages))
      let counts = decider.plan.counts
      func count(_ kind: LedgerEntry.Kind) -> Int {
        counts.filter { $0.key.kind == kind }.reduce(0) { $0 + $1.value }
      }
      #expect(
        count(.received) == count(.applied) + count(.duplicate) + count(.parked)
          + count(.quarantined), "seed 20170322")
    }
  }

  @Test func whatAServiceTellsApartIsTwoMessagesUnderOneIdentifier() {
    var first = Sample.message("1", source: "partner/caf")
    var other = first
    first.identity = "1~a"
    other.identity = "1~b"
    #expect(Inbox.entries(of: [first, other, first]).map(\.repeats) == [1, 0])
    var decider = Sample.decider(seen: [first.key: 0])
    decider.decide(Inbox.entries(of: [first, other]))
    #expect(decider.workspace.decided == ["1"], "the second is new")
    #expect(decider.plan.emissions.map(\.id) == ["caf/1~a.doublon1.0", "caf/1~b.0"])
    #expect(decider.plan.emissions.map(\.cause.id) == ["1", "1"])
  }

  @Test func eachTimeThatAMessageIsDecidedItsConsequencesHaveOtherIdentifiers() {
    var decider = Sample.decider()
    for attempt in [Attempt.first, .again(2), .released(31)] {
      var message = Sample.message("1", source: "partner/caf")
      message.attempt = attempt
      decider.decideUnranked([(message, firedKind: nil)])
    }
    #expect(
      decider.plan.emissions.map(\.id) == ["caf/1.0", "caf/1.doublon2.0", "caf/1.repris31.0"])
  }

  @Test func theIdentifiersOfConsequencesAreNeverTheSame() {
    var decider = Sample.decider()
    decider.decide(
      Inbox.entries(of: [
        Sample.message("1", source: "partner/caf"), Sample.message("1", source: "partner/fsl"),
        Sample.message("1"), Sample.message("2"),
      ]))
    let ids = decider.plan.emissions.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ["caf/1.0", "fsl/1.0", "1.0", "2.0"])
  }
}
