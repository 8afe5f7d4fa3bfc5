import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// One culprit never holds the others back: on a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct BatchRunnerTests {
  /// Writes down what it decided, in a table that refuses the word "poison".
  private struct StrictParticipant: Participant {
    let service = ServiceName.rehousing
    func reads(for messages: [Message]) -> [Query] { [] }
    func workspace(from results: [Rows]) throws -> [String] { [] }
    func decide(_ message: Message, on day: Day, in workspace: inout [String]) -> Decision {
      let fired = try? Wire.decode(DeadlineFired.self, from: message.data)
      workspace.append(fired?.kind ?? message.id)
      return Decision()
    }
    func writes(for workspace: [String]) -> [Query] {
      ["INSERT INTO strict (word) SELECT * FROM unnest(\(workspace)::text[])"]
    }
  }

  private func withRunner(
    _ body: (BatchRunner<StrictParticipant>) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let connection = try await PostgresConnection.connect(database)
    try await connection.run(
      script: "CREATE TABLE strict (word text CONSTRAINT no_poison CHECK (word <> 'poison'))")
    try await body(
      BatchRunner(
        service: StrictParticipant(), connection: connection, masters: .tests, limits: Limits(),
        instance: "test",
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    await connection.close()
  }

  private func words(_ runner: BatchRunner<StrictParticipant>) async throws -> [String] {
    try await runner.connection.query("SELECT word FROM strict ORDER BY word").map {
      try $0.text("word")
    }
  }

  private func states(_ runner: BatchRunner<StrictParticipant>) async throws -> [String] {
    try await runner.connection.query("SELECT state FROM quarantine ORDER BY id").map {
      try $0.text("state")
    }
  }

  @Test(arguments: 0..<9) func onlyTheCulpritOfABatchIsQuarantined(_ place: Int) async throws {
    try await withRunner { runner in
      let ids = (0..<9).map { $0 == place ? "poison" : "m\($0)" }
      _ = try await runner.apply(ids.map { Sample.message($0) }, on: Sample.day, confirmed: [])
      #expect(try await words(runner) == ids.filter { $0 != "poison" }.sorted())
      #expect(try await states(runner) == ["waiting"])
      let outcomes = try await runner.connection.query(
        "SELECT outcome, count(*) AS n FROM inbox GROUP BY outcome ORDER BY outcome")
      #expect(try outcomes.map { try $0.int("n") } == [8, 1])
    }
  }

  @Test func aDeadlineThatTheDatabaseRefusesHoldsNoOtherBackAndComesBackWhenReleased() async throws
  {
    try await withRunner { runner in
      let kinds = ["a", "b", "poison", "c", "d"]
      let changes = kinds.map { kind in
        (
          DeadlineKey(household: Sample.household, kind: kind),
          DeadlineChange.arm(
            kind: kind,
            deadline: Deadline(
              origin: Sample.day, rule: "R", article: "A", delay: "1 jour", raw: Sample.day,
              due: Sample.day, reason: ""),
            firesOn: Sample.day, household: Sample.household)
        )
      }
      _ = try await runner.connection.pipeline(
        DeadlineBook.apply(Dictionary(uniqueKeysWithValues: changes)))
      let few = try await runner.fireDeadlines(on: Sample.day, atMost: 2)
      #expect(few.fired == 2 && few.isFull)
      let rest = try await runner.fireDeadlines(on: Sample.day)
      #expect(rest.fired == 3 && !rest.isFull)
      #expect(try await words(runner) == ["a", "b", "c", "d"])
      #expect(try await states(runner) == ["waiting"])
      #expect(try await runner.fireDeadlines(on: Sample.day).fired == 0)

      try await runner.connection.run(
        script: """
          ALTER TABLE strict DROP CONSTRAINT no_poison;
          UPDATE quarantine SET state = 'released';
          """)
      #expect(try await runner.takeReleased(on: Sample.day).taken == 1)
      #expect(try await words(runner) == ["a", "b", "c", "d", "poison"])
      #expect(try await states(runner) == ["resolved"])
      let counted = try await runner.connection.query("SELECT 1 FROM ledger_counter")
      #expect(counted.isEmpty, "the ledger never counted a deadline")
    }
  }
}
