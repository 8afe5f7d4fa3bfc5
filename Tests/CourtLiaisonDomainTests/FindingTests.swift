import Casework
import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import LegalCalendar
import Testing
import Vocabulary

/// What a judge finds, by the law of his day (CPCE L412-1 to L412-8, C. consom. L714-1).
@Suite struct FindingTests {
  typealias Waiver = (
    day: String, sens: TribunalDecision.Sens, findings: Set<Ruling.Finding>, isLifted: Bool
  )

  /// Voie de fait since 25 November 2018, bad faith since 29 July 2023 (SC31): never before.
  @Test(
    arguments: [
      ("2018-07-10", .expulsionSansDelai, [], false),
      ("2018-11-24", .expulsionSansDelai, [.trespass], false),
      ("2018-11-25", .expulsionSansDelai, [.trespass], true),
      ("2019-05-14", .expulsionSansDelai, [], true),
      ("2023-07-28", .expulsionSansDelai, [.badFaith], false),
      ("2023-07-28", .expulsionFerme, [.badFaith], false),
      ("2023-07-29", .expulsionSansDelai, [.badFaith], true),
      ("2024-04-09", .expulsionFerme, [.badFaith], true),
      ("2024-04-09", .expulsionFerme, [.trespass], true),
      ("2024-04-09", .expulsionFerme, [], false),
    ] as [Waiver])
  func theTwoMonthsAreTakenAwayByTheLawOfTheDay(_ row: Waiver) throws {
    var dossier = Dossier()
    try dossier.ruling(row.day, row.sens, findings: row.findings)
    #expect(
      dossier.lastFacts == [row.isLifted ? .evictionOrderedWithoutQuitDelay : .evictionOrdered])
    let isDoubtful = row.sens == .expulsionSansDelai && !row.isLifted
    #expect(dossier.lastNotices == (isDoubtful ? ["dossier-a-revoir → kind.prefecture"] : []))
    let served = try civil(row.day).adding(days: 14).description
    try dossier.quitOrder(served, seized: served)
    #expect(dossier.lastUntil == (row.isLifted ? served : dossier.lastUntil))
    try dossier.policeAid(try civil(row.day).adding(days: 20).description)
    #expect(dossier.lastFacts == [row.isLifted ? .policeAidRequested : .policeAidPremature])
  }

  /// SC31: bad faith found on 9 April 2024: the concours may be asked at once, the truce still
  /// applies.
  @Test func badFaithLeavesTheTruceAndNoDelayOfTheJEX() throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personnePhysique, huissier: "etude-a", on: "2024-01-15")
    try dossier.ruling("2024-04-09", .expulsionFerme, findings: [.badFaith])
    try dossier.quitOrder("2024-10-14", seized: "2024-10-14")
    try dossier.obey(.askCourtForTime, on: "2024-10-15")
    #expect(dossier.lastNotices == ["delais-a-demander → kind.service-social"])
    try dossier.policeAid("2024-10-21")
    #expect(dossier.lastFacts == [.policeAidRequested] && dossier.lastNotices.isEmpty)
    try dossier.prefect("2024-11-18", grants: true)
    #expect(
      dossier.lastNotices == [
        "cfp-decision → user.etude-a", "cfp-decision → kind.forces-ordre",
        "protection-en-cours → kind.prefecture",
      ])
    #expect(dossier.notices.last?.notice.echeance?.description == "2025-03-31")
    #expect(
      dossier.notices.first { $0.notice.code == .cfpDecision }?.notice.echeance?.description
        == "2025-04-01")
  }

  typealias Excluded = (day: String, findings: Set<Ruling.Finding>, isTold: Bool)

  /// L412-3: who entered by voie de fait, and who is in bad faith, since 29 July 2023; L412-7 on any
  /// day.
  @Test(
    arguments: [
      ("2023-07-28", [.trespass], true), ("2023-07-29", [.trespass], false),
      ("2023-07-28", [.badFaith], true), ("2023-07-29", [.badFaith], false),
      ("2023-07-28", [.studentHousing], false), ("2024-04-09", [], true),
    ] as [Excluded])
  func nobodyIsSentToTheJEXInVain(_ row: Excluded) throws {
    var dossier = Dossier()
    try dossier.ruling(row.day, .expulsionFerme, findings: row.findings)
    try dossier.quitOrder("2024-10-14", seized: "2024-10-14")
    try dossier.obey(.askCourtForTime, on: "2024-10-15")
    #expect(dossier.lastNotices.contains("delais-a-demander → kind.menage") == row.isTold)
    #expect(dossier.lastNotices.contains("delais-a-demander → kind.service-social"))
  }

  /// L412-6: the judge may set the truce aside, or another dwelling is assured; L412-7: students'
  /// housing.
  @Test(arguments: [Ruling.Finding.truceSetAside, .studentHousing, .rehousingAssured])
  func aTruceThatIsSetAsideHoldsNobody(_ finding: Ruling.Finding) throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personnePhysique, huissier: "etude-a", on: "2024-01-15")
    try dossier.ruling("2024-04-09", .expulsionFerme, findings: [finding])
    #expect(dossier.lastFacts == [.evictionOrdered, .truceSetAside])
    try dossier.quitOrder("2024-05-13", seized: "2024-05-13")
    try dossier.prefect("2024-11-18", grants: true)
    #expect(
      dossier.lastNotices == ["cfp-decision → user.etude-a", "cfp-decision → kind.forces-ordre"])
    #expect(dossier.notices.last?.notice.echeance?.description == "2024-11-18")
    try dossier.obey(.tellPrefetProtection, on: "2024-11-25")
    #expect(dossier.lastNotices == ["protection-en-cours → kind.prefecture"])
  }

  typealias Bounds = (
    day: String, until: String, basis: ExecutionDelaisJEX.Fondement, isTold: Bool
  )

  /// L412-4: three months to three years until 28 July 2023, a month to a year since; L412-2: three
  /// months at most after the end of the CQL's delay. Delays out of bounds protect all the same.
  @Test(
    arguments: [
      ("2023-07-10", "2023-10-09", .delais, true), ("2023-07-10", "2023-10-10", .delais, false),
      ("2023-07-28", "2026-07-28", .delais, false), ("2023-07-28", "2026-07-29", .delais, true),
      ("2023-07-29", "2024-07-29", .delais, false), ("2023-07-29", "2024-07-30", .delais, true),
      ("2023-09-04", "2023-10-03", .delais, true), ("2023-09-04", "2023-10-04", .delais, false),
      // CQL of 5 June 2023: its delay ends on Monday 7 August (5 is a Saturday).
      ("2023-07-10", "2023-11-07", .durete, false), ("2023-07-10", "2023-11-08", .durete, true),
    ] as [Bounds])
  func delaysOutOfBoundsAreToldAndProtectAllTheSame(_ row: Bounds) throws {
    var dossier = Dossier()
    try dossier.quitOrder("2023-06-05", seized: "2023-06-05")
    try dossier.jex(row.day, until: row.until, basis: row.basis)
    #expect(dossier.lastFacts == [.jexDelaysGranted])
    #expect(dossier.lastUntil == row.until)
    #expect(dossier.facts.last?.article == "CPCE art. \(row.basis.rawValue)")
    #expect(dossier.lastNotices == (row.isTold ? ["dossier-a-revoir → kind.prefecture"] : []))
  }

  /// L412-2 first, then L412-3: the longest of the two protects, whichever comes last.
  @Test func theDelaysOfBothTextsFollowEachOther() throws {
    var dossier = Dossier()
    try dossier.quitOrder("2024-02-05", seized: "2024-02-05")
    try dossier.jex("2024-03-11", until: "2024-07-05", basis: .durete)
    try dossier.jex("2024-06-10", until: "2025-01-31", basis: .delais)
    #expect(dossier.lastUntil == "2025-01-31")
    #expect(dossier.due(.jexDelays) == "2025-01-31")
    #expect(dossier.lastNotices.isEmpty)
  }

  typealias Surendettement = (
    day: String, end: String?, findings: Set<Ruling.Finding>, fact: Trigger, until: String?,
    isTold: Bool
  )

  /// L714-1 since 1 March 2019: after an effacement the clause is suspended for two years.
  @Test(
    arguments: [
      ("2024-03-12", nil, [.erasure], .clauseSuspendedAfterPRP, "2026-03-12", false),
      ("2024-03-12", "2026-03-12", [], .scheduleBySurendettement, "2026-03-12", false),
      ("2024-03-12", nil, [], .scheduleBySurendettement, "2026-03-12", false),
      ("2018-07-10", "2020-07-10", [], .scheduleBySurendettement, "2020-07-10", true),
      ("2018-07-10", nil, [.erasure], .clauseSuspendedAfterPRP, nil, true),
    ] as [Surendettement])
  func theDelaysFollowTheMeasuresOfTheCommission(_ row: Surendettement) throws {
    var dossier = Dossier()
    try dossier.ruling(row.day, .delaisSurendettement, end: row.end, findings: row.findings)
    #expect(dossier.lastFacts == [row.fact])
    #expect(dossier.lastUntil == row.until)
    #expect(dossier.lastNotices == (row.isTold ? ["dossier-a-revoir → kind.prefecture"] : []))
  }

  /// SC33 by the other reading of L412-5: 23 days without seizure are added to Monday 5 June.
  @Test func howTheSuspensionIsCountedIsAChoiceOfTheCharte() throws {
    var dossier = Dossier(
      rules: CourtRules(
        calendar: .metropole, charter: CourtCharter(quitSuspension: .addsElapsedDays)))
    try dossier.quitOrder("2017-04-05", seized: "2017-04-28")
    #expect(dossier.lastUntil == "2017-06-28")
    try dossier.quitOrder("2017-12-31", seized: "2018-01-31", on: "2018-01-31")
    // 28 February and 31 days: Saturday 31 March, then Easter Monday.
    #expect(dossier.lastUntil == "2018-04-03")
  }
}
