import AMQP
import Contracts
import OperatorReading
import Testing

@testable import amontctl

/// What `amontctl topology` declares, and what it does about a broker of an older version.
@Suite("The topology", .timeLimit(.minutes(5)))
struct TopologyTests {
  private static let partners = [
    PartnerEntry(name: "etude.martin", kind: .huissier), PartnerEntry(name: "caf", kind: .caf),
  ]

  @Test("Every queue but a dead one says when a message leaves it, and where it goes")
  func arguments() {
    let topology = Topology(partners: Self.partners)
    let (dead, living) = (
      topology.queues.filter { QueueName.isDead($0.name) },
      topology.queues.filter { !QueueName.isDead($0.name) }
    )
    #expect(living.count == ServiceName.allCases.count + 2 * Self.partners.count)
    #expect(Set(dead.map(\.name)) == Set(living.map { QueueName.dead($0.name) }))
    for queue in living {
      let arguments = queue.arguments
      #expect(arguments["x-queue-type"] == .text("quorum"))
      #expect(arguments["x-dead-letter-exchange"] == .text("amont.dead"))
      #expect(arguments["x-dead-letter-routing-key"] == .text(queue.name))
      #expect(arguments["x-dead-letter-strategy"] == .text("at-least-once"))
      #expect(arguments["x-overflow"] == .text("reject-publish"))
      let inbox = queue.name.hasPrefix("amont.partner.")
      #expect(arguments["x-delivery-limit"] == .int(inbox ? 2_147_483_647 : 20), "\(queue.name)")
      // What a partner fills or reads is bounded; what services send each other is their own.
      let isPartners = inbox || queue.name.hasPrefix("amont.intake")
      #expect((arguments["x-max-length-bytes"] != nil) == isPartners, "\(queue.name)")
    }
    for queue in dead {
      #expect(
        queue.arguments == [
          "x-queue-type": .text("quorum"), "x-delivery-limit": .int(2_147_483_647),
          "x-overflow": .text("reject-publish"),
        ])
    }
    let firstLiving = topology.queues.firstIndex { !QueueName.isDead($0.name) }
    #expect(firstLiving == dead.count, "a dead queue is there before what sends to it")
  }

  @Test("Every queue is fed by the one exchange that a service takes it to be fed by")
  func feeding() {
    for queue in Topology(partners: Self.partners).queues {
      let exchanges = Set(queue.bindings.map(\.exchange))
      #expect(exchanges.count == 1, "\(queue.name)")
      if queue.name.hasPrefix("amont.partner.") || QueueName.isDead(queue.name) { continue }
      #expect(ExchangeName.feeding(queue.name) == exchanges.first, "\(queue.name)")
      #expect(ExchangeName.feeding(QueueName.dead(queue.name)) == exchanges.first, "\(queue.name)")
    }
    #expect(ExchangeName.feeding("amont.partner.caf") == nil)
  }

  @Test(
    "An account whose queues could be taken for others is not admitted",
    arguments: [
      ("caf", true), ("etude.martin", true), ("étude", true), ("caf.dead", false), (".dead", false),
      ("", false), ("a b", false), (String(repeating: "a", count: 201), false),
    ])
  func admitted(account: String, isAdmitted: Bool) {
    #expect(QueueName.admits(account: account) == isAdmitted)
  }

  @Test("A policy is for one queue, whatever its name holds")
  func patterns() throws {
    let text = try Wire.encode(Topology(partners: Self.partners).policies(virtualHost: "amont"))
    #expect(text.contains(#""pattern":"^amont\\.intake\\.etude\\.martin$""#))
    #expect(text.contains(#""apply-to":"queues""#))
  }

  @Test("Declaring twice changes nothing", .enabled(if: Laboratory.isOpen))
  func twice() async throws {
    try await Laboratory.use { laboratory in
      let topology = Topology(partners: Self.partners)
      let first = try await topology.declare(at: laboratory.broker)
      let second = try await topology.declare(at: laboratory.broker)
      #expect(first == [] && second == [])
    }
  }

  @Test(
    "A live broker of an older version keeps what it holds, and gets the limits by a policy",
    .enabled(if: Laboratory.isOpen))
  func upgrade() async throws {
    try await Laboratory.use { laboratory in
      let old = ServiceName.allCases.map(\.queue) + ["amont.partner.caf"]
      try await Self.declare(old, at: laboratory, type: "quorum")
      let publisher = try await AMQPPublisher.open(laboratory.broker)
      _ = try await publisher.publish([
        OutboundMessage(exchange: "", routingKey: "amont.rehousing", body: [1])
      ])
      await publisher.close()

      let topology = Topology(partners: Self.partners, deliveries: 2)
      let older = try await topology.declare(at: laboratory.broker)
      #expect(Set(older) == Set(old))
      let kept = try await laboratory.depth(of: "amont.rehousing")
      #expect(kept == 1)
      let advice = TopologyCommand.Apply.advice(
        older, partners: "p.txt", virtualHost: laboratory.broker.virtualHost)
      #expect(advice.contains("rabbitmqctl import_definitions"))

      try await laboratory.importDefinitions(
        try Wire.encode(topology.policies(virtualHost: laboratory.broker.virtualHost)))
      for _ in 0...2 { try await laboratory.takeAndLeave("amont.rehousing", atLeast: 1) }
      try await laboratory.eventually {
        try await laboratory.depth(of: "amont.rehousing.dead") == 1
      }
    }
  }

  @Test("A queue of another type under a name of ours is an error", .enabled(if: Laboratory.isOpen))
  func foreignQueue() async throws {
    try await Laboratory.use { laboratory in
      try await Self.declare(["amont.rehousing"], at: laboratory, type: "classic")
      await #expect(throws: AMQPError.self) {
        _ = try await Topology(partners: []).declare(at: laboratory.broker)
      }
    }
  }

  @Test(
    "A partner that never reads is told no more once its queue is full; nobody else notices",
    .enabled(if: Laboratory.isOpen))
  func fullInbox() async throws {
    try await Laboratory.use { laboratory in
      _ = try await Topology(partners: Self.partners).declare(at: laboratory.broker)
      var queue = TopologyQueue.ofPartners(
        "amont.partner.full",
        [Topology.Binding(exchange: ExchangeName.partners, key: "user.full")], 20)
      queue.maximumBytes = 10_000
      let admin = try await AMQPAdmin.open(laboratory.broker)
      try await admin.declareQueue(
        queue.name, durable: true, exclusive: false, autoDelete: false, arguments: queue.arguments)
      try await admin.bind(
        queue: queue.name, exchange: ExchangeName.partners, routingKey: "user.full")
      await admin.close()
      let publisher = try await AMQPPublisher.open(laboratory.broker)
      var outcomes: Set<PublishOutcome> = []
      while !outcomes.contains(.refused) {
        outcomes.formUnion(
          try await publisher.publish([Self.message(to: "full"), Self.message(to: "full")]))
      }
      let other = try await publisher.publish([Self.message(to: "caf")])
      #expect(other == [.confirmed])
      await publisher.close()
    }
  }

  private static func message(to partner: String) -> OutboundMessage {
    OutboundMessage(
      exchange: ExchangeName.partners, routingKey: "user." + partner,
      body: Array(repeating: 32, count: 1_000))
  }

  private static func declare(
    _ queues: [String], at laboratory: Laboratory, type: String
  ) async throws {
    let admin = try await AMQPAdmin.open(laboratory.broker)
    for queue in queues {
      try await admin.declareQueue(
        queue, durable: true, exclusive: false, autoDelete: false,
        arguments: ["x-queue-type": .text(type)])
    }
    await admin.close()
  }
}
