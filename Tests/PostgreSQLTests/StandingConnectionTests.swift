import PostgreSQL
import Testing

@Suite(.enabled(if: Database.isAvailable), .timeLimit(.minutes(1)))
struct StandingConnectionTests {
  private func process(_ connection: StandingConnection) async throws -> Int {
    try await connection.query("SELECT pg_backend_pid() AS pid")[0].int("pid")
  }

  @Test func manyTasksShareOneConnection() async throws {
    let connection = StandingConnection(Database.configuration())
    let processes = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<60 { group.addTask { try await process(connection) } }
      return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(processes.count == 1)
    await connection.close()
  }

  @Test func oneThatBrokeWhileNobodyUsedItIsReplacedUnnoticed() async throws {
    let connection = StandingConnection(Database.configuration())
    let first = try await process(connection)
    try await Database.terminate(process: first)
    #expect(try await process(connection) != first)
    await connection.close()
  }

  @Test func afterAnAbsentServerTheNextStatementTriesAgain() async throws {
    var configuration = Database.configuration()
    configuration.port = 1
    let connection = StandingConnection(configuration)
    for _ in 0..<2 {
      let error = try await failure { _ = try await connection.query(.one) }
      #expect(error.code == .connectionFailed)
    }
    #expect(await !connection.isUsable)
  }

  @Test func aClosedOneRefuses() async throws {
    let connection = StandingConnection(Database.configuration())
    _ = try await connection.query(.one)
    await connection.close()
    #expect(try await failure { _ = try await connection.query(.one) }.code == .closed)
  }
}
