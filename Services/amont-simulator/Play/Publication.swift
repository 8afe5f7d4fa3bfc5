import AMQP
import Contracts
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One event as a partner publishes it: what is written into a record, and read back to replay it.
struct Publication: Codable, Sendable, Hashable {
  /// The partner's account.
  let partner: String
  /// The CloudEvents identifier, the partner's own.
  let id: String
  /// The CloudEvents type.
  let type: String
  /// The name of the event, by which the exchange routes.
  let route: String
  /// The CloudEvents time.
  let time: String
  /// The payload.
  let body: String

  /// What its receipt answers: a partner's identifiers are its own.
  var key: String { partner + " " + id }

  /// The message for the broker, with the account that the broker vouches for.
  var message: OutboundMessage {
    OutboundMessage(
      exchange: ExchangeName.intake(of: partner), routingKey: route,
      properties: Properties(
        contentType: "application/json", userID: partner,
        headers: [
          "ce-specversion": .text("1.0"), "ce-id": .text(id), "ce-source": .text(partner),
          "ce-type": .text(type), "ce-time": .text(time),
        ]),
      body: Array(body.utf8))
  }
}

extension Publication {
  /// An event of the simulated département, by that partner's account.
  ///
  /// - Throws: `EncodingError`; no simulated event can cause it.
  init(_ planned: World.Planned, by partner: String) throws {
    let (kind, day) = (planned.event.kind, planned.day)
    let body = try planned.event.body.named(planned.identification)
    let spoiled = planned.mistake?.spoil(type: kind.type, body: body)
    self.init(
      partner: partner, id: planned.id, type: spoiled?.type ?? kind.type, route: kind.rawValue,
      time: "\(day)T09:00:00Z", body: spoiled?.body ?? body)
  }
}

extension Encodable {
  /// The JSON of an event: its own members, and `menage`.
  fileprivate func named(_ identification: Identification) throws -> String {
    try Wire.encode(NamedBody(menage: identification, body: self))
  }
}

private struct NamedBody<Body: Encodable>: Encodable {
  let menage: Identification
  let body: Body
  enum Key: CodingKey { case menage }

  func encode(to encoder: any Encoder) throws {
    try body.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(menage, forKey: .menage)
  }
}

/// A file of publications, one JSON object a line, in the order in which they were published.
enum PublicationRecord {
  /// Reads a record.
  ///
  /// - Throws: the file system's error, or `DecodingError` for a line that is no publication.
  static func read(_ path: String) throws -> [Publication] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").map { line in
      try Wire.decode(Publication.self, from: Array(line.utf8))
    }
  }

  /// Writes a record.
  ///
  /// - Throws: the file system's error.
  static func write(_ publications: [Publication], to path: String) throws {
    let text = try publications.map { try Wire.encode($0) + "\n" }.joined()
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}
