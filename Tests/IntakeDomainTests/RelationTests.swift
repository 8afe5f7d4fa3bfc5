import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// Whoever heard the identifier of a dossier may not act on it for that.
@Suite struct RelationTests {
  private static let other =
    #""locataires":[{"nom":"Diallo","prenom":"Awa"}],"#
    + #""logement":{"insee":"93008","voie":"40 avenue Foch"}"#

  /// An event about a dossier that an étude and, where told, a landlord opened.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var landlord: String?
    let sender: String, kind: EventKind
    /// What is quoted beside the dossier's identifier.
    var beside: String?
    let code: String
    var isWarned = false
    /// Who is the landlord then.
    var bailleur: String?
    var huissier: String? = "huissier"
  }

  @Test(arguments: [
    Case(
      testDescription: "the étude of the dossier", sender: "huissier", kind: .executionCQL,
      code: "accepte"),
    Case(
      testDescription: "another étude that heard the identifier", sender: "etude-2",
      kind: .executionCQL, code: "relation.contraire"),
    Case(
      testDescription: "another étude that knows the act", sender: "etude-2", kind: .executionCQL,
      beside: Fixture.commandement, code: "accepte"),
    Case(
      testDescription: "another étude that knows the household", sender: "etude-2",
      kind: .executionCQL, beside: Fixture.household, code: "accepte"),
    Case(
      testDescription: "a landlord that heard the identifier, where none is known",
      sender: "bailleur-prive", kind: .apurementPlan, code: "accepte", isWarned: true,
      bailleur: "bailleur-prive"),
    Case(
      testDescription: "an unrelated landlord, where one is known", landlord: "bailleur-social",
      sender: "bailleur-prive", kind: .apurementPlan, code: "relation.contraire",
      bailleur: "bailleur-social"),
    Case(
      testDescription: "two landlords for one dwelling", landlord: "bailleur-social",
      sender: "bailleur-prive", kind: .saisineLibre, beside: Fixture.household, code: "accepte",
      isWarned: true, bailleur: "bailleur-social"),
    Case(
      testDescription: "a landlord that knows the lease", landlord: "bailleur-social",
      sender: "bailleur-prive", kind: .apurementPlan, beside: Fixture.bail, code: "accepte",
      bailleur: "bailleur-social"),
    Case(
      testDescription: "a landlord that is asked for a dwelling", sender: "bailleur-social",
      kind: .relogementProposition, code: "accepte"),
    Case(
      testDescription: "a landlord that is asked for a dwelling, where another is the dossier's",
      landlord: "bailleur-prive", sender: "bailleur-social", kind: .relogementProposition,
      code: "accepte", bailleur: "bailleur-prive"),
    Case(
      testDescription: "a court", sender: "tribunal", kind: .tribunalAudience, code: "accepte"),
    Case(testDescription: "the FSL", sender: "fsl", kind: .apurementDecision, code: "accepte"),
    Case(
      testDescription: "the household itself", sender: "menage", kind: .relogementDemande,
      code: "accepte"),
    Case(
      testDescription: "a mandataire that heard the identifier", sender: "mandataire",
      kind: .relogementReponse, code: "accepte", isWarned: true),
    Case(
      testDescription: "a mandataire that knows the household", sender: "mandataire",
      kind: .relogementReponse, beside: Fixture.household, code: "accepte"),
  ])
  func whoMayAct(_ row: Case) throws {
    var counter = try Counter()
    let first = counter.publish(
      .signalementCDP, from: "huissier",
      menage: Fixture.commandement + "," + Fixture.bail + "," + Fixture.household, Fixture.cdp)
    if let landlord = row.landlord {
      #expect(
        counter.publish(
          .saisineBailleurPM, from: landlord, menage: Fixture.bail, Fixture.arrears
        ).code == "accepte")
    }
    let told = counter.told()
    let quoted = #""dossier":"\#(first.dossier?.description ?? "")""#
    func act(_ id: String) -> Answered {
      counter.publish(
        row.kind, from: row.sender, id: id,
        menage: ([quoted] + [row.beside].compactMap(\.self)).joined(separator: ","),
        Sample.fields(row.kind))
    }
    let answer = act("x")
    #expect(answer.code == row.code)
    let warnings = answer.receipts.first?.avertissements?.map(\.code) ?? []
    #expect(warnings == (row.isWarned ? ["relation.non-verifiee"] : []))
    let notices = answer.notices(.relationNonVerifiee)
    #expect(notices.count == (row.isWarned ? 1 : 0))
    #expect(
      counter.register.changes.unproven.map(\.account) == (row.isWarned ? [row.sender] : []))
    let dossier = counter.register.dossiers.values.first
    #expect(dossier?.bailleur == row.bailleur)
    #expect(dossier?.huissier == row.huissier)
    if row.code != "accepte" { #expect(counter.told() == told) }
    // The commission hears of an account once.
    #expect(act("y").notices(.relationNonVerifiee).isEmpty)
    #expect(counter.register.changes.unproven.count == (row.isWarned ? 1 : 0))
  }

  /// A partner's own reference says of which dossier it speaks, whatever it quotes.
  @Test(arguments: [
    (Fixture.commandement, "huissier", EventKind.executionCQL),
    (Fixture.bail, "bailleur-social", .apurementPlan),
    (Fixture.allocataire, "caf", .aplDecision),
    (#""rg":{"tribunal":"TI","numero":"17/01234"}"#, "tribunal", .tribunalAudience),
  ])
  func anOwnReferenceOfAnotherDossierIsRefused(
    _ reference: String, _ sender: String, _ kind: EventKind
  ) throws {
    var counter = try Counter()
    let one = counter.publish(
      .saisineLibre, from: "ccas", menage: Fixture.household, Fixture.arrears)
    _ = counter.publish(
      .saisineLibre, from: "ccas", menage: reference + "," + Self.other, Fixture.arrears)
    let answer = counter.publish(
      kind, from: sender, menage: #""dossier":"\#(one.dossier?.description ?? "")","# + reference,
      Sample.fields(kind))
    #expect(answer.code == "relation.contraire")
    #expect(answer.receipts.first?.statut == .refuse)
  }

  /// Social bodies that have a territory in the directory.
  @Test(arguments: [
    ("ccas-bobigny", "93008", "accepte", false),
    ("ccas-bobigny", "93066", "relation.contraire", false),
    ("secteur-nord", "93066", "accepte", false),
    ("secteur-nord", "93008", "relation.contraire", false),
    ("ccas", "93066", "accepte", false), ("ccas-bobigny", "93999", "accepte", true),
  ])
  func aSocialBodyActsInItsTerritory(
    _ sender: String, _ insee: String, _ code: String, _ isWarned: Bool
  ) throws {
    let directory = try PartnerDirectory(
      parsing: """
        ccas\tccas
        huissier\thuissier
        ccas-bobigny\tccas\t93008
        secteur-nord\tservice-social\tarrondissement-saint-denis 93051
        """)
    let desk = IntakeHandler(
      partners: directory, territory: try Fixture.territory(),
      charters: ByVersion(always: Fixture.charter), digest: { Fixture.hex($0) },
      identify: { HouseholdID(high: Fixture.hash($0), low: Fixture.hash($0 + "#")) })
    var counter = Counter(desk)
    let first = counter.publish(
      .signalementCDP, from: "huissier",
      menage: Fixture.household.replacing("93066", with: insee), Fixture.cdp)
    let answer = counter.publish(
      .contactResultat, from: sender, menage: #""dossier":"\#(first.dossier?.description ?? "")""#,
      Sample.fields(.contactResultat))
    #expect(answer.code == code)
    #expect((answer.receipts.first?.avertissements != nil) == isWarned)
    // A household that it signals is never sent away.
    let signal = counter.publish(
      .saisineLibre, from: "ccas-bobigny", menage: Self.other.replacing("93008", with: "93051"),
      Fixture.arrears)
    #expect(signal.code == "accepte")
    #expect(signal.receipts.first?.avertissements?.map(\.code) == ["relation.non-verifiee"])
  }

  /// Somebody that heard the identifier, and what comes to the dossier afterwards.
  struct Settling: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var sender = "bailleur-prive", kind = EventKind.apurementPlan
    /// What it brings itself as nothing shows its tie.
    var brings: String?
    var landlord: String?
    /// Who speaks then, and what he says.
    let then: (sender: String, kind: EventKind, menage: String)
    let isSettled: Bool
    /// What the identifier alone is answered then.
    var next = "accepte"
  }

  @Test(arguments: [
    Settling(
      testDescription: "it names the household that others know",
      then: ("bailleur-prive", .apurementPlan, Fixture.household), isSettled: true),
    Settling(
      testDescription: "it says again what it brought itself", brings: Fixture.bail,
      then: ("bailleur-prive", .apurementPlan, Fixture.bail), isSettled: false),
    Settling(
      testDescription: "the étude names the lease that it brought", brings: Fixture.bail,
      then: ("huissier", .executionCQL, Fixture.bail), isSettled: true),
    Settling(
      testDescription: "the étude says nothing of it", brings: Fixture.bail,
      then: ("huissier", .executionCQL, Fixture.commandement), isSettled: false),
    Settling(
      testDescription: "it is asked for a dwelling", sender: "bailleur-social",
      then: ("bailleur-social", .relogementProposition, Fixture.household), isSettled: false),
    Settling(
      testDescription: "the dossier's other landlord is named again", kind: .saisineLibre,
      brings: Fixture.household, landlord: "bailleur-social",
      then: ("huissier", .executionCQL, Fixture.household), isSettled: false,
      next: "relation.contraire"),
    Settling(
      testDescription: "a mandataire names the household", sender: "mandataire",
      kind: .relogementReponse, then: ("mandataire", .relogementReponse, Fixture.household),
      isSettled: true),
  ])
  func aTieThatIsShownLaterIsDoubtedNoMore(_ row: Settling) throws {
    var counter = try Counter()
    let first = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.commandement + "," + Fixture.household,
      Fixture.cdp)
    if let landlord = row.landlord {
      _ = counter.publish(
        .saisineBailleurPM, from: landlord,
        menage: Fixture.bail + "," + Fixture.household, Fixture.arrears)
    }
    let quoted = #""dossier":"\#(first.dossier?.description ?? "")""#
    func say(_ kind: EventKind, _ sender: String, _ beside: String?) -> Answered {
      counter.publish(
        kind, from: sender, menage: ([quoted] + [beside].compactMap(\.self)).joined(separator: ","),
        Sample.fields(kind))
    }
    #expect(say(row.kind, row.sender, row.brings).notices(.relationNonVerifiee).count == 1)
    #expect(say(row.then.kind, row.then.sender, row.then.menage).code == "accepte")
    #expect(
      counter.register.changes.settled.map(\.account) == (row.isSettled ? [row.sender] : []))
    // From then on its identifier alone will do.
    let next = say(row.kind, row.sender, nil)
    #expect(next.code == row.next)
    #expect(
      (next.receipts.first?.avertissements != nil) == (!row.isSettled && next.code == "accepte"))
    #expect(next.notices(.relationNonVerifiee).isEmpty)
  }

  /// The whole table: no combination is proven against what is known.
  @Test(arguments: PartnerKind.allCases)
  func theTableIsSound(_ kind: PartnerKind) {
    for bits in 0..<64 {
      for place in Relation.Known.Reach.allCases {
        let known = Relation.Known(
          isParty: bits & 1 > 0, hasOther: bits & 2 > 0, ownReference: bits & 4 > 0,
          strayReference: bits & 8 > 0, knowsHousehold: bits & 16 > 0, territory: place,
          isTransferred: bits & 32 > 0)
        let relation = Relation.of(kind, known)
        var more = known
        more.knowsHousehold = true
        // Who knows more of the household is never trusted less.
        if relation == .proven { #expect(Relation.of(kind, more) == .proven, "\(known)") }
        if relation == .contradicted {
          #expect(
            known.strayReference || known.hasOther || place == .outside
              || kind == .autreCCAPEX && !known.isTransferred, "\(kind) \(known)")
        }
      }
    }
  }
}
