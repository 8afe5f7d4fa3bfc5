/// Writes JSON by hand: a log line and a probe's answer need strings, numbers and nothing else.
enum JSONText {
  /// Appends `text` as a JSON string, quotes included, cut after `limit` bytes of UTF-8.
  static func append(_ text: String, to bytes: inout [UInt8], limit: Int = .max) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.count <= limit {
      for byte in text.utf8 { append(byte, to: &bytes) }
    } else {
      var cut = Array(text.utf8.prefix(limit))
      // A character cut in half would make the line invalid UTF-8, so its first bytes go too.
      while let last = cut.last, last & 0b1100_0000 == 0b1000_0000 { cut.removeLast() }
      if let last = cut.last, last >= 0b1100_0000 { cut.removeLast() }
      for byte in cut { append(byte, to: &bytes) }
      bytes.append(contentsOf: "…".utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
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
