import AMQP
import Contracts
import PostgreSQL
import Testing
import Vocabulary

@testable import Messaging

/// When something may be taken of a flood again.
@Suite("The pace of a flood")
struct FloodPaceTests {
  private let noon = ContinuousClock.now
  private var pace = FloodPace(multiple: 3, longest: .milliseconds(250))

  @Test(
    "A flood rests three times as long as its transaction took, and never longer than its bound",
    arguments: [(took: 1, rests: 3), (20, 60), (83, 249), (84, 250), (60_000, 250)])
  mutating func rest(_ row: (took: Int, rests: Int)) {
    pace.took(
      turn(isOfFlood: true, hasCompany: true), from: noon - .milliseconds(row.took), until: noon)
    #expect(pace.restsUntil == noon + .milliseconds(row.rests))
  }

  @Test("A flood that is alone never rests, and one that is left alone works on")
  mutating func alone() {
    pace.took(turn(isOfFlood: true, hasCompany: false), from: noon - .milliseconds(20), until: noon)
    #expect(pace.restsUntil == nil)
    pace.took(turn(isOfFlood: true, hasCompany: true), from: noon - .milliseconds(20), until: noon)
    pace.took(turn(isOfFlood: true, hasCompany: false), from: noon - .milliseconds(20), until: noon)
    #expect(pace.restsUntil == nil)
  }

  @Test("The deadlines of one day rest while messages come, where more are due than one batch")
  func deadlines() {
    var limits = Limits()
    limits.floodRest = 3
    var pace = DeadlinePace(limits)
    func fires(isFull: Bool, applied: Int, then: Int) -> (most: Int?, restsUntil: Int?) {
      pace.begin(applied: applied, at: noon)
      pace.took(isFull: isFull, applied: then, until: noon + .milliseconds(20))
      let rest = pace.flood.restsUntil.map {
        ($0 - noon).components.attoseconds / 1_000_000_000_000_000
      }
      return (pace.most, rest.map(Int.init))
    }
    #expect(fires(isFull: false, applied: 7, then: 9) == (nil, nil), "nothing else is due")
    #expect(fires(isFull: true, applied: 9, then: 9) == (nil, nil), "nobody came")
    #expect(fires(isFull: true, applied: 10, then: 10) == (limits.deadlinesBesideMessages, 80))
    #expect(fires(isFull: true, applied: 10, then: 10) == (nil, nil), "nobody comes any more")
  }

  @Test("A rest ends on its hour, however often others come meanwhile")
  mutating func end() {
    pace.took(turn(isOfFlood: true, hasCompany: true), from: noon - .milliseconds(20), until: noon)
    for number in 1...5 {
      pace.took(
        turn(isOfFlood: false, hasCompany: true), from: noon - .milliseconds(1),
        until: noon + .milliseconds(number))
    }
    #expect(pace.restsUntil == noon + .milliseconds(60))
  }

  @Test("The dead letters of a service's only queue are no party; partners with a queue each are")
  func parties() {
    #expect(!RecordingParticipant().hasManyQueues)
    let queues = ["a", "b"].flatMap { [$0, QueueName.dead($0)] }
    #expect(ManyQueues(queues: Array(queues.prefix(2))).hasManyQueues == false)
    #expect(ManyQueues(queues: queues).hasManyQueues)
  }

  private func turn(isOfFlood: Bool, hasCompany: Bool) -> ConsumerTurn {
    var turn = ConsumerTurn()
    turn.isOfFlood = isOfFlood
    turn.hasCompany = hasCompany
    return turn
  }
}

/// A participant with queues of its own choice.
private struct ManyQueues: Participant {
  let service = ServiceName.intake
  let queues: [String]

  func reads(for messages: [Message]) -> [Query] { [] }
  func workspace(from results: [Rows]) -> Int { 0 }
  func decide(_ message: Message, on day: Day, in workspace: inout Int) -> Decision { Decision() }
  func writes(for workspace: Int) -> [Query] { [] }
}
