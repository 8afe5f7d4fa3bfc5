/// One character in bytes of UTF-8, by RFC 3629.
public struct UTF8Sequence: Sendable, Hashable {
  public let scalar: Unicode.Scalar
  /// How many bytes it takes.
  public let length: Int

  /// The character that begins at `start`; `nil` where there is none: a stray or missing byte, more
  /// bytes than the character needs, half a surrogate pair, or a number beyond Unicode.
  public init?(in bytes: [UInt8], at start: Int) {
    guard bytes.indices.contains(start) else { return nil }
    let first = bytes[start]
    let smallest: UInt32
    switch first {
    case 0..<0x80:
      (scalar, length) = (Unicode.Scalar(first), 1)
      return
    case 0xC2...0xDF: (length, smallest) = (2, 0x80)
    case 0xE0...0xEF: (length, smallest) = (3, 0x800)
    case 0xF0...0xF4: (length, smallest) = (4, 0x10000)
    default: return nil
    }
    guard start + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(start + 1)..<(start + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    self.scalar = scalar
  }
}

extension Unicode.Scalar {
  /// Whether Unicode keeps the code point for no character at all.
  public var isNoncharacter: Bool {
    value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
  }
}
