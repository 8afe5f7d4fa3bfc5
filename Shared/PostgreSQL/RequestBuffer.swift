import Vocabulary

/// The bound values of one request, encoded one after the other in a single block of memory.
///
/// The connection keeps the block from one request to the next, so that a batch of a thousand
/// values costs no allocation. A single value travels in PostgreSQL's text form, which the server
/// converts to whatever type the place has. Bytes and arrays travel in the binary form, which
/// neither side has to quote or to parse; an array names its type, and a cast in the statement
/// makes another of it.
@safe struct RequestBuffer: ~Copyable {
  /// Where one value lies; NULL has no offset.
  struct Value {
    var offset: Int?
    var length: Int
    var isBinary: Bool
    /// The number of its type in PostgreSQL's catalogue; 0 where the statement says it.
    var type: UInt32 = 0
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
    var type: UInt32 = 0
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
    case .array(let values): try appendArray(values)
    case .sealed: throw RequestBuffer.notSealed
    case .texts, .ints, .uuids, .days, .bools, .byteStrings:
      isBinary = true
      type = try appendBinaryArray(parameter)
    }
    values.append(Value(offset: start, length: count - start, isBinary: isBinary, type: type))
    try reserve(1)
    put(0)  // libpq reads values in text form up to a zero.
  }

  private mutating func appendArray(_ values: [Parameter]) throws(PostgresError) {
    try reserve(1)
    put(UInt8(ascii: "{"))
    for value in values {
      try appendElement(value)
      try separate()
    }
    closeArray()
  }

  private mutating func appendElement(_ value: Parameter) throws(PostgresError) {
    switch value {
    case .null: try appendASCII("NULL")
    case .text(let text): try appendQuoted(text)
    case .int(let number): try appendNumber(number)
    case .bool(let flag): try appendASCII(flag ? "t" : "f")
    case .uuid(let id): try appendIdentifier(id)
    case .day(let day): try appendDay(day)
    case .sealed: throw RequestBuffer.notSealed
    case .bytes, .texts, .ints, .uuids, .days, .bools, .byteStrings, .array:
      throw PostgresError(code: .invalidText, message: "no such element of an array")
    }
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

  // MARK: - Arrays in binary form

  /// Appends an array, and returns the number of its type.
  private mutating func appendBinaryArray(_ parameter: Parameter) throws(PostgresError) -> UInt32 {
    switch parameter {
    case .texts(let texts):
      try appendElements(texts, of: .text) { buffer, text throws(PostgresError) in
        try buffer.appendText(text)
      }
    case .ints(let numbers): try appendElements(numbers, of: .int8) { $0.putBigEndian($1) }
    case .uuids(let ids):
      try appendElements(ids, of: .uuid) {
        $0.putBigEndian($1.high)
        $0.putBigEndian($1.low)
      }
    case .days(let days):
      try appendElements(days, of: .date) { buffer, day throws(PostgresError) in
        try buffer.putDay(day)
      }
    case .bools(let flags): try appendElements(flags, of: .bool) { $0.put($1 ? 1 : 0) }
    case .byteStrings(let strings):
      try appendElements(strings, of: .bytea) { buffer, bytes throws(PostgresError) in
        try buffer.appendBytes(bytes)
      }
    case .null, .text, .int, .bool, .bytes, .uuid, .day, .array, .sealed: 0
    }
  }

  private mutating func appendElements<Value>(
    _ values: [Value?], of type: ArrayType,
    _ write: (inout RequestBuffer, Value) throws(PostgresError) -> Void
  ) throws(PostgresError) -> UInt32 {
    try appendHead(count: values.count, of: type)
    for value in values { try appendElement(value, write) }
    return type.array
  }

  /// The numbers of a type and of its array in PostgreSQL's catalogue: for ever the same.
  private enum ArrayType: UInt32 {
    case bool = 16, bytea = 17, int8 = 20, text = 25, date = 1082, uuid = 2950

    var array: UInt32 {
      switch self {
      case .bool: 1000
      case .bytea: 1001
      case .int8: 1016
      case .text: 1009
      case .date: 1182
      case .uuid: 2951
      }
    }
  }

  /// One dimension, counted from 1; an empty array has none. Whether there are NULLs is but a hint.
  private mutating func appendHead(count elements: Int, of type: ArrayType) throws(PostgresError) {
    try reserve(20)
    putBigEndian(Int32(elements == 0 ? 0 : 1))
    putBigEndian(Int32(1))
    putBigEndian(type.rawValue)
    guard elements > 0 else { return }
    putBigEndian(Int32(clamping: elements))
    putBigEndian(Int32(1))
  }

  /// An element with its length in front; NULL has the length -1. There is room for 16 bytes, what
  /// may be longer makes its own.
  private mutating func appendElement<Value>(
    _ value: Value?, _ write: (inout RequestBuffer, Value) throws(PostgresError) -> Void
  ) throws(PostgresError) {
    try reserve(4 + 16)
    guard let value else { return putBigEndian(Int32(-1)) }
    let place = count
    putBigEndian(Int32(0))
    try write(&self, value)
    let length = Int32(clamping: count - place - 4).bigEndian
    unsafe UnsafeMutableRawPointer(base + place).storeBytes(of: length, as: Int32.self)
  }

  private mutating func putBigEndian(_ number: some FixedWidthInteger) {
    let bytes = number.bigEndian
    unsafe UnsafeMutableRawPointer(base + count).storeBytes(of: bytes, as: type(of: bytes))
    count += bytes.bitWidth / 8
  }

  /// Days are counted from the first day of 2000.
  private mutating func putDay(_ day: Day) throws(PostgresError) {
    guard RequestBuffer.storableOrdinals.contains(day.ordinal) else {
      throw RequestBuffer.dayOutside
    }
    putBigEndian(Int32(clamping: day.ordinal - RequestBuffer.ordinalOf2000))
  }

  // MARK: - Values in text form

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
      throw RequestBuffer.dayOutside
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

  private static let notSealed = PostgresError(
    code: .invalidText, message: "a value that must be sealed was not")
  private static let dayOutside = PostgresError(
    code: .invalidText, message: "a day outside the years 1 to 9999")
  /// Of 2000-01-01, where ordinals begin in 1970.
  private static let ordinalOf2000 = 10_957
  private static let zeroInText = PostgresError(
    code: .invalidText, message: "a text contains U+0000, which PostgreSQL cannot store")
  /// From 0001-01-01 to 9999-12-31.
  private static let storableOrdinals = -719_162...2_932_896
}
