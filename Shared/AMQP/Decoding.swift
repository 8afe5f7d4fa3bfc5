internal import CRabbitMQ

/// The letters by which AMQP names the kind of a value. The C library declares them as an enum of
/// another width than the field that it stores them in.
enum FieldKind {
  static let bool = UInt8(ascii: "t")
  static let int8 = UInt8(ascii: "b")
  static let uint8 = UInt8(ascii: "B")
  static let int16 = UInt8(ascii: "s")
  static let uint16 = UInt8(ascii: "u")
  static let int32 = UInt8(ascii: "I")
  static let uint32 = UInt8(ascii: "i")
  static let int64 = UInt8(ascii: "l")
  static let uint64 = UInt8(ascii: "L")
  static let text = UInt8(ascii: "S")
  static let time = UInt8(ascii: "T")
  static let table = UInt8(ascii: "F")
}

extension String {
  /// A copy of the bytes; what is not UTF-8 is replaced by U+FFFD.
  init(repairing bytes: amqp_bytes_t) {
    guard let start = unsafe bytes.bytes, unsafe bytes.len > 0 else {
      self = ""
      return
    }
    self = unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: bytes.len), as: UTF8.self)
  }
}

extension HeaderValue {
  /// A copy of the value.
  init(_ field: amqp_field_value_t) {
    let value = unsafe field.value
    switch unsafe field.kind {
    case FieldKind.bool: self = unsafe .bool(value.boolean != 0)
    case FieldKind.int8: self = unsafe .int(Int(value.i8))
    case FieldKind.uint8: self = unsafe .int(Int(value.u8))
    case FieldKind.int16: self = unsafe .int(Int(value.i16))
    case FieldKind.uint16: self = unsafe .int(Int(value.u16))
    case FieldKind.int32: self = unsafe .int(Int(value.i32))
    case FieldKind.uint32: self = unsafe .int(Int(value.u32))
    case FieldKind.int64: self = unsafe .int(Int(value.i64))
    case FieldKind.uint64, FieldKind.time:
      self = unsafe Int(exactly: value.u64).map { .int($0) } ?? .other
    case FieldKind.text: self = unsafe .text(String(repairing: value.bytes))
    default: self = .other
    }
  }
}

extension Properties {
  /// A copy of the properties that are set.
  init(_ raw: amqp_basic_properties_t) {
    self.init()
    let flags = unsafe Int32(bitPattern: raw._flags)
    func text(_ flag: Int32, _ bytes: amqp_bytes_t) -> String? {
      flags & flag == 0 ? nil : unsafe String(repairing: bytes)
    }
    messageID = unsafe text(AMQP_BASIC_MESSAGE_ID_FLAG, raw.message_id)
    type = unsafe text(AMQP_BASIC_TYPE_FLAG, raw.type)
    correlationID = unsafe text(AMQP_BASIC_CORRELATION_ID_FLAG, raw.correlation_id)
    contentType = unsafe text(AMQP_BASIC_CONTENT_TYPE_FLAG, raw.content_type)
    appID = unsafe text(AMQP_BASIC_APP_ID_FLAG, raw.app_id)
    userID = unsafe text(AMQP_BASIC_USER_ID_FLAG, raw.user_id)
    replyTo = unsafe text(AMQP_BASIC_REPLY_TO_FLAG, raw.reply_to)
    expiration = unsafe text(AMQP_BASIC_EXPIRATION_FLAG, raw.expiration)
    if flags & AMQP_BASIC_TIMESTAMP_FLAG != 0 { timestamp = unsafe raw.timestamp }
    let isPersistent = unsafe flags & AMQP_BASIC_DELIVERY_MODE_FLAG != 0 && raw.delivery_mode == 2
    deliveryMode = isPersistent ? .persistent : .transient
    if flags & AMQP_BASIC_HEADERS_FLAG != 0 { unsafe readHeaders(raw.headers) }
  }

  /// Of two headers with the same name the last one counts.
  private mutating func readHeaders(_ table: amqp_table_t) {
    let entries = unsafe UnsafeBufferPointer(start: table.entries, count: Int(table.num_entries))
    headers.reserveCapacity(entries.count)
    for index in entries.indices {
      unsafe headers[String(repairing: entries[index].key)] = HeaderValue(entries[index].value)
    }
  }
}
