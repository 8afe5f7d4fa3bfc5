/// The thread of a publisher: publishes, reads confirms, sleeps.
final class PublisherLoop {
  /// Messages published before confirms are read again.
  private static let messagesPerTurn = 64
  /// Frames read before new messages get their turn again.
  private static let framesPerTurn = 1_024

  /// One call of `publish`, on its way.
  private final class Batch {
    let call: PublisherMailbox.Call
    var outcomes: [PublishOutcome]
    var unanswered: Int
    var nextToSend = 0

    init(_ call: PublisherMailbox.Call) {
      self.call = call
      unanswered = call.messages.count
      outcomes = Array(repeating: .refused, count: unanswered)
    }
  }

  private struct Ticket {
    let batch: Batch
    let index: Int
  }

  private let connection: Connection
  private let mailbox: PublisherMailbox
  private let window: Int
  /// Half a heartbeat: the library sends one only when it is called.
  private let sleepMilliseconds: Int32
  private let closeTimeout: Duration

  private var confirms = Confirms<Ticket>()
  private var answers: [Confirms<Ticket>.Answer] = []
  /// Calls without all their answers, in the order of their coming, hence of their deadlines.
  private var batches: [Batch] = []
  /// The first of `batches` with unsent messages.
  private var sending = 0
  private var isBlocked = false
  private var closeDeadline: ContinuousClock.Instant?

  /// Bytes of one frame, as agreed with the broker.
  var frameBytes: Int { connection.frameBytes }

  init(
    _ configuration: AMQPConfiguration, window: Int, confirmTimeoutSeconds: Int,
    _ mailbox: PublisherMailbox
  ) throws(AMQPError) {
    self.mailbox = mailbox
    self.window = max(window, 1)
    sleepMilliseconds = configuration.sleepMilliseconds
    closeTimeout = .seconds(max(configuration.rpcTimeoutSeconds, 1))
    connection = try Connection(configuration, sendTimeoutSeconds: confirmTimeoutSeconds)
    do throws(AMQPError) {
      try connection.selectConfirms()
    } catch {
      connection.close()
      throw error
    }
  }

  /// Runs until it is told to close, or the connection is lost.
  func run() {
    let reason = runUntilEnd()
    if reason.code == .confirmTimeout { failLate(reason) }
    connection.close()
    // A call that is in time does not know its answers either, but nothing took too long.
    let rest = reason.code == .confirmTimeout ? AMQPError(.connectionLost) : reason
    for batch in batches where batch.unanswered > 0 {
      batch.call.caller.resume(returning: .failure(rest))
    }
    mailbox.ended(rest)
  }

  private func runUntilEnd() -> AMQPError {
    do throws(AMQPError) {
      while true {
        let orders = mailbox.takeOrders()
        batches += orders.calls.map(Batch.init)
        try publish()
        let isIdle = try read()
        forgetFinished()
        try checkDeadlines(isClosing: orders.close)
        if orders.close, batches.isEmpty { return AMQPError(.closed) }
        guard isIdle, !canPublish, mailbox.fallsAsleep(isClosing: orders.close) else { continue }
        mailbox.wake.sleep(socket: connection.socket, milliseconds: millisecondsToSleep())
      }
    } catch {
      return error
    }
  }

  private var canPublish: Bool {
    !isBlocked && sending < batches.count && confirms.unanswered < window
  }

  private func publish() throws(AMQPError) {
    guard canPublish else { return }
    connection.holdBack(true)
    defer { connection.holdBack(false) }
    for _ in 0..<Self.messagesPerTurn {
      guard canPublish else { return }
      let batch = batches[sending]
      let index = batch.nextToSend
      let message = batch.call.messages[index]
      try connection.publish(message)
      confirms.sent(
        Ticket(batch: batch, index: index),
        PublishedKey(
          exchange: message.exchange, routingKey: message.routingKey,
          messageID: message.properties.messageID))
      batch.nextToSend += 1
      if batch.nextToSend == batch.call.messages.count { sending += 1 }
    }
  }

  /// Reads what is there. Returns whether nothing is left.
  private func read() throws(AMQPError) -> Bool {
    for _ in 0..<Self.framesPerTurn {
      switch try connection.step() {
      case .idle: return true
      case .part: continue
      case .event(.closed(let error)): throw error
      case .event(.answered(let sequence, let multiple, let refused)):
        try keep { confirms throws(Confirms<Ticket>.Violation) in
          try confirms.answered(
            upTo: sequence, multiple: multiple, refused: refused, into: &answers)
        }
        finishAnswered()
      case .event(.returned(let code, let reason, let key)):
        try keep { confirms throws(Confirms<Ticket>.Violation) in
          try confirms.returned(key, code: code, reason: reason)
        }
      case .event(.blocked(let reason)):
        isBlocked = reason != nil
        mailbox.blocked(reason)
      case .event(.delivery), .event(.consumerRemoved), .event(.consumerCancelled): continue
      }
    }
    return false
  }

  /// Whoever answers what was never asked cannot be believed in the rest.
  private func keep(
    _ body: (inout Confirms<Ticket>) throws(Confirms<Ticket>.Violation) -> Void
  ) throws(AMQPError) {
    do throws(Confirms<Ticket>.Violation) {
      try body(&confirms)
    } catch {
      throw AMQPError(.frameError, detail: "a confirm is for a message that was not sent")
    }
  }

  private func finishAnswered() {
    for answer in answers {
      let batch = answer.ticket.batch
      batch.outcomes[answer.ticket.index] = answer.outcome
      batch.unanswered -= 1
      if batch.unanswered == 0 {
        batch.call.caller.resume(returning: .success(batch.outcomes))
      }
    }
    answers.removeAll(keepingCapacity: true)
  }

  private func forgetFinished() {
    let finished = batches.prefix { $0.unanswered == 0 }.count
    guard finished > 0 else { return }
    batches.removeFirst(finished)
    sending -= finished
  }

  private func checkDeadlines(isClosing: Bool) throws(AMQPError) {
    guard let first = batches.first else { return }
    let now = ContinuousClock.now
    guard now < first.call.deadline else { throw AMQPError(.confirmTimeout) }
    guard isClosing else { return }
    let deadline = closeDeadline ?? now + closeTimeout
    closeDeadline = deadline
    guard now < deadline else { throw AMQPError(.closed) }
  }

  private func failLate(_ error: AMQPError) {
    let now = ContinuousClock.now
    for batch in batches where batch.unanswered > 0 && batch.call.deadline <= now {
      batch.call.caller.resume(returning: .failure(error))
      batch.unanswered = 0
    }
  }

  private func millisecondsToSleep() -> Int32 {
    guard let first = batches.first else { return sleepMilliseconds }
    let deadline = min(first.call.deadline, closeDeadline ?? first.call.deadline)
    let left = (deadline - .now) / Duration.milliseconds(1)
    return min(sleepMilliseconds, max(1, Int32(left.rounded(.up))))
  }
}
