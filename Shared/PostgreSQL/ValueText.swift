import Vocabulary

/// Reads values in PostgreSQL's text form straight from libpq's memory, without a `String`
/// between. Each gives `nil` for anything that has not exactly the form it expects.
enum ValueText {
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let isNegative = unsafe bytes.first == UInt8(ascii: "-")
    if isNegative { index = 1 }
    guard index < bytes.count else { return nil }
    var value = 0
    while index < bytes.count {
      guard let digit = unsafe decimal(bytes[index]) else { return nil }
      // Built from the negative side, which reaches one further than the positive one.
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (next, isTooLargeNow) = product.subtractingReportingOverflow(digit)
      guard !isTooLarge, !isTooLargeNow else { return nil }
      value = next
      index += 1
    }
    guard !isNegative else { return value }
    return value == .min ? nil : -value
  }

  static func truth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard bytes.count == 1 else { return nil }
    switch unsafe bytes[0] {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "f"): return false
    default: return nil
    }
  }

  /// `YYYY-MM-DD`; not `infinity`, and no year before Christ or beyond 9999.
  static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    guard bytes.count == 10, unsafe bytes[4] == UInt8(ascii: "-"),
      unsafe bytes[7] == UInt8(ascii: "-"),
      let year = unsafe number(UnsafeBufferPointer(rebasing: bytes[0..<4])),
      let month = unsafe number(UnsafeBufferPointer(rebasing: bytes[5..<7])),
      let day = unsafe number(UnsafeBufferPointer(rebasing: bytes[8..<10]))
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// A UUID as the server writes it: 36 characters in five groups.
  static func identifier(_ bytes: UnsafeBufferPointer<UInt8>) -> HouseholdID? {
    guard bytes.count == 36 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<36 {
      let byte = unsafe bytes[index]
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = hexadecimalDigit(byte) else { return nil }
      // The first 16 digits end at character 18.
      if index < 18 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
    }
    return HouseholdID(high: high, low: low)
  }

  /// `\x` and two digits for each byte.
  static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count >= 2, bytes.count.isMultiple(of: 2),
      unsafe bytes[0] == UInt8(ascii: "\\"), unsafe bytes[1] == UInt8(ascii: "x")
    else { return nil }
    var isValid = true
    let count = bytes.count / 2 - 1
    let decoded = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, written in
      for index in 0..<count {
        guard let high = unsafe hexadecimalDigit(bytes[2 * index + 2]),
          let low = unsafe hexadecimalDigit(bytes[2 * index + 3])
        else {
          isValid = false
          return
        }
        unsafe target.initializeElement(at: index, to: high << 4 | low)
        written = index + 1
      }
    }
    return isValid ? decoded : nil
  }

  private static func decimal(_ byte: UInt8) -> Int? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? Int(value) : nil
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
