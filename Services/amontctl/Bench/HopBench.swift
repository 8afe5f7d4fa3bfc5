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
      today: { Day(ordinal: 17_400) }, legalDay: { LegalZone.paris.day(at: $0) },
      pause: { try await Task.sleep(for: $0, clock: .continuous) })
    let clock = ContinuousClock()
    let started = clock.now
    let result = try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask {
        try await runtime.run()
        return nil
      }
      group.addTask {
        rate == 0
          ? try await waitForConfirms(since: started)
          : try await measureLatency(publisher, run: run)
      }
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
      // What another run left must not weigh on this one.
      try await admin.deleteQueue(service.queue)
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
    // The identifier ends with the moment of its making: the far end tells how long it took.
    let id = "\(run)-\(index)-\(Self.microseconds())"
    properties.messageID = id
    properties.headers = [
      "ce-id": .text(id), "ce-source": .text("amont/saga-orchestrator"),
      "ce-type": .text("amont.hop.v1"), "ce-specversion": .text("1.0"),
      "ce-subject": .text(household.description),
      "ce-sequence": .text(String(index / households + 1)),
      "ce-time": .text("2017-09-12T00:00:00Z"),
    ]
    return OutboundMessage(
      exchange: ExchangeName.services, routingKey: ServiceName.rehousing.rawValue,
      properties: properties, body: Self.body)
  }

  private static let body = Array(("{\"x\":\"" + String(repeating: "x", count: 1_000) + "\"}").utf8)

  private static func microseconds() -> UInt64 {
    UInt64(Date().timeIntervalSince1970 * 1_000_000)
  }

  /// Waits until the runtime's own books say that all is through: as with the C program, nobody
  /// reads the other end meanwhile.
  private func waitForConfirms(since started: ContinuousClock.Instant) async throws -> String {
    let connection = try await PostgresConnection.connect(database)
    while true {
      let rows = try await connection.query(
        "SELECT coalesce(sum(count), 0)::bigint AS n FROM ledger_counter WHERE entry = 'confirmed'")
      if try rows.first?.int("n") ?? 0 >= messages { break }
      try await Task.sleep(for: Self.look, clock: .continuous)
    }
    let elapsed = ContinuousClock().now - started
    await connection.close()
    return "hop  messages=\(messages)  batch=\(batch)  seconds=\(Self.text(elapsed))"
      + "  rate=\(Int(Double(messages) / elapsed.inSeconds))/s"
  }

  /// Between two looks at the books.
  private static let look = Duration.milliseconds(20)

  private static func text(_ duration: Duration) -> String {
    String(Double(Int(duration.inSeconds * 100)) / 100)
  }

  /// Publishes at a steady rate, takes what the runtime publishes at the other end, and tells how
  /// long each message took from one to the other.
  private func measureLatency(
    _ publisher: AMQPPublisher, run: String
  ) async throws -> String {
    let consumer = try await AMQPConsumer.open(
      broker, queues: [ServiceName.courtLiaison.queue], prefetch: 2_000)
    async let published: Void = publishSteadily(publisher, run: run)
    var latencies: [String: Int] = [:]
    latencies.reserveCapacity(messages)
    while latencies.count < messages {
      let deliveries = try await consumer.next(atMost: 1_000)
      let now = Self.microseconds()
      for delivery in deliveries {
        guard case .text(let cause) = delivery.properties.headers["ce-causationid"],
          cause.hasPrefix(run), latencies[cause] == nil,
          let sent = cause.split(separator: "-").last.flatMap({ UInt64($0) })
        else { continue }
        latencies[cause] = Int(now &- sent)
      }
      consumer.acknowledge(deliveries.map(\.tag))
    }
    try await published
    await consumer.close()
    let sorted = latencies.values.sorted()
    func percentile(_ share: Int) -> String {
      let index = min(sorted.count - 1, sorted.count * share / 100)
      return String(Double(sorted[index] / 100) / 10)
    }
    return "latency  messages=\(messages)  offered=\(rate)/s  p50=\(percentile(50))ms"
      + "  p99=\(percentile(99))ms"
  }

  /// A few messages each hundredth of a second, whatever became of the last ones.
  private func publishSteadily(_ publisher: AMQPPublisher, run: String) async throws {
    let clock = ContinuousClock()
    let started = clock.now
    let perTick = max(1, rate / 100)
    var next = 0
    var tick = 0
    while next < messages {
      let last = min(next + perTick, messages)
      _ = try await publisher.publish((next..<last).map { message($0, run: run) })
      next = last
      tick += 1
      try await clock.sleep(until: started + .milliseconds(10 * tick))
    }
  }
}
