import Contracts
import LegalCalendar
import Testing
import Vocabulary

@testable import IntakeDomain

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The tables that are delivered, not those of the tests.
@Suite struct RealTablesTests {
  private static func text(_ name: String, file: String = #filePath) throws -> String {
    let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "deploy/" + name))
    return String(decoding: data, as: UTF8.self)
  }

  private static func territory(_ departement: String) throws -> Territory {
    try Territory(
      departement: departement, communes: text("data/communes.csv"),
      postcodes: text("data/postcodes.csv"))
  }

  @Test(arguments: [("2018-02-02", 40), ("2024-12-31", 40), ("2025-01-01", 39)])
  func seineSaintDenisLostACommuneIn2025(_ on: String, _ count: Int) throws {
    let territory = try Self.territory("93")
    #expect(territory.communes(on: day(on)).count == count)
    #expect(territory.today("93059") == "93066")
  }

  @Test func aCodeThatCameAndWentIsFollowedThroughItsPeriods() throws {
    // Les Trois Lacs took the code of one of its three communes, then of another.
    let eure = try Self.territory("27")
    func code(_ insee: String, _ on: String) -> String? {
      guard
        case .here(let commune, _) = eure.placement(
          of: insee, on: day(on), by: Commissions())
      else { return nil }
      return commune.insee
    }
    #expect(code("27058", "2016-12-31") == "27058")
    #expect(code("27058", "2018-06-01") == "27676")
    #expect(code("27676", "2022-06-01") == "27058")
    #expect(code("27676", "2023-01-01") == "27676")
    #expect(eure.today("27058") == "27676")
  }

  @Test(arguments: [("75", "75112"), ("13", "13201"), ("2A", "2A004"), ("976", "97608")])
  func everyDepartementCanBeServed(_ departement: String, _ insee: String) throws {
    guard
      case .here(let commune, _) = try Self.territory(departement).placement(
        of: insee, on: day("2024-06-01"), by: Commissions())
    else {
      Issue.record("\(insee) is not in \(departement)")
      return
    }
    #expect(commune.insee == insee)
  }

  @Test func everyDepartementHasCommunesAndALegalCalendar() throws {
    let table = try Self.text("data/communes.csv").split(separator: "\n")
    let codes = Set(table.map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] })
    for departement in Departement.all {
      #expect(codes.contains { $0.hasPrefix(departement) }, "\(departement)")
      #expect(throws: Never.self) { try LegalCalendar(departement: departement) }
    }
  }

  /// A household's dwelling, the day of its act, the département that is asked, and the commune
  /// that it lies in by then, or `nil` where it lies elsewhere.
  @Test(arguments: [
    ("75056", "2024-06-01", "75", "75056"), ("75116", "2024-06-01", "75", "75116"),
    ("97127", "2006-06-01", "971", "97127"), ("97127", "2024-06-01", "971", nil),
    ("97127", "2024-06-01", "978", "97801"), ("97801", "2024-06-01", "978", "97801"),
    ("97123", "2024-06-01", "977", "97701"), ("97502", "2024-06-01", "975", "97502"),
    // Villeurbanne is of the Métropole, Villefranche-sur-Saône of the rest of the Rhône.
    ("69266", "2024-06-01", "69M", "69266"), ("69264", "2024-06-01", "69M", nil),
    ("69264", "2024-06-01", "69D", "69264"), ("69266", "2024-06-01", "69D", nil),
    ("69266", "2024-06-01", "69", "69266"), ("69264", "2024-06-01", "69", "69264"),
    ("69387", "2024-06-01", "69M", "69387"),
    // Pierre-Bénite became a part of Oullins.
    ("69152", "2024-06-01", "69M", "69149"), ("69152", "2023-06-01", "69M", "69152"),
    // Pont-Farcy left Calvados for Manche.
    ("14513", "2018-06-01", "14", nil), ("14513", "2018-06-01", "50", "50592"),
  ])
  func aDwellingLiesWhereTheTablePutsIt(
    _ insee: String, _ on: String, _ departement: String, _ commune: String?
  ) throws {
    let territory = try Self.territory(departement)
    switch territory.placement(of: insee, on: day(on), by: Commissions()) {
    case .here(let found, _): #expect(found.insee == commune)
    case .elsewhere: #expect(commune == nil)
    case .unknown: Issue.record("\(insee) is in no table")
    }
  }

  @Test func theMetropoleOfLyonHas58Communes() throws {
    // Beside them stand the nine arrondissements municipaux of Lyon.
    #expect(try Self.territory("69M").communes(on: day("2024-06-01")).count == 58 + 9)
  }

  @Test(arguments: [
    ("75", "75056", "75116"), ("13", "13055", "13201"), ("69M", "69123", "69381"),
    ("69", "69381", "69123"), ("75", "75116", "75117"),
  ])
  func aCityAndItsArrondissementAreOnePlace(
    _ departement: String, _ one: String, _ other: String
  ) throws {
    var counter = try Counter(at: Fixture.desk(Self.territory(departement)))
    func menage(_ insee: String) -> String {
      #""locataires":[\#(Fixture.tenant)],"logement":{"insee":"\#(insee)","voie":"1 rue Verte"}"#
    }
    let first = counter.publish(
      .saisineLibre, from: "ccas", menage: menage(one), Fixture.arrears)
    let second = counter.publish(
      .saisineLibre, from: "menage", menage: menage(other), Fixture.arrears)
    #expect(first.code == "accepte")
    #expect(second.dossier == first.dossier)
    #expect(first.dossier != nil)
  }

  @Test func aPostcodeOf93IsToldWithItsCommunes() throws {
    let territory = try Self.territory("93")
    #expect(
      territory.problem(of: "93200")
        == .postcode([Commune(insee: "93066", name: "Saint-Denis", departement: "93")]))
    #expect(territory.problem(of: "93059") == nil)
    #expect(territory.problem(of: "98818") == nil)
    for code in ["00000", "99100", "13300", "2A000", "97100"] {
      #expect(territory.problem(of: code) == .noCommune, "\(code)")
    }
  }

  @Test func theListsOf93CanBeRead() throws {
    let lists = try CodeLists(parsing: Self.text("data/codes-93.txt"))
    #expect(
      lists.forms(.tribunal, "T.J. Bobigny") == lists.forms(.tribunal, "t j bobigny"))
    #expect(
      lists.forms(.tribunal, "TJ Bobigny").first
        == lists.forms(.tribunal, "Tribunal judiciaire de Bobigny").first)
  }

  @Test func thePartnersOfTheSimulatorAreKnown() throws {
    let directory = try PartnerDirectory(parsing: Self.text("partners.txt"))
    #expect(directory.kind(of: "etude-martin") == .huissier)
    #expect(directory.users.count >= 15)
  }
}
