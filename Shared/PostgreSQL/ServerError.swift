import CLibPQ

/// Turns libpq's reports into `PostgresError`, leaving everything behind that may hold data.
enum ServerError {
  /// What the server said of one statement, and whether it ended the connection with it.
  @safe struct Report {
    var error: PostgresError
    var isFatal: Bool
    var isStalePlan: Bool
  }

  /// Reads an error result. The result stays the caller's to clear.
  static func report(_ result: OpaquePointer, statement: Int?) -> Report {
    let severity = unsafe field(result, "V") ?? "ERROR"
    let isFatal = severity != "ERROR"
    let state = unsafe field(result, "C")
    // After ALTER TABLE the server refuses a plan whose columns changed; it has no code of its own.
    let isStalePlan =
      unsafe state == SQLState.staleStatement
      || (state == "0A000" && field(result, "R") == "RevalidateCachedQuery")
    // libpq's own errors, such as a connection that broke, carry no code.
    guard let state else {
      let error = PostgresError(code: .connectionLost, statementIndex: statement)
      return Report(error: error, isFatal: true, isStalePlan: false)
    }
    let error = unsafe PostgresError(
      code: isFatal ? .connectionLost : SQLState.code(of: state),
      sqlState: isStalePlan ? SQLState.staleStatement : state,
      constraint: field(result, "n"), table: field(result, "t"), column: field(result, "c"),
      statementIndex: statement,
      message: SQLState.isFreeOfData(state) ? field(result, "M") : nil)
    return Report(error: error, isFatal: isFatal, isStalePlan: isStalePlan)
  }

  /// Reads why a connection could not be made, from a text written with full verbosity.
  ///
  /// libpq gives no code of its own for this, only lines such as `FATAL:  28P01: password …`.
  static func connectionFailure(_ text: String) -> PostgresError {
    let state = text.split(separator: ":").lazy.map { $0.drop(while: { $0 == " " }) }
      .last {
        $0.utf8.count == 5 && $0.utf8.allSatisfy(isStateCharacter) && $0.contains(where: \.isNumber)
      }
      .map(String.init)
    let firstLine = text.prefix { !$0.isNewline }.prefix(200)
    let passing = state.map(SQLState.code(of:))
    let code: PostgresError.Code =
      switch passing {
      case .tooManyConnections?, .adminShutdown?: passing ?? .connectionFailed
      default: .connectionFailed
      }
    return PostgresError(
      code: code, sqlState: state, message: firstLine.isEmpty ? nil : String(firstLine))
  }

  private static func isStateCharacter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// One field of an error, by the letter that the protocol gives it (libpq's PG_DIAG_… macros
  /// are not imported).
  private static func field(_ result: OpaquePointer, _ letter: Unicode.Scalar) -> String? {
    unsafe PQresultErrorField(result, Int32(letter.value)).map { unsafe String(cString: $0) }
  }
}
