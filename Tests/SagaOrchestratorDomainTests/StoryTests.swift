@testable import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
import Vocabulary

/// Whole households under the current version, with the dates of the law that decides.
@Suite struct StoryTests {
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
  @Test func aWithdrawalIsFollowedForThreeMonthsThenAPersonCloses() throws {
    var story = Story(from: "2024-11-20")
    try story.hear(.arrearsReported, on: "2024-11-20")
    try story.hear(.summonsServed, on: "2024-11-20", hearing: "2025-01-14")
    try story.hear(.claimWithdrawn, on: "2025-01-14")
    #expect(story.procedure == .withdrawn)
    #expect(story.last.contains(.followUp))
    #expect(story.sent.last { $0.order == .followUp }?.until == "2025-04-14")
    // The law ends no follow-up: a person does, and is asked again every three months until then.
    func proposals() -> [Day] { story.sent.filter { $0.order == .proposeClosure }.map(\.on) }
    try story.advance(to: "2025-04-15")
    #expect(proposals() == ["2025-04-15"])
    #expect(story.dossier.reviews[.closureProposed]?.closedOn == nil)
    try story.advance(to: "2025-10-20")
    #expect(proposals().count == 3, "\(proposals())")
    #expect(story.dossier.steps.count == 4)
    try story.hear(.closedByCommission, on: "2025-10-21")
    #expect(story.dossier.situation.isClosed && story.dossier.steps.isEmpty)
    #expect(story.dossier.reviews[.closureProposed]?.closedOn != nil)
  }

  /// CPC 381, 386: a case that is struck out may be restored. The second version took it for a
  /// withdrawal and closed the dossier after three months.
  @Test(
    arguments: [
      (version: 3, at: ProcedurePhase.struckOut, later: .struckOut, restored: .summoned),
      (version: 2, at: .withdrawn, later: .closed, restored: .closed),
    ] as [(version: Int, at: ProcedurePhase, later: ProcedurePhase, restored: ProcedurePhase)])
  func aRadiationSuspendsTheCaseAndEndsNothing(
    _ row: (version: Int, at: ProcedurePhase, later: ProcedurePhase, restored: ProcedurePhase)
  ) throws {
    var story = Story(from: "2024-11-20", version: row.version)
    try story.hear(.arrearsReported, on: "2024-11-20")
    try story.hear(.summonsServed, on: "2024-11-20", hearing: "2025-01-14")
    try story.hear(.claimStruckOut, on: "2025-01-14")
    #expect(story.procedure == row.at)
    #expect(story.last.contains(.followUp) == (row.version == 2))
    try story.advance(to: "2025-12-01")
    #expect(story.procedure == row.later)
    try story.hear(.hearingPostponed, on: "2025-12-01", hearing: "2026-02-10")
    #expect(story.procedure == row.restored)
  }

  /// CPCE L451-1: a place in a hotel or a centre ends neither the lease nor the procedure. The
  /// second version held the dwelling for left and stopped to follow hearing and execution.
  @Test(arguments: [(version: 3, then: ProcedurePhase.evictionOrdered), (2, .left)])
  func aHouseholdThatIsAccommodatedIsStillFollowedInCourt(
    _ row: (version: Int, then: ProcedurePhase)
  ) throws {
    var story = Story(from: "2024-11-20", version: row.version)
    try story.hear(.arrearsReported, on: "2024-11-20")
    try story.hear(.summonsServed, on: "2024-11-20", hearing: "2025-01-14")
    try story.hear(.accommodated, on: "2024-12-10")
    #expect(story.dossier.situation.housing == .sheltered)
    try story.hear(.evictionOrdered, on: "2025-02-11")
    #expect(story.procedure == row.then)
    #expect(story.dossier.situation.circumstances.contains(.accommodationOffered))
  }

  /// Loi 89-462 art. 14, C. civ. 1751: only the death of all ends the lease.
  @Test(
    arguments: [
      (nil, false, true), (nil, true, false), (.conjoint, false, false),
      (.cotitulaire, false, false), (.transfert, false, false), (.aucun, true, true),
    ] as [(MenageChangement.Survivant?, Bool, Bool)])
  func aDeathClosesTheDossierOnlyWhereNobodyKeepsTheLease(
    _ keeper: MenageChangement.Survivant?, _ several: Bool, _ closes: Bool
  ) throws {
    var story = Story(from: "2024-06-01")
    try story.hear(.noticeServed, on: "2024-06-01")
    try story.hear(.diagnosedCanStay, on: "2024-06-10")
    try story.receive(
      Forwarded(
        evenement: MenageChangement(date: "2024-06-20", nature: .deces, survivant: keeper),
        expediteur: "ccas", genre: .ccas, plusieurs: several ? true : nil),
      type: EventKind.menageChangement.type, on: "2024-06-20")
    #expect(story.dossier.closure?.reason == (closes ? .died : nil))
    // What was diagnosed was of more persons: it is made anew.
    #expect(story.last.contains(.proposeInterview) == !closes)
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
    #expect(story.dossier.reviews[.rightAtRisk]?.closedOn == nil)
    #expect(story.dossier.situation.circumstances.contains(.daloPriorityWithoutOffer))
    try story.hear(.daloRightLost, on: "2018-08-20")
    #expect(!story.dossier.situation.circumstances.contains(.daloPriorityWithoutOffer))
  }

  /// A plan, a DALO priority, an aid under way oblige the préfet and the State: no text bars the
  /// eviction for them. The second version took them for bars.
  @Test(
    arguments: [
      (Trigger.planAgreed, Order.tellPrefetObligation), (.daloPriority, .tellPrefetDALO),
      (.settlementStarted, .tellPrefetObligation),
    ])
  func whatOnlyObligesIsToldAndBarsNoEviction(_ trigger: Trigger, _ told: Order) throws {
    var story = try concoursAsked(after: trigger, version: 3)
    #expect(story.last == [told])
    try story.hear(.policeAidGranted, on: "2018-08-20")
    #expect(story.procedure == .evictionPossible)
    #expect(story.last.contains(told))
    try story.hear(.evictionReported, on: "2018-09-10")
    #expect(story.procedure == .evicted)
    #expect(!story.last.contains(.tellPrefetIrregularEviction))
    #expect(!story.sent.map(\.order).contains(.tellPrefetProtection))
  }

  /// Nor is it told so of a dossier that an older version moves.
  @Test func underAnOlderVersionTheWordsToldThePrefetAreRightToo() throws {
    let story = try concoursAsked(after: .planAgreed, version: 2)
    #expect(story.last == [.tellPrefetObligation])
  }

  private func concoursAsked(after trigger: Trigger, version: Int) throws -> Story {
    var story = Story(from: "2018-03-01", version: version)
    try story.hear(.evictionOrdered, on: "2018-03-01")
    try story.hear(.settlementExhausted, on: "2018-03-02")
    try story.hear(.quitOrderServed, on: "2018-04-10")
    try story.hear(.accommodationOffered, on: "2018-04-20")
    try story.hear(trigger, on: "2018-06-15")
    try story.hear(.policeAidRequested, on: "2018-06-20")
    story.last.removeAll { $0 == .raiseRehousingPriority }
    return story
  }

  /// C. consom. L714-1 II, loi 89-462 art. 24 VIII: the effacement takes the place of the judge's
  /// schedule, for two years in which the rent must be paid. The second version closed the dossier.
  @Test(arguments: [.debtErased, .clauseSuspendedAfterPRP] as [Trigger])
  func anEffacementDuringTheJudgesDelaysSuspendsTheClauseForTwoYears(_ trigger: Trigger) throws {
    var story = Story(from: "2022-01-10")
    try story.hear(.noticeServed, on: "2022-01-10")
    try story.hear(.delaysGranted, on: "2022-06-14", until: "2022-07-10", count: 24)
    try story.hear(trigger, on: "2022-09-06")
    #expect(story.procedure == .clauseSuspended)
    #expect(story.dossier.days.clauseUntil == "2024-09-06")
    let known = story.dossier.situation.circumstances
    #expect(known.contains(.clauseSuspended) && !known.contains(.scheduleInForce))
    var broken = story
    try broken.hear(.scheduleBroken, on: "2023-03-05")
    #expect(broken.procedure == .evictionOrdered)
    #expect(!broken.dossier.situation.circumstances.contains(.clauseSuspended))
    try story.hear(.debtErased, on: "2022-10-10")
    try story.advance(to: "2024-09-06")
    #expect(story.procedure == .clauseSuspended)
    try story.advance(to: "2024-09-07")
    #expect(story.dossier.closure?.reason == .leaseKept)
  }

  /// Cass. 2e civ., 18 February 2016 and 10 January 2019: what was acquired stays so.
  @Test(arguments: [(version: 3, then: ProcedurePhase.noticeExpired), (2, .closed)])
  func anEffacementDoesNotUndoAClauseThatWasAcquired(
    _ row: (version: Int, then: ProcedurePhase)
  ) throws {
    var story = Story(from: "2022-01-10", version: row.version)
    try story.hear(.noticeServed, on: "2022-01-10")
    try story.advance(to: "2022-03-20")
    #expect(story.procedure == .noticeExpired)
    try story.hear(.debtErased, on: "2022-04-01")
    try story.advance(to: "2022-12-01")
    #expect(story.procedure == row.then)
  }

  /// CPCE L412-6, L412-7: the truce follows what the judge says of it. The second version held the
  /// eviction back, and would have told the préfet that it was irregular.
  @Test(
    arguments: [
      (3, ProcedurePhase.evictionPossible, ProcedurePhase.evicted),
      (2, .evictionHeld, .evictedIrregularly),
    ])
  func aTruceThatIsSetAsideHoldsNothingBack(
    _ version: Int, _ granted: ProcedurePhase, _ carriedOut: ProcedurePhase
  ) throws {
    var story = Story(from: "2024-04-09", version: version)
    try story.hear(.evictionOrdered, on: "2024-04-09")
    try story.hear(.truceSetAside, on: "2024-04-09")
    try story.hear(.quitOrderServed, on: "2024-05-13")
    try story.hear(.policeAidRequested, on: "2024-09-02")
    try story.hear(.policeAidGranted, on: "2024-11-18")
    #expect(story.procedure == granted)
    try story.hear(.evictionReported, on: "2024-11-25")
    #expect(story.procedure == carriedOut)
  }

  /// C. consom. L722-2, L722-5: what fell due after the recevabilité is not frozen, and a
  /// commandement for it counts.
  @Test(
    arguments: [
      (3, "2022-01-25", ProcedurePhase.clauseBlocked), (3, "2022-06-15", .noticeServed),
      (2, "2022-06-15", .clauseBlocked),
    ] as [(Int, Day, ProcedurePhase)])
  func aRecevabiliteNeutralisesOnlyACommandementForOlderDebts(
    _ version: Int, _ served: Day, _ phase: ProcedurePhase
  ) throws {
    var story = Story(from: "2021-12-01", version: version)
    try story.hear(.arrearsReported, on: "2021-12-01")
    try story.hear(.surendettementAdmitted, on: "2022-01-10")
    // The measures say it again: the first day counts.
    try story.hear(.surendettementAdmitted, on: "2022-05-20")
    try story.advance(to: served)
    try story.signal(cdp: served)
    #expect(story.procedure == phase)
    guard phase == .clauseBlocked, version == 3 else { return }
    try story.advance(to: "2022-07-01")
    try story.signal(cdp: "2022-07-01")
    #expect(story.procedure == .noticeServed)
  }

  /// The household is asked once for what it may ask a judge, and left in peace while the eviction
  /// is suspended for two years.
  @Test func theHouseholdIsAskedOnceForWhatItMayAskAJudge() throws {
    var story = Story(from: "2018-03-01")
    func asked() -> Int { story.sent.count { $0.order == .askCourtForTime } }
    try story.hear(.summonsServed, on: "2018-03-01", hearing: "2018-05-15")
    try story.hear(.diagnosedCanStay, on: "2018-03-20")
    try story.hear(.diagnosedCanStayOnConditions, on: "2018-04-10")
    #expect(asked() == 1)
    try story.hear(.evictionOrdered, on: "2018-06-05")
    #expect(asked() == 2)
    try story.advance(to: "2018-12-05")
    #expect(asked() == 2)
    try story.hear(.quitOrderServed, on: "2018-12-05")
    #expect(asked() == 3)
    try story.hear(.evictionSuspendedBySurendettement, on: "2019-01-10", until: "2021-01-10")
    let before = story.sent.count
    try story.advance(to: "2021-01-10")
    let meanwhile = story.sent.dropFirst(before).map(\.order)
    // The end of the CQL's two months is told, once.
    #expect(meanwhile.count { $0 == .raiseRehousingPriority } == 1, "\(meanwhile)")
    #expect(asked() == 3)
  }

  /// No dossier closes by itself while the household keeps a right; a person may close it.
  @Test(
    arguments: [
      (Trigger.daloPriority, Trigger.daloRightLost), (.appealFiled, .appealEnded),
      (.executionStayed, .judgmentReversed), (.dahoPriority, .dahoOfferMade),
    ])
  func aRightThatIsOpenKeepsTheDossierOpen(_ right: Trigger, _ end: Trigger) throws {
    var story = Story(from: "2018-03-01")
    try story.hear(.evictionOrdered, on: "2018-03-01")
    try story.hear(right, on: "2018-04-01")
    try story.hear(.departed, on: "2018-04-10")
    try story.advance(to: "2019-06-01")
    #expect(story.procedure == .left)
    #expect(story.dossier.reviews[.rightOpen]?.closedOn == nil)
    var closed = story
    try closed.hear(.closedByCommission, on: "2019-06-02")
    #expect(closed.dossier.situation.isClosed)
    try story.hear(end, on: "2019-06-02")
    // Once no right is open, a person is asked.
    #expect(!story.sent.contains { $0.order == .proposeClosure })
    try story.advance(to: "2019-12-01")
    #expect(!story.dossier.situation.isClosed)
    #expect(story.sent.contains { $0.order == .proposeClosure })
  }

  /// A debt that is paid before the title ends no duty of the préfet to have a place proposed.
  @Test(arguments: [Trigger.dahoOfferMade, .accommodated])
  func aDebtPaidBeforeTheTitleLeavesAPlaceThatIsOwed(_ place: Trigger) throws {
    var story = Story(from: "2018-03-01")
    try story.hear(.arrearsReported, on: "2018-03-01")
    try story.hear(.diagnosedCanStay, on: "2018-03-20")
    try story.hear(.dahoPriority, on: "2018-04-01")
    try story.hear(.debtCleared, on: "2018-05-01")
    #expect(!story.dossier.situation.isClosed)
    #expect(story.dossier.reviews[.rightOpen]?.closedOn == nil)
    try story.hear(place, on: "2018-06-01")
    #expect(!story.dossier.situation.circumstances.contains(.rightOpen))
  }

  /// C. consom. L714-1 ends the suspension of the clause, and no other right.
  @Test(arguments: [Trigger.daloPriority, .dahoPriority, .appealFiled])
  func theEndOfTheTwoYearsClosesNoDossierWhileAnotherRightIsOpen(_ right: Trigger) throws {
    var story = Story(from: "2022-01-10")
    try story.hear(.noticeServed, on: "2022-01-10")
    try story.hear(.summonsServed, on: "2022-04-01", hearing: "2022-06-14")
    try story.hear(.clauseSuspendedAfterPRP, on: "2022-09-06")
    try story.hear(right, on: "2023-02-01")
    try story.advance(to: "2024-09-07")
    // The clause is deemed never to have played: nothing can break it any more.
    #expect(story.procedure == .claimEnded)
    #expect(story.dossier.reviews[.rightOpen] != nil)
    #expect(story.dossier.reviews[.rightOpen]?.closedOn == nil)
    try story.advance(to: "2025-06-01")
    #expect(!story.dossier.situation.isClosed)
  }

  /// CPCE L111-10: who was evicted by a title that falls has the dwelling back.
  @Test func aReversalAfterTheEvictionKeepsTheDossierOpenForTheRestitution() throws {
    var story = Story(from: "2018-03-01")
    try story.hear(.evictionOrdered, on: "2018-03-01")
    try story.hear(.accommodationOffered, on: "2018-04-01")
    try story.hear(.evictionReported, on: "2018-08-10")
    try story.hear(.judgmentReversed, on: "2018-09-10")
    #expect(story.last == [.askForReview])
    try story.advance(to: "2020-01-01")
    #expect(!story.dossier.situation.isClosed)
  }

  /// The same where nobody followed it any more.
  @Test func aReversalOpensTheDossierOfAnEvictedHouseholdAgain() throws {
    var story = Story(from: "2018-03-01")
    try story.hear(.evictionOrdered, on: "2018-03-01")
    try story.hear(.evictionReported, on: "2018-08-10")
    try story.hear(.closedByCommission, on: "2018-08-20")
    #expect(story.dossier.situation.isClosed)
    var dismissed = story
    try dismissed.hear(.claimDismissed, on: "2018-09-10")
    #expect(dismissed.dossier.situation.isClosed)
    try story.hear(.judgmentReversed, on: "2018-09-10")
    #expect(!story.dossier.situation.isClosed && story.procedure == .left)
    #expect(story.last.contains(.proposeInterview))
    try story.advance(to: "2020-01-01")
    #expect(!story.dossier.situation.isClosed)
  }

  /// Who prepares something in the dwelling hears that the household left; who knows where it is
  /// passes on what is offered.
  @Test func aDepartureIsToldToAllWhoActInTheDwelling() throws {
    var story = Story(from: "2024-01-15")
    try story.hear(.noticeServed, on: "2024-01-15")
    try story.hear(.diagnosedMustMove, on: "2024-02-01")
    try story.hear(.householdGone, on: "2024-03-01")
    #expect(Set(story.last) == [.tellDeparture, .reachHousehold])
    #expect(story.procedure == .noticeServed)
    var old = Story(from: "2024-01-15", version: 2)
    try old.hear(.noticeServed, on: "2024-01-15")
    try old.hear(.householdGone, on: "2024-03-01")
    #expect(old.last.isEmpty)
    try story.hear(.daloPriority, on: "2024-04-01")
    try story.hear(.departed, on: "2024-04-10")
    #expect(Set(story.last) == [.tellDeparture, .reachHousehold, .stopContact])
    #expect(story.dossier.situation.housing == .sought)
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
