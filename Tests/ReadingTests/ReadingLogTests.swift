import Foundation
import PostgreSQL
import Testing
import Vocabulary

@testable import amontctl

/// The reading log on a real database: what its role may do, and what its chain finds.
@Suite(.enabled(if: hasTestServer), .serialized)
struct ReadingLogTests {
  private static let dossier = HouseholdID(high: 7, low: 1)
  private static let other = HouseholdID(high: 7, low: 2)

  private static func purpose(_ why: String) throws -> ReadingPurpose {
    ReadingPurpose(agent: try #require(AgentName("Camille Martin")), osUser: "u (uid 1)", why: why)
  }

  @Test func whatIsRecordedIsReadBackAndFollowed() async throws {
    try await lent { log in
      let written = try Self.purpose("appel du ménage : « l'échéance » d'été")
      try await log.record("dossier show", ReadingSubject(dossiers: [Self.dossier]), by: written)
      try await log.record(
        "deadlines", ReadingSubject(dossiers: [], isWhole: true, scope: "échéances"), by: written)
      try await log.record(
        "doubts list", ReadingSubject(dossiers: [Self.other, Self.dossier]), by: written)
      try await log.record("dossier show", ReadingSubject(dossiers: [Self.other]), by: written)
      #expect(try await log.all().count == 4)
      // What showed many dossiers counts for each.
      #expect(try await log.all(about: Self.dossier).map(\.number) == [1, 2, 3])
      #expect(try await log.all(about: Self.other).map(\.number) == [2, 3, 4])
      let (chain, head) = try await log.verify()
      #expect(chain.faults == [] && chain.count == 4 && head.number == 4)
      let line = try #require(try await log.all().first)
      #expect(line.agent == "Camille Martin" && line.why == written.why && line.number == 1)
      #expect(line.at.count == 27 && line.moment.count == 19)
    }
  }

  @Test func theRoleThatReadsAddsLinesAndNothingElse() async throws {
    try await lent { log in
      let purpose = try Self.purpose("appel du ménage")
      try await log.connection.run(script: "SET ROLE \(Self.role)")
      try await log.record("dossier show", ReadingSubject(dossiers: [Self.dossier]), by: purpose)
      #expect(try await log.all().count == 1)
      for statement in [
        "DELETE FROM reading", "UPDATE reading SET why = 'x'", "TRUNCATE reading",
        "INSERT INTO reading SELECT * FROM reading", "UPDATE reading_end SET number = 0",
        "DELETE FROM reading_end", "DROP TABLE reading", "ALTER TABLE reading DISABLE TRIGGER ALL",
        "SELECT append_reading(now(), 'a', 'b', 'c', '{}', false, '', 'd')",
        "SELECT purge_readings(now() - interval '2 years', 'a', 'b', 'd')",
        "CREATE OR REPLACE FUNCTION record_reading(text, text, text, uuid[], boolean, text, text)"
          + " RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
      ] {
        let error = await #expect(throws: PostgresError.self, "\(statement)") {
          try await log.connection.query(Query(sql: statement))
        }
        #expect(error?.sqlState == "42501", "\(statement): \(error.debugDescription)")
      }
      try await log.connection.run(script: "RESET ROLE")
      #expect(try await log.verify().0.faults == [])
    }
  }

  @Test(arguments: [
    ("DELETE FROM reading WHERE number = 2", [ReadingChain.Fault.missing(2...2)]),
    ("DELETE FROM reading WHERE number = 3", [.headDiffers(kept: 3, found: 2)]),
    ("DELETE FROM reading", [.headDiffers(kept: 3, found: 0)]),
    ("UPDATE reading SET why = 'autre motif' WHERE number = 1", [.changed(1)]),
    ("UPDATE reading SET read_at = read_at + interval '1 s' WHERE number = 3", [.changed(3)]),
    (
      """
      UPDATE reading SET number = 9 WHERE number = 1;
      UPDATE reading SET number = 1 WHERE number = 2;
      UPDATE reading SET number = 2 WHERE number = 9
      """, [.changed(1), .changed(2), .unlinked(3)]
    ),
  ])
  func whatTheOwnerChangesIsFound(_ script: String, _ faults: [ReadingChain.Fault]) async throws {
    try await lent { log in
      for number in 1...3 {
        try await log.record(
          "dossier show", ReadingSubject(dossiers: [Self.dossier]),
          by: try Self.purpose("appel n° \(number)"))
      }
      try await log.connection.run(script: script)
      #expect(try await log.verify().0.faults == faults)
    }
  }

  @Test func aPurgeLeavesAChainThatIsFollowed() async throws {
    try await lent { log in
      for days in [500, 400, 300] {
        _ = try await log.connection.query(
          """
          SELECT append_reading(now() - make_interval(days => \(days)), 'Camille Martin', 'u', 'c',
            '{}', false, '', 'appel du ménage')
          """)
      }
      let noted = try #require(try await log.all().first)
      let today = try #require(
        try await log.connection.query("SELECT current_date AS today").first?.day("today"))
      let first = RetentionDelays.standard.readingsFrom(today)
      #expect(try await log.purge(before: first, by: try Self.purpose("fin de l'année")) == 2)
      #expect(try await log.purge(before: first, by: try Self.purpose("fin de l'année")) == 0)
      let lines = try await log.all()
      #expect(lines.map(\.number) == [3, 4])
      #expect(lines.last?.command == "readings purge")
      #expect(lines.last?.scope.hasPrefix("lectures effacées jusqu'au n° 2, empreinte ") == true)
      let end = ReadingChain.End(number: noted.number, hash: noted.hash)
      let (chain, _) = try await log.verify(noted: end)
      #expect(chain.faults == [])
      // A line of this year leaves for nobody.
      await #expect(throws: PostgresError.self) {
        try await log.purge(before: today, by: try Self.purpose("sans raison"))
      }
      try await log.connection.run(script: "DELETE FROM reading WHERE number = 3")
      #expect(try await log.verify().0.faults == [.missing(3...3)])
    }
  }

  private static let role = "reading_test_\(ProcessInfo.processInfo.processIdentifier)"

  /// Lends the log in a schema of its own, with a role that has the rights of those who read.
  private func lent(_ body: (ReadingLog) async throws -> Void) async throws {
    let connection = try await testConnection()
    let role = Self.role
    let drop = "RESET ROLE; DROP SCHEMA IF EXISTS \(role) CASCADE; DROP ROLE IF EXISTS \(role);"
    do {
      try await connection.run(
        script: """
          \(drop) CREATE ROLE \(role); CREATE SCHEMA \(role); SET search_path TO \(role);
          GRANT USAGE ON SCHEMA \(role) TO \(role);
          ALTER DEFAULT PRIVILEGES IN SCHEMA \(role) REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
          \(ReadingLog.migration.sql) \(ReadingLog.rights(of: role))
          """)
      try await body(ReadingLog(connection: connection))
    } catch {
      await connection.rollback()
      try? await connection.run(script: drop)
      await connection.close()
      throw error
    }
    try await connection.run(script: drop)
    await connection.close()
  }
}
