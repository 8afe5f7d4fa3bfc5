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

/// Events that come before their dossier, on a real server, through the runtime's own transactions.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct WaitingStoreTests {
  private static let bail = #""bail":{"siret":"73282932000074","contrat":"L-2031"}"#
  private static let household =
    #""locataires":[{"nom":"Martin","prenom":"Anne"}],"#
    + #""logement":{"insee":"93066","voie":"1 rue Verte"}"#

  /// A signal that names the people, an instalment that names the lease, and a deposit that names
  /// both.
  private static let events = [
    event(
      "s", .signalementCDP, "huissier", household,
      #""acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#),
    event(
      "p", .apurementVersement, "bailleur-social", bail,
      #""date":"2018-02-03","echeance":1,"montant":7000"#),
    event(
      "d", .surendettementDepot, "banque-de-france", household + "," + bail,
      #""date":"2018-02-02""#),
  ]

  private static func event(
    _ id: String, _ kind: EventKind, _ sender: String, _ menage: String, _ fields: String
  ) -> Message {
    Message(
      id: id, source: "partner/" + sender, type: kind.type, occurredOn: today, sender: sender,
      data: Array("{\"menage\":{\(menage)},\(fields)}".utf8))
  }

  @Test(arguments: [
    [[0], [1], [2]], [[0, 2, 1]], [[2], [0], [1]], [[1], [2], [0]], [[2, 1], [0]], [[1, 2, 0]],
    [[1], [0], [2]], [[1, 0], [2]],
  ])
  func whateverTheOrderAndTheBatchesAllStandsInOneDossier(_ batches: [[Int]]) async throws {
    try await Store.lent { store in
      for batch in batches { try await store.run(batch.map { Self.events[$0] }) }
      for batch in batches { try await store.run(batch.map { Self.events[$0] }) }
      for table in ["waiting", "waiting_key", "deadline", "quarantine"] {
        #expect(try await store.count(table) == 0, "\(table)")
      }
      let kept = try await store.connection.query(
        """
        SELECT count(*)::int AS events, count(DISTINCT home)::int AS dossiers FROM contribution
        """)[0]
      #expect(try kept.int("events") == 3)
      #expect(try kept.int("dossiers") == 1)
      let receipts = try await store.receipts()
      #expect(
        receipts.filter { $0.code == "accepte" }.map(\.evenement).sorted() == ["d", "p", "s"])
      #expect(receipts.filter { $0.statut == .doublon }.count == 3)
      #expect(receipts.allSatisfy { $0.statut != .refuse })
      let open = try await store.connection.query(
        "SELECT count(*)::int AS n FROM reception WHERE household IS NULL")[0].int("n")
      #expect(open == 0)
    }
  }

  @Test func whereNoDossierOpensTheSenderIsRefusedOnTheDay() async throws {
    try await Store.lent { store in
      try await store.run([Self.events[1], Self.events[2]])
      #expect(try await store.count("waiting") == 2)
      let before = try await store.fire(on: today.adding(days: 60))
      #expect(before == 0)
      let fired = try await store.fire(on: today.adding(days: 61))
      #expect(fired == 2)
      #expect(try await store.count("waiting") == 0)
      let refused = try await store.receipts().filter { $0.statut == .refuse }
      #expect(refused.map(\.evenement).sorted() == ["d", "p"])
      #expect(Set(refused.map(\.code)) == ["dossier.inconnu"])
      // What was refused had no effect: its identifier has not served, so that it waits anew.
      try await store.run([Self.events[1]])
      #expect(try await store.count("waiting") == 1)
      #expect(try await store.receipts().last?.code == "accepte.en-attente")
    }
  }
}

private let today = Day("2018-02-05") ?? Day(ordinal: 0)

extension Store {
  private var runner: BatchRunner<Intake> {
    BatchRunner(
      service: intake, connection: connection, masters: .tests, limits: Limits(), instance: "test",
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
  }

  fileprivate func run(_ messages: [Message]) async throws {
    _ = try await runner.apply(messages, on: today, confirmed: [])
  }

  fileprivate func fire(on day: Day) async throws -> Int {
    try await runner.fireDeadlines(on: day).fired
  }

  fileprivate func receipts() async throws -> [Receipt] {
    try await connection.opened(
      "outbox", "SELECT body FROM outbox WHERE type = \(Receipt.type) ORDER BY id"
    ).map { try Wire.decode(Receipt.self, from: Array(try $0.text("body").utf8)) }
  }
}
