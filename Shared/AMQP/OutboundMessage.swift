/// One message on its way to the broker.
public struct OutboundMessage: Sendable, Hashable {
  /// The exchange; empty for the one that routes by the queue's name.
  public var exchange: String
  public var routingKey: String
  /// What travels beside the body.
  public var properties: Properties
  public var body: [UInt8]

  public init(
    exchange: String, routingKey: String, properties: Properties = Properties(), body: [UInt8]
  ) {
    self.exchange = exchange
    self.routingKey = routingKey
    self.properties = properties
    self.body = body
  }
}

/// What the broker said to one published message.
public enum PublishOutcome: Sendable, Hashable {
  /// The broker has it, and if it is persistent, on disk.
  case confirmed
  /// No queue took it; the broker no longer has it.
  case returned(code: Int, reason: String)
  /// The broker could not take it (`basic.nack`); publishing again may help.
  case refused
}
