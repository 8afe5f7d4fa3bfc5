import Contracts
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// Whatever the order of arrival, and however often, a dossier comes to the same end.
@Suite struct JournalTests {
  /// An act of a made-up procedure: its day, and what it is.
  struct Act: Sendable, Hashable {
    let name: String
    let day: Int
  }

  private static let life: [Act] = [
    Act(name: "open", day: 0), Act(name: "notice", day: 2), Act(name: "pay", day: 5),
    Act(name: "ask", day: 7), Act(name: "notice", day: 9), Act(name: "ask", day: 22),
    Act(name: "summons", day: 24), Act(name: "pay", day: 30),
    Act(name: "notice", day: 31), Act(name: "ruling", day: 31), Act(name: "close", day: 60),
  ]

  @Test(arguments: 0..<200)
  func theOrderOfArrivalDoesNotMatter(seed: Int) throws {
    var generator = Seeded(seed: UInt64(seed))
    let today = 61
    var straight = Shelf()
    for act in Self.life { try straight.receive(act, on: today) }
    try straight.pass(to: today)
    var shuffled = Shelf()
    let arrivals = (Self.life + Self.life + Self.life).shuffled(using: &generator)
    for act in arrivals { try shuffled.receive(act, on: today) }
    try shuffled.pass(to: today)
    #expect(shuffled.file == straight.file, "seed \(seed)")
    #expect(shuffled.armed == straight.armed, "seed \(seed)")
    #expect(shuffled.believed == straight.believed, "seed \(seed)")
  }

  @Test(arguments: 0..<100)
  func itDoesNotMatterThroughTheDaysEither(seed: Int) throws {
    // Acts come late, up to a fortnight, and delays end meanwhile.
    var generator = Seeded(seed: UInt64(seed))
    let received = Self.life.map { ($0, $0.day + Int.random(in: 0...14, using: &generator)) }
    func shelf(_ arrivals: [(Act, Int)]) throws -> Shelf {
      var shelf = Shelf()
      for (act, day) in arrivals {
        try shelf.pass(to: day)
        try shelf.receive(act, on: day)
      }
      try shelf.pass(to: 100)
      return shelf
    }
    let one = try shelf(received.shuffled(using: &generator).sorted { $0.1 < $1.1 })
    let other = try shelf(received.shuffled(using: &generator).sorted { $0.1 < $1.1 })
    #expect(one.file == other.file, "seed \(seed)")
    #expect(one.armed == other.armed, "seed \(seed)")
    #expect(one.believed == other.believed, "seed \(seed)")
  }

  @Test func aRecalledActIsAsIfItHadNeverCome() throws {
    var corrected = Shelf()
    for act in Self.life { try corrected.receive(act, on: 61) }
    try corrected.recall(Act(name: "pay", day: 5), on: 61)
    var without = Shelf()
    for act in Self.life where act != Act(name: "pay", day: 5) { try without.receive(act, on: 61) }
    try corrected.pass(to: 61)
    try without.pass(to: 61)
    #expect(corrected.file == without.file)
    #expect(corrected.armed == without.armed)
    #expect(corrected.believed == without.believed)
  }

  @Test func recallingEveryActLeavesNothing() throws {
    var shelf = Shelf()
    for act in Self.life { try shelf.receive(act, on: 61) }
    for act in Self.life { try shelf.recall(act, on: 61) }
    #expect(shelf.file == nil)
    #expect(shelf.armed.isEmpty)
    #expect(shelf.believed.isEmpty)
  }

  @Test func anActInItsTurnIsNotDecidedTwice() throws {
    var shelf = Shelf()
    for act in Self.life { try shelf.receive(act, on: act.day) }
    #expect(shelf.rebuilds == 0)
  }

  @Test func aDelayThatRanOutBeforeALateActIsToldFromTheRightDay() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "open", day: 0), on: 0)
    try shelf.receive(Act(name: "notice", day: 2), on: 2)
    try shelf.pass(to: 20)
    #expect(shelf.file?.log == ["open 0", "notice 2", "expired 12"])
    try shelf.receive(Act(name: "pay", day: 5), on: 20)
    #expect(shelf.file?.log == ["open 0", "notice 2", "pay 5"])
    #expect(shelf.recalls == 1)
  }

  @Test func whatEndedStaysEndedWhenTheClockIsSetBack() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "open", day: 0), on: 0)
    try shelf.receive(Act(name: "notice", day: 2), on: 2)
    try shelf.pass(to: 118)
    try shelf.receive(Act(name: "late", day: 1), on: 5)
    #expect(shelf.rebuilds == 1)
    #expect(shelf.file?.log == ["open 0", "late 1", "notice 2", "expired 12"])
    #expect(shelf.armed.isEmpty)
  }

  @Test func whatFollowsFromTheEndOfADelayIsOfItsDayWheneverItComes() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "open", day: 0), on: 0)
    try shelf.receive(answer: "answer", toEnd: "notice", on: 12, receivedOn: 130)
    #expect(shelf.receivedOn("answer") == Day(ordinal: 12))
  }

  @Test func aDossierIsAsOldAsTheFirstActWhateverCameFirst() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "notice", day: 2), on: 2)
    try shelf.receive(Act(name: "pay", day: 5), on: 5)
    #expect(shelf.file?.opened == [Day(ordinal: 2)])
    try shelf.receive(Act(name: "open", day: 0), on: 6)
    #expect(shelf.file?.opened == [Day(ordinal: 0)])
    try shelf.recall(Act(name: "open", day: 0), on: 7)
    #expect(shelf.file?.opened == [Day(ordinal: 2)])
  }

  @Test func whatFollowedFromADelayStaysBehindIt() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "open", day: 0), on: 0)
    try shelf.receive(Act(name: "notice", day: 2), on: 2)
    try shelf.pass(to: 12)
    try shelf.receive(answer: "answer", toEnd: "notice", on: 12)
    try shelf.receive(Act(name: "late", day: 1), on: 20)
    #expect(shelf.rebuilds == 1)
    #expect(shelf.file?.log == ["open 0", "late 1", "notice 2", "expired 12", "answer 12"])
  }

  @Test func whatFollowsFromAnEarlierActIsToldAgainInItsPlace() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "ask", day: 9), on: 20)
    try shelf.receive(Act(name: "ask", day: 4), on: 20)
    #expect(shelf.recalls == 1)
    let places = shelf.believed.keys.compactMap(\.place?.root)
    #expect(places == [CausalPosition(act: "ask", on: Day(ordinal: 4), id: "ask").root])
  }

  @Test func whatCannotBeRecalledIsForAnOperator() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "open", day: 0), on: 0)
    let verdict = try shelf.recallUnknown(on: 1)
    #expect(verdict == .quarantined(reason: "rappel d'un message inconnu"))
  }

  @Test func whatTheNewOrderRefusesIsShownWhileItDoes() throws {
    var shelf = Shelf()
    for (name, day) in [("open", 0), ("notice", 2), ("protest", 7)] {
      try shelf.receive(Act(name: name, day: day), on: day)
    }
    #expect(shelf.passedOver.isEmpty)
    try shelf.receive(Act(name: "pay", day: 5), on: 8)
    #expect(shelf.file?.log == ["open 0", "notice 2", "pay 5"])
    #expect(shelf.passedOver.map(\.message.type) == ["protest"])
    #expect(shelf.passedOver.map(\.reason) == ["recalcul : rien à contester"])
    try shelf.recall(Act(name: "pay", day: 5), on: 9)
    #expect(shelf.file?.log == ["open 0", "notice 2", "protest 7"])
    #expect(shelf.passedOver.isEmpty)
  }

  @Test func theEndOfADelayOnWhichNothingCanBeDecidedIsShown() throws {
    var shelf = Shelf()
    for (name, day) in [("open", 0), ("notice", 2), ("seal", 5), ("late", 15)] {
      try shelf.receive(Act(name: name, day: day), on: day)
    }
    #expect(shelf.file?.log == ["open 0", "notice 2", "seal 5", "late 15"])
    #expect(shelf.passedOver.map(\.message.type) == [DeadlineFired.type])
    #expect(shelf.passedOver.map(\.reason) == ["recalcul : payload refusé"])
  }

  @Test func aDossierThatTurnsInACircleStops() throws {
    var shelf = Shelf()
    try shelf.receive(Act(name: "open", day: 9_000), on: 9_000)
    var verdict = Verdict.applied
    for day in 0...DossierJournal<Diary>.mostRebuilds {
      verdict = try shelf.receive(Act(name: "late", day: day), on: 9_000)
    }
    #expect(verdict == .quarantined(reason: "dossier recalculé trop souvent en un jour"))
  }
}
