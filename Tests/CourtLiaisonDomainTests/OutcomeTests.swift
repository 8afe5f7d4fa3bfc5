import Contracts
import CourtLiaisonDomain
import HouseholdSupport
import LegalCalendar
import Testing
import Vocabulary

/// What a judgment or an appeal may say beside the usual.
@Suite struct OutcomeTests {
  private func summoned() throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(
      landlord: .personnePhysique, huissier: "etude-a", bailleur: "bailleur-x", on: "2024-01-16")
    try dossier.summons("2024-03-05", hearing: "2024-05-14")
    try dossier.hearing("2024-05-14")
    return dossier
  }

  typealias Case = (
    sens: TribunalDecision.Sens, count: Int?, end: String?, fact: Trigger?, until: String?,
    notices: Int
  )

  @Test(
    arguments: [
      // The clause plays: the lease is ended, the debt is paid by instalments.
      (.delaisSansSuspension, 12, nil, .evictionOrdered, nil, 0),
      (.delaisSansSuspension, 12, "2024-12-11", .evictionOrderedWithDelays, "2024-12-11", 0),
      // No eviction.
      (.paiement, nil, nil, .claimDismissed, nil, 0),
      // A schedule, a day to leave, or nobody says what.
      (.conciliation, 10, nil, .delaysGranted, "2024-07-10", 0),
      (.conciliation, nil, "2026-01-31", .evictionOrderedWithDelays, "2026-01-31", 0),
      (.conciliation, nil, nil, .delaysGranted, "2024-07-11", 1),
      (.congeValide, nil, nil, .evictionOrdered, nil, 0),
      (.congeValide, nil, "2024-12-11", .evictionOrderedWithDelays, "2024-12-11", 0),
      // Nothing is decided, and nobody knows when it will be.
      (.sursisAStatuer, nil, nil, nil, nil, 1),
    ] as [Case])
  func everyOutcomeIsAFactOfItsOwn(_ row: Case) throws {
    var dossier = try summoned()
    try dossier.ruling(
      "2024-06-11", row.sens, count: row.count, first: row.count.map { _ in "2024-07-10" },
      end: row.end)
    #expect(dossier.lastFacts == (row.fact.map { [$0] } ?? []))
    if row.fact != nil { #expect(dossier.lastUntil == row.until) }
    #expect(dossier.lastNotices.count == row.notices)
  }

  @Test func aCaseThatStandsStillComesBackOnItsDayAndIsNotDecided() throws {
    var dossier = try summoned()
    try dossier.ruling("2024-06-11", .sursisAStatuer, resumes: "2024-10-08")
    #expect(dossier.lastFacts == [.hearingPostponed])
    #expect(dossier.facts.last?.hearing?.description == "2024-10-08")
    #expect(dossier.file?.nextHearing?.description == "2024-10-08")
    #expect(dossier.file?.ruling == nil)
    try dossier.departure("2024-09-02", keys: true)
    #expect(dossier.lastFacts == [.keysReturned])
  }

  /// Until the day that the judge or the parties say, nobody may be evicted.
  @Test(arguments: [
    TribunalDecision.Sens.conciliation, .congeValide, .delaisSansSuspension, .expulsionAvecDelais,
  ])
  func theDayUntilWhichTheHouseholdMayStayProtectsIt(_ sens: TribunalDecision.Sens) throws {
    var dossier = try summoned()
    try dossier.ruling("2024-04-11", sens, end: "2024-09-30")
    try dossier.obey(.tellPrefetProtection, on: "2024-09-02")
    let told = try #require(dossier.notices.last { $0.to == .user("etude-a") })
    #expect(told.notice.echeance?.description == "2024-09-30")
  }

  /// CPCE L412-1: the judge may reduce or suppress the two months; his decision is followed.
  @Test(
    arguments: [
      (months: nil, days: nil, until: "2024-09-02"),
      (months: 1, days: nil, until: "2024-08-01"),
      (months: nil, days: 15, until: "2024-07-16"),
      (months: 1, days: 15, until: "2024-08-16"),
      (months: 0, days: nil, until: "2024-07-01"),
      (months: nil, days: 0, until: "2024-07-01"),
    ] as [(months: Int?, days: Int?, until: String)])
  func theDelayOfTheCQLIsTheOneThatTheJudgeLeaves(
    _ row: (months: Int?, days: Int?, until: String)
  ) throws {
    var dossier = try summoned()
    try dossier.ruling("2024-06-11", .expulsionFerme, quit: (row.months, row.days))
    let isSuppressed = row.until == "2024-07-01"
    #expect(
      dossier.lastFacts == [isSuppressed ? .evictionOrderedWithoutQuitDelay : .evictionOrdered])
    try dossier.quitOrder("2024-07-01", seized: "2024-07-01")
    #expect(dossier.lastFacts == [.quitOrderServed])
    #expect(dossier.lastUntil == row.until)
    // A request on the next day is premature, or is not.
    try dossier.policeAid("2024-07-02")
    #expect(dossier.lastFacts == [isSuppressed ? .policeAidRequested : .policeAidPremature])
  }

  @Test(
    arguments: [
      (stage: .infirme, reversed: nil, fact: .judgmentReversed),
      (stage: .infirmePartiellement, reversed: true, fact: .judgmentReversed),
      (stage: .infirmePartiellement, reversed: false, fact: .appealEnded),
      (stage: .confirme, reversed: nil, fact: .appealEnded),
    ] as [(stage: TribunalAppel.Etape, reversed: Bool?, fact: Trigger)])
  func whatIsReversedAfterAnEvictionIsRestored(
    _ row: (stage: TribunalAppel.Etape, reversed: Bool?, fact: Trigger)
  ) throws {
    var dossier = try summoned()
    try dossier.ruling("2024-06-11", .expulsionFerme)
    try dossier.prefect("2024-10-01", grants: true)
    try dossier.eviction("2024-10-15", furniture: false)
    try dossier.appeal("2025-02-04", row.stage, reversed: row.reversed)
    #expect(dossier.lastFacts == [row.fact])
    let restored = [
      "kind.menage", "kind.service-social", "kind.prefecture", "kind.tribunal", "user.etude-a",
      "user.bailleur-x",
    ].map { "restitution-due → " + $0 }
    #expect(dossier.lastNotices == (row.fact == .judgmentReversed ? restored : []))
    // Said again, it is told once.
    try dossier.appeal("2025-02-05", row.stage, reversed: row.reversed)
    #expect(dossier.lastNotices.isEmpty)
    #expect(dossier.file?.liabilities.isEmpty == true)
  }

  @Test func withoutAnEvictionThereIsNothingToRestore() throws {
    var dossier = try summoned()
    try dossier.ruling("2024-06-11", .expulsionFerme)
    try dossier.appeal("2025-02-04", .infirme)
    #expect(dossier.lastNotices.isEmpty)
    // An eviction in spite of it is.
    try dossier.eviction("2025-02-10", furniture: false)
    #expect(dossier.lastNotices.contains("restitution-due → kind.menage"))
  }

  /// CPC art. 514-1 and 539: the delay of appeal stays the execution; it ends with the delay, unless
  /// an appeal was lodged.
  @Test(arguments: [true, false])
  func aProvisionalExecutionThatIsSetAsideStaysTheExecution(_ isAppealed: Bool) throws {
    var dossier = try summoned()
    try dossier.ruling("2024-06-11", .expulsionFerme, findings: [.notEnforceable])
    try dossier.notification("2024-06-20")
    #expect(dossier.lastFacts == [.judgmentNotified, .executionStayed])
    #expect(dossier.lastUntil == "2024-07-22")
    if isAppealed {
      try dossier.appeal("2024-07-10", .forme)
      #expect(dossier.lastFacts == [.executionStayed])
      #expect(dossier.due(.appeal) == nil)
    } else {
      try dossier.fire(.appeal)
      #expect(dossier.lastFacts == [.appealEnded])
    }
  }

  @Test func anEnforceableDecisionIsNotStayedByTheDelayOfAppeal() throws {
    var dossier = try summoned()
    try dossier.ruling("2024-06-11", .expulsionFerme)
    try dossier.notification("2024-06-20")
    #expect(dossier.lastFacts == [.judgmentNotified])
    try dossier.fire(.appeal)
    #expect(dossier.lastFacts.isEmpty)
  }
}
