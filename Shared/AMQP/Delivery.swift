/// One message from the broker.
public struct Delivery: Sendable, Hashable {
  /// The name under which it is settled, on the connection that it came by and on no other.
  public var tag: UInt64
  public var queue: String
  /// The exchange that it was published to.
  public var exchange: String
  public var routingKey: String
  /// Whether the broker has delivered it before.
  public var redelivered: Bool
  /// What travelled beside the body.
  public var properties: Properties
  /// The bytes; none when the body is oversized.
  public var body: [UInt8]
  /// How many bytes were sent.
  public var bodySize: Int
  /// Whether the body was beyond the configured maximum, and hence thrown away.
  public var isOversized: Bool

  /// A delivery, as the broker or a test makes it.
  public init(
    tag: UInt64, queue: String, exchange: String, routingKey: String, redelivered: Bool = false,
    properties: Properties = Properties(), body: [UInt8], bodySize: Int? = nil,
    isOversized: Bool = false
  ) {
    self.tag = tag
    self.queue = queue
    self.exchange = exchange
    self.routingKey = routingKey
    self.redelivered = redelivered
    self.properties = properties
    self.body = body
    self.bodySize = bodySize ?? body.count
    self.isOversized = isOversized
  }
}
