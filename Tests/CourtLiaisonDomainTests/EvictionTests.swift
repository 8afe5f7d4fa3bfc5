import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import Testing
import Vocabulary

/// The eviction, its furniture, the departure.
@Suite struct EvictionTests {
  private func granted(_ day: String) throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(
      landlord: .personneMoraleSociale, huissier: "etude-a", bailleur: "habitat-93", on: day)
    try dossier.prefect(day, grants: true)
    return dossier
  }

  /// SC40: eviction of 6 May 2025, record to préfet and CCAPEX; furniture until Monday 7 July,
  /// contest until 6 June. R433-1: a month until 2019. L431-3: a copy since 29 July 2023.
  @Test(
    arguments: [
      (day: "2025-05-06", removal: "2025-07-07", contest: "2025-06-06", copies: true),
      (day: "2023-07-28", removal: "2023-09-28", contest: "2023-08-28", copies: false),
      (day: "2020-01-02", removal: "2020-03-02", contest: "2020-02-03", copies: false),
      (day: "2019-10-30", removal: "2019-12-02", contest: nil, copies: false),
    ] as [(day: String, removal: String, contest: String?, copies: Bool)])
  func theFurnitureMayBeFetchedAndTheRecordIsSent(
    _ row: (day: String, removal: String, contest: String?, copies: Bool)
  ) throws {
    var dossier = try granted(try civil(row.day).adding(days: -7).description)
    try dossier.eviction(row.day, furniture: true)
    #expect(dossier.lastFacts == [.evictionReported])
    #expect(dossier.due(.furniture) == row.removal)
    #expect(dossier.due(.furnitureContest) == row.contest)
    let copies = ["pv-expulsion → kind.prefecture", "pv-expulsion → kind.ccapex"]
    #expect(
      dossier.lastNotices == (row.copies ? copies : []) + [
        "meubles-a-retirer → kind.menage", "meubles-a-retirer → kind.service-social",
      ])
    // The end of the file does not shorten what the household has left to do.
    try dossier.obey(.closeCourtFile, on: row.day)
    #expect(dossier.due(.furniture) == row.removal)
  }

  @Test func noFurnitureLeftLeavesNothingToFetch() throws {
    var dossier = try granted("2025-04-22")
    try dossier.eviction("2025-05-06", furniture: false)
    #expect(dossier.armed.isEmpty)
  }

  /// L141-1: never on a Sunday or a public holiday; Saturday is allowed.
  @Test(
    arguments: [
      (day: "2025-05-11", isAllowed: false), (day: "2025-05-08", isAllowed: false),
      (day: "2025-05-10", isAllowed: true), (day: "2025-05-06", isAllowed: true),
    ])
  func anEvictionOnAForbiddenDayIsToldToThePrefet(
    _ row: (day: String, isAllowed: Bool)
  ) throws {
    var dossier = try granted("2025-04-22")
    try dossier.eviction(row.day, furniture: false)
    #expect(
      dossier.lastNotices.contains("expulsion-irreguliere → kind.prefecture") == !row.isAllowed)
  }

  @Test(arguments: [true, false])
  func theForcePubliqueNeedsThePrefet(_ police: Bool) throws {
    var dossier = Dossier()
    try dossier.eviction("2025-05-06", police: police, furniture: false)
    #expect(dossier.lastNotices.contains("dossier-a-revoir → kind.prefecture") == police)
    #expect(dossier.lastFacts == [.evictionReported])
  }

  /// SC45: keys of 10 September 2024, hearing on the 17th.
  @Test func keysBeforeTheJudgmentLeaveTheDebtClaim() throws {
    var dossier = Dossier()
    try dossier.summons("2024-06-03", hearing: "2024-09-17")
    try dossier.departure("2024-09-10", keys: true)
    #expect(dossier.lastFacts == [.keysReturned])
    #expect(dossier.lastNotices == ["mesures-en-cours → kind.tribunal"])
    #expect(dossier.notices.last?.notice.audience?.description == "2024-09-17")
    // Nobody is reminded of a hearing for a dwelling that he left (SC19).
    try dossier.obey(.informTenantOfHearing, on: "2024-09-11")
    #expect(dossier.lastNotices.isEmpty)
    var judged = Dossier()
    try judged.ruling("2024-09-17", .expulsionFerme)
    try judged.departure("2024-10-07", keys: true)
    #expect(judged.lastFacts == [.departed])
  }

  @Test func aHouseholdInBadFaithHasNoCard() throws {
    var dossier = Dossier()
    try dossier.ruling("2024-04-09", .expulsionFerme, findings: [.badFaith])
    try dossier.eviction("2024-06-03", furniture: false)
    try dossier.obey(.recordPostMortem, on: "2024-06-04")
    #expect(dossier.file?.postMortems == [] && dossier.lastNotices.isEmpty)
  }
}
