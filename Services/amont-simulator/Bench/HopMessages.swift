import AMQP
import Contracts
import Vocabulary

/// The messages of the bench of one hop, as another service would send them: one dossier after the
/// other, each in its rank, and a share of them late. Pure.
struct HopMessages: Sendable {
  /// The type of a message, and of the answer to it.
  static let type = "amont.hop.v1"
  /// The sender.
  static let sender = ServiceName.sagaOrchestrator
  /// One kilobyte, as an ordinary message of ours.
  static let body = "{\"x\":\"" + String(repeating: "x", count: 1_000) + "\"}"
  /// The day of the first message of each dossier; each later one is of a later day, if not late.
  private static let firstDay = Day(ordinal: 17_400)
  /// The business day: after all of them.
  static let today = firstDay.adding(days: 1_000)
  /// Identifiers of so many digits sort in their order.
  private static let digits = 10
  /// A prime, so that every dossier has its turn: those of one transaction lie far from each other,
  /// save in the first round, which makes them.
  private static let stride = 7_919
  private static let bytes = Array(body.utf8)

  /// How many there are.
  let count: Int
  /// How many dossiers they are about.
  let dossiers: Int
  /// Of a hundred messages about a dossier that is known, how many come after one of a later act.
  var late = 0
  /// How many of the same kind were taken through before these.
  var before = 0
  /// What tells the dossiers of some messages from those of others in the same bench.
  var family = Family.traffic

  /// Messages of one purpose.
  enum Family: UInt64, Sendable { case traffic = 1, deadlines }

  /// How many will have been taken through.
  var total: Int { before + count }
  /// Their indexes.
  var indexes: Range<Int> { before..<total }

  /// The identifier of a message: a greater index sorts behind.
  func id(of index: Int) -> String {
    let number = String(index)
    return "hop-\(family.rawValue)-"
      + String(repeating: "0", count: max(0, Self.digits - number.count)) + number
  }

  /// The index that an identifier holds; `nil` for one of another sender.
  func index(of id: String) -> Int? {
    let prefix = "hop-\(family.rawValue)-"
    guard id.hasPrefix(prefix), let index = Int(id.dropFirst(prefix.count)),
      indexes.contains(index)
    else { return nil }
    return index
  }

  /// Whether a message comes after one of a later act: its dossier must be decided again.
  func isLate(_ index: Int) -> Bool {
    let round = index / dossiers
    return round > 0 && (index + round) % 100 < late
  }

  /// How many come late.
  var lateCount: Int { late == 0 ? 0 : indexes.count(where: isLate) }

  /// The day of the act that a message tells of; a late one is of a day before all others.
  func day(of index: Int) -> Day {
    let round = index / dossiers
    return Self.firstDay.adding(days: isLate(index) ? -round : round)
  }

  /// The dossier that a message is about.
  func household(of index: Int) -> HouseholdID {
    let place = index % dossiers
    let isScattered = index >= dossiers && !dossiers.isMultiple(of: Self.stride)
    return HouseholdID(
      high: family.rawValue, low: UInt64(isScattered ? place * Self.stride % dossiers : place))
  }

  /// A message, ready to publish.
  func message(_ index: Int) -> OutboundMessage {
    let id = id(of: index)
    var properties = Properties()
    properties.contentType = "application/json"
    properties.messageID = id
    properties.headers = [
      "ce-id": .text(id), "ce-source": .text(Self.sender.source), "ce-type": .text(Self.type),
      "ce-specversion": .text("1.0"), "ce-subject": .text(household(of: index).description),
      "ce-sequence": .text(String(index / dossiers + 1)),
      "ce-time": .text("\(day(of: index))T00:00:00Z"),
    ]
    return OutboundMessage(
      exchange: ExchangeName.services, routingKey: HopServers.taker.rawValue,
      properties: properties, body: Self.bytes)
  }
}
