import HouseholdSupport
import Contracts
import DebtSettlementDomain
import Testing
import Vocabulary

@testable import LegalCalendar

/// The housing aid by the rules of 2016, 2019 and 2027 (domain.md 2.2, 3.3.2, T1).
@Suite struct AidTests {
  struct Arrears: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let on: String
    let debt: Int
    let isReached: Bool
    var isThirdParty = false
    var readsCharges = false
    var firstDefault: String?
  }

  /// A rent of 400 €, charges of 100 €, an aid of 150 €.
  @Test(arguments: [
    Arrears(testDescription: "2017: two rents", on: "2017-05-31", debt: 80_000, isReached: true),
    Arrears(testDescription: "2017: a cent less", on: "2017-05-31", debt: 79_999, isReached: false),
    Arrears(
      testDescription: "2017, charges read as included", on: "2017-05-31", debt: 80_000,
      isReached: false, readsCharges: true),
    Arrears(
      testDescription: "2017, net of the aid", on: "2017-05-31", debt: 50_000, isReached: true,
      isThirdParty: true),
    Arrears(
      testDescription: "2019: charges count", on: "2019-09-01", debt: 99_999, isReached: false),
    Arrears(testDescription: "2019: two months", on: "2019-09-01", debt: 100_000, isReached: true),
    Arrears(
      testDescription: "2026, net of the aid", on: "2026-12-31", debt: 70_000, isReached: true,
      isThirdParty: true),
    Arrears(testDescription: "2027: 450 €", on: "2027-01-01", debt: 45_000, isReached: false),
    Arrears(testDescription: "2027: above", on: "2027-01-01", debt: 45_001, isReached: true),
    Arrears(
      testDescription: "2027: three months after a first default", on: "2027-04-05", debt: 1,
      isReached: true, firstDefault: "2027-01-05"),
    Arrears(
      testDescription: "2027: not yet three months", on: "2027-04-04", debt: 1, isReached: false,
      firstDefault: "2027-01-05"),
  ])
  func theThresholdIsThatOfTheDayOfConstitution(_ row: Arrears) throws {
    let claim = Claim(
      on: try civil(row.on), debt: Cents(row.debt), rent: Cents(40_000), charges: Cents(10_000))
    let isReached = try AidThreshold.isReached(
      by: claim, aid: Cents(15_000), isThirdParty: row.isThirdParty,
      firstDefault: try row.firstDefault.map(civil), readsChargesIncluded: row.readsCharges)
    #expect(isReached == row.isReached)
  }

  /// The months after a first default stand in the rule book and nowhere else: the version of the
  /// day on which they end says how many they are.
  @Test func theMonthsAfterAFirstDefaultAreThoseOfTheRule() throws {
    let first = try civil("2027-01-05")
    let limit = try #require(AidThreshold.limit(after: first))
    #expect(limit.day.description == "2027-04-05" && limit.delay == .months(3))
    let corrected = try RuleBook.rules.filter { $0.id == .aplImpaye }.map { rule in
      guard case .arrearsOver(let amount, _) = rule.value else { return rule }
      return Rule(
        id: rule.id, from: try civil("2027-05-05"), through: nil,
        value: .arrearsOver(amount, orMonths: 4), origin: rule.origin, scope: rule.scope,
        article: rule.article, source: rule.source, certainty: rule.certainty, note: "", days: "")
    }
    let later = try #require(AidThreshold.limit(after: first, by: corrected))
    #expect(later.day.description == "2027-05-05" && later.delay == .months(4))
    #expect(AidThreshold.limit(after: try civil("2027-01-04"), by: corrected) == nil)
    #expect(AidThreshold.limit(after: try civil("2024-01-05")) == nil)
  }

  @Test func noThresholdIsGuessedBeforeTheRuleIsKnown() throws {
    let claim = Claim(on: try civil("2016-08-31"), debt: Cents(1), rent: Cents(1), charges: .zero)
    #expect(throws: RuleError.self) {
      try AidThreshold.isReached(
        by: claim, aid: .zero, isThirdParty: false, readsChargesIncluded: false)
    }
  }

  /// SC03: arrears constituted on 31 May 2017, to be signalled by 31 July; signalled on 15 June;
  /// the file goes to the landlord on 10 August; a plan of 24 × 70 € on 3 November.
  @Test func theLandlordsPlanHasSixMonthsFromTheDayTheFileWasSent() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 168_000, rent: 80_000, constituted: "2017-05-31", toCAF: false,
      dated: "2017-06-08")
    #expect(dossier.due(.aidSignal) == "2017-07-31")
    #expect(dossier.lastNotices == ["aide-a-signaler → user.bailleur-7"])
    try dossier.arrearsWithAid(
      20_000, of: 168_000, rent: 80_000, constituted: "2017-05-31", toCAF: true,
      dated: "2017-06-15")
    #expect(dossier.due(.aidSignal) == nil)
    #expect(dossier.file?.aid.signalDue?.description == "2017-07-31")
    try dossier.obey(.openSettlement, on: "2017-07-03")
    try dossier.file(sentTo: .bailleur, dated: "2017-08-10")
    // 10 February 2018 is a Saturday.
    #expect(dossier.due(.planReply) == "2018-02-12")
    try dossier.landlord(agrees: true, dated: "2017-11-03", count: 24, first: "2017-12-05")
    #expect(dossier.file?.schedule?.amount(ofInstalment: 24) == Cents(7_000))
    // Checked by May and November 2018; 3 November is a Saturday.
    #expect(dossier.due(.aidCheck) == "2018-05-03")
    try dossier.fire(.aidCheck)
    #expect(dossier.due(.aidCheck) == "2018-11-05")
  }

  @Test func theOrganismePayeurIsToldOfALandlordThatDidNotSignal() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 168_000, constituted: "2019-10-10", toCAF: false, dated: "2019-11-04")
    #expect(dossier.due(.aidSignal) == "2019-12-10")
    try dossier.fire(.aidSignal)
    #expect(dossier.lastNotices == ["aide-a-signaler → kind.caf"])
    #expect(dossier.notices.last?.notice.article == "CCH R824-1")
  }

  /// Six months direct, three after a plan that failed; by the version of the day of the signal,
  /// and by the Charte from 2027, whose procedure is not known.
  @Test(arguments: [
    ("2017-06-15", true, "2018-03-12"), ("2017-06-15", false, "2018-02-12"),
    ("2020-06-15", true, "2021-02-10"), ("2020-06-15", false, "2021-02-10"),
  ])
  func theFSLHasItsDelayFromTheDayItIsSentTheFile(
    _ row: (signal: String, afterPlan: Bool, due: String)
  ) throws {
    var dossier = Dossier()
    let year = try civil(row.signal).components.year
    try dossier.arrearsWithAid(
      20_000, of: 168_000, constituted: nil, toCAF: true, dated: row.signal)
    if row.afterPlan {
      try dossier.obey(.openSettlement, on: "\(year)-07-01")
      try dossier.landlord(agrees: false, dated: "\(year)-07-20")
      try dossier.file(sentTo: .fsl, dated: year == 2017 ? "2017-12-12" : "2020-11-10")
    } else {
      try dossier.file(sentTo: .fsl, dated: "\(year)-08-10")
    }
    #expect(dossier.due(.fslReply) == row.due)
  }

  @Test func smallArrearsHaveHalvedDelays() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      35_000, of: 9_000, rent: 39_000, constituted: "2017-05-31", isThirdParty: false, toCAF: true,
      dated: "2017-06-15")
    // One month instead of two (R351-31); 15 July 2017 is a Saturday.
    #expect(dossier.due(.directPayment) == "2017-07-17")
    try dossier.file(sentTo: .bailleur, dated: "2017-08-10")
    #expect(dossier.due(.planReply) == "2017-11-10")
    try dossier.landlord(agrees: false, dated: "2017-09-04")
    // Three months, halved: a month and fifteen days.
    #expect(dossier.due(.fslReply) == "2017-10-19")
  }

  /// R824-8: only the FSL that the organisme payeur seized counts, refusing or silent; an urgent
  /// request of another origin says nothing of that procedure.
  @Test func onlyTheFSLOfItsOwnProcedureLeadsTheCAFToItsLastResort() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 183_000, constituted: nil, toCAF: true, dated: "2020-06-15")
    try dossier.obey(.openUrgentSettlement, on: "2020-07-01")
    try dossier.fsl(grants: nil, dated: "2020-08-03")
    try dossier.landlord(agrees: false, dated: "2020-08-10")
    #expect(dossier.lastFacts == [.planRefused, .settlementExhausted])
    #expect(!dossier.notices.contains { $0.notice.code == .aideTrenteSixiemes })
    try dossier.file(sentTo: .fsl, dated: "2020-09-01")
    var silent = dossier
    try silent.fire(.fslReply)
    #expect(silent.lastNotices == ["aide-trente-sixiemes → kind.caf"])
    try dossier.fsl(grants: nil, dated: "2020-10-05")
    #expect(dossier.lastNotices == ["aide-trente-sixiemes → kind.caf"])
    #expect(dossier.notices.last?.notice.article == "CCH R824-8, R824-12")
  }

  @Test func theCAFIsRemindedOfItsNotice() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 183_000, constituted: nil, toCAF: true, dated: "2020-06-15")
    try dossier.file(sentTo: .fsl, dated: "2020-09-01")
    try dossier.fsl(grants: nil, dated: "2020-10-05")
    #expect(dossier.due(.aidNotice) == "2020-12-07")
    var noticed = dossier
    try noticed.file(sentTo: .miseEnDemeure, dated: "2020-11-02")
    #expect(noticed.due(.aidNotice) == nil)
    try dossier.fire(.aidNotice)
    #expect(dossier.lastNotices == ["aide-trente-sixiemes → kind.caf"])
    #expect(dossier.notices.last?.notice.texte.hasPrefix("Rappel") == true)
  }

  /// From 2027 a first default that is still unpaid after three months constitutes the arrears, of
  /// whatever amount, where nobody says the day.
  @Test func aFirstDefaultConstitutesTheArrearsThreeMonthsLater() throws {
    var dossier = Dossier()
    try dossier.firstDefault("2027-01-05", of: 30_000, dated: "2027-02-10")
    #expect(dossier.due(.aidConstitution) == "2027-04-05")
    #expect(dossier.due(.aidSignal) == nil)
    var paid = dossier
    try paid.obey(.openSettlement, on: "2027-02-15")
    try paid.solde(dated: "2027-03-01")
    #expect(paid.due(.aidConstitution) == nil)
    try dossier.fire(.aidConstitution)
    #expect(dossier.file?.aid.constitutedOn?.description == "2027-04-05")
    // 5 June 2027 is a Saturday.
    #expect(dossier.due(.aidSignal) == "2027-06-07")
    #expect(dossier.lastNotices == ["aide-a-signaler → user.bailleur-7"])
  }

  @Test func aLaterDecompteReckonsTheConstitutionAgain() throws {
    var dossier = Dossier()
    try dossier.firstDefault("2027-01-05", of: 30_000, dated: "2027-02-10")
    // The first terms were paid since: the oldest that is unpaid is younger.
    var younger = dossier
    try younger.firstDefault("2027-03-05", of: 20_000, dated: "2027-03-20")
    #expect(younger.due(.aidConstitution) == "2027-06-05")
    // Or the amount alone is enough.
    try dossier.firstDefault("2027-01-05", of: 45_001, dated: "2027-03-20")
    #expect(dossier.due(.aidConstitution) == nil)
    #expect(dossier.file?.aid.constitutedOn?.description == "2027-03-20")
    // A décompte after the three months: they were constituted before it.
    var late = Dossier()
    try late.firstDefault("2027-01-05", of: 10_000, dated: "2027-05-20")
    #expect(late.file?.aid.constitutedOn?.description == "2027-04-05")
    // Before 2027 a first default says nothing of the amount.
    var before = Dossier()
    try before.firstDefault("2026-06-05", of: 30_000, dated: "2026-07-10")
    #expect(before.due(.aidConstitution) == nil && before.file?.aid.constitutedOn == nil)
  }

  /// Neither plan nor FSL: 1/36 a month, from the month after the notice.
  @Test func theLastResortIsAThirtySixthAMonth() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 183_000, constituted: "2017-05-31", toCAF: true, dated: "2017-06-15")
    try dossier.obey(.openSettlement, on: "2017-07-03")
    try dossier.landlord(agrees: false, dated: "2017-08-01")
    try dossier.file(sentTo: .fsl, dated: "2017-08-10")
    try dossier.fsl(grants: nil, dated: "2017-09-01")
    #expect(dossier.lastNotices == ["aide-trente-sixiemes → kind.caf"])
    #expect(dossier.lastFacts == [.fslRefused, .settlementExhausted])
    try dossier.file(sentTo: .miseEnDemeure, dated: "2017-10-05")
    #expect(dossier.due(.instalment) == "2017-11-05")
    #expect(dossier.file?.schedule?.amount(ofInstalment: 1) == Cents(5_083))
    #expect(dossier.file?.schedule?.amount(ofInstalment: 36) == Cents(5_095))
    for rank in 1...36 {
      while dossier.armed["aid.check"].map({ $0.firesOn.description })
        ?? "9999" <= dossier.due(.instalment) ?? ""
      { try dossier.fire(.aidCheck) }
      let amount = try #require(dossier.file?.schedule?.amount(ofInstalment: rank))
      try dossier.pay(rank, amount.value, dated: try #require(dossier.due(.instalment)))
    }
    #expect(dossier.lastFacts == [.planCompleted, .debtCleared])
    #expect(dossier.facts.last?.on.description == "2020-10-05")
  }

  @Test func aLastResortThatIsNotPaidIsToldToWhoeverDecidesOnTheAid() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 183_000, constituted: nil, toCAF: true, dated: "2017-06-15")
    try dossier.file(sentTo: .miseEnDemeure, dated: "2017-10-05")
    try dossier.fire(.instalment)
    try dossier.fire(.grace)
    #expect(dossier.lastNotices.contains("echeance-impayee → kind.caf"))
    #expect(dossier.lastFacts.first == .planBroken)
  }

  /// R351-31, then R824-20: two months of silence are a no; a yes takes effect two months later.
  @Test func theAidGoesToTheLandlordTwoMonthsAfterItsYes() throws {
    var dossier = Dossier()
    try dossier.arrearsWithAid(
      20_000, of: 183_000, constituted: nil, isThirdParty: false, toCAF: true, dated: "2019-09-16")
    #expect(dossier.lastNotices.contains("tiers-payant-propose → user.bailleur-7"))
    #expect(dossier.due(.directPayment) == "2019-11-18")
    var silent = dossier
    try silent.fire(.directPayment)
    #expect(silent.file?.aid.directPayment == .refused)
    let yes = APLDecision(date: try civil("2019-10-14"), maintien: true, tiers_payant: true)
    try dossier.learn(.aplDecision(yes), from: "caf", .caf, on: "2019-10-14")
    #expect(dossier.lastNotices == ["tiers-payant-propose → kind.menage"])
    // It takes effect on its day, worked or not.
    #expect(dossier.due(.directPaymentStart) == "2019-12-14")
    var paid = dossier
    try paid.solde(dated: "2019-12-02")
    #expect(paid.due(.directPaymentStart) == nil)
    try dossier.fire(.directPaymentStart)
    #expect(dossier.file?.aid.isThirdParty == true)
    #expect(dossier.lastNotices == ["tiers-payant-propose → kind.caf"])
  }

  /// Until 2026 the commission gives an opinion, from 2027 it decides, and the CAF no more.
  @Test func theCommissionDecidesFrom2027() throws {
    var before = Dossier()
    try before.opinion(.aideMaintenue, dated: "2026-12-31")
    #expect(before.lastFacts.isEmpty && before.lastNotices == ["aide-a-maintenir → kind.caf"])
    var after = Dossier()
    try after.opinion(.aideMaintenue, dated: "2027-01-01")
    #expect(after.lastFacts == [.aidMaintained] && after.lastNotices.isEmpty)
  }

  @Test func theWordOfTheCAFAloneIsNoDecisionFrom2027() throws {
    var dossier = Dossier()
    try dossier.aid(kept: false, dated: "2027-02-01")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.ccapex"])
    try dossier.opinion(.aideSuspendue, dated: "2027-02-15")
    #expect(dossier.lastFacts == [.aidSuspended])
    try dossier.arrearsWithAid(
      20_000, of: 46_000, constituted: nil, toCAF: true, dated: "2027-02-16")
    try dossier.obey(.openSettlement, on: "2027-03-01")
    try dossier.landlord(agrees: true, dated: "2027-03-08", count: 10, first: "2027-04-05")
    #expect(dossier.lastNotices == ["aide-a-maintenir → kind.ccapex"])
  }
}
