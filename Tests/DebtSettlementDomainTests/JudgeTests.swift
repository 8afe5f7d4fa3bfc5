import HouseholdSupport
import DebtSettlementDomain
import Testing
import Vocabulary

@testable import Contracts

/// The judge's schedule, its instalments and the current rent (T10, 3.5.3), and what the commission
/// de surendettement makes of it (C. consom. L714-1).
@Suite struct JudgeTests {
  private func granted(on day: String, first: String, debt: Int = 216_000) throws -> Dossier {
    var dossier = Dossier()
    try dossier.notice(of: debt, served: "2018-01-15")
    try dossier.judge(grants: 24, of: 9_000, from: first, dated: day)
    return dossier
  }

  @Test func lessThanTheJudgesInstalmentIsNotTheInstalment() throws {
    var dossier = try granted(on: "2024-05-14", first: "2024-06-10", debt: 220_000)
    try dossier.pay(1, 8_999, dated: "2024-06-10")
    #expect(dossier.due(.instalment) == "2024-06-10")
    try dossier.pay(1, 1, dated: "2024-06-11")
    #expect(dossier.due(.instalment) == "2024-07-10")
    // The last one takes the remainder.
    #expect(dossier.file?.schedule?.amount(ofInstalment: 24) == Cents(13_000))
  }

  /// Under the law of 2023 as before, the current rent is part of what the judge ordered.
  @Test(arguments: [
    ("2018-05-15", "loi 89-462, art. 24 V ; instruction du 22 mars 2017, § 3.2"),
    ("2024-05-14", "loi 89-462, art. 24 V, VII ; instruction du 22 mars 2017, § 3.2"),
  ])
  func anUnpaidRentBreaksTheSchedule(_ row: (day: String, article: String)) throws {
    let year = try civil(row.day).components.year
    var dossier = try granted(on: row.day, first: "\(year)-06-10")
    try dossier.pay(1, 9_000, dated: "\(year)-06-10")
    try dossier.incident(dated: "\(year)-07-05", on: "\(year)-07-08")
    #expect(
      dossier.lastNotices == [
        "echeance-impayee → kind.menage", "echeance-impayee → kind.service-social",
      ])
    #expect(dossier.due(.rent) == "\(year)-07-10")
    try dossier.incident(dated: "\(year)-07-05", on: "\(year)-07-09")
    #expect(dossier.lastNotices.isEmpty)
    try dossier.fire(.rent)
    #expect(dossier.lastFacts == [.scheduleBroken, .settlementStarted])
    // The clause plays again from the unpaid term, whenever that is found out.
    #expect(dossier.facts.dropLast().last?.on.description == "\(year)-07-05")
    #expect(dossier.facts.dropLast().last?.article == row.article)
    #expect(dossier.lastNotices.last == "fsl-demande → kind.fsl")
    #expect(dossier.file?.schedules.last?.stage == .broken)
    #expect(dossier.file?.schedules.last?.brokenAt == 2)
  }

  @Test func whatTheLandlordSaysOfAnotherTimeBreaksNothing() throws {
    var dossier = try granted(on: "2024-05-14", first: "2024-06-10")
    try dossier.incident(dated: "2024-04-05", on: "2024-05-20")
    try dossier.incident(1, dated: "2024-06-10", on: "2024-06-10")
    #expect(dossier.lastNotices.isEmpty && dossier.due(.instalment) == "2024-06-10")
  }

  @Test func anUnpaidInstalmentBreaksTheScheduleOnItsOwnDay() throws {
    // SC28: the tolerance of the Charte says when it is found out, not when the suspension ended.
    var dossier = try granted(on: "2024-05-14", first: "2024-06-10")
    try dossier.fire(.instalment)
    try dossier.fire(.grace)
    #expect(dossier.lastFacts == [.scheduleBroken, .settlementStarted])
    #expect(dossier.facts.dropLast().last?.on.description == "2024-06-10")
  }

  /// SC41: whether notice was given, a human checks; the landlord is told nothing.
  @Test func sixMonthsAfterASeparationTheSocialServiceChecksWhoStillOwes() throws {
    var dossier = try granted(on: "2024-02-13", first: "2024-03-10")
    let left = MenageChangement(date: try civil("2024-03-03"), nature: .separation)
    try dossier.learn(
      .menageChangement(left), from: "service-social", .serviceSocial, on: "2024-03-06")
    #expect(dossier.due(.solidarity) == "2024-09-03")
    try dossier.fire(.solidarity)
    #expect(dossier.lastNotices == ["solidarite-a-verifier → kind.service-social"])
    #expect(dossier.notices.last?.notice.texte.contains("vérifiez-le") == true)
    #expect(dossier.notices.last?.notice.texte.contains("partenaires de PACS") == true)
  }

  /// Art. 8-2: only the social service hears of the victim's solidarity, since the law of 23
  /// November 2018.
  @Test(
    arguments: [
      ("2018-11-24", []), ("2018-11-25", ["solidarite-a-verifier → kind.service-social"]),
    ])
  func ofViolenceOnlyTheSocialServiceHears(_ date: String, _ told: [String]) throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2018-02-05")
    try dossier.obey(.openSettlement, on: "2018-02-06")
    let change = MenageChangement(date: try civil(date), nature: .violences)
    try dossier.learn(.menageChangement(change), from: "service-social", .serviceSocial, on: date)
    #expect(dossier.lastNotices == told && dossier.lastFacts.isEmpty)
    #expect(dossier.due(.solidarity) == nil)
    guard !told.isEmpty else { return }
    #expect(dossier.notices.last?.notice.article == "loi 89-462, art. 8-2")
    // By that word the export of a dossier leaves the notice out.
    #expect(dossier.notices.last?.notice.texte.contains("violences") == true)
  }

  /// Art. 8-1 VI: from the day on which the congé takes effect, where it is told.
  @Test func solidarityRunsFromTheEffectOfTheConge() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2024-02-05")
    try dossier.obey(.openSettlement, on: "2024-02-06")
    var left = MenageChangement(date: try civil("2024-03-03"), nature: .separation)
    left.conge_effet = try civil("2024-06-03")
    try dossier.learn(
      .menageChangement(left), from: "service-social", .serviceSocial, on: "2024-03-06")
    #expect(dossier.due(.solidarity) == "2024-12-03")
    try dossier.fire(.solidarity)
    #expect(dossier.notices.last?.notice.texte.contains("depuis l'effet du congé") == true)
    #expect(dossier.notices.last?.notice.texte.contains("partenaires de PACS") == true)
    #expect(dossier.notices.last?.notice.texte.contains("vérifiez-le") == false)
  }

  /// SC23: recevable after the clause was acquired; a judgment of 2019 or later follows the
  /// measures.
  @Test func theCommissionsPlanReplacesTheJudgesSchedule() throws {
    var dossier = try granted(on: "2020-05-12", first: "2020-06-10")
    try dossier.commission(admits: true, dated: "2020-06-01")
    #expect(dossier.due(.instalment) == "2020-06-10")
    try dossier.measures(.plan, dated: "2020-06-08", until: "2023-06-08")
    #expect(dossier.lastFacts == [.surendettementAdmitted, .surendettementPlanAdopted])
    #expect(dossier.due(.instalment) == nil)
    #expect(dossier.file?.schedule?.stage == .replaced)
    var broken = dossier
    try broken.incident(dated: "2021-03-05")
    try broken.fire(.rent)
    #expect(broken.lastFacts.first == .scheduleBroken)
    try dossier.fire(.surendettementEnd)
    #expect(dossier.lastFacts == [.surendettementEnded, .scheduleKept, .debtCleared])
  }

  @Test func ajudgmentOf2018KeepsItsOwnSchedule() throws {
    var dossier = try granted(on: "2018-05-15", first: "2018-06-10")
    try dossier.measures(.plan, dated: "2018-06-08", until: "2021-06-08")
    #expect(dossier.due(.instalment) == "2018-06-10")
  }

  @Test func aMoratoireLeavesThreeMonthsToFileAgain() throws {
    var dossier = try granted(on: "2020-05-12", first: "2020-06-10")
    try dossier.measures(.moratoire, dated: "2020-06-08", until: "2022-06-08")
    #expect(dossier.facts.last?.trigger == .surendettementMoratorium)
    #expect(dossier.facts.last?.until?.description == "2022-09-08")
    try dossier.fire(.surendettementEnd)
    #expect(dossier.due(.surendettementRefile) == "2022-09-08")
    try dossier.fire(.surendettementRefile)
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
  }

  /// Two years after an effacement, the rent paid: the clause is deemed never to have played.
  @Test func afterAnEffacementTheClauseIsSuspendedTwoYears() throws {
    var dossier = try granted(on: "2020-05-12", first: "2020-06-10")
    try dossier.commission(admits: true, dated: "2020-06-01")
    try dossier.measures(.prp, dated: "2020-09-07")
    // On the day of the decision, not at the end of the contest.
    #expect(dossier.lastFacts == [.clauseSuspendedAfterPRP])
    #expect(
      dossier.lastNotices == ["dette-effacee → user.etude-1", "dette-effacee → kind.caf"])
    #expect(dossier.facts.last?.until?.description == "2022-09-07")
    #expect(dossier.due(.instalment) == nil && dossier.due(.grace) == nil)
    // The saga's answer stops neither the contest nor the watch over the rent.
    try dossier.obey(.stopSettlement, on: "2020-09-07")
    #expect(dossier.due(.surendettementContest) != nil)
    try dossier.incident(dated: "2020-10-01")
    try dossier.fire(.surendettementContest)
    #expect(dossier.lastFacts == [.surendettementEnded, .debtErased])
    #expect(dossier.due(.rent) != nil)
    try dossier.incident(dated: "2020-10-01")
    #expect(dossier.due(.clauseSuspension) == "2022-09-07")
    try dossier.obey(.stopSettlement, on: "2020-10-12")
    #expect(dossier.due(.clauseSuspension) == "2022-09-07")
    var broken = dossier
    try broken.incident(dated: "2021-03-05")
    try broken.fire(.rent)
    #expect(broken.lastFacts == [.scheduleBroken])
    #expect(broken.due(.clauseSuspension) == nil)
    try dossier.fire(.clauseSuspension)
    #expect(dossier.lastFacts == [.scheduleKept])
    #expect(dossier.facts.last?.on.description == "2022-09-07")
  }
}
