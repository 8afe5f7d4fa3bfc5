import HouseholdSupport
import Contracts
import LegalCalendar
import RehousingDomain
import Testing
import Vocabulary

@Suite struct DemandTests {
  @Test func aDemandAsksSocialLandlordsAndReservatairesAndTellsTheSaga() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    #expect(
      dossier.lastNotices == [
        "logement-a-rechercher → kind.bailleur-social",
        "logement-a-rechercher → kind.reservataire",
        "logement-a-rechercher → kind.agence",
      ])
    #expect(dossier.lastFacts == [.rehousingStarted])
    #expect(dossier.due(.demandReply) == "2018-03-23")
    #expect(dossier.file?.rank == 5)
  }

  @Test func aDemandOrderedTwiceIsMadeOnce() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.obey(.openRehousing, on: "2018-02-22")
    #expect(dossier.lastNotices.isEmpty && dossier.lastFacts.isEmpty)
  }

  @Test func aDemandWithoutAnyOfferReachesThePrefetAndNeverLosesItsDeadline() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.fire(.demandReply)
    #expect(
      dossier.lastNotices == [
        "logement-a-rechercher → kind.bailleur-social",
        "logement-a-rechercher → kind.reservataire",
      ])
    for _ in 0..<24 {
      try dossier.fire(.demandReply)
      #expect(dossier.lastNotices == ["relogement-urgent → kind.prefecture"])
    }
    #expect(dossier.notices.last?.notice.article?.contains("27 janvier 2017") == true)
    #expect(dossier.due(.demandReply) != nil)
  }

  /// domain.md 3.4: the five ranks. `hearing` says assigned, `until` says that the CFP was
  /// requested.
  @Test(
    arguments: [
      (dalo: false, order: Order.openRehousing, hearing: nil, until: nil, rank: 5),
      (dalo: false, order: .openRehousing, hearing: "2018-06-12", until: nil, rank: 4),
      (dalo: false, order: .raiseRehousingPriority, hearing: "2018-06-12", until: nil, rank: 4),
      (dalo: false, order: .raiseRehousingPriority, hearing: nil, until: nil, rank: 3),
      (dalo: false, order: .raiseRehousingPriority, hearing: "2018-01-09", until: nil, rank: 3),
      (dalo: false, order: .raiseRehousingPriority, hearing: nil, until: "2018-05-02", rank: 3),
      (dalo: true, order: .openRehousing, hearing: nil, until: nil, rank: 2),
      (dalo: true, order: .raiseRehousingPriority, hearing: nil, until: nil, rank: 2),
      (dalo: true, order: .raiseRehousingPriority, hearing: nil, until: "2018-05-02", rank: 1),
    ] as [(dalo: Bool, order: Order, hearing: String?, until: String?, rank: Int)])
  func theRankFollowsTheProcedureAndTheDALORight(
    _ row: (dalo: Bool, order: Order, hearing: String?, until: String?, rank: Int)
  ) throws {
    var dossier = Dossier()
    if row.dalo { try dossier.commission(recognises: true, dated: "2018-02-01") }
    try dossier.obey(row.order, on: "2018-03-02", hearing: row.hearing, until: row.until)
    #expect(dossier.file?.rank == row.rank)
    #expect(dossier.file?.demand.isOpen == true)
  }

  @Test func aRankNeverGoesDownAndARaiseSaidTwiceAsksOnce() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.obey(.raiseRehousingPriority, on: "2018-05-14")
    #expect(
      dossier.lastNotices == [
        "relogement-urgent → kind.bailleur-social", "relogement-urgent → kind.reservataire",
        "relogement-urgent → kind.prefecture",
      ])
    #expect(dossier.due(.demandReply) == "2018-05-29")
    try dossier.obey(.raiseRehousingPriority, on: "2018-05-15", hearing: "2018-06-12")
    #expect(dossier.lastNotices.isEmpty)
    #expect(dossier.file?.rank == 3)
  }

  @Test func thePrefetReadsThatTheSocialStockKnowsNoEvictionWithoutRehousing() throws {
    var dossier = Dossier()
    try dossier.open(
      DossierOpened(
        on: try civil("2018-01-22"), commune: "93066", commission: "saint-denis",
        landlord: .personneMoraleSociale, huissier: nil, bailleur: "habitat-93"),
      on: "2018-01-22")
    try dossier.obey(.raiseRehousingPriority, on: "2018-05-14")
    let text = dossier.notices.first { $0.to == .kind(.prefecture) }?.notice.texte
    #expect(text?.contains("aucune expulsion sans relogement") == true)
  }

  @Test func aStoppedDemandTellsEverybodyAndLeavesNoDeadline() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.obey(.raiseRehousingPriority, on: "2018-02-22")
    try dossier.obey(.openAccommodation, on: "2018-02-22")
    try dossier.offer("A-1", on: "2018-02-26")
    try dossier.offer("B-7", by: "action-logement", on: "2018-02-27")
    // It left the dwelling: who knows where it is passes on what is offered.
    try dossier.obey(.reachHousehold, on: "2018-02-28")
    #expect(
      dossier.lastNotices == [
        "locataire-a-rechercher → kind.caf", "locataire-a-rechercher → kind.service-social",
      ])
    try dossier.obey(.stopRehousing, on: "2018-03-01")
    #expect(
      dossier.lastNotices == [
        "relogement-sans-objet → user.habitat-93", "relogement-sans-objet → user.action-logement",
        "relogement-sans-objet → kind.bailleur-social", "relogement-sans-objet → kind.reservataire",
        "relogement-sans-objet → kind.prefecture", "relogement-sans-objet → kind.siao",
      ])
    #expect(dossier.armed.isEmpty)
    try dossier.obey(.openRehousing, on: "2018-09-03")
    #expect(dossier.lastFacts == [.rehousingStarted])
  }

  @Test func anAcceptedDwellingOutlivesTheEndOfTheSearch() throws {
    var dossier = Dossier()
    try dossier.obey(.openRehousing, on: "2018-02-21")
    try dossier.offer("A-1", on: "2018-02-26")
    try dossier.answer("A-1", accepts: true, on: "2018-03-01")
    try dossier.obey(.stopRehousing, on: "2018-03-02")
    #expect(dossier.lastNotices.isEmpty)
    #expect(dossier.armed.keys.sorted() == ["offer.lease"])
    try dossier.lease("A-1", on: "2018-04-02")
    #expect(dossier.lastFacts == [.rehoused])
  }

  @Test(
    arguments: [Order.openSettlement, .prepareDSF, .tellPrefetDALO])
  func anOrderOfAnotherServiceIsForAnOperator(_ order: Order) throws {
    var dossier = Dossier()
    try dossier.obey(order, on: "2018-02-21")
    #expect(dossier.quarantined == ["ordre d'un autre service"])
    #expect(dossier.file == nil)
  }

  @Test func whatIsNotForRehousingIsForAnOperator() throws {
    var dossier = Dossier()
    try dossier.receive("fr.amont.inconnu.v1", "{}", on: "2018-02-21")
    try dossier.learn(
      .executionReprise(ExecutionReprise(date: try civil("2018-02-20"))), from: "etude",
      .huissier, on: "2018-02-21")
    #expect(dossier.quarantined == ["type inattendu", "type inattendu"])
    #expect(throws: DecodingError.self) {
      try dossier.receive(Command.type, "{\"order\":1}", on: "2018-02-21")
    }
    #expect(dossier.file == nil)
  }
}
