import AMQP
import Contracts
import Logging
import Messaging
import PostgreSQL
import Vocabulary

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One run of the hop: real broker, real database, the real runtime.
struct HopBench: Sendable {
  let messages: Int, households: Int, batch: Int, rate: Int
  let database: PostgresConfiguration
  let broker: AMQPConfiguration

  /// Runs it and returns one line with what was measured.
  ///
  /// - Throws: what the database or the broker refuses.
  func run() async throws -> String {
    try await prepare()
    let publisher = try await AMQPPublisher.open(broker)
    let run = String(UInt64(Date().timeIntervalSince1970 * 1_000), radix: 36)
    if rate == 0 { try await publish(with: publisher, run: run, from: 0, count: messages) }
    var limits = Limits()
    limits.batch = batch
    limits.prefetch = batch * 4
    let runtime = MessagingRuntime(
      HopParticipant(), database: database, broker: broker, limits: limits, instance: "bench",
      logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() },
      today: { Day(ordinal: 17_400) },
      pause: { try await Task.sleep(for: $0, clock: .continuous) })
    let clock = ContinuousClock()
    let started = clock.now
    let result = try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask {
        try await runtime.run()
        return nil
      }
      group.addTask { try await measure(publisher, run: run, since: started) }
      let line = try await group.next() ?? nil
      group.cancelAll()
      return line ?? "the runtime stopped"
    }
    await publisher.close()
    return result
  }

  private func prepare() async throws {
    let connection = try await PostgresConnection.connect(database)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    try await connection.run(
      script: """
        CREATE TABLE IF NOT EXISTS hop (id uuid PRIMARY KEY, version bigint NOT NULL)
          WITH (fillfactor = 70);
        TRUNCATE hop, inbox, inbox_rank, outbox_pending, outbox, outbox_rank, ledger_counter;
        """)
    await connection.close()
    let admin = try await AMQPAdmin.open(broker)
    try await admin.declareExchange(ExchangeName.services, kind: .direct, durable: true)
    for service in [ServiceName.rehousing, .courtLiaison] {
      try await admin.declareQueue(
        service.queue, durable: true, exclusive: false, autoDelete: false,
        arguments: ["x-queue-type": .text("quorum")])
      try await admin.bind(
        queue: service.queue, exchange: ExchangeName.services, routingKey: service.rawValue)
    }
    await admin.close()
  }

  private func publish(
    with publisher: AMQPPublisher, run: String, from first: Int, count: Int
  ) async throws {
    var next = first
    while next < first + count {
      let last = min(next + 1_000, first + count)
      _ = try await publisher.publish((next..<last).map { message($0, run: run) })
      next = last
    }
  }

  /// A message as another service would send it: one household, ranks from 1.
  private func message(_ index: Int, run: String) -> OutboundMessage {
    let household = HouseholdID(high: 1, low: UInt64(index % households))
    var properties = Properties()
    properties.contentType = "application/json"
    properties.messageID = "\(run)-\(index)"
    properties.headers = [
      "ce-id": .text("\(run)-\(index)"), "ce-source": .text("amont/saga-orchestrator"),
      "ce-type": .text("amont.hop.v1"), "ce-specversion": .text("1.0"),
      "ce-subject": .text(household.description),
      "ce-sequence": .text(String(index / households + 1)),
      "ce-time": .text(String(Self.microseconds())),
    ]
    properties.headers["ce-time"] = .text("2017-09-12T00:00:00Z")
    properties.timestamp = Self.microseconds()
    return OutboundMessage(
      exchange: ExchangeName.services, routingKey: ServiceName.rehousing.rawValue,
      properties: properties, body: Self.body)
  }

  private static let body = Array(("{\"x\":\"" + String(repeating: "x", count: 1_000) + "\"}").utf8)

  private static func microseconds() -> UInt64 {
    UInt64(Date().timeIntervalSince1970 * 1_000_000)
  }

  /// Takes what the runtime publishes at the other end, until all is through.
  private func measure(
    _ publisher: AMQPPublisher, run: String, since started: ContinuousClock.Instant
  ) async throws -> String {
    let consumer = try await AMQPConsumer.open(
      broker, queues: [ServiceName.courtLiaison.queue], prefetch: 2_000)
    var seen: Set<String> = []
    seen.reserveCapacity(messages)
    while seen.count < messages {
      let deliveries = try await consumer.next(atMost: 1_000)
      for delivery in deliveries {
        if case .text(let cause) = delivery.properties.headers["ce-causationid"],
          cause.hasPrefix(run)
        {
          seen.insert(cause)
        }
      }
      consumer.acknowledge(deliveries.map(\.tag))
    }
    let elapsed = ContinuousClock().now - started
    await consumer.close()
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    return "hop  messages=\(messages)  batch=\(batch)  seconds=\(Int(seconds * 100) / 100)"
      + "  rate=\(Int(Double(messages) / seconds))/s"
  }
}
