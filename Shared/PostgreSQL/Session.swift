import CLibPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// One connection to the server and everything that is known about it: all calls of libpq that
/// speak with the server are made here. Used by one thread at a time.
///
/// The connection stays in pipeline mode, so a single statement is a pipeline of one. It also stays
/// non-blocking: while we still write a large request the server may already answer, and if nobody
/// read, both sides would wait for each other.
@safe final class Session {
  /// Where the connection stands with respect to transactions.
  enum TransactionStatus { case idle, open, failed, unknown }

  /// The most statements that one pipeline may hold.
  static let maximumStatements = 1000

  /// Set when the connection broke; then only `deinit` may follow.
  private(set) var isBroken = false
  private let connection: OpaquePointer
  private var prepared = PreparedStatements()
  private var request = RequestBuffer()
  private var pointers: [UnsafePointer<CChar>?] = unsafe []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var types: [UInt32] = []
  /// How long the server may stay silent for each statement that it was given.
  private let patience: Duration?
  /// Until when requests may last, once somebody says so.
  private let deadline: RequestDeadline?

  /// Connects.
  init(_ configuration: PostgresConfiguration) throws(PostgresError) {
    unsafe connection = try unsafe Connector.connect(configuration)
    deadline = configuration.deadline
    let limit = configuration.statementTimeoutMilliseconds
    patience = limit > 0 ? .milliseconds(limit) : nil
  }

  deinit { unsafe PQfinish(connection) }

  /// Where the connection stands with respect to transactions.
  var transactionStatus: TransactionStatus {
    switch unsafe PQtransactionStatus(connection) {
    case PQTRANS_IDLE: .idle
    case PQTRANS_INTRANS: .open
    case PQTRANS_INERROR: .failed
    default: .unknown
    }
  }

  /// Whether the connection is there, as far as can be known without asking the server.
  ///
  /// A server that ended the connection while it was idle has left a message or an end of file.
  func checkIsAlive() -> Bool {
    // At most: a notice or two, the farewell, the end of file.
    for _ in 0..<4 where !isBroken {
      let ready = unsafe SocketWait.wait(
        on: PQsocket(connection), for: Int32(POLLIN), atMost: .zero)
      guard ready != nil else { break }
      if unsafe PQconsumeInput(connection) == 0 { isBroken = true }
    }
    return !isBroken
  }

  /// Sends all statements at once, waits for all answers.
  func exchange(_ queries: [Query]) throws(PostgresError) -> [Rows] {
    guard !queries.isEmpty else { return [] }
    if let deadline, deadline.isOver { throw lost("the time for requests is over") }
    try encode(queries)
    defer {
      request.reset()
      prepared.endRequest()
    }
    try forgetPlansIfNeeded()
    let steps = try send(queries)
    return try collect(queries, steps)
  }

  /// Runs a text of several statements by the simple protocol, without any limit of time on our
  /// side: migrations may build an index.
  func run(script: String) throws(PostgresError) {
    guard !script.utf8.contains(0) else {
      throw PostgresError(code: .invalidText, message: "the script contains U+0000")
    }
    guard !isBroken, unsafe PQexitPipelineMode(connection) == 1 else { throw lost() }
    guard unsafe PQsendQuery(connection, script) == 1 else { throw lost() }
    var failure: PostgresError?
    var statement = 0
    while let result = try unsafe next(waitingAtMost: nil) {
      defer { unsafe PQclear(result) }
      do { try unsafe check(result, statement: statement) } catch { failure = failure ?? error }
      if isBroken { break }
      statement += 1
    }
    if !isBroken, unsafe PQenterPipelineMode(connection) != 1 { isBroken = true }
    if let failure { throw failure }
  }
}

// MARK: Sending

extension Session {
  /// A step of the server's answer, in the order in which it comes.
  private enum Step {
    case prepare(Int)
    case run(Int)
  }

  /// Encodes every value before the first byte is sent: a value that cannot be encoded must not
  /// leave half a pipeline behind, which the server would commit.
  private func encode(_ queries: [Query]) throws(PostgresError) {
    guard !isBroken else { throw lost() }
    guard queries.count <= Session.maximumStatements else {
      throw PostgresError(code: .limitExceeded, message: "more than 1000 statements; split them")
    }
    request.reset()
    for (index, query) in queries.enumerated() {
      guard !query.sql.utf8.contains(0) else {
        throw PostgresError(
          code: .invalidText, statementIndex: index, message: "the statement contains U+0000")
      }
      do { try request.append(query.parameters) } catch { throw error.at(index) }
    }
  }

  private func forgetPlansIfNeeded() throws(PostgresError) {
    guard prepared.needsReset, transactionStatus == .idle || transactionStatus == .open else {
      return
    }
    try run(script: "DEALLOCATE ALL")
    prepared.reset()
  }

  private func send(_ queries: [Query]) throws(PostgresError) -> [Step] {
    var steps: [Step] = []
    steps.reserveCapacity(queries.count + 4)
    var first = 0
    for (index, query) in queries.enumerated() {
      setParameters(first..<first + query.parameters.count)
      first += query.parameters.count
      let plan = prepared.plan(query.sql)
      if case .prepare(let name) = plan {
        let count = Int32(types.count)
        guard unsafe PQsendPrepare(connection, name, query.sql, count, types) == 1 else {
          throw lost()
        }
        steps.append(.prepare(index))
      }
      let count = Int32(query.parameters.count)
      let isSent =
        switch plan {
        case .prepare(let name), .run(let name):
          unsafe PQsendQueryPrepared(connection, name, count, pointers, lengths, formats, 0)
        case .runUnnamed:
          unsafe PQsendQueryParams(
            connection, query.sql, count, types, pointers, lengths, formats, 0)
        }
      guard isSent == 1 else { throw lost() }
      steps.append(.run(index))
    }
    guard unsafe PQpipelineSync(connection) == 1 else { throw lost() }
    return steps
  }

  /// Puts the addresses and the types of a statement's values where libpq wants them.
  private func setParameters(_ range: Range<Int>) {
    unsafe pointers.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    formats.removeAll(keepingCapacity: true)
    types.removeAll(keepingCapacity: true)
    for index in range {
      let value = request.values[index]
      unsafe pointers.append(request.address(of: value))
      lengths.append(Int32(clamping: value.length))
      formats.append(value.isBinary ? 1 : 0)
      types.append(value.type)
    }
  }
}

// MARK: Receiving

extension Session {
  /// Reads every answer up to the end of the pipeline, also after a failure: only then can the
  /// connection be used again. The first failure is thrown.
  private func collect(_ queries: [Query], _ steps: [Step]) throws(PostgresError) -> [Rows] {
    let limit = patience.map { $0 * steps.count + Session.grace }
    var rows: [Rows] = []
    rows.reserveCapacity(queries.count)
    var failure: PostgresError?
    for step in steps {
      guard let result = try unsafe next(waitingAtMost: limit) else { throw outOfStep() }
      do {
        switch step {
        case .prepare(let index):
          defer { unsafe PQclear(result) }
          try unsafe check(result, statement: index)
          if unsafe PQresultStatus(result) != PGRES_PIPELINE_ABORTED {
            prepared.prepared(queries[index].sql)
          }
        case .run(let index):
          let adopted = unsafe Rows(adopting: result)
          try unsafe check(result, statement: index, sql: queries[index].sql)
          rows.append(adopted)
        }
      } catch {
        if isBroken { throw error }
        failure = failure ?? error
      }
      guard unsafe try next(waitingAtMost: limit) == nil else { throw outOfStep() }
    }
    if let late = try finishPipeline(limit) { failure = failure ?? late }
    if let failure { throw failure }
    return rows
  }

  /// Reads the end of the pipeline. Where the pipeline was its own transaction, the commit happens
  /// only here, and a deferred constraint may still refuse it.
  private func finishPipeline(_ limit: Duration?) throws(PostgresError) -> PostgresError? {
    var failure: PostgresError?
    for _ in 0..<4 {  // At most: an error, its separator, the end.
      guard let result = try unsafe next(waitingAtMost: limit) else { continue }
      defer { unsafe PQclear(result) }
      if unsafe PQresultStatus(result) == PGRES_PIPELINE_SYNC { return failure }
      do { try unsafe check(result, statement: nil) } catch {
        if isBroken { throw error }
        failure = failure ?? error
      }
    }
    throw outOfStep()
  }

  /// Throws what a result says, if it says that something failed.
  private func check(
    _ result: OpaquePointer, statement: Int?, sql: String? = nil
  ) throws(PostgresError) {
    switch unsafe PQresultStatus(result) {
    case PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_ABORTED: return
    case PGRES_COMMAND_OK:
      guard let sql, unsafe isRolledBackCommit(result, sql) else { return }
      throw PostgresError(
        code: .transactionAborted, statementIndex: statement,
        message: "the transaction had failed, so COMMIT rolled it back")
    case PGRES_FATAL_ERROR, PGRES_NONFATAL_ERROR, PGRES_BAD_RESPONSE:
      let report = unsafe ServerError.report(result, statement: statement)
      if report.isStalePlan { prepared.markStale() }
      if unsafe report.isFatal || PQstatus(connection) == CONNECTION_BAD { isBroken = true }
      throw report.error
    default:
      isBroken = true  // COPY leaves the connection in a mode that we don't speak.
      throw PostgresError(
        code: .unexpectedResult, statementIndex: statement, message: "COPY is not supported")
    }
  }

  /// A COMMIT of a failed transaction is answered with ROLLBACK and no error at all.
  private func isRolledBackCommit(_ result: OpaquePointer, _ sql: String) -> Bool {
    guard let status = unsafe PQcmdStatus(result), unsafe strcmp(status, "ROLLBACK") == 0 else {
      return false
    }
    return ["commit", "end"].contains { sql.lowercased().drop(while: \.isWhitespace).hasPrefix($0) }
  }

  /// The next result, `nil` at the end of a statement's results. The caller clears it.
  private func next(waitingAtMost limit: Duration?) throws(PostgresError) -> OpaquePointer? {
    while unsafe PQisBusy(connection) == 1 {
      let unsent = unsafe PQflush(connection)
      guard unsent >= 0 else { throw lost() }
      let events = Int32(unsent == 1 ? POLLIN | POLLOUT : POLLIN)
      guard
        let ready = unsafe SocketWait.wait(
          on: PQsocket(connection), for: events, atMost: limit, until: deadline)
      else { throw givenUp() }
      if ready & ~Int32(POLLOUT) != 0, unsafe PQconsumeInput(connection) == 0 { throw lost() }
    }
    return unsafe PQgetResult(connection)
  }

  /// Nobody waits for the answer any more. The server is told, so that a statement which waits for
  /// a lock does not hold others for the rest of its time.
  private func givenUp() -> PostgresError {
    unsafe CancelRequest.send(PQgetCancel(connection))
    return lost("the server stayed silent too long")
  }

  private func lost(_ message: String? = nil) -> PostgresError {
    isBroken = true
    return PostgresError(code: .connectionLost, message: message)
  }

  private func outOfStep() -> PostgresError {
    isBroken = true
    return PostgresError(code: .connectionLost, message: "the server's answers are out of step")
  }

  /// What a busy server may take longer than its own limits say.
  private static let grace = Duration.seconds(10)
}
