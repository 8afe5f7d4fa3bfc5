import Contracts
import CourtLiaisonDomain
import HouseholdSupport
import LegalCalendar
import Testing
import Vocabulary

@Suite struct CommandTests {
  /// A household with a huissier and a landlord, summoned to the hearing of 12 June 2018.
  private func summoned() throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(
      landlord: .personnePhysique, huissier: "etude-a", bailleur: "bailleur-x", on: "2018-01-22")
    try dossier.summons("2018-03-26", hearing: "2018-06-12")
    return dossier
  }

  @Test(
    arguments: [
      (
        .informTenantOfHearing,
        ["audience-information → kind.menage", "audience-information → kind.service-social"]
      ),
      (.tellCourtOfMeasures, ["mesures-en-cours → kind.tribunal"]),
      (
        .askCourtForTime,
        ["delais-a-demander → kind.menage", "delais-a-demander → kind.service-social"]
      ),
      (.tellPrefetProtection, ["protection-en-cours → kind.prefecture"]),
      (.tellPrefetObligation, ["mesures-en-cours → kind.prefecture"]),
      (.tellPrefetDALO, ["dalo-prioritaire → kind.prefecture"]),
      (.tellPrefetIrregularEviction, ["expulsion-irreguliere → kind.prefecture"]),
      (.askForReview, ["dossier-a-revoir → kind.prefecture"]),
      (.proposeClosure, ["cloture-a-decider → kind.ccapex"]),
      (.recordPostMortem, ["retour-experience → kind.prefecture"]),
      (
        .closeCourtFile,
        [
          "procedure-close → user.etude-a", "procedure-close → user.bailleur-x",
          "procedure-close → kind.prefecture",
        ]
      ),
    ] as [(Order, [String])])
  func everyOrderReachesThoseWhoMustKnow(_ order: Order, _ notices: [String]) throws {
    var dossier = try summoned()
    try dossier.obey(order, on: "2018-05-14")
    #expect(dossier.lastNotices == notices)
    #expect(dossier.lastFacts.isEmpty)
  }

  @Test func aDepartureIsToldToWhoPreparesSomethingInTheDwelling() throws {
    var dossier = try summoned()
    try dossier.obey(.tellDeparture, on: "2018-05-14")
    #expect(
      dossier.lastNotices == [
        "depart-signale → kind.tribunal", "depart-signale → user.etude-a",
        "depart-signale → user.bailleur-x",
      ])
    try dossier.ruling("2018-07-10", .expulsionFerme)
    try dossier.quitOrder("2018-08-01", seized: "2018-08-01")
    try dossier.prefect("2018-10-15", grants: true)
    try dossier.obey(.tellDeparture, on: "2018-10-20")
    #expect(
      dossier.lastNotices == [
        "depart-signale → kind.prefecture", "depart-signale → kind.forces-ordre",
        "depart-signale → user.etude-a", "depart-signale → user.bailleur-x",
      ])
  }

  @Test func theHearingIsTheOneThatTheActsFixWhereTheOrderSaysNone() throws {
    var dossier = try summoned()
    try dossier.obey(.informTenantOfHearing, on: "2018-05-14")
    #expect(dossier.notices.last?.notice.audience?.description == "2018-06-12")
    try dossier.obey(.tellCourtOfMeasures, on: "2018-05-14", hearing: "2018-06-19")
    #expect(dossier.notices.last?.notice.audience?.description == "2018-06-19")
  }

  @Test func ofOneHearingTheCourtReadsTheSameMeasuresOnce() throws {
    var dossier = try summoned()
    for (hearing, because, isTold) in [
      ("2018-06-12", "apurement engagé.", true), ("2018-06-12", "apurement engagé.", false),
      ("2018-06-12", "apurement engagé ; relogement recherché.", true),
      ("2018-06-19", "apurement engagé ; relogement recherché.", true),
      ("2018-06-19", "apurement engagé ; relogement recherché.", false),
      ("2018-06-19", "apurement engagé.", true),
    ] {
      let before = dossier.notices.count
      try dossier.obey(
        .tellCourtOfMeasures, on: "2018-05-14", hearing: hearing, because: because)
      #expect(dossier.notices.count == before + (isTold ? 1 : 0), "\(hearing) \(because)")
    }
  }

  /// What stands in an act or in the calendar may be told to the huissier; what the saga knows
  /// besides may not.
  @Test(
    arguments: [
      (day: "2018-05-14", quit: nil, jex: nil, article: nil, until: nil),
      (day: "2018-11-05", quit: nil, jex: nil, article: "CPCE art. L412-6", until: "2019-03-31"),
      (
        day: "2018-09-03", quit: "2018-08-01", jex: nil, article: "CPCE art. L412-1",
        until: "2018-10-01"
      ),
      (
        day: "2018-09-03", quit: "2018-08-01", jex: "2018-12-28", article: "CPCE art. L412-3",
        until: "2018-12-28"
      ),
    ] as [(day: String, quit: String?, jex: String?, article: String?, until: String?)])
  func theHuissierIsToldOfPublicProtectionsOnly(
    _ row: (day: String, quit: String?, jex: String?, article: String?, until: String?)
  ) throws {
    var dossier = try summoned()
    if let quit = row.quit { try dossier.quitOrder(quit, seized: quit) }
    if let jex = row.jex { try dossier.jex("2018-08-20", until: jex) }
    try dossier.obey(
      .tellPrefetProtection, on: row.day, because: "Le ménage est prioritaire DALO.")
    #expect(dossier.lastNotices.count == (row.article == nil ? 1 : 2))
    for (to, notice) in dossier.notices where to == .user("etude-a") {
      #expect(!notice.texte.contains("DALO"))
      #expect(notice.article == row.article)
      #expect(notice.echeance?.description == row.until)
    }
  }

  @Test func aCQLOfWhichThePrefetWasNotSeizedIsTheFirstProtectionToTell() throws {
    var dossier = try summoned()
    try dossier.quitOrder("2018-10-22")
    try dossier.obey(.tellPrefetProtection, on: "2018-11-05")
    #expect(dossier.notices.last?.notice.article == "CPCE art. L412-5")
  }

  @Test func afterTheCQLTimeIsAskedOfTheJEX() throws {
    var dossier = try summoned()
    try dossier.obey(.askCourtForTime, on: "2018-05-14")
    #expect(dossier.notices.last?.notice.article == "loi 89-462, art. 24 V")
    try dossier.quitOrder("2018-08-01", seized: "2018-08-01")
    try dossier.obey(.askCourtForTime, on: "2018-08-06")
    #expect(dossier.notices.last?.notice.article == "CPCE art. L412-3")
  }

  /// A commandement that is known after the hearing asks nobody to ask the judge.
  @Test func nobodyIsSentToAJudgeWhoHasHeardTheCase() throws {
    var dossier = try summoned()
    try dossier.obey(.askCourtForTime, on: "2018-06-13", hearing: "2018-06-12")
    #expect(dossier.lastNotices.isEmpty)
    try dossier.obey(.askCourtForTime, on: "2018-06-12", hearing: "2018-06-12")
    #expect(dossier.lastNotices.count == 2)
  }

  /// Police and gendarmerie read when they may act, what holds them since, and that it is over; of
  /// what is not public they read nothing.
  @Test func thePoliceKnowsTheDayAndTheProtectionsOfAGrantedConcours() throws {
    var dossier = try summoned()
    try dossier.ruling("2018-07-10", .expulsionFerme)
    try dossier.quitOrder("2018-07-11", seized: "2018-07-11")
    try dossier.obey(.tellPrefetProtection, on: "2018-08-06")
    #expect(!dossier.notices.contains { $0.to == .kind(.forcesOrdre) })
    try dossier.prefect("2018-10-22", grants: true)
    try dossier.jex("2018-10-24", until: "2018-12-28")
    try dossier.obey(
      .tellPrefetProtection, on: "2018-10-25", because: "Le ménage est prioritaire DALO.")
    try dossier.obey(.closeCourtFile, on: "2019-01-10")
    let told = dossier.notices.filter { $0.to == .kind(.forcesOrdre) }.map(\.notice)
    #expect(told.map(\.code) == [.cfpDecision, .protectionEnCours, .procedureClose])
    #expect(told.map { $0.echeance?.description } == ["2018-10-22", "2018-12-28", nil])
    for notice in told { #expect(!notice.texte.contains("DALO") && notice.menage == nil) }
  }

  @Test func anEvictionHasOneCardWithWhatWasDoneAtEachStage() throws {
    var dossier = try summoned()
    try dossier.obey(.informTenantOfHearing, on: "2018-05-14")
    try dossier.obey(.tellCourtOfMeasures, on: "2018-06-04")
    try dossier.hearing("2018-06-12", present: false)
    try dossier.ruling("2018-07-10", .expulsionFerme)
    try dossier.quitOrder("2018-08-01", seized: "2018-08-01")
    try dossier.obey(.askCourtForTime, on: "2018-08-06")
    try dossier.prefect("2019-03-11", grants: true)
    try dossier.eviction("2019-04-08")
    try dossier.obey(.recordPostMortem, on: "2019-04-09", because: "Aucun relogement proposé.")
    try dossier.obey(.recordPostMortem, on: "2019-04-10")
    #expect(dossier.lastNotices.isEmpty)
    var stages = PostMortem.Stages()
    stages.summonedOn = try civil("2018-03-26")
    stages.informedOn = try civil("2018-05-14")
    stages.courtToldOn = try civil("2018-06-04")
    stages.ruledOn = try civil("2018-07-10")
    stages.quitOrderOn = try civil("2018-08-01")
    stages.timeAskedOn = try civil("2018-08-06")
    stages.policeAidOn = try civil("2019-03-11")
    #expect(
      dossier.file?.postMortems == [
        PostMortem(
          recordedOn: try civil("2019-04-09"), evictedOn: try civil("2019-04-08"),
          reason: "Aucun relogement proposé.", stages: stages, isTenantHeard: false)
      ])
  }

  @Test func creditorsNeverReadWhyAFileIsClosedAndANewActOpensItAgain() throws {
    var dossier = try summoned()
    try dossier.obey(.closeCourtFile, on: "2018-05-14", because: "Le ménage est relogé.")
    for (to, notice) in dossier.notices where to != .kind(.prefecture) {
      #expect(!notice.texte.contains("relogé"))
    }
    try dossier.obey(.closeCourtFile, on: "2018-05-15")
    #expect(dossier.lastNotices.isEmpty)
    try dossier.ruling("2018-07-10", .expulsionFerme)
    #expect(dossier.file?.closedOn == nil)
    #expect(dossier.lastFacts == [.evictionOrdered])
  }

  @Test func whatIsNotForCourtLiaisonIsForAnOperator() throws {
    var dossier = Dossier()
    try dossier.receive("fr.amont.inconnu.v1", "{}", on: "2018-05-14")
    try dossier.obey(.openRehousing, on: "2018-05-14")
    try dossier.learn(
      .daloRecours(DALORecours(date: try civil("2018-05-14"))), from: "menage", .menage,
      on: "2018-05-14")
    #expect(
      dossier.quarantined == ["type inattendu", "ordre d'un autre service", "type inattendu"])
    #expect(dossier.file == nil)
  }

  @Test func aDateOutsideOfTheCalendarLeavesTheFileAsItWas() throws {
    var dossier = Dossier()
    try dossier.open(landlord: .personnePhysique, on: "2018-01-22")
    let before = dossier.file
    #expect(throws: RuleError.self) {
      try dossier.summons("1990-02-05", hearing: "1990-06-12", on: "2018-05-14")
    }
    #expect(dossier.file == before)
  }
}
