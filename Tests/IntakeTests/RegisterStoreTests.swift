import Contracts
import Messaging
import PostgreSQL
import Testing
import Vocabulary

@testable import IntakeDomain
@testable import intake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The register on a real server: what one batch writes, the next one reads.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct RegisterStoreTests {
  private static let household =
    #""locataires":[{"nom":"Lefèvre","prenom":"Zoé","naissance":"1984-05-02"}],"#
    + #""logement":{"insee":"93066","voie":"12 bis, av. de la République"}"#
  private static let bail = #""bail":{"siret":"73282932000074","contrat":"L-2031"}"#
  private static let cdp =
    #""acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#

  @Test func aBatchWritesWhatTheNextOneReads() async throws {
    try await Store.lent { store in
      let first = try await store.batch([
        message("1", .signalementCDP, from: "huissier", Self.bail + "," + Self.household, Self.cdp),
        message("2", .signalementCDP, from: "huissier", Self.bail, #""acte":"2018-02-30""#),
      ])
      #expect(first.codes == ["accepte", "champ.invalide"])
      let second = try await store.batch([
        message(
          "3", .saisineLibre, from: "bailleur-prive",
          #""locataires":[{"nom":"LEFEVRE","prenom":"zoe"},{"nom":"Diallo","prenom":"Awa"}],"#
            + #""logement":{"insee":"93066","voie":"12bis avenue République"}"#,
          #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#),
        message(
          "4", .saisineLibre, from: "ccas",
          #""locataires":[{"nom":"Lefèvre","prenom":"Zoé","naissance":"1950-01-01"}],"#
            + #""logement":{"insee":"93066","voie":"12 bis avenue de la République"}"#,
          #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#),
      ])
      #expect(second.codes == ["accepte", "accepte"])
      #expect(second.dossiers[0] == first.dossiers[0])
      #expect(second.dossiers[1] != first.dossiers[0])
      let known = try await store.register([
        message("5", .executionCQL, from: "huissier", Self.bail, "")
      ])
      let dossier = try #require(known.dossiers.values.first)
      #expect(dossier.huissier == "huissier")
      #expect(dossier.bailleur == "bailleur-prive")
      #expect(dossier.commission == "arrondissement-saint-denis")
      #expect(dossier.tenants.map(\.nom) == ["Lefèvre", "Diallo"])
      #expect(dossier.dwelling?.insee == "93066")
      #expect(
        try await store.count("doubt") == 1, "the homonym of another birth date is for an operator")
    }
  }

  /// Asked for the past of nobody, PostgreSQL may still walk through the whole outbox.
  @Test func theOutboxIsReadOnlyWhereSomethingChangesThePast() async throws {
    try await Store.lent { store in
      let signal = message("1", .signalementCDP, from: "huissier", Self.household, Self.cdp)
      let withdrawal = message(
        "2", .rectification, from: "huissier", Self.household,
        #""date":"2018-02-05","evenement":"1","type":"signalement.cdp""#)
      func readsOutbox(_ messages: Message...) -> Bool {
        store.intake.reads(for: messages.map(store.intake.read))
          .contains { $0.sql.contains("outbox") }
      }
      #expect(!readsOutbox(signal))
      #expect(readsOutbox(withdrawal))
      #expect(readsOutbox(signal, withdrawal))
    }
  }

  @Test func aDuplicateFindsTheFirstReceipt() async throws {
    try await Store.lent { store in
      let first = message("1", .signalementCDP, from: "huissier", Self.household, Self.cdp)
      let answer = try await store.batch([first])
      var register = try await store.register([first])
      let before = register
      let again = store.intake.answerDuplicate(store.intake.read(first), on: today, in: &register)
      let receipt = try #require(again.outgoing.first)
      #expect(receipt.household == answer.dossiers[0])
      #expect(register == before)
      #expect(store.intake.writes(for: register).isEmpty)
    }
  }

  @Test func aStrongKeyHasOneDossierWhateverTheCode() async throws {
    try await Store.lent { store in
      _ = try await store.batch([
        message("1", .signalementCDP, from: "huissier", Self.bail + "," + Self.household, Self.cdp),
        message(
          "2", .signalementCDP, from: "huissier",
          #""locataires":[{"nom":"B","prenom":"C"}],"logement":{"insee":"93008","voie":"1 rue A"}"#,
          Self.cdp),
      ])
      await #expect(throws: PostgresError.self) {
        _ = try await store.connection.query(
          """
          INSERT INTO identity_key (kind, key, household)
          SELECT k.kind, k.key, d.household FROM identity_key k, dossier d
          WHERE k.kind = 'bail' AND d.household <> k.household
          """)
      }
    }
  }
}

private let today = Day("2018-02-05") ?? Day(ordinal: 0)

private func message(
  _ id: String, _ kind: EventKind, from sender: String, _ menage: String, _ fields: String
) -> Message {
  Message(
    id: id, source: "partner/" + sender, type: kind.type, occurredOn: today, sender: sender,
    data: Array("{\"menage\":{\(menage)}\(fields.isEmpty ? "" : ",")\(fields)}".utf8))
}
