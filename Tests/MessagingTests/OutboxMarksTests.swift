import AMQP
import Contracts
import Testing
import Vocabulary

@testable import Messaging

/// What the broker said of a batch is written down as one where it said the same of all.
@Suite struct OutboxMarksTests {
  private static let now = ContinuousClock.now

  private static func batch(_ count: Int, from first: Int = 1_048_576) -> [StoredEmission] {
    let pending = PendingRange(first: first, messages: count)
    return (0..<count).map { place in
      StoredEmission(
        row: first + place, pending: pending,
        message: OutboundMessage(
          exchange: "", routingKey: "", properties: Properties(), body: []),
        heldSince: now)
    }
  }

  @Test func aBatchThatIsConfirmedWholeIsOneRange() {
    var marks = OutboxMarks()
    let batch = Self.batch(3)
    for emission in batch.reversed() { marks.confirm(emission, at: Self.now) }
    #expect(marks.takeConfirmed() == [batch[0].pending])
    marks.confirm(batch, at: Self.now)
    #expect(marks.takeConfirmed() == [batch[0].pending])
    marks.confirm(batch[0], at: Self.now)
    marks.confirm(Array(batch[1...]), at: Self.now)
    #expect(marks.takeConfirmed() == [batch[0].pending])
    #expect(marks.isEmpty)
  }

  @Test func aPartWaitsForTheOtherButNotForLong() {
    var marks = OutboxMarks()
    let batch = Self.batch(3)
    marks.confirm(batch[0], at: Self.now)
    marks.confirm(batch[2], at: Self.now + .milliseconds(900))
    #expect(marks.takeConfirmed().isEmpty)
    #expect(marks.take(heardBy: Self.now - .milliseconds(1)).isEmpty)
    #expect(marks.confirmedMessages == 2)
    let late = marks.take(heardBy: Self.now)
    #expect(late.confirmedMessages == 2)
    #expect(marks.isEmpty)
    // Divided, then two confirmed.
    #expect(late.queries(instance: "test", limits: Limits()).count == 2)
  }

  struct Said: Sendable {
    let confirmed: Int, released: Int, refused: Int, statements: Int
  }

  @Test(arguments: [
    Said(confirmed: 3, released: 0, refused: 0, statements: 1),
    Said(confirmed: 0, released: 3, refused: 0, statements: 1),
    Said(confirmed: 0, released: 0, refused: 3, statements: 2),
    Said(confirmed: 2, released: 1, refused: 0, statements: 3),
    Said(confirmed: 1, released: 1, refused: 1, statements: 4),
  ])
  func aBatchIsDividedOnlyWhereItsMessagesFareDifferently(_ said: Said) {
    var marks = OutboxMarks()
    var rest = Self.batch(3)[...]
    for emission in rest.prefix(said.confirmed) { marks.confirm(emission, at: Self.now) }
    rest = rest.dropFirst(said.confirmed)
    marks.release(Array(rest.prefix(said.released)), at: Self.now)
    for emission in rest.dropFirst(said.released) {
      marks.refuse(emission, because: "refused", at: Self.now)
    }
    let taken = marks.take(heardBy: Self.now - .seconds(1))
    #expect(taken.confirmedMessages == said.confirmed, "nothing more will be heard of it")
    #expect(taken.queries(instance: "test", limits: Limits()).count == said.statements)
  }

  @Test func aConfirmHoldsWhateverElseIsSaid() {
    let batch = Self.batch(2)
    var (older, newer) = (OutboxMarks(), OutboxMarks())
    older.confirm(batch[0], at: Self.now)
    older.release([batch[0], batch[1]], at: Self.now)
    newer.refuse(batch[0], because: "refused", at: Self.now)
    newer.confirm(batch[1], at: Self.now)
    newer += older
    #expect(newer.confirmedMessages == 2)
  }

  @Test(arguments: [
    ("{}", [0, 0, 0, 0, 0, 0]), ("{1,2,3,4,5,6}", [1, 2, 3, 4, 5, 6]),
    ("{0,7}", [0, 7, 0, 0, 0, 0]),
  ])
  func ranksAreReadAsTheyAreWritten(_ row: (text: String, ranks: [Int])) throws {
    let ranks = try #require(Ranks(row.text))
    #expect(ServiceName.allCases.sorted { $0.place < $1.place }.map { ranks[$0] } == row.ranks)
    #expect(Ranks(ranks.text) == ranks)
    for wrong in ["", "1", "{1,2,3,4,5,6,7}", "{x}", "{1"] { #expect(Ranks(wrong) == nil) }
  }
}
