import PostgreSQL
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A process that must leave does not wait for its database, whatever hangs there.
@Suite(.enabled(if: Database.isAvailable), .timeLimit(.minutes(5))) struct DeadlineTests {
  /// Runs `body`, which does not end, until the deadline, and says how it ended.
  private func cut(
    _ connection: PostgresConnection, _ deadline: RequestDeadline, _ query: Query,
    once isStuck: () async throws -> Bool
  ) async throws -> PostgresError {
    try await withThrowingTaskGroup(of: PostgresError.self) { group in
      group.addTask { try await failure { _ = try await connection.query(query) } }
      while try await !isStuck() { await Task.yield() }
      deadline.set(.now)
      return try #require(try await group.next())
    }
  }

  private func withConnection(
    _ body: (PostgresConnection, RequestDeadline, _ process: Int) async throws -> Void
  ) async throws {
    let deadline = RequestDeadline()
    var configuration = Database.configuration(statementTimeoutMilliseconds: 0)
    configuration.deadline = deadline
    let connection = try await PostgresConnection.connect(configuration)
    let process = try await connection.query("SELECT pg_backend_pid() AS pid")[0].int("pid")
    try await body(connection, deadline, process)
    await connection.close()
  }

  private func isWaiting(_ process: Int, in observer: PostgresConnection) async throws -> Bool {
    try await observer.query(
      "SELECT 1 FROM pg_stat_activity WHERE pid = \(process)::int AND wait_event_type = 'Lock'"
    ).first != nil
  }

  @Test func aLockThatSomebodyElseHoldsIsNotWaitedForAndTheServerIsTold() async throws {
    try await Database.withConnection { holder in
      _ = try await holder.pipeline(["BEGIN", "SELECT pg_advisory_xact_lock(\(930_101))"])
      try await withConnection { connection, deadline, process in
        try await Database.withConnection { observer in
          let error = try await cut(
            connection, deadline, "SELECT pg_advisory_xact_lock(\(930_101))"
          ) { try await isWaiting(process, in: observer) }
          #expect(error.code == .connectionLost)
          let isUsable = await connection.isUsable
          #expect(!isUsable)
          // The lock is still held: only the request to cancel can end this wait.
          while try await isWaiting(process, in: observer) { await Task.yield() }
        }
      }
    }
  }

  @Test func aServerProcessThatIsFrozenIsNotWaitedFor() async throws {
    try await withConnection { connection, deadline, process in
      try #require(kill(pid_t(process), SIGSTOP) == 0)
      defer { kill(pid_t(process), SIGCONT) }
      let error = try await cut(connection, deadline, .one) { true }
      #expect(error.code == .connectionLost)
      let next = try await failure { _ = try await connection.query(.one) }
      #expect(next.code == .connectionLost)
      await connection.close()
    }
  }

  @Test func nothingNewIsAskedOnceTheTimeIsOver() async throws {
    try await withConnection { connection, deadline, _ in
      deadline.set(.now)
      let next = try await failure { _ = try await connection.query(.one) }
      #expect(next.code == .connectionLost)
    }
  }
}
