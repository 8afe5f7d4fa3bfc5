import PostgreSQL
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The server that the tests may use, from the environment.
enum Database {
  static var isAvailable: Bool { variable("AMONT_TEST_PG_HOST") != nil }

  static func configuration(statementTimeoutMilliseconds: Int = 30_000) -> PostgresConfiguration {
    PostgresConfiguration(
      host: variable("AMONT_TEST_PG_HOST") ?? "127.0.0.1",
      port: variable("AMONT_TEST_PG_PORT").flatMap { Int($0) } ?? 5432,
      database: variable("AMONT_TEST_PG_DATABASE") ?? "postgres",
      user: variable("AMONT_TEST_PG_USER") ?? "postgres",
      password: variable("AMONT_TEST_PG_PASSWORD") ?? "", applicationName: "amont tests",
      statementTimeoutMilliseconds: statementTimeoutMilliseconds)
  }

  /// Lends a fresh connection; its temporary tables go with it.
  static func withConnection<R: Sendable>(
    _ configuration: PostgresConfiguration = configuration(),
    _ body: (PostgresConnection) async throws -> R
  ) async throws -> R {
    let connection = try await PostgresConnection.connect(configuration)
    do {
      let value = try await body(connection)
      await connection.close()
      return value
    } catch {
      await connection.close()
      throw error
    }
  }

  /// Lends the name of a schema of the test's own, dropped afterwards.
  static func withSchema(
    _ name: String, _ body: (PostgresConnection) async throws -> Void
  ) async throws {
    try await withConnection { connection in
      let drop = "DROP SCHEMA IF EXISTS \(name) CASCADE"
      try await connection.run(script: "\(drop); CREATE SCHEMA \(name)")
      do { try await body(connection) } catch {
        try? await connection.run(script: drop)
        throw error
      }
      try await connection.run(script: drop)
    }
  }

  /// Ends the server's side of `victim`, as an operator would.
  static func terminate(_ victim: PostgresConnection) async throws {
    try await terminate(
      process: victim.query("SELECT pg_backend_pid() AS pid")[0].int("pid"))
  }

  /// Ends the server's process of that number, and waits until it has gone.
  static func terminate(process: Int) async throws {
    try await withConnection { operatorConnection in
      // The timeout, in milliseconds, makes the server wait for the process's end.
      _ = try await operatorConnection.query(
        "SELECT pg_terminate_backend(\(process)::int, 10000)")
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// Runs `body`, which must throw a `PostgresError`, and returns it.
func failure(
  sourceLocation: SourceLocation = #_sourceLocation, of body: () async throws -> Void
) async throws -> PostgresError {
  try #require(
    await #expect(throws: PostgresError.self, sourceLocation: sourceLocation) { try await body() },
    sourceLocation: sourceLocation)
}

extension Query {
  /// The members of an implicit transaction that succeed.
  static let one: Query = "SELECT 1 AS one"
}
