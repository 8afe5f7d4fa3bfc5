import PostgreSQL
import Testing

@Suite(.enabled(if: Database.isAvailable)) struct ErrorTests {
  @Test(arguments: [
    (sql: "INSERT INTO t VALUES (1, 1)", code: PostgresError.Code.uniqueViolation, names: "t_key"),
    (sql: "INSERT INTO t VALUES (2, -1)", code: .checkViolation, names: "t_positive"),
    (sql: "INSERT INTO u VALUES (9)", code: .foreignKeyViolation, names: "u_t"),
    (sql: "INSERT INTO t VALUES (NULL, 1)", code: .notNullViolation, names: "id"),
  ])
  func aViolatedConstraintIsNamed(
    _ row: (sql: String, code: PostgresError.Code, names: String)
  ) async throws {
    try await Database.withConnection { connection in
      try await connection.run(
        script: """
          CREATE TEMPORARY TABLE t (id int CONSTRAINT t_key PRIMARY KEY,
            n int CONSTRAINT t_positive CHECK (n > 0));
          CREATE TEMPORARY TABLE u (id int CONSTRAINT u_t REFERENCES t);
          INSERT INTO t VALUES (1, 1);
          """)
      let error = try await failure { _ = try await connection.query(Query(sql: row.sql)) }
      #expect(error.code == row.code)
      #expect((error.constraint ?? error.column) == row.names)
      #expect(!error.isTransient)
      #expect(error.statementIndex == nil)
    }
  }

  @Test func anErrorHoldsNoValue() async throws {
    try await Database.withConnection { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (name text PRIMARY KEY)")
      let insert: Query = "INSERT INTO t VALUES (\("Mme Dupont"))"
      _ = try await connection.query(insert)
      let duplicate = try await failure { _ = try await connection.query(insert) }
      let malformed = try await failure {
        _ = try await connection.query("SELECT \("Mme Dupont")::int")
      }
      for error in [duplicate, malformed] {
        #expect(!"\(error)".contains("Dupont"))
        #expect(!String(reflecting: error).contains("Dupont"))
      }
    }
  }

  @Test func aKilledBackendIsALostConnection() async throws {
    let connection = try await PostgresConnection.connect(Database.configuration())
    _ = try await connection.query("BEGIN")
    try await Database.terminate(connection)
    // Twice: on the second write the other side is gone, which must not end this process.
    for _ in 0..<2 {
      let error = try await failure { _ = try await connection.pipeline([.one, .one]) }
      #expect(error.code == .connectionLost)
      #expect(error.isTransient)
    }
    await connection.rollback()
    #expect(await !connection.isUsable)
    await connection.close()
  }

  @Test func aBackendKilledWhileIdleIsNoticedWithoutARequest() async throws {
    let connection = try await PostgresConnection.connect(Database.configuration())
    #expect(await connection.isUsable)
    try await Database.terminate(connection)
    #expect(await !connection.isUsable)
  }

  @Test func aStatementThatTakesTooLongIsCancelledAndTheConnectionStays() async throws {
    let configuration = Database.configuration(statementTimeoutMilliseconds: 50)
    try await Database.withConnection(configuration) { connection in
      let error = try await failure {
        _ = try await connection.pipeline([.one, "SELECT pg_sleep(60)", .one])
      }
      #expect(error.code == .queryCanceled)
      #expect(error.statementIndex == 1)
      #expect(error.isTransient)
      _ = try await connection.query(.one)
    }
  }

  @Test func aLockThatIsNotToBeHadIsALockTimeout() async throws {
    try await Database.withSchema("lock_timeout_test") { owner in
      try await owner.run(script: "CREATE TABLE lock_timeout_test.t (n int)")
      try await owner.withTransaction { owner in
        _ = try await owner.query("LOCK TABLE lock_timeout_test.t")
        try await Database.withConnection { other in
          try await other.run(script: "SET lock_timeout = '20ms'")
          let error = try await failure {
            _ = try await other.query("SELECT n FROM lock_timeout_test.t")
          }
          #expect(error.code == .lockTimeout)
          #expect(error.isTransient)
        }
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func twoThatWaitForEachOtherAreADeadlock() async throws {
    try await Database.withConnection { first in
      try await Database.withConnection { second in
        for connection in [first, second] {
          _ = try await connection.pipeline(["BEGIN", "SET LOCAL deadlock_timeout = '10ms'"])
        }
        _ = try await first.query("SELECT pg_advisory_xact_lock(\(930_001))")
        _ = try await second.query("SELECT pg_advisory_xact_lock(\(930_002))")
        async let one = outcome(first, 930_002)
        async let two = outcome(second, 930_001)
        let codes = await [one, two].compactMap(\.self)
        #expect(codes == [.deadlock])
      }
    }
  }

  private func outcome(_ connection: PostgresConnection, _ key: Int) async -> PostgresError.Code? {
    do {
      _ = try await connection.query("SELECT pg_advisory_xact_lock(\(key))")
      await connection.rollback()
      return nil
    } catch {
      await connection.rollback()
      return error.code
    }
  }

  @Test func aWrongPasswordIsNotTransient() async throws {
    var configuration = Database.configuration()
    configuration.password = "wrong"
    let error = try await failure { _ = try await PostgresConnection.connect(configuration) }
    #expect(error.code == .connectionFailed)
    #expect(error.sqlState == "28P01")
    #expect(!error.isTransient)
    #expect(!"\(error)".contains("wrong"))
  }

  @Test func aDatabaseThatDoesNotExistIsNotTransient() async throws {
    var configuration = Database.configuration()
    configuration.database = "no_such_database"
    let error = try await failure { _ = try await PostgresConnection.connect(configuration) }
    #expect(error.sqlState == "3D000")
    #expect(!error.isTransient)
  }

  @Test func aServerThatIsNotThereIsTransient() async throws {
    var configuration = Database.configuration()
    configuration.port = 1
    let error = try await failure { _ = try await PostgresConnection.connect(configuration) }
    #expect(error.code == .connectionFailed)
    #expect(error.isTransient)
  }
}
