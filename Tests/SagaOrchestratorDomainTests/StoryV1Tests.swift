import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// Whole households under version 1, which runs as on the day it was frozen.
@Suite struct StoryV1Tests {
  @Test func aDebtPaidWithinTheCommandementClosesTheDossier() throws {
    var story = Story(from: "2017-09-14", version: 1)
    try story.open()
    try story.hear(.noticeServed, on: "2017-09-12", told: "2017-09-14")
    #expect(story.armed["procedure.noticeExpired"]?.deadline.due == "2017-11-13")
    #expect(story.armed["procedure.noticeExpired"]?.deadline.reason == "dimanche")
    #expect(story.last == [.proposeInterview])
    try story.hear(.diagnosedCanStayOnConditions, on: "2017-09-26")
    #expect(story.last == [.openUrgentSettlement])
    #expect(story.sent.last?.until == "2017-11-13")
    try story.hear(.debtCleared, on: "2017-10-30")
    #expect(story.procedure == .closed)
    #expect(story.dossier.closure == Closure(on: "2017-10-30", reason: .debtCleared))
    #expect(Set(story.last) == [.stopContact, .stopSettlement, .closeCourtFile])
    #expect(story.armed.isEmpty)
  }

  @Test func recevabiliteWithinTheCommandementBlocksTheClause() throws {
    var story = Story(from: "2017-10-05", version: 1)
    try story.hear(.noticeServed, on: "2017-10-03", told: "2017-10-05")
    try story.hear(.surendettementFiled, on: "2017-10-20")
    try story.hear(.surendettementAdmitted, on: "2017-11-20")
    #expect(story.procedure == .clauseBlocked)
    #expect(story.dossier.situation.debt == .frozen)
    try story.advance(to: "2017-12-10")
    #expect(story.procedure == .clauseBlocked)
  }

  @Test func anEarlyRehousingClosesTheDossier() throws {
    var story = Story(from: "2018-02-06", version: 1)
    try story.hear(.arrearsReported, on: "2018-02-06")
    try story.hear(.diagnosedMustMove, on: "2018-02-20")
    #expect(Set(story.last) == [.openSettlement, .openRehousing])
    try story.hear(.offerMade, on: "2018-04-05")
    try story.hear(.offerAccepted, on: "2018-04-10")
    try story.hear(.rehoused, on: "2018-05-01")
    #expect(story.dossier.closure?.reason == .rehoused)
    #expect(story.last.contains(.stopRehousing))
  }

  @Test func aScheduleKeptToTheEndKeepsTheLease() throws {
    var story = Story(from: "2018-02-05", version: 1)
    try story.hear(.summonsServed, on: "2018-02-05", hearing: "2018-04-17")
    #expect(story.sent.first { $0.order == .prepareDSF }?.hearing == "2018-04-17")
    try story.advance(to: "2018-04-18")
    #expect(story.procedure == .judgmentAwaited)
    try story.hear(.delaysGranted, on: "2018-06-12", until: "2018-07-10", count: 36)
    let keep = try #require(story.sent.last { $0.order == .keepScheduleAlive })
    #expect(keep.until == "2018-07-10" && keep.count == 36)
    try story.hear(.scheduleKept, on: "2021-06-10")
    #expect(story.dossier.closure?.reason == .leaseKept)
  }

  @Test func theTwoMonthsOfTheCQLWaitForThePrefet() throws {
    var story = Story(from: "2017-03-22", version: 1)
    try story.hear(.evictionOrdered, on: "2017-03-22")
    try story.hear(.quitOrderUnnotified, on: "2017-04-05")
    try story.advance(to: "2017-04-27")
    #expect(story.procedure == .quitSuspended)
    try story.hear(.quitOrderServed, on: "2017-04-28", until: "2017-06-28")
    #expect(story.armed["protection.cql"]?.firesOn == "2017-06-29")
    try story.advance(to: "2017-06-28")
    #expect(story.procedure == .quitServed)
    try story.advance(to: "2017-06-29")
    #expect(story.procedure == .quitExpired)
  }

  /// A household whose CQL has run, in the summer of 2018.
  private func executable() throws -> Story {
    var story = Story(from: "2018-03-01", version: 1)
    try story.hear(.evictionOrdered, on: "2018-03-01")
    try story.hear(.quitOrderServed, on: "2018-04-10")
    try story.hear(.policeAidRequested, on: "2018-08-01", until: "2018-10-01")
    return story
  }

  @Test func theTruceHoldsAnEvictionBackAndItsEndGivesItBack() throws {
    var story = try executable()
    try story.hear(.policeAidGranted, on: "2018-09-20")
    #expect(story.procedure == .evictionPossible)
    try story.advance(to: "2018-11-01")
    #expect(story.procedure == .evictionHeld)
    #expect(story.sent.last { $0.order == .tellPrefetProtection }?.until == "2019-03-31")
    try story.advance(to: "2019-03-31")
    #expect(story.procedure == .evictionHeld)
    try story.advance(to: "2019-04-01")
    #expect(story.procedure == .evictionPossible)
  }

  @Test func daloPriorityHoldsAnEvictionBackUntilAnOffer() throws {
    var story = try executable()
    try story.hear(.daloPriority, on: "2018-08-20", until: "2019-02-20")
    try story.hear(.policeAidGranted, on: "2018-09-20")
    #expect(story.procedure == .evictionHeld)
    #expect(story.last.contains(.tellPrefetDALO))
    try story.hear(.daloOfferMade, on: "2018-10-05")
    #expect(story.procedure == .evictionPossible)
  }

  @Test(
    arguments: [
      (on: "2018-10-31", told: "2018-11-05", phase: ProcedurePhase.evicted),
      (on: "2018-11-02", told: "2018-11-05", phase: .evictedIrregularly),
      (on: "2019-03-31", told: "2019-04-04", phase: .evictedIrregularly),
      (on: "2019-04-02", told: "2019-04-04", phase: .evicted),
    ] as [(on: Day, told: Day, phase: ProcedurePhase)])
  func anEvictionIsJudgedByItsOwnDay(_ row: (on: Day, told: Day, phase: ProcedurePhase)) throws {
    var story = try executable()
    try story.hear(.accommodationOffered, on: "2018-08-05")
    try story.hear(.policeAidGranted, on: "2018-09-20")
    try story.hear(.evictionReported, on: row.on, told: row.told)
    #expect(story.procedure == row.phase)
    #expect(story.last.contains(.recordPostMortem))
    #expect(story.last.contains(.tellPrefetIrregularEviction) == (row.phase != .evicted))
    #expect(story.last.contains(.askForReview) == (row.phase != .evicted))
  }

  @Test func anEvictionBeforeAnyCQLIsIrregularEvenInSummer() throws {
    var story = Story(from: "2018-06-01", version: 1)
    try story.hear(.evictionOrdered, on: "2018-06-01")
    try story.hear(.evictionReported, on: "2018-07-01")
    #expect(story.procedure == .evictedIrregularly)
    try story.advance(to: "2018-12-31")
    #expect(story.dossier.closure?.reason == .evicted)
  }

  @Test func delaysOfTheJudgeEndOnTheirDayWhateverThePhase() throws {
    var story = Story(from: "2018-05-01", version: 1)
    try story.hear(.evictionOrderedWithDelays, on: "2018-05-15", until: "2018-12-15")
    try story.hear(.quitOrderServed, on: "2018-06-01")
    try story.hear(.policeAidRequested, on: "2018-08-10")
    try story.hear(.policeAidGranted, on: "2018-09-10")
    #expect(story.procedure == .evictionHeld)
    try story.advance(to: "2018-12-16")
    #expect(!story.dossier.situation.circumstances.contains(.judgeDelaysInForce))
    #expect(story.procedure == .evictionHeld, "la trêve tient encore")
    try story.advance(to: "2019-04-01")
    #expect(story.procedure == .evictionPossible)
  }

  @Test func aPostponedHearingMovesItsDeadlines() throws {
    var story = Story(from: "2018-02-05", version: 1)
    try story.hear(.summonsServed, on: "2018-02-05", hearing: "2018-04-17")
    try story.hear(.hearingPostponed, on: "2018-04-10", hearing: "2018-06-19")
    #expect(story.armed["procedure.hearingPassed"]?.firesOn == "2018-06-20")
    #expect(story.armed["contact.dsfOverdue"]?.deadline.due == "2018-06-18")
    try story.hear(.hearingHeld, on: "2018-04-17")
    #expect(story.procedure == .summoned, "l'audience d'avril est dépassée")
  }

  @Test func oneReasonAsksTheCommissionOnce() throws {
    var story = Story(from: "2018-02-05", version: 1)
    try story.hear(.evictionOrdered, on: "2018-02-05")
    #expect(story.last.contains(.askForReview))
    try story.hear(.policeAidRequested, on: "2018-02-20")
    try story.hear(.policeAidRequested, on: "2018-02-21")
    #expect(story.sent.filter { $0.order == .askForReview }.count == 1)
  }

  @Test func anActOlderThanTheClosureDoesNotReopenAndANewerOneDoes() throws {
    var story = Story(from: "2018-03-08", version: 1)
    try story.hear(.noticeServed, on: "2018-03-08")
    try story.hear(.debtCleared, on: "2018-05-15")
    try story.hear(.arrearsReported, on: "2018-02-28", told: "2018-05-20")
    #expect(story.procedure == .closed)
    #expect(story.last.isEmpty)
    try story.hear(.summonsServed, on: "2018-06-04", hearing: "2018-09-11")
    #expect(story.procedure == .summoned)
    #expect(story.dossier.closure == nil)
  }

  @Test func aFactMayComeBeforeIntakesWord() throws {
    var story = Story(from: "2018-02-05", version: 1)
    try story.hear(.summonsServed, on: "2018-02-05", hearing: "2018-04-17")
    #expect(story.dossier.commission == Dossier.centralCommission)
    try story.open()
    #expect(story.dossier.commission == "saint-denis")
    #expect(story.procedure == .summoned)
  }
}
