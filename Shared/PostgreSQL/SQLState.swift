/// What the server's five-character codes mean to us.
enum SQLState {
  /// A prepared statement's table changed under it: not a code of the server, see `ServerError`.
  static let staleStatement = "26000"

  static func code(of state: String) -> PostgresError.Code {
    switch state {
    case "23505": .uniqueViolation
    case "23503", "23001": .foreignKeyViolation
    case "23514", "23P01": .checkViolation
    case "23502": .notNullViolation
    case "40P01": .deadlock
    case "40001": .serialization
    case "55P03": .lockTimeout
    case "57014": .queryCanceled
    case "53300": .tooManyConnections
    case "57P01", "57P02", "57P03": .adminShutdown
    case "42501": .insufficientPrivilege
    case "42P01": .undefinedTable
    case "25P02": .transactionAborted
    default: .other
    }
  }

  /// Whether a failure to connect is a refusal that waiting does not cure: a wrong password or
  /// role, a database that does not exist, or no right to connect to it.
  static func isRefusal(_ state: String?) -> Bool {
    guard let state else { return false }
    return ["28", "3D", "42"].contains(String(state.prefix(2)))
  }

  /// Whether an error without a code of its own passes by itself: connection trouble (08), a full
  /// disk or memory (53), the operator's interventions (57), a system error (58), a server that is
  /// read-only because its successor is taking over, a stale prepared statement, a transaction
  /// whose outcome another one decides (40).
  static func isPassing(_ state: String?) -> Bool {
    guard let state else { return false }
    return ["08", "40", "53", "57", "58"].contains(String(state.prefix(2)))
      || state == "25006" || state == staleStatement
  }

  /// Whether the server's own sentence for this state is made of names from the schema and never
  /// of values. Only such sentences reach an error.
  static func isFreeOfData(_ state: String) -> Bool {
    ["08", "25", "26", "28", "3D", "3F", "40", "42", "53", "55", "57", "58"]
      .contains(String(state.prefix(2)))
  }
}
