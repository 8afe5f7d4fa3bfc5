import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// A database that was filled under the layout before `M008_layout.sql` says the same after it, and
/// work goes on: on a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct LayoutMigrationTests {
  private static let today = Day(ordinal: 30)

  private static func place(_ name: String, _ day: Int) -> CausalPosition {
    CausalPosition(act: name, on: Day(ordinal: day), id: name)
  }

  private static func act(_ name: String, _ day: Int, rank: Int? = nil) -> Message {
    Message(
      id: "\(name)-\(day)", source: "amont/intake", type: name, household: Sample.household,
      sequence: rank, occurredOn: Day(ordinal: day), chain: place(name, day), data: [])
  }

  /// Ranks 1, 2 and 4 came; 4 waits for 3. One message was recalled, one is in quarantine.
  private static var filled: [Query] {
    func row(_ name: String, _ day: Int, _ outcome: String) -> Query {
      """
      INSERT INTO inbox (source, id, type, household, outcome, received_on, duplicates)
      VALUES ('amont/intake', \("\(name)-\(day)"), \(name), \(Sample.household), \(outcome),
        \(today), \(day))
      """
    }
    func entry(_ name: String, _ day: Int, recalled: Bool) -> Query {
      """
      INSERT INTO journal (household, root, path, source, id, type, occurred_on, received_on,
        correlation, causation, traceparent, body, recalled)
      VALUES (\(Sample.household), \(place(name, day).root), '', 'amont/intake',
        \("\(name)-\(day)"), \(name), \(Day(ordinal: day)), \(today.adding(days: -1)), 'c', 'cause',
        'trace', 'é', \(recalled))
      """
    }
    return [
      row("notice", 2, "applied"), entry("notice", 2, recalled: false),
      row("pay", 3, "applied"), entry("pay", 3, recalled: true),
      row("summons", 9, "applied"), entry("summons", 9, recalled: false),
      row("ask", 4, "parked"), row("ask", 5, "quarantined"),
      """
      INSERT INTO parked (household, source, rank, id, type, occurred_on, correlation, causation,
        traceparent, root, path, body)
      VALUES (\(Sample.household), 'amont/intake', 4, 'ask-4', 'ask', \(Day(ordinal: 4)), 'c', NULL,
        NULL, \(place("ask", 4).root), '', \([0x7b, 0xff] as [UInt8]))
      """,
    ] + filledHeads + filledOutbox
  }

  private static var filledHeads: [Query] {
    [
      """
      INSERT INTO inbox_rank (household, source, last)
      VALUES (\(Sample.household), 'amont/intake', 2)
      """,
      """
      INSERT INTO outbox_rank (household, destination, last)
      VALUES (\(Sample.household), 'saga-orchestrator', 3), (\(Sample.household), 'court-liaison', 1)
      """,
      """
      INSERT INTO journal_head (household, root, path, complete, rebuilds, rebuilt_on, opened_on)
      VALUES (\(Sample.household), \(place("summons", 9).root), '', true, 2, \(today),
        \(Day(ordinal: 2)))
      """,
      """
      INSERT INTO quarantine (source, message_id, identity, type, household, occurred_on, correlation,
        causation, root, path, body, reason, history, state)
      VALUES ('amont/intake', 'ask-5', 'ask-5', 'ask', \(Sample.household), \(Day(ordinal: 5)), 'c',
        NULL, \(place("ask", 5).root), '', '', 'r', 'r', 'released')
      """,
      """
      INSERT INTO ledger_counter (instance, entry, peer, count) VALUES
        ('a', 'received', 'amont/intake', 28), ('a', 'applied', 'amont/intake', 3),
        ('a', 'duplicate', 'amont/intake', 23), ('a', 'parked', 'amont/intake', 1),
        ('a', 'quarantined', 'amont/intake', 1), ('a', 'emitted', 'saga-orchestrator', 3),
        ('a', 'emitted', 'court-liaison', 1), ('a', 'confirmed', '', 1)
      """,
    ]
  }

  private static var filledOutbox: [Query] {
    [
      """
      INSERT INTO outbox (message_id, exchange, routing_key, type, household, rank, occurred_on,
        correlation, causation, root, path, body, recalled)
      SELECT 'm' || n, 'amont.services', CASE n WHEN 4 THEN 'court-liaison' ELSE 'saga-orchestrator'
        END, 'summoned', \(Sample.household), CASE n WHEN 4 THEN 1 ELSE n END, \(today), 'c',
        'summons-9', \(place("summons", 9).root), '00' || n, n::text, n < 3
      FROM generate_series(1, 4) AS n
      """,
      """
      INSERT INTO outbox_pending (id, lease_until, attempts, problem, blocked, since)
      SELECT id, '2020-01-01', CASE message_id WHEN 'm3' THEN 7 ELSE 0 END, NULL, message_id = 'm3',
        '2020-01-01'
      FROM outbox WHERE message_id <> 'm1'
      """,
    ]
  }

  private func withFilled(
    _ body: (BatchRunner<DiaryKeeper>, PostgresConnection) async throws -> Void
  ) async throws {
    let servers = try #require(Servers.fromEnvironment)
    let connection = try await PostgresConnection.connect(
      try await servers.freshDatabase(migrations: Array(RuntimeSchema.migrations.prefix(7))))
    for query in Self.filled { _ = try await connection.query(query) }
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    try await body(
      BatchRunner(
        service: DiaryKeeper(), connection: connection, masters: .tests, limits: Limits(),
        instance: "test",
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }), connection)
    await connection.close()
  }

  @Test func everythingIsSaidOnce() async throws {
    try await withFilled { _, connection in
      let inbox = try await connection.lines(
        """
        SELECT concat_ws(' ', id, outcome, received_on, duplicates, decided_on, recalled, occurred_on,
          root, correlation, causation, traceparent, body) AS line FROM inbox ORDER BY id
        """)
      #expect(
        inbox == [
          "ask-4 parked 1970-01-31 4 f 1970-01-05 1970-01-05 000 ask c \\x7bff",
          "ask-5 quarantined 1970-01-31 5 f",
          "notice-2 applied 1970-01-31 2 1970-01-30 f 1970-01-03 1970-01-03 000 notice c cause trace "
            + "\\xc3a9",
          "pay-3 applied 1970-01-31 3 1970-01-30 t 1970-01-04 1970-01-04 000 pay c cause trace \\xc3a9",
          "summons-9 applied 1970-01-31 9 1970-01-30 f 1970-01-10 1970-01-10 000 summons c cause trace "
            + "\\xc3a9",
        ])
      let heads = try await connection.lines(
        """
        SELECT concat_ws(' ', heard, said, parked, root, complete, rebuilds, rebuilt_on, opened_on)
          AS line FROM dossier_head
        """)
      #expect(
        heads == [
          "{2,0,0,0,0,0} {0,0,0,0,1,3} 1 1970-01-10 000 summons t 2 1970-01-31 1970-01-03"
        ])
      let pending = try await connection.lines(
        """
        SELECT concat_ws(' ', message_id, messages, attempts, blocked) AS line
        FROM outbox_pending JOIN outbox ON id = first ORDER BY id
        """)
      #expect(pending == ["m2 1 0 f", "m3 1 7 t", "m4 1 0 f"])
      #expect(try await connection.lines("SELECT rank::text AS line FROM parked") == ["4"])
    }
  }

  @Test func workGoesOn() async throws {
    try await withFilled { runner, connection in
      // The missing rank: paid before the summons, so all is decided again, what waited with it.
      let committed = try await runner.apply(
        [Self.act("pay", 6, rank: 3)], on: Self.today, confirmed: [])
      #expect(
        try await connection.number("SELECT max(id) AS n FROM outbox WHERE causation = 'summons-9'")
          < committed.emissions[0].row)
      let told = try await connection.opened(
        "outbox",
        """
        SELECT household, type, body FROM outbox
        WHERE NOT recalled AND type <> \(Recall.type) ORDER BY type
        """
      ).map { try $0.text("type") + " " + $0.text("body") }
      #expect(told == ["asked ", "paid 3", "summoned-without-debt 4"])
      // Each recipient's ranks go on from where they were, without a gap.
      let ranks = try await connection.lines(
        """
        SELECT concat_ws(' ', routing_key, min(rank), count(*) = max(rank)) AS line FROM outbox
        GROUP BY routing_key ORDER BY routing_key
        """)
      #expect(ranks == ["court-liaison 1 t", "saga-orchestrator 1 t"])
      #expect(try await connection.lines("SELECT id AS line FROM parked") == [])
      // What an operator released stands in the journal by its row in quarantine.
      #expect(try await runner.takeReleased(on: Self.today).taken == 1)
      _ = try await runner.apply([Self.act("ask", 1)], on: Self.today, confirmed: [])
      let journal = try await connection.lines(
        """
        SELECT concat_ws(' ', id, outcome, recalled, body IS NULL) AS line FROM inbox
        WHERE decided_on IS NOT NULL ORDER BY id
        """)
      #expect(
        journal == [
          "ask-1 applied f f", "ask-4 applied f f", "ask-5 applied f t", "notice-2 applied f f",
          "pay-3 applied t f", "pay-6 applied f f", "summons-9 applied f f",
        ])
      let head = try await connection.lines(
        "SELECT concat_ws(' ', heard, parked) AS line FROM dossier_head")
      #expect(head == ["{4,0,0,0,0,0} 0"])
      try await expectBalance(on: connection)
    }
  }

  private func expectBalance(on connection: PostgresConnection) async throws {
    for outcome in ["applied", "parked", "quarantined"] {
      let rows = try await connection.query(
        "SELECT count(*) AS n FROM inbox WHERE outcome = \(outcome)")
      #expect(try await connection.counted(outcome) == rows[0].int("n"), "\(outcome)")
    }
    let pending = try await connection.pending
    #expect(
      try await connection.counted("confirmed") == connection.counted("emitted") - pending)
    let stored = try await connection.number("SELECT count(*) AS n FROM outbox")
    #expect(try await connection.counted("emitted") == stored)
  }
}

extension PostgresConnection {
  fileprivate func lines(_ query: Query) async throws -> [String] {
    try await self.query(query).map { try $0.text("line") }
  }
}
