import AMQP
import Contracts
import Logging
import PostgreSQL
import Testing
import Vocabulary

@testable import Messaging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What goes wrong around a runtime neither loses nor repeats anything, and is said: on a real
/// broker and a real database, started by `Tests/run`. Serialized: the tests share the queues of
/// one service.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .serialized, .timeLimit(.minutes(3)))
struct FaultTests {
  // MARK: The database

  @Test func aSessionThatStaysReadOnlyIsReplaced() async throws {
    try await FaultBench.with { bench in
      let name = bench.database.database
      try await bench.observer.run(
        script: "ALTER DATABASE \(name) SET default_transaction_read_only = on")
      try await bench.publish((1...20).map { bench.message($0) })
      try await bench.run { gauges in
        try await bench.wait { gauges.values.failures > 0 }
        try await bench.observer.run(
          script: """
            SET SESSION default_transaction_read_only = off;
            ALTER DATABASE \(name) RESET default_transaction_read_only;
            """)
        try await bench.wait { try await bench.counted("applied") == 20 }
      }
      try await bench.expectAllApplied(20)
    }
  }

  /// Raised by a trigger, so that the server says each of them without harm to it.
  @Test(arguments: ["42501", "42P01", "53100", "53200", "58030", "XX000", "XX001", "XX002"])
  func whatFailsForEveryMessagePutsNoneAside(_ state: String) async throws {
    try await FaultBench.with { bench in
      try await bench.raise(state, on: "inbox")
      try await bench.publish((1...20).map { bench.message($0) })
      try await bench.run { gauges in
        try await bench.wait { gauges.values.failures > 4 }
        let complaint = try #require(gauges.consumerComplaint)
        #expect(complaint.contains(state))
        #expect(complaint.contains("message 1-1 of queue amont.court-liaison, delivered 1 times"))
        #expect(try await bench.counted("quarantined") == 0)
        // Once at the level that wakes somebody, however often it failed.
        #expect(bench.lines.with("Database takes no batch").count == 1)
        #expect(bench.lines.with("Database takes no batch").allSatisfy { $0.hasPrefix("error") })
        try await bench.observer.run(script: "DROP TRIGGER fault ON inbox")
        try await bench.wait { try await bench.counted("applied") == 20 }
        try await bench.wait { gauges.consumerComplaint == nil }
      }
      try await bench.expectAllApplied(20)
    }
  }

  /// A damaged page of one dossier, say: the server answers everybody else.
  @Test(arguments: ["XX000", "XX001", "58030"])
  func whatFailsForOneMessageAloneIsPutAsideAndHoldsNobodyUp(_ state: String) async throws {
    try await FaultBench.with { bench in
      var neighbours = 0
      try await bench.raise(state, for: "7-1")
      try await bench.publish((1...20).map { bench.message($0) })
      try await bench.run { gauges in
        try await bench.wait { try await bench.counted("applied") == 19 }
        try await bench.wait { gauges.consumerComplaint?.contains("holds up message 7-1") == true }
        #expect(try await bench.counted("quarantined") == 0, "nobody else was applied since")
        try await bench.publish([bench.message(7, rank: 2)])
        // The other hand may apply its neighbours: each shows anew that the server works.
        while try await bench.counted("quarantined") == 0 {
          let failures = gauges.values.failures
          neighbours += 1
          try await bench.publish([bench.message(20 + neighbours)])
          try await bench.wait {
            let isTriedAgain = gauges.values.failures > failures + Limits().triesOnOneConnection
            if isTriedAgain { return true }
            return try await bench.counted("quarantined") == 1
          }
        }
        try await bench.wait { try await bench.counted("applied") == 20 + neighbours }
        try await bench.wait { gauges.consumerComplaint == nil }
        let reason = try await bench.observer.query("SELECT reason FROM quarantine")[0]
          .text("reason")
        #expect(reason.contains(state))
        // Released once the server is mended, it is applied.
        try await bench.observer.run(
          script: "DROP TRIGGER one ON word; UPDATE quarantine SET state = 'released'")
        try await bench.wait { try await bench.counted("quarantined") == 0 }
      }
      #expect(neighbours <= Limits().roundsAlone)
      #expect(try await bench.counted("received") == 21 + neighbours)
      #expect(try await bench.counted("duplicate") == 0)
      #expect(try await bench.number("SELECT count(*) AS n FROM word") == 21 + neighbours)
    }
  }

  @Test func aTransientErrorBehindACulpritRepeatsNothing() async throws {
    try await FaultBench.with { bench in
      // Of 1, 2, poison and 4 the left half is committed before the right one meets the error,
      // once.
      try await bench.observer.run(
        script: """
          CREATE SEQUENCE tries;
          CREATE FUNCTION once() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            IF NEW.word = '4-1' AND nextval('tries') = 1 THEN
              RAISE EXCEPTION USING ERRCODE = '40001';
            END IF;
            RETURN NEW;
          END $$;
          CREATE TRIGGER once BEFORE INSERT ON word FOR EACH ROW EXECUTE FUNCTION once();
          """)
      try await bench.publish([
        bench.message(1), bench.message(2), bench.message(3).poisonous, bench.message(4),
      ])
      try await bench.run { _ in
        try await bench.wait { try await bench.counted("applied") >= 3 }
      }
      #expect(try await bench.number("SELECT last_value AS n FROM tries") == 2, "it was met once")
      #expect(try await bench.counted("received") == 4)
      #expect(try await bench.counted("duplicate") == 0)
      #expect(try await bench.counted("quarantined") == 1)
      let emitted = try await bench.counted("emitted")
      let confirmed = try await bench.counted("confirmed")
      let pending = try await bench.number(
        "SELECT coalesce(sum(messages), 0) AS n FROM outbox_pending")
      #expect(emitted == 4 && confirmed + pending == emitted)
    }
  }

  @Test func aBackendEndedInTheMiddleOfABatchReturnsNothingToTheBroker() async throws {
    try await FaultBench.with { bench in
      let holder = try await bench.hold(household: 7)
      try await bench.publish((1...20).map { bench.message($0) })
      try await bench.run { gauges in
        let process = try await bench.waitingProcess()
        _ = try await bench.observer.query("SELECT pg_terminate_backend(\(process)::int, 10000)")
        try await bench.wait { gauges.values.failures > 0 }
        await holder.close()
        try await bench.wait { try await bench.counted("applied") == 20 }
        #expect(gauges.values.absorbed == 0)
      }
      try await bench.expectAllApplied(20)
    }
  }

  // MARK: Leaving

  enum Hang: CaseIterable { case rowLock, frozenBackend, brokerAlarm }

  @Test(arguments: Hang.allCases)
  func aStoppingProcessLeavesInTimeWhateverHangs(_ hang: Hang) async throws {
    var limits = Limits()
    limits.drain = .seconds(2)
    try await FaultBench.with { bench in
      try await bench.publish((1...20).map { bench.message($0) })
      var stuck = ContinuousClock.now
      try await bench.with(hang) { isStuck in
        try await bench.run(limits) { gauges in
          try await isStuck(gauges)
          stuck = .now
        }
        let took = ContinuousClock.now - stuck
        #expect(took < .seconds(12), "two seconds to finish, and some to close, on a busy machine")
      }
      // Whoever comes next finds everything.
      try await bench.run { _ in
        try await bench.wait { try await bench.counted("applied") == 20 }
        try await bench.wait {
          try await bench.number("SELECT coalesce(sum(messages), 0) AS n FROM outbox_pending") == 0
        }
      }
      try await bench.expectAllApplied(20)
    }
  }

  // MARK: The broker

  @Test func aBlockedBrokerIsNamedWithItsReason() async throws {
    try await FaultBench.with { bench in
      try await bench.publish([bench.message(1)])
      try await bench.withAlarm {
        try await bench.run { gauges in
          try await bench.wait { gauges.brokerComplaint != nil }
          #expect(try #require(gauges.brokerComplaint).contains("low on memory"))
          #expect(bench.lines.with("Broker takes no messages").count == 1)
          try await bench.clearAlarm()
          try await bench.wait { gauges.brokerComplaint == nil }
          try await bench.wait {
            try await bench.number("SELECT coalesce(sum(messages), 0) AS n FROM outbox_pending")
              == 0
          }
        }
      }
      try await bench.expectAllApplied(1)
    }
  }

  /// As after the broker's timeout for acknowledgements: the consumer's connection is closed while
  /// its batch is under way, and the batch is committed before it comes again.
  @Test func whatTheBrokerHandsOverAgainAfterItWasAppliedIsNotAnswered() async throws {
    try await FaultBench.with { bench in
      let holder = try await bench.hold(household: 1)
      try await bench.publish((1...20).map { bench.message($0) })
      try await bench.run { gauges in
        _ = try await bench.waitingProcess()
        try await bench.closeConnections()
        await holder.close()
        try await bench.wait { try await bench.counted("applied") == 20 }
        try await bench.wait { gauges.values.absorbed > 0 }
        // A repeat of the sender's own is answered still.
        try await bench.publish([bench.message(1)])
        try await bench.wait { try await bench.counted("duplicate") == 1 }
      }
      #expect(try await bench.counted("received") == 21)
      #expect(try await bench.number("SELECT count(*) AS n FROM outbox WHERE type = 'again'") == 1)
      #expect(try await bench.number("SELECT count(*) AS n FROM outbox") == 21)
      #expect(try await bench.number("SELECT sum(duplicates)::bigint AS n FROM inbox") == 1)
    }
  }
}

extension FaultBench {
  /// Lets a table answer every row with an error.
  func raise(_ state: String, on table: String) async throws {
    try await observer.run(
      script: """
        CREATE OR REPLACE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'fault' USING ERRCODE = '\(state)'; END $$;
        CREATE TRIGGER fault BEFORE INSERT ON \(table) FOR EACH ROW EXECUTE FUNCTION fault();
        """)
  }

  /// Lets the test's table answer one word with an error.
  func raise(_ state: String, for word: String) async throws {
    try await observer.run(
      script: """
        CREATE FUNCTION one() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.word = '\(word)' THEN RAISE EXCEPTION 'fault' USING ERRCODE = '\(state)'; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER one BEFORE INSERT ON word FOR EACH ROW EXECUTE FUNCTION one();
        """)
  }

  /// A session that holds the lock of a household, until it is closed.
  func hold(household: Int) async throws -> PostgresConnection {
    let holder = try await PostgresConnection.connect(database)
    let key = HouseholdID(high: 7, low: UInt64(household)).description
    _ = try await holder.pipeline(["BEGIN", Inbox.lock([key])])
    return holder
  }

  /// The server's process that waits for a lock, as soon as there is one.
  func waitingProcess() async throws -> Int {
    var found: Int?
    try await wait {
      found = try await observer.query(
        """
        SELECT pid AS n FROM pg_stat_activity
        WHERE datname = \(database.database) AND wait_event_type = 'Lock'
        """
      ).first?.int("n")
      return found != nil
    }
    return try #require(found)
  }

  /// Runs `body` while something hangs; `body` is given what waits until the runtime hangs on it.
  func with(
    _ hang: FaultTests.Hang, _ body: ((RuntimeGauges) async throws -> Void) async throws -> Void
  ) async throws {
    guard hang != .brokerAlarm else {
      return try await withAlarm {
        try await body { gauges in try await wait { gauges.brokerComplaint != nil } }
      }
    }
    let holder = try await hold(household: 1)
    var frozen: pid_t?
    defer { if let frozen { kill(frozen, SIGCONT) } }
    try await body { _ in
      let process = pid_t(try await waitingProcess())
      guard hang == .frozenBackend else { return }
      try #require(kill(process, SIGSTOP) == 0)
      frozen = process
    }
    await holder.close()
  }

  /// Closes the connections of the runtime, as an operator would.
  func closeConnections() async throws {
    try await control(
      """
      [rabbit_networking:close_connection(C, "test") || C <- rabbit_networking:connections(),
       {client_properties, P} <- rabbit_networking:connection_info(C, [client_properties]),
       {<<"connection_name">>, longstr, <<"\(servers.broker.connectionName)">>} <- P].
      """)
  }

  func withAlarm(_ body: () async throws -> Void) async throws {
    try await control("rabbit_alarm:set_alarm({{resource_limit, memory, node()}, []}).")
    do { try await body() } catch {
      try await clearAlarm()
      throw error
    }
    try await clearAlarm()
  }

  func clearAlarm() async throws {
    try await control("rabbit_alarm:clear_alarm({resource_limit, memory, node()}).")
  }
}

extension OutboundMessage {
  /// The same, with an identifier that the test's table refuses.
  fileprivate var poisonous: OutboundMessage {
    var message = self
    message.properties.headers["ce-id"] = .text("poison")
    return message
  }
}
