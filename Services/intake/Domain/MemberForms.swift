import Contracts
import Vocabulary

/// Bounds and forms that rules of members refer to.
enum MemberForms {
  /// Nobody named in an act was born before, and no lease is older.
  static let earliest = Day(ordinal: -25_567)  // 1900-01-01

  /// Whether the text has the form of an INSEE code: `93066`, `2A004`.
  static func isINSEE(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, isDigit(bytes[0]), bytes[2...].allSatisfy(isDigit) else { return false }
    return isDigit(bytes[1])
      || bytes[0] == UInt8(ascii: "2") && [UInt8(ascii: "A"), UInt8(ascii: "B")].contains(bytes[1])
  }

  /// Whether the text has the form of a number of the répertoire général: `17/01234`.
  static func isRG(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 8 && bytes[2] == UInt8(ascii: "/") && bytes[..<2].allSatisfy(isDigit)
      && bytes[3...].allSatisfy(isDigit)
  }

  /// Whether the text is an hour of the day: `14:00`.
  static func isHour(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      bytes[..<2].allSatisfy(isDigit), bytes[3...].allSatisfy(isDigit)
    else { return false }
    return text < "24:00" && bytes[3] < UInt8(ascii: "6")
  }

  /// Whether the text is an allocataire's number, however many zeros stand before it; one of zeros
  /// alone is nobody's.
  static func isAllocataire(_ text: String) -> Bool {
    text.utf8.count <= FieldBounds.shortText
      && isDigits(String(text.drop { $0 == "0" }), FieldBounds.allocataire)
  }

  /// Whether the text is that many digits.
  static func isDigits(_ text: String, _ counts: ClosedRange<Int>) -> Bool {
    counts.contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
