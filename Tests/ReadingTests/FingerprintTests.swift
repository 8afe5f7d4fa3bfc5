import Contracts
import Foundation
import Messaging
import PostgreSQL
import Testing

@testable import amontctl

/// What counts of an outbox, on a real table of the runtime.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["AMONT_TEST_PG_HOST"] != nil))
struct FingerprintTests {
  /// Two acts of one day may come in either order. In one of the two, something was said that the
  /// other never said, and was taken back.
  @Test func whatWasSaidAndTakenBackOnOneDayIsLeftOut() async throws {
    try await lent { connection in
      let right = ("right", Notice.type(.planPropose), false)
      let back = ("back", Notice.type(.avisSansObjet), false)
      let fingerprints = try await [
        [right], [right, ("wrong", Notice.type(.apurementSansObjet), true), back],
        [right, ("asked", Recall.type, false)],
        // Nothing was recalled: a partner withdrew an event.
        [right, back], [("wrong", Notice.type(.apurementSansObjet), false)],
      ].asyncMap { try await fingerprint(of: $0, connection) }
      #expect(fingerprints[1] == fingerprints[0] && fingerprints[2] == fingerprints[0])
      #expect(fingerprints[3] != fingerprints[0] && fingerprints[4] != fingerprints[0])
    }
  }

  private func fingerprint(
    of rows: [(id: String, type: String, recalled: Bool)], _ connection: PostgresConnection
  ) async throws -> [String] {
    try await connection.run(script: "TRUNCATE outbox")
    for (place, row) in rows.enumerated() {
      _ = try await connection.query(
        """
        INSERT INTO outbox (id, message_id, exchange, routing_key, type, household, occurred_on,
          correlation, causation, body, recalled)
        VALUES (\(place), \(row.id), 'e', 'k', \(row.type), '00000000-0000-0000-0000-000000000001',
          '2018-02-05', 'c', 'c', '{}', \(row.recalled))
        """)
    }
    let query = try #require(LeftOut.query("outbox"))
    return try await connection.query(Query(sql: query + " ORDER BY 1")).map { try $0.text("row") }
  }

  private func lent(_ body: (PostgresConnection) async throws -> Void) async throws {
    let variables = ProcessInfo.processInfo.environment
    func variable(_ name: String) throws -> String {
      try #require(variables["AMONT_TEST_PG_" + name])
    }
    var configuration = PostgresConfiguration(
      host: try variable("HOST"), port: try #require(Int(try variable("PORT"))),
      database: try variable("DATABASE"), user: try variable("USER"),
      password: try variable("PASSWORD"), applicationName: "tests")
    let superuser = try await PostgresConnection.connect(configuration)
    configuration.database = "fingerprint_\(UInt64.random(in: 0...UInt64.max))"
    try await superuser.run(script: "CREATE DATABASE \(configuration.database)")
    await superuser.close()
    let connection = try await PostgresConnection.connect(configuration)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    try await body(connection)
    await connection.close()
  }
}

extension Array {
  fileprivate func asyncMap<Result>(
    _ transform: (Element) async throws -> Result
  ) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
