import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// Whole households under version 2, with the dates of the law that decides.
@Suite struct StoryV2Tests {
  @Test func aDebtPaidWithinTheCommandementClosesTheDossier() throws {
    var story = Story(from: "2017-09-14")
    try story.open()
    try story.signal(cdp: "2017-09-12", lease: "2015-03-01")
    #expect(story.armed["procedure.noticeExpired"]?.deadline.due == "2017-11-13")
    #expect(
      story.dossier.steps[.procedure]?.rule == RuleVersion(rule: "CDP.delai", version: "origine"))
    try story.hear(.debtCleared, on: "2017-10-30")
    #expect(story.dossier.closure == Closure(on: "2017-10-30", reason: .debtCleared))
    #expect(story.armed.isEmpty)
  }

  /// SC02.
  @Test func recevabiliteWithinTheCommandementBlocksTheClause() throws {
    var story = Story(from: "2017-10-05")
    try story.signal(cdp: "2017-10-03")
    #expect(story.armed["procedure.noticeExpired"]?.deadline.due == "2017-12-04")
    try story.hear(.surendettementFiled, on: "2017-10-20")
    #expect(story.last.isEmpty)
    try story.hear(.surendettementAdmitted, on: "2017-11-20")
    #expect(story.procedure == .clauseBlocked)
    #expect(story.dossier.situation.debt == .frozen)
    try story.advance(to: "2017-12-10")
    #expect(story.procedure == .clauseBlocked)
  }

  /// SC23, all told at the end: the clause was acquired before the dossier was recevable.
  @Test func aCommandementToldAfterItsEndHasExpiredOnItsDay() throws {
    var story = Story(from: "2018-01-09")
    try story.signal(cdp: "2017-10-03")
    #expect(story.armed["procedure.noticeExpired"]?.firesOn == "2017-12-05")
    try story.advance(to: "2018-01-09")
    try story.hear(.surendettementAdmitted, on: "2018-01-08", told: "2018-01-09")
    #expect(story.procedure == .noticeExpired)
  }

  /// SC04 and the comparison of domain 2.3: the lease selects the delay, not the act.
  @Test(
    arguments: [
      (lease: "2019-05-01", written: nil, due: "2024-03-15", version: "origine"),
      (lease: "2023-09-01", written: nil, due: "2024-02-26", version: "2023-07-29"),
      (lease: nil, written: nil, due: "2024-03-15", version: "origine"),
      (lease: "2019-05-01", written: .sixSemaines, due: "2024-02-26", version: "2023-07-29"),
      (lease: "2023-09-01", written: .deuxMois, due: "2024-03-15", version: "origine"),
    ] as [(lease: Day?, written: DelaiDuCommandement?, due: Day, version: String)])
  func theLeaseSelectsTheDelayOfTheCommandement(
    _ row: (lease: Day?, written: DelaiDuCommandement?, due: Day, version: String)
  ) throws {
    var story = Story(from: "2024-01-15")
    try story.signal(cdp: "2024-01-15", lease: row.lease, written: row.written)
    #expect(story.dossier.days.noticeUntil == row.due)
    #expect(story.armed["procedure.noticeExpired"]?.deadline.due == row.due)
    #expect(story.dossier.steps[.procedure]?.rule.version == row.version)
  }

  /// SC04: the hearing selects when the DSF is due.
  @Test(
    arguments: [
      (summons: "2018-02-05", hearing: "2018-04-17", due: "2018-04-16", version: "2017-03-22"),
      (summons: "2024-03-05", hearing: "2024-05-14", due: "2024-05-03", version: "2021-01-08"),
    ] as [(summons: Day, hearing: Day, due: Day, version: String)])
  func theHearingSelectsWhenTheDSFIsDue(
    _ row: (summons: Day, hearing: Day, due: Day, version: String)
  ) throws {
    var story = Story(from: row.summons)
    try story.hear(.arrearsReported, on: row.summons)
    try story.hear(.summonsServed, on: row.summons, hearing: row.hearing)
    #expect(story.armed["contact.dsfOverdue"]?.deadline.due == row.due)
    #expect(story.dossier.steps[.contact]?.rule.version == row.version)
  }

  @Test func aSummonsForAnotherMotiveAsksForNoDSFAndOpensNoDebt() throws {
    var story = Story(from: "2018-02-01")
    try story.hear(.otherMotiveReported, on: "2018-02-01")
    #expect(story.last == [.proposeInterview])
    #expect(story.dossier.situation.debt == .noDebt)
    try story.hear(.summonsServed, on: "2018-02-05", hearing: "2018-04-17")
    #expect(story.last == [.informTenantOfHearing])
    try story.hear(.diagnosedCanStay, on: "2018-03-01")
    #expect(story.last.contains(.openRehousing) && !story.last.contains(.openSettlement))
    try story.hear(.arrearsReported, on: "2018-03-10")
    #expect(story.last == [.openSettlement])
  }

  /// SC29.
  @Test func aWithdrawalIsFollowedForThreeMonthsThenClosed() throws {
    var story = Story(from: "2024-11-20")
    try story.hear(.arrearsReported, on: "2024-11-20")
    try story.hear(.summonsServed, on: "2024-11-20", hearing: "2025-01-14")
    try story.hear(.claimWithdrawn, on: "2025-01-14")
    #expect(story.procedure == .withdrawn)
    #expect(story.last.contains(.followUp))
    #expect(story.sent.last { $0.order == .followUp }?.until == "2025-04-14")
    try story.advance(to: "2025-04-15")
    #expect(story.dossier.closure?.reason == .withdrawn)
  }

  /// SC26.
  @Test func aProtocolHoldsTheEvictionUntilItIsBrokenOrEndsInALease() throws {
    var story = Story(from: "2018-06-05")
    try story.hear(.evictionOrdered, on: "2018-06-05")
    try story.hear(.cohesionProtocolSigned, on: "2018-10-01", until: "2020-10-01")
    #expect(story.procedure == .cohesionProtocol)
    try story.hear(.policeAidRequested, on: "2018-12-01")
    #expect(story.last.contains(.askForReview))
    try story.hear(.cohesionProtocolSigned, on: "2019-06-20", until: "2023-10-01")
    #expect(story.dossier.days.protocolUntil == "2023-10-01")
    try story.hear(.newLeaseSigned, on: "2023-09-01")
    #expect(story.dossier.closure?.reason == .leaseKept)
  }

  /// SC31.
  @Test func badFaithTakesTheTwoMonthsAwayButNotTheTruce() throws {
    var story = Story(from: "2024-04-09")
    try story.hear(.evictionOrderedWithoutQuitDelay, on: "2024-04-09")
    try story.hear(.quitOrderServed, on: "2024-10-02")
    #expect(story.procedure == .quitExpired)
    try story.hear(.policeAidRequested, on: "2024-10-10")
    try story.hear(.policeAidGranted, on: "2024-11-20")
    #expect(story.procedure == .evictionHeld)
    try story.advance(to: "2025-04-01")
    #expect(story.procedure == .evictionPossible)
  }

  /// SC37.
  @Test func onlyThePrefetEndsARightToHousing() throws {
    var story = Story(from: "2018-03-01")
    try story.hear(.evictionOrdered, on: "2018-03-01")
    try story.hear(.quitOrderServed, on: "2018-04-10")
    try story.hear(.policeAidRequested, on: "2018-06-20")
    try story.hear(.daloPriority, on: "2018-06-25", until: "2018-12-25")
    try story.hear(.policeAidGranted, on: "2018-07-20")
    try story.hear(.offerMade, on: "2018-07-21")
    try story.hear(.offerRefusedUnjustified, on: "2018-07-25")
    #expect(story.procedure == .evictionHeld)
    #expect(story.dossier.reviews[.rightAtRisk]?.closedOn == nil)
    try story.hear(.daloRightLost, on: "2018-08-20")
    #expect(story.procedure == .evictionPossible)
  }

  /// C. consom. L714-1.
  @Test func afterAnEffacementTheClauseIsSuspendedForTwoYears() throws {
    var story = Story(from: "2022-01-10")
    try story.hear(.noticeServed, on: "2022-01-10")
    try story.hear(.summonsServed, on: "2022-04-01", hearing: "2022-06-14")
    try story.hear(.clauseSuspendedAfterPRP, on: "2022-09-06")
    #expect(story.procedure == .clauseSuspended)
    #expect(story.dossier.days.clauseUntil == "2024-09-06")
    try story.advance(to: "2024-09-06")
    #expect(story.procedure == .clauseSuspended)
    try story.advance(to: "2024-09-07")
    #expect(story.dossier.closure?.reason == .leaseKept)
  }

  /// SC44, SC45.
  @Test func keysGivenBackLeaveTheDebtOpenAndADeathClosesTheDossier() throws {
    var story = Story(from: "2024-06-01")
    try story.hear(.arrearsReported, on: "2024-06-01")
    try story.hear(.summonsServed, on: "2024-06-20", hearing: "2024-09-17")
    try story.hear(.keysReturned, on: "2024-09-10")
    #expect(story.procedure == .debtClaim)
    #expect(story.dossier.situation.housing == .vacated)
    #expect(story.dossier.situation.debt == .settling)
    try story.hear(.householdDied, on: "2025-02-02")
    #expect(story.dossier.closure?.reason == .died)
    #expect(story.armed.isEmpty)
  }

  @Test func aTransferClosesOnlyWhenTheOtherDepartementHasReceivedIt() throws {
    var story = Story(from: "2018-02-01")
    try story.hear(.arrearsReported, on: "2018-02-01")
    try story.hear(.transferReceived, on: "2018-02-05")
    #expect(story.procedure == .prevention)
    try story.hear(.transferRequested, on: "2018-02-10")
    #expect(story.procedure == .prevention)
    try story.hear(.transferReceived, on: "2018-02-20")
    #expect(story.dossier.closure?.reason == .transferred)
  }

  @Test func twoSessionsWithoutSolutionGoToTheCentralCommission() throws {
    var story = Story(from: "2018-02-01")
    try story.hear(.arrearsReported, on: "2018-02-01")
    try story.hear(.sessionWithoutSolution, on: "2018-03-01")
    #expect(story.last.isEmpty)
    try story.hear(.sessionWithoutSolution, on: "2018-04-01")
    #expect(story.last == [.escalateToCentral])
  }

  @Test func aSuspensionDuringTheSurendettementEndsOnItsDay() throws {
    var story = Story(from: "2018-03-01")
    try story.hear(.evictionOrdered, on: "2018-03-01")
    try story.hear(.quitOrderServed, on: "2018-04-10")
    try story.hear(.policeAidRequested, on: "2018-06-20")
    try story.hear(.policeAidGranted, on: "2018-07-20")
    try story.hear(.evictionSuspendedBySurendettement, on: "2018-07-25", until: "2019-06-30")
    #expect(story.procedure == .evictionHeld)
    #expect(story.sent.last { $0.order == .tellPrefetProtection }?.until == "2019-06-30")
    try story.hear(.surendettementEnded, on: "2018-09-01")
    try story.advance(to: "2019-06-30")
    #expect(story.procedure == .evictionHeld)
    try story.advance(to: "2019-07-01")
    #expect(story.procedure == .evictionPossible)
  }
}

extension Story {
  /// A huissier signals a commandement de payer.
  mutating func signal(cdp day: Day, lease: Day? = nil, written: DelaiDuCommandement? = nil) throws
  {
    try receive(
      Forwarded(
        evenement: SignalementCDP(
          acte: day, dette: Cents(300_000), loyer: Cents(70_000), charges: Cents(5_000),
          mois_impayes: 4, bail_du: lease, delai: written), expediteur: "etude-martin",
        genre: .huissier),
      type: EventKind.signalementCDP.type, on: day)
  }
}
