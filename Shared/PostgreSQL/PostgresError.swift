/// Why the database did not do what was asked.
///
/// It says what a caller can act upon and holds no data: no bound value, and nothing of the
/// server's DETAIL, which quotes rows.
public struct PostgresError: Error, Hashable, Sendable {
  /// What happened, for a caller who acts on it. New cases may come.
  public enum Code: String, Sendable {
    /// No connection could be made.
    case connectionFailed
    /// The connection broke; what was in flight may or may not have been committed.
    case connectionLost
    /// The connection or the pool was closed by its owner.
    case closed
    /// A row with this key exists already; `constraint` names the key.
    case uniqueViolation
    /// A row refers to one that does not exist, or is still referred to.
    case foreignKeyViolation
    /// A CHECK or exclusion constraint refused the row.
    case checkViolation
    /// A column that must have a value got none.
    case notNullViolation
    /// Two transactions waited for each other and this one was chosen to give way.
    case deadlock
    /// A concurrent transaction makes this one impossible; run it again.
    case serialization
    /// A lock was not to be had in the time allowed.
    case lockTimeout
    /// The statement ran longer than allowed, or an operator cancelled it.
    case queryCanceled
    /// The server or the pool has no connection left.
    case tooManyConnections
    /// The server is starting, stopping or recovering.
    case adminShutdown
    /// The role may not do this.
    case insufficientPrivilege
    /// A table that the statement names does not exist: migrations are missing.
    case undefinedTable
    /// A value cannot be stored: a text with U+0000, or a day outside the years 1 to 9999.
    case invalidText
    /// The answer has not the form that the program expects.
    case unexpectedResult
    /// The transaction had failed before, so the server refused the statement or the COMMIT.
    case transactionAborted
    /// The request is larger than this library allows.
    case limitExceeded
    /// The migrations in the database are not those of this program.
    case migrationRefused
    /// A row is sealed, and the key of its household is not in `household_key`: a backup was
    /// restored without its keys.
    case keyMissing
    /// Anything else; see `sqlState`.
    case other
  }

  /// What happened.
  public let code: Code
  /// The server's five-character code, where the server spoke.
  public let sqlState: String?
  /// The constraint that was violated.
  public let constraint: String?
  /// The table concerned.
  public let table: String?
  /// The column concerned.
  public let column: String?
  /// Which statement of a pipeline failed, counted from 0.
  public let statementIndex: Int?
  /// A short explanation for operators, free of data.
  public let message: String?

  /// An error. `message` must hold no data of a household.
  public init(
    code: Code, sqlState: String? = nil, constraint: String? = nil, table: String? = nil,
    column: String? = nil, statementIndex: Int? = nil, message: String? = nil
  ) {
    self.code = code
    self.sqlState = sqlState
    self.constraint = constraint
    self.table = table
    self.column = column
    self.statementIndex = statementIndex
    self.message = message
  }

  /// What this asks of whoever was at work. What the server said decides where it spoke; the rest
  /// is known by how the request ended.
  public var remedy: Remedy {
    switch code {
    // Whatever the server said as it left: nothing more can be asked on this connection.
    case .connectionLost, .closed: .reconnect
    case .connectionFailed: SQLState.isRefusal(sqlState) ? .wait : .reconnect
    case .adminShutdown: .reconnect
    case .tooManyConnections, .migrationRefused, .keyMissing: .wait
    case .deadlock, .serialization, .lockTimeout, .queryCanceled, .transactionAborted,
      .uniqueViolation, .foreignKeyViolation, .checkViolation, .notNullViolation,
      .insufficientPrivilege, .undefinedTable, .other:
      sqlState.map(SQLState.remedy(of:)) ?? .retry
    case .invalidText, .unexpectedResult, .limitExceeded: .setAside
    }
  }

  /// Whether others may succeed although this asks to wait: only their success tells.
  public var mayBeOfFewRows: Bool {
    remedy == .wait && (code == .keyMissing || sqlState.map(SQLState.mayBeOfFewRows) ?? false)
  }

  /// Whether the same work may succeed later, unchanged and without anybody's help.
  public var isTransient: Bool {
    switch remedy {
    case .retry, .reconnect: true
    case .setAside: false
    case .wait: code == .tooManyConnections
    }
  }

  /// The same error, said of one statement of a pipeline.
  func at(_ index: Int?) -> PostgresError {
    PostgresError(
      code: code, sqlState: sqlState, constraint: constraint, table: table, column: column,
      statementIndex: index, message: message)
  }
}

extension PostgresError: CustomStringConvertible {
  /// What happened and where, without any data.
  public var description: String {
    var text = "PostgreSQL: \(code.rawValue)"
    if let sqlState { text += " (SQLSTATE \(sqlState))" }
    if let constraint { text += ", constraint \(constraint)" }
    if let table { text += ", table \(table)" }
    if let column { text += ", column \(column)" }
    if let statementIndex { text += ", statement \(statementIndex)" }
    if let message { text += ": \(message)" }
    return text
  }
}
