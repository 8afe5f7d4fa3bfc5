/// One connection to PostgreSQL.
///
/// Each request runs on a thread of this connection's own, and requests of several tasks follow one
/// another. But a transaction belongs to the connection: lend a connection to one task at a time,
/// as a loop of the runtime does. Single statements of many tasks share a `StandingConnection`.
///
/// The plan of each distinct SQL text is kept on the server (up to 256), so a text that is run
/// often should not differ from run to run: bind what changes. One UPDATE of a thousand rows by
/// `unnest` is far cheaper than a thousand UPDATEs.
///
/// After an error with the code `connectionLost` the connection is of no more use; it may not be
/// known whether the transaction was committed.
public actor PostgresConnection {
  /// Runs this connection's requests off the shared threads.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  private let executor: QueueExecutor
  private var session: Session?

  private init() {
    executor = QueueExecutor(label: "postgresql")
  }

  /// Opens a connection.
  ///
  /// - Throws: `connectionFailed`, `tooManyConnections` or `adminShutdown`; `isTransient` says
  ///   whether trying again can help.
  public static func connect(
    _ configuration: PostgresConfiguration
  ) async throws(PostgresError) -> PostgresConnection {
    let connection = PostgresConnection()
    try await connection.open(configuration)
    return connection
  }

  /// Runs one statement.
  ///
  /// - Throws: what the server refused, or `connectionLost`.
  public func query(_ query: Query) async throws(PostgresError) -> Rows {
    let rows: [Rows]
    do { rows = try live().exchange([query]) } catch { throw error.at(nil) }
    guard let first = rows.first else { throw PostgresError(code: .unexpectedResult) }
    return first
  }

  /// Runs several statements in one round trip; all of them are sent before the first answer is
  /// read, so none can use another's result.
  ///
  /// Outside a transaction the pipeline is a transaction of its own. BEGIN and COMMIT may be
  /// members of it.
  ///
  /// - Returns: the rows of each statement, in order.
  /// - Throws: the first failure, with its `statementIndex`. The server then skipped the statements
  ///   behind it; a transaction that was open before is still to be rolled back (see `rollback`).
  ///   `invalidText` and `limitExceeded` are found before anything is sent.
  public func pipeline(_ queries: [Query]) async throws(PostgresError) -> [Rows] {
    try live().exchange(queries)
  }

  /// Runs a script of several statements, without values and results: for migrations. Outside a
  /// transaction the script is one.
  ///
  /// - Throws: the first failure, with its `statementIndex`; the rest was not run.
  public func run(script: String) async throws(PostgresError) {
    try live().run(script: script)
  }

  /// Runs `body` between BEGIN and COMMIT; when it throws, everything is rolled back.
  ///
  /// The body runs where the caller runs, not on the connection's thread.
  ///
  /// - Throws: what the body throws, else the failure of BEGIN or COMMIT. After `connectionLost`
  ///   from COMMIT it is not known whether the transaction took effect.
  public nonisolated func withTransaction<R: Sendable>(
    _ body: (PostgresConnection) async throws -> R
  ) async throws -> R {
    try await begin()
    let value: R
    do {
      value = try await body(self)
      _ = try await query("COMMIT")
    } catch {
      await rollback()
      throw error
    }
    return value
  }

  /// Rolls back the open transaction, if there is one. A failure breaks the connection, which has
  /// the same effect.
  public func rollback() async {
    guard let session, !session.isBroken, session.transactionStatus != .idle else { return }
    // A failure marks the session as broken, or leaves it in a transaction: then it is given up.
    _ = try? session.exchange(["ROLLBACK"])
    if session.transactionStatus != .idle { self.session = nil }
  }

  /// Whether requests can be made; it notices a server that has ended the connection meanwhile.
  public var isUsable: Bool { session?.checkIsAlive() ?? false }

  /// Ends the connection; an open transaction is rolled back by the server. Later requests throw
  /// `closed`.
  public func close() async { session = nil }

  private func begin() async throws(PostgresError) {
    let session = try live()
    guard session.transactionStatus == .idle || session.isBroken else {
      throw PostgresError(
        code: .other, sqlState: "25001", message: "a transaction is already open here")
    }
    _ = try await query("BEGIN")
  }

  private func open(_ configuration: PostgresConfiguration) throws(PostgresError) {
    session = try Session(configuration)
  }

  private func live() throws(PostgresError) -> Session {
    guard let session else {
      throw PostgresError(code: .closed, message: "the connection was closed")
    }
    return session
  }
}
