import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

@Suite struct IdentityTests {
  @Test func sameDebtByHuissierLandlordAndCAFIsOneDossier() throws {
    // SC07: saisine PM 22 January 2018, CAF information 29 January, CDP 2 February.
    var counter = try Counter()
    let saisine = counter.publish(
      .saisineBailleurPM, from: "bailleur-social", on: "2018-01-22",
      menage: Fixture.bail + "," + Fixture.household,
      #""date":"2018-01-22","dette":291000,"loyer":60000,"charges":9000"#)
    let caf = counter.publish(
      .signalementImpayeAPL, from: "caf", on: "2018-01-29",
      menage: Fixture.allocataire
        + #","locataires":[{"nom":"LEFEVRE","prenom":"ZOE","naissance":"1984-05-02"}],"#
        + #""logement":{"insee":"93066","voie":"12BIS AV REPUBLIQUE"}"#, Fixture.arrears)
    let cdp = counter.publish(
      .signalementCDP, from: "huissier", on: "2018-02-05",
      menage: Fixture.commandement
        + #","locataires":[{"nom":"Lefevre","prenom":"Zoé"}],"#
        + #""logement":{"insee":"93066","voie":"12 b avenue de la République"}"#, Fixture.cdp)
    #expect([saisine.code, caf.code, cdp.code] == ["accepte", "accepte", "accepte"])
    #expect(saisine.dossier != nil)
    #expect(caf.dossier == saisine.dossier)
    #expect(cdp.dossier == saisine.dossier)
    #expect(counter.register.dossiers.count == 1)
    #expect(counter.register.changes.doubts.isEmpty)
    // The references learned on the way are enough from there on.
    let plan = counter.publish(
      .apurementPlan, from: "bailleur-prive", menage: Fixture.commandement,
      Sample.fields(.apurementPlan))
    #expect(plan.dossier == saisine.dossier)
    #expect(
      counter.publish(
        .aplDecision, from: "caf", menage: Fixture.allocataire, Sample.fields(.aplDecision)
      ).dossier == saisine.dossier)
  }

  @Test func aDossierOpensForEverybodyAndAgainWhenMoreIsKnown() throws {
    var counter = try Counter()
    let first = counter.publish(
      .saisineLibre, from: "ccas", menage: Fixture.household, Fixture.arrears)
    #expect(
      Set(first.openings.keys)
        == [.sagaOrchestrator, .socialDiagnosis, .debtSettlement, .rehousing, .courtLiaison])
    #expect(first.openings[.sagaOrchestrator]?.commission == "arrondissement-saint-denis")
    #expect(first.openings[.sagaOrchestrator]?.huissier == nil)
    let second = counter.publish(
      .signalementCDP, from: "huissier",
      menage: Fixture.commandement + "," + Fixture.landlord + "," + Fixture.household, Fixture.cdp)
    #expect(second.openings.count == 5)
    #expect(second.openings[.courtLiaison]?.huissier == "huissier")
    #expect(second.openings[.debtSettlement]?.landlord == .personnePhysique)
    let third = counter.publish(
      .executionCQL, from: "etude-2", menage: Fixture.commandement, Sample.fields(.executionCQL))
    #expect(third.openings.isEmpty)
    #expect(counter.register.dossiers.values.first?.huissier == "huissier")
  }

  @Test func onlySocialDiagnosisLearnsWhoTheTenantsAre() throws {
    var counter = try Counter()
    let answer = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.bail + "," + Fixture.household, Fixture.cdp
    )
    for message in answer.decision.outgoing where message.destination != .service(.socialDiagnosis)
    {
      #expect(!message.data.contains("Lefèvre"))
      #expect(!message.data.contains("République"))
    }
    #expect(answer.openings[.socialDiagnosis]?.menage?.locataires?.first?.nom == "Lefèvre")
  }

  @Test func theEventGoesOnWithTheDayOfTheActAndItsSender() throws {
    var counter = try Counter()
    let answer = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.household, Fixture.cdp)
    let onward = try #require(
      answer.decision.outgoing.last { $0.type == EventKind.signalementCDP.type })
    #expect(onward.occurredOn == day("2018-02-02"))
    #expect(onward.household == answer.dossier)
    let forwarded = try Wire.decode(
      Forwarded<SignalementCDP>.self, from: Array(onward.data.utf8))
    #expect(forwarded.expediteur == "huissier")
    #expect(forwarded.genre == .huissier)
    #expect(forwarded.evenement.dette == Cents(298_500))
    #expect(!onward.data.contains("menage"))
  }

  @Test func aSignalBelowTheThresholdIsKept() throws {
    // SC09: 2.5 times the rent and two months are below the arrêté of 2017; kept as information.
    var counter = try Counter()
    let answer = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.household,
      #""acte":"2018-02-02","dette":150000,"loyer":60000,"charges":9000,"mois_impayes":2"#)
    #expect(answer.code == "accepte")
    #expect(answer.openings[.sagaOrchestrator]?.seuil_atteint == false)
    #expect(answer.notices(.signalementRecu).first?.texte.contains("simple information") == true)
  }

  @Test func aCommuneWithoutSubCommissionGoesToTheCCAPEXCentrale() throws {
    // SC13: a commune newly merged is not in the table yet.
    var counter = try Counter()
    let answer = counter.publish(
      .signalementCDP, from: "huissier", on: "2024-01-10",
      menage:
        #""locataires":[\#(Fixture.tenant)],"logement":{"insee":"93999","voie":"1 rue Verte"}"#,
      #""acte":"2024-01-05","dette":298500,"loyer":60000,"charges":9000,"mois_impayes":4"#)
    #expect(answer.code == "accepte.commune-inconnue")
    #expect(answer.openings[.sagaOrchestrator]?.commission == Territory.central)
    #expect(answer.openings[.sagaOrchestrator]?.commune == nil)
  }

  @Test func anAddressBeforeAMergerIsTheOneAfterIt() throws {
    var counter = try Counter()
    func household(_ insee: String) -> String {
      #""locataires":[\#(Fixture.tenant)],"logement":{"insee":"\#(insee)","voie":"1 rue Verte"}"#
    }
    let before = counter.publish(
      .saisineLibre, from: "ccas", on: "2025-02-10", menage: household("93059"),
      #""date":"2024-12-20","dette":295000,"loyer":60000,"charges":9000"#)
    let after = counter.publish(
      .saisineLibre, from: "menage", on: "2025-02-10", menage: household("93066"),
      #""date":"2025-02-01","dette":295000,"loyer":60000,"charges":9000"#)
    #expect(after.dossier == before.dossier)
    #expect(after.dossier != nil)
  }
}

/// Persons that look alike.
@Suite struct HomonymTests {
  private static let martin = #"{"nom":"Martin","prenom":"Paul","naissance":"1950-03-01"}"#
  private static let son = #"{"nom":"Martin","prenom":"Paul","naissance":"1985-07-14"}"#
  private static let someMartin = #"{"nom":"MARTIN","prenom":"Paul"}"#

  private static func menage(_ tenant: String, _ door: String? = nil, voie: String = "4 rue Verte")
    -> String
  {
    let complement = door.map { #","complement":"\#($0)""# } ?? ""
    return
      #""locataires":[\#(tenant)],"logement":{"insee":"93008","voie":"\#(voie)"\#(complement)}"#
  }

  /// What becomes of a second household that looks like the first.
  @Test(arguments: [
    (menage(martin), menage(martin), true, Doubt.Reason?.none),
    (menage(martin), menage(someMartin), true, nil),
    (menage(someMartin), menage(martin), true, nil),
    (menage(martin, "apt 3"), menage(martin), true, nil),
    (menage(martin, "apt 3"), menage(martin, "appt. 03"), true, nil),
    (menage(martin), menage(son), false, .homonyme),
    (menage(martin, "apt 3"), menage(martin, "apt 4"), false, .autreLogement),
    (menage(martin), menage(martin, voie: "5 rue Verte"), false, .memePersonneAutreAdresse),
    (menage(someMartin), menage(someMartin, voie: "5 rue Verte"), false, nil),
    (
      menage(martin), menage(#"{"nom":"Diallo","prenom":"Awa"}"#), false, .memeLogementAutreNom
    ),
    (
      menage(martin, "apt 3"), menage(#"{"nom":"Diallo","prenom":"Awa"}"#, "apt 4"), false, nil
    ),
  ])
  func aSecondHousehold(
    _ first: String, _ second: String, _ isSame: Bool, _ doubt: Doubt.Reason?
  ) throws {
    var counter = try Counter()
    let one = counter.publish(.saisineLibre, from: "ccas", menage: first, Fixture.arrears)
    let other = counter.publish(.saisineLibre, from: "ccas", menage: second, Fixture.arrears)
    #expect(one.dossier != nil)
    #expect((one.dossier == other.dossier) == isSame)
    #expect(counter.register.changes.doubts.map(\.reason) == (doubt.map { [$0] } ?? []))
  }

  @Test func betweenFatherAndSonAnEventWithoutBirthDateIsNotGuessed() throws {
    var counter = try Counter()
    for tenant in [Self.martin, Self.son] {
      _ = counter.publish(.saisineLibre, from: "ccas", menage: Self.menage(tenant), Fixture.arrears)
    }
    let contact = counter.publish(
      .contactResultat, from: "ccas", menage: Self.menage(Self.someMartin),
      Sample.fields(.contactResultat))
    #expect(contact.code == "dossier.ambigu")
    let signal = counter.publish(
      .saisineLibre, from: "ccas", menage: Self.menage(Self.someMartin), Fixture.arrears)
    #expect(signal.code == "accepte")
    #expect(counter.register.dossiers.count == 3)
    #expect(counter.register.changes.doubts.contains { $0.reason == .plusieursDossiers })
  }

  @Test func referencesThatDisagreeMergeNothing() throws {
    var counter = try Counter()
    let lease = counter.publish(
      .saisineLibre, from: "ccas", menage: Fixture.bail + "," + Self.menage(Self.martin),
      Fixture.arrears)
    let act = counter.publish(
      .signalementCDP, from: "huissier",
      menage: Fixture.commandement + "," + Self.menage(Self.son, voie: "9 rue Bleue"), Fixture.cdp)
    let both = counter.publish(
      .signalementCDP, from: "huissier",
      menage: Fixture.commandement + "," + Fixture.bail, Fixture.cdp)
    #expect(both.dossier == lease.dossier)
    #expect(lease.dossier != act.dossier)
    #expect(counter.register.dossiers.count == 2)
    let doubt = try #require(counter.register.changes.doubts.last)
    #expect(doubt.reason == .referencesContradictoires)
    #expect([doubt.household, doubt.other] == [lease.dossier, act.dossier])
    // The commandement stays with its own dossier, and the lease with its own.
    let strong = counter.register.changes.keys.filter(\.key.kind.isStrong)
    #expect(strong.count == 2)
    #expect(
      counter.publish(
        .executionCQL, from: "huissier", menage: Fixture.commandement, Sample.fields(.executionCQL)
      ).dossier == act.dossier)
  }

  @Test func anAllocataireWhoMovedOpensAnotherDossier() throws {
    var counter = try Counter()
    let before = counter.publish(
      .signalementImpayeAPL, from: "caf",
      menage: Fixture.allocataire + "," + Self.menage(Self.martin),
      Fixture.arrears)
    let after = counter.publish(
      .signalementImpayeAPL, from: "caf",
      menage: Fixture.allocataire + "," + Self.menage(Self.martin, voie: "9 rue Bleue"),
      Fixture.arrears)
    #expect(before.dossier != after.dossier)
    #expect(counter.register.changes.doubts.map(\.reason) == [.memePersonneAutreAdresse])
  }

  @Test func aTowerOfHomonymsRaisesAFewDoubtsOnly() throws {
    var counter = try Counter()
    for number in 0..<20 {
      _ = counter.publish(
        .saisineLibre, from: "ccas",
        menage: Self.menage(
          #"{"nom":"N\#(["a", "b", "c", "d"][number % 4])\#(number)","prenom":"P"}"#),
        Fixture.arrears)
    }
    #expect(counter.register.dossiers.count == 20)
    #expect(counter.register.changes.doubts.count <= 20 * Match.maximumDoubts)
  }
}

/// Births that are known in part, and persons of one name.
@Suite struct BirthTests {
  private static func menage(
    _ birth: String?, prenom: String? = "Paul", voie: String = "4 rue Verte"
  ) -> String {
    let birth = birth.map { #","naissance":"\#($0)""# } ?? ""
    let prenom = prenom.map { #","prenom":"\#($0)""# } ?? ""
    return
      #""locataires":[{"nom":"Martin"\#(prenom)\#(birth)}],"logement":{"insee":"93008","voie":"\#(voie)"}"#
  }

  @Test(arguments: [
    (menage("1980-00-00"), menage("1980-05-02"), true, Doubt.Reason?.none),
    (menage("1980-05-02"), menage("1980-00-00"), true, nil),
    (menage("1980-05-00"), menage("1980-05-02"), true, nil),
    (menage("1980-05-00"), menage("1980-06-02"), false, .homonyme),
    (menage("1980-00-00"), menage("1981-05-02"), false, .homonyme),
    // A default day contradicts nothing of its year.
    (menage("1980-01-01"), menage("1980-05-02"), true, nil),
    (menage("1980-12-31"), menage("1980-05-02"), true, nil),
    (menage("1980-01-01"), menage("1981-01-01"), false, .homonyme),
    // A year proves nobody the same elsewhere; a whole date asks a person to look.
    (menage("1980-00-00"), menage("1980-00-00", voie: "5 rue Verte"), false, nil),
    (
      menage("1980-05-02"), menage("1980-05-02", voie: "5 rue Verte"), false,
      .memePersonneAutreAdresse
    ),
    // One name only.
    (menage(nil, prenom: nil), menage("1980-05-02", prenom: nil), true, nil),
    (menage(nil, prenom: nil), menage(nil), false, .memeLogementAutreNom),
  ])
  func aSecondHousehold(
    _ first: String, _ second: String, _ isSame: Bool, _ doubt: Doubt.Reason?
  ) throws {
    var counter = try Counter()
    let one = counter.publish(.saisineLibre, from: "ccas", menage: first, Fixture.arrears)
    let other = counter.publish(.saisineLibre, from: "ccas", menage: second, Fixture.arrears)
    #expect([one.code, other.code] == ["accepte", "accepte"])
    #expect((one.dossier == other.dossier) == isSame)
    #expect(counter.register.changes.doubts.map(\.reason) == (doubt.map { [$0] } ?? []))
  }

  @Test(arguments: [
    ["1980-00-00", "1980-01-01", "1980-05-00", "1980-05-02"],
    ["1980-05-02", "1980-05-00", "1980-01-01", "1980-00-00"],
    ["1980-01-01", "1980-05-02", "1980-00-00", "1980-05-00"],
  ])
  func theMostExactBirthIsKeptInWhateverOrderTheyCome(_ births: [String]) throws {
    var counter = try Counter()
    for birth in births {
      _ = counter.publish(
        .saisineLibre, from: "ccas", menage: Self.menage(birth), Fixture.arrears)
    }
    #expect(counter.register.dossiers.count == 1)
    #expect(
      counter.register.dossiers.values.first?.tenants.map(\.naissance)
        == [BirthDate("1980-05-02")])
  }

  @Test func theKeysOfAPersonAreThoseOfTheLiveTables() throws {
    // Written out: a key that changes no longer finds the dossiers that are there.
    let territory = try Fixture.territory()
    func keys(_ person: Person) -> [String] {
      let references = References(
        Identification(
          locataires: [person], logement: Dwelling(insee: "93059", voie: "12 bis, av. Verte")),
        territory: territory, lists: CodeLists(), digest: { $0 })
      return (references.people + references.civil)
        .map { $0.value.replacing("\u{1F}", with: "|") }
    }
    #expect(
      keys(Person(nom: "Lefèvre", prenom: "Zoé", naissance: BirthDate("1984-05-02")))
        == [
          "personne-adresse|lefevre|zoe|93066|12 bis avenue verte",
          "etat-civil|lefevre|zoe|1984-05-02",
        ])
    #expect(
      keys(Person(nom: "Lefèvre", prenom: "Zoé", naissance: BirthDate("1984-05-00")))
        == ["personne-adresse|lefevre|zoe|93066|12 bis avenue verte"])
  }
}

/// Numbers of allocataires as senders write them.
@Suite struct AllocataireTests {
  @Test(arguments: ["123456", "0123456", "0000000123456"])
  func zerosBeforeANumberAreNoPartOfIt(_ number: String) throws {
    var counter = try Counter()
    let first = counter.publish(
      .signalementImpayeAPL, from: "caf", menage: Fixture.allocataire + "," + Fixture.household,
      Fixture.arrears)
    let second = counter.publish(
      .aplDecision, from: "caf",
      menage: #""allocataire":{"caisse":"931","numero":"\#(number)"}"#, Sample.fields(.aplDecision))
    #expect(second.code == "accepte")
    #expect(second.dossier == first.dossier)
  }
}
