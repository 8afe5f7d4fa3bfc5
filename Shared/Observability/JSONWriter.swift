/// Writes JSON as it grows: the encoder of log lines and of a probe's answer.
///
/// Foundation's encoder sorts the fields or leaves their order to chance, cannot cut a long value,
/// and would bring Foundation into every line of every service.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether a comma must stand before the next value or key.
  private var follows = false

  init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }
  mutating func beginList() { open(UInt8(ascii: "[")) }
  mutating func endList() { close(UInt8(ascii: "]")) }

  /// The name of a member; its value comes next.
  mutating func key(_ name: String, limit: Int = .max) {
    value(name, limit: limit)
    bytes.append(UInt8(ascii: ":"))
    follows = false
  }

  /// A text, cut after `limit` bytes of UTF-8.
  mutating func value(_ text: String, limit: Int = .max) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.count <= limit {
      for byte in text.utf8 { append(byte) }
    } else {
      var cut = Array(text.utf8.prefix(limit))
      // A character cut in half would make the line invalid UTF-8, so its first bytes go too.
      while let last = cut.last, last & 0b1100_0000 == 0b1000_0000 { cut.removeLast() }
      if let last = cut.last, last >= 0b1100_0000 { cut.removeLast() }
      for byte in cut { append(byte) }
      bytes.append(contentsOf: "…".utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func value(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  /// Members that another writer wrote, without their braces.
  mutating func members(_ written: [UInt8]) {
    separate()
    bytes.append(contentsOf: written)
  }

  /// Ends the text with a newline.
  mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func open(_ brace: UInt8) {
    separate()
    bytes.append(brace)
    follows = false
  }

  private mutating func close(_ brace: UInt8) {
    bytes.append(brace)
    follows = true
  }

  private mutating func separate() {
    if follows { bytes.append(UInt8(ascii: ",")) }
    follows = true
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
    case UInt8(ascii: "\r"): bytes.append(contentsOf: #"\r"#.utf8)
    case UInt8(ascii: "\t"): bytes.append(contentsOf: #"\t"#.utf8)
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    default: bytes.append(byte)
    }
  }
}
