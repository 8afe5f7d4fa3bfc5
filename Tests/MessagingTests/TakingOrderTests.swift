import PostgreSQL
import Testing

@testable import Messaging

/// Hands that share one queue take of it one after the other.
@Suite struct TakingOrderTests {
  @Test func oneEntersAtATime() async {
    let order = TakingOrder()
    let inside = Held(0), most = Held(0)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<100 {
        group.addTask {
          let pass = await order.enter()
          inside.change { $0 += 1 }
          most.change { $0 = max($0, inside.value) }
          await Task.yield()
          inside.change { $0 -= 1 }
          pass.leave()
        }
      }
    }
    #expect(most.value == 1)
  }

  @Test func aPassThatIsGivenBackTwiceLetsInOneOnly() async {
    let order = TakingOrder()
    let first = await order.enter()
    first.leave()
    first.leave()
    let second = await order.enter()
    first.leave()
    let isThirdIn = Held(false)
    let third = Task {
      let pass = await order.enter()
      isThirdIn.change { $0 = true }
      pass.leave()
    }
    await Task.yield()
    #expect(!isThirdIn.value)
    second.leave()
    await third.value
    #expect(isThirdIn.value)
  }
}

/// What the hands of a consumer know of each other.
@Suite struct HandTallyTests {
  @Test func eachHearsOnceWhatTheOthersApplied() {
    let tally = HandTally()
    let one = tally.newHand(), other = tally.newHand()
    one.add(2)
    other.add(3)
    #expect([one.takeOthers(), other.takeOthers()] == [3, 2])
    #expect([one.takeOthers(), other.takeOthers()] == [0, 0])
    other.add(1)
    #expect([one.takeOthers(), other.takeOthers()] == [1, 0])
  }
}

extension FaultTests {
  /// The two hands of a service, on a real broker and a real database. Inside of `FaultTests`, for
  /// they share the queues of its service.
  @Suite(.enabled(if: Servers.fromEnvironment != nil), .serialized, .timeLimit(.minutes(3)))
  struct TwoHandsTests {
    private var small: Limits {
      var limits = Limits()
      limits.batch = 5
      return limits
    }

    @Test func oneDecidesWhileTheTransactionOfTheOtherIsWritten() async throws {
      try await FaultBench.with { bench in
        let blocker = try await PostgresConnection.connect(bench.database)
        _ = try await blocker.pipeline(["BEGIN", "LOCK TABLE word IN ACCESS EXCLUSIVE MODE"])
        try await bench.publish((1...40).map { bench.message($0) })
        try await bench.run(small) { _ in
          try await bench.wait {
            try await bench.number(
              """
              SELECT count(*) AS n FROM pg_stat_activity
              WHERE datname = current_database() AND wait_event_type = 'Lock'
              """) == 2
          }
          _ = try await blocker.query("COMMIT")
          try await bench.wait { try await bench.counted("applied") == 40 }
        }
        try await bench.expectAllApplied(40)
        await blocker.close()
      }
    }

    @Test func messagesOfOneDossierAreDecidedInTheOrderInWhichTheyCame() async throws {
      try await FaultBench.with { bench in
        try await bench.observer.run(
          script: """
            CREATE TABLE early (rank bigint);
            CREATE FUNCTION note_early() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN INSERT INTO early VALUES (NEW.rank); RETURN NEW; END';
            CREATE TRIGGER early BEFORE INSERT ON parked FOR EACH ROW EXECUTE FUNCTION note_early();
            """)
        let ranks = 1...200
        try await bench.publish(
          ranks.flatMap { rank in (1...3).map { bench.message($0, rank: rank) } })
        let count = ranks.count * 3
        try await bench.run(small) { _ in
          try await bench.wait { try await bench.counted("applied") == count }
        }
        try await bench.expectAllApplied(count)
        #expect(try await bench.number("SELECT count(*) AS n FROM early") == 0)
      }
    }
  }
}
