import AMQP
import Contracts
import Foundation
import Logging
import Messaging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

/// The servers of the test run, with a virtual host and a database of one test's own.
struct Laboratory: Sendable {
  let broker: AMQPConfiguration
  let postgres: PostgresConfiguration
  /// The program that administers the broker.
  let control: String

  /// Whether `Tests/run` started the servers.
  static var isOpen: Bool { variables["AMONT_TEST_RABBITMQCTL"] != nil }

  private static var variables: [String: String] { ProcessInfo.processInfo.environment }

  /// Lends a laboratory, and clears it away.
  static func use(_ body: (Laboratory) async throws -> Void) async throws {
    func variable(_ name: String) throws -> String { try #require(variables["AMONT_TEST_" + name]) }
    let control = try variable("RABBITMQCTL")
    let user = try variable("AMQP_USER")
    let name = "laboratory_\(UInt64.random(in: 0...UInt64.max))"
    try await run(control, ["-q", "add_vhost", name])
    try await run(control, ["-q", "set_permissions", "-p", name, user, ".*", ".*", ".*"])
    let laboratory = Laboratory(
      broker: AMQPConfiguration(
        host: "127.0.0.1", port: try #require(Int(try variable("AMQP_PORT"))), virtualHost: name,
        user: user, password: try variable("AMQP_PASSWORD"), connectionName: "tests",
        connectTimeoutSeconds: 60, rpcTimeoutSeconds: 120),
      postgres: PostgresConfiguration(
        host: try variable("PG_HOST"), port: try #require(Int(try variable("PG_PORT"))),
        database: try variable("PG_DATABASE"), user: try variable("PG_USER"),
        password: try variable("PG_PASSWORD"), applicationName: "tests"),
      control: control)
    do {
      try await body(laboratory)
    } catch {
      try await run(control, ["-q", "delete_vhost", name])
      throw error
    }
    try await run(control, ["-q", "delete_vhost", name])
  }

  /// A database with the runtime's tables.
  func freshDatabase() async throws -> PostgresConfiguration {
    let superuser = try await PostgresConnection.connect(postgres)
    try await superuser.run(script: "CREATE DATABASE \(broker.virtualHost)")
    await superuser.close()
    var configuration = postgres
    configuration.database = broker.virtualHost
    let connection = try await PostgresConnection.connect(configuration)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    await connection.close()
    return configuration
  }

  /// Runs a service until the task is cancelled.
  func run(
    _ participant: some Participant, on database: PostgresConfiguration, _ limits: Limits = Limits()
  ) async throws {
    let runtime = MessagingRuntime(
      participant, database: database, broker: broker, masters: .tests, limits: limits,
      instance: "test",
      logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() },
      today: { Day(ordinal: 17_000) }, legalDay: { LegalZone.paris.day(at: $0) },
      pause: { try await Task.sleep(for: $0, clock: .continuous) })
    try await runtime.run()
  }

  /// Messages that are ready in a queue.
  func depth(of queue: String) async throws -> Int {
    let admin = try await AMQPAdmin.open(broker)
    let depth = try await admin.depth(of: queue)
    await admin.close()
    return depth.messages
  }

  /// Takes what a queue has, up to a number, and leaves without a word: all of it goes back.
  func takeAndLeave(_ queue: String, atLeast count: Int) async throws {
    let consumer = try await AMQPConsumer.open(broker, queues: [queue], prefetch: 2 * count)
    var taken = 0
    while taken < count { taken += try await consumer.next(atMost: count).count }
    await consumer.close()
  }

  /// Kills every connection of this virtual host without a farewell, as often as that.
  func killConnections(times: Int, everyMilliseconds pause: Int) async throws {
    try await Self.run(
      control,
      [
        "eval",
        """
        [begin
          [exit(proplists:get_value(pid, C), kill)
            || C <- rabbit_networking:connection_info_all([pid, vhost]),
               proplists:get_value(vhost, C) =:= <<"\(broker.virtualHost)">>],
          timer:sleep(\(pause))
        end || _ <- lists:seq(1, \(times))], ok.
        """,
      ])
  }

  /// Lets the broker read definitions: users, rights, policies.
  func importDefinitions(_ json: String) async throws {
    let file = FileManager.default.temporaryDirectory.appending(
      path: broker.virtualHost + ".json")
    try json.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    try await Self.run(control, ["-q", "import_definitions", file.path])
  }

  /// Runs a program to its end.
  @discardableResult
  static func run(_ program: String, _ arguments: [String]) async throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, Comment(rawValue: text))
    return text
  }

  /// Waits for something that the servers do by themselves.
  func eventually(_ condition: () async throws -> Bool) async throws {
    while try await !condition() {
      try await Task.sleep(for: .milliseconds(20), clock: .continuous)
    }
  }
}
