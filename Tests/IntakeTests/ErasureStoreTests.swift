import Contracts
import Digest
import Messaging
import PostgreSQL
import Sealing
import TestSupport
import Testing
import Vocabulary

@testable import IntakeDomain
@testable import intake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Who speaks of an erased dossier is told so, and nobody is recognised in it: on a real server.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct ErasureStoreTests {
  private static let household =
    #""locataires":[{"nom":"Lefèvre","prenom":"Zoé","naissance":"1984-05-02"}],"#
    + #""logement":{"insee":"93066","voie":"12 bis, av. de la République"}"#
  private static let bail = #""bail":{"siret":"73282932000074","contrat":"L-2031"}"#
  private static let cdp =
    #""acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#
  private static let arrears = #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#
  private static let today = Day("2018-02-05") ?? Day(ordinal: 0)

  private static func message(
    _ id: String, _ kind: EventKind, from sender: String = "huissier", _ menage: String,
    _ fields: String
  ) -> Message {
    Message(
      id: id, source: "partner/" + sender, type: kind.type, occurredOn: today, sender: sender,
      data: Array("{\"menage\":{\(menage)},\(fields)}".utf8))
  }

  private func erased(
    _ body: (Store, HouseholdID) async throws -> Void
  ) async throws {
    try await Store.lent { store in
      let first = try await store.batch([
        Self.message("1", .signalementCDP, Self.bail + "," + Self.household, Self.cdp)
      ])
      let dossier = try #require(first.dossiers[0])
      #expect(try await store.connection.query("SELECT key FROM identity_key").count > 3)
      let erasure = try await Erasure.destroy(
        [dossier], on: Self.today, in: store.connection, of: .intake)
      #expect(erasure.keys == 1)
      #expect(
        erasure.unreadable == [
          "contribution.menage": 1, "dwelling.voie": 1, "tenant.naissance": 1, "tenant.nom": 1,
          "tenant.prenom": 1,
        ])
      try await body(store, dossier)
    }
  }

  @Test func whoQuotesItIsRefusedAndToldWhatToDo() async throws {
    try await erased { store, dossier in
      let quoted = #""dossier":"\#(dossier)""#
      let answers = try await store.batch([
        Self.message("2", .saisineLibre, from: "ccas", quoted, Self.arrears),
        Self.message(
          "3", .saisineLibre, from: "ccas", quoted + "," + Self.household, Self.arrears),
        Self.message(
          "4", .aplDecision, from: "caf", quoted, #""date":"2018-02-02","maintien":true"#),
      ])
      #expect(answers.codes == ["dossier.efface", "dossier.efface", "dossier.efface"])
      #expect(try await store.count("contribution") == 1)
    }
  }

  @Test func theSamePersonsOpenAnotherDossier() async throws {
    try await erased { store, dossier in
      let answers = try await store.batch([
        Self.message("2", .signalementCDP, Self.bail + "," + Self.household, Self.cdp),
        Self.message("3", .saisineLibre, from: "ccas", Self.household, Self.arrears),
      ])
      #expect(answers.codes == ["accepte", "accepte"])
      #expect(answers.dossiers[0] != dossier && answers.dossiers[1] == answers.dossiers[0])
      let known = try await store.register([
        Self.message("4", .signalementCDP, Self.bail + "," + Self.household, Self.cdp)
      ])
      let other = try #require(answers.dossiers[0])
      #expect(known.dossiers[other]?.tenants.map(\.nom) == ["Lefèvre"])
    }
  }

  /// A partner may number its events as it likes.
  @Test func theEventsOfADossierAreItsOwn() async throws {
    try await Store.lent { store in
      let first = try await store.batch([
        Self.message("A", .signalementCDP, Self.bail + "," + Self.household, Self.cdp)
      ])
      let dossier = try #require(first.dossiers[0])
      let own = ["A", "A~k123456789abcdef"]
      let others = ["A~2", "A~2~k123456789abcdef", "AB~k123456789abcdef", "A~k", "A~"]
      for id in own + others {
        _ = try await store.connection.query(
          """
          INSERT INTO inbox (source, id, type, outcome, received_on)
          VALUES ('partner/huissier', \(id), 'note', 'applied', \(Self.today))
          """)
      }
      let found = try await Erasure.events(of: [dossier], in: store.connection)
      #expect(
        Set(found)
          == Set(
            own.map { HouseholdID(derivedFrom: "message\u{1F}partner/huissier\u{1F}\($0)") }))
    }
  }

  /// One that was accepted after its list was made goes with its dossier all the same.
  @Test func theEventsOfADossierAreErasedWithIt() async throws {
    try await Store.lent { store in
      let first = try await store.batch([
        Self.message("A", .signalementCDP, Self.bail + "," + Self.household, Self.cdp)
      ])
      let dossier = try #require(first.dossiers[0])
      let event = HouseholdID(derivedFrom: "message\u{1F}partner/huissier\u{1F}A~k123456789abcdef")
      var keys = HouseholdKeys()
      keys.looked(for: [event])
      let made = try #require(try keys.make(for: [event], by: .tests))
      let body = try keys.seal(Array("Lefèvre".utf8), of: event, at: "quarantine.body")
      _ = try await store.connection.pipeline([
        """
        INSERT INTO inbox (source, id, type, outcome, received_on)
        VALUES ('partner/huissier', 'A~k123456789abcdef', 'note', 'applied', \(Self.today))
        """, made,
        """
        INSERT INTO quarantine (source, message_id, type, occurred_on, correlation, body, reason,
          history, identity, state)
        VALUES ('partner/huissier', 'A', 'note', \(Self.today), 'c', \(body), 'r', 'h',
          'A~k123456789abcdef', 'resolved')
        """,
      ])
      let erasure = try await Erasure.destroy(
        [dossier], on: Self.today, in: store.connection, of: .intake)
      #expect(erasure.keys == 2)
      #expect(erasure.unreadable["quarantine.body"] == 1)
    }
  }

  /// A batch that quotes the dossier takes its lock, then its row; so does an erasure.
  @Test func anErasureAndABatchThatQuotesTheDossierFollowEachOther() async throws {
    try await erasing { store, dossier, rival, erasure in
      try await rival.run(script: "BEGIN")
      _ = try await rival.query(
        "SELECT pg_advisory_xact_lock(hashtextextended(\("dossier:\(dossier)"), 0))")
      async let done = erasure()
      try await Self.waits(for: "advisory", of: store, rival)
      _ = try await rival.query("SELECT 1 FROM dossier WHERE household = \(dossier) FOR UPDATE")
      try await rival.run(script: "COMMIT")
      #expect(try await done.keys == 1)
    }
  }

  /// A batch that finds the dossier by its references has its row before its lock: whichever of both
  /// the server ends begins again.
  @Test func anErasureThatTheServerEndsBeginsAgain() async throws {
    try await erasing { store, dossier, rival, erasure in
      try await store.connection.run(script: "SET deadlock_timeout = '2s'")
      try await rival.run(script: "SET deadlock_timeout = '60s'; BEGIN")
      _ = try await rival.query("SELECT 1 FROM dossier WHERE household = \(dossier) FOR UPDATE")
      async let done = erasure()
      try await Self.waits(for: "transactionid", of: store, rival)
      _ = try await rival.query(
        "SELECT pg_advisory_xact_lock(hashtextextended(\(dossier.description), 0))")
      try await rival.run(script: "COMMIT")
      #expect(try await done.keys == 1)
    }
  }

  private func erasing(
    _ body: (
      Store, HouseholdID, PostgresConnection, @escaping @Sendable () async throws -> Erasure
    ) async throws -> Void
  ) async throws {
    try await Store.lent { store in
      let first = try await store.batch([
        Self.message("1", .signalementCDP, Self.bail + "," + Self.household, Self.cdp)
      ])
      let dossier = try #require(first.dossiers[0])
      let rival = try await Store.another(beside: store.connection)
      try await body(store, dossier, rival) {
        try await Erasure.destroy([dossier], on: Self.today, in: store.connection, of: .intake)
      }
      await rival.close()
    }
  }

  /// Returns once the store waits for a lock of that kind.
  private static func waits(
    for kind: String, of store: Store, _ rival: PostgresConnection
  ) async throws {
    let observer = try await Store.another(beside: rival)
    let own = try await rival.query("SELECT pg_backend_pid() AS n")[0].int("n")
    while try await observer.query(
      """
      SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = \(kind)
        AND \(own)::int = ANY(pg_blocking_pids(pid))
      """
    ).isEmpty { try Task.checkCancellation() }
    await observer.close()
  }
}
