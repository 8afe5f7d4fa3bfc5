import Casework
import Contracts
import HouseholdSupport
import LegalCalendar
import RehousingDomain
import Testing
import Vocabulary

@Suite struct RightsTests {
  /// CCH R441-15 and R441-16-1: three months (six overseas) to decide, then three or six to offer.
  @Test(
    arguments: [
      (departement: "93", large: true, decides: "2018-06-05", offers: "2018-11-15"),
      (departement: "48", large: false, decides: "2018-06-05", offers: "2018-08-16"),
      (departement: "974", large: false, decides: "2018-09-05", offers: "2018-11-15"),
    ] as [(departement: String, large: Bool, decides: String, offers: String)])
  func theDelaysOfTheDALODependOnTheDepartement(
    _ row: (departement: String, large: Bool, decides: String, offers: String)
  ) throws {
    var dossier = Dossier(
      rules: RehousingRules(
        calendar: try LegalCalendar(departement: row.departement),
        charter: RehousingCharter(hasLargeAgglomeration: row.large)))
    try dossier.recours(dated: "2018-03-05")
    #expect(dossier.lastFacts == [.daloFiled])
    #expect(dossier.due(.daloDecision) == row.decides)
    try dossier.commission(recognises: true, dated: "2018-05-15")
    #expect(dossier.lastFacts == [.daloPriority])
    #expect(dossier.facts.last?.until?.description == row.offers)
    #expect(dossier.due(.daloOffer) == row.offers)
    #expect(dossier.due(.daloDecision) == nil)
  }

  @Test func anAdaptedOfferAnswersTheDecisionOnlyWhenItIsNotOlder() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-03-01")
    try dossier.offer("A-1", on: "2018-05-02")
    try dossier.commission(recognises: true, dated: "2018-05-15")
    #expect(dossier.lastFacts == [.daloPriority])
    try dossier.answer("A-1", accepts: false, on: "2018-05-16")
    #expect(dossier.due(.daloOffer) != nil)
    try dossier.offer("B-1", suits: false, on: "2018-05-22")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.offer("C-1", on: "2018-05-23")
    #expect(dossier.lastFacts == [.offerMade, .daloOfferMade])
    #expect(dossier.due(.daloOffer) == nil)
  }

  @Test func aDecisionThatArrivesAfterTheOfferItAsksForIsAnsweredAtOnce() throws {
    var dossier = Dossier()
    try dossier.offer("A-1", on: "2018-05-18")
    try dossier.commission(recognises: true, dated: "2018-05-15", on: "2018-05-22")
    #expect(dossier.lastFacts == [.daloPriority, .daloOfferMade])
  }

  @Test func anOfferThatWaitsInTheQueueIsNoOfferYet() throws {
    var dossier = Dossier()
    try dossier.offer("A-1", on: "2018-05-02")
    try dossier.commission(recognises: true, dated: "2018-05-15")
    try dossier.offer("B-1", by: "ville", on: "2018-05-17")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.answer("A-1", accepts: false, on: "2018-05-18")
    #expect(dossier.lastFacts == [.offerRefusedWithReason, .offerMade, .daloOfferMade])
  }

  /// SC37: the commission and the préfet judge the refusal; rehousing goes on meanwhile.
  @Test func aRefusedOfferToAPriorityHouseholdIsBroughtToThePrefetAndTheCommission() throws {
    var dossier = Dossier()
    try dossier.commission(recognises: true, dated: "2018-05-15")
    try dossier.offer("A-1", on: "2018-05-17")
    try dossier.answer("A-1", accepts: false, on: "2018-05-21")
    #expect(
      dossier.lastNotices == [
        "dossier-a-revoir → kind.prefecture", "dossier-a-revoir → kind.commission-mediation",
      ])
    #expect(dossier.file?.dalo.isPriority == true)
  }

  @Test func aRecoursWithoutDecisionIsRemindedEveryMonth() throws {
    var dossier = Dossier()
    try dossier.recours(dated: "2018-03-05")
    for _ in 0..<3 {
      try dossier.fire(.daloDecision)
      #expect(
        dossier.lastNotices == [
          "dossier-a-revoir → kind.commission-mediation", "dossier-a-revoir → kind.prefecture",
        ])
    }
  }

  @Test func aDelayWithoutOfferTellsThePrefetAndTheHouseholdOfItsWayToTheTribunal() throws {
    var dossier = Dossier()
    try dossier.commission(recognises: true, dated: "2018-05-15")
    try dossier.fire(.daloOffer)
    #expect(
      dossier.lastNotices == [
        "relogement-urgent → kind.prefecture", "relogement-urgent → kind.menage",
        "relogement-urgent → kind.service-social",
      ])
    // CJA R778-2: four months from 15 November 2018, délai franc: 16 March 2019 is a Saturday.
    #expect(dossier.notices.last?.notice.echeance?.description == "2019-03-18")
    try dossier.fire(.daloOffer)
    #expect(dossier.lastNotices == ["relogement-urgent → kind.prefecture"])
  }

  /// In whatever order recours and decisions arrive, the newest decision stands.
  @Test(
    arguments: [
      (steps: ["recours 03-05", "oui 05-15"], facts: [Trigger.daloFiled, .daloPriority]),
      (steps: ["oui 05-15", "recours 03-05"], facts: [.daloPriority]),
      (steps: ["recours 03-05", "recours 03-06"], facts: [.daloFiled]),
      (steps: ["oui 05-15", "oui 05-15"], facts: [.daloPriority]),
      (steps: ["oui 05-15", "non 04-02"], facts: [.daloPriority]),
      (
        steps: ["non 04-02", "recours 04-20", "oui 06-05"],
        facts: [.daloRefused, .daloFiled, .daloPriority]
      ),
      (steps: ["non 04-02", "recours 03-05"], facts: [.daloRefused]),
      (steps: ["recours 04-20", "non 04-02"], facts: [.daloFiled]),
      (steps: ["oui 05-15", "non 09-04"], facts: [.daloPriority, .daloRefused]),
    ] as [(steps: [String], facts: [Trigger])])
  func theNewestDecisionStands(_ row: (steps: [String], facts: [Trigger])) throws {
    var dossier = Dossier()
    for step in row.steps {
      let words = step.split(separator: " ")
      let date = "2018-" + words[1]
      switch words[0] {
      case "recours": try dossier.recours(dated: date, on: "2018-10-01")
      default:
        try dossier.commission(recognises: words[0] == "oui", dated: date, on: "2018-10-01")
      }
    }
    #expect(dossier.facts.map(\.trigger) == row.facts)
  }

  @Test func aRehousedHouseholdReleasesItsRank() throws {
    var dossier = Dossier()
    try dossier.commission(recognises: true, dated: "2018-05-15")
    try dossier.lease("A-1", on: "2018-06-01")
    #expect(dossier.lastNotices == ["relogement-sans-objet → kind.prefecture"])
    #expect(dossier.armed.isEmpty)
  }

  /// The ARS is associated where the household asks for it, once, and never otherwise.
  @Test(arguments: [nil, false, true])
  func aPartnerOfHealthIsAskedOnlyWhereTheHouseholdWishes(_ wishes: Bool?) throws {
    var dossier = Dossier()
    for day in ["2018-03-05", "2018-03-06"] {
      try dossier.learn(
        .hebergementDemande(HebergementDemande(date: try civil(day), sante: wishes)),
        from: "menage", .menage, on: day)
    }
    let asked = dossier.notices.filter { $0.to == .kind(.sante) }
    #expect(asked.count == (wishes == true ? 1 : 0))
  }

  /// SC39: the household refuses a first place and enters a second one.
  @Test func aRefusedPlaceIsFollowedByAnotherOne() throws {
    var dossier = Dossier()
    try dossier.obey(.openAccommodation, on: "2018-03-05")
    #expect(
      dossier.lastNotices == [
        "hebergement-a-rechercher → kind.siao", "hebergement-a-rechercher → kind.ccas",
      ])
    #expect(dossier.due(.accommodationReply) == "2018-03-15")
    try dossier.siao(.proposee, dated: "2018-03-08")
    #expect(dossier.lastFacts == [.accommodationOffered])
    try dossier.siao(.refusee, dated: "2018-03-09")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.lastNotices == ["hebergement-a-rechercher → kind.siao"])
    try dossier.siao(.proposee, dated: "2018-03-20")
    try dossier.siao(.acceptee, dated: "2018-03-22")
    #expect(dossier.lastFacts == [.accommodated])
    #expect(dossier.due(.accommodationReply) == nil)
    try dossier.siao(.proposee, dated: "2018-03-20")
    #expect(dossier.lastFacts.isEmpty)
  }

  @Test func aSilentSIAOIsRemindedAndThePrefetTold() throws {
    var dossier = Dossier()
    try dossier.obey(.openAccommodation, on: "2018-03-05")
    for _ in 0..<3 {
      try dossier.fire(.accommodationReply)
      #expect(
        dossier.lastNotices == [
          "hebergement-a-rechercher → kind.siao", "hebergement-a-rechercher → kind.prefecture",
        ])
    }
    try dossier.siao(.proposee, dated: "2018-04-20")
    try dossier.fire(.accommodationReply)
    #expect(dossier.lastNotices == ["hebergement-a-rechercher → kind.siao"])
    #expect(dossier.due(.accommodationReply) != nil)
  }
}
