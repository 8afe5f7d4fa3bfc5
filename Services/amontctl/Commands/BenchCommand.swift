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

/// Measures what the runtime does in a second, on the servers that the environment names.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures Amont; deploy/bench runs it on private servers.",
    subcommands: [Hop.self, Life.self, Flood.self], defaultSubcommand: Hop.self)

  /// One hop of the runtime: consume, inbox, state and outbox in one durable commit, publish
  /// confirmed, acknowledge; on quorum queues.
  struct Hop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hops per second of one service; with --rate, how long each message takes.")
    @Option(help: "Messages to take through.") var messages = 50_000
    @Option(help: "Dossiers that they are about.") var households = 10_000
    @Option(help: "Messages a transaction, at most.") var batch = 100
    @Option(help: "Messages published a second; 0 fills the queue first.") var rate = 0
    @Option(help: "The database to use, owned by the user of the environment.")
    var database: String

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

  /// A household's way through all six services.
  struct Life: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Messages a second through the six running services, and a signal's latency.",
      discussion: "The services must run with a simulated clock, as for `amontctl play`.")
    @Option(help: "Signals sent one after the other, for the latency.") var alone = 200
    @Option(help: "Signals sent at once, for the rate.") var together = 2_000
    @Option(help: "The first day.") var start = "2017-09-01"

    func run() async throws {
      guard let day = Day(start), alone > 0, together >= 0 else {
        throw ValidationError("--start wants a date, --alone at least 1")
      }
      let stage = try await Stage.open()
      print(try await LifeBench(alone: alone, together: together, stage: stage).run(from: day))
      await stage.close()
    }
  }

  /// Fairness: one partner floods, another goes on as ever.
  struct Flood: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How long a partner waits for its receipts, alone and while another floods.",
      discussion: "The services must run with a simulated clock, as for `amontctl play`.")
    @Option(help: "Events of the partner that floods.") var events = 20_000
    @Option(help: "Events of the quiet partner while it is alone.") var alone = 500
    @Option(help: "Another number publishes other events.") var seed: UInt64 = 1_000
    @Option(help: "The first day.") var start = "2017-09-01"

    func run() async throws {
      guard let day = Day(start), events > 0, alone > 0 else {
        throw ValidationError("--start wants a date, --events and --alone at least 1")
      }
      let stage = try await Stage.open()
      let bench = FloodBench(flood: events, alone: alone, stage: stage)
      print(try await bench.run(from: day, seed: seed))
      await stage.close()
    }
  }
}
