/// One connection for the single statements of many tasks: opened when it is first needed, and
/// again when it broke.
///
/// Statements of several tasks follow one another. It is not for transactions: a statement of
/// another task would fall into one.
public actor StandingConnection {
  private let configuration: PostgresConfiguration
  private var current: PostgresConnection?
  /// While one is being opened, so that whoever comes meanwhile waits for the same.
  private var opening: Task<PostgresConnection, any Error>?
  private var isClosed = false

  /// A connection that is not open yet.
  public init(_ configuration: PostgresConfiguration) { self.configuration = configuration }

  /// Runs one statement.
  ///
  /// - Throws: `PostgresError`: what the server said, why no connection could be opened, or
  ///   `closed`.
  public func query(_ query: Query) async throws -> Rows {
    try await connection().query(query)
  }

  /// The connection, for what takes one and runs single statements on it.
  ///
  /// - Throws: `PostgresError` when none can be opened, or `closed`.
  public func connection() async throws -> PostgresConnection {
    let known = current
    if let known, await known.isUsable, !isClosed { return known }
    // Others came in at the `await` above.
    guard !isClosed else { throw PostgresError(code: .closed) }
    if let current, current !== known { return current }
    if let opening { return try await opening.value }
    // No child of the caller: when it is cancelled, the others still wait for this.
    let task = Task { [configuration] in try await PostgresConnection.connect(configuration) }
    opening = task
    defer { opening = nil }
    let fresh = try await task.value
    guard !isClosed else {
      await fresh.close()
      throw PostgresError(code: .closed)
    }
    current = fresh
    return fresh
  }

  /// Whether a connection is open, as far as can be known without asking the server.
  public var isUsable: Bool { get async { await current?.isUsable ?? false } }

  /// Ends the connection; later statements throw `closed`.
  public func close() async {
    isClosed = true
    await current?.close()
    current = nil
  }
}
