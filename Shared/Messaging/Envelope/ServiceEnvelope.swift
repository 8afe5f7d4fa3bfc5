import AMQP
import Contracts
import Vocabulary

/// The envelope of a message of our own, from the exchange to which only services may write: its
/// order and its place among causes are to be trusted.
struct ServiceEnvelope {
  let delivery: Delivery

  /// The most characters of an attribute: a cause's identifier is part of those of its
  /// consequences.
  private static let longestAttribute = 2_000

  func message(today: Day) -> Message {
    let attributes = attributes
    do throws(EnvelopeDefect) {
      if delivery.isOversized { throw EnvelopeDefect(.tooLarge) }
      try attributes.check(atMost: Self.longestAttribute)
      return try message(attributes, today: today)
    } catch {
      return Message(
        id: Identifier(of: attributes.id, in: delivery, atMost: Self.longestAttribute).text,
        source: StorableText.printable(attributes.source ?? ServiceEnvelope.unknown),
        type: StorableText.printable(attributes.type ?? ""), occurredOn: today,
        data: delivery.body, defect: error)
    }
  }

  private static let unknown = "amont/inconnu"

  private func message(_ attributes: Attributes, today: Day) throws(EnvelopeDefect) -> Message {
    // We write the day of the act as midnight of UTC, whatever the legal time.
    let day = attributes.time.map { Day($0.prefix(10)) }
    guard day != .some(nil) else { throw EnvelopeDefect(.invalidTime) }
    return Message(
      id: attributes.id ?? "", source: attributes.source ?? "", type: attributes.type ?? "",
      household: attributes.subject.flatMap { HouseholdID($0) },
      sequence: attributes.sequence.flatMap { Int($0) }, occurredOn: day?.flatMap(\.self) ?? today,
      correlation: attributes.correlation, causation: attributes.causation,
      traceparent: attributes.traceparent,
      sender: delivery.properties.userID.map { StorableText.printable($0) },
      chain: attributes.chain, data: delivery.body)
  }

  /// One pass and one prefix: this runs for every delivery.
  private var attributes: Attributes {
    var attributes = Attributes()
    for (name, value) in delivery.properties.headers where name.hasPrefix("ce-") {
      switch value {
      case .text(let text): attributes.take(name.dropFirst(3), text)
      case .int(let number): attributes.take(name.dropFirst(3), String(number))
      case .bool, .bytes, .number, .time, .list, .table, .nothing, .other: continue
      }
    }
    attributes.id = attributes.id ?? delivery.properties.messageID
    attributes.source = attributes.source ?? delivery.properties.appID
    attributes.type = attributes.type ?? delivery.properties.type
    attributes.correlation = attributes.correlation ?? delivery.properties.correlationID
    if case .text(let trace) = delivery.properties.headers["traceparent"] {
      attributes.traceparent = trace
    }
    return attributes
  }
}
