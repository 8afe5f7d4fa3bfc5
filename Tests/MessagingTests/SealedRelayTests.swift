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

    /// A key that was changed is for an operator; one that is missing may come back from its dump.
    @Test func aRowWithoutItsKeyHoldsNoOtherBack() async throws {
      let servers = try #require(Servers.fromEnvironment)
      try await servers.declareQueues()
      let database = try await servers.freshDatabase()
      let connection = try await Self.told(4, on: database)
      _ = try await connection.pipeline([
        """
        UPDATE household_key SET wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))
        WHERE household = \(HouseholdID(high: 4, low: 1))
        """,
        "DELETE FROM household_key WHERE household = \(HouseholdID(high: 4, low: 2))",
        "UPDATE outbox_pending SET lease_until = now()",
      ])
      await connection.close()
      try await RunningRuntime.run(on: database, broker: servers.broker) { running, observer in
        try await running.wait("the others are confirmed") {
          try await observer.counted("confirmed") == 2
        }
        try await running.wait("both say why they wait") {
          try await observer.number(
            "SELECT count(*) AS n FROM outbox_pending WHERE problem IS NOT NULL") == 2
        }
        let left = try await observer.query(
          "SELECT blocked, problem FROM outbox_pending ORDER BY first")
        #expect(try left.map { try $0.bool("blocked") } == [true, false])
        #expect(
          try left.map { try $0.text("problem") }
            == ["base: unexpectedResult body", "base: keyMissing body"])
      }
    }

    /// To a partner nothing is said that nobody can read; a service is told that there was something,
    /// for it counts what it hears.
    @Test func whatIsPendingOfAnErasedDossierEndsAndTheLedgerBalances() async throws {
      let servers = try #require(Servers.fromEnvironment)
      try await servers.declareQueues()
      let database = try await servers.freshDatabase()
      let connection = try await Self.told(3, on: database) { household in
        household?.low == 1 ? [.service(.sagaOrchestrator), .user("a")] : [.user("b")]
      }
      for row in [1, 2] {
        _ = try await Erasure.destroy(
          [HouseholdID(high: 4, low: UInt64(row))], on: Sample.day, in: connection, of: .rehousing)
      }
      _ = try await connection.pipeline([
        "DELETE FROM outbox_pending WHERE first = (SELECT min(first) FROM outbox_pending)",
        "UPDATE outbox_pending SET lease_until = now()",
      ])
      await connection.close()
      try await RunningRuntime.run(on: database, broker: servers.broker) { running, observer in
        try await running.wait("nothing is pending") { try await observer.pending == 0 }
        #expect(try await observer.counted("confirmed") == 3)
      }
      let admin = try await AMQPAdmin.open(servers.broker)
      #expect(try await admin.depth(of: ServiceName.sagaOrchestrator.queue).messages == 1)
      await admin.close()
    }

    /// One message about each of so many dossiers, stored by a process that died then.
    private static func told(
      _ count: Int, on database: PostgresConfiguration,
      _ recipients: @escaping @Sendable (HouseholdID?) -> [Destination] = { _ in
        [.service(.sagaOrchestrator)]
      }
    ) async throws -> PostgresConnection {
      let runner = BatchRunner(
        service: TellingParticipant(recipients: recipients),
        connection: try await PostgresConnection.connect(database), masters: .tests,
        limits: Limits(), instance: "dead",
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
      for row in 0..<count {
        let household = HouseholdID(high: 4, low: UInt64(row))
        _ = try await runner.apply(
          [Sample.message("m\(row)", household: household)], on: Sample.day, confirmed: [])
      }
      return runner.connection
    }
  }
}
