import HouseholdSupport
import Contracts
import CourtLiaisonDomain
import LegalCalendar
import Testing
import Vocabulary

@Suite struct ExecutionTests {
  /// CPCE L412-1 and L412-5; the first rows are SC33: CQL of 5 April 2017, préfet seized on 28
  /// April.
  @Test(
    arguments: [
      (act: "2017-04-05", seized: "2017-04-05", until: "2017-06-06", told: false),
      (act: "2017-04-05", seized: "2017-04-28", until: "2017-06-28", told: true),
      (act: "2017-04-05", seized: "2017-04-07", until: "2017-06-07", told: false),
      (act: "2017-05-15", seized: "2017-05-15", until: "2017-07-17", told: false),
      (act: "2017-12-29", seized: "2017-12-30", until: "2018-02-28", told: false),
      // A seizure said to be older than the act counts from the act.
      (act: "2017-04-05", seized: "2017-04-03", until: "2017-06-06", told: false),
    ])
  func theTwoMonthsRunFromTheActOrFromTheSeizureOfThePrefet(
    _ row: (act: String, seized: String, until: String, told: Bool)
  ) throws {
    var dossier = Dossier()
    try dossier.quitOrder(row.act, seized: row.seized)
    #expect(dossier.lastFacts == [.quitOrderServed])
    #expect(dossier.lastUntil == row.until)
    #expect(dossier.lastNotices == (row.told ? ["prefet-non-saisi → user.etude-a"] : []))
  }

  /// SC33, as it is lived: the préfet is seized after the act was sent to Amont.
  @Test func aPrefetThatIsNotSeizedSuspendsTheDelayAndTheHuissierIsTold() throws {
    var dossier = Dossier()
    try dossier.quitOrder("2017-04-05")
    #expect(dossier.lastFacts == [.quitOrderUnnotified])
    #expect(dossier.facts.last?.until == nil)
    #expect(dossier.lastNotices == ["prefet-non-saisi → user.etude-a"])
    try dossier.quitOrder("2017-04-05", from: "etude-b", on: "2017-04-12")
    #expect(dossier.lastFacts.isEmpty && dossier.lastNotices.isEmpty)
    try dossier.quitOrder("2017-04-05", seized: "2017-04-28")
    #expect(dossier.lastFacts == [.quitOrderServed])
    #expect(dossier.lastUntil == "2017-06-28")
    try dossier.quitOrder("2017-04-05", from: "etude-b", on: "2017-05-02")
    #expect(dossier.lastFacts.isEmpty)
  }

  /// SC31 by the law of 2017: bad faith takes nothing from the two months, so a request made at
  /// once is premature. CQL of 15 May 2017: the delay ends on Monday 17 July, the 15th being a
  /// Saturday.
  @Test(
    arguments: [
      (asked: "2017-05-20", premature: true), (asked: "2017-07-17", premature: true),
      (asked: "2017-07-18", premature: false), (asked: "2017-09-04", premature: false),
    ])
  func aRequestBeforeTheEndOfTheTwoMonthsIsPremature(
    _ row: (asked: String, premature: Bool)
  ) throws {
    var dossier = Dossier()
    try dossier.ruling("2017-05-09", .expulsionFerme)
    try dossier.quitOrder("2017-05-15", seized: "2017-05-15")
    try dossier.policeAid(row.asked)
    #expect(dossier.lastFacts == [row.premature ? .policeAidPremature : .policeAidRequested])
    // The préfet is seized of a premature one when the delay ends, and his silence runs from then
    // (CE 18 Dec. 2013, n° 363126).
    let (delay, request) = (try civil("2017-07-17"), try civil(row.asked))
    #expect(
      dossier.due(.policeAidSilence)
        == (row.premature ? delay : request).adding(months: 2)?.description)
    #expect(
      dossier.lastNotices
        == (row.premature
          ? ["protection-en-cours → kind.prefecture", "protection-en-cours → user.etude-a"] : []))
  }

  /// CPCE R153-1: two months of silence, never extended: 9 July 2017 is a Sunday.
  @Test func theSilenceOfThePrefetIsNotExtended() throws {
    var dossier = Dossier()
    try dossier.quitOrder("2017-02-01", seized: "2017-02-01")
    try dossier.policeAid("2017-05-09")
    #expect(dossier.lastUntil == "2017-07-09")
  }

  @Test func aRequestIsFoundPrematureWhicheverActArrivesLast() throws {
    var dossier = Dossier()
    try dossier.policeAid("2017-05-20")
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    try dossier.quitOrder("2017-05-15", seized: "2017-05-15", on: "2017-05-22")
    // The two months still run: the saga must know of them.
    #expect(dossier.lastFacts == [.quitOrderServed])
    #expect(
      dossier.lastNotices == [
        "protection-en-cours → kind.prefecture", "protection-en-cours → user.etude-a",
      ])
    #expect(dossier.due(.policeAidSilence) == "2017-09-17")
  }

  /// The préfet who is not told of the CQL is seized of nothing; one who refuses expressly has
  /// answered.
  @Test func thePrefetIsSeizedOfAPrematureRequestOnlyAtTheEndOfTheDelay() throws {
    var untold = Dossier()
    try untold.quitOrder("2017-05-15")
    try untold.policeAid("2017-05-20")
    #expect(untold.due(.policeAidSilence) == nil)
    try untold.quitOrder("2017-05-15", seized: "2017-06-01", on: "2017-06-01")
    #expect(untold.due(.policeAidSilence) == "2017-10-01")
    var refused = Dossier()
    try refused.quitOrder("2017-05-15", seized: "2017-05-15")
    try refused.policeAid("2017-05-20")
    try refused.prefect("2017-06-12", grants: false, because: .prematuree)
    #expect(refused.due(.policeAidSilence) == nil)
  }

  @Test func aCQLKnownAfterItsDelayAndAfterTheRequestIsOnlyRecorded() throws {
    var dossier = Dossier()
    try dossier.policeAid("2017-07-20")
    try dossier.quitOrder("2017-05-15", seized: "2017-05-15", on: "2017-07-25")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.file?.acts.count == 2)
  }

  @Test func delaysOfTheJEXProtectUntilTheirEnd() throws {
    var dossier = Dossier()
    try dossier.quitOrder("2017-05-15", seized: "2017-05-15")
    try dossier.jex("2017-07-03", until: "2017-12-29")
    #expect(dossier.lastFacts == [.jexDelaysGranted])
    #expect(dossier.armed["jex.delays"]?.firesOn.description == "2017-12-30")
    try dossier.jex("2017-11-20", until: "2018-04-30")
    #expect(dossier.lastFacts == [.jexDelaysGranted])
    try dossier.jex("2017-09-04", until: "2017-10-31", on: "2017-11-21")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.jex("2018-04-16")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.fire(.jexDelays)
    #expect(dossier.lastFacts == [.jexDelaysEnded])
    #expect(dossier.facts.last?.on.description == "2018-04-30")
  }

  /// An eviction of September is judged by the delays of September, whenever they are learnt.
  @Test func delaysOfTheJEXThatAreOverWhenTheyAreLearntAreReportedWithTheirEnd() throws {
    var dossier = Dossier()
    try dossier.jex("2017-07-03", until: "2017-09-29", on: "2017-10-16")
    #expect(dossier.lastFacts == [.jexDelaysGranted])
    try dossier.fire(.jexDelays)
    #expect(dossier.lastFacts == [.jexDelaysEnded])
    #expect(dossier.facts.last?.on.description == "2017-09-29")
  }

  @Test(arguments: [true, false])
  func thePrefetGrantsOrRefuses(_ grants: Bool) throws {
    var dossier = Dossier()
    try dossier.policeAid("2017-08-01")
    try dossier.prefect("2017-09-18", grants: grants)
    #expect(dossier.lastFacts == [grants ? .policeAidGranted : .policeAidRefused])
    try dossier.prefect("2017-09-18", grants: !grants)
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.lastNotices == ["dossier-a-revoir → kind.prefecture"])
    try dossier.prefect("2018-04-09", grants: true)
    #expect(dossier.lastFacts == [.policeAidGranted])
  }

  @Test func aDepartureEndsTheDelaysAndAnEvictionIsNeverUnseen() throws {
    var dossier = Dossier()
    try dossier.jex("2017-07-03", until: "2017-12-29")
    try dossier.departure("2017-08-07")
    #expect(dossier.lastFacts == [.departed])
    #expect(dossier.armed.isEmpty)
    try dossier.departure("2017-08-07")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.eviction("2017-08-04", on: "2017-08-09")
    #expect(dossier.lastFacts == [.evictionReported])
  }

  @Test func noActComesBackOnceTheHouseholdHasLeft() throws {
    var dossier = Dossier()
    try dossier.eviction("2017-08-04")
    let before = dossier.facts
    try dossier.ruling("2017-05-09", .expulsionFerme, on: "2017-08-10")
    try dossier.quitOrder("2017-05-15", seized: "2017-05-15", on: "2017-08-10")
    try dossier.policeAid("2017-07-20", on: "2017-08-10")
    try dossier.jex("2017-07-21", until: "2017-12-29", on: "2017-08-10")
    #expect(dossier.facts == before)
    #expect(dossier.file?.acts.count == 5)
  }
}
