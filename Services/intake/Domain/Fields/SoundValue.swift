import Contracts
import Vocabulary

/// A value that is of the type asked for.
enum SoundValue: Hashable {
  case text(String)
  case number(Int)
  case cents(Cents)
  case day(Day)
  case birth(BirthDate)
  case dossier(HouseholdID)
  case boolean(Bool)

  /// The value, or why it is not of that type.
  static func read(_ value: JSONValue, as type: FieldType) -> Result<SoundValue, FieldProblem> {
    switch type {
    case .text: return value.text.map { .success(.text($0)) } ?? .failure(.type(type))
    case .wholeNumber:
      guard case .number = value else { return .failure(.type(type)) }
      return value.wholeNumber.map { .success(.number($0)) } ?? .failure(.notWhole)
    case .cents:
      guard let number = value.wholeNumber else {
        return .failure(.notCents(Euros.meant(by: value)))
      }
      return .success(.cents(Cents(number)))
    case .day:
      guard let text = value.text else { return .failure(.type(type)) }
      return Day(text).map { .success(.day($0)) } ?? .failure(.date)
    case .birth:
      guard let text = value.text else { return .failure(.type(type)) }
      return BirthDate(text).map { .success(.birth($0)) } ?? .failure(.birth)
    case .dossier:
      guard let text = value.text else { return .failure(.type(type)) }
      return HouseholdID(text).map { .success(.dossier($0)) } ?? .failure(.uuid)
    case .boolean:
      guard case .bool(let flag) = value else { return .failure(.type(type)) }
      return .success(.boolean(flag))
    case .enumeration(let words):
      guard let text = value.text else { return .failure(.type(type)) }
      return words.contains(text) ? .success(.text(text)) : .failure(.value(words))
    case .object, .list: return .failure(.type(type))
    }
  }
}

/// Reads the amount that somebody meant who did not write whole cents.
enum Euros {
  /// The amount, where the text can only be one number of euros; `nil` otherwise.
  static func meant(by value: JSONValue) -> Cents? {
    switch value {
    case .number(let text), .text(let text): amount(text)
    case .null, .bool, .list, .object: nil
    }
  }

  /// Whether a number of whole cents is written as euros are: `2840.00`.
  static func isWritten(as value: JSONValue) -> Bool {
    guard case .number(let text) = value else { return false }
    let parts = text.split(separator: ".")
    return parts.count == 2 && isDigits(parts[1], 2...2)
  }

  /// Digits of euros that are understood; a longer number is a mistake.
  private static let mostDigits = 9

  /// `144,20`, `2840.5`, `1 830,00 €`.
  private static func amount(_ text: String) -> Cents? {
    let kept = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "€" }
    let parts = String(String.UnicodeScalarView(kept))
      .split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard let euros = parts.first, parts.count <= 2, isDigits(euros, 1...mostDigits) else {
      return nil
    }
    let cents = parts.count == 2 ? parts[1] : "00"
    guard isDigits(cents, 1...2), let whole = Int(euros), let rest = Int(cents) else { return nil }
    return Cents(whole * 100 + (cents.utf8.count == 1 ? rest * 10 : rest))
  }

  private static func isDigits(_ text: Substring, _ counts: ClosedRange<Int>) -> Bool {
    MemberForms.isDigits(String(text), counts)
  }
}
