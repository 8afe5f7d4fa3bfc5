import AMQP
import Contracts
import OperatorReading

/// Every exchange, and every queue with what reaches it and how it keeps what it holds.
///
/// A queue says for itself how often a message may come back, where it goes then, and how much it
/// may hold: a broker's defaults differ between versions, and silently drop. What is said here
/// stands in the arguments of the queue, so that it holds from the first message on, whoever
/// administers the broker. The arguments of a queue that exists can never change; a policy can set
/// the same for it while it is in use. Deleting a live queue to declare it again would need a
/// moment in which nobody publishes, reads, or holds a message of it, and no one can see that over
/// AMQP.
struct Topology {
  struct Exchange { let name: String, kind: AMQPAdmin.ExchangeKind }
  struct Binding { let exchange: String, key: String }

  let exchanges: [Exchange]
  /// Dead queues first: what a queue sends there must find its way from the first moment.
  let queues: [TopologyQueue]

  /// The topology for these partners.
  ///
  /// - Parameter deliveries: How often a queue of work delivers a message again; a test may want
  ///   less.
  init(partners: [PartnerEntry], deliveries: Int = DeliveryLimit.work) {
    var living = ServiceName.allCases.map { service in
      service == .intake
        ? TopologyQueue.ofPartners(
          service.queue, [Binding(exchange: ExchangeName.intake, key: "#")], deliveries)
        : TopologyQueue(
          name: service.queue,
          bindings: [Binding(exchange: ExchangeName.services, key: service.rawValue)],
          deliveries: deliveries, deadLetters: true)
    }
    var served: Set<PartnerKind> = []
    for partner in partners {
      let own = Binding(exchange: ExchangeName.intake(of: partner.name), key: "")
      living.append(.ofPartners(QueueName.intake(of: partner.name), [own], deliveries))
      var bindings = [Binding(exchange: ExchangeName.partners, key: "user." + partner.name)]
      // The first of its kind is the correspondent: what concerns a kind reaches one body, once.
      if served.insert(partner.kind).inserted {
        bindings.append(
          Binding(exchange: ExchangeName.partners, key: "kind." + partner.kind.rawValue))
      }
      // A partner's program may fail for as long as it likes: its queue keeps what it is told.
      living.append(
        .ofPartners(QueueName.partner(partner.name), bindings, DeliveryLimit.patient))
    }
    queues = living.map { $0.dead } + living
    var exchanges = [
      Exchange(name: ExchangeName.dead, kind: .direct),
      Exchange(name: ExchangeName.intake, kind: .topic),
      Exchange(name: ExchangeName.services, kind: .direct),
      Exchange(name: ExchangeName.partners, kind: .direct),
    ]
    for partner in partners {
      exchanges.append(Exchange(name: ExchangeName.intake(of: partner.name), kind: .fanout))
    }
    self.exchanges = exchanges
  }

  /// The routing keys under which messages reach a partner; none where nobody has that name.
  func keys(to partner: String) -> [String] {
    queues.filter { $0.name == QueueName.partner(partner) }.flatMap(\.bindings).map(\.key)
  }

  /// Declares it all, and returns the queues that exist with other arguments.
  ///
  /// - Throws: `AMQPError` when something of another kind stands under one of these names.
  func declare(at broker: AMQPConfiguration) async throws -> [String] {
    let admin = try await AMQPAdmin.open(broker)
    for exchange in exchanges {
      try await admin.declareExchange(exchange.name, kind: exchange.kind, durable: true)
    }
    await admin.close()
    var older: [String] = []
    for queue in queues where try await !queue.declare(at: broker) { older.append(queue.name) }
    return older
  }

  /// The same limits as policies, in the form that `rabbitmqctl import_definitions` reads.
  func policies(virtualHost: String) -> Policies {
    Policies(policies: queues.map { $0.policy(virtualHost: virtualHost) })
  }

  struct Policies: Encodable { let policies: [Policy] }

  struct Policy: Encodable {
    let vhost: String, name: String, pattern: String, priority: Int
    let definition: [String: HeaderValue]
    let appliesTo = "queues"

    enum CodingKeys: String, CodingKey {
      case vhost, name, pattern, priority, definition
      case appliesTo = "apply-to"
    }
  }
}

/// A quorum queue.
struct TopologyQueue {
  /// The most that a queue holds which a partner fills, or reads: about a year of the busiest
  /// partner. Beyond it that partner's next message is refused, and the disk stays everybody's.
  static let partnersBytes = 268_435_456
  /// Above the policies that others may have set for everything.
  private static let priority = 10

  let name: String
  let bindings: [Topology.Binding]
  /// How often a message may come back.
  let deliveries: Int
  /// Whether what came back too often goes to a dead queue; else it would be gone.
  let deadLetters: Bool
  var maximumBytes: Int?

  /// A queue that a partner fills or reads.
  static func ofPartners(
    _ name: String, _ bindings: [Topology.Binding], _ deliveries: Int
  ) -> TopologyQueue {
    TopologyQueue(
      name: name, bindings: bindings, deliveries: deliveries, deadLetters: true,
      maximumBytes: partnersBytes)
  }

  /// Where what came back too often waits. Nothing leaves it but what somebody has settled.
  var dead: TopologyQueue {
    TopologyQueue(
      name: QueueName.dead(name),
      bindings: [Topology.Binding(exchange: ExchangeName.dead, key: name)],
      deliveries: DeliveryLimit.patient, deadLetters: false)
  }

  /// How it keeps what it holds, by the names that policies have for it.
  private var settings: [String: HeaderValue] {
    var settings: [String: HeaderValue] = [
      "delivery-limit": .int(deliveries), "overflow": .text("reject-publish"),
    ]
    if deadLetters {
      settings["dead-letter-exchange"] = .text(ExchangeName.dead)
      settings["dead-letter-routing-key"] = .text(name)
      // The message leaves its queue once the dead queue has confirmed it.
      settings["dead-letter-strategy"] = .text("at-least-once")
    }
    if let maximumBytes { settings["max-length-bytes"] = .int(maximumBytes) }
    return settings
  }

  /// The same as the arguments of a declaration.
  var arguments: [String: HeaderValue] {
    settings.reduce(into: ["x-queue-type": .text("quorum")]) { $0["x-" + $1.key] = $1.value }
  }

  func policy(virtualHost: String) -> Topology.Policy {
    Topology.Policy(
      vhost: virtualHost, name: name, pattern: "^" + Self.escaped(name) + "$",
      priority: Self.priority, definition: settings)
  }

  /// Declares and binds it; false when it stands there with other limits.
  ///
  /// - Throws: `AMQPError` when a queue of another kind has its name.
  func declare(at broker: AMQPConfiguration) async throws -> Bool {
    let isNew = try await isTaken(arguments, at: broker)
    if !isNew {
      // The broker names the first difference only: one of type shows when nothing else is asked
      // for.
      _ = try await isTaken(["x-queue-type": .text("quorum")], at: broker)
    }
    let admin = try await AMQPAdmin.open(broker)
    for binding in bindings {
      try await admin.bind(queue: name, exchange: binding.exchange, routingKey: binding.key)
    }
    await admin.close()
    return isNew
  }

  /// Whether the broker takes this declaration; it may refuse one for a limit that the queue has,
  /// and then closes the channel: a connection each is the price of that.
  private func isTaken(
    _ arguments: [String: HeaderValue], at broker: AMQPConfiguration
  ) async throws -> Bool {
    let admin = try await AMQPAdmin.open(broker)
    do {
      try await admin.declareQueue(
        name, durable: true, exclusive: false, autoDelete: false, arguments: arguments)
      await admin.close()
      return true
    } catch {
      await admin.close()
      let text = error.replyText ?? ""
      guard error.code == .preconditionFailed, text.contains("inequivalent arg 'x-"),
        !text.contains("'x-queue-type'")
      else { throw error }
      return false
    }
  }

  /// The name as a regular expression that matches it alone.
  private static func escaped(_ name: String) -> String {
    name.map { character in
      character.isASCII && !character.isLetter && !character.isNumber
        ? "\\" + String(character) : String(character)
    }.joined()
  }
}

extension HeaderValue: Encodable {
  /// The value as JSON; a kind of value that no policy has is nothing.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .int(let number): try container.encode(number)
    case .bool(let flag): try container.encode(flag)
    case .bytes, .number, .time, .list, .table, .nothing, .other: try container.encodeNil()
    }
  }
}
