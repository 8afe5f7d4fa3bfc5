import HouseholdSupport
import Contracts
import DebtSettlementDomain
import Testing
import Vocabulary

/// The protocole de cohésion sociale (CCH L353-15-2, L442-6-5; domain.md 3.3.2).
@Suite struct CohesionTests {
  private func signed() throws -> Dossier {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 168_000, constituted: nil, toCAF: true, dated: "2018-02-01")
    try dossier.aid(kept: false, dated: "2018-06-05")
    try dossier.cohesion(dated: "2018-10-01", until: "2020-10-01")
    return dossier
  }

  /// SC26: signed on 1 October 2018 for two years; paid until March 2019; amended on 20 June.
  @Test func aBreachLeavesThreeMonthsForAnAmendment() throws {
    var dossier = try signed()
    #expect(dossier.lastFacts == [.cohesionProtocolSigned])
    #expect(dossier.facts.last?.until?.description == "2020-10-01")
    try dossier.incident(dated: "2019-04-05")
    #expect(
      dossier.lastNotices == [
        "protocole-rompu → kind.caf", "protocole-rompu → user.bailleur-7",
        "protocole-rompu → kind.menage", "protocole-rompu → kind.service-social",
      ])
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.due(.protocolRenegotiation) == "2019-07-05")
    try dossier.incident(dated: "2019-05-05")
    #expect(dossier.lastNotices.isEmpty)
    try dossier.cohesion(dated: "2019-06-20", until: "2025-01-01", amends: true)
    #expect(dossier.due(.protocolRenegotiation) == nil)
    // Five years in all.
    #expect(dossier.due(.protocolEnd) == "2023-10-01")
    try dossier.fire(.protocolEnd)
    #expect(dossier.lastFacts == [.cohesionProtocolEnded])
    #expect(dossier.notices.last?.notice.echeance?.description == "2024-01-01")
  }

  @Test func withoutAnAmendmentTheProtocolIsBroken() throws {
    var dossier = try signed()
    try dossier.incident(dated: "2019-04-05")
    try dossier.fire(.protocolRenegotiation)
    #expect(dossier.lastFacts == [.cohesionProtocolBroken])
    #expect(dossier.due(.protocolEnd) == nil && dossier.due(.protocolBackPayment) == nil)
    try dossier.cohesion(dated: "2019-09-02", until: "2021-09-02")
    #expect(dossier.lastFacts == [.cohesionProtocolSigned])
  }

  @Test func aProtocolIsNeverLongerThanTwoYears() throws {
    var dossier = Dossier()
    try dossier.cohesion(dated: "2018-10-01", until: "2024-10-01")
    #expect(dossier.due(.protocolEnd) == "2020-10-01")
  }

  /// Below 450 € at once, else half-yearly (CCH R351-30-1): here 200 € a month for nearly four
  /// months.
  @Test func aLargeBackPaymentIsHalfYearly() throws {
    var dossier = try signed()
    #expect(dossier.lastNotices == ["aide-a-maintenir → kind.caf"])
    #expect(dossier.due(.protocolBackPayment) == "2019-04-01")
    try dossier.fire(.protocolBackPayment)
    #expect(dossier.lastNotices == ["aide-a-maintenir → kind.caf"])
    #expect(AidBackPayment.isAtOnce(Cents(44_999)) && !AidBackPayment.isAtOnce(Cents(45_000)))
  }

  /// C. consom. L722-16: with an effacement it runs three years from the decision.
  @Test func anEffacementProlongsTheProtocol() throws {
    var dossier = try signed()
    try dossier.commission(admits: true, dated: "2019-02-04")
    try dossier.incident(dated: "2019-04-05")
    #expect(dossier.lastNotices.isEmpty)
    try dossier.measures(.prp, dated: "2019-05-06")
    #expect(dossier.due(.protocolEnd) == "2022-05-06")
    try dossier.fire(.surendettementContest)
    try dossier.obey(.stopSettlement, on: "2019-06-10")
    #expect(dossier.due(.protocolEnd) == "2022-05-06")
  }
}
