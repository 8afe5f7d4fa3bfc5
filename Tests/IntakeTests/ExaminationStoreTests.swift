import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import IntakeDomain
@testable import Messaging
@testable import amontctl
@testable import intake

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is held, and who is not known to be tied to a dossier, on a real server.
@Suite(.enabled(if: getenv("AMONT_TEST_PG_HOST") != nil), .serialized)
struct ExaminationStoreTests {
  private static let act = #""commandement":{"etude":"Étude Martin","reference":"CDP/18-77"}"#
  private static let known =
    #""locataires":[{"nom":"Martin","prenom":"Anne","naissance":"1984-05-02"}],"#
    + #""logement":{"insee":"93066","voie":"1 rue Verte"}"#
  private static let stranger =
    #""locataires":[{"nom":"Diallo","prenom":"Awa"}],"#
    + #""logement":{"insee":"93066","voie":"40 avenue Foch"}"#
  private static let cdp =
    #""acte":"2018-02-02","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#

  private static func event(
    _ id: String, _ kind: EventKind, _ sender: String, _ menage: String, _ fields: String
  ) -> Message {
    var message = Message(
      id: id, source: "partner/" + sender, type: kind.type, occurredOn: today, sender: sender,
      data: Array("{\"menage\":{\(menage)},\(fields)}".utf8))
    message.origin = "urn:test"
    return message
  }

  private static let first = event("a", .signalementCDP, "huissier", act + "," + known, cdp)
  private static let second = event("b", .signalementCDP, "huissier", act + "," + stranger, cdp)

  /// Whether the two come in one batch or in two, the second is held, and nobody reads it.
  @Test(arguments: [true, false])
  func whatContradictsIsHeldAndSettledByACommission(_ isOneBatch: Bool) async throws {
    for (decision, codes, dossiers) in [
      (EventKind.dossierFusion, ["accepte", "accepte"], 1),
      (.dossierSeparation, ["accepte", "accepte"], 2),
    ] {
      try await Store.lent { store in
        if isOneBatch {
          try await store.run([Self.first, Self.second])
        } else {
          try await store.run([Self.first])
          try await store.run([Self.second])
        }
        #expect(try await store.codes() == ["accepte", "accepte.en-examen"])
        #expect(try await store.count("dossier") == 1)
        #expect(try await store.count("tenant") == 1)
        let held = try await store.connection.query("SELECT held_for, ticket FROM waiting")[0]
        let (dossier, ticket) = (try held.uuid("held_for"), try held.uuid("ticket"))
        try await store.run([
          Self.event(
            "d", decision, "ccapex", #""dossier":"\#(dossier)""#,
            #""date":"2018-02-05","autre":"\#(ticket)""#)
        ])
        #expect(try await Array(store.codes().dropFirst(2)) == codes)
        #expect(try await store.count("dossier") == dossiers)
        #expect(try await store.count("doubt") == dossiers - 1)
        #expect(try await store.count("fusion_log") == 1)
        for table in ["waiting", "waiting_key", "deadline"] {
          #expect(try await store.count(table) == 0, "\(table)")
        }
      }
    }
  }

  @Test func withoutADecisionAFirstSignalOpensItsOwnDossier() async throws {
    try await Store.lent { store in
      try await store.run([Self.first, Self.second])
      #expect(try await store.fire(on: today.adding(days: 15)) == 0)
      #expect(try await store.fire(on: today.adding(days: 16)) == 1)
      #expect(try await store.codes() == ["accepte", "accepte.en-examen", "accepte"])
      #expect(try await store.count("dossier") == 2)
      #expect(try await store.count("waiting") == 0)
    }
  }

  private static let answer =
    #""date":"2018-02-05","offre":"R-12","accepte":false,"motif":"trop-loin""#

  /// Whether the dossier shows it or an operator does, and in whatever batches it comes.
  @Test(arguments: [true, false], [true, false])
  func anAccountIsListedUntilSomethingTiesItToTheDossier(
    _ byOperator: Bool, _ isOneBatch: Bool
  ) async throws {
    let agent = try #require(AgentName("Camille Martin"))
    try await Store.lent { store in
      try await store.run([Self.first])
      let dossier = try await store.connection.query("SELECT household FROM dossier")[0]
        .uuid("household")
      let quoted = #""dossier":"\#(dossier)""#
      let heard = Self.event("m", .relogementReponse, "mandataire", quoted, Self.answer)
      let knows = Self.event(
        "n", .relogementReponse, "mandataire", quoted + "," + Self.known, Self.answer)
      func listed() async throws -> [String] {
        try await DoubtList.read(from: store.connection, by: .tests, limit: 10).relations.map(
          \.account)
      }
      if isOneBatch, !byOperator {
        try await store.run([heard, knows])
      } else {
        try await store.run([heard])
        #expect(try await listed() == ["mandataire"])
        if byOperator {
          let connection = store.connection
          #expect(try await DoubtList.settle("mandataire", of: dossier, by: agent, in: connection))
          #expect(try await !DoubtList.settle("mandataire", of: dossier, by: agent, in: connection))
        } else {
          try await store.run([knows])
        }
      }
      #expect(try await listed() == [])
      let by = try await store.connection.query("SELECT settled_by, settled_agent FROM relation")
      #expect(try by.map { try $0.text("settled_by") } == [byOperator ? "operateur" : "dossier"])
      #expect(
        try by.map { try $0.textIfPresent("settled_agent") }
          == [byOperator ? "Camille Martin" : nil])
      try await store.run([
        Self.event("o", .relogementReponse, "mandataire", quoted, Self.answer)
      ])
      #expect(try await store.warned() == ["m"])
    }
  }

  /// A row of an earlier release does not say what its account brought: nothing of it is taken for
  /// somebody else's.
  @Test func whatAnEarlierReleaseDoubtedWaitsForAnOperator() async throws {
    try await Store.lent { store in
      try await store.run([Self.first])
      let dossier = try await store.connection.query("SELECT household FROM dossier")[0]
        .uuid("household")
      let quoted = #""dossier":"\#(dossier)""#
      try await store.run([
        Self.event("m", .relogementReponse, "mandataire", quoted, Self.answer)
      ])
      try await store.connection.run(script: "UPDATE relation SET brought = NULL")
      try await store.run([
        Self.event("n", .relogementReponse, "mandataire", quoted + "," + Self.known, Self.answer)
      ])
      #expect(
        try await DoubtList.read(from: store.connection, by: .tests, limit: 10).relations.count == 1
      )
      #expect(try await store.warned() == ["m", "n"])
    }
  }

  @Test func theOperatorSeesWhatAgreesAndNobodysName() async throws {
    try await Store.lent { store in
      #expect(
        try await DoubtList.read(from: store.connection, by: .tests, limit: 10).text.contains(
          "Aucun"))
      try await store.run([Self.first, Self.second])
      let dossier = try await store.connection.query("SELECT household FROM dossier")[0]
        .uuid("household")
      try await store.run([
        Self.event(
          "m", .relogementReponse, "mandataire", #""dossier":"\#(dossier)""#,
          #""date":"2018-02-05","offre":"R-12","accepte":false,"motif":"trop-loin""#),
        // Same name and street, another birth date.
        Self.event(
          "h", .saisineLibre, "ccas", Self.known.replacing("1984-05-02", with: "1950-01-01"),
          #""date":"2018-01-29","dette":295000,"loyer":60000,"charges":9000"#),
      ])
      let list = try await DoubtList.read(from: store.connection, by: .tests, limit: 10)
      let pair = try #require(list.pairs.first)
      #expect(pair.reason == "homonyme")
      #expect(pair.agree == ["nom", "prénom", "commune", "voie"])
      #expect(pair.differ == ["naissance"])
      let held = try #require(list.held.first)
      #expect(held.dossier == dossier)
      #expect(held.agree == ["commune", "commandement"])
      #expect(held.differ == ["nom", "prénom", "voie"])
      #expect(held.held?.contradicts == ["locataires", "voie"])
      #expect(held.held?.sender == "huissier")
      #expect(list.relations.map(\.account) == ["mandataire"])
      let json = try Wire.encode(list)
      for text in [list.text, json] {
        for secret in ["Martin", "Anne", "1984", "Verte", "Diallo", "Foch", "CDP"] {
          #expect(!text.contains(secret))
        }
        for household in [pair.dossier, pair.other, held.other] {
          #expect(text.contains(household.description))
        }
      }
      #expect(list.text.contains("dossier.fusion") && list.text.contains("dossier.separation"))
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

  /// The events whose receipt warns of anything.
  fileprivate func warned() async throws -> [String] {
    try await connection.opened(
      "outbox", "SELECT body FROM outbox WHERE type = \(Receipt.type) ORDER BY id"
    ).map { try Wire.decode(Receipt.self, from: Array(try $0.text("body").utf8)) }
      .filter { $0.avertissements != nil }.map(\.evenement)
  }

  fileprivate func codes() async throws -> [String] {
    try await connection.opened(
      "outbox", "SELECT body FROM outbox WHERE type = \(Receipt.type) ORDER BY id"
    ).map { try Wire.decode(Receipt.self, from: Array(try $0.text("body").utf8)).code }
  }
}
