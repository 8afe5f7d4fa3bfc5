import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// What the commission hears of a signal, in which order, and what is watched.
@Suite struct RoutingTests {
  private static func cdp(
    _ acte: String, rents: Double = 5, months: Int = 5, more: String = ""
  ) -> String {
    #""acte":"\#(acte)","dette":\#(Int(rents * 60_000)),"loyer":60000,"charges":9000,"#
      + #""mois_impayes":\#(months)"# + more
  }

  /// SIGNAL.seuil, by the date of the commandement (SC09): the arrêté of the tests asks for four.
  @Test(arguments: [
    ("2018-02-02", 2.5, 2, "personne-physique", false),
    ("2018-02-02", 4, 2, "personne-physique", true),
    ("2018-02-02", 2.5, 4, "sci-familiale", true),
    ("2023-07-28", 2.5, 3, "personne-physique", false),
    ("2023-10-01", 2.5, 1, "personne-physique", true),
    ("2023-10-01", 1.9, 1, "personne-physique", false),
    ("2023-10-01", 1.9, 2, "personne-physique", true),
    ("2018-02-02", 2.5, 2, "personne-morale-privee", true),
  ])
  func theThresholdIsThatOfTheDayOfTheAct(
    _ acte: String, _ rents: Double, _ months: Int, _ landlord: String, _ reaches: Bool
  ) throws {
    var counter = try Counter()
    let answer = counter.publish(
      .signalementCDP, from: "huissier", on: acte,
      menage: #""bailleur":{"type":"\#(landlord)"},"# + Fixture.household,
      Self.cdp(acte, rents: rents, months: months))
    #expect(answer.code == "accepte")
    #expect(answer.openings[.sagaOrchestrator]?.seuil_atteint == reaches)
  }

  @Test func aSecondSignalAboveTheThresholdIsToldToEverybody() throws {
    var counter = try Counter()
    _ = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.household,
      Self.cdp("2018-02-02", rents: 2, months: 2))
    let second = counter.publish(
      .saisineLibre, from: "ccas", menage: Fixture.household, Fixture.arrears)
    #expect(second.openings.count == 5)
    #expect(second.openings[.sagaOrchestrator]?.seuil_atteint == true)
  }

  // swift-format-ignore
  @Test(arguments: [
    // A commandement of six weeks that ends in ten days is urgent; one of two months is not.
    (EventKind.signalementCDP, "huissier", "2024-02-16", cdp("2024-01-15", more: ",\"delai\":\"six-semaines\""), AvisCCAPEX.Instance.celluleTechnique),
    (.signalementCDP, "huissier", "2024-02-16", cdp("2024-01-15", more: ",\"delai\":\"deux-mois\""), .sousCommission),
    (.signalementCDP, "huissier", "2024-02-16", cdp("2024-01-15", rents: 19), .celluleTechnique),
    (.signalementCDP, "huissier", "2024-01-16", cdp("2024-01-15", rents: 19), .centrale),
    (.tribunalAssignation, "huissier", "2024-04-15", #""acte":"2024-03-05","notification":"2024-03-06","audience":"2024-05-14","dette_locative":true"#, .celluleTechnique),
    (.tribunalAssignation, "huissier", "2024-03-06", #""acte":"2024-03-05","notification":"2024-03-06","audience":"2024-05-14","dette_locative":true"#, .sousCommission),
    (.executionCFPDemande, "huissier", "2024-03-06", #""date":"2024-03-05""#, .celluleTechnique),
    (.executionCQL, "huissier", "2024-03-06", #""acte":"2024-03-05""#, .sousCommission),
    (.saisineLibre, "ccas", "2024-03-06", #""date":"2024-03-05","dette":100000,"loyer":60000,"charges":0"#, .sousCommission),
  ])
  func aSignalGoesToTheBodyThatMustLookFirst(
    _ kind: EventKind, _ sender: String, _ on: String, _ fields: String,
    _ body: AvisCCAPEX.Instance
  ) throws {
    var counter = try Counter()
    let answer = counter.publish(kind, from: sender, on: on, menage: Fixture.household, fields)
    let notice = try #require(answer.notices(.signalementRecu).first)
    #expect(notice.instance == body)
    #expect(notice.commission == "arrondissement-saint-denis")
    #expect(notice.menage == nil)
    #expect(answer.openings[.sagaOrchestrator]?.instance == body)
    #expect(answer.openings[.sagaOrchestrator]?.priorite == notice.priorite)
  }

  @Test func privateLandlordsBeforeTheAssignationComeFirst() throws {
    func score(_ landlord: String) throws -> Int {
      var counter = try Counter()
      let answer = counter.publish(
        .signalementCDP, from: "huissier",
        menage: #""bailleur":{"type":"\#(landlord)"},"# + Fixture.household, Fixture.cdp)
      return try #require(answer.notices(.signalementRecu).first?.priorite)
    }
    #expect(try score("personne-physique") == 2 * score("personne-morale-privee"))
  }

  /// Instruction § 2.1 (2): all who are summoned, whoever the landlord is.
  @Test func whoeverIsSummonedComesBeforeEverybodyWhoIsNot() throws {
    func score(_ landlord: String, _ kind: EventKind, _ fields: String) throws -> Int {
      var counter = try Counter()
      let answer = counter.publish(
        kind, from: "huissier", on: "2018-04-05",
        menage: #""bailleur":{"type":"\#(landlord)"},"# + Fixture.household, fields)
      return try #require(answer.notices(.signalementRecu).first?.priorite)
    }
    // Both leave two months, and neither tells a debt that weighs less.
    let summons =
      #""acte":"2018-04-03","notification":"2018-04-04","audience":"2018-06-02","dette_locative":true"#
    let notice = Fixture.cdp.replacing("298500", with: "998500")
    let social = try score("personne-morale-sociale", .tribunalAssignation, summons)
    #expect(try score("personne-physique", .tribunalAssignation, summons) == social)
    #expect(try score("personne-physique", .signalementCDP, notice) < social)
  }

  /// The queue is ordered by all that is known of the household, and an act that is said again
  /// changes nothing.
  @Test func thePriorityRisesWithTheDanger() throws {
    var counter = try Counter()
    var scores: [Int] = []
    func summons(_ id: String) -> (EventKind, String, String) {
      (
        .tribunalAssignation, id,
        #""acte":"2018-04-03","notification":"2018-04-04","audience":"2018-06-12","#
          + #""dette_locative":true"#
      )
    }
    let signals: [(EventKind, String, String)] = [
      (.signalementCDP, "2018-02-05", Fixture.cdp), summons("2018-04-05"), summons("2018-06-01"),
      (
        .signalementCDP, "2018-06-02",
        Fixture.cdp.replacing("298500", with: "998500")
      ), (.executionCQL, "2018-10-01", #""acte":"2018-09-28","prefet_saisi":"2018-09-28""#),
    ]
    for (kind, today, fields) in signals {
      let answer = counter.publish(
        kind, from: "huissier", on: today,
        menage: Fixture.landlord + "," + Fixture.household, fields)
      scores.append(try #require(answer.notices(.signalementRecu).first?.priorite))
    }
    #expect(scores[1] == scores[2], "the assignation is said again")
    #expect(scores[0] < scores[1] && scores[2] < scores[3] && scores[3] < scores[4])
  }

  @Test func everySignalIsAnnouncedAndNothingElseIs() throws {
    var counter = try Counter()
    _ = counter.publish(.saisineLibre, from: "ccas", menage: Fixture.household, Fixture.arrears)
    for kind in EventKind.allCases where !kind.owners.isEmpty && kind != .dossierTransfert {
      let sender = try #require(kind.senders.map(\.rawValue).min())
      let answer = counter.publish(
        kind, from: sender, menage: Fixture.household, Sample.fields(kind))
      #expect(answer.notices(.signalementRecu).count == (kind.opensDossier ? 1 : 0))
      #expect(answer.notices.allSatisfy { $0.to == .kind(.ccapex) })
    }
  }

  @Test func aProtectedAdultIsToldToEveryService() throws {
    // SC20: a curatelle found in the interview.
    var counter = try Counter()
    _ = counter.publish(.saisineLibre, from: "ccas", menage: Fixture.household, Fixture.arrears)
    let answer = counter.publish(
      .menageChangement, from: "service-social", menage: Fixture.household,
      #""date":"2018-02-01","nature":"protection""#)
    #expect(answer.openings.count == 5)
    #expect(answer.openings.values.allSatisfy { $0.mandataire == true })
  }

  /// Only intake knows how many tenants there are: the saga must know whether a death leaves one.
  @Test(
    arguments: [(#"{"nom":"Lefèvre","prenom":"Noé"}"#, true), (nil, nil)] as [(String?, Bool?)])
  func aDeathIsForwardedWithWhetherThereAreSeveralTenants(
    _ other: String?, _ isShared: Bool?
  ) throws {
    var counter = try Counter()
    let persons = [Fixture.tenant, other].compactMap(\.self).joined(separator: ",")
    let menage = #""locataires":[\#(persons)],"# + Fixture.dwelling
    _ = counter.publish(.saisineLibre, from: "ccas", menage: menage, Fixture.arrears)
    let answer = counter.publish(
      .menageChangement, from: "service-social", menage: menage,
      #""date":"2018-02-01","nature":"deces""#)
    let told = try #require(
      answer.decision.outgoing.first { $0.destination == .service(.sagaOrchestrator) })
    let forwarded = try Wire.decode(
      Forwarded<MenageChangement>.self, from: Array(told.data.utf8))
    #expect(forwarded.plusieurs == isShared)
  }

  @Test func anUnknownCommuneIsCheckedByHandInTwoWorkingDays() throws {
    var counter = try Counter()
    let menage =
      Fixture.commandement
      + #","locataires":[\#(Fixture.tenant)],"logement":{"insee":"93999","voie":"1 rue A"}"#
    // Received on a Thursday.
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", on: "2018-02-08", menage: menage, Fixture.cdp)
    #expect(signal.code == "accepte.commune-inconnue")
    #expect(signal.armed["adresse-a-verifier"]?.due == day("2018-02-12"))
    let notice = try #require(signal.notices(.adresseAVerifier).first)
    #expect(notice.echeance == day("2018-02-12"))
    #expect(notice.menage?.logement?.insee == "93999")
    #expect(notice.menage?.locataires == nil)

    let fired = DeadlineFired(
      kind: "adresse-a-verifier", deadline: try #require(signal.armed["adresse-a-verifier"]))
    let late = Answered(
      counter.desk.decide(
        counter.desk.read(
          Message(
            id: "d", source: "amont/intake/deadlines", type: DeadlineFired.type,
            household: signal.dossier, occurredOn: day("2018-02-13"),
            data: Array(try Wire.encode(fired).utf8))), on: day("2018-02-13"),
        in: &counter.register))
    #expect(late.notices(.adresseEnRetard).count == 1)

    let fixed = counter.publish(
      .signalementCDP, from: "huissier", on: "2018-02-14",
      menage: Fixture.commandement + #","logement":{"insee":"93008","voie":"1 rue A"}"#, Fixture.cdp
    )
    #expect(fixed.dossier == signal.dossier)
    #expect(fixed.disarmed == ["adresse-a-verifier"])
    #expect(fixed.openings[.sagaOrchestrator]?.commission == "arrondissement-bobigny")
  }

  @Test func aCommuneOutsideEverySubCommissionCallsForTheTable() throws {
    // SC13: in the table of communes, in no sub-commission.
    var charter = IntakeCharter()
    charter.commissions = Fixture.commissions(["93066": "plaine-commune"])
    let desk = IntakeHandler(
      partners: Fixture.partners, territory: try Fixture.territory(),
      charters: ByVersion(always: charter), digest: { Fixture.hex($0) },
      identify: { HouseholdID(high: Fixture.hash($0), low: 1) })
    var register = Register()
    let data =
      #"{"menage":{"locataires":[\#(Fixture.tenant)],"logement":{"insee":"93008","voie":"1 rue A"}},"#
      + Fixture.cdp + "}"
    let answer = Answered(
      desk.decide(
        desk.read(
          Message(
            id: "1", source: "partner/huissier", type: EventKind.signalementCDP.type,
            occurredOn: day("2018-02-05"), sender: "huissier", data: Array(data.utf8))),
        on: day("2018-02-05"), in: &register))
    #expect(answer.notices(.tableAMettreAJour).map(\.commission) == [Territory.central])
    #expect(answer.notices(.signalementRecu).map(\.instance) == [.centrale])
  }

  @Test func aHouseholdOfAnotherDepartementIsFollowedUntilItsReceipt() throws {
    var counter = try Counter()
    let signal = counter.publish(
      .signalementCDP, from: "huissier",
      menage: Fixture.commandement
        + #","locataires":[\#(Fixture.tenant)],"logement":{"insee":"75056","voie":"1 rue A"}"#,
      Fixture.cdp)
    #expect(signal.code == "accepte.autre-departement")
    #expect(signal.openings.count == 5)
    #expect(signal.notices(.transfertPropose).map(\.departement) == ["75"])
    #expect(signal.armed["transfert-a-confirmer"]?.due == day("2018-03-07"))
    #expect(signal.armed["adresse-a-verifier"] == nil)
    let receipt = counter.publish(
      .dossierTransfert, from: "ccapex", menage: Fixture.commandement,
      #""date":"2018-02-05","etape":"recu","departement":"75""#)
    #expect(receipt.disarmed == ["transfert-a-confirmer"])
    #expect(receipt.receivers(of: .dossierTransfert) == [.sagaOrchestrator])
  }

  @Test func theNumberOfEXPLOCIsAStrongKey() throws {
    var counter = try Counter()
    let first = counter.publish(
      .signalementCDP, from: "huissier",
      menage: #""exploc":"EX-93-0001","# + Fixture.household, Fixture.cdp)
    let second = counter.publish(
      .executionCQL, from: "etude-2", menage: #""exploc":"ex 93 0001""#,
      Sample.fields(.executionCQL))
    #expect(second.code == "accepte")
    #expect(second.dossier == first.dossier)
  }
}
