import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// The past of dossiers, read back: what their events said, and what the services were told.
struct PastRows {
  let contributions: [Row]
  let told: [Row]

  /// What was told and not taken back, in order.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func standing() throws -> [SentToService] {
    var recalled: Set<String> = []
    for row in told where try !row.isErased && row.text("type") == Recall.type {
      recalled.insert(
        try Wire.decode(Recall.self, from: row.of("outbox").bytes("body")).id)
    }
    return try told.compactMap { row in
      let id = try row.text("message_id")
      guard !row.isErased, !recalled.contains(id), try row.text("type") != Recall.type,
        let service = ServiceName(rawValue: try row.text("routing_key"))
      else { return nil }
      return SentToService(
        id: id,
        words: .init(
          household: try row.uuid("household"), service: service, type: try row.text("type"),
          root: try row.textIfPresent("root") ?? "", data: try row.of("outbox").text("body")))
    }
  }

  /// What the events said. Their payloads stand in what was forwarded: the last one that was sent
  /// is the one that holds.
  ///
  /// - Throws: `PostgresError` when a row is not what the service wrote.
  func said() throws -> [Contribution] {
    var bodies: [String: String] = [:]
    for row in told where !row.isErased {
      guard let root = try row.textIfPresent("root") else { continue }
      bodies[root] = try row.of("outbox").text("body")
    }
    return try contributions.compactMap { row in
      guard !row.isErased, let kind = EventKind(rawValue: try row.text("type")),
        let genre = PartnerKind(rawValue: try row.text("genre"))
      else { return nil }
      let id = try Reception.ID(of: row)
      let actOn = try row.day("act_on")
      let root = CausalPosition(act: kind.type, on: actOn, id: id.name).root
      let event = try bodies[root].flatMap { body in
        try ForwardedEvent(
          Message(
            id: id.event, source: "", type: kind.type, occurredOn: actOn, data: Array(body.utf8)))
      }
      return Contribution(
        id: id, home: try row.uuid("home"), kind: kind, genre: genre,
        receivedOn: try row.day("received_on"), place: try row.int("place"), actOn: actOn,
        menage: try Wire.decode(
          Identification.self, from: row.of("contribution").bytes("menage")),
        event: event?.event, isWithdrawn: try row.bool("withdrawn"),
        isParty: try row.bool("party"))
    }
  }
}
