import Contracts
import Messaging
import OperatorReading
import PostgreSQL
import Vocabulary

/// A message that a service put aside, as whoever is on call reads it beside the dossier.
struct Quarantined: Sendable {
  let service: ServiceName
  let id: Int
  let state: String
  let source: String
  let messageID: String
  /// What makes it the same message for its service.
  let identity: String
  let type: String
  let sender: String?
  let household: HouseholdID?
  let occurredOn: Day
  let reason: String
  let history: String
  /// The queue that it came from; `nil` for the end of a delay and for what was passed over.
  let queue: String?
  /// How often the broker had delivered it.
  let deliveries: Int?
  let body: [UInt8]

  /// Whether it comes out of the dead letters: the broker returned it too often.
  var isDead: Bool { queue.map(QueueName.isDead) ?? false }

  private var stateText: String {
    switch state {
    case "waiting": "à regarder"
    case "released": "rendu au service"
    case "resolved": "réglé"
    case "discarded": "écarté"
    case _: state
    }
  }

  /// What the sender of the message was told to quote.
  var reference: String { QuarantineReference.of(service, source: source, id: identity) }

  private var deliveriesText: String { deliveries.map(String.init) ?? "-" }

  /// One line each.
  static func table(_ all: [Quarantined]) -> String {
    let head = [
      "service", "n°", "état", "type", "expéditeur", "file", "livraisons", "référence", "motif",
    ]
    let rows = all.map { one in
      [
        one.service.rawValue, String(one.id), one.stateText, one.type, one.sender ?? "-",
        one.queue ?? "-", one.deliveriesText, one.reference, one.reason,
      ]
    }
    return TextTable([head] + rows, leading: [0, 2, 3, 4, 5, 7, 8]).text
  }

  /// Everything, the payload last.
  var sheet: String {
    let origin =
      isDead ? " (lettres mortes : le courtier l'y a mis après trop de livraisons)" : ""
    let lines = [
      ("état", stateText), ("source", source), ("identifiant", messageID), ("type", type),
      ("expéditeur", sender ?? "-"), ("dossier", household?.description ?? "-"),
      ("jour de l'acte", occurredOn.description), ("file", (queue ?? "-") + origin),
      ("livraisons", deliveriesText), ("référence", reference), ("motif", reason),
    ].map { $0.0 + " : " + Printable.line($0.1) }
    let past = history.split(separator: "\n").map { "  " + Printable.line(String($0)) }
    return
      (lines + ["historique :"] + past + ["contenu, \(body.count) octets :"])
      .joined(separator: "\n") + "\n" + Printable.lines(body)
  }
}

extension ServiceDatabases {
  private static let columns = """
    id, state, source, message_id, identity, type, sender, household, occurred_on, reason, history,
    queue, deliveries
    """

  /// What a service put aside, the oldest first, without the payloads.
  ///
  /// - Parameter all: What an operator settled, too.
  /// - Throws: `PostgresError` when its database cannot be read.
  func quarantined(of service: ServiceName, all: Bool, limit: Int) async throws -> [Quarantined] {
    try await query(
      service,
      """
      SELECT \(unsafeRaw: Self.columns), ''::bytea AS body FROM quarantine
      WHERE state = 'waiting' OR \(all) ORDER BY id LIMIT \(limit)
      """
    ).map { try Quarantined(service, $0) }
  }

  /// One of them, whole; `nil` where there is none.
  ///
  /// - Throws: `PostgresError` when its database cannot be read.
  func quarantined(of service: ServiceName, id: Int) async throws -> Quarantined? {
    try await opened(
      service, "SELECT \(unsafeRaw: Self.columns), body FROM quarantine WHERE id = \(id)"
    ).first.map { try Quarantined(service, $0) }
  }
}

extension Quarantined {
  fileprivate init(_ service: ServiceName, _ row: Row) throws {
    self.init(
      service: service, id: try row.int("id"), state: try row.text("state"),
      source: try row.text("source"), messageID: try row.text("message_id"),
      identity: try row.text("identity"), type: try row.text("type"),
      sender: try row.textIfPresent("sender"),
      household: try row.uuidIfPresent("household"), occurredOn: try row.day("occurred_on"),
      reason: try row.text("reason"), history: try row.text("history"),
      queue: try row.textIfPresent("queue"), deliveries: try row.intIfPresent("deliveries"),
      body: try row.ofQuarantine().bytes("body"))
  }
}
