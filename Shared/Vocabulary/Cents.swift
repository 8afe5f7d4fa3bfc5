/// An amount of euros in whole cents. Money is never a floating-point number.
public struct Cents: Hashable, Comparable, Sendable {
  /// The amount, in cents.
  public let value: Int

  /// An amount of `value` cents.
  public init(_ value: Int) { self.value = value }

  public static let zero = Cents(0)

  /// Whether the left amount is the smaller one.
  public static func < (left: Cents, right: Cents) -> Bool { left.value < right.value }

  /// The most instalments of one debt: a hundred years of months. It bounds what a bad count can
  /// ask.
  public static let mostInstalments = 1_200

  /// The sum. Saturates: an amount from outside must never trap.
  public static func + (left: Cents, right: Cents) -> Cents {
    let (sum, overflow) = left.value.addingReportingOverflow(right.value)
    return Cents(overflow ? (left.value < 0 ? .min : .max) : sum)
  }

  /// The difference. Saturates as the sum does.
  public static func - (left: Cents, right: Cents) -> Cents {
    let (difference, overflow) = left.value.subtractingReportingOverflow(right.value)
    return Cents(overflow ? (left.value < 0 ? .min : .max) : difference)
  }

  /// The instalments of a debt paid in `count` equal parts; the last one takes the remainder.
  ///
  /// 1 830 € in 36 parts is 35 times 50.83 € and once 50.95 €. Returns nothing for a count below 1
  /// or above `mostInstalments`.
  public func instalments(_ count: Int) -> [Cents] {
    guard (1...Cents.mostInstalments).contains(count) else { return [] }
    let part = value / count
    return (1...count).map { Cents($0 == count ? value - part * (count - 1) : part) }
  }
}

extension Cents: Codable {
  /// Reads a whole number of cents.
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Int.self)
  }

  /// Writes a whole number of cents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension Cents: CustomStringConvertible {
  /// The amount as a French reader writes it: `1 830,00 €`.
  public var description: String {
    let magnitude = value.magnitude
    let cents = magnitude % 100
    var euros = ""
    for (index, digit) in String(magnitude / 100).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { euros.append("\u{202F}") }
      euros.append(digit)
    }
    return (value < 0 ? "-" : "") + String(euros.reversed()) + "," + (cents < 10 ? "0" : "")
      + String(cents) + " €"
  }
}
