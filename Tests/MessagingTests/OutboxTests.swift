import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// The statements of the outbox on a real database, started by `Tests/run`: what is counted is what
/// rows did, and who may publish a row is clear at any time.
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
      service: RecordingParticipant(), connection: connection, masters: .tests, limits: limits,
      instance: "test",
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let messages = (0..<count).map { Sample.message("m\($0)") }
    let committed = try await runner.apply(messages, on: Sample.day, confirmed: [])
    try await body(runner, committed.emissions)
    await connection.close()
  }

  @Test func aRowIsCountedOnceHoweverOftenItsConfirmComes() async throws {
    try await withRows(6) { runner, emissions in
      let (rows, whole) = (emissions.map(\.alone), emissions[0].pending)
      // By the relay, by a batch, by a batch whose commit was unknown, and twice in one list.
      for (place, confirmed) in [
        Array(rows[..<3]), Array(rows[1..<5]), rows + [whole] + rows, [whole],
      ].enumerated() {
        _ = try await runner.connection.pipeline(
          emissions.prefix(3).marks.queries(instance: "test", limits: runner.limits))
        _ = try await runner.apply(
          [Sample.message("n\(place)", type: "poison")], on: Sample.day, confirmed: confirmed)
        _ = try await runner.connection.query(
          Ledger.add(confirmed: confirmed, instance: "test"))
      }
      #expect(try await runner.connection.counted("confirmed") == 6)
      #expect(try await runner.connection.pending == 0)
    }
  }

  @Test func confirmedIsEmittedWithoutPendingAfterABatchWasSplit() async throws {
    try await withRows(4) { runner, emissions in
      let rows = emissions.prefix(3).map(\.alone)
      _ = try await runner.connection.query(Outbox.split([emissions[0].pending]))
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
        try await connection.claimed(10, of: .all(except: []), runner.limits)
      }
      _ = try await connection.query(Outbox.split([emissions[0].pending]))
      #expect(try await free().isEmpty, "the instance that stored them holds all")
      // A clock that went back an hour: what was leased before ends an hour too late.
      _ = try await connection.query(
        """
        UPDATE outbox_pending SET lease_until = lease_until + interval '1 hour'
        WHERE first = \(emissions[1].row)
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
        try await connection.claimed(limit, of: exchanges, runner.limits)
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

  @Test func aBatchIsOneRowUntilAPartOfItIsClaimed() async throws {
    try await withRows(5) { runner, emissions in
      let connection = runner.connection
      #expect(emissions.map(\.row) == (0..<5).map { emissions[0].row + $0 })
      func rows() async throws -> [Int] {
        try await connection.query("SELECT messages FROM outbox_pending ORDER BY first").map {
          try $0.int("messages")
        }
      }
      #expect(try await rows() == [5])
      // What the broker could not be given stays together.
      var marks = OutboxMarks()
      marks.release(emissions, at: .now)
      _ = try await connection.pipeline(marks.queries(instance: "test", limits: runner.limits))
      #expect(try await rows() == [5])
      #expect(
        try await connection.claimed(2, of: .all(except: []), runner.limits)
          == emissions.prefix(2).map(\.row))
      #expect(try await rows() == [1, 1, 1, 1, 1])
      // The confirm of the whole, from the instance that lost the lease, holds for each.
      _ = try await connection.query(
        Ledger.add(confirmed: [emissions[0].pending], instance: "test"))
      #expect(try await connection.counted("confirmed") == 5)
      #expect(try await connection.pending == 0)
    }
  }

  @Test func aPassDividesNoMoreThanItClaims() async throws {
    try await withRows(1) { runner, _ in
      let connection = runner.connection
      try await connection.run(
        script: """
          INSERT INTO outbox_pending (messages, lease_until) SELECT 10, now() FROM generate_series(1, 50);
          """)
      _ = try await connection.query(Outbox.splitFree(25, limits: runner.limits))
      #expect(
        try await connection.number("SELECT count(*) AS n FROM outbox_pending WHERE messages = 10")
          == 47)
    }
  }
}

extension StoredEmission {
  /// As if it were pending by itself.
  fileprivate var alone: PendingRange { PendingRange(first: row, messages: 1) }
}

extension Sequence<StoredEmission> {
  /// All of them confirmed, and nothing of the others known.
  fileprivate var marks: OutboxMarks {
    var marks = OutboxMarks()
    for emission in self { marks.confirm(emission, at: .now) }
    return marks
  }
}

extension PostgresConnection {
  /// The rows that one pass of the relay takes.
  fileprivate func claimed(
    _ limit: Int, of exchanges: Outbox.Exchanges, _ limits: Limits
  ) async throws -> [Int] {
    try await pipeline([
      Outbox.splitFree(limit, limits: limits), Outbox.claim(limit, of: exchanges, limits: limits),
    ])[1].map { try $0.int("id") }
  }
}
