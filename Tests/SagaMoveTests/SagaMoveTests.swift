import Contracts
import PostgreSQL
import SagaOrchestratorDomain
import Testing
import Vocabulary

@testable import amontctl

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The dry run and the move on a real database, with the saga's own tables.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["AMONT_TEST_PG_HOST"] != nil), .serialized)
struct SagaMoveTests {
  private let move = SagaMove(tables: .current)

  @Test func liveDossiersGoOnceAndClosedOnesStay() async throws {
    try await lent { connection in
      try await insert(1, phase: "noticeServed", awaits: "noticeExpired", in: connection)
      try await insert(2, phase: "prevention", awaits: "reviewDue", in: connection)
      try await insert(3, phase: "closed", awaits: nil, in: connection)
      let report = try await move.dryRun(in: connection)
      #expect(report.unchanged + report.moved == 2 && report.blocked == 0)
      let day = try #require(Day("2026-11-24"))
      #expect(try await move.all(on: day, in: connection) == 2)
      #expect(try await move.all(on: day, in: connection) == 0)
      let rows = try await connection.query(
        """
        SELECT version, entries, (SELECT count(*)::int FROM timeline
          WHERE timeline.household = dossier.household AND entry = entries) AS lines
        FROM dossier ORDER BY household
        """)
      #expect(try rows.map { try $0.int("version") } == [3, 3, 1])
      #expect(try rows.map { try $0.int("entries") } == [1, 1, 0])
      #expect(try rows.map { try $0.int("lines") } == [1, 1, 0])
    }
  }

  @Test func aBlockedDossierIsNamedAndStays() async throws {
    try await lent { connection in
      try await insert(1, phase: "evictionHeld", awaits: "hearingPassed", in: connection)
      let report = try await move.dryRun(in: connection)
      #expect(report.blocked == 1)
      #expect(report.dossiers.first?.verdict == "blocked")
      let day = try #require(Day("2026-11-24"))
      #expect(try await move.all(on: day, in: connection) == 0)
    }
  }

  private func insert(
    _ number: UInt64, phase: String, awaits: String?, in connection: PostgresConnection
  ) async throws {
    let household = HouseholdID(high: 0, low: number)
    let other = phase == "closed"
    _ = try await connection.query(
      """
      INSERT INTO dossier (household, version, contact_phase, debt_phase, housing_phase,
        procedure_phase, circumstances, opened_on, commission, closed_on, closure, entries)
      VALUES (\(household), 1, \(other ? "closed" : "interviewAsked"),
        \(other ? "closed" : "owed"), \(other ? "closed" : "notSought"), \(phase),
        '{quitPeriodNotRun}', '2018-02-05', 'ccapex-centrale',
        CASE WHEN \(other) THEN DATE '2018-05-15' END,
        CASE WHEN \(other) THEN 'debtCleared' END, 0)
      """)
    guard let awaits else { return }
    _ = try await connection.query(
      """
      INSERT INTO awaited_step (household, track, trigger, due, rule, rule_version)
      VALUES (\(household), 'procedure', \(awaits), '2018-04-05', 'CDP.delai', 'origine')
      """)
  }

  /// Lends a connection to a schema of its own, with the saga's migrations applied.
  private func lent(_ body: (PostgresConnection) async throws -> Void) async throws {
    let variables = ProcessInfo.processInfo.environment
    let schema = "saga_move_test_\(ProcessInfo.processInfo.processIdentifier)"
    let connection = try await PostgresConnection.connect(
      PostgresConfiguration(
        host: variables["AMONT_TEST_PG_HOST"] ?? "127.0.0.1",
        port: Int(variables["AMONT_TEST_PG_PORT"] ?? "") ?? 5432,
        database: variables["AMONT_TEST_PG_DATABASE"] ?? "postgres",
        user: variables["AMONT_TEST_PG_USER"] ?? "postgres",
        password: variables["AMONT_TEST_PG_PASSWORD"] ?? "", applicationName: "amont tests"))
    let drop = "DROP SCHEMA IF EXISTS \(schema) CASCADE"
    let folder = "\(#filePath)".replacing(
      "Tests/SagaMoveTests/SagaMoveTests.swift", with: "Services/saga-orchestrator/Migrations/")
    do {
      var script = "\(drop); CREATE SCHEMA \(schema); SET search_path TO \(schema);"
      for name in ["M001_dossier", "M002_revision", "M003_full_procedure"] {
        script += try String(contentsOfFile: folder + name + ".sql", encoding: .utf8)
      }
      try await connection.run(script: script)
      try await body(connection)
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
