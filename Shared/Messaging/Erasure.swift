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

  /// Times that one erasure is begun, where a batch is in its way.
  static let mostTries = 5

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
    return Set(held + (try await said(of: households, in: intake)).map(\.subject)).sorted()
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

  /// Destroys them, in one transaction, and those of what else is about them there; doing it again
  /// changes nothing more. Then counts what nobody can read any more, while nobody waits for it.
  ///
  /// - Parameter subjects: The households, and what is sealed by keys of its own.
  /// - Throws: `PostgresError` when the database refuses. Where the keys were destroyed and the
  ///   counting failed, doing it again counts.
  public static func destroy(
    _ subjects: [HouseholdID], on day: Day, in connection: PostgresConnection,
    of service: ServiceName
  ) async throws -> Erasure {
    let gone = try await destroyOnce(subjects, on: day, in: connection, of: service)
    var erasure = Erasure()
    erasure.keys = gone.keys
    try await erasure.count(gone.subjects, of: gone.events, in: connection)
    return erasure
  }

  /// Begins again where a batch and this waited for each other and the server ended this one.
  private static func destroyOnce(
    _ subjects: [HouseholdID], on day: Day, in connection: PostgresConnection,
    of service: ServiceName
  ) async throws -> Gone {
    var tries = 1
    while true {
      do {
        return try await connection.withTransaction { connection in
          try await destroyNow(subjects, on: day, in: connection, of: service)
        }
      } catch let error as PostgresError where error.remedy == .retry && tries < mostTries {
        tries += 1
      }
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

  /// What one transaction destroyed.
  private struct Gone: Sendable {
    /// Whose keys.
    let subjects: [HouseholdID]
    /// The events of partners among them.
    let events: [Said]
    let keys: Int
  }

  private static func destroyNow(
    _ subjects: [HouseholdID], on day: Day, in connection: PostgresConnection,
    of service: ServiceName
  ) async throws -> Gone {
    // As the batches: their locks first, then rows. One that reads a key has ended, one that comes
    // finds it gone.
    _ = try await connection.pipeline(
      [Inbox.lock(locks(of: subjects))]
        + (service == .intake
          ? ["SELECT household FROM dossier WHERE household = ANY(\(subjects)::uuid[]) FOR UPDATE"]
          : []))
    // What came until now is theirs, too.
    let events = service == .intake ? try await said(of: subjects, in: connection) : []
    let found = try await connection.query(setAside(of: subjects)).map { try $0.uuid("subject") }
    let more = Set(events.map(\.subject) + found).subtracting(subjects).sorted()
    let all = subjects + more
    let results = try await connection.pipeline(
      [
        Inbox.lock(locks(of: more)),
        """
        UPDATE household_key SET wrapped = NULL, master = NULL, erased_on = \(day)
        WHERE household = ANY(\(all)::uuid[]) AND wrapped IS NOT NULL
        """,
      ] + rest(all, events, on: day) + (service == .intake ? forgotten(all) : []))
    return Gone(subjects: all, events: events, keys: results[1].affected)
  }

  // MARK: - What is about them

  /// An event of a partner that was accepted.
  private struct Said: Sendable {
    let source: String, identity: String, id: String

    var subject: HouseholdID { Message.keySubject(source: source, identity: identity) }
  }

  /// Characters of an identity behind the identifier: a mark, and digits of a digest.
  private static let digest = 1 + Message.identityDigits

  private static func said(
    of households: [HouseholdID], in intake: PostgresConnection
  ) async throws -> [Said] {
    try await intake.query(
      """
      SELECT i.source, i.id, c.event_id FROM contribution AS c
      JOIN inbox AS i ON i.source = 'partner/' || c.sender AND (i.id = c.event_id
        OR i.id >= c.event_id || '~' AND i.id < c.event_id || chr(127)
          AND length(i.id) = length(c.event_id) + \(digest))
      WHERE c.home = ANY(\(households)::uuid[])
      """
    ).map {
      Said(
        source: try $0.text("source"), identity: try $0.text("id"), id: try $0.text("event_id"))
    }
  }

  /// Whose keys seal what was set aside about those households while theirs could not be read.
  private static func setAside(of households: [HouseholdID]) -> Query {
    """
    SELECT DISTINCT encode(substring(body FROM 3 FOR 16), 'hex')::uuid AS subject FROM quarantine
    WHERE household = ANY(\(households)::uuid[]) AND length(body) > 18
      AND substring(body FROM 1 FOR 2) = '\\xfe01'
    """
  }

  /// The households as each service locks them, intake also as dossiers that are quoted.
  private static func locks(of subjects: [HouseholdID]) -> Set<String> {
    Set(subjects.flatMap { [$0.description, "dossier:" + $0.description] })
  }

  // MARK: - What is counted

  /// Counts what those keys sealed, by the columns that name households, and the rows of events.
  private mutating func count(
    _ subjects: [HouseholdID], of events: [Said], in connection: PostgresConnection
  ) async throws {
    for (table, column, names) in try await Self.columns(in: connection) {
      let (isOfEvent, values) = Self.isOf(events, in: table)
      let isTheirs = names.map { "\"\($0)\" = ANY($1::uuid[])" } + isOfEvent
      let count = try await connection.query(
        Query(
          sql: """
            SELECT count(*) AS n FROM "\(table)" WHERE (\(isTheirs.joined(separator: " OR ")))
              AND substring("\(column)" FROM 3 FOR 16) = ANY(
                SELECT uuid_send(s) FROM unnest($1::uuid[]) AS s)
              AND substring("\(column)" FROM 1 FOR 2) = '\\xfe01'
            """, parameters: [.uuids(subjects)] + values)
      ).first?.int("n")
      if let count, count > 0 { unreadable[table + "." + column] = count }
    }
  }

  /// Which rows of a table may be of those events though no column names their household; the
  /// values are those from `$2` on.
  private static func isOf(
    _ events: [Said], in table: String
  ) -> (conditions: [String], values: [Parameter]) {
    switch table {
    case "quarantine":
      (
        ["(source, identity) IN (SELECT * FROM unnest($2::text[], $3::text[]))"],
        [.texts(events.map(\.source)), .texts(events.map(\.identity))]
      )
    case "outbox":
      (
        ["household IS NULL AND causation = ANY($2::text[])"], [.texts(events.map(\.id))]
      )
    case _: ([], [])
    }
  }

  /// The columns that hold sealed values, each with those of its table that name households.
  private static func columns(
    in connection: PostgresConnection
  ) async throws -> [(table: String, column: String, names: [String])] {
    try await connection.query(
      """
      SELECT c.relname::text AS table, a.attname::text AS column,
        (SELECT string_agg(n.attname::text, ' ' ORDER BY n.attnum) FROM pg_attribute AS n
          WHERE n.attrelid = c.oid AND n.attnum > 0 AND NOT n.attisdropped
            AND n.atttypid = 'uuid'::regtype) AS names
      FROM pg_class AS c
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        AND a.atttypid = 'bytea'::regtype AND c.relname <> 'household_key' ORDER BY 1, 2
      """
    ).map {
      (
        table: try $0.text("table"), column: try $0.text("column"),
        names: (try $0.textIfPresent("names") ?? "").split(separator: " ").map(String.init)
      )
    }.filter { !$0.names.isEmpty }
  }

  // MARK: - What goes with them

  /// No key is made again, no delay ends, nothing waits, and nobody is asked to look.
  private static func rest(
    _ subjects: [HouseholdID], _ events: [Said], on day: Day
  ) -> [Query] {
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
      WHERE state IN ('waiting', 'released') AND (household = ANY(\(subjects)::uuid[])
        OR (source, identity) IN (SELECT * FROM unnest(\(events.map(\.source))::text[],
          \(events.map(\.identity))::text[])))
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
