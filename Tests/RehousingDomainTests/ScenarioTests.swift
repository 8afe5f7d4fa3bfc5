import HouseholdSupport
import Contracts
import LegalCalendar
import RehousingDomain
import Testing
import Vocabulary

/// The scenarios of the field that rehousing decides.
@Suite struct ScenarioTests {
  /// SC37: only the préfet lifts his hold, and the proposal of accommodation is still due.
  @Test func anOfferRefusedWithoutReasonTakesNoRightAwayByItself() throws {
    var dossier = Dossier()
    try dossier.commission(recognises: true, dated: "2024-03-12")
    try dossier.offer("A-1", on: "2024-05-14")
    #expect(dossier.lastFacts == [.offerMade, .daloOfferMade])
    try dossier.refuseWithoutReason("A-1", dated: "2024-05-21")
    #expect(dossier.lastFacts == [.offerRefusedUnjustified])
    #expect(
      dossier.lastNotices == [
        "dossier-a-revoir → kind.prefecture", "dossier-a-revoir → kind.commission-mediation",
      ])
    #expect(dossier.file?.dalo.isPriority == true)
    try dossier.prefectEndsDALO(dated: "2024-06-03")
    #expect(dossier.lastFacts == [.daloRightLost])
    #expect(dossier.file?.dalo.isPriority == false)
    try dossier.obey(.openAccommodation, on: "2024-06-04")
    #expect(
      dossier.lastNotices == [
        "hebergement-a-rechercher → kind.siao", "hebergement-a-rechercher → kind.ccas",
      ])
  }

  /// SC39: six weeks to decide, six weeks to offer a place (CCH R441-18).
  @Test func aPlaceIsOwedSixWeeksAfterTheDecisionOfTheCommission() throws {
    var dossier = Dossier()
    try dossier.daho(dated: "2024-03-04")
    #expect(dossier.lastFacts == [.dahoFiled])
    #expect(dossier.due(.dahoDecision) == "2024-04-15")
    try dossier.daho(recognised: true, dated: "2024-04-15")
    #expect(dossier.lastFacts == [.dahoPriority])
    #expect(dossier.due(.dahoPlace) == "2024-05-27")
    #expect(dossier.lastNotices == ["hebergement-a-rechercher → kind.siao"])
    try dossier.siao(.proposee, dated: "2024-05-02")
    #expect(dossier.lastFacts == [.dahoOfferMade, .accommodationOffered])
    #expect(dossier.due(.dahoPlace) == nil)
    try dossier.siao(.refusee, dated: "2024-05-06")
    try dossier.siao(.proposee, dated: "2024-05-21")
    try dossier.siao(.acceptee, dated: "2024-05-27")
    #expect(dossier.lastFacts == [.accommodated])
  }

  @Test func aLogementFoyerIsOwedInThreeMonths() throws {
    var dossier = Dossier()
    try dossier.daho(recognised: true, dated: "2024-04-15", foyer: true)
    #expect(dossier.due(.dahoPlace) == "2024-07-15")
    try dossier.fire(.dahoPlace)
    #expect(
      dossier.lastNotices == [
        "hebergement-a-rechercher → kind.prefecture", "hebergement-a-rechercher → kind.menage",
        "hebergement-a-rechercher → kind.service-social",
      ])
  }

  /// CCH R441-2-7: a year, and then the household loses its place.
  @Test func aRegistrationIsRenewedEachYear() throws {
    var dossier = Dossier()
    try dossier.register("093180000000000001", dated: "2018-02-05")
    #expect(dossier.due(.registration) == "2019-02-05")
    try dossier.register("093180000000000001", dated: "2019-01-20")
    #expect(dossier.due(.registration) == "2020-01-20")
    try dossier.fire(.registration)
    #expect(
      dossier.lastNotices == [
        "relogement-urgent → kind.menage", "relogement-urgent → kind.service-social",
      ])
  }

  @Test func aLandlordWhoDoesNotSignLeavesTheHouseholdToOthers() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.offer("A-1", on: "2018-03-01")
    try dossier.answer("A-1", accepts: true, on: "2018-03-05")
    try dossier.decline("A-1", dated: "2018-03-12")
    #expect(dossier.lastFacts == [.rehousingStarted])
    #expect(dossier.lastNotices.first == "relogement-urgent → kind.prefecture")
    #expect(dossier.due(.offerLease) == nil)
    #expect(dossier.file?.declines.map(\.motive) == ["ressources"])
  }

  /// SC05: a mutation between landlords before any assignation.
  @Test func aMutationBeforeTheSummonsRehousesTheHousehold() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-20")
    try dossier.offer("M-1", on: "2018-04-05")
    try dossier.answer("M-1", accepts: true, on: "2018-04-09")
    try dossier.lease("M-1", on: "2018-05-01")
    #expect(dossier.lastFacts == [.rehoused])
    #expect(dossier.armed.isEmpty)
  }
}
