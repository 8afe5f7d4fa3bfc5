import Contracts
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import amontctl
@testable import intake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What it means for a dossier to be in the archive.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct ArchiveStoreTests {
  private static func saisine(
    _ id: String, _ nom: String, voie: String = "12 rue des Lilas", on day: Day
  ) -> Message {
    let menage = """
      {"locataires":[{"nom":"\(nom)","prenom":"Zoé","naissance":"1984-05-02"}],\
      "logement":{"insee":"93066","voie":"\(voie)"}}
      """
    let data = """
      {"menage":\(menage),"date":"\(day)","dette":295000,"loyer":60000,"charges":9000}
      """
    return Message(
      id: id, source: "partner/ccas", type: EventKind.saisineLibre.type, occurredOn: day,
      sender: "ccas", data: Array(data.utf8))
  }

  private static let first = Day("2018-02-05") ?? Day(ordinal: 0)
  private static let archived = Day("2020-05-02") ?? Day(ordinal: 0)
  private static let later = Day("2020-06-01") ?? Day(ordinal: 0)

  private static func due(_ dossier: HouseholdID) -> RetentionDue {
    RetentionDue(
      dossier: dossier, step: .archive, closedOn: first, until: archived, rule: "RGPD.conservation",
      article: "RGPD art. 5", certainty: "parameter", months: 24, source: "Charte")
  }

  /// The doubts that the same person at another address brings, with and without the archive.
  @Test(arguments: [false, true])
  func aDossierOfTheArchiveIsNearToNone(_ isArchived: Bool) async throws {
    try await Store.lent { store in
      let answers = try await store.batch([Self.saisine("1", "Lefèvre", on: Self.first)])
      let dossier = try #require(answers.dossiers[0])
      if isArchived {
        #expect(
          try await store.connection.archive(
            [Self.due(dossier)], on: Self.archived, until: [Self.later]) == 1)
        #expect(
          try await store.connection.archive(
            [Self.due(dossier)], on: Self.archived, until: [Self.later]) == 0)
      }
      let near = [
        Self.saisine("2", "Lefèvre", voie: "3 place du Marché", on: Self.later),
        Self.saisine("3", "Moreau", on: Self.later),
      ]
      #expect(try await store.batch(near).codes.allSatisfy { $0 == "accepte" })
      #expect(try await store.count("dossier") == 3)
      #expect((try await store.count("doubt") == 0) == isArchived)
      let doubts = try await DoubtList.read(from: store.connection, by: .tests, limit: 10)
      #expect(doubts.pairs.isEmpty == isArchived)
    }
  }

  @Test func aDoubtAboutADossierOfTheArchiveIsShownToNobody() async throws {
    try await Store.lent { store in
      let answers = try await store.batch([
        Self.saisine("1", "Lefèvre", on: Self.first), Self.saisine("2", "Moreau", on: Self.first),
      ])
      let dossier = try #require(answers.dossiers[0])
      #expect(
        try await !DoubtList.read(from: store.connection, by: .tests, limit: 10).pairs.isEmpty)
      _ = try await store.connection.archive(
        [Self.due(dossier)], on: Self.archived, until: [Self.later])
      #expect(try await DoubtList.read(from: store.connection, by: .tests, limit: 10).pairs.isEmpty)
      // Given back, it is shown again.
      #expect(try await store.connection.restore([dossier]) == 1)
      #expect(
        try await !DoubtList.read(from: store.connection, by: .tests, limit: 10).pairs.isEmpty)
    }
  }

  /// A new act of the same household finds its dossier, which then stands in the active base again.
  @Test func aNewActTakesTheDossierOutOfTheArchive() async throws {
    try await Store.lent { store in
      let answers = try await store.batch([Self.saisine("1", "Lefèvre", on: Self.first)])
      let dossier = try #require(answers.dossiers[0])
      _ = try await store.connection.archive(
        [Self.due(dossier)], on: Self.archived, until: [Self.later])
      func isArchived() async throws -> Bool {
        try await store.connection.query(
          "SELECT \(unsafeRaw: ArchivedDossiers.holds("a.household")) AS it FROM archive AS a"
        )[0].bool("it")
      }
      #expect(try await isArchived())
      let again = try await store.batch([Self.saisine("2", "Lefèvre", on: Self.later)])
      #expect(again.dossiers == [dossier])
      #expect(try await !isArchived())
      #expect(
        try await store.batch([Self.saisine("3", "Moreau", on: Self.later)]).codes == ["accepte"])
      #expect(try await store.count("doubt") > 0)
    }
  }

  /// Between two runs: reopened by an act, and closed again. The row of the first time holds no
  /// more; at the end of its second time the dossier goes to the archive again.
  @Test func aDossierThatIsClosedAgainIsArchivedAgain() async throws {
    try await Store.lent { store in
      let answers = try await store.batch([Self.saisine("1", "Lefèvre", on: Self.first)])
      let dossier = try #require(answers.dossiers[0])
      func archive(on day: Day) async throws -> Int {
        try await store.connection.archive([Self.due(dossier)], on: day, until: [day])
      }
      func kept() async throws -> KeptDossier? {
        let rows = try await store.connection.query(ArchivedDossiers.rows).map {
          (try $0.uuid("household"), holds: try $0.bool("holds"))
        }
        return KeptDossier.all(closed: [(dossier, on: Self.later)], archive: rows).first
      }
      func lastActs() async throws -> [Day] {
        try await store.connection.query(ArchivedDossiers.lastActs).map { try $0.day("on_day") }
      }
      #expect(try await lastActs() == [Self.first])
      #expect(try await archive(on: Self.archived) == 1)
      #expect(try await kept()?.isArchived == true)
      #expect(try await store.connection.archived(among: [dossier]) == [dossier: Self.archived])
      _ = try await store.batch([Self.saisine("2", "Lefèvre", on: Self.later)])
      #expect(try await kept()?.isArchived == false)
      #expect(try await lastActs() == [Self.later])
      #expect(try await store.connection.archived(among: [dossier]).isEmpty)
      let again = Self.later.adding(days: 800)
      #expect(try await archive(on: again) == 1)
      #expect(try await kept()?.isArchived == true)
      #expect(try await store.connection.archived(among: [dossier]) == [dossier: again])
      // A second run of the same day changes nothing.
      #expect(try await archive(on: again.adding(days: 1)) == 0)
      #expect(try await store.connection.archived(among: [dossier]) == [dossier: again])
    }
  }
}
