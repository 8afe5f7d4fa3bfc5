public import Contracts
public import PostgreSQL
public import Vocabulary

/// Destroys the keys of households in one service's database, and what would act on them later: a
/// tool beside the services does it, while they run.
public struct Erasure: Sendable {
  /// How many values of each column nobody can read any more, by `table.column`.
  public private(set) var unreadable: [String: Int] = [:]
  /// How many keys were destroyed now; those that were before are not counted.
  public private(set) var keys = 0

  /// What else is about the households of a dossier and sealed by keys of its own: the events of
  /// partners, before they belonged to one.
  ///
  /// - Throws: `PostgresError` when the database cannot be read.
  public static func events(
    of households: [HouseholdID], in intake: PostgresConnection
  ) async throws -> [HouseholdID] {
    let held = try await intake.query(
      "SELECT ticket FROM waiting WHERE held_for = ANY(\(households)::uuid[])"
    ).map { try $0.uuid("ticket") }
    let said = try await intake.query(
      """
      SELECT i.source, i.id FROM contribution AS c
      JOIN inbox AS i ON i.source = 'partner/' || c.sender AND (i.id = c.event_id
        OR i.id >= c.event_id || '~' AND i.id < c.event_id || chr(127))
      WHERE c.home = ANY(\(households)::uuid[])
      """
    ).map { Message.keySubject(source: try $0.text("source"), identity: try $0.text("id")) }
    return Set(held + said).sorted()
  }

  /// How many messages about those households are on their way to the broker.
  ///
  /// - Throws: `PostgresError` when the database cannot be read.
  public static func underWay(
    of households: [HouseholdID], in service: PostgresConnection
  ) async throws -> Int {
    try await service.query(
      """
      SELECT count(*) AS n FROM outbox AS o WHERE o.household = ANY(\(households)::uuid[])
        AND EXISTS (SELECT FROM outbox_pending AS p
          WHERE p.first BETWEEN o.id - 1048575 AND o.id AND o.id < p.first + p.messages)
      """
    ).first?.int("n") ?? 0
  }

  /// Destroys them, in one transaction; doing it again changes nothing more.
  ///
  /// - Parameter subjects: The households, and what is sealed by keys of its own.
  /// - Throws: `PostgresError` when the database refuses; nothing was changed there then.
  public static func destroy(
    _ subjects: [HouseholdID], on day: Day, in connection: PostgresConnection,
    of service: ServiceName
  ) async throws -> Erasure {
    let columns = try await columns(in: connection)
    let own = service == .intake ? forgotten(subjects) : []
    let first: [Query] =
      service == .intake
      ? ["SELECT household FROM dossier WHERE household = ANY(\(subjects)::uuid[]) FOR UPDATE"] : []
    return try await connection.withTransaction { connection in
      var erasure = Erasure()
      // The locks of the batches: one that reads a key has ended, one that comes finds it gone.
      _ = try await connection.pipeline(first + [Inbox.lock(locks(of: subjects))])
      for (table, column) in columns {
        let count = try await connection.query(
          """
          SELECT count(*) AS n FROM \(identifier: table)
          WHERE substring(\(identifier: column) FROM 3 FOR 16) = ANY(
              SELECT uuid_send(s) FROM unnest(\(subjects)::uuid[]) AS s)
            AND substring(\(identifier: column) FROM 1 FOR 2) = '\\xfe01'
          """
        ).first?.int("n")
        if let count, count > 0 { erasure.unreadable[table + "." + column] = count }
      }
      let keys = try await connection.query(
        """
        UPDATE household_key SET wrapped = NULL, master = NULL, erased_on = \(day)
        WHERE household = ANY(\(subjects)::uuid[]) AND wrapped IS NOT NULL
        """)
      erasure.keys = keys.affected
      _ = try await connection.pipeline(Self.rest(subjects, on: day) + own)
      return erasure
    }
  }

  /// Sets a message of the quarantine aside for good. Where it belongs to no dossier no erasure
  /// would ever reach its body: the key of its own is destroyed with it. Done twice, the second
  /// time finishes what was broken off.
  ///
  /// - Parameter line: What its history says of it.
  /// - Returns: Whether it waited, or was set aside before.
  /// - Throws: `PostgresError` when the database refuses.
  public static func discard(
    _ id: Int, noting line: String, on day: Day, in connection: PostgresConnection,
    of service: ServiceName
  ) async throws -> Bool {
    let rows = try await connection.query(
      """
      UPDATE quarantine SET state = 'discarded',
        history = CASE state WHEN 'waiting' THEN history || E'\\n' || \(line) ELSE history END
      WHERE id = \(id) AND state IN ('waiting', 'discarded')
      RETURNING CASE WHEN household IS NULL AND substring(body FROM 1 FOR 2) = '\\xfe01'
        THEN encode(substring(body FROM 3 FOR 16), 'hex')::uuid END AS own
      """)
    guard let row = rows.first else { return false }
    if let own = try row.uuidIfPresent("own") {
      _ = try await destroy([own], on: day, in: connection, of: service)
    }
    return true
  }

  /// The columns that hold sealed values.
  private static func columns(
    in connection: PostgresConnection
  ) async throws -> [(table: String, column: String)] {
    try await connection.query(
      """
      SELECT c.relname::text AS table, a.attname::text AS column FROM pg_class AS c
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        AND a.atttypid = 'bytea'::regtype AND c.relname <> 'household_key' ORDER BY 1, 2
      """
    ).map { (table: try $0.text("table"), column: try $0.text("column")) }
  }

  /// The households as each service locks them, intake also as dossiers that are quoted.
  private static func locks(of subjects: [HouseholdID]) -> Set<String> {
    Set(subjects.flatMap { [$0.description, "dossier:" + $0.description] })
  }

  /// No key is made again, no delay ends, nothing waits, and nobody is asked to look.
  private static func rest(_ subjects: [HouseholdID], on day: Day) -> [Query] {
    [
      """
      INSERT INTO household_key (household, erased_on)
      SELECT s, \(day) FROM unnest(\(subjects)::uuid[]) AS s ON CONFLICT DO NOTHING
      """,
      "DELETE FROM deadline WHERE household = ANY(\(subjects)::uuid[])",
      """
      WITH gone AS (
        DELETE FROM parked WHERE household = ANY(\(subjects)::uuid[]) RETURNING source, id
      ), settled AS (
        UPDATE inbox AS i SET outcome = 'applied' FROM gone
        WHERE i.source = gone.source AND i.id = gone.id
      )
      INSERT INTO ledger_counter (instance, entry, peer, count)
      SELECT 'amontctl', entry, source, sum(change) FROM gone,
        (VALUES ('parked', -1), ('applied', 1)) AS moved (entry, change)
      GROUP BY entry, source
      ON CONFLICT (instance, entry, peer) DO UPDATE SET count = ledger_counter.count + EXCLUDED.count
      """,
      "UPDATE dossier_head SET parked = 0 WHERE household = ANY(\(subjects)::uuid[]) AND parked > 0",
      """
      UPDATE quarantine SET state = 'discarded', history = history || E'\\n' || \("\(day): effacé")
      WHERE state IN ('waiting', 'released')
        AND (household = ANY(\(subjects)::uuid[]) OR substring(body FROM 3 FOR 16) = ANY(
          SELECT uuid_send(s) FROM unnest(\(subjects)::uuid[]) AS s))
      """,
    ]
  }

  /// Nobody is recognised in an erased dossier, and nothing that was held for it goes there.
  private static func forgotten(_ subjects: [HouseholdID]) -> [Query] {
    [
      "DELETE FROM identity_key WHERE household = ANY(\(subjects)::uuid[])",
      """
      DELETE FROM waiting
      WHERE held_for = ANY(\(subjects)::uuid[]) OR ticket = ANY(\(subjects)::uuid[])
      """,
    ]
  }
}
