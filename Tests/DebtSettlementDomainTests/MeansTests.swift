import HouseholdSupport
import Contracts
import DebtSettlementDomain
import Testing
import Vocabulary

/// The household's means order the paths and close none (domain.md 3.3.3; RGPD art. 22).
@Suite struct MeansTests {
  struct Household: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let resources: Int?
    let debt: Int
    var otherDebts = 0
    var isUrgent = false
    /// In order: what is proposed while nobody ever answers.
    let notices: [String]
  }

  @Test(arguments: [
    Household(
      testDescription: "a plan that the means bear comes first, however old the debt",
      resources: 200_000, debt: 400_000, notices: ["plan-propose", "fsl-demande"]),
    Household(
      testDescription: "the FSL first while a commandement runs", resources: 200_000, debt: 400_000,
      isUrgent: true, notices: ["fsl-demande", "plan-propose"]),
    Household(
      testDescription: "means that bear no plan: FSL, and the surendettement is advised",
      resources: 81_000, debt: 150_000,
      notices: [
        "surendettement-a-constituer", "surendettement-a-constituer", "fsl-demande", "plan-propose",
      ]),
    Household(
      testDescription: "several debts", resources: 200_000, debt: 150_000, otherDebts: 500_000,
      notices: [
        "surendettement-a-constituer", "surendettement-a-constituer", "plan-propose", "fsl-demande",
      ]),
    Household(
      testDescription: "above the ceiling, the means bear the rest: FSL for a part",
      resources: 200_000, debt: 900_000,
      notices: [
        "surendettement-a-constituer", "surendettement-a-constituer", "plan-propose", "fsl-demande",
      ]),
    Household(
      testDescription: "means unknown, large debt", resources: nil, debt: 400_000,
      notices: ["fsl-demande", "plan-propose"]),
  ])
  func thePathsComeInTheOrderThatTheMeansAllow(_ household: Household) throws {
    var dossier = Dossier()
    try dossier.arrears(of: household.debt, dated: "2018-01-08")
    try dossier.diagnosed(
      "2018-01-12", resources: household.resources, aid: 1_000, otherDebts: household.otherDebts)
    try dossier.obey(
      household.isUrgent ? .openUrgentSettlement : .openSettlement, on: "2018-01-15")
    while let next = dossier.armed.min(by: { $0.value.firesOn < $1.value.firesOn }) {
      try dossier.fire(try #require(SettlementDeadline(rawValue: next.key)))
    }
    #expect(dossier.notices.map(\.notice.code.rawValue) == household.notices)
    #expect(dossier.facts.last?.trigger == .settlementExhausted)
    if let fsl = dossier.notices.first(where: { $0.notice.code == .fslDemande }) {
      #expect(fsl.notice.montant == Cents(min(household.debt, 500_000)))
    }
  }

  @Test func noInstalmentIsAboveTheCapacity() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2018-01-08")
    // 850 € - 500 € of rent - 300 € kept: 50 €.
    try dossier.diagnosed("2018-01-12", resources: 85_000)
    try dossier.obey(.openSettlement, on: "2018-01-15")
    #expect(dossier.notices.last?.notice.nombre == 30)
    #expect(dossier.file?.means?.formula == "capacite-simple-v1")
  }

  @Test func unclaimedRightsComeBeforeEverythingElseAndAreToldOnce() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 150_000, dated: "2018-01-08")
    try dossier.diagnosed("2018-01-12", aid: 0)
    try dossier.obey(.openSettlement, on: "2018-01-15")
    #expect(
      dossier.lastNotices == [
        "droits-a-ouvrir → kind.service-social", "plan-propose → user.bailleur-7",
      ])
    try dossier.diagnosed("2018-02-12", aid: 0)
    #expect(dossier.lastNotices.isEmpty)
  }

  /// A protected adult: the curator or tutor receives each letter of the household too.
  @Test func aCuratorReceivesWhatTheHouseholdReceives() throws {
    var dossier = Dossier()
    try dossier.arrears(of: 900_000, dated: "2018-01-08")
    let opened = DossierOpened(
      on: try civil("2018-01-08"), commune: nil, commission: "ccapex-centrale", landlord: nil,
      huissier: nil, bailleur: nil, mandataire: true)
    try dossier.receive(DossierOpened.type, try Wire.encode(opened), on: "2018-01-10")
    try dossier.obey(.openSettlement, on: "2018-01-15")
    #expect(
      dossier.lastNotices == [
        "surendettement-a-constituer → kind.menage",
        "surendettement-a-constituer → kind.mandataire",
        "surendettement-a-constituer → kind.service-social", "plan-propose → user.bailleur-7",
      ])
  }

  @Test func theFSLIsAskedByTheUrgentProcedureWhileACommandementRuns() throws {
    var dossier = Dossier()
    try dossier.notice(of: 400_000, served: "2018-01-08")
    try dossier.obey(.openSettlement, on: "2018-02-19")
    // A month would end after the commandement, on 8 March.
    #expect(dossier.due(.fslReply) == "2018-03-08")
    #expect(dossier.file?.paths.last?.isUrgent == true)
  }

  /// SC01: what matters is the day of the payment.
  @Test func theDebtIsClearedOnTheDayTheFSLPays() throws {
    var dossier = Dossier()
    try dossier.notice(of: 200_000, served: "2017-09-12")
    try dossier.obey(.openUrgentSettlement, on: "2017-09-28")
    let ruling = ApurementDecision(
      date: try civil("2017-10-16"), accord: true, montant: Cents(200_000),
      versement_le: try civil("2017-10-30"))
    try dossier.learn(.apurementDecision(ruling), from: "fsl", .fsl, on: "2017-10-16")
    #expect(dossier.lastFacts == [.fslGranted])
    try dossier.fire(.fslPayment)
    #expect(dossier.lastFacts == [.debtCleared])
    #expect(dossier.facts.last?.on.description == "2017-10-30")
    let record = try #require(dossier.file?.paths.first { $0.path == .fsl })
    #expect(record.askedOn.description == "2017-09-28" && record.isUrgent)
    #expect(record.outcome == .accepted && record.isWithinNotice == true)
    #expect(record.amount == Cents(200_000) && record.endedOn?.description == "2017-10-16")
  }

  /// Not the FSL and recevabilité on one debt (C. consom. L722-5).
  @Test func aGrantThatIsNotPaidYetFallsWithRecevabilite() throws {
    var dossier = Dossier()
    try dossier.notice(of: 200_000, served: "2017-09-12")
    try dossier.obey(.openUrgentSettlement, on: "2017-09-28")
    let ruling = ApurementDecision(
      date: try civil("2017-10-16"), accord: true, montant: Cents(200_000),
      versement_le: try civil("2017-10-30"))
    try dossier.learn(.apurementDecision(ruling), from: "fsl", .fsl, on: "2017-10-16")
    try dossier.commission(admits: true, dated: "2017-10-20")
    #expect(dossier.lastNotices.contains("apurement-sans-objet → kind.fsl"))
    #expect(dossier.due(.fslPayment) == nil)
    try dossier.fsl(grants: 200_000, dated: "2017-10-25")
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.lastNotices == ["apurement-sans-objet → kind.fsl"])
  }
}
