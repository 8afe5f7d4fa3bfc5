import Contracts
import Foundation
import Testing
import Vocabulary

@testable import amontctl

/// The page that a person reads. `AMONT_UPDATE_GOLDEN=1 Tests/run --filter HoldingsPageTests`
/// writes the sample anew; `Tests/accessibility` looks at it in a browser.
@Suite struct HoldingsPageTests {
  /// A household of some rows of many tables, as a service would store them.
  private static func sample(named nom: String = "MARTIN") throws -> HoldingsPage {
    let household = try #require(HouseholdID("8c1f7a52-4f0e-5d7b-9a6c-2b1d3e4f5a6b"))
    let event = """
      {"menage":{"dossier":"\(household)"},"date":"2017-11-13","dette":284000,"loyer":61000,"charges":9000}
      """
    let notice = """
      {"code":"plan-propose","dossier":"\(household)","texte":"Un plan est proposé.","montant":12000}
      """
    let raw: [(ServiceName, String, [[String: String]])] = [
      (.intake, "tenant", [["nom": nom, "prenom": "Camille", "naissance": "1980-04-00"]]),
      (.intake, "dwelling", [["voie": "12 rue des Lilas", "insee": "93066"]]),
      (
        .intake, "contribution",
        [
          [
            "act_on": "2017-11-13", "received_on": "2017-11-14", "type": "signalement.cdp",
            "sender": "etude-martin", "genre": "huissier",
            "menage": #"{"locataires":[{"nom":"M"}]}"#,
            "withdrawn": "false",
          ]
        ]
      ),
      (
        .intake, "inbox",
        [
          [
            "occurred_on": "2017-11-13", "received_on": "2017-11-14", "source": "etude-martin",
            "type": EventKind.signalementCDP.type, "body": event, "recalled": "false",
          ]
        ]
      ),
      (
        .debtSettlement, "dossier",
        [
          [
            "claim_on": "2017-11-13", "debt": "284000", "rent": "61000", "aid": "maintained",
            "plan": "open", "plan_due": "2017-12-13", "landlord_kind": "personne-physique",
          ]
        ]
      ),
      (
        .debtSettlement, "outbox",
        [
          [
            "occurred_on": "2017-11-20", "routing_key": "user.bailleur-prive",
            "type": Notice.type(.planPropose), "body": notice, "recalled": "false",
          ]
        ]
      ),
      (
        .socialDiagnosis, "attempt",
        [
          ["made_on": "2017-11-22", "channel": "visite", "result": "rencontre"]
        ]
      ),
      (
        .sagaOrchestrator, "timeline",
        [
          ["day": "2017-11-13", "text": "Le dossier s'ouvre.", "article": "instruction 1.2"],
          ["day": "2017-11-20", "text": "Nous engageons l'apurement.", "article": ""],
        ]
      ),
    ]
    return HoldingsPage(
      holdings: Holdings(
        dossiers: [household], openedOn: "13/11/2017", closedOn: nil,
        tables: try raw.map { try table($0, $1, $2) },
        recipients: [
          Holdings.Recipient(
            name: "bailleur privé", what: "Avis : Plan d'apurement proposé", count: 1,
            first: "20/11/2017", last: "20/11/2017")
        ],
        readings: [
          Reading(
            number: 1, at: "2026-05-03T08:00:00.000000Z", agent: "Dominique Petit",
            osUser: "u", command: "dossier show", dossiers: [household], isWhole: false, scope: "",
            why: "appel du ménage", previous: [], hash: [])
        ], masked: 0), day: try day("2026-05-04"),
      contact: "La préfecture, secrétariat de la CCAPEX.")
  }

  private static func table(
    _ service: ServiceName, _ name: String, _ rows: [[String: String]]
  ) throws -> Holdings.Table {
    let held = try #require(HeldTable.all(of: service).first { $0.name == name })
    for row in rows { #expect(Set(row.keys).isSubset(of: held.shown.map(\.name)), "\(name)") }
    return Holdings.Table(
      service: service, name: name, title: held.title, subject: held.subject,
      columns: held.shown.map(\.label.text),
      rows: rows.map { row in
        held.shown.map { $0.label.value(row[$0.name] ?? "", type: row["type"]) }
      })
  }

  @Test func theSampleIsTheOneThatWasLookedAt() throws {
    let path = "\(#filePath)".replacing("HoldingsPageTests.swift", with: "Golden/acces.html")
    let page = try Self.sample().html
    if ProcessInfo.processInfo.environment["AMONT_UPDATE_GOLDEN"] == "1" {
      try page.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(page == (try String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test func whatIsHeldIsSaidInThePersonsWords() throws {
    let page = try Self.sample().html
    for text in [
      "MARTIN", "12 rue des Lilas", "840,00 €", "04/1980", "maintenue", "13/11/2017", "visite",
      "rencontre",
      "compte bailleur-prive", "Plan d'apurement proposé", "120,00", "Le dossier s'ouvre.",
      "appel du ménage", "03/05/2026", "C. consom. art. L721-3", "RGPD art. 16",
      "www.cnil.fr", "secrétariat de la CCAPEX", "loi 89-462, art. 24",
    ] { #expect(page.contains(text), "\(text)") }
    // Neither who read, nor a word of the tables in English.
    for text in ["Dominique", "maintained", "<td>open", "plan_due"] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  @Test func whatComesFromOutsideIsNoMarkup() throws {
    let page = try Self.sample(named: "<script>alert('x')</script>\"&").html
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert('x')&lt;/script&gt;&quot;&amp;"))
  }

  @Test func theSameStandsInTheFileForPrograms() throws {
    let json = try JSONValue.read(Array(try Wire.encode(HoldingsDocument(Self.sample())).utf8))
    guard case .list(let parts)? = json["parties"] else { throw Missing() }
    #expect(parts.count == 6)
    let identity = try #require(parts.first)
    #expect(identity["titre"]?.text == "Qui vous êtes et où vous habitez")
    #expect(identity.canonical.contains(#""Nom":"MARTIN""#))
    #expect(json["lectures"]?.canonical.contains("Dominique") == false)
  }

  private struct Missing: Error {}
}
