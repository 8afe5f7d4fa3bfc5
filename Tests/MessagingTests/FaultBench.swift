import AMQP
import Contracts
import Foundation
import Logging
import PostgreSQL
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// One runtime on a real broker and a fresh database, to which faults can be done.
struct FaultBench: Sendable {
  static let service = ServiceName.courtLiaison

  let servers: Servers
  let database: PostgresConfiguration
  /// What the runtime wrote into its log.
  let lines = Lines()
  /// A session of the test's own.
  let observer: PostgresConnection

  /// Lends a bench; the queues are empty.
  static func with(_ body: (FaultBench) async throws -> Void) async throws {
    var servers = try #require(Servers.fromEnvironment)
    servers.broker.connectionName = "bench-\(UInt64.random(in: 0...UInt64.max))"
    try await servers.declareQueues(of: [service, .debtSettlement])
    let database = try await servers.freshDatabase()
    let bench = FaultBench(
      servers: servers, database: database,
      observer: try await PostgresConnection.connect(database))
    try await bench.observer.run(
      script: "CREATE TABLE word (word text CONSTRAINT no_poison CHECK (word NOT LIKE '%poison%'))")
    try await body(bench)
    await bench.observer.close()
  }

  /// The runtime and what stops it.
  func runtime<Runner: Participant>(
    _ participant: Runner, _ limits: Limits = Limits(),
    on today: @escaping @Sendable () -> Day = { Sample.day }
  ) -> MessagingRuntime<Runner> {
    let lines = lines
    return MessagingRuntime(
      participant, database: database, broker: servers.broker, masters: .tests, limits: limits,
      instance: "bench",
      logger: Logger(label: "bench") { _ in LineHandler(lines: lines) }, today: today,
      legalDay: { _ in Sample.day }, pause: { try await Task.sleep(for: $0, clock: .continuous) })
  }

  /// Runs `body` beside a runtime, which is told to stop when it returns.
  func run(
    _ limits: Limits = Limits(), _ body: (RuntimeGauges) async throws -> Void
  ) async throws {
    try await run(runtime(WordKeeper(), limits), body)
  }

  /// The same beside this one.
  func run<Runner: Participant>(
    _ runtime: MessagingRuntime<Runner>, _ body: (RuntimeGauges) async throws -> Void
  ) async throws {
    var configuration = ServiceGroupConfiguration(
      services: [runtime], logger: Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() })
    configuration.gracefulShutdownSignals = []
    let group = ServiceGroup(configuration: configuration)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      do {
        try await body(runtime.gauges)
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  /// Publishes messages of these households, each with those ranks.
  func publish(_ messages: [OutboundMessage]) async throws {
    let publisher = try await AMQPPublisher.open(servers.broker)
    _ = try await publisher.publish(messages)
    await publisher.close()
  }

  func message(_ household: Int, rank: Int = 1) -> OutboundMessage {
    Servers.message(household: household, rank: rank, to: Self.service)
  }

  /// Lets the broker evaluate an expression in its own language.
  func control(_ expression: String) async throws {
    let process = Process()
    process.executableURL = URL(
      filePath: try #require(ProcessInfo.processInfo.environment["AMONT_TEST_RABBITMQCTL"]))
    process.arguments = ["eval", expression]
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// One number that the database gives.
  func number(_ query: Query) async throws -> Int {
    try await observer.query(query).first?.intIfPresent("n") ?? 0
  }

  func counted(_ entry: String) async throws -> Int {
    try await number(
      "SELECT sum(count)::bigint AS n FROM ledger_counter WHERE entry = \(entry)")
  }

  /// Waits until something holds.
  func wait(until holds: () async throws -> Bool) async throws {
    while try await !holds() {
      try Task.checkCancellation()
      await Task.yield()
    }
  }

  /// Every message is applied once, answered once, and the ledger says so.
  func expectAllApplied(
    _ count: Int, _ place: SourceLocation = #_sourceLocation
  ) async throws {
    let words = try await number("SELECT count(*) AS n FROM word")
    let answers = try await number("SELECT count(*) AS n FROM outbox")
    let quarantined = try await number("SELECT count(*) AS n FROM quarantine")
    #expect(words == count, sourceLocation: place)
    #expect(answers == count, sourceLocation: place)
    #expect(quarantined == 0, sourceLocation: place)
    let received = try await counted("received")
    let applied = try await counted("applied")
    let duplicates = try await counted("duplicate")
    #expect(received == count, sourceLocation: place)
    #expect(applied == count, sourceLocation: place)
    #expect(duplicates == 0, sourceLocation: place)
  }
}

/// Writes down each message, in a table that refuses the word "poison", and answers it.
struct WordKeeper: Participant {
  let service = FaultBench.service

  func reads(for messages: [Message]) -> [Query] { [] }
  func workspace(from results: [Rows]) throws -> [String] { [] }

  func decide(_ message: Message, on day: Day, in workspace: inout [String]) -> Decision {
    if message.type == "unreadable" { return .quarantine("test") }
    workspace.append(message.id)
    return Decision(outgoing: [answer(to: message, "applied")])
  }

  func answerDuplicate(
    _ message: Message, on day: Day, in workspace: inout [String]
  ) -> Decision { Decision(outgoing: [answer(to: message, "again")]) }

  func answerQuarantined(_ message: Message, reference: String, on day: Day) -> [Outgoing] {
    [answer(to: message, "quarantined", reference)]
  }

  func writes(for workspace: [String]) -> [Query] {
    ["INSERT INTO word (word) SELECT * FROM unnest(\(workspace)::text[])"]
  }

  private func answer(to message: Message, _ type: String, _ data: String = "") -> Outgoing {
    Outgoing(
      to: .service(.debtSettlement), type: type, household: message.household,
      occurredOn: message.occurredOn, data: "\"\(data)\"")
  }
}

/// What a runtime wrote into its log.
final class Lines: Sendable {
  private let written = Mutex<[String]>([])

  func add(_ line: String) { written.withLock { $0.append(line) } }

  /// The lines that hold those words.
  func with(_ words: String) -> [String] { written.withLock { $0.filter { $0.contains(words) } } }
}

/// Writes into them.
private struct LineHandler: LogHandler {
  let lines: Lines
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lines.add("\(event.level) \(event.message) \(event.metadata ?? [:])")
  }
}
