import ArgumentParser
import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// What the services emitted, and the broker has not confirmed or has lost.
struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "What the services sent, and the broker has not confirmed or has lost.",
    subcommands: [List.self, Retry.self, Resend.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("names messages by number, type and destination")
    static let configuration = CommandConfiguration(
      abstract: "Pending and blocked messages, service by service.")
    /// How many rows of a service are shown.
    static let limit = 200

    func run() async throws {
      let databases = try await ServiceDatabases.open(OperatorSettings.fromEnvironment())
      var rows = [["service", "id", "state", "exchange", "routing key", "type", "problem"]]
      for service in ServiceName.allCases {
        for row in try await databases.query(
          service,
          """
          SELECT id, blocked, exchange, routing_key, type, coalesce(problem, '') AS problem
          FROM outbox_pending AS p JOIN outbox AS o ON o.id >= p.first AND o.id < p.first + p.messages
          ORDER BY id LIMIT \(Self.limit)
          """)
        {
          rows.append([
            service.rawValue, String(try row.int("id")),
            try row.bool("blocked") ? "blocked" : "pending", try row.text("exchange"),
            try row.text("routing_key"), try row.text("type"), try row.text("problem"),
          ])
        }
      }
      await databases.close()
      print(
        rows.count == 1
          ? "everything is confirmed" : TextTable(rows, leading: [0, 2, 3, 4, 5, 6]).text)
    }
  }

  struct Retry: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("counts messages")
    static let configuration = CommandConfiguration(
      abstract: "Sends the blocked and the refused messages of a service again, at once.")
    @Argument(help: "The service.") var service: ServiceName

    func run() async throws {
      let connection = try await OperatorSettings.fromEnvironment().writer(of: service)
      let rows = try await connection.query(
        """
        UPDATE outbox_pending SET blocked = false, attempts = 0, problem = NULL, lease_until = now()
        WHERE blocked OR attempts > 0 RETURNING first
        """)
      await connection.close()
      print("\(service.rawValue): \(rows.count) messages will be sent again")
    }
  }
}
