import Contracts
import CourtLiaisonDomain
import HouseholdSupport
import Testing
import Vocabulary

/// A hearing has a place and an hour: whoever is invited to it must know where to go.
@Suite struct HearingPlaceTests {
  private let bobigny = LieuAudience(
    tribunal: "Tribunal d'instance de Bobigny", chambre: "Chambre 2",
    adresse: "173 avenue Paul Vaillant-Couturier", heure: "14:00")

  private func summoned(at place: LieuAudience?) throws -> Dossier {
    var dossier = Dossier()
    try dossier.summons("2018-03-26", hearing: "2018-06-12", at: place)
    return dossier
  }

  /// Every order that names a hearing, to whomever it goes.
  @Test(arguments: [Order.informTenantOfHearing, .askCourtForTime, .tellCourtOfMeasures])
  func everyNoticeThatNamesAHearingSaysWhereAndWhen(_ order: Order) throws {
    var dossier = try summoned(at: bobigny)
    try dossier.obey(order, on: "2018-05-14")
    #expect(!dossier.notices.isEmpty)
    for (_, notice) in dossier.notices where notice.audience != nil {
      #expect(notice.lieu == bobigny)
    }
  }

  @Test func whereNobodySaidThePlaceTheHouseholdIsToldWhereItStands() throws {
    var dossier = try summoned(at: nil)
    try dossier.obey(.informTenantOfHearing, on: "2018-05-14")
    #expect(dossier.notices.first?.notice.lieu == nil)
    #expect(dossier.notices.first?.notice.texte.contains("le lieu et l'heure") == true)
    var told = try summoned(at: bobigny)
    try told.obey(.informTenantOfHearing, on: "2018-05-14")
    #expect(told.notices.first?.notice.texte.contains("le lieu et l'heure") == false)
  }

  /// The préfecture tells the same assignation without the place: it stays known.
  @Test func whoLeavesThePlaceOutDoesNotTakeItBack() throws {
    var dossier = try summoned(at: bobigny)
    try dossier.summons("2018-03-26", hearing: "2018-06-12", on: "2018-03-28")
    #expect(dossier.file?.place(of: try civil("2018-06-12")) == bobigny)
  }

  @Test func aPlaceThatComesLaterIsToldToThoseWhoWereInvited() throws {
    var dossier = try summoned(at: nil)
    try dossier.summons("2018-03-26", hearing: "2018-06-12", at: bobigny, on: "2018-04-02")
    #expect(dossier.lastNotices.isEmpty)
    dossier = try summoned(at: nil)
    try dossier.obey(.informTenantOfHearing, on: "2018-05-14")
    try dossier.summons("2018-03-26", hearing: "2018-06-12", at: bobigny, on: "2018-05-16")
    #expect(
      dossier.lastNotices == [
        "audience-information → kind.menage", "audience-information → kind.service-social",
      ])
    #expect(dossier.notices.last?.notice.lieu == bobigny)
  }

  /// It is the same court; neither the hour nor the chamber is known.
  @Test func aPostponedHearingIsHeldByTheSameCourt() throws {
    var dossier = try summoned(at: bobigny)
    try dossier.postponement("2018-06-12", to: "2018-09-11")
    try dossier.obey(.informTenantOfHearing, on: "2018-07-02")
    #expect(
      dossier.notices.last?.notice.lieu
        == LieuAudience(tribunal: bobigny.tribunal, adresse: bobigny.adresse))
    #expect(dossier.notices.first?.notice.texte.contains("le lieu et l'heure") == true)
    var moved = bobigny
    moved.heure = "09:30"
    try dossier.postponement("2018-06-12", to: "2018-09-11", at: moved, on: "2018-07-03")
    try dossier.obey(.informTenantOfHearing, on: "2018-07-04")
    #expect(dossier.notices.last?.notice.lieu == moved)
  }
}
