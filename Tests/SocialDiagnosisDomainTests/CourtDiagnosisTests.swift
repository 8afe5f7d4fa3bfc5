import HouseholdSupport
import Contracts
import SocialDiagnosisDomain
import Testing
import Vocabulary

@Suite struct CourtDiagnosisTests {
  /// Assignation notified on 6 February 2018 for the hearing of 17 April.
  private func summoned() throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(on: "2018-02-06")
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    return dossier
  }

  @Test func theOperatorIsAskedAndAnInterviewProposedWithinAMonth() throws {
    let dossier = try summoned()
    #expect(
      dossier.lastNotices == [
        "contact-a-proposer → kind.service-social", "contact-a-proposer → kind.antenne",
        "dsf-demande → kind.operateur-dsf",
      ])
    #expect(dossier.lastFacts == [.interviewProposed])
    // Instruction § 2.1 (2): one month from the signal; before the hearing, at the latest the day
    // before.
    #expect(dossier.due(.interview) == "2018-03-06")
    #expect(dossier.notices.last?.notice.echeance?.description == "2018-04-16")
    #expect(dossier.notices.last?.notice.audience?.description == "2018-04-17")
    #expect(dossier.notices.last?.notice.menage != nil)
  }

  /// The operator writes place and hour into the form; the household is invited to the hearing.
  @Test func whoIsToldOfTheHearingIsToldWhereAndWhen() throws {
    let place = LieuAudience(
      tribunal: "Tribunal d'instance de Bobigny", chambre: "2", adresse: nil, heure: "14:00")
    var dossier = Dossier()
    try dossier.open(on: "2018-02-06")
    let summons = TribunalAssignation(
      acte: try civil("2018-02-05"), notification: try civil("2018-02-06"),
      audience: try civil("2018-04-17"), dette_locative: true, lieu: place)
    try dossier.learn(.tribunalAssignation(summons), from: .huissier, on: "2018-02-06")
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    // The préfecture says it again without the place: it stays known.
    var again = summons
    again.lieu = nil
    try dossier.learn(.tribunalAssignation(again), from: .prefecture, on: "2018-02-08")
    try dossier.learn(
      .dsfTransmis(try diagnostic(on: "2018-03-20")), from: .operateurDSF, on: "2018-03-21")
    let naming = dossier.notices.map(\.notice).filter { $0.audience != nil }
    #expect(naming.count >= 4)
    for notice in naming { #expect(notice.lieu == place, "\(notice.code)") }
  }

  /// SC16: four attempts without an answer.
  @Test func aHouseholdThatIsNotFoundStillHasADSFBeforeTheHearing() throws {
    var dossier = try summoned()
    try dossier.attempt(.courrier, .sansReponse, dated: "2018-02-12")
    #expect(dossier.lastFacts.isEmpty)
    try dossier.attempt(.telephone, .sansReponse, dated: "2018-02-20")
    #expect(dossier.lastFacts == [.householdNotFound])
    try dossier.attempt(.sms, .sansReponse, dated: "2018-02-26")
    try dossier.attempt(.visite, .sansReponse, dated: "2018-03-05")
    #expect(dossier.fires(.margin) == "2018-04-11")
    try dossier.fire(.margin)
    #expect(dossier.lastFacts == [.dsfSentWithoutMeeting])
    #expect(dossier.lastNotices.suffix(2) == ["dsf → kind.tribunal", "dsf → kind.ccapex"])
    let sent = try #require(dossier.notices.last { $0.to == .kind(.tribunal) }?.notice)
    #expect(sent.diagnostic == nil && sent.menage == nil)
    #expect(sent.texte.contains("(tentatives sans résultat : 4)"))
    #expect(dossier.facts.last?.on.description == "2018-04-11")
  }

  /// To the judge and to the CCAPEX (décret 2021-8), with a copy to the household; to no creditor,
  /// whose copy is another one.
  @Test func theOperatorsDSFGoesToTheCourtTheCommissionAndTheHousehold() throws {
    var dossier = try summoned()
    let content = try diagnostic(on: "2018-03-20")
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: "2018-03-21")
    #expect(dossier.lastFacts == [.householdMet, .diagnosedCanStay, .dsfSent])
    #expect(
      dossier.lastNotices == ["dsf → kind.tribunal", "dsf → kind.ccapex", "dsf → kind.menage"])
    #expect(dossier.notices.last?.notice.diagnostic == content)
    #expect(dossier.due(.margin) == nil)
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: "2018-03-22")
    #expect(dossier.lastFacts.isEmpty && dossier.lastNotices.isEmpty)
    #expect(
      dossier.notices.filter { $0.notice.diagnostic != nil }.allSatisfy {
        [.kind(.tribunal), .kind(.ccapex), .kind(.menage)].contains($0.to)
      })
  }

  @Test func aDSFThatCameBeforeItsDemandIsSentWithIt() throws {
    var dossier = Dossier()
    let content = try diagnostic(on: "2018-02-05")
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: "2018-02-05")
    #expect(dossier.lastNotices.isEmpty)
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    #expect(dossier.lastFacts == [.dsfSent])
  }

  /// Only the operator's is a DSF; with the agreement of the household the first one serves.
  @Test func theFirstDiagnosisServesByAgreementWhenTheOperatorIsLate() throws {
    var dossier = Dossier()
    var first = try diagnostic(on: "2018-01-15")
    first.accord_transmission = true
    try dossier.learn(.diagnosticInitial(first), on: "2018-01-15")
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    #expect(dossier.lastNotices == ["dsf-demande → kind.operateur-dsf"])
    try dossier.fire(.margin)
    #expect(dossier.lastFacts.isEmpty)
    #expect(dossier.notices.last?.notice.code == .dsfManquant)
    #expect(dossier.notices.last?.notice.diagnostic?.date.description == "2018-01-15")
    // The operator's own DSF completes it.
    let content = try diagnostic(on: "2018-04-12")
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: "2018-04-12")
    #expect(
      dossier.lastNotices == ["dsf → kind.tribunal", "dsf → kind.ccapex", "dsf → kind.menage"])
  }

  /// SC17, by the rule of 2021: hearing 18 March 2025, due 11 March, sent 14 March.
  @Test func aLateDSFIsLateAndNotAbsent() throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2025-01-10", hearing: "2025-03-18")
    let asked = try #require(dossier.notices.last?.notice)
    #expect(asked.echeance?.description == "2025-03-11")
    let content = try diagnostic(on: "2025-03-14")
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: "2025-03-14")
    #expect(dossier.facts.last?.text.contains("hors délai") == true)
    #expect(dossier.file?.dsf.isLate == true)
  }

  @Test func aPostponedHearingHasItsOwnMargin() throws {
    var dossier = try summoned()
    try dossier.attempt(.visite, .rencontre, dated: "2018-02-28")
    try dossier.obey(.updateDSF, on: "2018-03-26", hearing: "2018-06-19")
    #expect(dossier.lastNotices == ["dsf-demande → kind.operateur-dsf"])
    #expect(dossier.fires(.margin) == "2018-06-13")
    try dossier.obey(.updateDSF, on: "2018-03-27", hearing: "2018-06-19")
    #expect(dossier.lastNotices.isEmpty)
  }

  @Test func anOperatorAskedAfterTheMarginHasUntilTheLastDay() throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2018-04-12", hearing: "2018-04-17")
    #expect(dossier.fires(.margin) == "2018-04-16")
  }

  @Test func anInterviewWhoseDelayIsOverIsProposedAgainAtTheAssignation() throws {
    var dossier = Dossier()
    try dossier.obey(.proposeInterview, on: "2017-09-14")
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    #expect(dossier.lastNotices.first == "contact-a-proposer → kind.service-social")
    #expect(dossier.due(.interview) == "2018-03-06")
  }

  @Test(arguments: ["2018-04-12", "2018-04-16", "2018-04-17", "2018-05-02"])
  func aSummonsHeardOfTooLateStillGivesTheCourtWhatIsKnown(_ day: String) throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: day, hearing: "2018-04-17")
    if dossier.due(.margin) != nil { try dossier.fire(.margin) }
    #expect(
      dossier.lastNotices.suffix(2) == [
        "dsf-manquant → kind.tribunal", "dsf-manquant → kind.ccapex",
      ])
    // Nobody was sought: no carence is established.
    #expect(!dossier.lastFacts.contains(.dsfSentWithoutMeeting))
  }

  @Test func onlyThoseWhoMeetTheHouseholdLearnWhoItIs() throws {
    var dossier = try summoned()
    try dossier.fire(.interview)
    try dossier.obey(.escalateContact, on: "2018-03-20")
    try dossier.fire(.margin)
    try dossier.fire(.margin)
    let allowed: [Destination] = [
      .kind(.serviceSocial), .kind(.ccas), .kind(.operateurDSF), .kind(.antenne),
    ]
    for (to, notice) in dossier.notices {
      #expect((notice.menage != nil) == allowed.contains(to), "\(notice.code)")
      #expect(!notice.texte.contains("Durand"))
    }
  }

  @Test func anUnreadableMessageLeavesTheFileAsItWas() throws {
    var dossier = try summoned()
    let before = dossier.file
    #expect(throws: DecodingError.self) {
      try dossier.receive(Command.type, "{\"order\":\"dance\"}", on: "2018-02-07")
    }
    try dossier.obey(.openRehousing, on: "2018-02-07")
    try dossier.receive("fr.amont.inconnu.v1", "{}", on: "2018-02-07")
    #expect(dossier.quarantined.count == 2)
    #expect(dossier.file == before)
  }
}
