public import Vocabulary

/// One row of a result. Columns are read by name.
///
/// Each accessor throws `PostgresError` with the code `unexpectedResult` where the column is
/// missing, is NULL, or holds something else. The forms that end in `IfPresent` give `nil` for
/// NULL.
public struct Row: Sendable {
  let rows: Rows
  let index: Int

  /// A text. Any column may be read as its text.
  public func text(_ column: String) throws(PostgresError) -> String {
    try require(textIfPresent(column), column)
  }

  /// A whole number.
  public func int(_ column: String) throws(PostgresError) -> Int {
    try require(intIfPresent(column), column)
  }

  /// A truth value.
  public func bool(_ column: String) throws(PostgresError) -> Bool {
    try require(boolIfPresent(column), column)
  }

  /// A day.
  public func day(_ column: String) throws(PostgresError) -> Day {
    try require(dayIfPresent(column), column)
  }

  /// A household's identifier.
  public func uuid(_ column: String) throws(PostgresError) -> HouseholdID {
    try require(uuidIfPresent(column), column)
  }

  /// An amount, from a whole number of cents.
  public func cents(_ column: String) throws(PostgresError) -> Cents {
    try require(centsIfPresent(column), column)
  }

  /// The bytes of a `bytea`; of any other column, the UTF-8 of its text.
  public func bytes(_ column: String) throws(PostgresError) -> [UInt8] {
    try require(bytesIfPresent(column), column)
  }

  /// A text or `nil`.
  public func textIfPresent(_ column: String) throws(PostgresError) -> String? {
    try unsafe read(column, as: "a text") { bytes, _ in
      unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A whole number or `nil`.
  public func intIfPresent(_ column: String) throws(PostgresError) -> Int? {
    try unsafe read(column, as: "a whole number") { bytes, _ in unsafe ValueText.number(bytes) }
  }

  /// A truth value or `nil`.
  public func boolIfPresent(_ column: String) throws(PostgresError) -> Bool? {
    try unsafe read(column, as: "a truth value") { bytes, _ in unsafe ValueText.truth(bytes) }
  }

  /// A day or `nil`.
  public func dayIfPresent(_ column: String) throws(PostgresError) -> Day? {
    try unsafe read(column, as: "a day of the years 1 to 9999") { bytes, _ in
      unsafe ValueText.day(bytes)
    }
  }

  /// A date of birth, as exact as it is known, or `nil`.
  public func birthDateIfPresent(_ column: String) throws(PostgresError) -> BirthDate? {
    try textIfPresent(column).map { text throws(PostgresError) in
      guard let date = BirthDate(text) else { throw unexpected(column, "is not a date of birth") }
      return date
    }
  }

  /// A household's identifier or `nil`.
  public func uuidIfPresent(_ column: String) throws(PostgresError) -> HouseholdID? {
    try unsafe read(column, as: "a UUID") { bytes, _ in unsafe ValueText.identifier(bytes) }
  }

  /// An amount or `nil`.
  public func centsIfPresent(_ column: String) throws(PostgresError) -> Cents? {
    try intIfPresent(column).map(Cents.init)
  }

  /// Bytes or `nil`.
  public func bytesIfPresent(_ column: String) throws(PostgresError) -> [UInt8]? {
    try unsafe read(column, as: "bytes") { bytes, isHexadecimal in
      unsafe isHexadecimal ? ValueText.hexadecimal(bytes) : Array(bytes)
    }
  }

  private func require<T>(_ value: T?, _ column: String) throws(PostgresError) -> T {
    guard let value else { throw unexpected(column, "is NULL") }
    return value
  }

  /// Finds the column and converts its bytes, which are lent for the time of `convert` only.
  private func read<T>(
    _ column: String, as form: StaticString,
    _ convert: (_ bytes: UnsafeBufferPointer<UInt8>, _ isHexadecimal: Bool) -> T?
  ) throws(PostgresError) -> T? {
    guard let position = rows.position(ofColumn: column) else {
      throw unexpected(column, "is not in the result")
    }
    let bytes = unsafe rows.value(row: index, column: position)
    guard let bytes = unsafe bytes else { return nil }
    let value = unsafe convert(bytes, rows.holdsBytes(column: position))
    withExtendedLifetime(rows) {}  // The bytes belong to the rows.
    guard let value else { throw unexpected(column, "is not \(form)") }
    return value
  }

  private func unexpected(_ column: String, _ problem: String) -> PostgresError {
    PostgresError(code: .unexpectedResult, column: column, message: "the column \(problem)")
  }
}
