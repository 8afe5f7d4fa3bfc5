import Contracts

/// The number of a person in the national register (numéro de sécurité sociale). It may not be sent
/// to Amont at all: whoever writes one is told so, and nothing of the event is kept.
enum NIR {
  /// Whether the text is a NIR with its key: fifteen characters, however they are spaced. No other
  /// number has this form but by an odd chance, so it may be asked of any text.
  static func isWhole(_ text: String) -> Bool { isWhole(text.utf8) }

  /// Whether the text is a NIR with its key or without, perhaps padded with zeros. Without the key
  /// thirteen digits may be something else, so this is asked only where no other number so long is
  /// right.
  static func isAny(_ text: String) -> Bool {
    guard let signs = signs(text.utf8.drop { $0 == UInt8(ascii: "0") }) else { return false }
    return hasForm(signs) && (signs.count == bare || hasKey(signs))
  }

  /// Whether a text or a number in that value is a NIR with its key.
  static func stands(in value: JSONValue) -> Bool {
    switch value {
    case .text(let text), .number(let text): isWhole(text)
    case .list(let values): values.contains(where: stands)
    case .object(let members): members.contains { stands(in: $0.value) }
    case .null, .bool: false
    }
  }

  private static let bare = 13
  private static let whole = 15
  /// No NIR is written with more signs between its groups.
  private static let longest = 48

  private static func isWhole(_ text: some Collection<UInt8>) -> Bool {
    guard text.count <= longest, let signs = signs(text), signs.count == whole else { return false }
    return hasForm(signs) && hasKey(signs)
  }

  /// The digits and letters without what stands between groups; `nil` where they are none or too
  /// many.
  private static func signs(_ text: some Collection<UInt8>) -> [UInt8]? {
    var signs: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A"), UInt8(ascii: "B"):
        signs.append(byte)
      case UInt8(ascii: "a"), UInt8(ascii: "b"): signs.append(byte & 0xDF)
      // A space, a dot, a hyphen, and the bytes of the two spaces that do not break a line.
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), 0xC2, 0xA0, 0xE2, 0x80, 0xAF:
        continue
      default: return nil
      }
      if signs.count > whole { return nil }
    }
    return signs.count == whole || signs.count == bare ? signs : nil
  }

  /// Sex, year, month (beyond 12 where it is not known), département, commune, order.
  private static func hasForm(_ signs: [UInt8]) -> Bool {
    guard "123478".utf8.contains(signs[0]), let month = number(signs[3...4]) else { return false }
    let corsica = signs[5] == UInt8(ascii: "2") && signs[6] > UInt8(ascii: "9")
    let digits = signs[1...4] + signs[7...] + (corsica ? [] : signs[5...6])
    return number(digits) != nil && ((1...12).contains(month) || (20...99).contains(month))
  }

  /// The key is what 97 lacks of the number's remainder; Corsica counts as 19 and 18 there.
  private static func hasKey(_ signs: [UInt8]) -> Bool {
    var digits = Array(signs[..<bare])
    if digits[6] > UInt8(ascii: "9") {
      (digits[5], digits[6]) = (
        UInt8(ascii: "1"), digits[6] == UInt8(ascii: "A") ? UInt8(ascii: "9") : UInt8(ascii: "8")
      )
    }
    guard let value = number(digits[...]), let key = number(signs[bare...]) else { return false }
    return key == 97 - value % 97
  }

  /// At most fifteen digits.
  private static func number(_ digits: some Sequence<UInt8>) -> Int? {
    digits.reduce(0) { value, digit in
      guard let value, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      return value * 10 + Int(digit) - 48
    }
  }
}
