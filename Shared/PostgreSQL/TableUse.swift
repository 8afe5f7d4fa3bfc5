/// What the role that serves may do to a table beside reading it and adding rows. It owns no table:
/// what is not granted here, a defect of the program cannot do either.
public enum TableUse: Hashable, Sendable {
  /// Rows are changed, and none is deleted: what a table is used for unless something else is said.
  case kept
  /// Rows stay as they were added, but for some columns.
  case appendOnly(except: [String] = [])
  /// Rows are changed, and leave.
  case cleared
  /// Only the owner writes.
  case readOnly

  /// The privileges of PostgreSQL that this takes.
  var privileges: [String] {
    switch self {
    case .kept: ["SELECT", "INSERT", "UPDATE"]
    case .appendOnly(let columns) where columns.isEmpty: ["SELECT", "INSERT"]
    case .appendOnly(let columns):
      [
        "SELECT", "INSERT",
        "UPDATE (" + columns.map { SQLText.quoted(identifier: $0) }.joined(separator: ", ") + ")",
      ]
    case .cleared: ["SELECT", "INSERT", "UPDATE", "DELETE"]
    case .readOnly: ["SELECT"]
    }
  }
}

/// Gives the role that serves its rights on every table, as the tables' owner, after a migration.
public struct Grants: Sendable {
  private let role: String
  private let schema: String
  private let uses: [String: TableUse]

  /// The rights of a role in a schema.
  ///
  /// - Parameter uses: The tables that are not ``TableUse/kept``, by name.
  public init(to role: String, in schema: String = "public", uses: [String: TableUse]) {
    self.role = role
    self.schema = schema
    self.uses = uses.merging(["amont_migration": .readOnly]) { own, _ in own }
  }

  /// Replaces the role's rights on all tables in one transaction: a running service never misses
  /// one.
  ///
  /// - Returns: Whether there is such a role beside the one that is connected. Where one role does
  ///   all, there is nothing to give.
  /// - Throws: `PostgresError`, `migrationRefused` where a use names a table that does not exist.
  public func apply(on connection: PostgresConnection) async throws -> Bool {
    let found = try await connection.query(
      "SELECT count(*) AS count FROM pg_roles WHERE rolname = \(role) AND rolname <> current_user")
    guard try found.first?.int("count") == 1 else { return false }
    let tables = try await connection.query(
      "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = \(schema) ORDER BY tablename"
    ).map { try $0.text("name") }
    if let unknown = uses.keys.sorted().first(where: { !tables.contains($0) }) {
      throw PostgresError(
        code: .migrationRefused,
        message: "rights are declared on the table \(unknown), which does not exist")
    }
    let script = statements(for: tables)
    try await connection.withTransaction { connection in
      _ = try await connection.query("SELECT pg_advisory_xact_lock(\(Migrator.advisoryLock))")
      try await connection.run(script: script)
    }
    return true
  }

  /// Rights on sequences are taken back: identity columns need none.
  private func statements(for tables: [String]) -> String {
    let (role, schema) = (SQLText.quoted(identifier: role), SQLText.quoted(identifier: schema))
    let all = """
      REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM \(role);
      REVOKE ALL ON ALL SEQUENCES IN SCHEMA \(schema) FROM \(role);

      """
    return tables.reduce(all) { script, table in
      let privileges = uses[table, default: .kept].privileges.joined(separator: ", ")
      let name = "\(schema).\(SQLText.quoted(identifier: table))"
      return script + "GRANT \(privileges) ON \(name) TO \(role);\n"
    }
  }
}
