import Casework
import Charte
import Contracts
import IntakeDomain
import LegalCalendar
import RehousingDomain
import Testing
import Vocabulary

@testable import Messaging
@testable import intake
@testable import rehousing

/// A changed Charte leaves running dossiers alone: the version of the day of opening decides.
@Suite("A dossier keeps the version under which it was opened") struct VersionTests {
  private static let household = HouseholdID(high: 1, low: 2)

  /// Asks for accommodation, ten days to answer in the first version and twenty in the second.
  private static func rehousing() throws -> Rehousing {
    let charte = try Sample.charte([
      ("2017-03-22", ["93066": "ouest"], ["relogement.hebergement": "10 jours"]),
      ("2018-01-01", ["93066": "ouest"], ["relogement.hebergement": "20 jours"]),
    ])
    return Rehousing(
      rules: charte.mapping {
        RehousingRules(calendar: .metropole, charter: RehousingCharter($0))
      })
  }

  private static func order(_ order: Order, on text: String) throws -> Message {
    let command = Command(order, on: day(text), because: "essai")
    return Message(
      id: "\(order.rawValue)-\(text)", source: ServiceName.sagaOrchestrator.source,
      type: Command.type, household: household, occurredOn: day(text),
      data: Array(try Wire.encode(command).utf8))
  }

  /// The last day for the SIAO's answer, by the orders in the order of their arrival.
  private static func due(_ orders: [(order: Order, on: String)]) throws -> Day? {
    let service = try rehousing()
    var workspace = HouseholdWorkspace<RehousingFile>([:], journals: [:])
    for (order, on) in orders {
      _ = service.decide(try Self.order(order, on: on), on: day(on), in: &workspace)
    }
    return workspace.journal(of: household).armed["accommodation.reply"]?.deadline.raw
  }

  @Test(
    "In a service: by the first act of which it heard, not by the day of the next step",
    arguments: [
      ([(Order.openAccommodation, "2017-12-20")], "2017-12-30"),
      ([(.openAccommodation, "2018-02-01")], "2018-02-21"),
      ([(.openRehousing, "2017-12-20"), (.openAccommodation, "2018-02-01")], "2018-02-11"),
      ([(.openRehousing, "2018-01-01"), (.openAccommodation, "2018-02-01")], "2018-02-21"),
      // The earlier order comes late: the dossier is older than it seemed, and is decided again.
      ([(.openAccommodation, "2018-02-01"), (.openRehousing, "2017-12-20")], "2018-02-11"),
    ])
  func aServiceKeepsTheVersion(_ row: (orders: [(Order, String)], due: String)) throws {
    #expect(try Self.due(row.orders.map { (order: $0.0, on: $0.1) }) == day(row.due))
  }

  @Test(
    "At the door: a commune that changes its commission takes only new dossiers along",
    arguments: [
      (opened: "2017-12-20", commission: "ouest"), (opened: "2018-01-01", commission: "est"),
      (opened: "2018-02-01", commission: "est"),
    ])
  func intakeKeepsTheVersion(_ row: (opened: String, commission: String)) throws {
    let charte = try Sample.charte([
      ("2017-03-22", ["93066": "ouest"], [:]), ("2018-01-01", ["93066": "est"], [:]),
    ])
    let desk = IntakeHandler(
      partners: PartnerDirectory(["caf": .caf]),
      territory: Territory(
        departement: "93",
        communes: [Commune(insee: "93066", name: "Saint-Denis", departement: "93")]),
      charters: charte.mapping { IntakeCharter($0, of: charte) }, digest: { $0 },
      identify: { _ in Self.household })
    var register = Register()
    // The second event comes under the second version.
    for (id, on) in [("1", row.opened), ("2", "2018-03-01")] {
      _ = desk.decide(desk.read(try Self.signal(id, on: on)), on: day(on), in: &register)
    }
    #expect(register.dossiers[Self.household]?.openedOn == day(row.opened))
    #expect(register.dossiers[Self.household]?.commission == row.commission)
  }

  private static func signal(_ id: String, on text: String) throws -> Message {
    let menage = """
      {"allocataire":{"caisse":"931","numero":"0123456"},\
      "locataires":[{"nom":"Lefèvre","prenom":"Zoé"}],\
      "logement":{"insee":"93066","voie":"12 rue des Lilas"},\
      "bailleur":{"type":"personne-physique"}}
      """
    let data = """
      {"menage":\(menage),"date":"\(text)","dette":295000,"loyer":60000,"charges":9000}
      """
    return Message(
      id: id, source: "partner/caf", type: EventKind.signalementImpayeAPL.type,
      occurredOn: day(text), sender: "caf", data: Array(data.utf8))
  }
}
