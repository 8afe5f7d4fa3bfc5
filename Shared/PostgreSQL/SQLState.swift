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

  /// What a state asks of whoever was at work: by itself where it stands in the first table, else
  /// by its class. A state of no known class was raised by somebody's own trigger, about a row.
  static func remedy(of state: String) -> Remedy {
    states[state] ?? classes[String(state.prefix(2))] ?? .setAside
  }

  /// States that ask for something else than the rest of their class.
  static let states: [String: Remedy] = [
    // Two transactions met, or a lock or the time was not enough: the next try finds them gone.
    "40000": .retry, "40001": .retry, "40P01": .retry, "55006": .retry, "55P03": .retry,
    "57014": .retry,
    // The transaction, or a prepared statement, is gone; the session goes on after a ROLLBACK.
    "25P02": .retry, staleStatement: .retry,
    // A deferred constraint refused the rows at COMMIT.
    "40002": .setAside,
    // The server leaves, or ends this session.
    "57P01": .reconnect, "57P02": .reconnect, "57P03": .reconnect, "57P05": .reconnect,
  ]

  /// Every class of the server (appendix A of its manual).
  static let classes: [String: Remedy] = [
    // The connection, or what its session may do now: 25006 is one that stayed read-only.
    "08": .reconnect, "0B": .reconnect, "25": .reconnect, "26": .reconnect, "2D": .reconnect,
    "3B": .reconnect, "40": .reconnect,
    // The values: what they are, what they would break, how large they are, what a trigger says.
    "02": .setAside, "09": .setAside, "20": .setAside, "21": .setAside, "22": .setAside,
    "23": .setAside, "27": .setAside, "2F": .setAside, "38": .setAside, "39": .setAside,
    "44": .setAside, "54": .setAside, "P0": .setAside,
    // Rights, tables, disk, memory, the server itself: it would fail for any message.
    "00": .wait, "01": .wait, "03": .wait, "0A": .wait, "0F": .wait, "0L": .wait, "0P": .wait,
    "0Z": .wait, "24": .wait, "28": .wait, "2B": .wait, "34": .wait, "3D": .wait,
    "3F": .wait, "42": .wait, "53": .wait, "55": .wait, "57": .wait, "58": .wait, "72": .retry,
    "F0": .wait, "HV": .wait, "XX": .wait,
  ]

  /// Whether a fault that would fail for anything else just as well may also be one of certain
  /// rows: a page or an index that is damaged, a file that is gone, an error inside the server.
  static func mayBeOfFewRows(_ state: String) -> Bool {
    state.hasPrefix("XX") || ["58030", "58P01"].contains(state)
  }

  /// Whether the server's own sentence for this state is made of names from the schema and never
  /// of values. Only such sentences reach an error.
  static func isFreeOfData(_ state: String) -> Bool {
    ["08", "25", "26", "28", "3D", "3F", "40", "42", "53", "55", "57", "58"]
      .contains(String(state.prefix(2)))
  }
}
