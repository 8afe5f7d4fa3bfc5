import Contracts
import Foundation
import PostgreSQL
import SagaOrchestratorDomain
import Testing
import Vocabulary

@testable import amontctl

/// An answer to a request of access leaves nothing out unsaid: every column of every table of every
/// service, as the migrations make them, is shown or left out with a reason.
@Suite struct HeldTableTests {
  @Test(arguments: ServiceName.allCases)
  func everyColumnIsShownOrLeftOutWithAReason(_ service: ServiceName) async throws {
    guard hasTestServer else { return }
    let real = try await Self.made(by: service)
    var declared: [String: [String]] = [:]
    for table in HeldTable.all(of: service) {
      #expect(declared[table.name] == nil, "\(table.name) is declared twice")
      declared[table.name] = table.columns.sorted()
    }
    #expect(Set(declared.keys) == Set(real.columns.keys))
    for (table, columns) in real.columns {
      #expect(declared[table] == columns.sorted(), "\(service.rawValue).\(table)")
    }
  }

  @Test("Who decided is named to the household, in each table; who looked is not")
  func agents() {
    for service in ServiceName.allCases {
      for table in HeldTable.all(of: service) {
        for column in table.columns where column.hasSuffix("agent") {
          #expect(
            table.shown.contains { $0.name == column },
            "\(service.rawValue).\(table.name).\(column)")
        }
      }
    }
    #expect(
      HeldTable.runtime.first { $0.name == "quarantine" }?.shown.map(\.name)
        .contains("history") == false)
    // The same name stands in the event by which it was decided.
    let event = #"{"date":"2024-05-01","agent":"Dominique Petit"}"#
    let body = HeldLabel.document("Contenu").value(event, type: EventKind.dossierFusion.type)
    guard case .document(let members)? = body else {
      Issue.record("the event is not read")
      return
    }
    #expect(members.contains { $0.text == "Dominique Petit" })
  }

  /// The constraints of a column name every word that it may hold: the person reads none in
  /// English.
  @Test(arguments: ServiceName.allCases)
  func everyWordOfAShownColumnIsFrench(_ service: ServiceName) async throws {
    guard hasTestServer else { return }
    let real = try await Self.made(by: service)
    for table in HeldTable.all(of: service) {
      for column in table.shown {
        guard case .plain = column.label.format else { continue }
        for check in real.checks[table.name] ?? [] where check.columns.contains(column.name) {
          for word in check.words {
            let isSaid = HeldWord.words[word] != nil || Self.isFrench.contains(word)
            #expect(isSaid, "\(service.rawValue).\(table.name).\(column.name): \(word)")
          }
        }
      }
    }
  }

  /// Words of our tables that are French as they stand.
  private static let isFrench: Set<String> = [
    "maintien", "surendettement", "irrecevable", "radiation", "jugement", "paiement",
    "conciliation", "refus", "rencontre", "visite", "homonyme", "bail", "commandement",
    "allocataire", "abandon", "assurance", "squat", "foyer", "mixte", "vide", "loyer",
    "assignation", "concours",
    // Digests, whose rows no answer reads.
    "personne-adresse", "adresse", "etat-civil",
  ]

  @Test("A claim, its decision and a liability that runs are read as court-liaison writes them")
  func claimsAreRead() async throws {
    guard hasTestServer else { return }
    let household = HouseholdID(high: 1, low: 1)
    func act(_ entry: Int, _ kind: String, _ outcome: String, on day: String) -> String {
      """
      INSERT INTO act (household, entry, kind, act_on, received_on, sender, standing, outcome, amount)
      VALUES ('\(household)', \(entry), '\(kind)', '\(day)', '\(day)', 'x', 'counted', \(outcome), 1);
      """
    }
    try await Self.inSchema(of: .courtLiaison) { connection in
      func claim() async throws -> CompensationClaim? {
        try await connection.query(CompensationClaim.query(of: [household])).first
          .map { try CompensationClaim($0) }
      }
      #expect(try await claim() == CompensationClaim())
      try await connection.run(
        script: "INSERT INTO court_file (household) VALUES ('\(household)');"
          + act(1, "compensation-claim", "NULL", on: "2024-05-01"))
      #expect(try await claim() == CompensationClaim(claimedOn: try day("2024-05-01")))
      try await connection.run(
        script: act(2, "compensation-decision", "'granted'", on: "2024-07-01")
          + """
          INSERT INTO liability (household, entry, refused_on, cause, regime, starts_on)
          VALUES ('\(household)', 1, '2024-01-02', 'refus-explicite', 'jurisprudence', '2024-01-02');
          """)
      #expect(
        try await claim()
          == CompensationClaim(
            claimedOn: try day("2024-05-01"), decidedOn: try day("2024-07-01"), runs: true))
    }
  }

  @Test func everyIndicatorAndEveryKindOfPartnerHasAName() {
    for fact in IndicatorFact.What.allCases {
      #expect(HeldWord.indicators[fact.rawValue] != nil, "\(fact.rawValue)")
    }
    for mark in Mark.allCases {
      #expect(HeldWord.indicators[mark.rawValue] != nil, "\(mark.rawValue)")
    }
    for kind in PartnerKind.allCases {
      #expect(HeldMessage.recipient(of: "kind." + kind.rawValue) != nil, "\(kind.rawValue)")
    }
  }

  @Test func everyShownSubjectSaysWhyFromWhomAndToWhom() {
    for subject in HeldSubject.allCases {
      let shows = ServiceName.allCases.flatMap { HeldTable.all(of: $0) }
        .contains { $0.subject == subject && !$0.shown.isEmpty }
      #expect(shows == (subject.purpose != nil), "\(subject)")
      guard let purpose = subject.purpose else { continue }
      for text in [purpose.title, purpose.why, purpose.basis, purpose.from, purpose.to] {
        #expect(!text.isEmpty)
      }
    }
  }

  /// What the migrations of a service make.
  private struct Made {
    var columns: [String: [String]] = [:]
    var checks: [String: [(columns: [String], words: [String])]] = [:]
  }

  private static func made(by service: ServiceName) async throws -> Made {
    try await inSchema(of: service) { connection in
      let schema = try #require(
        try await connection.query("SELECT current_schema()::text AS name").first?.text("name"))
      let made = try await read(schema, connection)
      // Whatever is shown can be asked for.
      for table in HeldTable.all(of: service) where !table.shown.isEmpty {
        _ = try await connection.query(
          table.query(of: [HouseholdID(high: 1, low: 1)], limit: 1))
      }
      return made
    }
  }

  /// The tables of a service, in a schema that is gone afterwards.
  private static func inSchema<Result: Sendable>(
    of service: ServiceName, _ body: (PostgresConnection) async throws -> Result
  ) async throws -> Result {
    let connection = try await testConnection()
    let schema =
      "held_\(service.rawValue.replacing("-", with: "_"))_\(UInt32.random(in: 0 ... .max))"
    let drop = "DROP SCHEMA IF EXISTS \(schema) CASCADE"
    do {
      try await connection.run(
        script: "CREATE SCHEMA \(schema); SET search_path TO \(schema);"
          + (try migrations(of: service)))
      _ = try await Migrator(schema: schema).apply(
        [Migration(number: 1, name: "none", sql: "SELECT 1")], set: "none", on: connection)
      let result = try await body(connection)
      try await connection.run(script: drop)
      await connection.close()
      return result
    } catch {
      await connection.rollback()
      try? await connection.run(script: drop)
      await connection.close()
      throw error
    }
  }

  private static func migrations(of service: ServiceName) throws -> String {
    let root = URL(filePath: "\(#filePath)").deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folders = ["Shared/Messaging/Migrations", "Services/\(service.rawValue)/Migrations"]
    return try folders.flatMap { folder in
      let top = root.appending(path: folder)
      return try FileManager.default.contentsOfDirectory(atPath: top.path)
        .filter { $0.hasSuffix(".sql") }.sorted()
        .map { try String(contentsOf: top.appending(path: $0), encoding: .utf8) }
    }.joined(separator: "\n")
  }

  private static func read(_ schema: String, _ connection: PostgresConnection) async throws -> Made
  {
    var made = Made()
    for row in try await connection.query(
      """
      SELECT c.relname::text AS name, a.attname::text AS column FROM pg_class AS c
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = \(schema)::regnamespace
      """)
    {
      made.columns[try row.text("name"), default: []].append(try row.text("column"))
    }
    for row in try await connection.query(
      """
      SELECT c.relname::text AS name, pg_get_constraintdef(k.oid) AS text,
        (SELECT string_agg(a.attname, ' ') FROM pg_attribute AS a
          WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)) AS columns
      FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid
      WHERE k.contype = 'c' AND c.relnamespace = \(schema)::regnamespace
      """)
    {
      let words = try row.text("text").matches(of: /'([a-zA-Z0-9-]+)'::text/).map { String($0.1) }
      made.checks[try row.text("name"), default: []].append(
        (try row.text("columns").split(separator: " ").map(String.init), words))
    }
    return made
  }
}
