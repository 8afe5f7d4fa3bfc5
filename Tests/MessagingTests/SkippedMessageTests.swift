import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// What a dossier decided again passes over is in quarantine while it is, and the ledger balances:
/// on a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct SkippedMessageTests {
  private static let today = Day(ordinal: 30)

  private static func act(_ name: String, _ day: Int) -> Message {
    Message(
      id: "\(name)-\(day)", source: "amont/intake", type: name, household: Sample.household,
      occurredOn: Day(ordinal: day),
      chain: CausalPosition(act: name, on: Day(ordinal: day), id: name),
      data: [])
  }

  @Test func whatIsPassedOverWaitsInQuarantineUntilItHasItsEffect() async throws {
    try await withRunner { runner in
      let first = try await runner.apply(
        [Self.act("notice", 2), Self.act("protest", 7)], on: Self.today, confirmed: [])
      #expect(first.passedOver == 0)
      // Paid before the protest, nothing was owed on its day.
      let second = try await runner.apply([Self.act("pay", 5)], on: Self.today, confirmed: [])
      #expect(second.passedOver == 1)
      try await expect(["waiting recalcul : rien à contester"], in: runner)

      // Released too early, it is decided again, and still refused.
      try await runner.connection.run(script: "UPDATE quarantine SET state = 'released'")
      #expect(try await runner.takeReleased(on: Self.today).taken == 1)
      try await expect(["waiting recalcul : rien à contester"], in: runner)

      let recall = Recall(id: "pay-5", because: "test")
      let third = try await runner.apply(
        [
          Message(
            id: "recall", source: "amont/intake", type: Recall.type, household: Sample.household,
            occurredOn: Self.today, data: Array(try Wire.encode(recall).utf8))
        ], on: Self.today, confirmed: [])
      #expect(third.passedOver == 0)
      try await expect(["resolved recalcul : rien à contester"], in: runner)
    }
  }

  @Test func theEndOfADelayComesBackWhenItIsReleased() async throws {
    try await withRunner { runner in
      let passed = try await runner.apply(
        [Self.act("notice", 2), Self.act("seal", 5), Self.act("late", 15)], on: Self.today,
        confirmed: [])
      #expect(passed.passedOver == 1)
      try await expect(["waiting recalcul : payload refusé"], in: runner)
      // The diary of this test is not kept: on a new page nothing is sealed.
      try await runner.connection.run(script: "UPDATE quarantine SET state = 'released'")
      let back = try await runner.takeReleased(on: Self.today)
      #expect(back.taken == 1)
      let said = try await runner.connection.query("SELECT type FROM outbox ORDER BY id")
      #expect(try said.map { try $0.text("type") } == ["expired"])
      try await expect(["resolved recalcul : payload refusé"], in: runner)
    }
  }

  /// Those rows in quarantine, and a ledger that counts every message as applied.
  private func expect(
    _ rows: [String], in runner: BatchRunner<DiaryKeeper>,
    _ place: SourceLocation = #_sourceLocation
  ) async throws {
    let found = try await runner.connection.query(
      "SELECT state || ' ' || reason AS line FROM quarantine ORDER BY id"
    ).map { try $0.text("line") }
    #expect(found == rows, sourceLocation: place)
    let counted = try await runner.connection.query(
      """
      SELECT (SELECT count(*) FROM inbox WHERE outcome <> 'applied')
        + (SELECT count(*) FROM ledger_counter WHERE entry = 'quarantined' AND count <> 0) AS n
      """)[0].int("n")
    #expect(counted == 0, sourceLocation: place)
  }

  private func withRunner(
    _ body: (BatchRunner<DiaryKeeper>) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let connection = try await PostgresConnection.connect(database)
    try await body(
      BatchRunner(
        service: DiaryKeeper(), connection: connection, masters: .tests, limits: Limits(),
        instance: "test",
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    await connection.close()
  }
}
