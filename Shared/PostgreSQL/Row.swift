import Sealing
public import Vocabulary

/// One row of a result. Columns are read by name.
///
/// Each accessor throws `PostgresError` with the code `unexpectedResult` where the column is
/// missing, is NULL, or holds something else. The forms that end in `IfPresent` give `nil` for
/// NULL.
public struct Row: Sendable {
  let rows: Rows
  let index: Int
  private var origin = Origin.unknown

  /// Where the values of a row stand, to which what is sealed is bound.
  private enum Origin {
    case unknown
    case table(String, of: HouseholdID?, orOf: HouseholdID?)
    case place(String)
  }

  init(rows: Rows, index: Int) {
    self.rows = rows
    self.index = index
  }

  /// The same row, whose sealed values stand in columns of that table under their own names.
  ///
  /// - Parameters:
  ///   - subject: Whose they must be; by default those of the household in the column of that name,
  ///     where there is one.
  ///   - other: Whose they may be instead.
  public func of(
    _ table: String, subject: HouseholdID? = nil, orOf other: HouseholdID? = nil
  ) -> Row {
    var row = self
    row.origin = .table(table, of: subject, orOf: other)
    return row
  }

  /// The same row, whose sealed value stands in that column of that table: `inbox.body`.
  public func at(_ place: String) -> Row {
    var row = self
    row.origin = .place(place)
    return row
  }

  /// Whether the key was destroyed that opens the value of that column.
  public func isErased(_ column: String) -> Bool {
    guard let keys = rows.keys, let position = rows.position(ofColumn: column),
      rows.holdsBytes(column: position),
      let bytes = unsafe rows.value(row: index, column: position),
      let decoded = unsafe ValueText.hexadecimal(bytes)
    else { return false }
    return SealedForm.subject(of: decoded).map(keys.isErased) ?? false
  }

  /// Whether the key of the household of this row was destroyed.
  public var isErased: Bool {
    guard let keys = rows.keys, let household = try? uuidIfPresent("household") else {
      return false
    }
    return keys.isErased(household)
  }

  /// A text. Any column may be read as its text; of a `bytea`, the text that its bytes are.
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

  /// The bytes of a `bytea`, opened where they are sealed; of any other column, the UTF-8 of its
  /// text.
  public func bytes(_ column: String) throws(PostgresError) -> [UInt8] {
    try require(bytesIfPresent(column), column)
  }

  /// A text or `nil`.
  public func textIfPresent(_ column: String) throws(PostgresError) -> String? {
    try unsafe read(column, as: "a text") { bytes in
      unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A whole number or `nil`.
  public func intIfPresent(_ column: String) throws(PostgresError) -> Int? {
    try unsafe read(column, as: "a whole number") { bytes in unsafe ValueText.number(bytes) }
  }

  /// A truth value or `nil`.
  public func boolIfPresent(_ column: String) throws(PostgresError) -> Bool? {
    try unsafe read(column, as: "a truth value") { bytes in unsafe ValueText.truth(bytes) }
  }

  /// A day or `nil`.
  public func dayIfPresent(_ column: String) throws(PostgresError) -> Day? {
    try unsafe read(column, as: "a day of the years 1 to 9999") { bytes in
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
    try unsafe read(column, as: "a UUID") { bytes in unsafe ValueText.identifier(bytes) }
  }

  /// An amount or `nil`.
  public func centsIfPresent(_ column: String) throws(PostgresError) -> Cents? {
    try intIfPresent(column).map(Cents.init)
  }

  /// Bytes or `nil`.
  public func bytesIfPresent(_ column: String) throws(PostgresError) -> [UInt8]? {
    try unsafe read(column, as: "bytes") { bytes in unsafe Array(bytes) }
  }

  private func require<T>(_ value: T?, _ column: String) throws(PostgresError) -> T {
    guard let value else { throw unexpected(column, "is NULL") }
    return value
  }

  /// Finds the column and converts its bytes, which are lent for the time of `convert` only.
  private func read<T>(
    _ column: String, as form: StaticString,
    _ convert: (_ bytes: UnsafeBufferPointer<UInt8>) -> T?
  ) throws(PostgresError) -> T? {
    guard let position = rows.position(ofColumn: column) else {
      throw unexpected(column, "is not in the result")
    }
    let bytes = unsafe rows.value(row: index, column: position)
    guard let bytes = unsafe bytes else { return nil }
    let value: T?
    if rows.holdsBytes(column: position) {
      guard let decoded = unsafe ValueText.hexadecimal(bytes) else {
        throw unexpected(column, "is not bytes")
      }
      let said = try opened(decoded, in: column)
      value = unsafe said.withUnsafeBufferPointer { bytes in unsafe convert(bytes) }
    } else {
      value = unsafe convert(bytes)
    }
    withExtendedLifetime(rows) {}  // The bytes belong to the rows.
    guard let value else { throw unexpected(column, "is not \(form)") }
    return value
  }

  /// What bytes say, opened where they are sealed.
  private func opened(_ bytes: [UInt8], in column: String) throws(PostgresError) -> [UInt8] {
    guard let subject = SealedForm.subject(of: bytes) else { return bytes }
    guard let keys = rows.keys else { throw unexpected(column, "is sealed, and no key was read") }
    let place: String
    switch origin {
    case .unknown: throw unexpected(column, "is sealed, and its table is not known")
    case .place(let known): place = known
    case .table(let table, let expected, let other):
      place = table + "." + column
      var household = expected
      if household == nil, rows.position(ofColumn: "household") != nil {
        household = try uuidIfPresent("household")
      }
      guard household == nil || household == subject || other == subject else {
        throw unexpected(column, "holds what was sealed for another household")
      }
    }
    do {
      return try keys.open(bytes, at: place)
    } catch {
      throw PostgresError(
        code: error == .noKey ? .keyMissing : .unexpectedResult, column: column,
        message: error.description)
    }
  }

  private func unexpected(_ column: String, _ problem: String) -> PostgresError {
    PostgresError(code: .unexpectedResult, column: column, message: "the column \(problem)")
  }
}
