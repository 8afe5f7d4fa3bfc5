import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

@Suite struct TerritoryTests {
  @Test(arguments: [
    ("93066", "2018-02-02", "93066", "arrondissement-saint-denis"),
    ("93008", "2018-02-02", "93008", "arrondissement-bobigny"),
    ("93051", "2018-02-02", "93051", "arrondissement-le-raincy"),
    // Pierrefitte merged into Saint-Denis on 1 January 2025.
    ("93059", "2024-12-31", "93059", "arrondissement-saint-denis"),
    ("93059", "2025-01-01", "93066", "arrondissement-saint-denis"),
  ])
  func aCommuneIsRoutedAsOfTheDayOfTheAct(
    _ insee: String, _ on: String, _ becomes: String, _ commission: String
  ) throws {
    guard
      case .here(let commune, let found) = try Fixture.territory().placement(
        of: insee, on: day(on), by: Fixture.charter.commissions)
    else {
      Issue.record("\(insee) is not in the département")
      return
    }
    #expect(commune.insee == becomes)
    #expect(found == commission)
  }

  @Test(arguments: ["75056", "2A004", "97101", "92050"])
  func aCommuneOfAnotherDepartementIsElsewhere(_ insee: String) throws {
    #expect(
      try Fixture.territory().placement(of: insee, on: day("2018-02-02"), by: Commissions())
        == .elsewhere)
  }

  @Test func aCommuneThatTheTableDoesNotKnowIsUnknown() throws {
    #expect(
      try Fixture.territory().placement(of: "93999", on: day("2024-01-02"), by: Commissions())
        == .unknown)
  }

  @Test func aCommuneThatChangedDepartementFollowsTheDate() throws {
    // Pont-Farcy left Calvados for Manche on 1 January 2018.
    let table = """
      insee,nom,departement,arrondissement,depuis,jusque,devient
      14513,Pont-Farcy,14,,,2017-12-31,50592
      50592,Tessy-Bocage,50,504,,,
      """
    let manche = try Territory(departement: "50", communes: table)
    let commissions = Fixture.commissions(["50592": "saint-lo"])
    #expect(
      manche.placement(of: "14513", on: day("2017-12-31"), by: commissions) == .elsewhere)
    guard
      case .here(let commune, let commission) = manche.placement(
        of: "14513", on: day("2018-01-01"), by: commissions)
    else {
      Issue.record("Pont-Farcy is in Manche from 2018")
      return
    }
    #expect(commune.insee == "50592")
    #expect(commission == "saint-lo")
  }

  @Test func aCommuneThatEndedGoesWhereItsHeirGoesAndOneOfNoCommissionToTheCentrale() throws {
    let territory = try Fixture.territory()
    let commissions = Fixture.commissions(["93066": "plaine-commune"])
    func commission(_ insee: String, _ on: String) -> String? {
      guard
        case .here(_, let name) = territory.placement(of: insee, on: day(on), by: commissions)
      else { return nil }
      return name
    }
    #expect(commission("93066", "2018-02-02") == "plaine-commune")
    #expect(commission("93059", "2018-02-02") == "plaine-commune")
    #expect(commission("93008", "2018-02-02") == Territory.central)
  }

  @Test(arguments: [
    "insee\n93008,Bobigny", "insee\n93008,Bobigny,93,931,demain,,", "insee\n9300,Bobigny,93,931,,,",
    "insee\n75056,Paris,75,751,,,", "",
  ])
  func aBrokenTableIsRefused(_ text: String) {
    #expect(throws: TableError.self) {
      try Territory(departement: "93", communes: text)
    }
  }

  @Test(arguments: [
    "code_postal,insee\n93200", "code_postal,insee\n9320,93066", "code_postal,insee\n93200;93066",
  ])
  func aBrokenTableOfPostcodesIsRefused(_ text: String) {
    #expect(throws: TableError.self) {
      try Territory(departement: "93", communes: Fixture.communes, postcodes: text)
    }
  }

  private static let codes: [(insee: String, problem: FieldProblem?)] = [
    ("93066", nil), ("75056", nil), ("93059", nil),
    // A commune that is younger than the table is received, with an alert.
    ("93999", nil), ("98818", nil),
    ("75101", .noCommune), ("00000", .noCommune), ("99100", .noCommune), ("2B999", .noCommune),
    ("93200", .postcode([Commune(insee: "93066", name: "Saint-Denis", departement: "93")])),
    // Another département's postcodes are not in memory.
    ("75016", .noCommune),
  ]

  @Test(arguments: codes)
  func aCodeOfNoCommuneIsTold(_ row: (insee: String, problem: FieldProblem?)) throws {
    #expect(try Fixture.territory().problem(of: row.insee) == row.problem)
  }

  @Test func aSetOfCodesHoldsWhatWasPutInAndNothingElse() {
    var codes = CommuneCodes()
    let some = ["00001", "2A004", "2B004", "93066", "97801", "99999"]
    for code in some { codes.insert(code.utf8) }
    for code in some { #expect(codes.contains(code)) }
    for code in [
      "02004", "2A005", "1A004", "20004", "93067", "9306", "930666", "2a004", "9٣066", "",
    ] {
      #expect(!codes.contains(code), "\(code)")
    }
  }

  @Test func aDirectoryOfPartnersIsReadLineByLine() throws {
    let directory = try PartnerDirectory(
      parsing: "# partners\n\netude-martin\thuissier\ncaf\tcaf\n")
    #expect(directory.users == ["caf", "etude-martin"])
    #expect(directory.kind(of: "etude-martin") == .huissier)
    #expect(directory.kind(of: "etude") == nil)
  }

  @Test(arguments: ["caf caf", "caf\tbanque", "\tcaf", "caf\tcaf\ncaf\tcaf"])
  func aBrokenDirectoryIsRefused(_ text: String) {
    #expect(throws: TableError.self) { try PartnerDirectory(parsing: text) }
  }
}
