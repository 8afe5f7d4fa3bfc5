import Vocabulary

/// The bound values of one request, encoded one after the other in a single block of memory.
///
/// The connection keeps the block from one request to the next, so that a batch of a thousand
/// values costs no allocation. Everything but `bytes` travels in PostgreSQL's text form, which the
/// server converts to whatever type the place has.
@safe struct RequestBuffer: ~Copyable {
  /// Where one value lies; NULL has no offset.
  struct Value {
    var offset: Int?
    var length: Int
    var isBinary: Bool
  }

  /// The most bytes that one request may hold. Beyond it a batch should be split.
  static let maximumBytes = 64 << 20
  /// The protocol counts parameters in 16 bits.
  static let maximumParameters = 65_535
  /// A block larger than this is given back after the request.
  static let keptBytes = 1 << 20

  private(set) var values: [Value] = []
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  init() {
    capacity = 4096
    unsafe base = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Forgets the last request.
  mutating func reset() {
    values.removeAll(keepingCapacity: true)
    count = 0
    guard capacity > RequestBuffer.keptBytes else { return }
    unsafe base.deallocate()
    capacity = 4096
    unsafe base = UnsafeMutablePointer.allocate(capacity: capacity)
  }

  /// Encodes the values of one statement.
  ///
  /// - Throws: `invalidText` for a value that cannot be stored, `limitExceeded` for too much.
  mutating func append(_ parameters: [Parameter]) throws(PostgresError) {
    guard parameters.count <= RequestBuffer.maximumParameters else {
      throw PostgresError(
        code: .limitExceeded, message: "more than 65535 values in a statement; bind arrays")
    }
    for parameter in parameters { try append(parameter) }
  }

  /// The address of a value, or `nil` for NULL. Valid until the next `append` or `reset`.
  func address(of value: Value) -> UnsafePointer<CChar>? {
    guard let offset = value.offset else { return nil }
    return unsafe UnsafePointer(UnsafeRawPointer(base + offset).assumingMemoryBound(to: CChar.self))
  }

  private mutating func append(_ parameter: Parameter) throws(PostgresError) {
    let start = count
    var isBinary = false
    switch parameter {
    case .null:
      values.append(Value(offset: nil, length: 0, isBinary: false))
      return
    case .text(let text): try appendText(text)
    case .int(let number): try appendNumber(number)
    case .bool(let flag): try appendASCII(flag ? "t" : "f")
    case .bytes(let bytes):
      isBinary = true
      try appendBytes(bytes)
    case .uuid(let id): try appendIdentifier(id)
    case .day(let day): try appendDay(day)
    case .texts, .ints, .uuids, .days, .bools: try appendArray(parameter)
    }
    values.append(Value(offset: start, length: count - start, isBinary: isBinary))
    try reserve(1)
    put(0)  // libpq reads values in text form up to a zero.
  }

  private mutating func appendArray(_ parameter: Parameter) throws(PostgresError) {
    try reserve(1)
    put(UInt8(ascii: "{"))
    switch parameter {
    case .texts(let texts):
      for text in texts {
        if let text { try appendQuoted(text) } else { try appendASCII("NULL") }
        try separate()
      }
    case .ints(let numbers):
      for number in numbers {
        if let number { try appendNumber(number) } else { try appendASCII("NULL") }
        try separate()
      }
    case .days(let days):
      for day in days {
        if let day { try appendDay(day) } else { try appendASCII("NULL") }
        try separate()
      }
    case .uuids(let ids):
      for id in ids {
        try appendIdentifier(id)
        try separate()
      }
    case .bools(let flags):
      for flag in flags {
        try appendASCII(flag ? "t" : "f")
        try separate()
      }
    case .null, .text, .int, .bool, .bytes, .uuid, .day: break
    }
    closeArray()
  }

  private mutating func separate() throws(PostgresError) {
    try reserve(1)
    put(UInt8(ascii: ","))
  }

  /// Replaces the last comma by the closing brace; an empty array has no comma.
  private mutating func closeArray() {
    if unsafe base[count - 1] == UInt8(ascii: ",") {
      unsafe base[count - 1] = UInt8(ascii: "}")
    } else {
      // `separate` or the opening brace has always left room, for capacity never sits at the edge.
      put(UInt8(ascii: "}"))
    }
  }

  private mutating func appendText(_ text: String) throws(PostgresError) {
    var text = text
    let length = text.utf8.count
    try reserve(length)
    let isStorable = text.withUTF8 { bytes in
      guard let source = bytes.baseAddress, length > 0 else { return true }
      unsafe (base + count).initialize(from: source, count: length)
      return unsafe !bytes.contains(0)
    }
    guard isStorable else { throw RequestBuffer.zeroInText }
    count += length
  }

  /// A text as an element of an array: in quotes, with quotes and backslashes escaped.
  private mutating func appendQuoted(_ text: String) throws(PostgresError) {
    var text = text
    let length = text.utf8.count
    try reserve(2 * length + 2)
    put(UInt8(ascii: "\""))
    let written: Int? = text.withUTF8 { bytes in
      var target = unsafe base + count
      for index in 0..<length {
        let byte = unsafe bytes[index]
        if byte == 0 { return nil }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          unsafe target.pointee = UInt8(ascii: "\\")
          unsafe target += 1
        }
        unsafe target.pointee = byte
        unsafe target += 1
      }
      return unsafe target - (base + count)
    }
    guard let written else { throw RequestBuffer.zeroInText }
    count += written
    put(UInt8(ascii: "\""))
  }

  private mutating func appendBytes(_ bytes: [UInt8]) throws(PostgresError) {
    try reserve(bytes.count)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let source = bytes.baseAddress else { return }
      unsafe (base + count).initialize(from: source, count: bytes.count)
    }
    count += bytes.count
  }

  private mutating func appendASCII(_ text: StaticString) throws(PostgresError) {
    let length = text.utf8CodeUnitCount
    try reserve(length)
    unsafe (base + count).initialize(from: text.utf8Start, count: length)
    count += length
  }

  private mutating func appendNumber(_ number: Int) throws(PostgresError) {
    try reserve(20)  // "-9223372036854775808"
    if number < 0 { put(UInt8(ascii: "-")) }
    putDigits(number.magnitude, width: 1)
  }

  private mutating func appendDay(_ day: Day) throws(PostgresError) {
    guard RequestBuffer.storableOrdinals.contains(day.ordinal) else {
      throw PostgresError(code: .invalidText, message: "a day outside the years 1 to 9999")
    }
    try reserve(10)
    let (year, month, dayOfMonth) = day.components
    putDigits(UInt(year), width: 4)
    put(UInt8(ascii: "-"))
    putDigits(UInt(month), width: 2)
    put(UInt8(ascii: "-"))
    putDigits(UInt(dayOfMonth), width: 2)
  }

  private mutating func appendIdentifier(_ id: HouseholdID) throws(PostgresError) {
    try reserve(36)
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 { put(UInt8(ascii: "-")) }
      let word = index < 16 ? id.high : id.low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - (index & 15) * 4)) & 0xF
      put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  private mutating func putDigits(_ number: UInt, width: Int) {
    var digits = 1
    var rest = number
    while rest >= 10 {
      digits += 1
      rest /= 10
    }
    digits = max(digits, width)
    rest = number
    for position in stride(from: digits - 1, through: 0, by: -1) {
      unsafe base[count + position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Writes a byte for which `reserve` has made room.
  private mutating func put(_ byte: UInt8) {
    unsafe base[count] = byte
    count += 1
  }

  /// Makes room for `extra` bytes, and always one more for a closing brace.
  private mutating func reserve(_ extra: Int) throws(PostgresError) {
    guard count + extra >= capacity else { return }
    guard count + extra < RequestBuffer.maximumBytes else {
      throw PostgresError(code: .limitExceeded, message: "more than 64 MiB in a request; split it")
    }
    let larger = max(2 * capacity, count + extra + 1)
    let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe fresh.initialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = fresh
    capacity = larger
  }

  private static let zeroInText = PostgresError(
    code: .invalidText, message: "a text contains U+0000, which PostgreSQL cannot store")
  /// From 0001-01-01 to 9999-12-31.
  private static let storableOrdinals = -719_162...2_932_896
}
