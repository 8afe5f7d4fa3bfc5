import PostgreSQL
import Synchronization
import Testing

@Suite(.enabled(if: Database.isAvailable), .timeLimit(.minutes(1))) struct PoolTests {
  private func process(_ connection: PostgresConnection) async throws -> Int {
    try await connection.query("SELECT pg_backend_pid() AS pid")[0].int("pid")
  }

  @Test func aConnectionIsUsedAgain() async throws {
    let pool = PostgresPool(Database.configuration(), size: 2)
    let first = try await pool.withConnection { try await process($0) }
    let second = try await pool.withConnection { try await process($0) }
    #expect(first == second)
    await pool.close()
  }

  @Test func neverMoreThanItsSizeAreOpen() async throws {
    let pool = PostgresPool(Database.configuration(), size: 3)
    let processes = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<60 {
        group.addTask { try await pool.withConnection { try await self.process($0) } }
      }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(processes.count <= 3)
    await pool.close()
  }

  @Test func aBrokenConnectionIsReplaced() async throws {
    let pool = PostgresPool(Database.configuration(), size: 1)
    let first = try await pool.withConnection { connection in
      let number = try await process(connection)
      try await Database.terminate(connection)
      let error = try await failure { _ = try await connection.query(.one) }
      #expect(error.code == .connectionLost)
      return number
    }
    let second = try await pool.withConnection { try await process($0) }
    try await Database.terminate(process: second)
    // This one broke while nobody used it; its next borrower must not notice.
    let third = try await pool.withConnection { try await process($0) }
    #expect(Set([first, second, third]).count == 3)
    await pool.close()
  }

  @Test func aTransactionLeftOpenIsRolledBack() async throws {
    let pool = PostgresPool(Database.configuration(), size: 1)
    try await pool.withConnection { connection in
      _ = try await connection.pipeline(["BEGIN", "CREATE TEMPORARY TABLE left_open (n int)"])
    }
    let error = try await failure {
      try await pool.withConnection { _ = try await $0.query("TABLE left_open") }
    }
    #expect(error.code == .undefinedTable)
    await pool.close()
  }

  @Test func anAbsentServerIsTriedAFewTimesWithLongerPauses() async throws {
    let pauses = Mutex<[Duration]>([])
    var configuration = Database.configuration()
    configuration.port = 1
    let pool = PostgresPool(configuration, size: 1) { pause in pauses.withLock { $0.append(pause) }
    }
    for _ in 0..<2 {  // The place of the failed attempt must be free again.
      pauses.withLock { $0 = [] }
      let error = try await failure { try await pool.withConnection { _ in } }
      #expect(error.code == .connectionFailed)
      #expect(pauses.withLock { $0 } == [100, 200, 400, 800, 1600].map { .milliseconds($0) })
    }
    configuration = Database.configuration()
    configuration.password = "wrong"
    let refused = PostgresPool(configuration, size: 1) { _ in Issue.record("no use in waiting") }
    _ = try await failure { try await refused.withConnection { _ in } }
  }

  @Test func aCallerThatIsCancelledWhileItWaitsLeavesTheQueue() async throws {
    let pool = PostgresPool(Database.configuration(), size: 1)
    try await pool.withConnection { _ in
      await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          do {
            try await pool.withConnection { _ in }
            return false
          } catch { return error is CancellationError }
        }
        group.cancelAll()
        #expect(await group.next() == true)
      }
    }
    _ = try await pool.withConnection { try await $0.query(.one) }
    await pool.close()
  }

  @Test func aClosedPoolRefuses() async throws {
    let pool = PostgresPool(Database.configuration(), size: 1)
    try await pool.withConnection { connection in
      await pool.close()
      _ = try await connection.query(.one)
    }
    #expect(try await failure { try await pool.withConnection { _ in } }.code == .closed)
  }
}
