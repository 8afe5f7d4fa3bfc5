import HouseholdSupport
import Contracts
import LegalCalendar
import RehousingDomain
import Testing
import Vocabulary

@Suite struct OfferTests {
  /// A household whose demand is open since 21 February 2018.
  private func searching() throws -> Dossier {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    return dossier
  }

  /// SC05: dwelling proposed on 5 April 2018, lease of 1 May 2018, before any assignation.
  @Test func anEarlyRehousingGoesFromTheOfferToTheLease() throws {
    var dossier = try searching()
    try dossier.offer("M-12", dated: "2018-04-05", on: "2018-04-05")
    #expect(
      dossier.lastNotices == [
        "offre-a-transmettre → kind.menage", "offre-a-transmettre → kind.service-social",
      ])
    #expect(dossier.lastFacts == [.offerMade])
    // CCH R441-10: ten days; 15 April 2018 is a Sunday.
    #expect(dossier.due(.offerReply) == "2018-04-16")
    #expect(dossier.notices.last?.notice.offre == "M-12")
    try dossier.answer("M-12", accepts: true, on: "2018-04-09")
    #expect(dossier.lastFacts == [.offerAccepted])
    #expect(dossier.due(.offerReply) == nil)
    try dossier.lease("M-12", on: "2018-05-01")
    #expect(dossier.lastFacts == [.rehoused])
    #expect(dossier.armed.isEmpty)
  }

  @Test func aSecondOfferWaitsForTheAnswerToTheFirst() throws {
    var dossier = try searching()
    try dossier.offer("A-1", on: "2018-03-05")
    #expect(dossier.due(.offerReply) == "2018-03-15")
    try dossier.offer("B-1", by: "action-logement", on: "2018-03-06")
    #expect(dossier.lastNotices.isEmpty && dossier.lastFacts.isEmpty)
    try dossier.answer("A-1", accepts: false, on: "2018-03-08")
    #expect(dossier.lastFacts == [.offerRefusedWithReason, .offerMade])
    #expect(dossier.notices.last?.notice.offre == "B-1")
    #expect(dossier.due(.offerReply) == "2018-03-19")
  }

  @Test func anAcceptedOfferWithdrawsTheOthers() throws {
    var dossier = try searching()
    try dossier.offer("A-1", on: "2018-03-05")
    try dossier.offer("B-1", by: "action-logement", on: "2018-03-06")
    try dossier.answer("A-1", accepts: true, on: "2018-03-08")
    #expect(
      dossier.lastNotices == [
        "relogement-sans-objet → user.action-logement",
        "relogement-sans-objet → kind.bailleur-social", "relogement-sans-objet → kind.reservataire",
      ])
    try dossier.offer("C-1", by: "ville", on: "2018-03-09")
    #expect(dossier.lastNotices == ["relogement-sans-objet → user.ville"])
  }

  @Test func theOldestOfferThatWaitsComesNextWhateverTheOrderOfArrival() throws {
    var dossier = try searching()
    try dossier.offer("A-1", on: "2018-03-05")
    try dossier.offer("C-1", dated: "2018-03-07", on: "2018-03-07")
    try dossier.offer("B-1", dated: "2018-03-06", on: "2018-03-08")
    try dossier.answer("A-1", accepts: false, on: "2018-03-09")
    #expect(dossier.notices.last?.notice.offre == "B-1")
  }

  @Test func anOfferOrAnAnswerSaidTwiceHasItsEffectOnce() throws {
    var dossier = try searching()
    try dossier.offer("A-1", on: "2018-03-05")
    try dossier.offer("A-1", on: "2018-03-06")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.answer("A-1", accepts: false, on: "2018-03-08")
    try dossier.answer("A-1", accepts: false, from: "assistante-sociale", on: "2018-03-09")
    #expect(dossier.lastFacts.isEmpty && dossier.lastNotices.isEmpty)
  }

  @Test func twoLandlordsMayUseOneReference() throws {
    var dossier = try searching()
    try dossier.offer("1", by: "habitat-93", on: "2018-03-05")
    try dossier.offer("1", by: "action-logement", on: "2018-03-06")
    #expect(dossier.file?.offers.count == 2)
    try dossier.answer("1", accepts: false, on: "2018-03-08")
    try dossier.answer("1", accepts: true, on: "2018-03-12")
    #expect(dossier.lastFacts == [.offerAccepted])
    #expect(dossier.file?.offers[1].state.isAccepted == true)
  }

  @Test func anOfferThatDoesNotSuitIsNotTransmitted() throws {
    var dossier = try searching()
    try dossier.offer("A-1", suits: false, on: "2018-03-05")
    #expect(dossier.lastNotices == ["logement-a-rechercher → user.habitat-93"])
    #expect(dossier.lastFacts.isEmpty)
  }

  @Test func silenceIsRemindedThenTreatedAsAHouseholdToContactAgain() throws {
    var dossier = try searching()
    try dossier.offer("A-1", on: "2018-03-05")
    try dossier.offer("B-1", by: "ville", on: "2018-03-06")
    try dossier.fire(.offerReply)
    #expect(
      dossier.lastNotices == [
        "offre-a-transmettre → kind.menage", "offre-a-transmettre → kind.service-social",
      ])
    #expect(dossier.lastFacts.isEmpty)
    try dossier.fire(.offerReply)
    #expect(dossier.lastFacts == [.offerRefused, .offerMade])
    #expect(dossier.lastNotices.first == "contact-en-retard → kind.service-social")
    // A late yes is still a yes: the offer under way is withdrawn.
    try dossier.answer("A-1", accepts: true, on: "2018-04-16")
    #expect(dossier.lastFacts == [.offerAccepted])
    #expect(dossier.lastNotices.first == "relogement-sans-objet → user.ville")
  }

  @Test func anAcceptanceWithoutALeaseIsRemindedThenTheSearchGoesOn() throws {
    var dossier = try searching()
    try dossier.offer("A-1", on: "2018-03-05")
    try dossier.answer("A-1", accepts: true, on: "2018-03-08")
    try dossier.fire(.offerLease)
    #expect(dossier.lastNotices == ["relogement-urgent → user.habitat-93"])
    try dossier.fire(.offerLease)
    #expect(dossier.lastFacts == [.rehousingStarted])
    #expect(
      dossier.lastNotices == [
        "relogement-urgent → kind.prefecture", "logement-a-rechercher → kind.bailleur-social",
        "logement-a-rechercher → kind.reservataire",
      ])
    try dossier.lease("A-1", on: "2018-07-02")
    #expect(dossier.lastFacts == [.rehoused])
  }

  @Test(arguments: [true, false])
  func anAnswerThatComesBeforeItsOfferStandsForIt(_ accepts: Bool) throws {
    var dossier = try searching()
    try dossier.answer("A-1", accepts: accepts, on: "2018-03-08")
    #expect(dossier.lastFacts == [.offerMade, accepts ? .offerAccepted : .offerRefusedWithReason])
    try dossier.offer("A-1", dated: "2018-03-05", on: "2018-03-09")
    #expect(dossier.lastFacts.isEmpty && dossier.lastNotices.isEmpty)
    #expect(dossier.file?.offers.count == 1)
  }

  @Test func afterTheLeaseNothingIsLookedForAnyMore() throws {
    var dossier = try searching()
    try dossier.obey(.openAccommodation, on: "2018-03-01")
    try dossier.lease("X-9", on: "2018-03-05")
    #expect(dossier.lastFacts == [.rehoused])
    #expect(dossier.lastNotices.last == "relogement-sans-objet → kind.siao")
    for order in [Order.openRehousing, .raiseRehousingPriority, .openAccommodation] {
      try dossier.obey(order, on: "2018-03-06")
      #expect(dossier.lastNotices.isEmpty && dossier.lastFacts.isEmpty)
    }
    try dossier.lease("X-9", on: "2018-03-06")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.armed.isEmpty)
  }

  @Test func noSentenceHoldsAnAmount() throws {
    var dossier = try searching()
    try dossier.offer("A-1", on: "2018-03-05")
    #expect(dossier.notices.last?.notice.montant == Cents(48_000))
    for (_, notice) in dossier.notices {
      #expect(!notice.texte.contains("480") && !notice.texte.contains("€"))
    }
  }
}
