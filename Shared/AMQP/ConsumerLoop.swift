/// The thread of a consumer: settles, reads, hands over, sleeps.
final class ConsumerLoop {
  /// Frames read before the settlements get their turn again; a small message has three.
  private static let framesPerTurn = 1_536

  let absent: [AbsentQueue]
  private let connection: Connection
  private let mailbox: ConsumerMailbox
  /// Half a heartbeat: the library sends one only when it is called.
  private let sleepMilliseconds: Int32
  private let cancelTimeout: Duration
  /// How many queues the broker has not let go yet, once it was asked to.
  private var uncancelled: Int?
  private var cancelDeadline: ContinuousClock.Instant?

  init(
    _ configuration: AMQPConfiguration, queues: [String], prefetch: Int, singly: Set<String>,
    _ mailbox: ConsumerMailbox
  ) throws(AMQPError) {
    self.mailbox = mailbox
    sleepMilliseconds = configuration.sleepMilliseconds
    cancelTimeout = .seconds(max(configuration.rpcTimeoutSeconds, 1))
    connection = try Connection(
      configuration, sendTimeoutSeconds: configuration.rpcTimeoutSeconds)
    do throws(AMQPError) {
      // A refusal closes the channel, and what it had delivered goes back, counted as returned: so
      // what can be consumed is found out before the first is.
      absent = queues.count > 1 ? try connection.absent(of: queues) : []
      let missing = Set(absent.map(\.queue))
      let present = queues.filter { !missing.contains($0) }
      try connection.consume(
        present.isEmpty ? queues : present, prefetch: prefetch, singly: singly)
    } catch {
      connection.close()
      throw error
    }
  }

  /// Runs until it is told to close, or the connection is lost.
  func run() {
    let reason = runUntilEnd()
    connection.close()
    mailbox.ended(reason)
  }

  private func runUntilEnd() -> AMQPError {
    do throws(AMQPError) {
      while true {
        let orders = mailbox.takeOrders()
        for command in orders.commands { try connection.perform(command) }
        // Closing without cancelling made quorum queues of RabbitMQ 3.10 grow.
        if orders.cancel || orders.close { try cancel() }
        if orders.close { return AMQPError(.closed) }
        let isIdle = try read()
        try checkCancel()
        guard isIdle, mailbox.fallsAsleep(isCancelling: uncancelled != nil) else { continue }
        mailbox.wake.sleep(socket: connection.socket, milliseconds: sleepMilliseconds)
      }
    } catch {
      return error
    }
  }

  /// Reads what is there. Returns whether nothing is left.
  private func read() throws(AMQPError) -> Bool {
    var deliveries: [Delivery] = []
    defer { mailbox.deliver(deliveries) }
    for _ in 0..<Self.framesPerTurn {
      switch try connection.step() {
      case .idle: return true
      case .part: continue
      case .event(.delivery(let delivery)): deliveries.append(delivery)
      case .event(.closed(let error)): throw error
      case .event(.consumerRemoved):
        throw AMQPError(.channelClosed, detail: "the queue was deleted, or has moved")
      case .event(.consumerCancelled): uncancelled = uncancelled.map { $0 - 1 }
      case .event(.blocked), .event(.returned), .event(.answered): continue
      }
    }
    return false
  }

  private func cancel() throws(AMQPError) {
    guard uncancelled == nil else { return }
    uncancelled = connection.queues.count
    cancelDeadline = .now + cancelTimeout
    try connection.cancelConsumers()
  }

  private func checkCancel() throws(AMQPError) {
    guard let uncancelled, let cancelDeadline else { return }
    if uncancelled <= 0 {
      self.cancelDeadline = nil
      mailbox.cancelled()
    } else if ContinuousClock.now > cancelDeadline {
      throw AMQPError(.connectionLost, detail: "the broker did not answer basic.cancel")
    }
  }
}

extension AMQPConfiguration {
  /// How long a connection's thread may sleep: half a heartbeat.
  var sleepMilliseconds: Int32 { Int32(min(max(heartbeatSeconds, 1), 65_535)) * 500 }
}
