/// The identifier of a dossier: one household, in one dwelling, under one lease.
///
/// 128 bits that say nothing about the people behind them, so it may stand in a log.
public struct HouseholdID: Hashable, Comparable, Sendable {
  /// The first and the last 64 bits.
  public let high: UInt64, low: UInt64

  /// The identifier made of these 128 bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The identifier written as a UUID, or `nil` for any other text.
  public init?(_ text: some StringProtocol) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var count = 0
    // One pass over the bytes: every message that arrives names its dossier.
    for byte in text.utf8 {
      if count == 8 || count == 13 || count == 18 || count == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard count < 36, let digit = HouseholdID.value(ofHexadecimal: byte) else { return nil }
        // The first 16 digits end before character 18.
        if count < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
      }
      count += 1
    }
    guard count == 36 else { return nil }
    self.init(high: high, low: low)
  }

  private static func value(ofHexadecimal byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Whether the left identifier comes first, by its bits.
  public static func < (left: HouseholdID, right: HouseholdID) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension HouseholdID {
  /// The identifier as a lower-case UUID.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { bytes in
      var place = 0
      for index in 0..<32 {
        if index == 8 || index == 12 || index == 16 || index == 20 {
          bytes[place] = UInt8(ascii: "-")
          place += 1
        }
        let word = index < 16 ? high : low
        let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - (index % 16) * 4) & 0xF)
        bytes[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        place += 1
      }
      return place
    }
  }
}

extension HouseholdID: WrittenAsText {
  /// What another text is told not to be.
  public static var form: String { "a UUID" }
}
