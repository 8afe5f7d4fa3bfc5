public import Vocabulary

/// How a column holds its values.
public enum ColumnType: Sendable {
  case text, number, truth, day, identifier
  /// An array of words, told and read as one text with spaces between.
  case words
  /// Bytes that only the key of their household opens.
  case sealed

  /// The type that a batch of such values is sent as.
  var arrayType: String {
    switch self {
    case .text, .words: "text[]"
    case .number: "bigint[]"
    case .truth: "boolean[]"
    case .day: "date[]"
    case .identifier: "uuid[]"
    case .sealed: "bytea[]"
    }
  }

  /// What reads the column.
  func reading(_ column: String) -> String {
    switch self {
    case .words: "array_to_string(\(column), ' ') AS \(column)"
    case .text, .number, .truth, .day, .identifier, .sealed: column
    }
  }

  /// What the column stores of a value that was sent.
  func storing(_ value: String) -> String {
    switch self {
    case .words: "string_to_array(\(value), ' ')"
    case .text, .number, .truth, .day, .identifier, .sealed: value
    }
  }
}

/// A value that one column holds.
public protocol ColumnValue: Sendable {
  /// How the column holds it.
  static var columnType: ColumnType { get }
  /// The value as it is sent.
  var parameter: Parameter { get }
  /// The value of that column; `nil` where it is NULL.
  ///
  /// - Throws: `unexpectedResult` where the column holds something else.
  static func read(_ column: String, of row: Row) throws(PostgresError) -> Self?
}

extension PostgresError {
  /// A column holds a name that this build does not know.
  public static func unknownName(in column: String) -> PostgresError {
    PostgresError(
      code: .unexpectedResult, column: column,
      message: "holds a name of a newer release: upgrade this service")
  }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  /// That of the value.
  public static var columnType: ColumnType { Wrapped.columnType }
  /// The value or NULL.
  public var parameter: Parameter { self?.parameter ?? .null }
  /// The value, or `nil` for NULL.
  public static func read(_ column: String, of row: Row) throws(PostgresError) -> Wrapped?? {
    .some(try Wrapped.read(column, of: row))
  }
}

extension String: ColumnValue {
  /// A text.
  public static var columnType: ColumnType { .text }
  /// The text.
  public var parameter: Parameter { .text(self) }
  /// The text.
  public static func read(_ column: String, of row: Row) throws(PostgresError) -> String? {
    try row.textIfPresent(column)
  }
}

extension Int: ColumnValue {
  /// A number.
  public static var columnType: ColumnType { .number }
  /// The number.
  public var parameter: Parameter { .int(self) }
  /// The number.
  public static func read(_ column: String, of row: Row) throws(PostgresError) -> Int? {
    try row.intIfPresent(column)
  }
}

extension Bool: ColumnValue {
  /// A truth value.
  public static var columnType: ColumnType { .truth }
  /// The truth value.
  public var parameter: Parameter { .bool(self) }
  /// The truth value.
  public static func read(_ column: String, of row: Row) throws(PostgresError) -> Bool? {
    try row.boolIfPresent(column)
  }
}

extension Day: ColumnValue {
  /// A day.
  public static var columnType: ColumnType { .day }
  /// The day.
  public var parameter: Parameter { .day(self) }
  /// The day.
  public static func read(_ column: String, of row: Row) throws(PostgresError) -> Day? {
    try row.dayIfPresent(column)
  }
}

extension Cents: ColumnValue {
  /// A number of cents.
  public static var columnType: ColumnType { .number }
  /// The number of cents.
  public var parameter: Parameter { .int(value) }
  /// The amount.
  public static func read(_ column: String, of row: Row) throws(PostgresError) -> Cents? {
    try row.centsIfPresent(column)
  }
}

extension BirthDate: ColumnValue {
  /// A text: a birth may be known by its year alone.
  public static var columnType: ColumnType { .text }
  /// The date, as exact as it is known.
  public var parameter: Parameter { .text(description) }
  /// The date.
  public static func read(_ column: String, of row: Row) throws(PostgresError) -> BirthDate? {
    try row.birthDateIfPresent(column)
  }
}
