import AMQP
import Contracts
import PostgreSQL
import Testing
import Vocabulary

@testable import Messaging

/// What a service sends reaches the broker whatever a broker, an exchange or a queue does
/// meanwhile: on a real broker and database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .serialized, .timeLimit(.minutes(10)))
struct GivingTests {
  private static let partner = "amont.partner.etude"

  /// Two hear of each household: the saga, and one of two partners.
  private static let toBoth = TellingParticipant { household in
    [
      .service(.sagaOrchestrator),
      .user((household?.low ?? 0).isMultiple(of: 2) ? "etude" : "bailleur"),
    ]
  }

  private func withHost(
    _ body: (OwnHost, PostgresConfiguration) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    try await OwnHost.lend { try await body($0, database) }
  }

  @Test func anExchangeThatIsMissingHoldsOnlyItsOwnRowsAndIsNamedOnce() async throws {
    var limits = Limits()
    limits.longestExchangePause = .milliseconds(200)
    try await withHost { host, database in
      try await host.publish(60)
      try await RunningRuntime.run(
        Self.toBoth, on: database, broker: host.broker, limits: limits
      ) {
        running, observer in
        try await running.wait("the services' messages pass") {
          try await observer.counted("confirmed") == 60
            && running.runtime.gauges.values.exchanges.count == 1
        }
        let trouble = try #require(
          running.runtime.gauges.values.exchanges[ExchangeName.partners])
        #expect(trouble.reason.contains("notFound"))
        #expect(trouble.reason.contains(ExchangeName.partners))
        // Many turns of the relay later nothing was said or tried again and again.
        let turns = running.pauses.all.count
        try await running.wait("the relay turns") { running.pauses.all.count > turns + 400 }
        #expect(running.lines.all(with: ExchangeName.partners).count == 1)
        #expect(running.runtime.gauges.values.relayed == 0)
        // That another instance holds the rows does not mean that the exchange is there.
        try await observer.run(
          script: "UPDATE outbox_pending SET lease_until = now() + interval '200 seconds'")
        let held = running.pauses.all.count
        try await running.wait("the relay turns") { running.pauses.all.count > held + 200 }
        #expect(running.runtime.gauges.values.exchanges.count == 1)
        #expect(running.lines.all(with: "takes messages again").isEmpty)
        try await observer.run(script: "UPDATE outbox_pending SET lease_until = now()")

        try await host.publish(20, from: 60)
        try await running.wait("the services' messages still pass") {
          try await observer.counted("confirmed") == 80
        }
        try await host.declare(ExchangeName.partners)
        for name in ["etude", "bailleur"] {
          try await host.declareQueue(
            "amont.partner." + name, on: ExchangeName.partners, key: "user." + name)
        }
        try await running.wait("the partners' messages pass") { try await observer.pending == 0 }
        #expect(running.runtime.gauges.values.exchanges.isEmpty)
        #expect(try await observer.counted("confirmed") == 160)
      }
      #expect(try await host.depth(of: Self.partner) == 40)
    }
  }

  @Test func aQueueThatRefusesForAWhileBlocksNothing() async throws {
    var limits = Limits()
    limits.firstRefusalPauseSeconds = 0
    try await withHost { host, database in
      let queue = ServiceName.sagaOrchestrator.queue
      let key = ServiceName.sagaOrchestrator.rawValue
      try await host.deleteQueue(queue)
      try await host.declareQueue(queue, on: ExchangeName.services, key: key, limit: 1)
      try await host.publish(30)
      try await RunningRuntime.run(on: database, broker: host.broker, limits: limits) {
        running, observer in
        try await running.wait("every row was refused many times") {
          try await observer.number(
            "SELECT count(*) AS n FROM outbox_pending WHERE attempts > 9") >= 25
        }
        let blocked = try await observer.number(
          "SELECT count(*) AS n FROM outbox_pending WHERE blocked")
        #expect(blocked == 0)
        #expect(running.lines.all(with: "routing_key=" + key).count == 1)
        try await host.deleteQueue(queue)
        try await host.declareQueue(queue, on: ExchangeName.services, key: key)
        try await running.wait("every row passes") { try await observer.pending == 0 }
        #expect(try await observer.counted("confirmed") == 30)
      }
    }
  }

  @Test func aPartnerThatNeverReadsHoldsNobodyElse() async throws {
    try await withHost { host, database in
      try await host.declare(ExchangeName.partners)
      try await host.declareQueue(
        Self.partner, on: ExchangeName.partners, key: "user.etude", limit: 1)
      try await host.declareQueue(
        "amont.partner.bailleur", on: ExchangeName.partners, key: "user.bailleur")
      try await host.publish(200)
      try await RunningRuntime.run(Self.toBoth, on: database, broker: host.broker) {
        running, observer in
        try await running.wait("everybody else has everything") {
          let read = try await host.depth(of: "amont.partner.bailleur")
          let pending = try await observer.pending
          return read == 100 && pending <= 100
        }
        try await running.wait("its rows wait") {
          try await observer.number(
            "SELECT count(*) AS n FROM outbox_pending WHERE attempts > 0") >= 90
        }
        #expect(running.lines.all(with: "routing_key=user.etude").count == 1)
        #expect(running.lines.all(with: "routing_key=user.bailleur").isEmpty)
        #expect(running.runtime.gauges.values.exchanges.isEmpty)
      }
    }
  }

  @Test func anOrderlyStopUnderLoadLeavesNothingToRelay() async throws {
    try await withHost { host, database in
      try await host.publish(4_000)
      for stop in [300, 1_500, 2_700] {
        try await RunningRuntime.run(on: database, broker: host.broker, instance: "i\(stop)") {
          running, observer in
          try await running.wait("it is under load") {
            try await observer.counted("applied") >= stop
          }
        }
        let connection = try await PostgresConnection.connect(database)
        #expect(try await connection.counted("applied") < 4_000, "it was not stopped under load")
        #expect(try await connection.pending == 0)
        #expect(
          try await connection.counted("confirmed") == connection.counted("emitted"))
        await connection.close()
      }
    }
  }

  @Test func deadlinesFireWhileTheBrokerAnswersNothing() async throws {
    var limits = Limits()
    // Whoever waited for the broker would wait longer than the test may last.
    limits.confirmSeconds = 3_600
    limits.sweepPause = .milliseconds(100)
    try await withHost { host, database in
      let proxy = try SwallowingProxy(to: host.broker.port)
      var broker = host.broker
      broker.port = proxy.port
      broker.heartbeatSeconds = 3_600
      try await RunningRuntime.run(on: database, broker: broker, limits: limits) {
        running, observer in
        try await running.wait("it consumes") { running.runtime.gauges.values.consuming }
        proxy.freeze()
        try await observer.armDeadlines(1_000)
        try await running.wait("all fire") { running.runtime.gauges.values.fired == 1_000 }
        #expect(
          running.runtime.gauges.values.exchanges.isEmpty,
          "none waited until a connection was given up")
        #expect(try await observer.counted("confirmed") == 0)
        // More than a few batches in flight would be memory without a bound.
        let held = limits.unconfirmedBatches * limits.deadlineBatch + limits.relayBatch
        try await running.wait("the rest is left to the relay") {
          try await observer.number(
            "SELECT coalesce(sum(messages), 0) AS n FROM outbox_pending WHERE lease_until <= now()")
            >= 1_000 - held
        }
        proxy.thaw()
        try await running.wait("their messages go out") { try await observer.pending == 0 }
        #expect(try await observer.counted("confirmed") == 1_000)
      }
      proxy.close()
      #expect(try await host.depth(of: ServiceName.sagaOrchestrator.queue) >= 1_000)
    }
  }

  @Test func aLeapOfTheClockIsSaidWithWhatBecameDue() async throws {
    var limits = Limits()
    limits.sweepPause = .milliseconds(100)
    try await withHost { host, database in
      try await RunningRuntime.run(on: database, broker: host.broker, limits: limits) {
        running, observer in
        try await observer.armDeadlines(5, on: Sample.day)
        try await running.wait("they fire") { running.runtime.gauges.values.fired == 5 }
        #expect(running.lines.all(with: "Deadlines are late").isEmpty)
        try await observer.armDeadlines(250, on: Sample.day.adding(days: -118))
        try await running.wait("all fire") { running.runtime.gauges.values.fired == 255 }
        let lines = running.lines.all(with: "Deadlines are late")
        #expect(lines.count == 1)
        #expect(lines.first?.contains("deadlines.due=250") ?? false)
        #expect(lines.first?.hasPrefix("warning") ?? false)
      }
    }
  }

  @Test func deadlinesThatCannotBeSetAsideAreTriedEverMoreSeldom() async throws {
    var limits = Limits()
    limits.sweepPause = .milliseconds(100)
    // Else a pause would end with each look at the day.
    limits.dayLook = limits.longestDeadlinePause
    try await withHost { host, database in
      try await RunningRuntime.run(on: database, broker: host.broker, limits: limits) {
        running, observer in
        // Neither their messages nor they themselves can be stored.
        try await observer.run(
          script: """
            ALTER TABLE outbox ADD CONSTRAINT none CHECK (type <> 'told');
            ALTER TABLE quarantine ADD CONSTRAINT none CHECK (type = '');
            """)
        try await observer.armDeadlines(3)
        try await running.wait("they are stuck") {
          running.runtime.gauges.values.stuckDeadlines == 3
        }
        // Nobody else waits for so long.
        let grown = limits.watchPause / 2..<limits.watchPause
        try await running.wait("the pause grows") {
          running.pauses.all.contains(where: grown.contains)
        }
        #expect(running.runtime.gauges.values.stuckDeadlines == 3)
        #expect(running.lines.all(with: "can be neither").count == 1)
      }
    }
  }

  /// A damaged page, say: the others' delays are the law's and wait for nobody.
  @Test func aDeadlineWhoseRowsCannotBeReadHoldsNoOtherBack() async throws {
    try await withHost { host, database in
      try await RunningRuntime.run(on: database, broker: host.broker) { running, observer in
        try await observer.run(
          script: """
            CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION USING ERRCODE = 'XX001'; END $$;
            CREATE TRIGGER fault BEFORE INSERT ON outbox FOR EACH ROW
              WHEN (NEW.message_id LIKE '%/k3/%') EXECUTE FUNCTION fault();
            """)
        try await observer.armDeadlines(5)
        try await running.wait("the others fire") {
          let values = running.runtime.gauges.values
          return values.fired == 4 && values.stuckDeadlines == 1
        }
        try await observer.run(script: "DROP TRIGGER fault ON outbox")
        try await running.wait("it fires") { running.runtime.gauges.values.fired == 5 }
        #expect(try await observer.number("SELECT count(*) AS n FROM quarantine") == 0)
      }
    }
  }

  @Test func marksThatWereNotWrittenAreNotForgotten() async throws {
    var limits = Limits()
    // The end of a lease would bring the same rows to light, long after the test.
    limits.confirmSeconds = 3_600
    try await withHost { host, database in
      try await RunningRuntime.run(
        TellingParticipant { _ in [.service(.courtLiaison)] }, on: database, broker: host.broker,
        limits: limits
      ) { running, observer in
        // Nobody listens: every message is returned. The refusals cannot be written for a while.
        try await observer.run(
          script: "ALTER TABLE outbox_pending ADD CONSTRAINT none CHECK (attempts = 0)")
        try await host.publish(5)
        try await running.wait("the relay lost its connection over them") {
          running.lines.all(with: "loop=relay").count > 1
        }
        try await observer.run(script: "ALTER TABLE outbox_pending DROP CONSTRAINT none")
        try await running.wait("they are written in the end") {
          try await observer.number(
            "SELECT count(*) AS n FROM outbox_pending WHERE attempts > 0") == 5
        }
      }
    }
  }
}

extension PostgresConnection {
  /// Deadlines of as many households, on that day.
  fileprivate func armDeadlines(_ count: Int, on day: Day = Sample.day) async throws {
    _ = try await query(
      """
      INSERT INTO deadline (household, kind, fires_on, origin, raw, due, rule, article, delay, reason)
      SELECT gen_random_uuid(), 'k' || n, \(day), \(day), \(day), \(day), 'R', 'A', '1 jour', ''
      FROM generate_series(1, \(count)::int) AS n
      """)
  }
}
