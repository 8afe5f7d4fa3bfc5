/// What travels beside a message's body.
public struct Properties: Sendable, Hashable {
  /// Identifies the message for whoever must not handle it twice.
  public var messageID: String?
  public var type: String?
  /// The message or the conversation that this one answers.
  public var correlationID: String?
  /// The body's media type.
  public var contentType: String?
  /// How the body's bytes were coded again, such as `gzip`. `UTF-8` says nothing new.
  public var contentEncoding: String?
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
  public var headers: Headers
  /// Headers that came twice, with two values; `headers` has the last one.
  public var contradictedHeaders: Set<String> = []
  /// Properties whose bytes are not UTF-8: what stands here for them is only made to be shown.
  public var notUTF8: Set<Name> = []
  /// Whether the message outlives a restart of the broker.
  public var deliveryMode: DeliveryMode

  /// Whether a message outlives a restart of the broker.
  public enum DeliveryMode: Sendable, Hashable {
    /// Kept in memory only.
    case transient
    /// Written to disk.
    case persistent
  }

  /// A property that is a text. The raw value is its name in AMQP.
  public enum Name: String, Sendable, Hashable {
    case messageID = "message_id"
    case type
    case correlationID = "correlation_id"
    case contentType = "content_type"
    case contentEncoding = "content_encoding"
    case appID = "app_id"
    case userID = "user_id"
    case replyTo = "reply_to"
    case expiration
  }

  /// Properties; what is left out is not sent.
  public init(
    messageID: String? = nil, type: String? = nil, correlationID: String? = nil,
    contentType: String? = nil, contentEncoding: String? = nil, appID: String? = nil,
    userID: String? = nil, replyTo: String? = nil, timestamp: UInt64? = nil,
    expiration: String? = nil,
    headers: Headers = [:], deliveryMode: DeliveryMode = .persistent
  ) {
    self.messageID = messageID
    self.type = type
    self.correlationID = correlationID
    self.contentType = contentType
    self.contentEncoding = contentEncoding
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
///
/// Texts, bytes, integers and truth values are written, too. All others are read and never written:
/// a message that is published again goes without them.
public enum HeaderValue: Sendable, Hashable {
  case text(String)
  /// Bytes, or a text that is not UTF-8.
  case bytes([UInt8])
  /// An integer of any width.
  case int(Int)
  case bool(Bool)
  /// A fraction, a decimal, or an integer beyond `Int`, as decimal text.
  case number(String)
  /// A time in seconds since 1970.
  case time(UInt64)
  case list([HeaderValue])
  case table([String: HeaderValue])
  /// A name without a value.
  case nothing
  /// A kind that AMQP 0-9-1 does not have, or a list or table deep in others.
  case other
}
