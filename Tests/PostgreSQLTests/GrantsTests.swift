import Testing

@testable import PostgreSQL

/// What each role of a real deployment may do is tried by `Tests/EndToEnd/runtime-role.sh`.
@Suite(.enabled(if: Database.isAvailable), .timeLimit(.minutes(5))) struct GrantsTests {
  @Test(
    "A use gives no more than it says",
    arguments: [
      (TableUse.kept, "SELECT, INSERT, UPDATE"), (.appendOnly(), "SELECT, INSERT"),
      (.appendOnly(except: ["a", "b"]), #"SELECT, INSERT, UPDATE ("a", "b")"#),
      (.cleared, "SELECT, INSERT, UPDATE, DELETE"), (.readOnly, "SELECT"),
    ])
  func privileges(_ row: (use: TableUse, privileges: String)) {
    #expect(row.use.privileges.joined(separator: ", ") == row.privileges)
  }

  @Test("A use of a table that is not there is refused; without a second role nothing is given")
  func grantsAreChecked() async throws {
    try await Database.withSchema("grants") { connection in
      let household = Migration(
        number: 1, name: "household", sql: "CREATE TABLE household (id int)")
      _ = try await Migrator(schema: "grants").apply([household], set: "a", on: connection)
      func grants(to role: String, _ uses: [String: TableUse]) -> Grants {
        Grants(to: role, in: "grants", uses: uses)
      }
      #expect(try await !grants(to: "nobody at all", [:]).apply(on: connection))
      // A role of every cluster, which has no rights on these tables.
      let role = "pg_monitor"
      #expect(try await grants(to: role, ["household": .cleared]).apply(on: connection))
      #expect(try await may(role, "DELETE", on: "grants.household", connection))
      #expect(try await grants(to: role, ["household": .appendOnly()]).apply(on: connection))
      #expect(try await !may(role, "DELETE", on: "grants.household", connection))
      #expect(try await may(role, "INSERT", on: "grants.household", connection))
      #expect(try await !may(role, "UPDATE", on: "grants.amont_migration", connection))
      #expect(try await may(role, "SELECT", on: "grants.amont_migration", connection))
      let error = await #expect(throws: PostgresError.self) {
        try await grants(to: role, ["dwelling": .cleared]).apply(on: connection)
      }
      #expect(error?.code == .migrationRefused && error?.message?.contains("dwelling") == true)
    }
  }

  private func may(
    _ role: String, _ privilege: String, on table: String, _ connection: PostgresConnection
  ) async throws -> Bool {
    let rows = try await connection.query(
      "SELECT has_table_privilege(\(role)::name, \(table)::text, \(privilege)::text) AS may")
    return try rows[0].bool("may")
  }
}
