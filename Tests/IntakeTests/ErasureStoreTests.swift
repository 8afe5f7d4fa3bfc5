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
}
