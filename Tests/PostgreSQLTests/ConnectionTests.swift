import PostgreSQL
import Testing
import Vocabulary

@Suite(.enabled(if: Database.isAvailable)) struct ConnectionTests {
  @Test(arguments: [true, false])
  func aPlanMadeWhileATableIsEmptyFindsItsRowsByTheirKeys(walks: Bool) async throws {
    var configuration = Database.configuration()
    configuration.plansOnce = !walks
    try await Database.withConnection(configuration) { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (n int PRIMARY KEY)")
      try await connection.run(script: "VACUUM t")
      let plan = try await connection.query("EXPLAIN SELECT n FROM t WHERE n = ANY(\([1, 2]))")
        .map { try $0.text("QUERY PLAN") }.joined()
      #expect(plan.contains("Seq Scan") == walks)
    }
  }

  @Test func aPipelineAnswersEachStatementInOrder() async throws {
    try await Database.withConnection { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (n int)")
      for _ in 0..<2 {  // The second time everything is prepared already.
        let results = try await connection.pipeline([
          "BEGIN", "INSERT INTO t SELECT unnest(\([1, 2, 3])::int[])", "UPDATE t SET n = n + 1",
          "SELECT n FROM t ORDER BY n", "DELETE FROM t", "COMMIT",
        ])
        #expect(results.map(\.affected) == [0, 3, 3, 3, 3, 0])
        #expect(try results[3].map { try $0.int("n") } == [2, 3, 4])
      }
      #expect(try await connection.pipeline([]).isEmpty)
    }
  }

  @Test func aSessionThatPlansOnceSaysSoToTheServer() async throws {
    for (plansOnce, mode) in [(true, "force_generic_plan"), (false, "auto")] {
      var configuration = Database.configuration()
      configuration.plansOnce = plansOnce
      let connection = try await PostgresConnection.connect(configuration)
      let shown = try await connection.query("SHOW plan_cache_mode")[0].text("plan_cache_mode")
      #expect(shown == mode)
      await connection.close()
    }
  }

  @Test func aFailureInTheMiddleUndoesTheImplicitTransactionAndLeavesTheConnection() async throws {
    try await Database.withConnection { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (n int)")
      for _ in 0..<3 {
        let error = try await failure {
          _ = try await connection.pipeline([
            "INSERT INTO t VALUES (1)", "SELECT 1 / \(0)::int", "INSERT INTO t VALUES (2)", .one,
          ])
        }
        #expect(error.statementIndex == 1)
        #expect(error.sqlState == "22012")
        #expect(await connection.isUsable)
        // The last two were never prepared; asking for their plans must not fail.
        _ = try await connection.pipeline([.one, .one])
        #expect(try await connection.query("SELECT count(*) AS n FROM t")[0].int("n") == 0)
      }
      _ = try await connection.query("INSERT INTO t VALUES (2)")
    }
  }

  @Test func aFailureInPreparingIsTheStatementsFailure() async throws {
    try await Database.withConnection { connection in
      for _ in 0..<2 {
        let error = try await failure {
          _ = try await connection.pipeline([
            .one, "SELECT nothing FROM nowhere", "SELECT 2 AS two",
          ])
        }
        #expect(error.code == .undefinedTable)
        #expect(error.statementIndex == 1)
      }
      #expect(try await connection.query("SELECT 2 AS two")[0].int("two") == 2)
    }
  }

  @Test func aDeferredConstraintFailsAtTheEndOfThePipeline() async throws {
    try await Database.withConnection { connection in
      try await connection.run(
        script: """
          CREATE TEMPORARY TABLE t
            (n int CONSTRAINT t_once UNIQUE DEFERRABLE INITIALLY DEFERRED)
          """)
      let error = try await failure {
        _ = try await connection.pipeline(["INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)"])
      }
      #expect(error.code == .uniqueViolation)
      #expect(error.constraint == "t_once")
      #expect(error.statementIndex == nil)
      #expect(try await connection.query("SELECT count(*) AS n FROM t")[0].int("n") == 0)
    }
  }

  @Test func anExplicitTransactionThatFailedIsRolledBackByTheCaller() async throws {
    try await Database.withConnection { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (n int)")
      _ = try await connection.pipeline(["BEGIN", "INSERT INTO t VALUES (1)"])
      _ = try await failure {
        _ = try await connection.pipeline(["SELECT 1 / \(0)::int", "COMMIT"])
      }
      let refused = try await failure { _ = try await connection.query("SELECT 3") }
      #expect(refused.code == .transactionAborted)
      await connection.rollback()
      await connection.rollback()
      #expect(try await connection.query("SELECT count(*) AS n FROM t")[0].int("n") == 0)
    }
  }

  @Test func aCommitThatRollsBackIsAnError() async throws {
    try await Database.withConnection { connection in
      _ = try await connection.query("BEGIN")
      _ = try? await connection.query("SELECT 1 / \(0)::int")
      let error = try await failure { _ = try await connection.query("COMMIT") }
      #expect(error.code == .transactionAborted)
    }
  }

  @Test func moreStatementsThanTheServerShouldKeepStillRun() async throws {
    try await Database.withConnection { connection in
      for round in 0..<2 {
        let queries = (0..<600).map { Query(sql: "SELECT \($0) AS n") }
        let results = try await connection.pipeline(queries)
        #expect(try results.map { try $0[0].int("n") } == Array(0..<600), "round \(round)")
      }
      let kept = try await connection.query("SELECT count(*) AS n FROM pg_prepared_statements")
      #expect(try kept[0].int("n") <= 257)
    }
  }

  @Test func aPlanThatAMigrationMadeStaleIsMadeAgain() async throws {
    try await Database.withConnection { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (n int)")
      _ = try await connection.query("SELECT * FROM t")
      try await connection.run(script: "ALTER TABLE t ADD COLUMN m int")
      let error = try await failure { _ = try await connection.query("SELECT * FROM t") }
      #expect(error.isTransient)
      #expect(try await connection.query("SELECT * FROM t").columns == ["n", "m"])
      try await connection.run(script: "DEALLOCATE ALL")
      #expect(try await failure { _ = try await connection.query("SELECT * FROM t") }.isTransient)
      _ = try await connection.query("SELECT * FROM t")
    }
  }

  @Test(.timeLimit(.minutes(1))) func largeRequestsAndLargeAnswersDoNotBlockEachOther() async throws
  {
    let megabytes = String(repeating: "x", count: 4 << 20)
    try await Database.withConnection { connection in
      let queries = (0..<8).map { _ in "SELECT \(megabytes)::text AS value" as Query }
      let results = try await connection.pipeline(queries)
      #expect(try results.allSatisfy { try $0[0].text("value").utf8.count == 4 << 20 })
      let tooLarge = try await failure { _ = try await connection.pipeline(queries + queries) }
      #expect(tooLarge.code == .limitExceeded)
      _ = try await connection.query(.one)
    }
  }

  @Test func aTransactionIsKeptOrUndoneAsAWhole() async throws {
    struct Refusal: Error {}
    try await Database.withConnection { connection in
      try await connection.run(script: "CREATE TEMPORARY TABLE t (n int)")
      let kept = try await connection.withTransaction {
        try await $0.query("INSERT INTO t VALUES (1)").affected
      }
      #expect(kept == 1)
      await #expect(throws: Refusal.self) {
        try await connection.withTransaction {
          _ = try await $0.query("INSERT INTO t VALUES (2)")
          throw Refusal()
        }
      }
      #expect(try await connection.query("SELECT n FROM t").map { try $0.int("n") } == [1])
      let nested = try await failure {
        try await connection.withTransaction { try await $0.withTransaction { _ in } }
      }
      #expect(nested.sqlState == "25001")
    }
  }

  @Test func aScriptRunsManyStatementsAndReportsTheFailingOne() async throws {
    try await Database.withConnection { connection in
      let error = try await failure {
        try await connection.run(script: "CREATE TEMPORARY TABLE t (n int); SELECT 1; SELECT 1 / 0")
      }
      #expect(error.statementIndex == 2)
      #expect(
        try await failure { _ = try await connection.query("TABLE t") }.code == .undefinedTable)
    }
  }

  @Test func aClosedConnectionSaysSo() async throws {
    let connection = try await PostgresConnection.connect(Database.configuration())
    await connection.close()
    await connection.close()
    #expect(await !connection.isUsable)
    #expect(try await failure { _ = try await connection.query(.one) }.code == .closed)
  }

  @Test func aPasswordIsNeverPrinted() {
    var configuration = Database.configuration()
    configuration.password = "sesame"
    var dumped = ""
    dump(configuration, to: &dumped)
    for text in ["\(configuration)", String(reflecting: configuration), dumped] {
      #expect(!text.contains("sesame"))
    }
  }
}
