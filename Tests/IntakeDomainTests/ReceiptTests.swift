import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

@Suite struct ReceiptTests {
  @Test func aDuplicateIsAnsweredWithTheFirstReceiptAndChangesNothing() throws {
    var counter = try Counter()
    let first = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Fixture.household, Fixture.cdp)
    let register = counter.register
    let again = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", on: "2019-02-05", menage: Fixture.household,
      Fixture.cdp)
    #expect(again.code == "doublon")
    #expect(again.receipts.first?.statut == .doublon)
    #expect(again.text.contains("(accepte)"))
    #expect(again.dossier == first.dossier)
    #expect(again.receipts.first?.recu == day("2018-02-05"))
    #expect(again.decision.outgoing.count == 1)
    #expect(counter.register == register)
  }

  @Test func theSameRefusalAgainKeepsItsFirstDay() throws {
    var counter = try Counter()
    _ = counter.publish(.signalementCDP, from: "huissier", id: "x1", menage: "", Fixture.cdp)
    let first = counter.register.receptions
    let again = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", on: "2018-02-09", menage: "", Fixture.cdp)
    #expect(again.receipts.first?.statut == .refuse)
    #expect(counter.register.receptions == first)
  }

  /// By its envelope alone: whatever else may be wrong with the event, or with the register.
  @Test func anEventThatEndsInQuarantineIsAnsweredWithAReference() throws {
    let desk = try Counter().desk
    let message = Message(
      id: "x1", source: "partner/huissier", type: "anything", occurredOn: day("2018-02-06"),
      sender: "huissier", data: [0xff], defect: EnvelopeDefect(.notStructured))
    let outgoing = desk.answerQuarantined(
      message, reference: "intake-0123456789abcdef", on: day("2018-02-07"))
    let answer = Answered(Decision(outgoing: outgoing))
    #expect(answer.code == "erreur.interne")
    let receipt = try #require(answer.receipts.first)
    #expect(receipt.statut == .refuse)
    #expect(receipt.evenement == "x1")
    #expect(receipt.reference == "intake-0123456789abcdef")
    #expect(receipt.texte.contains("intake-0123456789abcdef"))
    #expect(outgoing.map(\.destination) == [.user("huissier")])
    // Nobody to answer.
    let unsigned = Message(
      id: "x1", source: "partner/inconnu", type: "anything", occurredOn: day("2018-02-06"),
      data: [])
    #expect(desk.answerQuarantined(unsigned, reference: "r", on: day("2018-02-07")).isEmpty)
  }

  @Test func theSameIdentifierFromTwoSendersIsTwoEvents() throws {
    var counter = try Counter()
    let one = counter.publish(
      .signalementCDP, from: "huissier", id: "1", menage: Fixture.household, Fixture.cdp)
    let other = counter.publish(
      .signalementCDP, from: "etude-2", id: "1",
      menage:
        #""locataires":[{"nom":"B","prenom":"C"}],"logement":{"insee":"93008","voie":"1 rue A"}"#,
      Fixture.cdp)
    #expect(one.dossier != other.dossier)
    #expect(counter.register.changes.receptions.count == 2)
  }

  @Test func theSameInputGivesTheSameDossiers() throws {
    func dossiers() throws -> Set<HouseholdID> {
      var counter = try Counter()
      for voie in ["1 rue A", "2 rue A", "3 rue A"] {
        _ = counter.publish(
          .saisineLibre, from: "ccas",
          menage:
            #""locataires":[{"nom":"B","prenom":"C"}],"logement":{"insee":"93008","voie":"\#(voie)"}"#,
          Fixture.arrears)
      }
      return Set(counter.register.dossiers.keys)
    }
    #expect(try dossiers() == dossiers())
    #expect(try dossiers().count == 3)
  }

  @Test func twoEventsOfOneHouseholdShareALock() throws {
    let desk = try Fixture.desk()
    func locks(_ menage: String) -> Set<String> {
      let message = Message(
        id: "1", source: "partner/caf", type: EventKind.signalementImpayeAPL.type,
        occurredOn: day("2018-02-05"), sender: "caf",
        data: Array("{\"menage\":{\(menage)},\(Fixture.arrears)}".utf8))
      return Set(desk.read(message).references?.locks ?? [])
    }
    #expect(
      !locks(Fixture.household).isDisjoint(
        with: locks(
          #""locataires":[{"nom":"X","prenom":"Y"}],"logement":{"insee":"93066","voie":"12b av République"}"#
        )))
    #expect(
      !locks(Fixture.bail + "," + Fixture.household).isDisjoint(
        with: locks(#""bail":{"siret":"73282932000074","contrat":"l 2031"}"#)))
    #expect(locks("").isEmpty)
  }

  @Test func keysOfPersonsAreDigests() throws {
    var counter = try Counter()
    _ = counter.publish(
      .saisineLibre, from: "ccas",
      menage: Fixture.bail + "," + Fixture.allocataire + "," + Fixture.household, Fixture.arrears)
    #expect(counter.register.changes.keys.count == 5)
    for holding in counter.register.changes.keys where holding.key.kind != .bail {
      #expect(!holding.key.value.contains("lefevre"))
      #expect(!holding.key.value.contains("123456"))
    }
  }
}
