/// A whole number followed by its unit, as an agent writes it: `10 jours ouvrés`.
enum WrittenQuantity {
  /// The most digits of a number: more would be a mistake of the hand.
  static let maximumDigits = 9

  /// The number and the unit, which may be empty; `nil` where the text is something else.
  static func parts(of text: String) -> (count: Int, unit: String)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= maximumDigits, let count = Int(digits) else {
      return nil
    }
    let rest = text.dropFirst(digits.count)
    guard rest.first.map({ $0.isWhitespace || $0 == "%" }) ?? true else { return nil }
    return (count, rest.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// A number of hundredths written `33`, `33,5` or `33.50`, before that unit.
  static func hundredths(of text: String, units: [String]) -> Int? {
    let body = text.split(whereSeparator: \.isWhitespace).joined()
    guard let unit = units.first(where: body.hasSuffix) else { return nil }
    let number = body.dropLast(unit.count)
    let halves = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard let whole = halves.first, halves.count <= 2, isNumber(whole), let units = Int(whole)
    else { return nil }
    guard halves.count == 2 else { return units * 100 }
    guard isNumber(halves[1]), halves[1].count <= 2, let fraction = Int(halves[1]) else {
      return nil
    }
    return units * 100 + (halves[1].count == 1 ? fraction * 10 : fraction)
  }

  /// Writes hundredths with a comma, and without it where they are whole.
  static func text(ofHundredths value: Int) -> String {
    let rest = value % 100
    return rest == 0 ? "\(value / 100)" : "\(value / 100),\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func isNumber(_ text: Substring) -> Bool {
    (1...maximumDigits).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
