import Contracts
import Digest
import IntakeDomain
import Messaging
import PostgreSQL
import Sealing
import TestSupport
import Vocabulary

@testable import intake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Intake on a schema of its own.
struct Store {
  let connection: PostgresConnection
  let intake: Intake

  /// What a batch answered.
  struct Answers {
    var codes: [String] = []
    var dossiers: [HouseholdID?] = []
  }

  /// The migrations of intake, in order.
  static let migrations = [
    PackageResources.M001_register_sql, PackageResources.M002_histories_sql,
    PackageResources.M003_waiting_sql, PackageResources.M004_births_sql,
    PackageResources.M005_identity_sql, PackageResources.M006_examination_sql,
    PackageResources.M007_relation_sql, PackageResources.M008_danger_sql,
    PackageResources.M009_sealed_sql, PackageResources.M010_archive_sql,
    PackageResources.M011_agents_sql, PackageResources.M012_transfer_sql,
  ].map { String(decoding: $0, as: UTF8.self) }

  /// How many migrations of each kind the release had that left a past.
  private static let old = 3

  /// Lends a store and drops it afterwards.
  ///
  /// - Parameters:
  ///   - count: How many of its migrations it has seen.
  ///   - past: What an earlier release left, before the tables got their last form.
  static func lent(
    after count: Int = migrations.count, past: String = "", _ body: (Store) async throws -> Void
  ) async throws {
    // Suites run side by side: each has a schema of its own.
    let schema = "intake_test_\(getpid())_\(UInt32.random(in: .min ... .max))"
    let connection = try await PostgresConnection.connect(configuration)
    let drop = "DROP SCHEMA IF EXISTS \(schema) CASCADE"
    do {
      try await connection.run(
        script: "\(drop); CREATE SCHEMA \(schema); SET search_path TO \(schema);"
          + RuntimeSchema.migrations.prefix(old).map(\.sql).joined()
          + migrations.prefix(min(old, count)).joined() + past
          + RuntimeSchema.migrations.dropFirst(old).map(\.sql).joined()
          + migrations.prefix(count).dropFirst(old).joined())
      try await body(Store(connection: connection, intake: Intake(desk: try desk())))
    } catch {
      await connection.rollback()
      try? await connection.run(script: drop)
      await connection.close()
      throw error
    }
    try await connection.run(script: drop)
    await connection.close()
  }

  private static var configuration: PostgresConfiguration {
    func variable(_ name: String, _ fallback: String) -> String {
      getenv(name).map { String(cString: $0) } ?? fallback
    }
    return PostgresConfiguration(
      host: variable("AMONT_TEST_PG_HOST", "127.0.0.1"),
      port: Int(variable("AMONT_TEST_PG_PORT", "5432")) ?? 5432,
      database: variable("AMONT_TEST_PG_DATABASE", "postgres"),
      user: variable("AMONT_TEST_PG_USER", "postgres"),
      password: variable("AMONT_TEST_PG_PASSWORD", ""), applicationName: "amont tests",
      statementTimeoutMilliseconds: 30_000)
  }

  /// A further session in the schema of another.
  static func another(beside connection: PostgresConnection) async throws -> PostgresConnection {
    let schema = try await connection.query("SELECT current_schema()::text AS n")[0].text("n")
    let other = try await PostgresConnection.connect(configuration)
    try await other.run(script: "SET search_path TO \(schema)")
    return other
  }

  /// Reads, decides and writes as the runtime does.
  func batch(_ messages: [Message]) async throws -> Answers {
    var register = try await register(messages)
    var answers = Answers()
    for message in messages {
      let decision = intake.decide(intake.read(message), on: message.occurredOn, in: &register)
      let receipt = try decision.outgoing.first.map {
        try Wire.decode(Receipt.self, from: Array($0.data.utf8))
      }
      answers.codes.append(receipt?.code ?? "")
      answers.dossiers.append(receipt?.dossier)
    }
    try await write(intake.writes(for: register))
    return answers
  }

  /// What a batch of these messages would read.
  func register(_ messages: [Message]) async throws -> Register {
    let events = messages.map(intake.read)
    let reads = intake.reads(for: events)
    let results = try await connection.pipeline(reads + intake.keys(for: events))
    var keys = HouseholdKeys()
    for rows in results.dropFirst(reads.count) { try keys.add(rows, of: [], by: .tests) }
    return try intake.workspace(from: results.prefix(reads.count).map { $0.opened(with: keys) })
  }

  private func write(_ queries: [Query]) async throws {
    let subjects = queries.reduce(into: Set<HouseholdID>()) { $0.formUnion($1.subjects) }
    var keys = HouseholdKeys()
    try keys.add(
      await connection.query(KeyTable.read(subjects.sorted())), of: subjects, by: .tests)
    let made = try keys.make(for: subjects, by: .tests)
    _ = try await connection.pipeline(
      ["BEGIN"] + (made.map { [$0] } ?? []) + queries.map { try $0.sealed(with: keys) }
        + ["COMMIT"])
  }

  /// How many rows a table has.
  func count(_ table: String) async throws -> Int {
    try await connection.query("SELECT count(*)::int AS n FROM \(identifier: table)")[0].int("n")
  }

  private static let charter: IntakeCharter = {
    var charter = IntakeCharter()
    let always = Day(ordinal: 0)...Day(ordinal: 100_000)
    charter.commissions = Commissions([
      .init("93008", in: "arrondissement-bobigny", during: always),
      .init("93066", in: "arrondissement-saint-denis", during: always),
    ])
    return charter
  }()

  /// A desk.
  ///
  /// - Parameter digest: The digest that its release makes.
  static func desk(
    digest: @escaping @Sendable (String) -> String = { KeyedDigest.tests($0) }
  ) throws -> IntakeHandler {
    let kinds = PartnerKind.allCases.map { ($0.rawValue, $0) }
    return IntakeHandler(
      partners: PartnerDirectory(Dictionary(uniqueKeysWithValues: kinds)),
      territory: try Territory(
        departement: "93",
        communes: """
          insee,nom,departement,arrondissement,depuis,jusque,devient
          93008,Bobigny,93,931,,,
          93066,Saint-Denis,93,933,,,
          """), charters: ByVersion(always: charter),
      digest: digest, identify: { HouseholdID(derivedFrom: $0) })
  }
}
