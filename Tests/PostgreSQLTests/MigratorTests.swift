import Testing

@testable import PostgreSQL

private let household = Migration(
  number: 1, name: "household",
  sql: "CREATE TABLE household (id uuid PRIMARY KEY); COMMENT ON TABLE household IS 'it''s \"x\"'")
private let debt = Migration(
  number: 2, name: "debt", sql: "CREATE TABLE debt (household uuid REFERENCES household)")

@Suite struct MigrationPlanTests {
  private func plan(_ given: [Int], _ recorded: [RecordedMigration]) throws -> [Int] {
    let migrations = given.map {
      (migration: Migration(number: $0, name: "", sql: ""), checksum: "c\($0)")
    }
    return try MigrationPlan(migrations, set: "set", recorded: recorded)
      .remaining.map(\.migration.number)
  }

  private func seen(_ numbers: [Int]) -> [RecordedMigration] {
    numbers.map { RecordedMigration(number: $0, checksum: "c\($0)") }
  }

  @Test(arguments: [
    (given: [1, 2, 3], seen: [], remaining: [1, 2, 3]),
    (given: [1, 2, 3], seen: [1], remaining: [2, 3]),
    (given: [1, 2], seen: [1, 2], remaining: []), (given: [1, 2], seen: [1, 2, 3], remaining: []),
    (given: [], seen: [], remaining: []),
  ])
  func whatIsMissingRemains(_ row: (given: [Int], seen: [Int], remaining: [Int])) throws {
    #expect(try plan(row.given, seen(row.seen)) == row.remaining)
  }

  @Test(arguments: [
    (given: [1, 1], seen: []), (given: [2, 1], seen: []), (given: [0], seen: []),
    (given: [2], seen: [1]), (given: [1, 2, 3], seen: [1, 3]),
  ])
  func aHistoryThatIsNotOursIsRefused(_ row: (given: [Int], seen: [Int])) throws {
    let error = #expect(throws: PostgresError.self) { try plan(row.given, seen(row.seen)) }
    #expect(error?.code == .migrationRefused)
  }
}

@Suite(.enabled(if: Database.isAvailable), .timeLimit(.minutes(5))) struct MigratorTests {
  @Test func migrationsAreAppliedOnce() async throws {
    try await Database.withSchema("migrate_once") { connection in
      let migrator = Migrator(schema: "migrate_once")
      #expect(try await migrator.pending([household], set: "a", on: connection) == [household])
      #expect(try await migrator.apply([household], set: "a", on: connection) == [household])
      let both = [household, debt]
      #expect(try await migrator.pending(both, set: "a", on: connection) == [debt])
      #expect(try await migrator.apply(both, set: "a", on: connection) == [debt])
      #expect(try await migrator.apply(both, set: "a", on: connection) == [])
      _ = try await connection.query("SELECT id FROM migrate_once.household")
      let other = Migration(number: 1, name: "other set", sql: "CREATE TABLE other (n int)")
      #expect(try await migrator.apply([other], set: "b", on: connection) == [other])
      let timeout = try await connection.query("SHOW statement_timeout")
      #expect(try timeout[0].text("statement_timeout") == "30s", "limits are restored")
    }
  }

  @Test func anEditedMigrationIsRefused() async throws {
    try await Database.withSchema("migrate_edited") { connection in
      let migrator = Migrator(schema: "migrate_edited")
      _ = try await migrator.apply([household], set: "a", on: connection)
      let edited = Migration(number: 1, name: "household", sql: household.sql + " ")
      let error = try await failure {
        _ = try await migrator.apply([edited, debt], set: "a", on: connection)
      }
      #expect(error.code == .migrationRefused)
      _ = try await migrator.apply([household, debt], set: "a", on: connection)
    }
  }

  @Test func aFailingMigrationLeavesNothingBehind() async throws {
    try await Database.withSchema("migrate_failing") { connection in
      let migrator = Migrator(schema: "migrate_failing")
      let broken = Migration(
        number: 2, name: "broken", sql: "CREATE TABLE half (n int); SELECT nonsense")
      let error = try await failure {
        _ = try await migrator.apply([household, broken], set: "a", on: connection)
      }
      #expect(error.message?.contains("migration a/2") == true)
      #expect(error.statementIndex == 1)
      #expect(try await migrator.apply([household, debt], set: "a", on: connection) == [debt])
      let half = try await connection.query(
        "SELECT to_regclass('migrate_failing.half') IS NULL AS x")
      #expect(try half[0].bool("x"))
    }
  }

  @Test func aMigrationMayNotEndItsTransaction() async throws {
    try await Database.withSchema("migrate_commit") { connection in
      let early = Migration(number: 1, name: "early", sql: "COMMIT; BEGIN")
      let error = try await failure {
        _ = try await Migrator(schema: "migrate_commit").apply([early], set: "a", on: connection)
      }
      #expect(error.code == .migrationRefused)
    }
  }

  @Test func severalProcessesMayStartAtOnce() async throws {
    try await Database.withSchema("migrate_together") { _ in
      let applied = try await withThrowingTaskGroup(of: [Migration].self) { group in
        for _ in 0..<5 {
          group.addTask {
            try await Database.withConnection {
              let migrator = Migrator(schema: "migrate_together")
              return try await migrator.apply([household, debt], set: "a", on: $0)
            }
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(applied == [household, debt])
    }
  }
}
