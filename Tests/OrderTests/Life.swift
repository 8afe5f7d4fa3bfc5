import Contracts
import IntakeDomain
import Testing
import Vocabulary

/// The life of one household, as its partners tell it: the events of a scenario of the field.
struct Life: Sendable, CustomTestStringConvertible {
  let name: String
  let events: [Event]

  var testDescription: String { name }

  /// One event, as published.
  struct Event: Sendable, Hashable {
    let id: String, sender: String, kind: EventKind, body: String
    /// The day of the act.
    let day: Day
  }

  /// The last day that an event names, or a little later: the day on which all of them may be told.
  let toldOn: Day

  static func desk() throws -> IntakeHandler {
    let territory = try Territory(
      departement: "93",
      communes: "insee,nom,departement,arrondissement,depuis,jusque,devient\n"
        + "93066,Saint-Denis,93,933,,,\n")
    var charter = IntakeCharter()
    charter.commissions = Commissions([
      .init("93066", in: "saint-denis", during: Day(ordinal: 0)...Day(ordinal: 100_000))
    ])
    @Sendable func hash(_ text: String) -> UInt64 {
      text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    return IntakeHandler(
      partners: PartnerDirectory(
        Dictionary(uniqueKeysWithValues: PartnerKind.allCases.map { ($0.rawValue, $0) })),
      territory: territory, charters: ByVersion(always: charter),
      digest: { String(hash($0), radix: 16) },
      // One household a world: its identifier must not tell which event came first.
      identify: { _ in HouseholdID(high: 7, low: 7) })
  }

  /// Events from lines `sender kind {fields}`; every one names the household.
  init(_ name: String, toldOn: String, _ lines: [(sender: PartnerKind, EventKind, String)]) {
    self.name = name
    self.toldOn = Day(toldOn) ?? Day(ordinal: 0)
    events = lines.enumerated().map { place, line in
      Event(
        id: "\(name)-\(place)", sender: line.sender.rawValue, kind: line.1,
        body: "{\"menage\":\(Self.menage),\(line.2)}", day: Self.actDay(line.2))
    }
  }

  /// Every payload begins with the day of its act.
  private static func actDay(_ fields: String) -> Day {
    fields.split(separator: "\"").lazy.compactMap { Day($0) }.first ?? Day(ordinal: 0)
  }

  private static let menage = """
    {"bail":{"siret":"73282932000074","contrat":"L-2031"},\
    "locataires":[{"nom":"Lefèvre","prenom":"Zoé","naissance":"1984-05-02"}],\
    "logement":{"insee":"93066","voie":"12 rue des Lilas"}}
    """
}
