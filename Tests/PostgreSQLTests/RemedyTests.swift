import Testing

@testable import PostgreSQL

/// What each error of the database asks of the runtime.
@Suite struct RemedyTests {
  @Test(
    arguments: [
      ("40P01", .retry), ("40001", .retry), ("55P03", .retry), ("57014", .retry), ("25P02", .retry),
      ("26000", .retry), ("72000", .retry),
      ("25006", .reconnect), ("25P03", .reconnect), ("25001", .reconnect), ("08006", .reconnect),
      ("57P01", .reconnect), ("57P02", .reconnect), ("57P03", .reconnect), ("57P05", .reconnect),
      ("40003", .reconnect),
      ("22021", .setAside), ("22P05", .setAside), ("22001", .setAside), ("23505", .setAside),
      ("23514", .setAside), ("40002", .setAside), ("44000", .setAside), ("54000", .setAside),
      ("54001", .setAside), ("P0001", .setAside), ("AM001", .setAside),
      ("42501", .wait), ("42P01", .wait), ("42703", .wait), ("0A000", .wait), ("28P01", .wait),
      ("3D000", .wait), ("53100", .wait), ("53200", .wait), ("53300", .wait), ("55000", .wait),
      ("57P04", .wait), ("58030", .wait), ("58P01", .wait), ("F0000", .wait), ("XX000", .wait),
      ("XX001", .wait), ("XX002", .wait),
    ] as [(String, Remedy)])
  func aStateAsksForOneThing(_ row: (state: String, remedy: Remedy)) {
    #expect(SQLState.remedy(of: row.state) == row.remedy)
    let error = PostgresError(code: SQLState.code(of: row.state), sqlState: row.state)
    #expect(error.remedy == row.remedy)
  }

  /// Appendix A of the manual of PostgreSQL 15.
  @Test func everyClassOfTheServerStandsInTheTable() {
    let known = """
      00 01 02 03 08 09 0A 0B 0F 0L 0P 0Z 20 21 22 23 24 25 26 27 28 2B 2D 2F 34 38 39 3B 3D 3F 40 42
      44 53 54 55 57 58 72 F0 HV P0 XX
      """.split { $0.isWhitespace }.map(String.init)
    #expect(Set(known) == Set(SQLState.classes.keys))
    #expect(SQLState.states.keys.allSatisfy { SQLState.classes[String($0.prefix(2))] != nil })
  }

  @Test func whateverEndsAConnectionAsksForAnother() {
    for state in ["57P01", "XX000", "25P03", nil] {
      #expect(PostgresError(code: .connectionLost, sqlState: state).remedy == .reconnect)
    }
    #expect(PostgresError(code: .connectionFailed).remedy == .reconnect)
    #expect(PostgresError(code: .connectionFailed, sqlState: "28P01").remedy == .wait)
    #expect(PostgresError(code: .transactionAborted).remedy == .retry)
    #expect(PostgresError(code: .unexpectedResult).remedy == .setAside)
  }
}
