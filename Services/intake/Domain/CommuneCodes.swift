/// A set of INSEE codes of communes, a bit a code: all of France in 16 KB.
struct CommuneCodes: Sendable {
  private var bits = [UInt64](repeating: 0, count: 102_000 / 64 + 1)

  mutating func insert(_ code: some Collection<UInt8>) {
    guard let number = Self.number(code) else { return }
    bits[number / 64] |= 1 << UInt64(number % 64)
  }

  func contains(_ code: String) -> Bool {
    guard let number = Self.number(code.utf8) else { return false }
    return bits[number / 64] & (1 << UInt64(number % 64)) != 0
  }

  /// Five digits as they are; the two halves of Corsica behind them.
  private static func number(_ code: some Collection<UInt8>) -> Int? {
    guard code.count == 5 else { return nil }
    var number = 0
    var half = 0
    for (place, byte) in code.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number * 10 + Int(byte) - 48
      case UInt8(ascii: "A") where place == 1: (number, half) = (0, 100_000)
      case UInt8(ascii: "B") where place == 1: (number, half) = (0, 101_000)
      default: return nil
      }
    }
    // Only Corsica has a letter: `2A`, `2B`.
    guard half == 0 || code.first == UInt8(ascii: "2") else { return nil }
    return half + number
  }
}
