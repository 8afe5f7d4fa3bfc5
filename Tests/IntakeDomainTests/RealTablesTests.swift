import Contracts
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
    try Territory(departement: departement, communes: text("data/communes.csv"))
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

  @Test func thePartnersOfTheSimulatorAreKnown() throws {
    let directory = try PartnerDirectory(parsing: Self.text("partners.txt"))
    #expect(directory.kind(of: "etude-martin") == .huissier)
    #expect(directory.users.count >= 15)
  }
}
