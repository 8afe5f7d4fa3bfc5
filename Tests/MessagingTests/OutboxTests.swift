import Contracts
import Logging
import PostgreSQL
import Testing
import Vocabulary

@testable import Messaging

/// The statements of the outbox on a real database, started by `Tests/run`: what is counted is what rows
/// did, and who may publish a row is clear at any time.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct OutboxTests {
  /// A runner whose outbox holds one row for each message.
  private func withRows(
    _ count: Int, limits: Limits = Limits(),
    _ body: (BatchRunner<RecordingParticipant>, [StoredEmission]) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let connection = try await PostgresConnection.connect(database)
    let runner = BatchRunner(
      service: RecordingParticipant(), connection: connection, limits: limits, instance: "test",
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let messages = (0..<count).map { Sample.message("m\($0)") }
    let committed = try await runner.apply(messages, on: Sample.day, confirmed: [])
    try await body(runner, committed.emissions)
    await connection.close()
  }

  @Test func aRowIsCountedOnceHoweverOftenItsConfirmComes() async throws {
    try await withRows(6) { runner, emissions in
      let rows = emissions.map(\.row)
      // By the relay, by a batch, by a batch whose commit was unknown, and twice in one list.
      for confirmed in [Array(rows[..<3]), Array(rows[1..<5]), rows + rows, rows] {
        _ = try await runner.apply(
          [Sample.message("n\(confirmed.count)", type: "poison")], on: Sample.day,
          confirmed: confirmed)
        _ = try await runner.connection.query(Outbox.confirm(confirmed, instance: "test"))
      }
      #expect(try await runner.connection.counted("confirmed") == 6)
      #expect(try await runner.connection.pending == 0)
    }
  }

  @Test func confirmedIsEmittedWithoutPendingAfterABatchWasSplit() async throws {
    try await withRows(4) { runner, emissions in
      let rows = emissions.prefix(3).map(\.row)
      try await runner.connection.run(
        script: "ALTER TABLE inbox ADD CONSTRAINT no_bad CHECK (id NOT LIKE 'bad%')")
      // What cannot be stored at all ends the batch; the half before it was committed.
      _ = try? await runner.apply(
        ["a", "b", "c", "bad"].map { Sample.message($0) }, on: Sample.day, confirmed: rows)
      _ = try await runner.apply(
        ["d"].map { Sample.message($0) }, on: Sample.day, confirmed: rows)
      let connection = runner.connection
      let emitted = try await connection.counted("emitted")
      #expect(try await connection.counted("confirmed") == emitted - connection.pending)
      #expect(try await connection.counted("confirmed") == 3)
    }
  }

  @Test func aCountThatWasWrongBeforeIsSetRightByTheMigration() async throws {
    let servers = try #require(Servers.fromEnvironment)
    let connection = try await PostgresConnection.connect(
      try await servers.freshDatabase(migrations: Array(RuntimeSchema.migrations.prefix(3))))
    try await connection.run(
      script: """
        INSERT INTO outbox (message_id, exchange, routing_key, type, occurred_on, correlation,
          causation, body)
          SELECT n, 'e', 'k', 't', '2017-01-01', 'c', 'c', '{}' FROM generate_series(1, 9) AS n;
        INSERT INTO outbox_pending (id, lease_until) SELECT id, now() FROM outbox LIMIT 2;
        INSERT INTO ledger_counter VALUES ('a', 'emitted', 'x', 9), ('a', 'confirmed', '', 12);
        """)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    #expect(try await connection.counted("confirmed") == 7)
    await connection.close()
  }

  @Test(arguments: [(1, 1), (15, 10), (30, 5), (600, 60)])
  func theLeaseOutlivesTheHandlingAndTheConfirm(_ limit: (confirm: Int, handling: Int)) {
    var limits = Limits()
    limits.confirmSeconds = limit.confirm
    limits.handlingSeconds = limit.handling
    #expect(limits.leaseSeconds > limit.confirm + limit.handling)
  }

  @Test func aLeaseHoldsOthersOffUnlessTheDatabaseClockSteppedBack() async throws {
    try await withRows(3) { runner, emissions in
      let connection = runner.connection
      func free() async throws -> [Int] {
        let claim = Outbox.claim(10, of: .all(except: []), limits: runner.limits)
        return try await connection.query(claim).map { try $0.int("id") }
      }
      #expect(try await free().isEmpty, "the instance that stored them holds all")
      // A clock that went back an hour: what was leased before ends an hour too late.
      _ = try await connection.query(
        """
        UPDATE outbox_pending SET lease_until = lease_until + interval '1 hour'
        WHERE id = \(emissions[1].row)
        """)
      #expect(try await free() == [emissions[1].row])
      #expect(try await free().isEmpty, "and is leased anew by the clock of now")
    }
  }

  @Test func aClaimTakesOnlyTheExchangesItIsAskedFor() async throws {
    try await withRows(4) { runner, emissions in
      let connection = runner.connection
      try await connection.run(script: "UPDATE outbox_pending SET lease_until = now()")
      _ = try await connection.query(
        "UPDATE outbox SET exchange = 'other' WHERE id = \(emissions[0].row)")
      func claim(_ limit: Int, _ exchanges: Outbox.Exchanges) async throws -> [Int] {
        try await connection.query(Outbox.claim(limit, of: exchanges, limits: runner.limits)).map {
          try $0.int("id")
        }
      }
      #expect(try await claim(1, .all(except: ["other"])) == [emissions[1].row])
      #expect(try await claim(9, .only("other")) == [emissions[0].row])
      #expect(try await claim(9, .all(except: [])).count == 2)
    }
  }

  @Test func theNextTryOfARefusedRowComesEverLaterAndAfterHoursAnOperatorLooks() async throws {
    try await withRows(1) { runner, emissions in
      let connection = runner.connection
      let row = emissions[0].row
      var pauses: [Int] = []
      for _ in 0..<12 {
        let results = try await connection.pipeline([
          "BEGIN", Outbox.refuse([row: "refused"], limits: runner.limits),
          """
          SELECT extract(epoch FROM lease_until - now())::int AS n, blocked FROM outbox_pending
          """, "COMMIT",
        ])
        pauses.append(try #require(try results[2].first?.int("n")))
        #expect(try results[2].first?.bool("blocked") == false, "tries alone do not block")
      }
      #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])

      func refuse(after hours: Int) async throws -> Bool {
        _ = try await connection.query(
          """
          UPDATE outbox_pending
          SET refused_since = refused_since - make_interval(hours => \(hours)::int)
          """)
        _ = try await connection.query(Outbox.refuse([row: "refused"], limits: runner.limits))
        return try await connection.query("SELECT blocked FROM outbox_pending").first?
          .bool("blocked") ?? false
      }
      #expect(try await !refuse(after: 11))
      #expect(try await refuse(after: 2))
      // What `amontctl outbox retry` does: the time is counted anew.
      try await connection.run(
        script: "UPDATE outbox_pending SET blocked = false, attempts = 0, lease_until = now()")
      #expect(try await !refuse(after: 0))
      #expect(try await !refuse(after: 11))
    }
  }
}
