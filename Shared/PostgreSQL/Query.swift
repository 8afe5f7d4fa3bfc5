public import Vocabulary

/// One SQL statement with bound values.
///
/// Written as a literal, every interpolated value becomes a bound parameter, so no value can ever
/// be read as SQL:
/// ```swift
/// let query: Query = "SELECT id, body FROM outbox WHERE id > \(last) ORDER BY id LIMIT \(limit)"
/// ```
/// Keep the text constant and the values bound: each connection remembers the plan of a text it
/// has seen (see `PostgresConnection`).
public struct Query: Hashable, Sendable {
  /// The statement, with `$1`, `$2`, … where values stand.
  public let sql: String
  /// The values, in the order of their places.
  public let parameters: [Parameter]

  /// A statement whose places are filled, in order, by `parameters`.
  public init(sql: String, parameters: [Parameter] = []) {
    self.sql = sql
    self.parameters = parameters
  }
}

extension Query: ExpressibleByStringInterpolation {
  /// A statement without values.
  public init(stringLiteral value: String) { self.init(sql: value) }

  /// A statement with a bound value for each interpolation.
  public init(stringInterpolation: StringInterpolation) {
    self.init(sql: stringInterpolation.sql, parameters: stringInterpolation.parameters)
  }

  /// Collects the text and the values of an interpolated statement.
  public struct StringInterpolation: StringInterpolationProtocol {
    var sql = ""
    var parameters: [Parameter] = []

    /// Makes room for a statement of this size.
    public init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
      parameters.reserveCapacity(interpolationCount)
    }

    /// Adds SQL text.
    public mutating func appendLiteral(_ literal: String) { sql += literal }

    /// Binds any value.
    public mutating func appendInterpolation(_ value: Parameter) {
      parameters.append(value)
      sql += "$\(parameters.count)"
    }

    /// Puts SQL text in without any check: never for anything that comes from outside.
    public mutating func appendInterpolation(unsafeRaw text: String) { sql += text }

    /// Puts the name of a table, column or schema in, quoted.
    public mutating func appendInterpolation(identifier name: String) {
      sql += SQLText.quoted(identifier: name)
    }
  }
}

extension Query.StringInterpolation {
  /// Binds a text.
  public mutating func appendInterpolation(_ value: String) { appendInterpolation(.text(value)) }
  /// Binds a text or NULL.
  public mutating func appendInterpolation(_ value: String?) {
    appendInterpolation(value.map(Parameter.text) ?? .null)
  }
  /// Binds a whole number.
  public mutating func appendInterpolation(_ value: Int) { appendInterpolation(.int(value)) }
  /// Binds a whole number or NULL.
  public mutating func appendInterpolation(_ value: Int?) {
    appendInterpolation(value.map(Parameter.int) ?? .null)
  }
  /// Binds a truth value.
  public mutating func appendInterpolation(_ value: Bool) { appendInterpolation(.bool(value)) }
  /// Binds a truth value or NULL.
  public mutating func appendInterpolation(_ value: Bool?) {
    appendInterpolation(value.map(Parameter.bool) ?? .null)
  }
  /// Binds bytes.
  public mutating func appendInterpolation(_ value: [UInt8]) { appendInterpolation(.bytes(value)) }
  /// Binds bytes or NULL.
  public mutating func appendInterpolation(_ value: [UInt8]?) {
    appendInterpolation(value.map(Parameter.bytes) ?? .null)
  }
  /// Binds a household's identifier.
  public mutating func appendInterpolation(_ value: HouseholdID) {
    appendInterpolation(.uuid(value))
  }
  /// Binds a household's identifier or NULL.
  public mutating func appendInterpolation(_ value: HouseholdID?) {
    appendInterpolation(value.map(Parameter.uuid) ?? .null)
  }
  /// Binds a day.
  public mutating func appendInterpolation(_ value: Day) { appendInterpolation(.day(value)) }
  /// Binds a day or NULL.
  public mutating func appendInterpolation(_ value: Day?) {
    appendInterpolation(value.map(Parameter.day) ?? .null)
  }
  /// Binds an amount, as a whole number of cents.
  public mutating func appendInterpolation(_ value: Cents) {
    appendInterpolation(.int(value.value))
  }
  /// Binds an amount in cents, or NULL.
  public mutating func appendInterpolation(_ value: Cents?) {
    appendInterpolation(value.map { Parameter.int($0.value) } ?? .null)
  }
}

extension Query.StringInterpolation {
  /// Binds an array of texts.
  public mutating func appendInterpolation(_ values: [String]) {
    appendInterpolation(.texts(values))
  }
  /// Binds an array of texts, some of which may be NULL.
  public mutating func appendInterpolation(_ values: [String?]) {
    appendInterpolation(.texts(values))
  }
  /// Binds an array of whole numbers.
  public mutating func appendInterpolation(_ values: [Int]) { appendInterpolation(.ints(values)) }
  /// Binds an array of whole numbers, some of which may be NULL.
  public mutating func appendInterpolation(_ values: [Int?]) { appendInterpolation(.ints(values)) }
  /// Binds an array of identifiers.
  public mutating func appendInterpolation(_ values: [HouseholdID]) {
    appendInterpolation(.uuids(values))
  }
  /// Binds an array of identifiers, some of which may be NULL.
  public mutating func appendInterpolation(_ values: [HouseholdID?]) {
    appendInterpolation(.uuids(values))
  }
  /// Binds an array of bytes, some of which may be NULL.
  public mutating func appendInterpolation(_ values: [[UInt8]?]) {
    appendInterpolation(.byteStrings(values))
  }
  /// Binds an array of days.
  public mutating func appendInterpolation(_ values: [Day]) { appendInterpolation(.days(values)) }
  /// Binds an array of days, some of which may be NULL.
  public mutating func appendInterpolation(_ values: [Day?]) { appendInterpolation(.days(values)) }
  /// Binds an array of truth values.
  public mutating func appendInterpolation(_ values: [Bool]) { appendInterpolation(.bools(values)) }
  /// Binds an array of amounts, as whole numbers of cents.
  public mutating func appendInterpolation(_ values: [Cents]) {
    appendInterpolation(.ints(values.map(\.value)))
  }
}

/// The quoting rules of SQL.
enum SQLText {
  /// A name as SQL writes it when it must not be folded or parsed.
  static func quoted(identifier name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
