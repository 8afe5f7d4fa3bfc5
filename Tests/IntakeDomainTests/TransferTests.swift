import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// A household of another département: two Amont speak to each other, each by the account that it
/// gave the other's commission.
@Suite struct TransferTests {
  /// Seine-et-Marne, with the commission of Seine-Saint-Denis among its partners.
  private static func other() throws -> IntakeHandler {
    let communes =
      "insee,nom,departement,arrondissement,depuis,jusque,devient\n"
      + "77284,Meaux,77,771,,,\n"
    return IntakeHandler(
      partners: PartnerDirectory(
        ["ccapex-93": .autreCCAPEX, "ccapex": .ccapex], territories: ["ccapex-93": ["93"]]),
      territory: try Territory(departement: "77", communes: communes),
      charters: .init(always: .init()),
      digest: { Fixture.hex($0) },
      identify: { HouseholdID(high: Fixture.hash("77" + $0), low: Fixture.hash($0)) })
  }

  private static let meaux =
    #""locataires":[\#(Fixture.tenant)],"logement":{"insee":"77284","voie":"3 rue des Écoles"}"#

  /// Summoned here, though its dwelling lies in Meaux.
  private func summoned(_ counter: inout Counter) throws -> HouseholdID {
    _ = counter.publish(.signalementCDP, from: "huissier", menage: Self.meaux, Fixture.cdp)
    let answer = counter.publish(
      .tribunalAssignation, from: "huissier", menage: Self.meaux,
      Sample.fields(.tribunalAssignation))
    return try #require(answer.dossier)
  }

  private func propose(_ dossier: HouseholdID, _ counter: inout Counter) -> Answered {
    counter.publish(
      .dossierTransfert, from: "ccapex", menage: #""dossier":"\#(dossier)""#,
      #""date":"2018-02-05","etape":"propose","departement":"77""#)
  }

  @Test func theOtherCommissionReceivesTheMinimumAndAnswers() throws {
    var here = try Counter()
    let dossier = try summoned(&here)
    let proposed = propose(dossier, &here)
    let sent = try #require(proposed.notices(.transfertARecevoir).first)
    #expect(sent.dossier == dossier && sent.departement == "93" && sent.stade == .assignation)
    #expect(sent.menage?.locataires?.map(\.nom) == ["Lefèvre"])
    #expect(sent.menage?.logement?.insee == "77284" && sent.menage?.bail == nil)
    #expect(sent.montant == nil && sent.diagnostic == nil)
    #expect(proposed.isSent(.transfertARecevoir, to: .user("autre-ccapex")))

    // There it is a dossier of its own, and the receipt says which.
    var there = Counter(try Self.other())
    let household = try Wire.encode(
      Identification(locataires: sent.menage?.locataires, logement: sent.menage?.logement))
    let taken = there.publish(
      .dossierAccueil, from: "ccapex-93", menage: String(household.dropFirst().dropLast()),
      #""date":"2018-02-05","departement":"93","reference":"\#(dossier)","stade":"assignation""#)
    #expect(
      taken.receipts.first?.statut == .accepte && taken.dossier != nil && taken.dossier != dossier)
    #expect(taken.openings.count == 5)
    #expect(taken.receipts.first?.avertissements == nil)

    let received = here.publish(
      .dossierTransfert, from: "autre-ccapex", menage: #""dossier":"\#(dossier)""#,
      #""date":"2018-02-05","etape":"recu","departement":"77""#)
    #expect(received.receipts.first?.statut == .accepte)
    #expect(received.disarmed == [IntakeHandler.transferReceipt])
    // Of one day, the receipt comes after the proposal: so the saga closes the dossier.
    let places = [proposed, received].compactMap { answer in
      answer.decision.outgoing.first { $0.type == EventKind.dossierTransfert.type }?.chain
    }
    #expect(places.count == 2 && places[0] < places[1])
  }

  @Test(arguments: [
    // It proposes nothing here, and answers for itself only.
    (#""etape":"propose","departement":"77""#, false),
    (#""etape":"recu","departement":"78""#, false),
    (#""etape":"recu","departement":"77""#, true), (#""etape":"refuse","departement":"77""#, true),
  ])
  func anotherCommissionAnswersForItselfOnly(_ stage: String, _ isTaken: Bool) throws {
    var here = try Counter()
    let dossier = try summoned(&here)
    _ = propose(dossier, &here)
    let answer = here.publish(
      .dossierTransfert, from: "autre-ccapex", menage: #""dossier":"\#(dossier)""#,
      #""date":"2018-02-05","# + stage)
    #expect((answer.receipts.first?.statut == .accepte) == isTaken)
    if !isTaken { #expect(answer.code == Receipt.Code.senderNotAllowed.word) }
  }

  @Test(arguments: [
    // What was proposed to it, whether it answers, whether its answer is taken.
    (nil, #""etape":"recu""#, false), ("78", #""etape":"recu""#, false),
    (nil, #""etape":"refuse""#, false), ("77", #""etape":"recu""#, true),
  ])
  func aReceiptOfWhatWasNotProposedMovesNothing(
    _ proposed: String?, _ stage: String, _ isTaken: Bool
  ) throws {
    var here = try Counter()
    // Its dwelling lies here: nothing proposes it by itself.
    let dossier = try #require(
      here.publish(
        .signalementCDP, from: "huissier", menage: Fixture.landlord + "," + Fixture.household,
        Fixture.cdp
      ).dossier)
    let menage = #""dossier":"\#(dossier)""#
    if let proposed {
      _ = here.publish(
        .dossierTransfert, from: "ccapex", menage: menage,
        #""date":"2018-02-05","etape":"propose","departement":"\#(proposed)""#)
    }
    let answer = here.publish(
      .dossierTransfert, from: "autre-ccapex", menage: menage,
      #""date":"2018-02-05","departement":"77","# + stage)
    #expect((answer.receipts.first?.statut == .accepte) == isTaken)
    #expect(answer.isSent(.procedureClose, to: .kind(.menage)) == isTaken)

    // Its own commission may be mistaken, too: then it is asked to look.
    let own = here.publish(
      .dossierTransfert, from: "ccapex", menage: menage,
      #""date":"2018-02-05","departement":"95","etape":"recu""#)
    #expect(own.receipts.first?.statut == .accepte)
    #expect(!own.isSent(.procedureClose, to: .kind(.menage)))
    #expect(own.isSent(.transfertEnRetard, to: .kind(.ccapex)))
  }

  @Test func theReceiptIsWatchedUntilItComes() throws {
    var here = try Counter()
    let dossier = try summoned(&here)
    var armed = propose(dossier, &here).armed
    for day in ["2018-03-08", "2018-04-10"] {
      let deadline = try #require(armed[IntakeHandler.transferReceipt])
      let fired = Message(
        id: "fired-\(day)", source: IntakeHandler.deadlines, type: DeadlineFired.type,
        household: dossier, occurredOn: IntakeDomainTests.day(day),
        data: Array(
          try Wire.encode(
            DeadlineFired(kind: IntakeHandler.transferReceipt, deadline: deadline)
          ).utf8))
      let answer = here.take(fired, on: day)
      #expect(answer.isSent(.transfertEnRetard, to: .kind(.ccapex)))
      #expect(answer.isSent(.transfertEnRetard, to: .user("autre-ccapex")))
      armed = answer.armed
    }
  }
}

extension Answered {
  fileprivate func isSent(_ code: Notice.Code, to reader: Destination) -> Bool {
    notices.contains { $0.to == reader && $0.notice.code == code }
  }
}
