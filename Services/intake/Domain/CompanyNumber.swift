/// The check of the numbers that INSEE gives to companies and their establishments.
enum CompanyNumber {
  /// Whether the text is a SIREN: nine digits with a right key.
  static func isSIREN(_ text: String) -> Bool {
    MemberForms.isDigits(text, 9...9) && luhn(text) % 10 == 0
  }

  /// Whether the text is a SIRET: fourteen digits with a right key.
  ///
  /// The establishments of La Poste have run out of numbers: theirs are right when the plain sum of
  /// the digits is a multiple of 5.
  static func isSIRET(_ text: String) -> Bool {
    guard MemberForms.isDigits(text, 14...14) else { return false }
    if luhn(text) % 10 == 0 { return true }
    return text.hasPrefix("356000000") && digits(text).reduce(0, +) % 5 == 0
  }

  private static func luhn(_ text: String) -> Int {
    digits(text).reversed().enumerated().reduce(0) { sum, item in
      let (index, digit) = item
      let value = index.isMultiple(of: 2) ? digit : digit * 2
      return sum + (value > 9 ? value - 9 : value)
    }
  }

  private static func digits(_ text: String) -> [Int] {
    text.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
  }
}
