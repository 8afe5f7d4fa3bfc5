internal import CRabbitMQ

/// What the broker sent, as Swift values.
enum Event {
  case delivery(Delivery)
  case returned(code: Int, reason: String, key: PublishedKey)
  case answered(upTo: UInt64, multiple: Bool, refused: Bool)
  /// The broker took the consumer of this queue away.
  case consumerRemoved
  /// The broker did what `cancelConsumers` asked.
  case consumerCancelled
  /// The broker takes no messages now, for this reason; `nil` once it does again.
  case blocked(String?)
  case closed(AMQPError)
}

extension Connection {
  /// What one look at the socket brought.
  enum Look {
    /// Nothing is there.
    case idle
    /// Part of a message, or a heartbeat.
    case part
    case event(Event)
  }

  /// Takes one frame, without waiting. It also sends heartbeats and notices missing ones.
  ///
  /// - Throws: `.connectionLost` and `.frameError`; the connection is then of no use.
  func step() throws(AMQPError) -> Look {
    var frame = unsafe amqp_frame_t()
    var atOnce = timeval(tv_sec: 0, tv_usec: 0)
    let status = unsafe amqp_simple_wait_frame_noblock(raw, &frame, &atOnce)
    if status == AMQP_STATUS_TIMEOUT.rawValue { return .idle }
    try check(status)
    // All is copied by now, and between two frames the library lets its memory go.
    defer { unsafe amqp_maybe_release_buffers_on_channel(raw, frame.channel) }
    switch unsafe Int32(frame.frame_type) {
    case AMQP_FRAME_METHOD: return try unsafe method(frame.payload.method)
    case AMQP_FRAME_HEADER: return try unsafe header(frame)
    case AMQP_FRAME_BODY:
      let fragment = unsafe frame.payload.body_fragment
      let bytes = unsafe UnsafeRawBufferPointer(start: fragment.bytes, count: fragment.len)
      return try unsafe Self.step(assembly.append(bytes))
    default: return .part
    }
  }

  private static func step(_ content: ContentAssembly.Content?) -> Look {
    switch content {
    case nil: .part
    case .delivery(let delivery): .event(.delivery(delivery))
    case .returned(let code, let reason, let key):
      .event(.returned(code: code, reason: reason, key: key))
    }
  }

  private func header(_ frame: amqp_frame_t) throws(AMQPError) -> Look {
    let payload = unsafe frame.payload.properties
    guard let decoded = unsafe payload.decoded, unsafe payload.class_id == AMQP_BASIC_CLASS else {
      throw AMQPError(.frameError, detail: "a header frame is not of the class basic")
    }
    let properties = unsafe Properties(decoded.load(as: amqp_basic_properties_t.self))
    return try unsafe Self.step(assembly.header(bodySize: payload.body_size, properties))
  }

  private func method(_ method: amqp_method_t) throws(AMQPError) -> Look {
    guard let decoded = unsafe method.decoded else { return .part }
    switch unsafe method.id {
    case AMQP_BASIC_DELIVER_METHOD:
      try unsafe beginDelivery(decoded.load(as: amqp_basic_deliver_t.self))
    case AMQP_BASIC_RETURN_METHOD:
      try unsafe beginReturned(decoded.load(as: amqp_basic_return_t.self))
    case AMQP_BASIC_ACK_METHOD:
      let ack = unsafe decoded.load(as: amqp_basic_ack_t.self)
      return unsafe .event(
        .answered(upTo: ack.delivery_tag, multiple: ack.multiple != 0, refused: false))
    case AMQP_BASIC_NACK_METHOD:
      let nack = unsafe decoded.load(as: amqp_basic_nack_t.self)
      return unsafe .event(
        .answered(upTo: nack.delivery_tag, multiple: nack.multiple != 0, refused: true))
    case AMQP_BASIC_CANCEL_METHOD: return .event(.consumerRemoved)
    case AMQP_BASIC_CANCEL_OK_METHOD: return .event(.consumerCancelled)
    case AMQP_CONNECTION_BLOCKED_METHOD:
      let blocked = unsafe decoded.load(as: amqp_connection_blocked_t.self)
      return unsafe .event(.blocked(String(showing: blocked.reason)))
    case AMQP_CONNECTION_UNBLOCKED_METHOD: return .event(.blocked(nil))
    default:
      guard let error = unsafe answerClose(method) else { return .part }
      return .event(.closed(error))
    }
    return .part
  }

  private func beginDelivery(_ method: amqp_basic_deliver_t) throws(AMQPError) {
    let index = unsafe Int(String(showing: method.consumer_tag))
    guard let index, queues.indices.contains(index) else {
      throw AMQPError(.frameError, detail: "a delivery is for a consumer that we do not have")
    }
    try unsafe assembly.begin(
      .delivery(
        tag: method.delivery_tag, queue: queues[index],
        exchange: String(showing: method.exchange),
        routingKey: String(showing: method.routing_key), redelivered: method.redelivered != 0))
  }

  private func beginReturned(_ method: amqp_basic_return_t) throws(AMQPError) {
    try unsafe assembly.begin(
      .returned(
        code: Int(method.reply_code), reason: String(showing: method.reply_text),
        exchange: String(showing: method.exchange),
        routingKey: String(showing: method.routing_key)))
  }
}
