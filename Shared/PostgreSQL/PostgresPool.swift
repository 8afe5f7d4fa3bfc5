/// Lends connections, at most `size` at a time, and replaces those that broke.
///
/// Connections are opened when they are first needed. A borrower gives its connection back however
/// it ends; a transaction that it left open is rolled back.
public actor PostgresPool {
  /// The most callers that wait for a connection; further ones are refused at once.
  public static let maximumWaiters = 1000
  /// How often opening one connection is tried while the reason looks passing.
  public static let maximumAttempts = 6

  private static let firstPause = Duration.milliseconds(100)
  private static let longestPause = Duration.seconds(5)

  /// Waits for a connection; it is given `nil` for the right to open one.
  private struct Waiter {
    let id: Int
    let continuation: CheckedContinuation<PostgresConnection?, any Error>
  }

  private let configuration: PostgresConfiguration
  private let size: Int
  private let pause: @Sendable (Duration) async throws -> Void
  private var idle: [PostgresConnection] = []
  /// Connections that are lent, or are being opened or looked after. Never more than `size`.
  private var taken = 0
  private var waiters: [Waiter] = []
  private var nextWaiter = 0
  private var isClosed = false

  /// A pool of `size` connections (at least one).
  ///
  /// - Parameter pause: waits between two attempts to connect, 100 ms at first, twice as long each
  ///   time, 5 s at most.
  public init(
    _ configuration: PostgresConfiguration, size: Int,
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    self.configuration = configuration
    self.size = max(1, size)
    self.pause = pause
  }

  /// Lends a connection to `body`, which must not keep it.
  ///
  /// The body runs where the caller runs. Cancelling the caller ends its wait.
  ///
  /// - Throws: what the body throws; `tooManyConnections` when too many wait already; `closed`;
  ///   `CancellationError`; or why no connection could be opened.
  public nonisolated func withConnection<R: Sendable>(
    _ body: (PostgresConnection) async throws -> R
  ) async throws -> R {
    let connection = try await borrow()
    let value: R
    do { value = try await body(connection) } catch {
      await giveBack(connection)
      throw error
    }
    await giveBack(connection)
    return value
  }

  /// Lends a connection and runs `body` in a transaction on it; see
  /// `PostgresConnection.withTransaction`.
  public nonisolated func withTransaction<R: Sendable>(
    _ body: (PostgresConnection) async throws -> R
  ) async throws -> R {
    try await withConnection { try await $0.withTransaction(body) }
  }

  /// Closes the idle connections and refuses those who wait; connections that are lent are closed
  /// when they come back.
  public func close() async {
    isClosed = true
    let refused = waiters
    let leftover = idle
    waiters = []
    idle = []
    for waiter in refused { waiter.continuation.resume(throwing: PostgresPool.closed) }
    for connection in leftover { await connection.close() }
  }

  // MARK: Lending

  // Between reading and writing `idle`, `taken` and `waiters` there is no `await`: other callers
  // may come in at each of them.

  private func borrow() async throws -> PostgresConnection {
    // Each turn takes one idle connection out for good, so there are at most `size` turns.
    while !isClosed, let connection = idle.popLast() {
      taken += 1
      if await connection.isUsable { return connection }
      await connection.close()
      taken -= 1
    }
    guard !isClosed else { throw PostgresPool.closed }
    if taken >= size {
      if let connection = try await wait() { return connection }
    } else {
      taken += 1
    }
    return try await open()
  }

  private func giveBack(_ connection: PostgresConnection) async {
    guard await connection.settle(), !isClosed else {
      await connection.close()
      releasePlace()
      return
    }
    guard waiters.isEmpty else {
      waiters.removeFirst().continuation.resume(returning: connection)
      return
    }
    taken -= 1
    idle.append(connection)
  }

  /// Gives a place without a connection to the next one who waits.
  private func releasePlace() {
    guard waiters.isEmpty else {
      waiters.removeFirst().continuation.resume(returning: nil)
      return
    }
    taken -= 1
  }

  private func wait() async throws -> PostgresConnection? {
    guard waiters.count < PostgresPool.maximumWaiters else {
      throw PostgresError(code: .tooManyConnections, message: "too many wait for a connection")
    }
    let id = nextWaiter
    nextWaiter += 1
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        waiters.append(Waiter(id: id, continuation: continuation))
      }
    } onCancel: {
      // The handler is synchronous and may run on any thread: a task is its only way back in.
      Task { await self.cancelWaiter(id) }
    }
  }

  private func cancelWaiter(_ id: Int) {
    guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
    waiters.remove(at: index).continuation.resume(throwing: CancellationError())
  }

  /// Opens a connection for a place that is already counted as taken.
  private func open() async throws -> PostgresConnection {
    do {
      let connection = try await connectPatiently()
      guard isClosed else { return connection }
      await connection.close()
      throw PostgresPool.closed
    } catch {
      releasePlace()
      throw error
    }
  }

  private func connectPatiently() async throws -> PostgresConnection {
    var wait = PostgresPool.firstPause
    for _ in 1..<PostgresPool.maximumAttempts {
      do {
        return try await PostgresConnection.connect(configuration)
      } catch {
        guard error.isTransient, !isClosed else { throw error }
      }
      try await pause(wait)
      wait = min(wait * 2, PostgresPool.longestPause)
    }
    return try await PostgresConnection.connect(configuration)
  }

  private static let closed = PostgresError(code: .closed, message: "the pool was closed")
}
