import AMQP
import Contracts
import Testing
import Vocabulary

@testable import Messaging

/// How a batch is cut: pure.
@Suite struct BatchWorkTests {
  private static func message(_ id: String, returns: Int = 0, dead: Bool = false) -> Message {
    var message = Sample.message(id)
    message.handover = Handover(
      queue: dead ? QueueName.dead("amont.intake") : "amont.intake", redelivered: returns > 0,
      returns: returns)
    return message
  }

  /// Every segment: what it holds, and why it goes to quarantine where it does.
  private func segments(_ work: BatchWork) -> [String] {
    var work = work
    var segments: [String] = []
    while let next = work.next {
      let reason = if case .quarantine(let reason, _) = next.treatment { "!" + reason } else { "" }
      segments.append(next.messages.map(\.id).joined(separator: " ") + reason)
      work.finish(Committed())
    }
    return segments.filter { !$0.isEmpty }
  }

  @Test(
    arguments: [
      ([message("a"), message("b")], ["a b"]),
      ([message("a", returns: 1), message("b")], ["a b"]),
      ([message("a"), message("b", returns: 2), message("c")], ["a", "b", "c"]),
      ([message("a", returns: 2), message("b", returns: 9)], ["a", "b"]),
      ([message("a"), message("b"), message("c", dead: true)], ["a b", "c"]),
      ([message("a", returns: 2, dead: true), message("b")], ["a", "b"]),
      ([message("a", returns: 3, dead: true), message("b")], ["a!livraisons épuisées", "b"]),
    ] as [([Message], [String])])
  func whatCameBackOftenIsAppliedAlone(_ row: (messages: [Message], segments: [String])) {
    #expect(segments(BatchWork(row.messages)) == row.segments)
  }

  @Test func aRefusalIsHalvedDownToItsCulprit() {
    var work = BatchWork(
      ["a", "b", "c", "d"].map { Self.message($0) },
      confirmed: [PendingRange(first: 7, messages: 1)])
    var goesOn = [work.refuse("x")]
    #expect(segments(work) == ["a b", "c d"])
    work.finish(Committed())
    #expect(work.settled == [0, 1])
    #expect(work.confirmed.isEmpty, "they were marked with the first half")
    goesOn += [work.refuse("x"), work.refuse("base: check")]
    #expect(segments(work) == ["c!base: check", "d"])
    // Without its answer, where the answer is what the database refuses; then there is nothing
    // left.
    goesOn.append(work.refuse("y"))
    #expect(work.next?.treatment == .quarantine(reason: "base: check", answered: false))
    goesOn.append(work.refuse("y"))
    #expect(goesOn == [true, true, true, true, false])
  }

  /// What happens to a batch of four, of which the server cannot read the rows of some.
  private func isolate(
    _ broken: Set<String>, held: [Int: Int] = [:], tries: Int = 40
  ) -> (work: BatchWork, quarantined: [String]) {
    let limits = Limits()
    var work = BatchWork(["a", "b", "c", "d"].map { Self.message($0) }, held: held, limits: limits)
    var quarantined: [String] = []
    for _ in 0..<tries {
      guard !work.isHeldUp(limits), let next = work.next else { break }
      if case .quarantine(let reason, _) = next.treatment {
        quarantined.append("\(next.messages[0].id) \(reason)")
        work.finish(Committed())
      } else if broken.isDisjoint(with: next.messages.map(\.id)) {
        work.finish(Committed())
      } else {
        _ = work.isolate("XX000", limits: limits)
      }
    }
    return (work, quarantined)
  }

  @Test func whatAloneFailsIsHeldUntilOthersWereAppliedSeveralTimes() {
    let first = isolate(["b"])
    #expect(first.work.settled.sorted() == [0, 2, 3])
    #expect(first.work.left == [1: 2], "alone, and again once the others were applied")
    #expect(first.quarantined.isEmpty)
    // The next batch, in which it comes last.
    let second = isolate(["d"], held: [3: 2])
    #expect(second.quarantined == ["d XX000"])
    #expect(second.work.settled.sorted() == [0, 1, 2, 3])
    // Nothing came that could show that the server works.
    let none = isolate(["a", "b", "c", "d"], held: [3: 2])
    #expect(none.quarantined.isEmpty && none.work.settled.isEmpty)
    #expect(none.work.left == [0: 1, 1: 1, 2: 1, 3: 2])
  }

  @Test func whatAnotherHandAppliedShowsTooThatTheServerWorks() {
    let limits = Limits()
    var work = BatchWork([Self.message("a")], held: [0: 1], limits: limits)
    for round in 2...limits.roundsAlone {
      var isNews = work.isolate("XX000", limits: limits)
      #expect(!isNews, "nobody was applied")
      #expect(work.isHeldUp(limits))
      work.othersApplied(1)
      #expect(!work.isHeldUp(limits))
      isNews = work.isolate("XX000", limits: limits)
      #expect(isNews)
      if round < limits.roundsAlone { #expect(work.left == [0: round]) }
    }
    #expect(work.next?.treatment == .quarantine(reason: "XX000", answered: true))
  }

  @Test func asLongAsNothingCanBeAppliedNothingIsPutAside() {
    let limits = Limits()
    let messages = (1...20).map { Self.message("\($0)") }
    var work = BatchWork(messages, limits: limits)
    for _ in 0..<2_000 { _ = work.isolate("XX000", limits: limits) }
    #expect(work.left.count == 20 && work.left.values.allSatisfy { $0 == 1 })
    #expect(!work.isHeldUp(limits), "more than may wait: nothing else is taken")
  }

  @Test(
    arguments: [
      (redelivered: false, header: 5, returns: 0), (redelivered: true, header: 5, returns: 5),
      (redelivered: true, header: -1, returns: 0), (redelivered: true, header: nil, returns: 0),
    ] as [(redelivered: Bool, header: Int?, returns: Int)])
  func theBrokerSaysHowOftenAMessageCameBack(
    _ row: (redelivered: Bool, header: Int?, returns: Int)
  ) {
    var properties = Properties()
    properties.headers["x-delivery-count"] = row.header.map { .int($0) }
    let delivery = Delivery(
      tag: 1, queue: "q", exchange: "", routingKey: "q", redelivered: row.redelivered,
      properties: properties, body: [])
    let message = EnvelopeCodec.message(
      from: delivery, today: Sample.day, legalDay: { _ in Sample.day })
    #expect(
      message.handover
        == Handover(queue: "q", redelivered: row.redelivered, returns: row.returns))
  }
}
