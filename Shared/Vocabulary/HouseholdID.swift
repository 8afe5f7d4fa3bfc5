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
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard groups.map(\.count) == [8, 4, 4, 4, 12] else { return nil }
    var digits: [UInt64] = []
    for byte in groups.joined() {
      guard let digit = HouseholdID.value(ofHexadecimal: byte) else { return nil }
      digits.append(digit)
    }
    high = digits[0..<16].reduce(0) { $0 << 4 | $1 }
    low = digits[16..<32].reduce(0) { $0 << 4 | $1 }
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

extension HouseholdID: CustomStringConvertible {
  /// The identifier as a lower-case UUID.
  public var description: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(36)
    let alphabet = Array("0123456789abcdef".utf8)
    for index in 0..<32 {
      if [8, 12, 16, 20].contains(index) { bytes.append(UInt8(ascii: "-")) }
      let word = index < 16 ? high : low
      bytes.append(alphabet[Int(word >> UInt64(60 - (index % 16) * 4) & 0xF)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension HouseholdID: Codable {
  /// Reads a UUID.
  ///
  /// - Throws: `DecodingError.dataCorrupted` for any other text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = HouseholdID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
    }
    self = id
  }

  /// Writes a lower-case UUID.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
