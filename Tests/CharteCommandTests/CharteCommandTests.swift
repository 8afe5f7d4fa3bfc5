import Charte
import Contracts
import Foundation
import Testing
import Vocabulary

@testable import amontctl

/// What `amontctl charte` says of a file.
@Suite("amontctl charte") struct CharteCommandTests {
  private static let deploy = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../deploy").standardizedFileURL.path
  private static let table = "\(deploy)/data/communes.csv"

  private static func communes(of code: String) throws -> [CommunePeriod] {
    CommunePeriod.communes(of: code, in: try String(contentsOfFile: table, encoding: .utf8))
  }

  @Test("The check sums up a sound file: versions, communes by date, nothing uncovered")
  func summary() throws {
    let charte = try DepartementCharte(contentsOf: "\(Self.deploy)/chartes/93.yaml", of: "93")
    let report = CharteReport(charte, communes: try Self.communes(of: "93"))
    try charte.check(against: Self.communes(of: "93"), file: "f")
    #expect(
      report.lines.filter { !$0.hasPrefix("Ligne ") } == [
        "Seine-Saint-Denis (93) : le fichier est bon.",
        "Version du 2017-03-22 : 0 CCAPEX locales, 3 sous-commissions, 7 engagements.",
        "Version du 2026-02-14 : 3 CCAPEX locales, 2 sous-commissions, 7 engagements.",
        "Communes couvertes : au 2017-03-22, 40 ; au 2026-02-14, 39.",
        "Chaque commune du département a sa sous-commission, chaque jour.",
      ])
    // The formula of the CAF is told to the partners; no service computes by it.
    #expect(
      report.lines.contains {
        $0.hasSuffix(
          "indicateurs.caf.taux-effort : pour mémoire, aucun service ne l'applique.")
      })
  }

  @Test(
    "The check names each commune that no sub-commission covers, with the first day of it, and each code that is no commune's"
  )
  func gaps() throws {
    let charte = try DepartementCharte(
      parsing: """
        departement: {code: "48", nom: Lozère}
        versions:
          - depuis: 2017-03-22
            instances:
              centrale: {nom: Centrale, portee-par: [prefecture]}
              cellule-technique: {nom: Cellule, portee-par: [prefecture]}
              sous-commissions:
                - code: tout
                  nom: Tout
                  portee-par: [epci]
                  communes: [{insee: "48095", jusque: 2019-12-31}, "48999"]
        """, file: "f")
    let report = CharteReport(charte, communes: try Self.communes(of: "48"))
    #expect(
      report.lines.contains(
        "Sans sous-commission à partir du 2020-01-01 (CCAPEX centrale) : 48095 Mende"))
    #expect(
      report.lines.contains {
        $0.hasPrefix("Sans sous-commission à partir du 2017-03-22 (CCAPEX centrale) : 48080 ")
      })
    let error = #expect(throws: CharteError.self) {
      try charte.check(against: Self.communes(of: "48"), file: "f")
    }
    #expect(
      error?.description
        == "f:11: communes : 48999 n'est le code d'aucune commune du 48 ; corrigez-le")
  }

  @Test("The sheet says of each parameter whether the file sets it, and how sure it is")
  func sheet() throws {
    let charte = try DepartementCharte(contentsOf: "\(Self.deploy)/chartes/48.yaml")
    let sheet = CharteSheet(charte, version: charte.versions[0])
    #expect(sheet.parameters.count == ParameterList.all.count)
    let lines = sheet.lines
    #expect(
      lines.contains {
        $0.hasPrefix("suivi.proposition-entretien") && $0.contains("15 jours ouvrés  [fixé, ligne ")
      })
    #expect(
      lines.contains {
        $0.hasPrefix("points-incertains.reconduction-tacite")
          && $0.contains("[par défaut ; incertain ; pour mémoire]")
      })
    #expect(try Wire.encode(sheet).contains(#""isSet":false"#))
  }

  @Test("The Charte of another département, or none, is refused")
  func wrongFile() {
    #expect(throws: CharteError.self) {
      try DepartementCharte(contentsOf: "\(Self.deploy)/chartes/93.yaml", of: "48")
    }
    #expect(throws: CharteError.self) {
      try DepartementCharte(contentsOf: "\(Self.deploy)/nothing")
    }
  }
}
