import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// A reference leads to a dossier, and persons or address are not that dossier's: nothing is
/// joined, and nobody of that dossier reads anything, until a commission decides.
@Suite struct ContradictionTests {
  private static func menage(
    _ nom: String, _ prenom: String = "Zoé", _ voie: String = "12 rue des Lilas",
    naissance: String? = nil
  ) -> String {
    let birth = naissance.map { #","naissance":"\#($0)""# } ?? ""
    return #""locataires":[{"nom":"\#(nom)","prenom":"\#(prenom)"\#(birth)}],"#
      + #""logement":{"insee":"93066","voie":"\#(voie)"}"#
  }
  private static let known = menage("Lefèvre", naissance: "1984-05-02")
  private static let stranger = menage("Diallo", "Awa", "40 avenue Foch")

  /// Every strong reference, with who gives it and what he says.
  private static let references: [(String, PartnerKind, EventKind)] = [
    (Fixture.commandement, .huissier, .executionCQL),
    (Fixture.bail, .bailleurSocial, .saisineBailleurPM),
    (Fixture.allocataire, .caf, .signalementImpayeAPL),
    (#""rg":{"tribunal":"TI de Bobigny","numero":"17/01234"}"#, .tribunal, .tribunalAudience),
    (#""exploc":"EX-2018-77""#, .prefecture, .tribunalAssignation),
  ]

  @Test(arguments: references)
  func aReferenceThatIsUsedAgainForOthersJoinsNothing(
    _ row: (reference: String, sender: PartnerKind, kind: EventKind)
  ) throws {
    var counter = try Counter()
    let first = counter.publish(
      .saisineLibre, from: "ccas", id: "a", menage: row.reference + "," + Self.known,
      Fixture.arrears)
    let told = counter.told()
    let dossiers = counter.register.dossiers
    let second = counter.publish(
      row.kind, from: row.sender.rawValue, id: "b", menage: row.reference + "," + Self.stranger,
      Sample.fields(row.kind))
    #expect(second.code == "accepte.en-examen")
    #expect(second.dossier == nil)
    #expect(second.text.contains("2018-02-20"))
    // Nobody hears of it but its sender and the commission, and neither reads a name.
    #expect(counter.told() == told)
    #expect(counter.register.dossiers == dossiers)
    #expect(
      second.decision.outgoing.map(\.destination) == [.user(row.sender.rawValue), .kind(.ccapex)])
    for message in second.decision.outgoing {
      #expect(!message.data.contains("Diallo") && !message.data.contains("Foch"))
    }
    let notice = try #require(second.notices(.referenceContredite).first)
    #expect(notice.dossier == first.dossier)
    #expect(notice.echeance == day("2018-02-20"))
    let held = try #require(counter.register.waiting.values.first)
    #expect(notice.autre == held.ticket)
    #expect(held.hold?.dossier == first.dossier)
    #expect(held.hold?.contradictions == [.locataires, .voie])
    #expect(second.armed["evenement-en-examen"]?.due == day("2018-02-20"))
  }

  /// What contradicts a dossier of "Lefèvre, Zoé, 1984-05-02, 12 rue des Lilas", and what does not.
  @Test(arguments: [
    (menage("Diallo", "Awa", "40 avenue Foch"), [Contradiction.locataires, .voie]),
    (menage("Diallo", "Awa"), [.locataires]),
    (menage("Lefèvre", "Zoé", "14 rue des Lilas"), [.voie]),
    (menage("LEFEVRE", "zoe", "12, r. des Lilas"), []),
    (menage("Le Fèvre"), []),
    (menage("Zoé", "Lefèvre"), []),
    (menage("Lefèvre-Martin"), []),
    // The husband; the name after a marriage, by the birth date; and without one.
    (menage("Lefèvre", "Paul"), []),
    (menage("Martin", "Zoé", naissance: "1984-05-02"), []),
    (menage("Martin", "Zoé"), [.locataires]),
    // What one writing leaves out contradicts nothing.
    (menage("Lefèvre", "Zoé", "12 rue des Lilas 93200"), []),
    (menage("Lefèvre", "Zoé", "12-14 rue des Lilas"), []),
    (#""locataires":[{"nom":"Lefèvre","prenom":"Zoé"}]"#, []),
    (#""locataires":[{"nom":"Diallo","prenom":"Awa"}]"#, [.locataires]),
    (#""locataires":[{"nom":"Diallo","prenom":"Awa"},{"nom":"Lefevre","prenom":"Zoé"}]"#, []),
    (#""logement":{"insee":"93066","voie":"40 avenue Foch"}"#, [.voie]),
    // A slip in the code of the commune is for the commission that places the dwelling.
    (menage("Lefèvre").replacing("93066", with: "93008"), []),
    (#""bailleur":{"type":"personne-physique"}"#, []),
  ])
  func whatContradicts(_ other: String, _ expected: [Contradiction]) throws {
    var counter = try Counter()
    _ = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.commandement + "," + Self.known,
      Fixture.cdp)
    let answer = counter.publish(
      .executionCQL, from: "huissier", menage: Fixture.commandement + "," + other,
      Sample.fields(.executionCQL))
    #expect(answer.code == (expected.isEmpty ? "accepte" : "accepte.en-examen"))
    #expect(
      counter.register.waiting.values.first?.hold?.contradictions ?? [] == expected)
  }

  @Test func whoToldARemovalContradictsNothingByTheAddress() throws {
    var counter = try Counter()
    _ = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.commandement + "," + Self.known,
      Fixture.cdp)
    let elsewhere = Fixture.commandement + "," + Self.menage("Lefèvre", "Zoé", "3 rue Bleue")
    let parts = counter.publish(
      .menageChangement, from: "service-social", menage: elsewhere,
      #""date":"2018-02-04","nature":"separation""#)
    #expect(parts.code == "accepte")
    // From then on another address is no surprise; other persons are.
    #expect(
      counter.publish(
        .executionCQL, from: "huissier", menage: elsewhere, Sample.fields(.executionCQL)
      ).code == "accepte")
    #expect(
      counter.publish(
        .executionCFPDemande, from: "huissier",
        menage: Fixture.commandement + "," + Self.menage("Lefèvre", "Zoé", "9 rue Neuve"),
        Sample.fields(.executionCFPDemande)
      ).code == "accepte", "nobody of the household was known there")
    #expect(
      counter.publish(
        .executionCQL, from: "huissier", menage: Fixture.commandement + "," + Self.stranger,
        Sample.fields(.executionCQL)
      ).code == "accepte.en-examen")
  }

  // MARK: - What becomes of it

  private struct Held {
    var counter: Counter
    let dossier: HouseholdID, ticket: HouseholdID
    let answer: Answered

    init(
      _ kind: EventKind, from sender: String, _ reference: String = Fixture.commandement,
      at desk: IntakeHandler? = nil
    ) throws {
      counter = try Counter(at: desk)
      let first = counter.publish(
        .saisineLibre, from: "ccas", id: "a", menage: reference + "," + ContradictionTests.known,
        Fixture.arrears)
      answer = counter.publish(
        kind, from: sender, id: "b", menage: reference + "," + ContradictionTests.stranger,
        Sample.fields(kind))
      dossier = try #require(first.dossier)
      ticket = try #require(counter.register.waiting.values.first).ticket
    }

    mutating func decide(_ kind: EventKind) -> Answered {
      counter.publish(
        kind, from: "ccapex", id: "d", on: "2018-02-07", menage: #""dossier":"\#(dossier)""#,
        #""date":"2018-02-07","autre":"\#(ticket)","motif":"vérifié""#)
    }

    mutating func expire(_ answered: Answered? = nil) throws -> Answered {
      let arms = (answered ?? answer).decision.deadlines.compactMap { change in
        if case .arm(let kind, let deadline, let firesOn, let ticket) = change {
          (kind, deadline, firesOn, ticket)
        } else {
          nil
        }
      }
      let (kind, deadline, firesOn, ticket) = try #require(arms.first)
      let message = Message(
        id: "intake/\(ticket)/\(kind)/1", source: "amont/intake/deadlines",
        type: DeadlineFired.type, household: ticket, occurredOn: firesOn,
        data: Array(try Wire.encode(DeadlineFired(kind: kind, deadline: deadline)).utf8))
      return Answered(
        counter.desk.decide(counter.desk.read(message), on: firesOn, in: &counter.register))
    }
  }

  @Test func joinedItIsTakenIntoTheDossier() throws {
    var held = try Held(.executionCQL, from: "huissier")
    let joined = held.decide(.dossierFusion)
    #expect(joined.receipts.map(\.evenement) == ["d", "b"])
    #expect(joined.receipts.map(\.code) == ["accepte", "accepte"])
    #expect(joined.receipts.map(\.dossier) == [held.dossier, held.dossier])
    #expect(joined.receipts.map(\.recu) == [day("2018-02-07"), day("2018-02-05")])
    #expect(joined.disarmed.contains("evenement-en-examen"))
    #expect(joined.receivers(of: .executionCQL) == [.courtLiaison])
    #expect(held.counter.register.waiting.isEmpty)
    #expect(held.counter.register.changes.fusions.map(\.other) == [held.ticket])
    #expect(held.counter.register.dossiers.count == 1)
    let again = held.decide(.dossierFusion)
    #expect(again.code == "doublon")
  }

  @Test func partedAFirstSignalOpensItsOwnDossierAndTheReferenceOfItsSenderGoesWithIt() throws {
    var held = try Held(.executionCQL, from: "huissier")
    let parted = held.decide(.dossierSeparation)
    #expect(parted.receipts.map(\.code) == ["accepte", "accepte"])
    #expect(parted.receipts.map(\.dossier) == [held.dossier, held.ticket])
    #expect(held.counter.register.dossiers.count == 2)
    let doubt = try #require(held.counter.register.changes.doubts.first)
    #expect(doubt.reason == .referenceContredite)
    #expect([doubt.household, doubt.other] == [held.ticket, held.dossier])
    #expect(held.counter.told(held.dossier).allSatisfy { !$0.data.contains("Diallo") })
    // The étude used its number again: from now on it means the new case.
    let next = held.counter.publish(
      .executionCFPDemande, from: "huissier", menage: Fixture.commandement,
      Sample.fields(.executionCFPDemande))
    #expect(next.dossier == held.ticket)
  }

  @Test func partedAReferenceThatIsNotItsSendersStaysWhereItWas() throws {
    var held = try Held(.executionCQL, from: "huissier", Fixture.bail)
    let parted = held.decide(.dossierSeparation)
    #expect(parted.receipts.map(\.dossier) == [held.dossier, held.ticket])
    let next = held.counter.publish(
      .apurementPlan, from: "bailleur-social", menage: Fixture.bail,
      Sample.fields(.apurementPlan))
    #expect(next.dossier == held.dossier)
  }

  @Test func partedWhatOpensNoDossierIsRefusedToItsSender() throws {
    var held = try Held(.tribunalNotification, from: "huissier")
    let parted = held.decide(.dossierSeparation)
    #expect(parted.receipts.map(\.code) == ["accepte", "reference.contredite"])
    #expect(parted.receipts.map(\.statut) == [.accepte, .refuse])
    #expect(held.counter.register.waiting.isEmpty)
    #expect(held.counter.register.dossiers.count == 1)
  }

  @Test func withoutADecisionAFirstSignalOpensItsOwnDossier() throws {
    var held = try Held(.executionCQL, from: "huissier")
    let end = try held.expire()
    #expect(end.receipts.map(\.evenement) == ["b"])
    #expect(end.receipts.map(\.code) == ["accepte"])
    #expect(end.dossier == held.ticket)
    #expect(held.counter.register.changes.doubts.map(\.reason) == [.referenceContredite])
    // The reference stays: nobody said whose it is.
    let next = held.counter.publish(
      .executionCFPDemande, from: "huissier", menage: Fixture.commandement,
      Sample.fields(.executionCFPDemande))
    #expect(next.dossier == held.dossier)
    #expect(try held.expire().decision == Decision(), "it is decided once")
  }

  @Test func withoutADecisionTheCommissionIsRemindedAndThenTheSenderRefused() throws {
    var held = try Held(.tribunalNotification, from: "huissier")
    let reminder = try held.expire()
    #expect(reminder.receipts.isEmpty)
    #expect(reminder.notices(.examenEnRetard).map(\.autre) == [held.ticket])
    #expect(reminder.armed["evenement-en-examen"]?.due == day("2018-04-06"))
    let end = try held.expire(reminder)
    #expect(end.receipts.map(\.code) == ["reference.contredite"])
    #expect(held.counter.register.waiting.isEmpty)
  }

  /// Each by its own parameter of the Charte, and none for longer than what waits.
  @Test(arguments: [
    (EventKind.executionCQL, 10, 21, 60, "2018-02-15"), (.executionCQL, 10, 21, 7, "2018-02-12"),
    (.tribunalNotification, 10, 21, 60, "2018-02-26"),
    (.tribunalNotification, 10, 21, 7, "2018-02-12"),
  ])
  func theCharteSaysForHowLongItIsHeld(
    _ kind: EventKind, _ first: Int, _ reminder: Int, _ waiting: Int, _ due: String
  ) throws {
    var charter = Fixture.charter
    charter.examinationDays = first
    charter.examinationReminderDays = reminder
    charter.waitingDays = waiting
    let held = try Held(kind, from: "huissier", at: try Fixture.desk(charter: charter))
    #expect(held.answer.armed["evenement-en-examen"]?.due == day(due))
    #expect(held.answer.notices(.referenceContredite).map(\.echeance) == [day(due)])
  }

  @Test func itsSenderMayMendTheReferenceMeanwhile() throws {
    var held = try Held(.executionCQL, from: "huissier")
    let data =
      "{\"menage\":{\(Self.stranger)},\(Sample.fields(.executionCQL))}"
      .replacing("\"", with: "\\\"")
    let mended = held.counter.publish(
      .rectification, from: "huissier", id: "r", menage: Self.stranger,
      #""date":"2018-02-05","evenement":"b","type":"execution.cql","donnees":"\#(data)""#)
    #expect(mended.receipts.map(\.evenement) == ["r", "b"])
    #expect(mended.receipts.map(\.code) == ["accepte.attente-rectifiee", "accepte"])
    #expect(held.counter.register.dossiers.count == 2)
    #expect(mended.disarmed.contains("evenement-en-examen"))
  }

  @Test func whatWaitedIsHeldWhenItsDossierOpensAndContradictsIt() throws {
    var counter = try Counter()
    _ = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p",
      menage: Fixture.bail + "," + Self.stranger, Sample.fields(.apurementVersement))
    let signal = counter.publish(
      .saisineBailleurPM, from: "bailleur-social", id: "s", menage: Fixture.bail + "," + Self.known,
      Fixture.arrears)
    #expect(signal.receipts.map(\.evenement) == ["s", "p"])
    #expect(signal.receipts.map(\.code) == ["accepte", "accepte.en-examen"])
    #expect(signal.disarmed == ["evenement-en-attente"])
    #expect(signal.armed["evenement-en-examen"] != nil)
  }

  @Test func aQuotedDossierThatContradictsIsAReferenceToo() throws {
    var counter = try Counter()
    let first = counter.publish(
      .saisineLibre, from: "ccas", menage: Self.known, Fixture.arrears)
    let quoted = #""dossier":"\#(first.dossier?.description ?? "")","#
    for (kind, sender) in [(EventKind.donneesAcces, "menage"), (.aplDecision, "caf")] {
      #expect(
        counter.publish(kind, from: sender, menage: quoted + Self.stranger, Sample.fields(kind))
          .code
          == "accepte.en-examen", "\(kind)")
    }
  }
}

/// In whatever order two events of one household come, it has the same identifier, and neither is
/// lost.
@Suite struct ArrivalTests {
  private static let couple =
    #""locataires":[{"nom":"Lefèvre","prenom":"Zoé"},{"nom":"Diallo","prenom":"Awa"}],"#
    + Fixture.dwelling
  private static let one = #""locataires":[{"nom":"LEFEVRE","prenom":"zoe"}],"# + Fixture.dwelling

  private static let events: [(EventKind, String, String, String)] = [
    (.saisineLibre, "ccas", one, Fixture.arrears),
    (.signalementCDP, "huissier", Fixture.commandement + "," + one, Fixture.cdp),
    (.saisineBailleurPM, "bailleur-social", Fixture.bail + "," + one, Fixture.arrears),
    (.signalementCDP, "etude-2", couple, Fixture.cdp),
  ]

  private func dossier(_ order: [Int]) throws -> Set<HouseholdID> {
    var counter = try Counter()
    for place in order {
      let (kind, sender, menage, fields) = Self.events[place]
      let answer = counter.publish(
        kind, from: sender, id: "e\(place)", menage: menage, fields)
      #expect(answer.code == "accepte")
    }
    return Set(counter.register.dossiers.keys)
  }

  @Test func whicheverSignalComesFirstTheDossierHasOneIdentifier() throws {
    let orders = [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [1, 0, 2], [0, 2, 1]]
    let all = try orders.map(dossier)
    #expect(Set(all).count == 1)
    #expect(all.first?.count == 1)
  }

  @Test func theSameNameAtAnotherDoorHasAnIdentifierOfItsOwn() throws {
    var counter = try Counter()
    let doors = ["apt 3", "apt 4"].map { door in
      counter.publish(
        .saisineLibre, from: "ccas",
        menage: Self.one.replacing("République\"", with: "République\",\"complement\":\"\(door)\""),
        Fixture.arrears)
    }
    #expect(doors.map(\.code) == ["accepte", "accepte"])
    #expect(Set(doors.map(\.dossier)).count == 2)
  }

  /// An address in another département is never a reason to refuse, whichever address came first.
  @Test(arguments: [[0, 1], [1, 0]])
  func aDwellingElsewhereIsTakenInAnyOrder(_ order: [Int]) throws {
    var counter = try Counter()
    let addresses = ["93066", "75056"]
    var codes: [String: String?] = [:]
    var transfers = 0
    for place in order {
      let menage =
        Fixture.commandement + "," + Fixture.household.replacing("93066", with: addresses[place])
      let answer = counter.publish(
        place == 0 ? .signalementCDP : .executionCQL, from: "huissier", id: "e\(place)",
        menage: menage, place == 0 ? Fixture.cdp : Sample.fields(.executionCQL))
      codes[addresses[place]] = answer.code
      transfers += answer.notices(.transfertPropose).count
    }
    #expect(codes == ["93066": "accepte", "75056": "accepte.autre-departement"])
    #expect(transfers == 1)
    #expect(counter.register.dossiers.count == 1)
    #expect(counter.register.dossiers.values.first?.commune == "93066")
  }
}
