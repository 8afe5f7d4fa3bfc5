import Testing

@testable import PostgreSQL

@Suite struct PreparedStatementsTests {
  @Test func aTextIsPreparedOnceAndThenRun() {
    var statements = PreparedStatements()
    #expect(statements.plan("SELECT 1") == .prepare("s1"))
    #expect(statements.plan("SELECT 1") == .run("s1"), "twice in one pipeline")
    statements.prepared("SELECT 1")
    statements.endRequest()
    #expect(statements.plan("SELECT 1") == .run("s1"))
    #expect(statements.plan("SELECT 2") == .prepare("s2"))
  }

  @Test func aPlanThatTheServerSkippedIsNotRemembered() {
    var statements = PreparedStatements()
    _ = statements.plan("SELECT 1")
    statements.endRequest()
    #expect(statements.plan("SELECT 1") == .prepare("s2"), "under a name never used before")
  }

  @Test func whatDoesNotFitRunsUnnamedAndAsksForAReset() {
    var statements = PreparedStatements()
    for number in 0..<PreparedStatements.capacity {
      _ = statements.plan("SELECT \(number)")
      statements.prepared("SELECT \(number)")
    }
    #expect(statements.plan("SELECT 0") == .run("s1"))
    #expect(!statements.needsReset, "a full memory that is used as it is needs no reset")
    #expect(statements.plan("SELECT 'new'") == .runUnnamed)
    #expect(statements.needsReset)
    #expect(statements.count == PreparedStatements.capacity)
    statements.reset()
    #expect(statements.plan("SELECT 'new'") == .prepare("s257"))
  }
}
