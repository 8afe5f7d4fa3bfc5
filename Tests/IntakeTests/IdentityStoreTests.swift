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

/// Names of events on a real server, through the runtime's own transactions, on the tables of today
/// and on those that an earlier release filled.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct IdentityStoreTests {
  private static let bail = #""bail":{"siret":"73282932000074","contrat":"L-2031"}"#
  private static let household =
    #""locataires":[{"nom":"Martin","prenom":"Anne"}],"#
    + #""logement":{"insee":"93066","voie":"1 rue Verte"}"#
  private static let cdp =
    #""acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#

  private static func event(
    _ source: String?, _ menage: String = household, _ fields: String = cdp,
    kind: EventKind = .signalementCDP, id: String = "e1", from sender: String = "huissier"
  ) -> Message {
    var message = Message(
      id: id, source: "partner/" + sender, type: kind.type, occurredOn: today, sender: sender,
      data: Array("{\"menage\":{\(menage)},\(fields)}".utf8))
    message.origin = source
    return message
  }

  private static let otherDebt = cdp.replacing("298500", with: "111100")
  private static let noDay = cdp.replacing("2018-02-02", with: "2018-02-30")

  /// In whatever batches, each copy is answered, and by the same rules.
  @Test(arguments: [[1, 1, 1, 1, 1, 1], [6], [2, 4], [3, 3], [5, 1]])
  func oneNameIsOneEvent(_ sizes: [Int]) async throws {
    try await Store.lent { store in
      var messages = [
        Self.event("urn:a", Self.household, Self.noDay), Self.event("urn:a"),
        Self.event("urn:a"), Self.event("urn:a", Self.household, Self.otherDebt),
        Self.event("urn:b", Self.household, Self.otherDebt),
        Self.event("urn:a", Self.household, Self.noDay),
      ]
      for size in sizes {
        try await store.run(Array(messages.prefix(size)))
        messages.removeFirst(size)
      }
      // Copies in one batch are answered where the first of them stands.
      let codes = try await store.codes()
      #expect(
        codes.sorted() == [
          "accepte", "accepte", "champ.invalide",
          sizes == [6] ? "champ.invalide" : "doublon",
          sizes == [6] ? "doublon" : "evenement.conflit",
          "evenement.conflit",
        ])
      #expect(try await store.count("contribution") == 2)
      #expect(try await store.count("reception") == 2)
      #expect(try await store.count("dossier") == 1)
      let roots = try await store.connection.query(
        "SELECT DISTINCT root FROM outbox WHERE root IS NOT NULL ORDER BY root"
      ).map { try $0.text("root") }
      #expect(
        roots == [
          // The opening, then the two acts.
          "2018-02-02 000 huissier/e1 urn:a", "2018-02-02 001 huissier/e1 urn:a",
          "2018-02-02 001 huissier/e1 urn:b",
        ])
    }
  }

  /// What an earlier release left: an accepted event, a refused one, one that waits, and one in
  /// quarantine.
  private static let past = """
    ;INSERT INTO dossier (household, opened_on, commission) VALUES
      ('00000000-0000-8000-8000-000000000001', '2018-01-15', 'arrondissement-saint-denis');
    INSERT INTO tenant VALUES ('00000000-0000-8000-8000-000000000001', 1, 'Durand', 'Luc', NULL);
    INSERT INTO identity_key VALUES
      ('bail', '73282932000074|l1', '00000000-0000-8000-8000-000000000001');
    INSERT INTO reception VALUES
      ('huissier', 'e1', 'fr.amont.signalement.cdp.v1', 'accepte', 'accepte',
        '00000000-0000-8000-8000-000000000001', '2018-01-15'),
      ('huissier', 'e2', 'fr.amont.signalement.cdp.v1', 'refuse', 'champ.invalide', NULL,
        '2018-01-16'),
      ('bailleur-social', 'p', 'fr.amont.apurement.versement.v1', 'accepte', 'accepte.en-attente',
        NULL, '2018-01-17');
    INSERT INTO contribution (sender, event_id, home, type, genre, act_on, received_on, menage)
      VALUES ('huissier', 'e1', '00000000-0000-8000-8000-000000000001', 'signalement.cdp',
        'huissier', '2018-01-12', '2018-01-15', '{"bail":{"siret":"73282932000074","contrat":"L-1"}}');
    INSERT INTO outbox (message_id, exchange, routing_key, type, household, rank, occurred_on,
      correlation, causation, body, root, path) VALUES
      ('huissier/e1.1', 'amont.services', 'debt-settlement', 'fr.amont.signalement.cdp.v1',
        '00000000-0000-8000-8000-000000000001', 1, '2018-01-12', 'e1', 'e1',
        '{"evenement":{"acte":"2018-01-12","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4},"expediteur":"huissier","genre":"huissier"}',
        '2018-01-12 001 huissier/e1', '001');
    INSERT INTO waiting VALUES ('bailleur-social', 'p', '00000000-0000-8000-8000-000000000009',
      'apurement.versement', '2018-01-17', '2018-01-16',
      '{"bail":{"siret":"73282932000074","contrat":"L-2031"}}',
      '{"menage":{"bail":{"siret":"73282932000074","contrat":"L-2031"}},"date":"2018-01-16","echeance":1,"montant":7000}');
    INSERT INTO waiting_key VALUES ('bail', '73282932000074|l2031', 'bailleur-social', 'p');
    INSERT INTO inbox (source, id, type, outcome, received_on) VALUES
      ('partner/huissier', 'e1', 'fr.amont.signalement.cdp.v1', 'applied', '2018-01-15'),
      ('partner/huissier', 'q', 'fr.amont.signalement.cdp.v1', 'quarantined', '2018-01-18');
    INSERT INTO quarantine (source, message_id, type, occurred_on, correlation, sender, body, reason,
      history, state) VALUES ('partner/huissier', 'q', 'fr.amont.signalement.cdp.v1', '2018-01-18',
      'q', 'huissier', '{', 'json.illisible', '2018-01-18: json.illisible', 'released');

    """

  @Test func whatAnEarlierReleaseLeftIsKnownByItsIdentifierAlone() async throws {
    try await Store.lent(past: Self.past) { store in
      try await store.run([
        Self.event("urn:a"), Self.event("urn:a", id: "e2"),
        Self.event("urn:a", Self.bail + "," + Self.household, id: "e3"),
        Self.event(
          "urn:a", Self.household, Self.cdp, kind: .saisineLibre, id: "e1"),
      ])
      let receipts = try await store.receipts()
      #expect(
        receipts.map { "\($0.evenement) \($0.code) \($0.recu)" } == [
          "e1 doublon 2018-01-15", "e2 accepte 2018-02-05", "e3 accepte 2018-02-05",
          // It waited with the lease that e3 brought.
          "p accepte 2018-01-17",
          "e1 evenement.conflit 2018-01-15",
        ])
      #expect(try await store.count("waiting") == 0)
      let taken = try await store.takeReleased()
      #expect(taken == 1)
      #expect(try await store.receipts().last?.evenement == "q")
      let open = try await store.connection.query(
        "SELECT count(*)::int AS n FROM inbox WHERE outcome = 'quarantined'")[0].int("n")
      #expect(open == 1, "it is set aside again, under the name that its row of the inbox has")
    }
  }

  @Test func anEventOfAnEarlierReleaseIsStillTakenBack() async throws {
    try await Store.lent(past: Self.past) { store in
      try await store.run([
        Self.event(
          "urn:a", #""bail":{"siret":"73282932000074","contrat":"L-1"}"#,
          #""date":"2018-02-05","evenement":"e1","type":"signalement.cdp""#, kind: .rectification,
          id: "r")
      ])
      #expect(try await store.codes() == ["accepte"])
      let recalls = try await store.connection.opened(
        "outbox", "SELECT body FROM outbox WHERE type = \(Recall.type)")
      #expect(recalls.count == 1)
      #expect(try recalls.first?.text("body").contains("huissier/e1.1") == true)
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

  fileprivate func takeReleased() async throws -> Int {
    try await runner.takeReleased(on: today).taken
  }

  fileprivate func receipts() async throws -> [Receipt] {
    try await connection.opened(
      "outbox", "SELECT body FROM outbox WHERE type = \(Receipt.type) ORDER BY id"
    ).map { try Wire.decode(Receipt.self, from: Array(try $0.text("body").utf8)) }
  }

  fileprivate func codes() async throws -> [String] { try await receipts().map(\.code) }
}
