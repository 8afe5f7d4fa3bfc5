import AMQP
import Contracts
import PostgreSQL
import Vocabulary

/// CloudEvents 1.0 over AMQP 0-9-1: attributes as `ce-` headers, the payload as the body. A
/// partner may also send `cloudEvents:` or `cloudEvents_` headers, or the structured form.
enum EnvelopeCodec {
  /// The longest attribute that is accepted, in bytes.
  static let longestAttribute = 200

  /// The message in a delivery. Total: what cannot be read comes with its defect.
  static func message(from delivery: Delivery, today: Day) -> Message {
    let structured =
      delivery.properties.contentType?.hasPrefix("application/cloudevents+json") ?? false
    let attributes: Attributes
    if structured, !delivery.isOversized {
      guard let read = StructuredEvent.attributes(in: delivery.body) else {
        return defective(delivery, .notStructured, Attributes(delivery.properties), today: today)
      }
      attributes = read
    } else {
      attributes = Attributes(delivery.properties)
    }
    if let defect = attributes.defect(in: delivery) {
      return defective(delivery, defect, attributes, today: today)
    }
    return Message(
      id: attributes.id ?? "", source: origin(of: delivery, attributes),
      type: attributes.type ?? "", household: attributes.subject.flatMap { HouseholdID($0) },
      sequence: attributes.sequence.flatMap { Int($0) },
      occurredOn: attributes.time.flatMap { Day($0.prefix(10)) } ?? today,
      correlation: attributes.correlation, causation: attributes.causation,
      traceparent: attributes.traceparent, sender: delivery.properties.userID,
      chain: delivery.exchange == ExchangeName.services ? attributes.chain : nil,
      data: attributes.data ?? delivery.body)
  }

  /// Where the message comes from, as far as the broker vouches for it: a partner cannot speak as a
  /// service, for only services may write to the exchange between services.
  private static func origin(of delivery: Delivery, _ attributes: Attributes) -> String {
    guard delivery.exchange == ExchangeName.services, let source = attributes.source else {
      return "partner/" + (delivery.properties.userID ?? "inconnu")
    }
    return source
  }

  private static func defective(
    _ delivery: Delivery, _ defect: EnvelopeDefect, _ attributes: Attributes, today: Day
  ) -> Message {
    let id = attributes.id.flatMap { $0.utf8.count <= longestAttribute && !$0.isEmpty ? $0 : nil }
    return Message(
      id: id ?? "sans-id-" + fingerprint(delivery), source: origin(of: delivery, attributes),
      type: String((attributes.type ?? "").prefix(longestAttribute)), occurredOn: today,
      sender: delivery.properties.userID, data: delivery.body, defect: defect)
  }

  /// FNV-1a over what arrived: the same unreadable message twice is the same message.
  private static func fingerprint(_ delivery: Delivery) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    mix(delivery.body)
    mix((delivery.properties.messageID ?? "").utf8)
    mix((delivery.properties.type ?? "").utf8)
    mix(String(delivery.bodySize).utf8)
    return String(hash, radix: 16)
  }

  /// A row of the outbox as the broker must carry it.
  static func outbound(_ emission: Emission, rank: Int?, service: ServiceName) -> OutboundMessage {
    let out = emission.outgoing
    return outbound(
      OutboundFields(
        id: emission.id, exchange: out.destination.exchange,
        routingKey: out.destination.routingKey, type: out.type, household: out.household,
        rank: rank, occurredOn: out.occurredOn, correlation: emission.cause.correlation,
        causation: emission.cause.id, traceparent: emission.cause.traceparent, chain: out.chain,
        body: out.data),
      service: service)
  }

  /// A claimed row of the outbox, read back.
  static func outbound(from row: Row, service: ServiceName) throws -> OutboundMessage {
    outbound(
      OutboundFields(
        id: try row.text("message_id"), exchange: try row.text("exchange"),
        routingKey: try row.text("routing_key"), type: try row.text("type"),
        household: try row.uuidIfPresent("household"), rank: try row.intIfPresent("rank"),
        occurredOn: try row.day("occurred_on"), correlation: try row.text("correlation"),
        causation: try row.text("causation"), traceparent: try row.textIfPresent("traceparent"),
        chain: try Chain(from: row), body: try row.text("body")),
      service: service)
  }

  private static func outbound(_ fields: OutboundFields, service: ServiceName) -> OutboundMessage {
    var headers: [String: HeaderValue] = [
      "ce-specversion": .text("1.0"), "ce-id": .text(fields.id),
      "ce-source": .text(service.source), "ce-type": .text(fields.type),
      "ce-time": .text(fields.occurredOn.description + "T00:00:00Z"),
      "ce-correlationid": .text(fields.correlation), "ce-causationid": .text(fields.causation),
    ]
    if let household = fields.household { headers["ce-subject"] = .text(household.description) }
    if let rank = fields.rank { headers["ce-sequence"] = .text(String(rank)) }
    if let chain = fields.chain {
      headers["ce-chainroot"] = .text(chain.root)
      headers["ce-chainpath"] = .text(chain.path)
    }
    if let trace = fields.traceparent { headers["traceparent"] = .text(trace) }
    var properties = Properties()
    properties.headers = headers
    // Short strings of AMQP hold 255 bytes; the whole identifier always stands in ce-id.
    properties.messageID = fields.id.utf8.count <= 255 ? fields.id : nil
    properties.type = fields.type
    properties.contentType = "application/json"
    properties.appID = service.rawValue
    return OutboundMessage(
      exchange: fields.exchange, routingKey: fields.routingKey, properties: properties,
      body: Array(fields.body.utf8))
  }
}

/// What a row of the outbox says to the broker.
private struct OutboundFields {
  let id: String, exchange: String, routingKey: String, type: String
  let household: HouseholdID?, rank: Int?, occurredOn: Day
  let correlation: String, causation: String, traceparent: String?, chain: Chain?, body: String
}
