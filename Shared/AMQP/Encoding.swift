internal import CRabbitMQ

extension Arena {
  /// The properties as the C library reads them.
  func properties(_ source: Properties) -> amqp_basic_properties_t {
    var raw = unsafe amqp_basic_properties_t()
    var flags = AMQP_BASIC_DELIVERY_MODE_FLAG
    func set(_ text: String?, _ flag: Int32, _ field: inout amqp_bytes_t) {
      guard let text else { return }
      flags |= flag
      unsafe field = unsafe bytes(text)
    }
    unsafe set(source.messageID, AMQP_BASIC_MESSAGE_ID_FLAG, &raw.message_id)
    unsafe set(source.type, AMQP_BASIC_TYPE_FLAG, &raw.type)
    unsafe set(source.correlationID, AMQP_BASIC_CORRELATION_ID_FLAG, &raw.correlation_id)
    unsafe set(source.contentType, AMQP_BASIC_CONTENT_TYPE_FLAG, &raw.content_type)
    unsafe set(
      source.contentEncoding, AMQP_BASIC_CONTENT_ENCODING_FLAG, &raw.content_encoding)
    unsafe set(source.appID, AMQP_BASIC_APP_ID_FLAG, &raw.app_id)
    unsafe set(source.userID, AMQP_BASIC_USER_ID_FLAG, &raw.user_id)
    unsafe set(source.replyTo, AMQP_BASIC_REPLY_TO_FLAG, &raw.reply_to)
    unsafe set(source.expiration, AMQP_BASIC_EXPIRATION_FLAG, &raw.expiration)
    switch source.deliveryMode {
    case .transient: unsafe raw.delivery_mode = 1
    case .persistent: unsafe raw.delivery_mode = 2
    }
    if let timestamp = source.timestamp {
      unsafe raw.timestamp = timestamp
      flags |= AMQP_BASIC_TIMESTAMP_FLAG
    }
    if !source.headers.isEmpty {
      unsafe raw.headers = unsafe table(source.headers)
      flags |= AMQP_BASIC_HEADERS_FLAG
    }
    unsafe raw._flags = amqp_flags_t(bitPattern: flags)
    return unsafe raw
  }

  /// The entries as a table; a value that cannot be written is left out.
  func table(
    _ entries: some Collection<(key: String, value: HeaderValue)>
  ) -> amqp_table_t {
    let memory = unsafe entryMemory(entries.count)
    var count: Int32 = 0
    for (key, value) in entries {
      guard let field = unsafe field(value) else { continue }
      unsafe memory[Int(count)] = unsafe amqp_table_entry_t(key: bytes(key), value: field)
      count += 1
    }
    return unsafe amqp_table_t(num_entries: count, entries: memory.baseAddress)
  }

  /// A table with one more entry, whose value is a table.
  func table(
    _ entries: [String: HeaderValue], and key: String, _ inner: amqp_table_t
  ) -> amqp_table_t {
    let outer = unsafe table(entries)
    let memory = unsafe entryMemory(Int(outer.num_entries) + 1)
    var field = unsafe amqp_field_value_t()
    unsafe field.kind = FieldKind.table
    unsafe field.value.table = unsafe inner
    unsafe memory[0] = unsafe amqp_table_entry_t(key: bytes(key), value: field)
    for index in unsafe 0..<Int(outer.num_entries) {
      unsafe memory[index + 1] = unsafe outer.entries[index]
    }
    return unsafe amqp_table_t(num_entries: outer.num_entries + 1, entries: memory.baseAddress)
  }

  private func entryMemory(_ count: Int) -> UnsafeMutableBufferPointer<amqp_table_entry_t> {
    let memory = unsafe allocate(
      count * MemoryLayout<amqp_table_entry_t>.stride,
      alignment: MemoryLayout<amqp_table_entry_t>.alignment)
    let entries = unsafe memory.bindMemory(to: amqp_table_entry_t.self)
    unsafe entries.initialize(repeating: amqp_table_entry_t())
    return unsafe entries
  }

  private func field(_ value: HeaderValue) -> amqp_field_value_t? {
    var field = unsafe amqp_field_value_t()
    switch value {
    case .text(let text):
      unsafe field.kind = FieldKind.text
      unsafe field.value.bytes = unsafe bytes(text)
    case .int(let number):
      unsafe field.kind = FieldKind.int64
      unsafe field.value.i64 = Int64(number)
    case .bool(let flag):
      unsafe field.kind = FieldKind.bool
      unsafe field.value.boolean = flag ? 1 : 0
    case .bytes(let value):
      unsafe field.kind = FieldKind.bytes
      unsafe field.value.bytes = unsafe bytes(value)
    case .number, .time, .list, .table, .nothing, .other: return nil
    }
    return unsafe field
  }
}

extension OutboundMessage {
  /// Bytes of one short text in AMQP: names, keys and every property but the headers.
  static let shortTextBytes = 255
  /// Bytes that a header frame has besides texts and headers; generous.
  private static let headerFrameOverhead = 128

  /// What keeps the message off the wire, or `nil`.
  ///
  /// The C library finds it too, but after the method frame, and the connection is then lost.
  func fault(frameBytes: Int) -> AMQPError? {
    let texts = [
      exchange, routingKey, properties.messageID, properties.type, properties.correlationID,
      properties.contentType, properties.contentEncoding, properties.appID, properties.userID,
      properties.replyTo, properties.expiration,
    ]
    var total = Self.headerFrameOverhead
    for text in texts {
      let count = text?.utf8.count ?? 0
      total += count + 1
      guard count <= Self.shortTextBytes else {
        return AMQPError(.frameError, detail: "a name or a property is longer than 255 bytes")
      }
    }
    for (key, value) in properties.headers {
      guard key.utf8.count <= Self.shortTextBytes else {
        return AMQPError(.frameError, detail: "a header's name is longer than 255 bytes")
      }
      total += key.utf8.count + 10
      switch value {
      case .text(let text): total += text.utf8.count
      case .bytes(let bytes): total += bytes.count
      case .int, .bool, .number, .time, .list, .table, .nothing, .other: break
      }
    }
    guard total <= frameBytes else {
      return AMQPError(.frameError, detail: "the headers do not fit into one frame")
    }
    return nil
  }
}
