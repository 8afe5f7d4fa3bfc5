import Vocabulary

/// The checks of single fields. Each throws the refusal that names the field, and never its value.
struct Checks {
  /// The day of reception.
  let today: Day

  /// The date of an act: neither to come, nor barred by prescription.
  func act(_ day: Day, _ path: String) throws(Refusal) {
    try past(day, path)
    if day < Bounds.years(-Bounds.yearsOfPrescription, from: today) {
      throw .fieldInvalid(path, .tooOld)
    }
  }

  /// A date that has come, and not before 1900.
  func past(_ day: Day, _ path: String) throws(Refusal) {
    if day > today { throw .fieldInvalid(path, .future) }
    if day < Bounds.earliest { throw .fieldInvalid(path, .tooEarly) }
  }

  /// A date, if any, on or after `start`, which `field` gives, and at most `years` years after it.
  func day(
    _ day: Day?, _ path: String, from start: Day, of field: String, within years: Int
  ) throws(Refusal) {
    guard let day else { return }
    if day < start { throw .fieldInvalid(path, .before(field)) }
    if day > Bounds.years(years, from: start) { throw .fieldInvalid(path, .tooFar) }
  }

  /// An amount, if any, within its bounds.
  func amount(_ amount: Cents?, _ path: String, _ bounds: ClosedRange<Int>) throws(Refusal) {
    guard let amount else { return }
    if !bounds.contains(amount.value) { throw .fieldInvalid(path, .amount(bounds)) }
  }

  /// A number, if any, within its bounds.
  func number(_ number: Int?, _ path: String, _ bounds: ClosedRange<Int>) throws(Refusal) {
    guard let number else { return }
    if !bounds.contains(number) { throw .fieldInvalid(path, .range(bounds)) }
  }

  /// A field that must be there.
  func present<Value>(_ value: Value?, _ path: String) throws(Refusal) {
    if value == nil { throw .fieldMissing(path) }
  }

  /// A text, if any, that says something, has no control character and is not too long.
  func text(_ text: String?, _ path: String, limit: Int = Bounds.shortText) throws(Refusal) {
    guard let text else { return }
    // The bytes first: a single character may be made of any number of them.
    if text.utf8.count > limit * 4 || text.unicodeScalars.count > limit {
      throw .fieldInvalid(path, .tooLong(limit))
    }
    if text.allSatisfy(\.isWhitespace) { throw .fieldInvalid(path, .empty) }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw .fieldInvalid(path, .controlCharacters)
    }
  }

  /// A text of which something is left in its normal form.
  func readable(
    _ text: String, _ path: String, limit: Int = Bounds.shortText, _ normal: (String) -> String
  ) throws(Refusal) {
    try self.text(text, path, limit: limit)
    if normal(text).isEmpty { throw .fieldInvalid(path, .noLetter) }
  }

  /// A text of a given form.
  func form(_ isRight: Bool, _ path: String, _ problem: FieldProblem) throws(Refusal) {
    if !isRight { throw .fieldInvalid(path, problem) }
  }
}
