import ArgumentParser
import Contracts
import OperatorReading
import Settings
import Vocabulary

/// Measures what the runtime does in a second, on the servers that the environment names.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures Amont; deploy/bench runs it on private servers.",
    subcommands: [
      Fill.self, Hop.self, Relay.self, Storm.self, Life.self, Flood.self, Seal.self,
    ])

  /// What every part of the bench of one hop is told.
  struct HopOptions: ParsableArguments {
    @Option(help: "Messages to take through.") var messages = 50_000
    @Option(help: "Dossiers that they are about.") var dossiers = 10_000
    @Option(help: "Of a hundred messages of a known dossier, how many come late.") var late = 0
    @Option(
      help: "Messages of the same kind that were taken through before these; nothing is emptied.")
    var before = 0
    @Option(help: "The database to use, owned by the user of the environment.")
    var database: String

    func validate() throws {
      guard messages > 0, dossiers > 0, before >= 0, (0...100).contains(late) else {
        throw ValidationError("--messages and --dossiers want at least 1, --late 0 to 100")
      }
    }

    var hopMessages: HopMessages {
      HopMessages(count: messages, dossiers: dossiers, late: late, before: before)
    }

    func servers() throws -> HopServers {
      let settings = try OperatorSettings.fromEnvironment(of: AmontSimulator.program)
      return HopServers(
        database: settings.database(database), broker: settings.brokerConfiguration())
    }
  }

  /// Before a round of the hop.
  struct Fill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Empties the database and the queues of the bench, and publishes the messages.")
    @OptionGroup var options: HopOptions

    func run() async throws {
      let servers = try options.servers()
      if options.before == 0 { try await servers.empty() }
      try await servers.publish(options.hopMessages)
    }
  }

  /// What sealing costs.
  struct Seal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How long it takes to seal and open a kilobyte, and to wrap and unwrap a key.",
      discussion: "Needs no server.")
    @Option(help: "How often each is done.") var times = 200_000

    func validate() throws {
      guard times > 0 else { throw ValidationError("--times wants at least 1") }
    }

    func run() throws { print(try SealBench(times: times).run(), terminator: "") }
  }

  /// One hop of the runtime: consume, inbox, state and outbox in one durable commit, publish
  /// confirmed, acknowledge; on quorum queues.
  struct Hop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes through what `bench fill` published: hops a second of one service.",
      discussion: """
        With --rate it empties all and publishes itself, at that rate, and tells how long each
        message took. Ends with an error when a message was not
        applied exactly once, or a dossier decided again that should not be.
        """)
    @OptionGroup var options: HopOptions
    @Option(help: "Messages a transaction, at most.") var batch = 100
    @Option(help: "Messages published a second; 0 takes what the queue holds.") var rate = 0
    @Option(help: "The name of this instance.") var instance = "bench-1"

    func run() async throws {
      let bench = HopBench(
        messages: options.hopMessages, batch: batch, instance: instance,
        servers: try options.servers())
      if rate == 0 { return print(try await bench.takeThrough()) }
      try await bench.servers.empty()
      print(try await bench.takeThrough(atRate: rate))
    }
  }

  /// What an outage left.
  struct Relay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How soon and how fast an outbox goes out that piled up during an outage.")
    @OptionGroup var options: HopOptions
    @Option(help: "Messages a transaction, at most.") var batch = 100

    func run() async throws {
      let bench = RelayBench(
        pending: options.messages, batch: batch, servers: try options.servers())
      print(try await bench.run())
    }
  }

  /// A day on which many deadlines fall.
  struct Storm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How long messages take before many deadlines fall due at once, and meanwhile.")
    @OptionGroup var options: HopOptions
    @Option(help: "Deadlines of that day.") var deadlines = 100_000
    @Option(help: "Messages published a second.") var rate: Int
    @Option(help: "Messages a transaction, at most.") var batch = 100

    func run() async throws {
      guard rate > 0, deadlines > 0 else {
        throw ValidationError("--rate and --deadlines want at least 1")
      }
      let traffic = HopTraffic(
        messages: options.hopMessages, rate: rate, servers: try options.servers())
      print(try await StormBench(deadlines: deadlines, traffic: traffic, batch: batch).run())
    }
  }

  /// A household's way through all six services.
  struct Life: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Messages a second through the six running services, and a signal's latency.",
      discussion: "The services must run with a simulated clock, as for `amont-simulator play`.")
    @Option(help: "Signals sent one after the other, for the latency.") var alone = 200
    @Option(help: "Signals sent at once, for the rate.") var together = 2_000
    @Option(help: "The first day.") var start = "2017-09-01"

    func run() async throws {
      guard let day = Day(start), alone > 0, together >= 0 else {
        throw ValidationError("--start wants a date, --alone at least 1")
      }
      let simulation = try await Simulation.open()
      print(
        try await LifeBench(alone: alone, together: together, simulation: simulation).run(from: day)
      )
      await simulation.close()
    }
  }

  /// Fairness: one partner floods, another goes on as ever.
  struct Flood: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How long a partner waits for its receipts, alone and while another floods.",
      discussion: "The services must run with a simulated clock, as for `amont-simulator play`.")
    @Option(help: "Events of the partner that floods.") var events = 20_000
    @Option(help: "Events of the quiet partner while it is alone.") var alone = 500
    @Option(help: "Another number publishes other events.") var seed: UInt64 = 1_000
    @Option(help: "The first day.") var start = "2017-09-01"

    func run() async throws {
      guard let day = Day(start), events > 0, alone > 0 else {
        throw ValidationError("--start wants a date, --events and --alone at least 1")
      }
      let simulation = try await Simulation.open()
      let bench = FloodBench(flood: events, alone: alone, simulation: simulation)
      print(try await bench.run(from: day, seed: seed))
      await simulation.close()
    }
  }
}
