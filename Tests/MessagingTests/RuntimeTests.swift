import AMQP
import Contracts
import Foundation
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// The runtime on a real broker and a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .serialized, .timeLimit(.minutes(10)))
struct RuntimeTests {
  /// Serialized: the two tests share the queues of one service.
  @Test func everyMessageIsAppliedOnceWhateverTheOrderAndTheRepetitions() async throws {
    let servers = try #require(Servers.fromEnvironment)
    let database = try await servers.freshDatabase()
    try await servers.declareQueues()
    let publisher = try await AMQPPublisher.open(servers.broker)
    var generator = Seeded(seed: 93)
    let sent = (0..<40).flatMap { household in (1...10).map { (household, $0) } }
    let arrivals = (sent + sent + sent).shuffled(using: &generator)
    _ = try await publisher.publish(arrivals.map { Servers.message(household: $0.0, rank: $0.1) })
    await publisher.close()

    try await servers.run(instances: 2, on: database) { connection in
      let rows = try await connection.query(
        "SELECT sum(count)::bigint AS n FROM ledger_counter WHERE entry = 'received'")
      return try rows.first?.intIfPresent("n") ?? 0 >= arrivals.count
    }

    let connection = try await PostgresConnection.connect(database)
    let inbox = try await connection.query(
      """
      SELECT count(*) AS messages, sum(duplicates)::bigint AS duplicates,
        count(*) FILTER (WHERE outcome <> 'applied') AS unfinished FROM inbox
      """)
    #expect(try inbox.first?.int("messages") == sent.count, "seed 93")
    #expect(try inbox.first?.int("duplicates") == 2 * sent.count, "seed 93")
    #expect(try inbox.first?.int("unfinished") == 0, "seed 93")
    let parked = try await connection.query("SELECT 1 FROM parked")
    #expect(parked.isEmpty)
    // One answer for each copy that came.
    let outbox = try await connection.query("SELECT count(*) AS n FROM outbox")
    let answers = try #require(try outbox.first?.int("n"))
    #expect(answers == 3 * sent.count)
    await connection.close()
  }
}

/// The private servers of the test run.
struct Servers: Sendable {
  let postgres: PostgresConfiguration
  var broker: AMQPConfiguration

  /// What `Tests/run` says of them; `nil` without it.
  static var fromEnvironment: Servers? {
    let environment = ProcessInfo.processInfo.environment
    guard let host = environment["AMONT_TEST_PG_HOST"],
      let port = environment["AMONT_TEST_PG_PORT"].flatMap(Int.init),
      let user = environment["AMONT_TEST_PG_USER"],
      let password = environment["AMONT_TEST_PG_PASSWORD"],
      let database = environment["AMONT_TEST_PG_DATABASE"],
      let brokerPort = environment["AMONT_TEST_AMQP_PORT"].flatMap(Int.init),
      let brokerUser = environment["AMONT_TEST_AMQP_USER"],
      let brokerPassword = environment["AMONT_TEST_AMQP_PASSWORD"],
      let virtualHost = environment["AMONT_TEST_AMQP_VHOST"]
    else { return nil }
    return Servers(
      postgres: PostgresConfiguration(
        host: host, port: port, database: database, user: user, password: password,
        applicationName: "tests"),
      broker: AMQPConfiguration(
        host: "127.0.0.1", port: brokerPort, virtualHost: virtualHost, user: brokerUser,
        password: brokerPassword, connectionName: "tests"))
  }

  /// A database of its own with the runtime's tables.
  func freshDatabase(
    migrations: [Migration] = RuntimeSchema.migrations
  ) async throws -> PostgresConfiguration {
    let name = "runtime_\(UInt64.random(in: 0...UInt64.max))"
    let superuser = try await PostgresConnection.connect(postgres)
    try await superuser.run(script: "CREATE DATABASE \(name)")
    await superuser.close()
    var configuration = postgres
    configuration.database = name
    let connection = try await PostgresConnection.connect(configuration)
    _ = try await Migrator().apply(migrations, set: "runtime", on: connection)
    await connection.close()
    return configuration
  }

  /// The queues of the service under test and of the one that it answers, empty.
  func declareQueues(
    of services: [ServiceName] = [.rehousing, .sagaOrchestrator]
  ) async throws {
    let admin = try await AMQPAdmin.open(broker)
    try await admin.declareExchange(ExchangeName.services, kind: .direct, durable: true)
    for service in services {
      try await admin.deleteQueue(service.queue)
      try await admin.declareQueue(
        service.queue, durable: true, exclusive: false, autoDelete: false,
        arguments: ["x-queue-type": .text("quorum")])
      try await admin.bind(
        queue: service.queue, exchange: ExchangeName.services, routingKey: service.rawValue)
    }
    await admin.close()
  }

  /// One message of a household, from another service.
  static func message(
    household: Int, rank: Int, to service: ServiceName = .rehousing
  ) -> OutboundMessage {
    var properties = Properties()
    properties.headers = [
      "ce-id": .text("\(household)-\(rank)"), "ce-source": .text("amont/intake"),
      "ce-type": .text("test"), "ce-specversion": .text("1.0"),
      "ce-subject": .text(HouseholdID(high: 7, low: UInt64(household)).description),
      "ce-sequence": .text(String(rank)),
    ]
    return OutboundMessage(
      exchange: ExchangeName.services, routingKey: service.rawValue, properties: properties,
      body: Array("{}".utf8))
  }

  /// Runs several instances of the runtime until the database says that all is done.
  func run<Runner: Participant>(
    _ participant: Runner = RecordingParticipant(), _ limits: Limits = Limits(), instances: Int,
    on database: PostgresConfiguration,
    until done: @escaping @Sendable (PostgresConnection) async throws -> Bool
  ) async throws {
    let observer = try await PostgresConnection.connect(database)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for instance in 1...instances {
        let runtime = MessagingRuntime(
          participant, database: database, broker: broker, masters: .tests, limits: limits,
          instance: "test-\(instance)",
          logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() },
          today: { Sample.day }, legalDay: { LegalZone.paris.day(at: $0) },
          pause: { try await Task.sleep(for: $0, clock: .continuous) })
        group.addTask { try await runtime.run() }
      }
      while try await !done(observer) { await Task.yield() }
      group.cancelAll()
    }
    await observer.close()
  }
}
