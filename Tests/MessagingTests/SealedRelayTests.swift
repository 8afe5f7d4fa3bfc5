import AMQP
import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

extension FaultTests {
  /// What the relay cannot read it leaves to an operator, and publishes the rest: on a real broker
  /// and a real database. Inside of `FaultTests`, for they share the queues of its service.
  @Suite(.enabled(if: Servers.fromEnvironment != nil), .serialized, .timeLimit(.minutes(3)))
  struct SealedRelayTests {
    @Test func aRowThatWasChangedHoldsNoOtherBack() async throws {
      let servers = try #require(Servers.fromEnvironment)
      try await servers.declareQueues()
      let database = try await servers.freshDatabase()
      let runner = BatchRunner(
        service: TellingParticipant(), connection: try await PostgresConnection.connect(database),
        masters: .tests, limits: Limits(), instance: "dead",
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      for row in 0..<3 {
        let household = HouseholdID(high: 4, low: UInt64(row))
        _ = try await runner.apply(
          [Sample.message("m\(row)", household: household)], on: Sample.day, confirmed: [])
      }
      _ = try await runner.connection.pipeline([
        """
        UPDATE outbox SET body = set_byte(body, length(body) - 1,
          255 - get_byte(body, length(body) - 1)) WHERE household = \(HouseholdID(high: 4, low: 1))
        """,
        "UPDATE outbox_pending SET lease_until = now()",
      ])
      await runner.connection.close()
      try await RunningRuntime.run(on: database, broker: servers.broker) { running, observer in
        try await running.wait("the others are published, the one waits") {
          try await observer.number(
            "SELECT count(*) AS n FROM outbox_pending WHERE NOT blocked") == 0
        }
        let left = try await observer.query("SELECT problem FROM outbox_pending")
        #expect(try left.map { try $0.text("problem") } == ["base: unexpectedResult body"])
        try await running.wait("the others are confirmed") {
          try await observer.counted("confirmed") == 2
        }
      }
    }
  }
}
