import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import LegalCalendar
import Testing
import Vocabulary

@Suite struct RulingTests {
  /// A household summoned to the hearing of 12 June 2018, which was held.
  private func heard() throws -> Dossier {
    var dossier = Dossier()
    try dossier.summons("2018-03-26", hearing: "2018-06-12")
    try dossier.hearing("2018-06-12", ruling: "2018-07-10")
    return dossier
  }

  typealias Case = (
    sens: TribunalDecision.Sens, first: String?, end: String?, fact: Trigger, until: String?
  )

  @Test(
    arguments: [
      (.rejet, nil, nil, .claimDismissed, nil),
      (.irrecevable, nil, nil, .claimDismissed, nil),
      (.desistement, nil, nil, .claimWithdrawn, nil),
      (.radiation, nil, nil, .claimStruckOut, nil),
      (.caducite, nil, nil, .claimWithdrawn, nil),
      (.delaisSuspensifs, "2018-08-10", nil, .delaysGranted, "2018-08-10"),
      // Without its day, the first instalment is due a month later.
      (.delaisSuspensifs, nil, nil, .delaysGranted, "2018-08-10"),
      (.expulsionFerme, nil, nil, .evictionOrdered, nil),
      (.expulsionAvecDelais, nil, "2019-01-10", .evictionOrderedWithDelays, "2019-01-10"),
    ] as [Case])
  func everyKindOfDecisionIsAFact(_ row: Case) throws {
    var dossier = try heard()
    try dossier.ruling("2018-07-10", row.sens, count: 36, first: row.first, end: row.end)
    #expect(dossier.lastFacts == [row.fact])
    #expect(dossier.lastUntil == row.until)
    #expect(dossier.facts.last?.count == (row.fact == .delaysGranted ? 36 : nil))
    #expect(dossier.lastNotices.isEmpty)
  }

  /// The two kinds that the law of 2018 and of 2019 made: `FindingTests` has them; five more are in
  /// `OutcomeTests`.
  @Test func everyKindOfDecisionStandsInTheTableAboveOrInTheNext() {
    #expect(TribunalDecision.Sens.allCases.count == 15)
  }

  @Test func delaysWithoutATermProtectForAsLongAsTheLawAllows() throws {
    var dossier = try heard()
    try dossier.ruling("2018-07-10", .expulsionAvecDelais)
    // CPCE L412-4 until 28 July 2023: at most three years.
    #expect(dossier.lastUntil == "2021-07-10")
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    try dossier.ruling("2018-07-10", .expulsionAvecDelais, end: "2019-01-10", on: "2018-07-20")
    #expect(dossier.lastFacts == [.evictionOrderedWithDelays])
    #expect(dossier.lastUntil == "2019-01-10")
    #expect(dossier.lastNotices.isEmpty)
  }

  @Test func twoDecisionsOfOneDayThatContradictEachOtherAreForPeople() throws {
    var dossier = try heard()
    try dossier.ruling("2018-07-10", .rejet)
    try dossier.ruling("2018-07-10", .expulsionFerme)
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    #expect(dossier.file?.acts.map(\.standing).last == .contested)
    try dossier.ruling("2018-07-10", .expulsionFerme)
    #expect(dossier.lastNotices.isEmpty)
  }

  @Test(arguments: [
    (ruling: "2018-07-10", until: "2018-07-10"), (ruling: nil, until: "2018-08-11"),
  ])
  func aHearingIsHeldUntilItsDecision(_ row: (ruling: String?, until: String)) throws {
    var dossier = Dossier()
    try dossier.summons("2018-03-26", hearing: "2018-06-12")
    try dossier.hearing("2018-06-12", present: false, ruling: row.ruling)
    #expect(dossier.lastFacts == [.hearingHeld])
    #expect(dossier.lastUntil == row.until)
  }

  @Test func aPostponedHearingHasAnotherDay() throws {
    var dossier = Dossier()
    try dossier.summons("2018-03-26", hearing: "2018-06-12")
    try dossier.postponement("2018-06-12", to: "2018-09-11")
    #expect(dossier.lastFacts == [.hearingPostponed])
    #expect(dossier.facts.last?.hearing?.description == "2018-09-11")
    #expect(dossier.file?.nextHearing?.description == "2018-09-11")
    // A hearing that opened and was postponed the same day was not held.
    try dossier.hearing("2018-06-12")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.file?.hearings.map(\.state) == [.postponed, .fixed])
  }

  /// The acts of one procedure, then one that arrives last and is older.
  @Test(arguments: ["summons", "postponement", "hearing", "ruling"])
  func anOlderActThatArrivesLastChangesNothing(_ late: String) throws {
    var dossier = try heard()
    try dossier.ruling("2018-07-10", .irrecevable)
    let before = dossier.facts
    switch late {
    case "summons": try dossier.summons("2018-03-20", hearing: "2018-06-05", on: "2018-07-12")
    case "postponement": try dossier.postponement("2018-05-15", to: "2018-06-12", on: "2018-07-12")
    case "hearing": try dossier.hearing("2018-05-15", on: "2018-07-12")
    default: try dossier.ruling("2018-07-03", .expulsionFerme, on: "2018-07-12")
    }
    #expect(dossier.facts == before)
    #expect(dossier.file?.acts.count == 4)
  }

  @Test func aNewSummonsAfterADismissalIsANewProcedure() throws {
    var dossier = try heard()
    try dossier.ruling("2018-07-10", .irrecevable)
    try dossier.summons("2018-09-03", hearing: "2018-12-11")
    #expect(dossier.lastFacts == [.summonsServed])
  }

  @Test func delaysKnownAfterTheActsOfExecutionProtectAllTheSameAndAreBroughtToThePrefet() throws {
    var dossier = try heard()
    try dossier.quitOrder("2018-07-30", seized: "2018-07-30")
    try dossier.ruling("2018-07-10", .expulsionAvecDelais, end: "2019-01-10", on: "2018-08-06")
    #expect(dossier.lastFacts == [.evictionOrderedWithDelays])
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
  }
}
