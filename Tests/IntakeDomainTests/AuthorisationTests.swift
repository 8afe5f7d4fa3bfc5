import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

@Suite struct AuthorisationTests {
  @Test(arguments: EventKind.allCases, PartnerKind.allCases)
  func aPartnerPublishesItsOwnEventsAndNoOther(_ kind: EventKind, _ partner: PartnerKind) throws {
    var counter = try Counter()
    let signal = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.bail + "," + Fixture.household, Fixture.cdp
    )
    if partner == .autreCCAPEX, kind == .dossierTransfert {
      // It answers where the dossier was proposed to it.
      let proposal = Sample.fields(kind)
      #expect(
        counter.publish(kind, from: "ccapex", menage: Fixture.bail, proposal).code == "accepte")
    }
    let answer = counter.publish(
      kind, from: partner.rawValue, menage: Fixture.bail, Self.fields(kind, from: partner))
    if kind.senders.contains(partner), let code = Self.answersOfIntake[kind] {
      // What intake itself carries out is about an event or a dossier that is not there.
      #expect(answer.code == code)
      #expect(answer.decision.outgoing.count == 1)
    } else if kind.senders.contains(partner) {
      #expect(answer.code == "accepte", "\(answer.text)")
      #expect(answer.dossier == signal.dossier)
      #expect(answer.receivers(of: kind) == kind.owners)
    } else {
      #expect(answer.code == "expediteur.non-autorise")
      #expect(answer.decision.outgoing.count == 1)
      #expect(!answer.isQuarantined)
    }
  }

  /// Another commission proposes nothing here: it answers.
  private static func fields(_ kind: EventKind, from partner: PartnerKind) -> String {
    let fields = Sample.fields(kind)
    return partner == .autreCCAPEX ? fields.replacing("propose", with: "recu") : fields
  }

  private static let answersOfIntake: [EventKind: String] = [
    .dossierFusion: "dossier.inconnu", .dossierSeparation: "separation.impossible",
    .rectification: "evenement.inconnu",
  ]

  @Test(arguments: EventKind.allCases)
  func anEventThatOpensNoDossierWaitsForOne(_ kind: EventKind) throws {
    var counter = try Counter()
    let sender = try #require(kind.senders.min { $0.rawValue < $1.rawValue })
    let answer = counter.publish(
      kind, from: sender.rawValue, menage: Fixture.household, Self.fields(kind, from: sender))
    let refusal = kind == .rectification ? "evenement.inconnu" : "dossier.inconnu"
    let otherwise = kind.owners.isEmpty ? refusal : "accepte.en-attente"
    #expect(answer.code == (kind.opensDossier ? "accepte" : otherwise))
    #expect(answer.openings.isEmpty != kind.opensDossier)
    #expect(counter.register.dossiers.isEmpty != kind.opensDossier)
  }

  @Test(arguments: ["inconnu", "Caf", "caf "])
  func anUnknownAccountIsRefusedAndShownToAnOperator(_ sender: String) throws {
    var counter = try Counter()
    let answer = counter.publish(
      .signalementCDP, from: sender, menage: Fixture.household, Fixture.cdp)
    #expect(answer.code == "expediteur.inconnu")
    #expect(answer.isQuarantined)
    #expect(answer.decision.outgoing.map(\.destination) == [.user(sender)])
  }
}
