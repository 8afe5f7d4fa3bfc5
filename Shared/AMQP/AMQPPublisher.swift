/// Publishes messages and says what the broker did with each, over one connection with a thread of
/// its own. Every message is mandatory and every one is confirmed.
///
/// A publisher that fails is of no further use: open another.
public final class AMQPPublisher: Sendable {
  /// Unconfirmed messages beyond which further ones wait.
  public static let defaultWindow = 4_096
  /// Seconds that one call of `publish` may last.
  public static let defaultConfirmTimeoutSeconds = 30

  private let mailbox: PublisherMailbox
  private let frameBytes: Int
  private let confirmTimeout: Duration

  /// Connects and asks for confirms.
  ///
  /// - Parameters:
  ///   - window: how many messages may be unconfirmed; further ones wait.
  ///   - confirmTimeoutSeconds: how long one call of `publish` may last.
  /// - Throws: `.connectionFailed`, `.refusedCredentials`, `.accessRefused`.
  public static func open(
    _ configuration: AMQPConfiguration, window: Int = defaultWindow,
    confirmTimeoutSeconds: Int = defaultConfirmTimeoutSeconds
  ) async throws(AMQPError) -> AMQPPublisher {
    let mailbox = try PublisherMailbox()
    let timeout = min(max(confirmTimeoutSeconds, 1), 86_400)
    let frameBytes = try await onNewThread { () throws(AMQPError) -> (Int, () -> Void) in
      let loop = try PublisherLoop(
        configuration, window: window, confirmTimeoutSeconds: timeout, mailbox)
      return (loop.frameBytes, loop.run)
    }
    return AMQPPublisher(mailbox, frameBytes: frameBytes, confirmTimeout: .seconds(timeout))
  }

  private init(_ mailbox: PublisherMailbox, frameBytes: Int, confirmTimeout: Duration) {
    self.mailbox = mailbox
    self.frameBytes = frameBytes
    self.confirmTimeout = confirmTimeout
  }

  deinit {
    mailbox.abandon()
  }

  /// Publishes all in order and returns one outcome for each, in the same order, once the broker
  /// has answered every one. Calls from several tasks may overlap.
  ///
  /// When it throws anything but `.closed` or a `.frameError` of the messages themselves, the
  /// broker may have any of the messages: publish them again under the same message identifiers.
  /// A fault of one message (a foreign `userID`, an exchange that is missing) closes the channel
  /// and fails every call in flight, because the broker does not say which message it was.
  ///
  /// - Throws: `.connectionLost`; `.confirmTimeout`, and the connection is then closed; `.closed`;
  ///   `.frameError` when a message cannot be carried, and none was sent; `.notFound` when an
  ///   exchange is missing; `.preconditionFailed` and `.accessRefused` as the broker says.
  public func publish(_ messages: [OutboundMessage]) async throws(AMQPError) -> [PublishOutcome] {
    guard !messages.isEmpty else { return [] }
    for message in messages {
      if let fault = message.fault(frameBytes: frameBytes) { throw fault }
    }
    return try await mailbox.publish(messages, by: .now + confirmTimeout)
  }

  /// Whether the connection is there, as far as is known.
  public var isOpen: Bool { mailbox.isOpen }

  /// Whether the broker has said that it takes no messages now, for want of memory or disk.
  /// Messages then wait until it does, or until their time is over.
  public var isBlocked: Bool { mailbox.blocked != nil }

  /// Why it takes none, in the broker's words; `nil` while it does. It says so once something was
  /// sent.
  public var blockedReason: String? { mailbox.blocked }

  /// Takes no more messages, waits for the answers that are due, as long as for any other answer
  /// of the broker, and closes.
  public func close() async {
    await mailbox.close()
  }

  /// Fails every call with `.connectionLost` and closes, without waiting for any of it: for a
  /// process that must leave whatever hangs.
  public func abandon() {
    mailbox.abandon()
  }
}
