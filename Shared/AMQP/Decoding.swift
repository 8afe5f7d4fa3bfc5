internal import CRabbitMQ
import Vocabulary

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
  static let list = UInt8(ascii: "A")
  static let bytes = UInt8(ascii: "x")
  static let float = UInt8(ascii: "f")
  static let double = UInt8(ascii: "d")
  static let decimal = UInt8(ascii: "D")
  static let nothing = UInt8(ascii: "V")
}

extension String {
  /// A copy of the bytes, or `nil` where they are not UTF-8.
  init?(exactly bytes: amqp_bytes_t) {
    guard let start = unsafe bytes.bytes, unsafe bytes.len > 0 else {
      self = ""
      return
    }
    let buffer = unsafe UnsafeRawBufferPointer(start: start, count: bytes.len)
    guard let text = unsafe String(validating: buffer, as: UTF8.self) else { return nil }
    self = text
  }

  /// A copy of the bytes; those that are not UTF-8 are written `\xE9`. A name in AMQP has at most
  /// 255.
  init(showing bytes: amqp_bytes_t) {
    self =
      unsafe String(exactly: bytes)
      ?? StorableText.printable(Array(copying: bytes), atMost: 255)
  }
}

extension [UInt8] {
  init(copying bytes: amqp_bytes_t) {
    guard let start = unsafe bytes.bytes, unsafe bytes.len > 0 else {
      self = []
      return
    }
    self = unsafe Array(UnsafeRawBufferPointer(start: start, count: bytes.len))
  }
}

extension HeaderValue {
  /// How deep lists and tables are followed; the broker's own, such as `x-death`, have two levels.
  private static let deepest = 4

  init(_ field: amqp_field_value_t, depth: Int = 0) {
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
    case FieldKind.uint64:
      self = unsafe Int(exactly: value.u64).map { .int($0) } ?? .number(String(value.u64))
    case FieldKind.time: self = unsafe .time(value.u64)
    case FieldKind.text:
      self =
        unsafe String(exactly: value.bytes).map { .text($0) } ?? .bytes(.init(copying: value.bytes))
    case FieldKind.bytes: self = unsafe .bytes(.init(copying: value.bytes))
    case FieldKind.float: self = unsafe .number(value.f32.description)
    case FieldKind.double: self = unsafe .number(value.f64.description)
    case FieldKind.decimal: self = unsafe .number(Self.decimal(value.decimal))
    case FieldKind.nothing: self = .nothing
    case FieldKind.list where depth < Self.deepest:
      let list = unsafe value.array
      let entries = unsafe UnsafeBufferPointer(start: list.entries, count: Int(list.num_entries))
      self = unsafe .list(entries.map { unsafe HeaderValue($0, depth: depth + 1) })
    case FieldKind.table where depth < Self.deepest:
      self = unsafe .table(
        Dictionary(
          HeaderTable(value.table, depth: depth + 1).values.map { ($0.key, $0.value) },
          uniquingKeysWith: { $1 }))
    default: self = .other
    }
  }

  private static func decimal(_ decimal: amqp_decimal_t) -> String {
    let digits = String(decimal.value)
    let scale = Int(decimal.decimals)
    guard scale > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    return padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

/// The entries of a table.
private struct HeaderTable {
  var values = Headers()
  /// Names that came again with another value; the last one counts.
  var contradicted: Set<String> = []

  init(_ table: amqp_table_t, depth: Int = 0) {
    let entries = unsafe UnsafeBufferPointer(start: table.entries, count: Int(table.num_entries))
    values.reserveCapacity(entries.count)
    for index in entries.indices {
      let name = unsafe String(showing: entries[index].key)
      let value = unsafe HeaderValue(entries[index].value, depth: depth)
      if let former = values.set(value, for: name), former != value {
        contradicted.insert(name)
      }
    }
  }
}

extension Properties {
  init(_ raw: amqp_basic_properties_t) {
    self.init()
    let flags = unsafe Int32(bitPattern: raw._flags)
    func text(_ flag: Int32, _ name: Name, _ bytes: amqp_bytes_t) -> String? {
      guard flags & flag != 0 else { return nil }
      if let text = unsafe String(exactly: bytes) { return text }
      notUTF8.insert(name)
      return unsafe String(showing: bytes)
    }
    messageID = unsafe text(AMQP_BASIC_MESSAGE_ID_FLAG, .messageID, raw.message_id)
    type = unsafe text(AMQP_BASIC_TYPE_FLAG, .type, raw.type)
    correlationID = unsafe text(
      AMQP_BASIC_CORRELATION_ID_FLAG, .correlationID, raw.correlation_id)
    contentType = unsafe text(AMQP_BASIC_CONTENT_TYPE_FLAG, .contentType, raw.content_type)
    contentEncoding = unsafe text(
      AMQP_BASIC_CONTENT_ENCODING_FLAG, .contentEncoding, raw.content_encoding)
    appID = unsafe text(AMQP_BASIC_APP_ID_FLAG, .appID, raw.app_id)
    userID = unsafe text(AMQP_BASIC_USER_ID_FLAG, .userID, raw.user_id)
    replyTo = unsafe text(AMQP_BASIC_REPLY_TO_FLAG, .replyTo, raw.reply_to)
    expiration = unsafe text(AMQP_BASIC_EXPIRATION_FLAG, .expiration, raw.expiration)
    if flags & AMQP_BASIC_TIMESTAMP_FLAG != 0 { timestamp = unsafe raw.timestamp }
    let isPersistent = unsafe flags & AMQP_BASIC_DELIVERY_MODE_FLAG != 0 && raw.delivery_mode == 2
    deliveryMode = isPersistent ? .persistent : .transient
    if flags & AMQP_BASIC_HEADERS_FLAG != 0 {
      let table = unsafe HeaderTable(raw.headers)
      headers = table.values
      contradictedHeaders = table.contradicted
    }
  }
}
