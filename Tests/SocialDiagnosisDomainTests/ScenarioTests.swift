import HouseholdSupport
import SocialDiagnosisDomain
import Testing
import Vocabulary

@testable import Contracts

/// The scenarios of the field that social-diagnosis decides.
@Suite struct ScenarioTests {
  /// SC04: the préfet seizes the operator on 8 March 2024, hearing on 14 May.
  @Test func theFifteenWorkingDaysRunFromThePrefetsRequest() throws {
    var dossier = Dossier()
    try dossier.open(on: "2024-01-16")
    try dossier.obey(.prepareDSF, on: "2024-03-06", hearing: "2024-05-14")
    try dossier.learn(
      .dsfDemande(DSFDemande(date: try civil("2024-03-08"), audience: try civil("2024-05-14"))),
      from: .prefecture, on: "2024-03-08")
    #expect(dossier.due(.interview) == "2024-03-29")
    let asked = dossier.notices.last { $0.notice.code == .dsfDemande }?.notice
    #expect(asked?.echeance?.description == "2024-05-03")
  }

  /// SC04: the delay of the law is kept by the proposal; its result is then awaited.
  @Test func aProposalKeepsTheDelayOfTheLaw() throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2024-03-08", hearing: "2024-05-14")
    try dossier.learn(
      .contactProposition(
        ContactProposition(
          date: try civil("2024-03-20"), canal: .courrier, rendez_vous: try civil("2024-04-04"))),
      on: "2024-03-20")
    #expect(dossier.lastFacts == [.contactAttempted])
    #expect(dossier.file?.contact.proposedOn?.description == "2024-03-20")
  }

  /// SC17: hearing 18 March 2025, due 11 March: the operator is warned on 4 and 10 March, the
  /// préfet told on 12 March; what comes on 14 March is late, not absent.
  @Test func theOperatorIsWarnedTwiceAndThePrefetToldOnce() throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2025-01-10", hearing: "2025-03-18")
    #expect(dossier.fires(.alert) == "2025-03-04")
    try dossier.fire(.alert)
    #expect(dossier.lastNotices == ["dsf-en-retard → kind.operateur-dsf"])
    #expect(dossier.fires(.alert) == "2025-03-10")
    try dossier.fire(.alert)
    #expect(dossier.lastNotices == ["dsf-en-retard → kind.operateur-dsf"])
    // Nobody was ever sought: the court is not told of a carence on the last day.
    try dossier.fire(.margin)
    #expect(dossier.lastNotices.isEmpty)
    #expect(dossier.fires(.alert) == "2025-03-12")
    try dossier.fire(.alert)
    #expect(dossier.lastNotices == ["dsf-en-retard → kind.prefecture"])
    try dossier.learn(
      .dsfTransmis(try diagnostic(on: "2025-03-14")), from: .operateurDSF, on: "2025-03-14")
    #expect(dossier.file?.dsf.isLate == true)
    #expect(dossier.due(.margin) == nil && dossier.due(.alert) == nil)
  }

  /// A carence needs two attempts by different channels, a letter among them.
  @Test(
    arguments: [
      (channels: [.courrier], isCarence: false),
      (channels: [.courrier, .courrier], isCarence: false),
      (channels: [.telephone, .visite], isCarence: false),
      (channels: [.courrier, .telephone], isCarence: true),
    ] as [(channels: [Canal], isCarence: Bool)])
  func aCarenceHasItsProofs(_ row: (channels: [Canal], isCarence: Bool)) throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    let days = ["2018-02-12", "2018-02-20"]
    let attempts = try zip(row.channels, days).map {
      DSFCarence.Tentative(date: try civil($1), canal: $0)
    }
    try dossier.learn(
      .dsfCarence(DSFCarence(date: try civil("2018-04-10"), tentatives: attempts)),
      from: .operateurDSF, on: "2018-04-10")
    #expect((dossier.file?.dsf.stage == .sentWithoutMeeting) == row.isCarence)
    #expect(
      dossier.lastNotices
        == (row.isCarence
          ? ["dsf → kind.tribunal", "dsf → kind.ccapex"] : ["dsf-en-retard → kind.operateur-dsf"]))
  }

  /// SC20: curatelle found in the interview of 14 May 2024.
  @Test func theCuratorIsToldOfWhateverTheHouseholdIs() throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2024-04-02", hearing: "2024-06-18")
    try dossier.learn(
      .menageChangement(MenageChangement(date: try civil("2024-05-14"), nature: .protection)),
      on: "2024-05-14")
    #expect(
      dossier.lastNotices == [
        "contact-a-proposer → kind.mandataire", "contact-a-proposer → kind.service-social",
      ])
    try dossier.learn(
      .dsfTransmis(try diagnostic(on: "2024-05-20")), from: .operateurDSF, on: "2024-05-20")
    #expect(dossier.lastNotices.contains("dsf-observations → kind.mandataire"))
    try dossier.fire(.observations)
    #expect(dossier.lastNotices.contains("dsf → kind.mandataire"))
  }

  /// RGPD art. 22: a score orders, a human decides.
  @Test func noOutcomeFollowsFromAScoreAlone() throws {
    var dossier = Dossier()
    let scored = try diagnostic(on: "2018-02-20", rent: 150_000, concludes: false)
    try dossier.learn(.diagnosticInitial(scored), on: "2018-02-20")
    #expect(dossier.lastFacts == [.householdMet, .diagnosisInconclusive])
    #expect(dossier.notices.last?.notice.texte.contains("proposent : relogement") == true)
    var decided = scored
    decided.conclusion = .maintienSousCondition
    try dossier.learn(.diagnosticInitial(decided), on: "2018-02-21")
    #expect(dossier.lastFacts == [.diagnosedCanStayOnConditions])
  }
}
