/// Brings a database's schema forward, and only forward.
///
/// Several processes may start at once: an advisory lock lets one of them work while the others
/// wait. Each migration runs in a transaction of its own, together with the row that records it in
/// the table `amont_migration`, and with a limit on how long it may wait for a lock, so that it
/// never queues the whole service behind itself.
public struct Migrator: Sendable {
  /// How long to wait for another process that is migrating.
  public static let waitForOthersSeconds = 60
  /// How long one migration may wait for a table's lock.
  public static let lockTimeoutSeconds = 5

  /// Any number will do, as long as all programs agree on it.
  static let advisoryLock = 4_703_017_822_933

  private let schema: String

  /// A migrator for the tables of `schema`, which must exist.
  public init(schema: String = "public") { self.schema = schema }

  /// Applies what `set` is missing in this database, in order.
  ///
  /// - Parameter set: whose migrations these are; each set counts from 1.
  /// - Returns: those that were applied now.
  /// - Throws: `PostgresError`: `migrationRefused` where the database's history is not this
  ///   program's, `lockTimeout` where another process or a long transaction is in the way, or why
  ///   a migration failed. Migrations before the failing one stay applied.
  public func apply(
    _ migrations: [Migration], set: String, on connection: PostgresConnection
  ) async throws -> [Migration] {
    try await lock(connection)
    do {
      if try await !hasTable(connection) { try await createTable(connection) }
      let plan = try await plan(migrations, set, connection)
      for (migration, checksum) in plan.remaining {
        try await apply(migration, checksum, set, connection)
      }
      await unlock(connection)
      return plan.remaining.map(\.migration)
    } catch {
      await unlock(connection)
      throw error
    }
  }

  /// Those of `migrations` that this database has not seen yet. Changes nothing.
  ///
  /// - Throws: `PostgresError`, with `migrationRefused` where the database's history is not this
  ///   program's.
  public func pending(
    _ migrations: [Migration], set: String, on connection: PostgresConnection
  ) async throws -> [Migration] {
    try await plan(migrations, set, connection).remaining.map(\.migration)
  }

  private var table: String { SQLText.quoted(identifier: schema) + ".amont_migration" }

  private func lock(_ connection: PostgresConnection) async throws {
    do {
      // As a script, for scripts may stay silent for longer than a statement may.
      try await connection.run(
        script: """
          SET statement_timeout = 0;
          SET lock_timeout = '\(Migrator.waitForOthersSeconds)s';
          SELECT pg_advisory_lock(\(Migrator.advisoryLock));
          """)
    } catch {
      await restoreLimits(connection)
      throw error
    }
  }

  private func unlock(_ connection: PostgresConnection) async {
    // Where this fails the connection is broken, and the lock went with it.
    _ = try? await connection.query("SELECT pg_advisory_unlock(\(Migrator.advisoryLock))")
    await restoreLimits(connection)
  }

  private func restoreLimits(_ connection: PostgresConnection) async {
    try? await connection.run(script: "RESET statement_timeout; RESET lock_timeout")
  }

  private func hasTable(_ connection: PostgresConnection) async throws -> Bool {
    let rows = try await connection.query("SELECT to_regclass(\(table)) IS NOT NULL AS found")
    return try rows.first?.bool("found") ?? false
  }

  private func createTable(_ connection: PostgresConnection) async throws {
    try await connection.run(
      script: """
        CREATE TABLE \(table) (
          set text NOT NULL,
          number integer NOT NULL CONSTRAINT amont_migration_number_positive CHECK (number > 0),
          name text NOT NULL,
          checksum text NOT NULL,
          applied_at timestamptz NOT NULL DEFAULT now(),
          CONSTRAINT amont_migration_key PRIMARY KEY (set, number)
        );
        COMMENT ON TABLE \(table) IS
          'Which schema migrations were applied. Written by the migrator; rows live for ever.';
        """)
  }

  private func plan(
    _ migrations: [Migration], _ set: String, _ connection: PostgresConnection
  ) async throws -> MigrationPlan {
    let texts = migrations.map(\.sql)
    let digests = try await connection.query(
      """
      SELECT encode(sha256(convert_to(body, 'UTF8')), 'hex') AS checksum
      FROM unnest(\(texts)::text[]) WITH ORDINALITY AS migration (body, position)
      ORDER BY position
      """)
    var recorded: [RecordedMigration] = []
    if try await hasTable(connection) {
      let query: Query =
        "SELECT number, checksum FROM \(unsafeRaw: table) WHERE set = \(set) ORDER BY number"
      for row in try await connection.query(query) {
        let number = try row.int("number")
        recorded.append(RecordedMigration(number: number, checksum: try row.text("checksum")))
      }
    }
    let checksums = try digests.map { try $0.text("checksum") }
    let known = zip(migrations, checksums).map { (migration: $0, checksum: $1) }
    return try MigrationPlan(known, set: set, recorded: recorded)
  }

  private func apply(
    _ migration: Migration, _ checksum: String, _ set: String, _ connection: PostgresConnection
  ) async throws {
    do {
      try await connection.withTransaction { connection in
        try await connection.run(
          script: """
            SET LOCAL lock_timeout = '\(Migrator.lockTimeoutSeconds)s';
            SET LOCAL search_path = \(SQLText.quoted(identifier: schema));
            """)
        let before = try await transactionNumber(connection)
        try await connection.run(script: migration.sql)
        guard try await transactionNumber(connection) == before else {
          throw MigrationPlan.refusal(set, migration.number, "must not end its own transaction")
        }
        _ = try await connection.query(
          """
          INSERT INTO \(unsafeRaw: table) (set, number, name, checksum)
          VALUES (\(set), \(migration.number), \(migration.name), \(checksum))
          """)
      }
    } catch let error as PostgresError where error.code != .migrationRefused {
      throw error.inMigration("\(set)/\(migration.number)")
    }
  }

  private func transactionNumber(_ connection: PostgresConnection) async throws -> String {
    let rows = try await connection.query("SELECT pg_current_xact_id()::text AS number")
    return try rows.first?.text("number") ?? ""
  }
}

extension PostgresError {
  /// The same error, saying in which migration it came up.
  fileprivate func inMigration(_ name: String) -> PostgresError {
    PostgresError(
      code: code, sqlState: sqlState, constraint: constraint, table: table, column: column,
      statementIndex: statementIndex,
      message: "in migration \(name)" + (message.map { ": \($0)" } ?? ""))
  }
}
