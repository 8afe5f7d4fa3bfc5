import AMQP
import ArgumentParser
import Contracts

/// Declares the exchanges, queues and bindings. Declaring twice changes nothing.
struct TopologyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topology", abstract: "The broker's exchanges, queues and bindings.",
    subcommands: [Apply.self, Show.self], defaultSubcommand: Show.self)

  struct Apply: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Declares what is missing.")
    @Option(help: "File of partners: a name and a kind a line, separated by a tab.")
    var partners: String

    func run() async throws {
      let place = try Place.fromEnvironment()
      let topology = Topology(partners: try PartnerFile.read(partners))
      let admin = try await AMQPAdmin.open(place.brokerConfiguration())
      try await topology.declare(with: admin)
      await admin.close()
      print("topology: \(topology.queues.count) queues declared")
    }
  }

  struct Show: AsyncParsableCommand {
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

/// Every queue with what reaches it. All queues are quorum queues; each has a delivery limit only as
/// a last net with a dead-letter queue behind it, for quarantine lives in PostgreSQL.
struct Topology {
  struct Binding { let exchange: String, key: String }
  struct Queue { let name: String, bindings: [Binding] }

  let queues: [Queue]

  init(partners: [PartnerEntry]) {
    var queues = ServiceName.allCases.map { service in
      let binding =
        service == .intake
        ? Binding(exchange: ExchangeName.intake, key: "#")
        : Binding(exchange: ExchangeName.services, key: service.rawValue)
      return Queue(name: service.queue, bindings: [binding])
    }
    var served: Set<PartnerKind> = []
    for partner in partners {
      var bindings = [Binding(exchange: ExchangeName.partners, key: "user." + partner.name)]
      // The first of its kind is the correspondent: what concerns a kind reaches one body, once.
      if served.insert(partner.kind).inserted {
        bindings.append(
          Binding(exchange: ExchangeName.partners, key: "kind." + partner.kind.rawValue))
      }
      queues.append(Queue(name: "amont.partner." + partner.name, bindings: bindings))
    }
    self.queues = queues
  }

  /// The routing keys under which messages reach a partner; none where nobody has that name.
  func keys(to partner: String) -> [String] {
    queues.filter { $0.name == "amont.partner." + partner }.flatMap(\.bindings).map(\.key)
  }

  /// Declares it all.
  ///
  /// - Throws: `AMQPError` when something else stands under one of these names.
  func declare(with admin: AMQPAdmin) async throws {
    try await admin.declareExchange(ExchangeName.intake, kind: .topic, durable: true)
    try await admin.declareExchange(ExchangeName.services, kind: .direct, durable: true)
    try await admin.declareExchange(ExchangeName.partners, kind: .direct, durable: true)
    for queue in queues {
      _ = try await admin.declareQueue(
        queue.name, durable: true, exclusive: false, autoDelete: false,
        arguments: ["x-queue-type": .text("quorum")])
      for binding in queue.bindings {
        try await admin.bind(
          queue: queue.name, exchange: binding.exchange, routingKey: binding.key)
      }
    }
  }
}
