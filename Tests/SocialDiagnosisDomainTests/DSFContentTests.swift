import Contracts
import HouseholdSupport
import SocialDiagnosisDomain
import Testing
import Vocabulary

/// What of a household goes to the judge, to the commission and to the landlord, and when.
@Suite struct DSFContentTests {
  /// Summoned to the hearing of 14 May 2024: the DSF is due on Friday 3 May.
  private func summoned() throws -> Dossier {
    var dossier = Dossier()
    try dossier.open(
      DossierOpened(
        on: try civil("2024-01-17"), commune: "93066", commission: "saint-denis", landlord: nil,
        huissier: "etude-a", bailleur: "bailleur-x"), on: "2024-01-17")
    try dossier.obey(.prepareDSF, on: "2024-03-25", hearing: "2024-05-14")
    return dossier
  }

  private func whole(on day: String, _ surendettement: Rubriques.Etape? = nil) throws -> Diagnostic
  {
    var content = try diagnostic(on: day)
    var sections = Rubriques()
    sections.surendettement = surendettement
    sections.situation_familiale = "Séparée depuis mars."
    sections.situation_professionnelle = "En arrêt de travail."
    sections.accompagnement = "AEMO"
    sections.causes = "Maladie."
    sections.observations_locataire = "Je veux rester."
    sections.observations_bailleur = "Deux lettres sans réponse."
    sections.fsl = .depose
    content.rubriques = sections
    return content
  }

  @Test(
    arguments: [
      // Eight days, or what is left before the last day for sending.
      (made: "2024-04-15", until: "2024-04-23", sentOn: "2024-04-24"),
      (made: "2024-04-30", until: "2024-05-03", sentOn: "2024-05-03"),
    ] as [(made: String, until: String, sentOn: String)])
  func theHouseholdObservesTheDSFBeforeTheJudgeReadsIt(
    _ row: (made: String, until: String, sentOn: String)
  ) throws {
    var dossier = try summoned()
    let content = try diagnostic(on: row.made)
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: row.made)
    #expect(
      dossier.lastNotices == ["dsf-observations → kind.menage", "dsf-copie → user.bailleur-x"])
    let invited = dossier.notices.suffix(2).map(\.notice)
    #expect(invited.map { $0.echeance?.description } == [row.until, row.until])
    // The landlord observes what it may read, the household all of it.
    #expect(invited.first?.diagnostic == content && invited.last?.diagnostic == nil)
    #expect(invited.last?.copie == CopieBailleur(content))
    #expect(!dossier.lastFacts.contains(.dsfSent))
    #expect(dossier.due(.margin) == nil && dossier.due(.alert) == nil)
    #expect(dossier.fires(.observations) == row.sentOn)
    try dossier.fire(.observations)
    #expect(dossier.lastFacts == [.dsfSent])
    #expect(dossier.file?.dsf.isLate == false)
    #expect(dossier.lastNotices.first == "dsf → kind.tribunal")
  }

  /// Its author heard the parties already, or no day is left: the judge waits for nothing.
  @Test(
    arguments: [
      (made: "2024-04-15", heard: "2024-04-08", until: nil, waits: false),
      (made: "2024-04-15", heard: "2024-04-08", until: "2024-04-12", waits: false),
      (made: "2024-04-15", heard: "2024-04-08", until: "2024-04-19", waits: true),
      (made: "2024-05-03", heard: nil, until: nil, waits: false),
      (made: "2024-05-10", heard: nil, until: nil, waits: false),
    ] as [(made: String, heard: String?, until: String?, waits: Bool)])
  func nobodyIsInvitedTwiceNorTooLate(
    _ row: (made: String, heard: String?, until: String?, waits: Bool)
  ) throws {
    var dossier = try summoned()
    var content = try diagnostic(on: row.made)
    content.rubriques = Rubriques()
    content.rubriques?.contradictoire_le = try row.heard.map(civil)
    content.rubriques?.observations_jusque = try row.until.map(civil)
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: row.made)
    #expect(!dossier.lastNotices.contains("dsf-observations → kind.menage"))
    #expect(dossier.lastFacts.contains(.dsfSent) == !row.waits)
    if row.waits { #expect(dossier.due(.observations) == row.until) }
  }

  /// Before the décret of 2021 no such delay was due.
  @Test func theDelayOfObservationIsThatOfTheDecret() throws {
    var dossier = Dossier()
    try dossier.obey(.prepareDSF, on: "2018-02-06", hearing: "2018-04-17")
    try dossier.learn(
      .dsfTransmis(try diagnostic(on: "2018-03-20")), from: .operateurDSF, on: "2018-03-20")
    #expect(dossier.lastFacts.contains(.dsfSent))
  }

  /// C. consom. art. L721-3: a file that is not recevable yet is told to nobody but the household.
  @Test(arguments: Rubriques.Etape.allCases)
  func aSurendettementIsMaskedBeforeItsRecevabilite(_ stage: Rubriques.Etape) throws {
    var dossier = try summoned()
    try dossier.learn(
      .dsfTransmis(try whole(on: "2024-04-15", stage)), from: .operateurDSF, on: "2024-04-15")
    try dossier.fire(.observations)
    let isPublic = stage == .recevable || stage == .accorde
    for (to, notice) in dossier.notices where notice.diagnostic != nil {
      let said = notice.diagnostic?.rubriques?.surendettement
      #expect(said == (to == .kind(.menage) || isPublic ? stage : nil), "\(to)")
    }
    let copy = try #require(dossier.notices.compactMap(\.notice.copie).last)
    #expect(copy.surendettement == (isPublic ? stage : nil))
  }

  /// What a text of several lines says of it is masked, too: the line, and no other.
  @Test func aLineThatNamesASurendettementIsMasked() throws {
    var dossier = try summoned()
    var content = try whole(on: "2024-04-15", .depose)
    content.rubriques?.preconisations = "Reprise du loyer.\nDossier à la Banque de France.\nAEMO."
    content.rubriques?.causes = "Surendettement"
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: "2024-04-15")
    try dossier.fire(.observations)
    for (to, notice) in dossier.notices where notice.diagnostic != nil {
      let sections = notice.diagnostic?.rubriques
      let isWhole = to == .kind(.menage)
      #expect(sections?.causes == (isWhole ? "Surendettement" : "[…]"), "\(to)")
      let said = sections?.preconisations?.split(separator: "\n").map(String.init)
      #expect(
        said == ["Reprise du loyer.", isWhole ? "Dossier à la Banque de France." : "[…]", "AEMO."])
    }
  }

  /// A couple is one household with one account: what one said of the other does not go there.
  @Test(
    "After a violence the household's account reads no section of the DSF",
    arguments: [nil, "2024-04-10", "2024-04-20", "2024-06-01"])
  func afterAViolence(_ reported: String?) throws {
    var dossier = try summoned()
    let content = try whole(on: "2024-04-15")
    let violence = PartnerEvent.menageChangement(
      try Wire.decode(
        MenageChangement.self,
        from: Array(#"{"date":"2024-04-01","nature":"violences"}"#.utf8)))
    func report(before day: String, from last: String) throws {
      guard let reported, reported >= last, reported < day else { return }
      try dossier.learn(violence, from: .serviceSocial, on: reported)
    }
    try report(before: "2024-04-15", from: "2024-04-01")
    try dossier.learn(.dsfTransmis(content), from: .operateurDSF, on: "2024-04-15")
    try report(before: "2024-04-24", from: "2024-04-15")
    try dossier.fire(.observations)
    try report(before: "2024-12-31", from: "2024-04-24")
    let hasSections = dossier.notices.filter { $0.to == .kind(.menage) }
      .filter { $0.notice.diagnostic != nil }
      .map { $0.notice.diagnostic?.rubriques != nil }
    let isWhole = [(reported ?? "9") > "2024-04-15", (reported ?? "9") > "2024-04-24"]
    #expect(hasSections == isWhole)
    // The amounts go to both, the judge and the commission have the whole.
    for (to, notice) in dossier.notices where notice.diagnostic != nil {
      #expect(notice.diagnostic?.dette == content.dette)
      if to != .kind(.menage) { #expect(notice.diagnostic?.rubriques != nil, "\(to)") }
    }
    // Each time the service social is told to hand it over.
    let handed = dossier.notices.filter {
      $0.to == .kind(.serviceSocial) && $0.notice.texte.contains("en main propre")
    }
    #expect(handed.count == isWhole.filter { !$0 }.count)
    for (_, notice) in handed { #expect(notice.diagnostic == nil && notice.audience != nil) }
    // No word to the household's account tells of it.
    let told = try Wire.encode(dossier.notices.filter { $0.to == .kind(.menage) }.map(\.notice))
    for word in ["violen", "515", "Séparée", "séparément"] where !isWhole[0] {
      #expect(!told.contains(word), "\(word)")
    }
  }

  /// The décret gives the landlord a copy; private life is no part of it.
  @Test func theLandlordsCopySaysNothingOfPrivateLife() throws {
    var dossier = try summoned()
    try dossier.learn(
      .dsfTransmis(try whole(on: "2024-04-15")), from: .operateurDSF, on: "2024-04-15")
    try dossier.fire(.observations)
    let copies = dossier.notices.filter { $0.notice.code == .dsfCopie }
    // To observe it, and as the court has it.
    #expect(copies.map(\.to) == [.user("bailleur-x"), .user("bailleur-x")])
    let text = try Wire.encode(copies.map(\.notice))
    for word in [
      "Séparée", "arrêt", "AEMO", "Maladie", "Je veux rester", "ressources", "adultes", "enfants",
      "charges_fixes", "autres_dettes",
    ] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("Deux lettres sans réponse."))
    #expect(copies.first?.notice.copie?.dette == Cents(180_000))
  }

  /// Only the operator's diagnosis is a DSF; the first one goes only where somebody agreed.
  @Test(arguments: [nil, false, true])
  func aMissingDSFIsSaidToBeMissing(_ agreed: Bool?) throws {
    var dossier = try summoned()
    try dossier.attempt(.telephone, .sansReponse, dated: "2024-04-02")
    var first = try whole(on: "2024-04-10", .depose)
    first.accord_transmission = agreed
    try dossier.learn(.diagnosticInitial(first), on: "2024-04-10")
    try dossier.fire(.margin)
    #expect(
      dossier.lastNotices.suffix(2) == [
        "dsf-manquant → kind.tribunal", "dsf-manquant → kind.ccapex",
      ])
    #expect(dossier.lastFacts.isEmpty)
    for (_, notice) in dossier.notices.suffix(2) {
      #expect((notice.diagnostic != nil) == (agreed == true))
      #expect(notice.diagnostic?.rubriques?.surendettement == nil)
      #expect(notice.elements?.tentatives.count == 1)
      #expect(notice.elements?.dette == Cents(180_000))
      #expect(notice.texte.contains("rencontré") && !notice.texte.contains("carence"))
    }
    // What comes after all is a DSF, and the court has it.
    try dossier.learn(
      .dsfTransmis(try diagnostic(on: "2024-05-10")), from: .operateurDSF, on: "2024-05-10")
    #expect(dossier.lastFacts.contains(.dsfSent))
  }

  /// A household that was met is never absent, whatever the operator states.
  @Test func aHouseholdThatWasMetIsNoCarence() throws {
    var dossier = try summoned()
    try dossier.attempt(.visite, .rencontre, dated: "2024-04-02")
    let attempts = try [("2024-04-08", Canal.courrier), ("2024-04-10", .telephone)].map {
      DSFCarence.Tentative(date: try civil($0.0), canal: $0.1)
    }
    try dossier.learn(
      .dsfCarence(DSFCarence(date: try civil("2024-04-12"), tentatives: attempts)),
      from: .operateurDSF, on: "2024-04-12")
    #expect(dossier.lastNotices == ["dsf-en-retard → kind.operateur-dsf"])
    try dossier.fire(.margin)
    #expect(!dossier.facts.map(\.trigger).contains(.dsfSentWithoutMeeting))
    #expect(dossier.notices.allSatisfy { !$0.notice.texte.contains("DSF de carence") })
  }
}
