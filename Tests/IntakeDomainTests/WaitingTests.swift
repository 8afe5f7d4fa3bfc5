import Contracts
import Testing
import Vocabulary

@testable import IntakeDomain

/// An event that comes before its dossier waits for it, and nothing of it is lost.
@Suite struct WaitingTests {
  private static let payment = #""date":"2018-02-03","echeance":1,"montant":7000"#
  private static let deposit = #""date":"2018-02-02""#

  /// Events by what they name, and the code of the only receipt that they get.
  struct Early: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let menage: String
    var kind = EventKind.apurementVersement
    let code: String
  }

  @Test(arguments: [
    Early(testDescription: "household", menage: Fixture.household, code: "accepte.en-attente"),
    Early(testDescription: "lease", menage: Fixture.bail, code: "accepte.en-attente"),
    Early(
      testDescription: "allocataire", menage: Fixture.allocataire, code: "accepte.en-attente"),
    Early(
      testDescription: "an unknown dossier and the household",
      menage: #""dossier":"00000000-0000-8000-8000-000000000001","# + Fixture.household,
      code: "dossier.inconnu"),
    // A first signal from elsewhere opens a dossier, until its département has it: so this waits
    // for it.
    Early(
      testDescription: "a dwelling elsewhere",
      menage: Fixture.household.replacing("93066", with: "75056"), code: "accepte.en-attente"),
    Early(
      testDescription: "a lease, of a request of access", menage: Fixture.bail,
      kind: .donneesAcces, code: "dossier.inconnu"),
  ])
  func whatMayBeRecognisedLaterWaits(_ early: Early) throws {
    var counter = try Counter()
    let sender = early.kind == .donneesAcces ? "ccapex" : "bailleur-social"
    let answer = counter.publish(
      early.kind, from: sender, menage: early.menage, Sample.fields(early.kind))
    let waits = early.code == "accepte.en-attente"
    #expect(answer.code == early.code)
    #expect(answer.dossier == nil)
    #expect(answer.decision.outgoing.count == 1)
    #expect(counter.register.waiting.isEmpty != waits)
    #expect(answer.text.contains("2018-04-06") == waits)
    #expect(answer.armed["evenement-en-attente"]?.due == (waits ? day("2018-04-06") : nil))
  }

  @Test func whatWaitedIsTakenInWithTheSignalInTheOrderOfTheActs() throws {
    var counter = try Counter()
    _ = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.household,
      Self.payment)
    _ = counter.publish(
      .surendettementDepot, from: "banque-de-france", id: "d", menage: Fixture.household,
      Self.deposit)
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "s", on: "2018-02-07", menage: Fixture.household,
      Fixture.cdp)
    #expect(signal.receipts.map(\.evenement) == ["s", "d", "p"])
    #expect(signal.receipts.map(\.code) == ["accepte", "accepte", "accepte"])
    #expect(signal.receipts.allSatisfy { $0.dossier == signal.dossier })
    #expect(
      signal.receipts.map(\.recu) == [day("2018-02-07"), day("2018-02-05"), day("2018-02-05")])
    #expect(signal.receivers(of: .apurementVersement) == [.debtSettlement])
    #expect(counter.register.waiting.isEmpty)
    #expect(signal.disarmed == ["evenement-en-attente"])
    let place = signal.decision.outgoing.first { $0.type == EventKind.apurementVersement.type }
    #expect(place?.chain?.root.hasPrefix("2018-02-03") == true, "the act's own day decides")
    #expect(
      counter.register.receptions.values.allSatisfy { $0.household == signal.dossier })
  }

  /// What the services know at the end does not tell which came first.
  @Test(arguments: [0, 1, 2])
  func theServicesHearTheSameInAnyOrder(_ turn: Int) throws {
    let events: [(EventKind, String, String)] = [
      (.signalementCDP, "huissier", Fixture.cdp),
      (.apurementVersement, "bailleur-social", Self.payment),
      (.surendettementDepot, "banque-de-france", Self.deposit),
    ]
    func told(_ order: [Int]) throws -> Set<String> {
      var counter = try Counter()
      for place in order {
        let (kind, sender, fields) = events[place]
        _ = counter.publish(
          kind, from: sender, id: "e\(place)", menage: Fixture.household, fields)
      }
      return Set(
        counter.told().filter { $0.type != DossierOpened.type }.map { $0.root + $0.data })
    }
    let order = Array((events.indices.map { ($0 + turn) % events.count }).reversed())
    #expect(try told(order) == told([0, 1, 2]))
  }

  @Test func oneThatNamesAnotherReferenceBringsWhatWaitedForThat() throws {
    var counter = try Counter()
    _ = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.bail, Self.payment)
    _ = counter.publish(
      .surendettementDepot, from: "banque-de-france", id: "d",
      menage: Fixture.household + "," + Fixture.bail, Self.deposit)
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "s", menage: Fixture.household, Fixture.cdp)
    #expect(signal.receipts.map(\.evenement) == ["s", "d", "p"])
    #expect(counter.register.waiting.isEmpty)
  }

  @Test func whatIsOfAnotherHouseholdGoesOnWaiting() throws {
    var counter = try Counter()
    _ = counter.publish(
      .apurementVersement, from: "bailleur-social", menage: Fixture.bail, Self.payment)
    let signal = counter.publish(
      .signalementCDP, from: "huissier", menage: Fixture.household, Fixture.cdp)
    #expect(signal.receipts.count == 1)
    #expect(counter.register.waiting.count == 1)
  }

  @Test func aRectificationThatGivesTheReferenceBringsIt() throws {
    var counter = try Counter()
    _ = counter.publish(
      .signalementCDP, from: "huissier", id: "s", menage: Fixture.household, Fixture.cdp)
    _ = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.bail, Self.payment)
    let correction = counter.publish(
      .rectification, from: "huissier", id: "r", menage: Fixture.household,
      rectifying("s", .signalementCDP, Fixture.household + "," + Fixture.bail, Fixture.cdp))
    #expect(correction.receipts.map(\.evenement) == ["r", "p"])
    #expect(correction.receivers(of: .apurementVersement) == [.debtSettlement])
  }

  @Test func oneThatWaitsCanBeRectifiedAndWithdrawn() throws {
    var counter = try Counter()
    _ = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.bail, Self.payment)
    let fixed = counter.publish(
      .rectification, from: "bailleur-social", id: "r", menage: Fixture.bail,
      rectifying("p", .apurementVersement, Fixture.household, Self.payment))
    #expect(fixed.code == "accepte.attente-rectifiee")
    #expect(counter.register.waiting.values.map(\.menage.bail) == [nil])
    let signal = counter.publish(
      .signalementCDP, from: "huissier", id: "s", menage: Fixture.household, Fixture.cdp)
    #expect(signal.receipts.map(\.evenement) == ["s", "p"])

    var other = try Counter()
    _ = other.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.bail, Self.payment)
    let gone = other.publish(
      .rectification, from: "bailleur-social", id: "r", menage: Fixture.bail,
      #""date":"2018-02-05","evenement":"p","type":"apurement.versement""#)
    #expect(gone.code == "accepte.attente-rectifiee")
    #expect(gone.disarmed == ["evenement-en-attente"])
    #expect(other.register.waiting.isEmpty)
  }

  @Test func whereNoDossierOpensTheSenderIsRefusedAtTheEnd() throws {
    var counter = try Counter()
    let first = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.bail, Self.payment)
    let end = try expire(first, in: &counter)
    #expect(end.code == "dossier.inconnu")
    #expect(end.receipts.first?.statut == .refuse)
    #expect(end.receipts.first?.evenement == "p")
    #expect(end.receipts.first?.recu == day("2018-02-05"))
    #expect(end.decision.outgoing.map(\.destination) == [.user("bailleur-social")])
    #expect(counter.register.waiting.isEmpty)
    #expect(counter.register.receptions.values.map(\.status) == [.refuse])
    #expect(try expire(first, in: &counter).decision == Decision(), "it is answered once")
  }

  @Test func aDuplicateOfOneThatWaitsChangesNothing() throws {
    var counter = try Counter()
    _ = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", menage: Fixture.bail, Self.payment)
    let register = counter.register
    let again = counter.publish(
      .apurementVersement, from: "bailleur-social", id: "p", on: "2018-02-06",
      menage: Fixture.bail, Self.payment)
    #expect(again.code == "doublon")
    #expect(again.text.contains("attend"))
    #expect(counter.register == register)
  }

  @Test func aSenderMayHaveSoManyWaiting() throws {
    let most = IntakeHandler.mostWaiting
    var counter = try Counter()
    counter.register = Register(waitingBySender: ["bailleur-social": most - 1])
    let last = counter.publish(
      .apurementVersement, from: "bailleur-social", menage: Fixture.bail, Self.payment)
    let beyond = counter.publish(
      .apurementVersement, from: "bailleur-social", menage: Fixture.bail, Self.payment)
    let other = counter.publish(
      .apurementVersement, from: "bailleur-prive", menage: Fixture.bail, Self.payment)
    #expect(
      [last, beyond, other].map(\.code) == [
        "accepte.en-attente", "dossier.inconnu", "accepte.en-attente",
      ])
    #expect(beyond.text.contains("trop"))
  }

  private func rectifying(
    _ event: String, _ kind: EventKind, _ menage: String, _ fields: String
  ) -> String {
    let data = "{\"menage\":{\(menage)},\(fields)}".replacing("\"", with: "\\\"")
    return "\"date\":\"2018-02-05\",\"evenement\":\"\(event)\",\"type\":\"\(kind.rawValue)\","
      + "\"donnees\":\"\(data)\""
  }

  private func expire(_ waiting: Answered, in counter: inout Counter) throws -> Answered {
    guard
      case .arm(let kind, let deadline, let firesOn, let ticket) = try #require(
        waiting.decision.deadlines.first)
    else { throw Absent() }
    let message = Message(
      id: "intake/\(ticket)/\(kind)/1", source: "amont/intake/deadlines",
      type: DeadlineFired.type, household: ticket, occurredOn: firesOn,
      data: Array(try Wire.encode(DeadlineFired(kind: kind, deadline: deadline)).utf8))
    return Answered(
      counter.desk.decide(counter.desk.read(message), on: firesOn, in: &counter.register))
  }

  private struct Absent: Error {}
}
