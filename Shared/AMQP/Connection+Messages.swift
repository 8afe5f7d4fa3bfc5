internal import CRabbitMQ
import Glibc

extension Connection {
  /// Publishes one message, mandatory. It may block as long as the broker does not read.
  ///
  /// - Throws: `.connectionLost`.
  func publish(_ message: OutboundMessage) throws(AMQPError) {
    arena.reset()
    var properties = unsafe arena.properties(message.properties)
    let status = unsafe message.body.withUnsafeBytes { body in
      unsafe amqp_basic_publish(
        raw, Self.channel, arena.bytes(message.exchange), arena.bytes(message.routingKey), 1, 0,
        &properties,
        amqp_bytes_t(len: body.count, bytes: UnsafeMutableRawPointer(mutating: body.baseAddress)))
    }
    try check(status)
  }

  /// While held back, what is written leaves in full packets; letting go sends the rest. A batch of
  /// messages so wakes the broker a few times instead of once a message.
  func holdBack(_ isHeld: Bool) {
    var value: Int32 = isHeld ? 1 : 0
    unsafe setsockopt(
      socket, Int32(IPPROTO_TCP), TCP_CORK, &value, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Asks the broker to confirm every message from now on.
  func selectConfirms() throws(AMQPError) {
    _ = unsafe amqp_confirm_select(raw, Self.channel)
    try checkReply()
  }

  /// Consumes queues; each may have `prefetch` unsettled deliveries, and one of `singly` one.
  func consume(_ names: [String], prefetch: Int, singly: Set<String>) throws(AMQPError) {
    queues = names
    for (index, name) in names.enumerated() {
      // It holds for the consumers that follow on this channel, each for itself.
      let most = singly.contains(name) ? 1 : UInt16(clamping: max(prefetch, 1))
      _ = unsafe amqp_basic_qos(raw, Self.channel, 0, most, 0)
      try checkReply()
      arena.reset()
      _ = unsafe amqp_basic_consume(
        raw, Self.channel, arena.bytes(name), arena.bytes("\(index)"), 0, 0, 0, amqp_empty_table)
      try checkReply()
    }
  }

  /// Which of the queues are missing, or closed to this user. Nothing is delivered.
  func absent(of names: [String]) throws(AMQPError) -> [AbsentQueue] {
    var absent: [AbsentQueue] = []
    for name in names {
      let refusal = try refusal(of: name)
      switch refusal.code {
      case .notFound, .accessRefused: absent.append(AbsentQueue(name, reason: refusal.code))
      case .preconditionFailed, .resourceLocked: break
      case .connectionFailed, .connectionLost, .refusedCredentials, .confirmTimeout,
        .channelClosed, .closed, .frameError, .other:
        throw refusal
      }
      try openChannel()
    }
    return absent
  }

  /// Why the broker refuses to let a queue be consumed with a priority that is no number: a
  /// declaration that only looks asks for no right, and every other question that does takes a
  /// message. The broker checks the right first, then the queue, then the priority.
  private func refusal(of name: String) throws(AMQPError) -> AMQPError {
    arena.reset()
    _ = unsafe amqp_basic_consume(
      raw, Self.channel, arena.bytes(name), arena.bytes("probe"), 0, 0, 0,
      arena.table(["x-priority": .text("none")]))
    do throws(AMQPError) {
      try checkReply()
    } catch {
      return error
    }
    throw AMQPError(.frameError, detail: "the broker takes a text for a number")
  }

  /// Asks for no further deliveries. One `consumerCancelled` for each queue will follow.
  func cancelConsumers() throws(AMQPError) {
    for index in queues.indices {
      arena.reset()
      var cancel = unsafe amqp_basic_cancel_t(consumer_tag: arena.bytes("\(index)"), nowait: 0)
      try check(unsafe amqp_send_method(raw, Self.channel, AMQP_BASIC_CANCEL_METHOD, &cancel))
    }
  }

  /// Tells the broker what became of deliveries.
  func perform(_ command: Settlements.Command) throws(AMQPError) {
    switch command {
    case .acknowledge(let tag, let multiple):
      try check(unsafe amqp_basic_ack(raw, Self.channel, tag, multiple ? 1 : 0))
    case .reject(let tag, let requeue):
      try check(unsafe amqp_basic_reject(raw, Self.channel, tag, requeue ? 1 : 0))
    }
  }
}
