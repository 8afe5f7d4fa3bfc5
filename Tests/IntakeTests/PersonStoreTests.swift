import Contracts
import Digest
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import IntakeDomain
@testable import Messaging
@testable import intake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is kept of persons on a real server, and what never is.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct PersonStoreTests {
  private static let dwelling =
    #""logement":{"insee":"93066","voie":"12 bis, av. de la République"}"#
  private static let arrears = #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#

  private static func saisine(_ id: String, _ tenants: String) -> Message {
    message(id, .saisineLibre, #""locataires":[\#(tenants)],\#(dwelling)"#, arrears)
  }

  private static func message(
    _ id: String, _ kind: EventKind, from sender: String = "ccas", _ menage: String,
    _ fields: String
  ) -> Message {
    Message(
      id: id, source: "partner/" + sender, type: kind.type, occurredOn: today, sender: sender,
      data: Array("{\"menage\":{\(menage)},\(fields)}".utf8))
  }

  @Test func aBirthKnownInPartAndAPersonOfOneNameAreReadAsTheyWereWritten() async throws {
    try await Store.lent { store in
      let tenants =
        #"{"nom":"Ali","naissance":"1980-00-00"},{"nom":"Diallo","prenom":"Awa","naissance":"1992-11-00"},"#
        + #"{"nom":"Lefèvre","prenom":"Zoé","naissance":"1984-05-02"},{"nom":"Sy","prenom":"A"}"#
      let signal = Self.saisine("1", tenants)
      #expect(try await store.batch([signal]).codes == ["accepte"])
      let known = try await store.register([signal])
      #expect(
        known.dossiers.values.first?.tenants == [
          Person(nom: "Ali", naissance: .year(1980)),
          Person(nom: "Diallo", prenom: "Awa", naissance: .month(year: 1992, month: 11)),
          Person(nom: "Lefèvre", prenom: "Zoé", naissance: BirthDate("1984-05-02")),
          Person(nom: "Sy", prenom: "A"),
        ])
    }
  }

  @Test func theBirthsOfAFilledDatabaseMoveOverAndItsDossiersAreFound() async throws {
    try await Store.lent(after: 3) { store in
      let signal = Self.saisine(
        "1", #"{"nom":"Lefèvre","prenom":"Zoé","naissance":"1984-05-02"},{"nom":"Sy","prenom":"A"}"#
      )
      try await store.fillAsTheReleaseBefore(signal)
      for migration in Store.migrations.dropFirst(3) {
        try await store.connection.run(script: migration)
      }
      let step = KeyedRows(connection: store.connection, digest: .tests)
      #expect(try await step.run() == 1)
      #expect(try await step.run() == 0)
      let again = try await store.batch([
        Self.saisine("2", #"{"nom":"LEFEVRE","prenom":"zoe","naissance":"1984-05-00"}"#)
      ])
      let known = try await store.register([signal])
      #expect(known.dossiers.count == 1)
      #expect(known.dossiers.values.first?.household == again.dossiers[0])
      #expect(again.dossiers[0] == HouseholdID(high: 1, low: 1))
      #expect(
        known.dossiers.values.first?.tenants.map(\.naissance) == [BirthDate("1984-05-02"), nil])
    }
  }

  /// However it comes, it is refused, and no table of the service holds its digits.
  @Test func aNIRIsKeptNowhere() async throws {
    let nir = "185057800608491"
    let spaced = "1 85 05 78 006 084 91"
    try await Store.lent { store in
      let household = #""locataires":[{"nom":"A","prenom":"B"}],"# + Self.dwelling
      let messages = [
        Self.message(
          "1", .signalementImpayeAPL, from: "caf",
          #""allocataire":{"caisse":"931","numero":"\#(nir)"},\#(household)"#, Self.arrears),
        Self.message(
          "2", .aplDecision, from: "caf",
          #""allocataire":{"caisse":"931","numero":"1850578006084"}"#,
          #""date":"2018-02-02","maintien":true"#),
        // It would wait for its dossier.
        Self.message(
          "3", .aplDecision, from: "caf",
          #""bail":{"siret":"73282932000074","contrat":"\#(spaced)"}"#,
          #""date":"2018-02-02","maintien":true"#),
        Self.message(
          "4", .saisineLibre, household, Self.arrears + #","remarque":"\#(nir)""#),
        Self.saisine("5", #"{"nom":"A","prenom":"B","nir":"\#(spaced)"}"#),
      ]
      let runner = BatchRunner(
        service: store.intake, connection: store.connection, masters: .tests, limits: Limits(),
        instance: "test",
        logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
      _ = try await runner.apply(messages, on: today, confirmed: [])
      let receipts = try await store.connection.opened(
        "outbox", "SELECT body FROM outbox WHERE type = \(Receipt.type) ORDER BY id"
      ).map { try Wire.decode(Receipt.self, from: Array(try $0.text("body").utf8)) }
      #expect(receipts.map(\.code) == Array(repeating: "champ.invalide", count: messages.count))
      for receipt in receipts { #expect(receipt.texte.contains("NIR")) }
      for text in ["1850578006084", spaced] {
        #expect(try await store.tables(holding: text) == [])
        for table in ["outbox", "quarantine"] {
          for row in try await store.connection.opened(
            table, "SELECT household, body FROM \(identifier: table)")
          { #expect(try !row.text("body").contains(text)) }
        }
      }
      // The search finds what is there.
      #expect(try await store.tables(holding: EventKind.aplDecision.type) != [])
    }
  }
}

private let today = Day("2018-02-05") ?? Day(ordinal: 0)

extension Store {
  /// One dossier with the two tenants of a signal, in the tables of the release before births.
  fileprivate func fillAsTheReleaseBefore(_ signal: Message) async throws {
    let household = HouseholdID(high: 1, low: 1)
    let key = try #require(
      Self.desk { SHA256.hash($0).hex }.read(signal).references?.people.first)
    _ = try await connection.pipeline([
      """
      INSERT INTO dossier (household, opened_on, commune, commission)
      VALUES (\(household), \(today), '93066', 'arrondissement-saint-denis')
      """,
      """
      INSERT INTO tenant (household, rank, nom, prenom, naissance)
      VALUES (\(household), 1, 'Lefèvre', 'Zoé', '1984-05-02'), (\(household), 2, 'Sy', 'A', NULL)
      """,
      """
      INSERT INTO dwelling (household, insee, voie)
      VALUES (\(household), '93066', '12 bis, av. de la République')
      """,
      """
      INSERT INTO identity_key (kind, key, household)
      VALUES (\(key.kind.rawValue), \(key.value), \(household))
      """,
    ])
  }

  /// The tables in which that text stands, in any column: as it is, without what parts its groups,
  /// or as bytes.
  fileprivate func tables(holding text: String) async throws -> [String] {
    let tables = try await connection.query(
      "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()"
    ).map { try $0.text("name") }
    #expect(tables.count > 10)
    var found: [String] = []
    for table in tables.sorted() {
      let rows = try await connection.query(
        """
        SELECT count(*)::int AS n FROM \(identifier: table) AS t
        WHERE strpos(t::text, \(text)) > 0 OR strpos(translate(t::text, ' .-', ''), \(text)) > 0
          OR strpos(t::text, encode(convert_to(\(text), 'UTF8'), 'hex')) > 0
        """)
      if try rows[0].int("n") > 0 { found.append(table) }
    }
    return found
  }
}
