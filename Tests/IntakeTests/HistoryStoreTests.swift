import Contracts
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

/// Rectification, fusion and separation on a real server, through the runtime's own transactions.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct HistoryStoreTests {
  private static let cdp =
    #""acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#
  private static let arrears = #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#
  private static let bail = #""bail":{"siret":"73282932000074","contrat":"L-2031"}"#
  private static let act = #""commandement":{"etude":"E","reference":"77"}"#

  private static func people(_ first: String, _ insee: String = "93066") -> String {
    #""locataires":[{"nom":"Martin","prenom":"\#(first)"}],"#
      + #""logement":{"insee":"\#(insee)","voie":"1 rue Verte"}"#
  }

  private static let notice = event(
    "a1", .signalementCDP, "huissier", act + "," + people("Anne"), cdp)
  private static let saisine = event(
    "b1", .saisineBailleurPM, "bailleur-social", bail + "," + people("Brice"), arrears)

  private static func event(
    _ id: String, _ kind: EventKind, _ sender: String, _ menage: String, _ fields: String
  ) -> Message {
    Message(
      id: id, source: "partner/" + sender, type: kind.type, occurredOn: today, sender: sender,
      data: Array("{\"menage\":{\(menage)},\(fields)}".utf8))
  }

  private static func rectified(
    _ cents: Int, _ insee: String = "93066", id: String = "r1"
  ) -> Message {
    let right =
      "{\"menage\":{\(act + "," + people("Anne", insee))},"
      + cdp.replacing("298500", with: "\(cents)") + "}"
    return event(
      id, .rectification, "huissier", act,
      #""date":"2018-02-05","evenement":"a1","type":"signalement.cdp","donnees":""#
        + right.replacing("\"", with: "\\\"") + "\"")
  }

  /// The batches are those of the runtime: the same events in one transaction or in several leave
  /// the same.
  @Test(arguments: [[[0], [1]], [[0, 1]]])
  func aRectificationFindsWhatWasForwarded(_ batches: [[Int]]) async throws {
    try await Store.lent { store in
      let events = [Self.notice, Self.rectified(310_000, "93008")]
      for batch in batches { try await store.apply(batch.map { events[$0] }) }
      let told = try await store.told()
      #expect(told.filter { $0.type == EventKind.signalementCDP.type }.count == 3)
      #expect(told.allSatisfy { !$0.data.contains("298500") && !$0.data.contains("93066") })
      #expect(try await store.count("contribution") == 1)
      let row = try await store.connection.query(
        "SELECT d.commission, w.insee FROM dossier d JOIN dwelling w USING (household)")[0]
      #expect(try row.text("commission") == "arrondissement-bobigny")
      #expect(try row.text("insee") == "93008")
      // A second rectification starts from the first.
      try await store.apply([Self.rectified(320_000, id: "r2")])
      #expect(try await store.told().count == told.count)
    }
  }

  @Test func aFusionIsUndoneToTheLastRow() async throws {
    try await Store.lent { store in
      try await store.apply([Self.notice, Self.saisine])
      let before = try await store.told()
      let rows = try await store.rows()
      let households = Set(before.map(\.household)).sorted()
      try #require(households.count == 2)
      func decide(_ id: String, _ kind: EventKind) -> Message {
        Self.event(
          id, kind, "ccapex", #""dossier":"\#(households[0])""#,
          #""date":"2018-02-05","autre":"\#(households[1])","agent":"Camille Martin""#)
      }
      try await store.apply([decide("f", .dossierFusion)])
      let joined = try await store.told()
      #expect(Set(joined.map(\.household)) == [households[0]])
      try await store.apply([decide("s", .dossierSeparation)])
      #expect(try await store.told() == before)
      #expect(try await store.rows() == rows)
      #expect(try await store.count("fusion_log") == 2)
      let agents = try await store.connection.query("SELECT agent FROM fusion_log")
      #expect(try agents.map { try $0.text("agent") } == ["Camille Martin", "Camille Martin"])
    }
  }

  @Test func aWithdrawnSignalLeavesNoPersonalData() async throws {
    try await Store.lent { store in
      try await store.apply([Self.notice])
      try await store.apply([
        Self.event(
          "w", .rectification, "huissier", Self.act,
          #""date":"2018-02-05","evenement":"a1","type":"signalement.cdp""#)
      ])
      #expect(try await store.told().isEmpty)
      for table in ["tenant", "dwelling", "identity_key"] {
        #expect(try await store.count(table) == 0, "\(table)")
      }
    }
  }
}

private let today = Day("2018-02-05") ?? Day(ordinal: 0)

extension Store {
  /// Applies a batch in the runtime's own transaction.
  fileprivate func apply(_ messages: [Message]) async throws {
    let runner = BatchRunner(
      service: intake, connection: connection, masters: .tests, limits: Limits(), instance: "test",
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    _ = try await runner.apply(messages, on: today, confirmed: [])
    let refused = try await connection.query(
      "SELECT count(*)::int AS n FROM reception WHERE status = 'refuse'")[0].int("n")
    #expect(refused == 0)
    #expect(try await count("quarantine") == 0)
  }

  /// What stands of what the services were told.
  fileprivate func told() async throws -> Set<SentToService.Words> {
    let rows = try await connection.opened(
      "outbox",
      """
      SELECT message_id, routing_key, type, household, root, body FROM outbox
      WHERE exchange = 'amont.services' ORDER BY id
      """)
    return Set(try PastRows(contributions: [], told: rows).standing().map(\.words))
  }

  /// What the register holds, as text.
  fileprivate func rows() async throws -> [String] {
    var rows = try await connection.query(
      "SELECT d::text AS row FROM dossier d UNION ALL SELECT k::text FROM identity_key k"
    ).map { try $0.text("row") }
    for (table, owner, columns) in [
      ("tenant", "household", ["rank", "nom", "prenom", "naissance"]),
      ("dwelling", "household", ["insee", "voie", "complement"]),
      ("contribution", "home", ["sender", "event_id", "place", "menage", "withdrawn"]),
    ] {
      let found = try await connection.opened(
        table, "SELECT *, \(identifier: owner) AS household FROM \(identifier: table)")
      rows += try found.map { row in
        try ([owner] + columns).map { try row.textIfPresent($0) ?? "-" }.joined(separator: " ")
      }
    }
    return rows.sorted()
  }
}
