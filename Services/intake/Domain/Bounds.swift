import Vocabulary

/// The bounds beyond which a value is a mistake of typing, not a case. Amounts are in cents.
enum Bounds {
  /// Rent debt, and what is paid on it: up to 500 000 €.
  static let debt = 1...50_000_000
  /// Monthly rent without charges: up to 20 000 €.
  static let rent = 1...2_000_000
  /// Monthly charges, housing aid: up to 10 000 €.
  static let monthly = 0...1_000_000
  /// Monthly resources and fixed charges of a household: up to 100 000 €.
  static let resources = 0...10_000_000
  /// Debts other than rent: up to 10 000 000 €.
  static let otherDebts = 0...1_000_000_000

  /// Months of arrears: ten years.
  static let months = 0...120
  /// Instalments of a plan or of a judge's schedule (loi 89-462 art. 24 V: three years).
  static let instalments = 1...36
  /// Persons of 14 or more.
  static let adults = 1...20
  /// Children under 14.
  static let children = 0...20
  /// Tenants named in an act.
  static let tenants = 1...12

  /// Surname, first name, étude, court, reference, contract, reason.
  static let shortText = 80
  /// Number and street, stairs and door.
  static let longText = 200
  /// Code of a caisse.
  static let caisse = 20
  /// Digits of an allocataire's number.
  static let allocataire = 1...7

  /// No act older than this is received: what it claims is barred (loi 89-462 art. 7-1).
  static let yearsOfPrescription = 3
  /// Delays of the judge end at most this long after the decision (loi 89-462 art. 24 V, CPCE
  /// art. L412-4 as in force in 2017).
  static let yearsOfDelays = 3
  /// A moratoire lasts at most two years (C. consom. art. L733-1).
  static let yearsOfMoratoire = 2
  /// The measures of a surendettement last at most seven years (C. consom. art. L733-1).
  static let yearsOfPlan = 7
  /// A protocole de cohésion sociale lasts at most two years, its amendment three (CCH L353-15-2).
  static let yearsOfProtocol = 2
  static let yearsOfAmendment = 3
  /// A measure of protection of an adult is reviewed within twenty years (Code civil art. 441, 442).
  static let yearsOfProtection = 20
  /// Attempts to meet a household, as a DSF of carence lists them.
  static let attempts = 1...20
  /// A hearing, a délibéré or a first instalment lies at most this far ahead.
  static let yearsAhead = 3
  /// Nobody named in an act was born before, and no lease is older.
  static let earliest = Day(ordinal: -25_567)  // 1900-01-01

  /// The day `years` years later (earlier when negative); 29 February becomes 28.
  static func years(_ years: Int, from day: Day) -> Day {
    let (year, month, number) = day.components
    let length = Day.length(ofMonth: month, year: year + years)
    return Day(year: year + years, month: month, day: min(number, length)) ?? day
  }

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

  /// Whether the text is that many digits.
  static func isDigits(_ text: String, _ counts: ClosedRange<Int>) -> Bool {
    counts.contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
