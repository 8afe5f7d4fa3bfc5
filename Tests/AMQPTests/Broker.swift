import AMQP
import Foundation
import Testing

/// The private broker of the test run.
struct Broker: Sendable {
  /// Seconds that no healthy broker takes, however slow the machine is.
  static let patienceSeconds = 240

  let configuration: AMQPConfiguration
  /// The program that administers the broker.
  let control: String

  /// What `Tests/run` says of it; `nil` without it.
  static var fromEnvironment: Broker? {
    let environment = ProcessInfo.processInfo.environment
    guard let host = environment["AMONT_TEST_AMQP_HOST"],
      let port = environment["AMONT_TEST_AMQP_PORT"].flatMap(Int.init),
      let user = environment["AMONT_TEST_AMQP_USER"],
      let password = environment["AMONT_TEST_AMQP_PASSWORD"],
      let virtualHost = environment["AMONT_TEST_AMQP_VHOST"],
      let control = environment["AMONT_TEST_RABBITMQCTL"]
    else { return nil }
    var configuration = AMQPConfiguration(
      host: host, port: port, virtualHost: virtualHost, user: user, password: password,
      connectionName: "tests")
    configuration.connectTimeoutSeconds = patienceSeconds
    configuration.rpcTimeoutSeconds = patienceSeconds
    configuration.heartbeatSeconds = 60
    return Broker(configuration: configuration, control: control)
  }

  /// Lends a queue of its own, with a publisher, and deletes it afterwards.
  static func withQueue(
    _ arguments: [String: HeaderValue] = [:],
    _ body: (Broker, _ queue: String, AMQPPublisher) async throws -> Void
  ) async throws {
    let broker = try #require(fromEnvironment)
    let queue = "amqp-tests-\(UInt64.random(in: 0...UInt64.max))"
    let admin = try await AMQPAdmin.open(broker.configuration)
    try await admin.declareQueue(
      queue, durable: true, exclusive: false, autoDelete: false, arguments: arguments)
    let publisher = try await broker.publisher()
    do {
      try await body(broker, queue, publisher)
    } catch {
      try await admin.deleteQueue(queue)
      throw error
    }
    await publisher.close()
    try await admin.deleteQueue(queue)
    await admin.close()
  }

  func publisher() async throws -> AMQPPublisher {
    try await AMQPPublisher.open(configuration, confirmTimeoutSeconds: Self.patienceSeconds)
  }

  func consumer(of queue: String, prefetch: Int = 100) async throws -> AMQPConsumer {
    try await AMQPConsumer.open(configuration, queues: [queue], prefetch: prefetch)
  }

  func depth(of queue: String) async throws -> AMQPAdmin.Depth {
    let admin = try await AMQPAdmin.open(configuration)
    let depth = try await admin.depth(of: queue)
    await admin.close()
    return depth
  }

  /// What Erlang says to an expression that is evaluated within the broker.
  func evaluate(_ expression: String) async throws -> String {
    try await run(control, ["eval", expression])
  }
}

/// Runs a program and returns what it wrote, or fails the test with it.
func run(_ program: String, _ arguments: [String]) async throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = arguments
  let output = Pipe()
  process.standardOutput = output
  process.standardError = output
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  let text = String(decoding: bytes, as: UTF8.self)
  try #require(process.terminationStatus == 0, Comment(rawValue: text))
  return text
}

extension AMQPConsumer {
  /// The next deliveries, as many as that.
  func take(_ count: Int) async throws -> [Delivery] {
    var all: [Delivery] = []
    while all.count < count {
      let some = try await next(atMost: count - all.count)
      try #require(!some.isEmpty)
      all += some
    }
    return all
  }
}

extension OutboundMessage {
  /// A message straight into a queue.
  static func to(
    _ queue: String, _ body: [UInt8] = Array("{}".utf8), _ properties: Properties = Properties()
  ) -> OutboundMessage {
    OutboundMessage(exchange: "", routingKey: queue, properties: properties, body: body)
  }
}
