import AMQP
import ArgumentParser
import Contracts
import Logging
import Messaging
import PostgreSQL
import Settings
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Measures one hop of the runtime: consume, inbox, state and outbox in one durable commit, publish
/// confirmed, acknowledge; on quorum queues.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures hops per second on the servers that the environment names.")
  @Option(help: "Messages to take through.") var messages = 50_000
  @Option(help: "Dossiers that they are about.") var households = 10_000
  @Option(help: "Messages a transaction, at most.") var batch = 100
  @Option(help: "Messages published a second; 0 fills the queue first.") var rate = 0
  @Option(help: "The database to use, owned by the user of the environment.") var database: String

  func run() async throws {
    let place = try Place.fromEnvironment()
    let bench = HopBench(
      messages: messages, households: households, batch: batch, rate: rate,
      database: PostgresConfiguration(
        host: place.databaseHost, port: place.databasePort, database: database,
        user: place.auditor, password: place.auditorPassword.revealed,
        applicationName: "amontctl bench"),
      broker: place.brokerConfiguration())
    print(try await bench.run())
  }
}
