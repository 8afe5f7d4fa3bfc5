import HouseholdSupport
import Contracts
import DebtSettlementDomain
import Testing
import Vocabulary

/// The order of the paths and what comes of each (domain.md 3.3.2, 3.3.3).
@Suite struct PathTests {
  /// SC01: CDP of 12 September 2017, debt of four rents, FSL asked on 28 September, paid 30
  /// October.
  @Test func theFSLPaysWithinTheCommandement() throws {
    var dossier = Dossier()
    try dossier.notice(of: 200_000, served: "2017-09-12")
    try dossier.obey(.openUrgentSettlement, on: "2017-09-28")
    #expect(dossier.lastFacts == [.settlementStarted])
    #expect(dossier.lastNotices == ["fsl-demande → kind.fsl"])
    #expect(dossier.notices.last?.notice.montant == Cents(200_000))
    // One month by the urgent procedure; 28 October 2017 is a Saturday.
    #expect(dossier.due(.fslReply) == "2017-10-30")
    try dossier.fsl(grants: 200_000, dated: "2017-10-30")
    #expect(dossier.lastFacts == [.fslGranted, .debtCleared])
    #expect(dossier.facts.last?.on.description == "2017-10-30")
    #expect(dossier.armed.isEmpty)
  }

  /// SC03: arrears signalled to the CAF on 15 June 2017, file sent to the landlord on 10 August.
  @Test func aLandlordWithHousingAidHasSixMonthsToAgreeAndTheCAFChecks() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 168_000, aid: 20_000, dated: "2017-06-15")
    try dossier.obey(.openSettlement, on: "2017-08-10")
    #expect(
      dossier.lastNotices == ["aide-a-maintenir → kind.caf", "plan-propose → user.bailleur-7"])
    // 10 February 2018 is a Saturday.
    #expect(dossier.due(.planReply) == "2018-02-12")
    #expect(dossier.notices.last?.notice.montant == Cents(7_000))
    #expect(dossier.notices.last?.notice.nombre == 24)
    try dossier.landlord(agrees: true, dated: "2017-11-03", count: 24, first: "2017-12-05")
    #expect(dossier.lastFacts == [.planAgreed])
    #expect(dossier.facts.last?.count == 24)
    #expect(dossier.facts.last?.until?.description == "2019-11-05")
    #expect(dossier.due(.planReply) == nil)
    #expect(dossier.due(.aidCheck) == "2018-05-03")
    try dossier.fire(.aidCheck)
    #expect(dossier.lastNotices == ["aide-a-maintenir → kind.caf"])
    // 3 November 2018 is a Saturday.
    #expect(dossier.due(.aidCheck) == "2018-11-05")
    try dossier.aid(kept: true, dated: "2017-11-20")
    #expect(dossier.lastFacts == [.aidMaintained])
  }

  struct Order: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let debt: Int
    let isUrgent: Bool
    let paths: [String]
  }

  /// Nobody ever answers: each path comes in its turn, and the last one is said to be the last.
  @Test(arguments: [
    Order(
      testDescription: "a small debt", debt: 150_000, isUrgent: false,
      paths: ["plan-propose", "fsl-demande"]),
    Order(
      testDescription: "a debt of six rents", debt: 300_000, isUrgent: false,
      paths: ["fsl-demande", "plan-propose"]),
    Order(
      testDescription: "a commandement running", debt: 150_000, isUrgent: true,
      paths: ["fsl-demande", "plan-propose"]),
    Order(
      testDescription: "above the ceiling of the FSL", debt: 900_000, isUrgent: true,
      paths: ["surendettement-a-constituer", "surendettement-a-constituer", "plan-propose"]),
  ])
  func silenceLeadsToTheNextPathAndToTheEnd(_ order: Order) throws {
    var dossier = Dossier()
    try dossier.arrears(of: order.debt, dated: "2018-01-08")
    try dossier.obey(
      order.isUrgent ? .openUrgentSettlement : .openSettlement, on: "2018-01-15")
    while let next = dossier.armed.min(by: { $0.value.firesOn < $1.value.firesOn }) {
      try dossier.fire(try #require(SettlementDeadline(rawValue: next.key)))
    }
    #expect(dossier.notices.map(\.notice.code.rawValue) == order.paths)
    #expect(dossier.facts.last?.trigger == .settlementExhausted)
    #expect(dossier.facts.filter { $0.trigger == .settlementExhausted }.count == 1)
  }

  /// 1 830 € in 36 parts: 35 times 50.83 € and once 50.95 €.
  @Test func thirtySixInstalmentsAreTheMost() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 298_800, rent: 100_000, dated: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    #expect(dossier.notices.last?.notice.nombre == 36)
    #expect(dossier.notices.last?.notice.montant == Cents(8_300))
  }

  /// SC07: three signals of one debt, in any order of arrival.
  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func theLatestDecompteIsTheDebt(_ order: [Int]) throws {
    var dossier = Dossier()
    for index in order {
      switch index {
      case 0: try dossier.arrears(of: 291_000, dated: "2018-01-22", on: "2018-02-10")
      case 1: try dossier.arrears(of: 295_000, aid: 10_000, dated: "2018-01-29", on: "2018-02-10")
      default: try dossier.notice(of: 298_500, served: "2018-02-02")
      }
    }
    #expect(dossier.file?.outstanding == Cents(298_500))
    #expect(dossier.file?.aid.amount == Cents(10_000))
    #expect(dossier.file?.creditors.landlord == "bailleur-7")
    #expect(dossier.file?.creditors.huissier == "etude-1")
  }

  @Test func thePlanGoesToTheHuissierWhileTheLandlordIsUnknown() throws {
    var dossier = Dossier()
    try dossier.notice(of: 150_000, served: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    #expect(dossier.lastNotices == ["plan-propose → user.etude-1"])
  }

  @Test func aPartOfTheDebtFromTheFSLLeavesTheRestToAPlan() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    try dossier.landlord(agrees: false, dated: "2018-01-20")
    #expect(dossier.lastFacts == [.planRefused])
    #expect(dossier.lastNotices == ["fsl-demande → kind.fsl"])
    try dossier.fsl(grants: 80_000, dated: "2018-03-01")
    #expect(dossier.lastFacts == [.fslGranted])
    #expect(dossier.lastNotices == ["plan-propose → user.bailleur-7"])
    #expect(dossier.notices.last?.notice.nombre == 10)
  }

  @Test func aDebtPaidWithdrawsWhatWasAskedAndIsReopenedByANewDebt() throws {
    var dossier = Dossier()
    // SC21: CDP of 8 March 2018, paid in full on 15 May.
    try dossier.notice(of: 200_000, served: "2018-03-08")
    try dossier.obey(.openUrgentSettlement, on: "2018-03-20")
    try dossier.solde(dated: "2018-05-15")
    #expect(dossier.lastNotices == ["apurement-sans-objet → kind.fsl"])
    #expect(dossier.lastFacts == [.debtCleared])
    #expect(dossier.armed.isEmpty)
    try dossier.solde(dated: "2018-05-16")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.obey(.openSettlement, on: "2018-05-20")
    #expect(dossier.lastFacts == [.debtCleared])
    try dossier.notice(of: 120_000, served: "2019-02-04")
    try dossier.obey(.openSettlement, on: "2019-02-11")
    #expect(dossier.lastFacts == [.settlementStarted])
  }

  @Test func anUrgencyOnTheWayAsksTheFSLBesideTheLandlord() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    try dossier.obey(.openUrgentSettlement, on: "2018-01-29")
    #expect(dossier.lastNotices == ["fsl-demande → kind.fsl"])
    #expect(dossier.due(.planReply) != nil && dossier.due(.fslReply) == "2018-02-28")
    try dossier.obey(.openUrgentSettlement, on: "2018-01-30")
    #expect(dossier.lastNotices.isEmpty)
  }

  @Test func aStoppedSettlementWithdrawsItsDemandsAndWaitsForNothing() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 300_000, dated: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    try dossier.obey(.stopSettlement, on: "2018-02-01")
    #expect(dossier.lastNotices == ["apurement-sans-objet → kind.fsl"])
    #expect(dossier.armed.isEmpty)
    try dossier.obey(.stopSettlement, on: "2018-02-02")
    #expect(dossier.lastNotices.isEmpty)
  }

  @Test func anAnswerSaidTwiceOrOlderThanTheLastHasNoEffect() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    try dossier.landlord(agrees: true, dated: "2018-02-01", count: 20, first: "2018-03-05")
    try dossier.landlord(agrees: true, dated: "2018-02-01", count: 20, first: "2018-03-05")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.landlord(agrees: false, dated: "2018-01-25", on: "2018-02-03")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.fsl(grants: nil, dated: "2018-02-10")
    try dossier.fsl(grants: nil, dated: "2018-02-10")
    #expect(dossier.facts.filter { $0.trigger == .fslRefused }.count == 1)
  }
}
