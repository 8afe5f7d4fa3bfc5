import AMQP
import Contracts
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// A loop waits until there is work, and no signal is lost.
@Suite struct WorkSignalTests {
  private static let long = Duration.seconds(3_600)

  @Test func whatWasRaisedBeforeIsTakenAtOnceAndOnce() async {
    let signal = WorkSignal()
    signal.raise(.rows)
    signal.raise(.confirmed)
    let work = await signal.wait(Self.long) { _ in Issue.record("it waited") }
    #expect(work == [.rows, .confirmed])
    #expect(await signal.wait(Self.long) { _ in } == [])
  }

  @Test func whatIsRaisedMeanwhileEndsTheWait() async {
    let signal = WorkSignal()
    let work = await signal.wait(Self.long) {
      signal.raise(.deadlines)
      try await Task.sleep(for: $0, clock: .continuous)
      Issue.record("it was not woken")
    }
    #expect(work == .deadlines)
  }

  @Test func aCancelledTaskWaitsNoLonger() async {
    let signal = WorkSignal()
    let waiting = Task {
      await signal.wait(Self.long) { try await Task.sleep(for: $0, clock: .continuous) }
    }
    waiting.cancel()
    #expect(await waiting.value == [])
  }

  @Test func ofManyRaisedByManyNoneIsLost() async {
    let signal = WorkSignal()
    let done = Held(0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<1_000 {
            done.change { $0 += 1 }
            signal.raise(.rows)
          }
        }
      }
      group.addTask {
        var seen = 0
        while seen < 8_000 {
          let work = await signal.wait(Self.long) {
            try await Task.sleep(for: $0, clock: .continuous)
          }
          #expect(work == .rows)
          seen = done.value
        }
      }
    }
  }
}

extension FaultTests {
  /// What wakes the loops of a runtime that looks for nothing by itself, and what its sweep finds: on
  /// a real broker and a real database. Inside of `FaultTests`, for they share the queues of its
  /// service.
  @Suite(.enabled(if: Servers.fromEnvironment != nil), .serialized, .timeLimit(.minutes(3)))
  struct WakingTests {
    /// Nothing is looked for within the test but what somebody says.
    private static var asleep: Limits {
      var limits = Limits()
      limits.idlePause = .seconds(3_600)
      limits.sweepPause = .seconds(3_600)
      limits.dayLook = .seconds(3_600)
      return limits
    }

    private func pending(_ bench: FaultBench) async throws -> Int {
      try await bench.counted("emitted") - bench.counted("confirmed")
    }

    @Test func aConfirmWakesWhoeverMarksIt() async throws {
      try await FaultBench.with { bench in
        try await bench.run(Self.asleep) { _ in
          for count in 1...3 {
            try await bench.publish([bench.message(count)])
            try await bench.wait { try await bench.counted("confirmed") == count }
          }
        }
        try await bench.expectAllApplied(3)
      }
    }

    @Test func aDeadlineArmedForAPastDayFires() async throws {
      try await FaultBench.with { bench in
        let runtime = bench.runtime(ArmingKeeper(), Self.asleep)
        try await bench.run(runtime) { gauges in
          for count in 1...3 {
            try await bench.publish([bench.message(count)])
            try await bench.wait { gauges.values.fired == count }
            try await bench.wait { try await pending(bench) == 0 }
          }
        }
      }
    }

    @Test func aNewDayFiresItsDeadlinesAndTheRelayPublishesWhatIsLeftToIt() async throws {
      var limits = Self.asleep
      limits.dayLook = .milliseconds(20)
      // All of it is left to the relay.
      limits.unconfirmedBatches = 0
      try await FaultBench.with { bench in
        try await bench.arm(30, on: Sample.day.adding(days: 1))
        let day = Held(Sample.day)
        let runtime = bench.runtime(WordKeeper(), limits, on: { day.value })
        try await bench.run(runtime) { gauges in
          try await bench.publish([bench.message(1)])
          try await bench.wait { try await bench.counted("applied") == 1 }
          #expect(gauges.values.fired == 0)
          day.change { $0 = $0.adding(days: 1) }
          try await bench.wait { gauges.values.fired == 30 }
          try await bench.wait { try await pending(bench) == 0 }
          // It is counted behind the confirm, and so maybe behind the mark.
          try await bench.wait { gauges.values.relayed >= 30 }
        }
      }
    }

    /// The guarantee, for what nobody in this process can know of.
    @Test func theSweepFindsWhatOthersLeft() async throws {
      var limits = Self.asleep
      limits.idlePause = .milliseconds(50)
      limits.sweepPause = .milliseconds(50)
      try await FaultBench.with { bench in
        try await bench.run(limits) { gauges in
          try await bench.wait { gauges.values.background }
          try await bench.leaveRows(of: 5)
          try await bench.wait { try await bench.counted("emitted") == 5 }
          try await bench.wait { try await pending(bench) == 0 }
          try await bench.wait { gauges.values.relayed == 5 }
          try await bench.arm(7, on: Sample.day)
          try await bench.wait { gauges.values.fired == 7 }
        }
      }
    }
  }
}

extension FaultBench {
  /// Deadlines of as many households, as another process would arm them.
  fileprivate func arm(_ count: Int, on day: Day) async throws {
    let deadlines = (1...count).map { number in
      ArmingKeeper.change(HouseholdID(high: 8, low: UInt64(number)), on: day)
    }
    _ = try await observer.pipeline(
      DeadlineBook.apply(Dictionary(uniqueKeysWithValues: deadlines.map { ($0.key, $0) })))
  }

  /// Does what a process did that died before it published: its rows belong to nobody.
  fileprivate func leaveRows(of count: Int) async throws {
    var limits = Limits()
    limits.confirmSeconds = 0
    limits.handlingSeconds = -Limits.leaseMarginSeconds
    let runner = BatchRunner(
      service: WordKeeper(), connection: try await PostgresConnection.connect(database),
      masters: .tests, limits: limits, instance: "dead", logger: runtime(WordKeeper()).logger)
    _ = try await runner.apply(
      (1...count).map { Sample.message("left-\($0)") }, on: Sample.day, confirmed: [])
    await runner.connection.close()
  }
}

/// Arms a deadline whose day has come for each message, and says so when it fires.
private struct ArmingKeeper: Participant {
  let service = FaultBench.service

  static func change(_ household: HouseholdID, on day: Day) -> DeadlineChange {
    .arm(
      kind: "k",
      deadline: Deadline(
        origin: day, rule: "R", article: "A", delay: "1 jour", raw: day, due: day, reason: ""),
      firesOn: day, household: household)
  }

  func reads(for messages: [Message]) -> [Query] { [] }
  func workspace(from results: [Rows]) throws {}
  func writes(for workspace: Void) -> [Query] { [] }

  func decide(_ message: Message, on day: Day, in workspace: inout Void) -> Decision {
    guard message.type != DeadlineFired.type, let household = message.household else {
      return Decision(outgoing: [
        Outgoing(
          to: .service(.debtSettlement), type: "fired", household: message.household,
          occurredOn: day, data: "{}")
      ])
    }
    return Decision(deadlines: [Self.change(household, on: day.adding(days: -3))])
  }
}
