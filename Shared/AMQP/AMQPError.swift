/// Why the broker, or the way to it, did not do what was asked.
public struct AMQPError: Error, Sendable, Hashable {
  /// What the caller can act on.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The broker was not reached, or broke off before the login was over.
    case connectionFailed
    /// An open connection is gone. What was unanswered is unknown.
    case connectionLost
    /// The broker does not know this user with this password.
    case refusedCredentials
    /// The user may not do this, or may not use this virtual host.
    case accessRefused
    /// A queue or an exchange does not exist.
    case notFound
    /// What exists differs from what was declared, or a message was refused as it is.
    case preconditionFailed
    /// The broker did not confirm in time. The connection is closed.
    case confirmTimeout
    /// Another connection holds the queue for itself.
    case resourceLocked
    /// The broker closed the channel, or took the consumer off its queue.
    case channelClosed
    /// We closed this ourselves.
    case closed
    /// Bytes that break the protocol, or a message that it cannot carry.
    case frameError
    case other
  }

  /// What the caller can act on.
  public let code: Code
  /// The broker's reply code, if the broker spoke.
  public let replyCode: Int?
  /// The broker's own words, if the broker spoke.
  public let replyText: String?
  /// What went wrong on our side of the line, a constant text; `nil` if the broker spoke.
  public let detail: String?

  /// An error with the broker's reply, or with a detail of our own.
  public init(
    _ code: Code, replyCode: Int? = nil, replyText: String? = nil, detail: String? = nil
  ) {
    self.code = code
    self.replyCode = replyCode
    self.replyText = replyText
    self.detail = detail
  }

  /// Whether the same call may succeed later without anyone's help, on a new connection.
  public var isTransient: Bool {
    switch code {
    case .connectionFailed, .connectionLost, .confirmTimeout, .resourceLocked, .channelClosed: true
    case .refusedCredentials, .accessRefused, .notFound, .preconditionFailed: false
    case .closed, .frameError, .other: false
    }
  }
}

extension AMQPError: CustomStringConvertible {
  /// The code, what to do next, and the broker's words.
  public var description: String {
    var text = "AMQP \(code.rawValue): \(advice)"
    if let replyCode { text += " [\(replyCode) \(replyText ?? "")]" }
    if let detail { text += " [\(detail)]" }
    return text
  }

  private var advice: String {
    switch code {
    case .connectionFailed: "check that the broker runs at this address, then try again"
    case .connectionLost: "open a new connection and send what was not confirmed again"
    case .refusedCredentials: "check the user and the password"
    case .accessRefused: "check the user's permissions and the virtual host"
    case .notFound: "declare the topology first"
    case .preconditionFailed: "compare the declaration or the message with what the broker holds"
    case .confirmTimeout: "check the broker's disk and memory alarms, then publish again"
    case .resourceLocked: "wait until the other connection lets the queue go"
    case .channelClosed: "open a new connection"
    case .closed: "nothing to do: this was closed on purpose"
    case .frameError: "check the message's names and headers, and that the peer is RabbitMQ"
    case .other: "read the broker's log"
    }
  }
}

extension AMQPError {
  /// What a reply of the broker means once the login is over.
  init(replyCode: Int, replyText: String, closesConnection: Bool) {
    let code: Code =
      switch replyCode {
      case 403, 530: .accessRefused
      case 404: .notFound
      case 405: .resourceLocked
      case 406: .preconditionFailed
      case 501, 502, 503, 504, 505: .frameError
      default: closesConnection ? .connectionLost : .channelClosed
      }
    self.init(code, replyCode: replyCode, replyText: replyText)
  }
}
