import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import Testing
import Vocabulary

/// The service of the decision and the appeal (CPC art. 538, 490, 514, 539).
@Suite struct AppealTests {
  /// A month for a judgment, fifteen days for a référé; both are extended.
  @Test(
    arguments: [
      (served: "2024-05-14", isSummary: false, due: "2024-06-14"),
      (served: "2018-05-31", isSummary: false, due: "2018-07-02"),
      (served: "2024-05-14", isSummary: true, due: "2024-05-29"),
      (served: "2024-10-18", isSummary: true, due: "2024-11-04"),
    ])
  func theDelayOfAppealRunsFromTheService(
    _ row: (served: String, isSummary: Bool, due: String)
  ) throws {
    var dossier = Dossier()
    try dossier.notification(row.served, summary: row.isSummary)
    #expect(dossier.lastFacts == [.judgmentNotified])
    #expect(dossier.lastUntil == row.due && dossier.due(.appeal) == row.due)
    #expect(
      dossier.lastNotices == [
        "appel-possible → kind.menage", "appel-possible → kind.service-social",
      ])
  }

  typealias Case = (summons: String, finding: Ruling.Finding?, isStayed: Bool)

  /// An appeal suspends where the proceedings were opened before 2020, or where the judge said so.
  @Test(
    arguments: [
      ("2019-12-31", nil, true), ("2020-01-01", nil, false),
      ("2019-12-31", .enforceable, false), ("2020-01-01", .notEnforceable, true),
    ] as [Case])
  func anAppealSuspendsOnlyWithoutProvisionalEnforcement(_ row: Case) throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personnePhysique, huissier: "etude-a", on: "2019-12-02")
    try dossier.summons(row.summons, hearing: "2020-03-10")
    try dossier.ruling(
      "2020-04-14", .expulsionFerme, findings: Set([row.finding].compactMap(\.self)))
    try dossier.appeal("2020-05-11", .forme)
    #expect(dossier.lastFacts == [row.isStayed ? .executionStayed : .appealFiled])
    // Whom it protects, the saga has told: the préfet by its reason, the huissier by the act's
    // article.
    try dossier.obey(.tellPrefetProtection, on: "2020-08-03")
    #expect(dossier.lastNotices.count == (row.isStayed ? 2 : 1))
    try dossier.appeal("2021-02-08", .confirme)
    #expect(dossier.lastFacts == [.appealEnded])
  }

  typealias Delay = (
    summons: String, isSummary: Bool, finding: Ruling.Finding?, order: String, isEarly: Bool
  )

  /// Before 2020 the delay of appeal stays a judgment itself: a CQL served in it is premature (CPC
  /// art. 539). An order in référé, or a judgment that says so, may be executed at once.
  @Test(
    arguments: [
      ("2018-03-05", false, nil, "2018-07-02", true),
      ("2018-03-05", false, nil, "2018-07-03", false),
      ("2018-03-05", true, nil, "2018-06-08", false),
      ("2018-03-05", false, .enforceable, "2018-06-08", false),
      ("2020-03-05", false, nil, "2020-06-08", false),
      ("2020-03-05", false, .notEnforceable, "2020-06-08", true),
    ] as [Delay])
  func aCQLServedWhileTheDelayOfAppealStaysTheTitleIsPremature(_ row: Delay) throws {
    var dossier = Dossier()
    let year = String(row.summons.prefix(4))
    try dossier.open(landlord: .personnePhysique, huissier: "etude-a", on: year + "-01-15")
    try dossier.summons(row.summons, hearing: year + "-05-15")
    try dossier.ruling(
      year + "-05-22", .expulsionFerme, findings: Set([row.finding].compactMap(\.self)))
    try dossier.notification(year + "-05-31", summary: row.isSummary)
    try dossier.quitOrder(row.order, seized: row.order)
    #expect(
      dossier.lastNotices == (row.isEarly ? ["dossier-a-revoir → kind.prefecture"] : []))
  }

  @Test func theFirstPresidentMayStopTheEnforcement() throws {
    var dossier = Dossier()
    try dossier.summons("2024-03-05", hearing: "2024-05-14")
    try dossier.ruling("2024-06-11", .expulsionFerme)
    try dossier.appeal("2024-07-01", .forme)
    try dossier.appeal("2024-07-22", .arretExecution)
    #expect(dossier.lastFacts == [.executionStayed])
    try dossier.obey(.tellPrefetProtection, on: "2024-08-05")
    #expect(dossier.notices.last?.notice.article == "CPC art. 514-3")
    try dossier.appeal("2025-01-13", .infirme)
    #expect(dossier.lastFacts == [.judgmentReversed])
  }

  /// The judge alone, for two years at most (C. consom. L722-6 to L722-9).
  @Test func aSuspensionForSurendettementProtectsUntilItsEnd() throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personnePhysique, huissier: "etude-a", on: "2024-01-15")
    try dossier.stay("2024-05-14", until: "2026-05-14")
    #expect(dossier.lastFacts == [.evictionSuspendedBySurendettement])
    #expect(dossier.lastUntil == "2026-05-14" && dossier.lastNotices.isEmpty)
    try dossier.obey(.tellPrefetProtection, on: "2025-06-02")
    #expect(dossier.notices.last?.notice.article == "C. consom. L722-6 à L722-9")
    try dossier.fire(.surendettementStay)
    #expect(dossier.lastFacts == [.surendettementSuspensionEnded])
    try dossier.stay("2026-05-18", until: "2028-05-19")
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    try dossier.stay("2026-06-08", until: nil)
    #expect(dossier.lastFacts.isEmpty)
  }

  @Test func aFileThatIsOpenedAgainAwaitsItsStaysAgain() throws {
    var dossier = Dossier()
    try dossier.jex("2024-05-13", until: "2024-12-31")
    try dossier.obey(.closeCourtFile, on: "2024-06-03")
    #expect(dossier.armed.isEmpty)
    try dossier.summons("2024-07-01", hearing: "2024-10-15")
    #expect(dossier.due(.jexDelays) == "2024-12-31")
  }
}
