/// The one rule for text from outside that a table, a log or a receipt must be able to hold: no
/// control character, and no longer than it may be.
public enum StorableText {
  /// Characters of an identifier, a type or a name that are kept, unless a place says otherwise.
  public static let usualLength = 200
  /// What stands for a character that cannot be kept.
  private static let substitute: Unicode.Scalar = "\u{FFFD}"

  /// Whether the text can stand in a column as it is.
  public static func isStorable(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
      || text.unicodeScalars.allSatisfy { isStorable($0) }
  }

  /// The text with a substitute for each character that cannot be kept, cut to that many
  /// characters.
  public static func printable(_ text: String, atMost length: Int = usualLength) -> String {
    // One pass and no copy for what is sound already: nearly everything.
    if text.utf8.count <= length, isStorable(text) { return text }
    let kept = text.unicodeScalars.prefix(length)
    return String(String.UnicodeScalarView(kept.map { isStorable($0) ? $0 : substitute }))
  }

  /// Bytes as text: those that are no UTF-8 are written `\xE9`.
  public static func printable(_ bytes: [UInt8], atMost length: Int = usualLength) -> String {
    var text = ""
    var index = 0
    while index < bytes.count, index < length {
      if let next = UTF8Sequence(in: bytes, at: index) {
        text.unicodeScalars.append(next.scalar)
        index += next.length
      } else {
        let digits = String(bytes[index], radix: 16, uppercase: true)
        text += (digits.utf8.count == 1 ? "\\x0" : "\\x") + digits
        index += 1
      }
    }
    return printable(text, atMost: length)
  }

  private static func isStorable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: false
    default: true
    }
  }
}
