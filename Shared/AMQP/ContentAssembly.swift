/// Puts one message together from its method, its header and its body frames. No I/O.
///
/// A frame out of turn is an error, never a trap: the connection is then closed.
struct ContentAssembly {
  /// What the method frame said.
  enum Opening: Hashable {
    case delivery(
      tag: UInt64, queue: String, exchange: String, routingKey: String, redelivered: Bool)
    case returned(code: Int, reason: String, exchange: String, routingKey: String)
  }

  /// A message that is complete.
  enum Content {
    case delivery(Delivery)
    case returned(code: Int, reason: String, key: PublishedKey)
  }

  /// Bytes of the largest body that is kept.
  let maximumBodyBytes: Int

  private var opening: Opening?
  private var properties: Properties?
  private var body: [UInt8] = []
  private var bodySize = 0
  private var missing = 0

  init(maximumBodyBytes: Int) {
    self.maximumBodyBytes = maximumBodyBytes
  }

  /// The method frame.
  mutating func begin(_ opening: Opening) throws(AMQPError) {
    guard self.opening == nil else { throw Self.outOfTurn }
    self.opening = opening
    properties = nil
  }

  /// The header frame. Returns the message if it has no body.
  mutating func header(bodySize: UInt64, _ properties: Properties) throws(AMQPError) -> Content? {
    guard let opening, self.properties == nil, let size = Int(exactly: bodySize) else {
      throw Self.outOfTurn
    }
    self.properties = properties
    self.bodySize = size
    missing = size
    body = []
    // A returned message is our own: nobody needs its body.
    if case .delivery = opening, size <= maximumBodyBytes { body.reserveCapacity(size) }
    return missing == 0 ? complete() : nil
  }

  /// A body frame. Returns the message with its last one.
  mutating func append(_ bytes: some Collection<UInt8>) throws(AMQPError) -> Content? {
    let count = bytes.count
    guard let opening, properties != nil, count <= missing else { throw Self.outOfTurn }
    missing -= count
    if case .delivery = opening, bodySize <= maximumBodyBytes { body.append(contentsOf: bytes) }
    return missing == 0 ? complete() : nil
  }

  private mutating func complete() -> Content? {
    guard let opening, let properties else { return nil }
    defer {
      self.opening = nil
      self.properties = nil
      body = []
    }
    switch opening {
    case .delivery(let tag, let queue, let exchange, let routingKey, let redelivered):
      return .delivery(
        Delivery(
          tag: tag, queue: queue, exchange: exchange, routingKey: routingKey,
          redelivered: redelivered, properties: properties, body: body, bodySize: bodySize,
          isOversized: bodySize > maximumBodyBytes))
    case .returned(let code, let reason, let exchange, let routingKey):
      return .returned(
        code: code, reason: reason,
        key: PublishedKey(
          exchange: exchange, routingKey: routingKey, messageID: properties.messageID))
    }
  }

  private static var outOfTurn: AMQPError {
    AMQPError(.frameError, detail: "a content frame came out of turn")
  }
}
