import AMQP
import Contracts
import PostgreSQL
import Vocabulary

/// CloudEvents 1.0 over AMQP 0-9-1: attributes as `ce-` headers, the payload as the body. What
/// partners may send besides stands in `PartnerEnvelope`.
enum EnvelopeCodec {
  /// The message in a delivery. Total: what cannot be read comes with its defect, and every text of
  /// a message can be stored.
  ///
  /// - Parameter legalDay: The civil day of the département at an instant, in seconds since 1970.
  static func message(
    from delivery: Delivery, today: Day, legalDay: (Int) -> Day
  ) -> Message {
    var message =
      delivery.exchange == ExchangeName.services
      ? ServiceEnvelope(delivery: delivery).message(today: today)
      : PartnerEnvelope(delivery: delivery).message(today: today, legalDay: legalDay)
    message.handover = Handover(delivery)
    return message
  }

  /// A row of the outbox as the broker must carry it.
  static func outbound(_ emission: Emission, service: ServiceName) -> OutboundMessage {
    let out = emission.outgoing
    return outbound(
      OutboundFields(
        id: emission.id, exchange: out.destination.exchange,
        routingKey: out.destination.routingKey, type: out.type, household: out.household,
        rank: emission.rank, occurredOn: out.occurredOn, correlation: emission.cause.correlation,
        causation: emission.cause.id, traceparent: emission.cause.traceparent, chain: out.chain,
        body: out.data),
      service: service)
  }

  /// A claimed row of the outbox, read back.
  ///
  /// - Parameter words: What it says instead, where that can be read by nobody any more.
  static func outbound(
    from row: Row, saying words: String? = nil, service: ServiceName
  ) throws -> OutboundMessage {
    outbound(
      OutboundFields(
        id: try row.text("message_id"), exchange: try row.text("exchange"),
        routingKey: try row.text("routing_key"), type: try row.text("type"),
        household: try row.uuidIfPresent("household"), rank: try row.intIfPresent("rank"),
        occurredOn: try row.day("occurred_on"), correlation: try row.text("correlation"),
        causation: try row.text("causation"), traceparent: try row.textIfPresent("traceparent"),
        chain: try CausalPosition(from: row), body: try words ?? row.of("outbox").text("body")),
      service: service)
  }

  private static func outbound(_ fields: OutboundFields, service: ServiceName) -> OutboundMessage {
    var headers: Headers = [
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

extension Handover {
  /// What the broker says of a delivery. A sender may write the header too; the broker's own stands
  /// on what it delivers again, and replaces it.
  init(_ delivery: Delivery) {
    var returns = 0
    if delivery.redelivered,
      case .int(let count)? = delivery.properties.headers["x-delivery-count"]
    {
      returns = max(count, 0)
    }
    self.init(queue: delivery.queue, redelivered: delivery.redelivered, returns: returns)
  }
}

/// What a row of the outbox says to the broker.
private struct OutboundFields {
  let id: String, exchange: String, routingKey: String, type: String
  let household: HouseholdID?, rank: Int?, occurredOn: Day
  let correlation: String, causation: String, traceparent: String?, chain: CausalPosition?,
    body: String
}
