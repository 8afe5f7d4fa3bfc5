/// What travels beside a message's body.
public struct Properties: Sendable, Hashable {
  /// Identifies the message for whoever must not handle it twice.
  public var messageID: String?
  /// What kind of message this is.
  public var type: String?
  /// The message or the conversation that this one answers.
  public var correlationID: String?
  /// The body's media type.
  public var contentType: String?
  /// The application that published.
  public var appID: String?
  /// The user that published. The broker refuses a message whose user is not the connection's.
  public var userID: String?
  /// The queue that an answer goes to.
  public var replyTo: String?
  /// When the message was made, in seconds since 1970.
  public var timestamp: UInt64?
  /// Milliseconds in a queue after which the broker drops the message, as decimal digits.
  public var expiration: String?
  /// Values under names of our own.
  public var headers: [String: HeaderValue]
  /// Whether the message outlives a restart of the broker.
  public var deliveryMode: DeliveryMode

  /// Whether a message outlives a restart of the broker.
  public enum DeliveryMode: Sendable, Hashable {
    /// Kept in memory only.
    case transient
    /// Written to disk.
    case persistent
  }

  /// Properties; what is left out is not sent.
  public init(
    messageID: String? = nil, type: String? = nil, correlationID: String? = nil,
    contentType: String? = nil, appID: String? = nil, userID: String? = nil,
    replyTo: String? = nil, timestamp: UInt64? = nil, expiration: String? = nil,
    headers: [String: HeaderValue] = [:], deliveryMode: DeliveryMode = .persistent
  ) {
    self.messageID = messageID
    self.type = type
    self.correlationID = correlationID
    self.contentType = contentType
    self.appID = appID
    self.userID = userID
    self.replyTo = replyTo
    self.timestamp = timestamp
    self.expiration = expiration
    self.headers = headers
    self.deliveryMode = deliveryMode
  }
}

/// The value of one header, or of one argument of a queue.
public enum HeaderValue: Sendable, Hashable {
  /// Text. Bytes that are not UTF-8 were replaced by U+FFFD.
  case text(String)
  /// An integer of any width, or a time in seconds since 1970.
  case int(Int)
  /// A truth value.
  case bool(Bool)
  /// A table, an array, a fraction, raw bytes, nothing, or an integer beyond `Int`. It is read as
  /// this and never written: a message that is published again goes without it.
  case other
}
