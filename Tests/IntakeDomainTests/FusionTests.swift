import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// SC12: two households are joined by error, and parted again: nothing of one stays in the other.
@Suite struct FusionTests {
  private static let martinA = people("A", "1 rue A")
  private static let martinB = people("B", "1 rue A")

  private static func people(_ first: String, _ voie: String) -> String {
    #""locataires":[{"nom":"Martin","prenom":"\#(first)"}],"logement":{"insee":"93066","voie":"\#(voie)"}"#
  }

  /// Two dossiers, with two étude and two landlords.
  private struct Two {
    var counter: Counter
    let one: HouseholdID
    let other: HouseholdID

    init() throws {
      counter = try Counter()
      let first = counter.publish(
        .signalementCDP, from: "huissier", id: "a1",
        menage: Fixture.commandement + "," + FusionTests.martinA, Fixture.cdp)
      let second = counter.publish(
        .saisineBailleurPM, from: "bailleur-social", id: "b1",
        menage: Fixture.bail + "," + FusionTests.martinB, Fixture.arrears)
      one = try #require(first.dossier)
      other = try #require(second.dossier)
      #expect(one != other)
    }

    mutating func erase(_ isErased: Bool) throws {
      var dossier = try #require(counter.register.dossiers[one])
      dossier.isErased = isErased
      counter.register.keep(dossier)
    }

    mutating func decide(_ kind: EventKind, _ id: String) -> Answered {
      counter.publish(
        kind, from: "ccapex", id: id, menage: #""dossier":"\#(other)""#,
        #""date":"2018-02-04","autre":"\#(one)","motif":"homonymes""#)
    }
  }

  @Test func withAnErasedDossierNothingIsJoinedAndNothingParted() throws {
    var two = try Two()
    try two.erase(true)
    #expect(two.decide(.dossierFusion, "f").code == Receipt.Code.dossierErased.word)
    try two.erase(false)
    #expect(two.decide(.dossierFusion, "g").code == "accepte")
    try two.erase(true)
    #expect(two.decide(.dossierSeparation, "s").code == Receipt.Code.dossierErased.word)
  }

  @Test func aFusionMovesEverythingAndASeparationRestoresEverything() throws {
    var two = try Two()
    let before = two.counter.told()
    let dossiers = two.counter.register.dossiers
    let joined = two.decide(.dossierFusion, "f")
    #expect(joined.code == "accepte")
    #expect(joined.dossier == two.other)
    #expect(two.counter.told(two.one).isEmpty)
    let debts = two.counter.told(two.other).filter { $0.service == .debtSettlement }
    #expect(debts.contains { $0.type == EventKind.signalementCDP.type })
    #expect(debts.contains { $0.type == EventKind.saisineBailleurPM.type })

    let parted = two.decide(.dossierSeparation, "s")
    #expect(parted.code == "accepte")
    #expect(two.counter.told() == before)
    #expect(two.counter.register.dossiers == dossiers)
    #expect(two.counter.register.changes.fusions.map(\.action) == [.fusion, .separation])
    #expect(two.counter.register.changes.fusions.first?.because == "homonymes")
  }

  @Test func theActsKeepTheirPlaceWhereverTheyAreTold() throws {
    var two = try Two()
    let roots = Set(two.counter.told(two.one).map(\.root))
    _ = two.decide(.dossierFusion, "f")
    let after = Set(two.counter.told(two.other).map(\.root))
    #expect(roots.count == 2)
    #expect(roots.isSubset(of: after))
  }

  @Test func whatCameMeanwhileGoesToWhomItIsAbout() throws {
    var two = try Two()
    _ = two.decide(.dossierFusion, "f")
    // By its reference; by a quoted dossier, from the étude of the other; by its own landlord.
    let byReference = two.counter.publish(
      .executionCQL, from: "huissier", id: "a2", menage: Fixture.commandement,
      Sample.fields(.executionCQL))
    let bySender = two.counter.publish(
      .executionCFPDemande, from: "huissier", id: "a3", menage: #""dossier":"\#(two.other)""#,
      Sample.fields(.executionCFPDemande))
    let ownLandlord = two.counter.publish(
      .apurementPlan, from: "bailleur-social", id: "b2", menage: #""dossier":"\#(two.one)""#,
      Sample.fields(.apurementPlan))
    #expect(
      [byReference.dossier, bySender.dossier, ownLandlord.dossier]
        == [two.other, two.other, two.other])
    _ = two.decide(.dossierSeparation, "s")
    func acts(_ household: HouseholdID) -> Set<String> {
      Set(
        two.counter.told(household).filter { $0.type != DossierOpened.type }
          .map { String($0.root.dropFirst(15)) })
    }
    #expect(acts(two.one) == ["huissier/a1", "huissier/a2", "huissier/a3"])
    #expect(acts(two.other) == ["bailleur-social/b1", "bailleur-social/b2"])
  }

  @Test func afterASeparationNothingOfOneStandsInTheOther() throws {
    var two = try Two()
    _ = two.decide(.dossierFusion, "f")
    _ = two.decide(.dossierSeparation, "s")
    #expect(two.counter.told(two.other).allSatisfy { !$0.data.contains("298500") })
    #expect(two.counter.told(two.other).allSatisfy { !$0.data.contains("huissier") })
    #expect(two.counter.told(two.one).allSatisfy { !$0.data.contains("295000") })
    #expect(two.counter.told(two.one).allSatisfy { !$0.data.contains("bailleur-social") })
    #expect(two.counter.register.dossiers[two.other]?.tenants.map(\.prenom) == ["B"])
  }

  @Test func thePartnersOfTheOtherDossierLearnItsReference() throws {
    var two = try Two()
    let joined = two.decide(.dossierFusion, "f")
    #expect(
      joined.notices.filter { $0.notice.code == .referenceChangee }.map(\.to)
        == [.user("huissier")])
    #expect(joined.notices(.referenceChangee).map(\.dossier) == [two.other])
    let parted = two.decide(.dossierSeparation, "s")
    #expect(parted.notices(.referenceChangee).map(\.dossier) == [two.one])
  }

  @Test func aRectificationInsideAFusionSurvivesTheSeparation() throws {
    var two = try Two()
    _ = two.decide(.dossierFusion, "f")
    let answer = two.counter.publish(
      .rectification, from: "huissier", id: "r", menage: Fixture.commandement,
      #""date":"2018-02-05","evenement":"a1","type":"signalement.cdp","donnees":"{"#
        + Fixture.cdp.replacing("298500", with: "111100").replacing("\"", with: "\\\"") + "}\"")
    #expect(answer.dossier == two.other)
    _ = two.decide(.dossierSeparation, "s")
    #expect(two.counter.told(two.one).contains { $0.data.contains("111100") })
    #expect(two.counter.told().allSatisfy { !$0.data.contains("298500") })
    #expect(two.counter.told(two.other).allSatisfy { !$0.data.contains("111100") })
  }

  @Test func whatCannotBeJoinedOrPartedIsRefused() throws {
    var two = try Two()
    #expect(two.decide(.dossierSeparation, "s0").code == "separation.impossible")
    _ = two.decide(.dossierFusion, "f")
    let before = two.counter.told()
    #expect(two.decide(.dossierFusion, "f2").code == "fusion.impossible")
    let itself = two.counter.publish(
      .dossierFusion, from: "ccapex", menage: #""dossier":"\#(two.other)""#,
      #""date":"2018-02-04","autre":"\#(two.other)""#)
    #expect(itself.code == "fusion.impossible")
    #expect(two.counter.told() == before)
  }
}
