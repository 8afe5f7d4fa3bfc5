import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// An event was wrong: what the services know afterwards is what they would know had it been right.
@Suite struct RectificationTests {
  private static func menage(_ voie: String, _ insee: String = "93066") -> String {
    Fixture.commandement
      + #","locataires":[\#(Fixture.tenant)],"logement":{"insee":"\#(insee)","voie":"\#(voie)"}"#
  }

  private static func donnees(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\\\"") + "\""
  }

  private static func correction(
    _ event: String, _ type: EventKind = .signalementCDP, _ data: String? = nil
  ) -> String {
    #""date":"2018-02-05","evenement":"\#(event)","type":"\#(type.rawValue)""#
      + (data.map { ",\"donnees\":" + donnees($0) } ?? "")
  }

  @Test func aCorrectedEventLeavesWhatTheRightOneWouldHaveLeft() throws {
    let right = Fixture.cdp.replacing("298500", with: "310000")
    var wrong = try Counter()
    let first = wrong.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Self.menage("1 rue A"), Fixture.cdp)
    _ = wrong.publish(
      .saisineLibre, from: "ccas", id: "x2", menage: Self.menage("1 rue A"), Fixture.arrears)
    let answer = wrong.publish(
      .rectification, from: "huissier", id: "r1", menage: Fixture.commandement,
      Self.correction("x1", .signalementCDP, "{\(right)}"))
    #expect(answer.code == "accepte")
    #expect(answer.dossier == first.dossier)
    #expect(answer.text.contains("recalculées"))

    var sound = try Counter()
    _ = sound.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Self.menage("1 rue A"), right)
    _ = sound.publish(
      .saisineLibre, from: "ccas", id: "x2", menage: Self.menage("1 rue A"), Fixture.arrears)
    #expect(wrong.told() == sound.told())
    #expect(wrong.register.dossiers == sound.register.dossiers)
    // What is new goes before what is taken back, and only what changed is told.
    let types = answer.decision.outgoing.dropFirst().map(\.type)
    #expect(types.filter { $0 == Recall.type }.count == 3)
    #expect(types.filter { $0 == EventKind.signalementCDP.type }.count == 3)
    #expect(types.count == 6)
    #expect(types.suffix(3).allSatisfy { $0 == Recall.type })
  }

  @Test func aRectifiedAddressChangesTheCommissionForEverybody() throws {
    // SC11: the address does not exist; the right one lies in another commune.
    var counter = try Counter()
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Self.menage("12 rue des Lilas"),
      Fixture.cdp)
    let other = counter.publish(
      .saisineLibre, from: "ccas", id: "x2", menage: Fixture.commandement, Fixture.arrears)
    #expect(other.dossier == signal.dossier)
    let fixed =
      "{\"menage\":{\(Self.menage("12 allée des Lilas", "93008"))},\(Fixture.cdp)}"
    let answer = counter.publish(
      .rectification, from: "ccapex", id: "r1",
      menage: #""dossier":"\#(signal.dossier?.description ?? "")""#,
      Self.correction("x1", .signalementCDP, fixed))
    #expect(answer.code == "accepte")
    #expect(answer.text.contains("change de commission"))
    #expect(answer.openings[.sagaOrchestrator]?.commission == "arrondissement-bobigny")
    #expect(answer.openings[.sagaOrchestrator]?.commune == "93008")
    #expect(answer.openings[.socialDiagnosis]?.menage?.logement?.voie == "12 allée des Lilas")
    let goodbye = answer.notices(.avisSansObjet)
    #expect(goodbye.map(\.commission) == ["arrondissement-saint-denis"])
    #expect(answer.notices(.signalementRecu).map(\.commission) == ["arrondissement-bobigny"])
    let openings = counter.told().filter { $0.type == DossierOpened.type }
    #expect(!openings.isEmpty)
    #expect(openings.allSatisfy { !$0.data.contains("saint-denis") })
    // The old address recognises nobody any more, the new one does.
    let tenant = #""locataires":[\#(Fixture.tenant)],"logement":"#
    let again = counter.publish(
      .saisineLibre, from: "menage",
      menage: tenant + #"{"insee":"93008","voie":"12 allée des Lilas"}"#, Fixture.arrears)
    #expect(again.dossier == signal.dossier)
    let old = counter.publish(
      .saisineLibre, from: "menage",
      menage: tenant + #"{"insee":"93066","voie":"12 rue des Lilas"}"#, Fixture.arrears)
    #expect(old.dossier != signal.dossier)
  }

  @Test func aWithdrawnEventLeavesNothing() throws {
    var counter = try Counter()
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Self.menage("1 rue A"), Fixture.cdp)
    let answer = counter.publish(
      .rectification, from: "huissier", id: "r1", menage: Fixture.commandement,
      Self.correction("x1"))
    #expect(answer.code == "accepte")
    #expect(counter.told().isEmpty)
    let dossier = try #require(signal.dossier.flatMap { counter.register.dossiers[$0] })
    #expect(dossier.isWithdrawn)
    #expect(dossier.tenants.isEmpty)
    #expect(answer.notices(.avisSansObjet).count == 1)
    // The same act published anew opens another dossier: nothing leads to the old one.
    let anew = counter.publish(
      .signalementCDP, from: "huissier", id: "x9", menage: Self.menage("1 rue A"), Fixture.cdp)
    #expect(anew.dossier != signal.dossier)
    #expect(anew.openings.count == 5)
    // And what was withdrawn may be said again.
    let back = counter.publish(
      .rectification, from: "huissier", id: "r2", menage: Fixture.bail,
      Self.correction("x1", .signalementCDP, "{\(Fixture.cdp)}"))
    #expect(back.dossier == signal.dossier)
    #expect(!counter.told(signal.dossier).isEmpty)
  }

  @Test(arguments: [
    ("huissier", correction("x2"), "evenement.inconnu"),
    ("etude-2", correction("x1"), "evenement.inconnu"),
    ("caf", correction("x1"), "evenement.inconnu"),
    ("ccapex", correction("x2"), "evenement.inconnu"),
    ("huissier", correction("x1", .executionCQL), "evenement.autre-type"),
    ("huissier", correction("x1", .signalementCDP, "{"), "json.illisible"),
    ("huissier", correction("x1", .signalementCDP, "{}"), "champ.absent"),
    (
      "huissier",
      correction("x1", .signalementCDP, "{\(Fixture.cdp.replacing("298500", with: "0"))}"),
      "champ.invalide"
    ),
    // After the day on which the event came, it could not have been known.
    (
      "huissier",
      correction(
        "x1", .signalementCDP, "{\(Fixture.cdp.replacing("2018-02-02", with: "2018-02-06"))}"),
      "champ.invalide"
    ),
  ])
  func aRectificationThatIsNotSoundChangesNothing(
    _ sender: String, _ fields: String, _ code: String
  ) throws {
    var counter = try Counter()
    _ = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Self.menage("1 rue A"), Fixture.cdp)
    let before = counter.told()
    let dossiers = counter.register.dossiers
    let answer = counter.publish(
      .rectification, from: sender, id: "r1", on: "2018-02-10", menage: Fixture.commandement,
      fields)
    #expect(answer.code == code)
    #expect(answer.decision.outgoing.count == 1)
    #expect(counter.told() == before)
    #expect(counter.register.dossiers == dossiers)
  }

  @Test func anOldActMayStillBeRectified() throws {
    var counter = try Counter()
    _ = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Self.menage("1 rue A"), Fixture.cdp)
    let answer = counter.publish(
      .rectification, from: "huissier", id: "r1", on: "2023-02-10", menage: Fixture.commandement,
      #""date":"2023-02-09","evenement":"x1","type":"signalement.cdp","donnees":"#
        + Self.donnees("{\(Fixture.cdp.replacing("2018-02-02", with: "2018-01-31"))}"))
    #expect(answer.code == "accepte")
    #expect(
      counter.told().filter { $0.type == EventKind.signalementCDP.type }
        .allSatisfy { $0.root.hasPrefix("2018-01-31") })
  }

  @Test func referencesThatLeadElsewhereAreForAnOperator() throws {
    var counter = try Counter()
    let known = counter.publish(
      .saisineBailleurPM, from: "bailleur-social", id: "o2",
      menage: Fixture.bail
        + #","locataires":[{"nom":"Diallo","prenom":"Awa"}],"logement":{"insee":"93008","voie":"9 rue B"}"#,
      Fixture.arrears)
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "x1", menage: Self.menage("1 rue A"), Fixture.cdp)
    #expect(known.dossier != signal.dossier)
    let fixed = "{\"menage\":{\(Fixture.bail + "," + Self.menage("1 rue A"))},\(Fixture.cdp)}"
    let answer = counter.publish(
      .rectification, from: "huissier", id: "r1", menage: Fixture.commandement,
      Self.correction("x1", .signalementCDP, fixed))
    #expect(answer.dossier == signal.dossier)
    let doubt = try #require(counter.register.changes.doubts.last)
    #expect(doubt.reason == .referencesContradictoires)
    #expect(doubt.other == known.dossier)
  }
}
