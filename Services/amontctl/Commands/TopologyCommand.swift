import AMQP
import ArgumentParser
import Contracts
import OperatorReading
import Settings

/// Declares the exchanges, queues and bindings. Declaring twice changes nothing.
struct TopologyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topology", abstract: "The broker's exchanges, queues and bindings.",
    subcommands: [Apply.self, Policies.self, Show.self], defaultSubcommand: Show.self)

  struct Apply: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("queues")
    static let configuration = CommandConfiguration(
      abstract: "Declares what is missing, and says which queues an older version declared.")
    @Option(help: "File of partners: a name and a kind a line, separated by a tab.")
    var partners: String

    func run() async throws {
      let settings = try OperatorSettings.fromEnvironment()
      let topology = Topology(partners: try PartnerFile.read(partners))
      let older = try await topology.declare(at: settings.brokerConfiguration())
      print("topology: \(topology.queues.count) queues declared")
      guard !older.isEmpty else { return }
      print(Self.advice(older, partners: partners, virtualHost: settings.broker.virtualHost))
    }

    /// What to do about queues that keep the arguments of an older version.
    static func advice(_ older: [String], partners: String, virtualHost: String) -> String {
      """
      topology: \(older.count) queues keep what an older version declared: \
      \(older.joined(separator: ", "))
        They go on as they are. A policy gives them the limits of this version, at once and with what
        they hold; it may be set again at any time. Where the broker runs:
          amontctl topology policies --partners \(partners) --virtual-host \(virtualHost) \
      >policies.json
          rabbitmqctl import_definitions "$PWD/policies.json"
      """
    }
  }

  struct Policies: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("queues")
    static let configuration = CommandConfiguration(
      abstract: "Prints the limits of all queues as policies, for rabbitmqctl import_definitions.")
    @Option(help: "File of partners: a name and a kind a line, separated by a tab.")
    var partners: String
    @Option(help: "The virtual host of Amont.") var virtualHost = "amont"

    func run() async throws {
      let topology = Topology(partners: try PartnerFile.read(partners))
      print(try Wire.encode(topology.policies(virtualHost: virtualHost)))
    }
  }

  struct Show: AsyncParsableCommand, DeclaredCommand {
    static let data = ShownData.nothingPersonal("queues")
    static let configuration = CommandConfiguration(abstract: "Prints it without a broker.")
    @Option(help: "File of partners: a name and a kind a line, separated by a tab.")
    var partners: String

    func run() async throws {
      let topology = Topology(partners: try PartnerFile.read(partners))
      for queue in topology.queues {
        for binding in queue.bindings {
          print("\(binding.exchange)  --\(binding.key)-->  \(queue.name)")
        }
      }
    }
  }
}
