import AMQP
import Contracts
import Logging
import PostgreSQL
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// Sends one message for each that it gets, and for each deadline, to whom it is told.
struct TellingParticipant: Participant {
  let service = ServiceName.rehousing
  /// Who hears of a household, by the last digits of its identifier.
  var recipients: @Sendable (HouseholdID?) -> [Destination] = { _ in [.service(.sagaOrchestrator)] }

  func reads(for messages: [Message]) -> [Query] { [] }
  func workspace(from results: [Rows]) throws {}
  func writes(for workspace: Void) -> [Query] { [] }

  func decide(_ message: Message, on day: Day, in workspace: inout Void) -> Decision {
    Decision(
      outgoing: recipients(message.household).map {
        Outgoing(
          to: $0, type: "told", household: message.household, occurredOn: message.occurredOn,
          data: "{}")
      })
  }
}

/// A runtime that a test runs and stops in order, and what it logs.
struct RunningRuntime: Sendable {
  let runtime: MessagingRuntime<TellingParticipant>
  let lines: LineCollector
  /// Every pause that the runtime asked for.
  let pauses: PauseCollector
  private let group: ServiceGroup

  /// Runs until `body` returns, then stops in order.
  static func run(
    _ participant: TellingParticipant = TellingParticipant(), on database: PostgresConfiguration,
    broker: AMQPConfiguration, limits: Limits = Limits(), instance: String = "test",
    _ body: (RunningRuntime, PostgresConnection) async throws -> Void
  ) async throws {
    let lines = LineCollector()
    let pauses = PauseCollector()
    let runtime = MessagingRuntime(
      participant, database: database, broker: broker, masters: .tests, limits: limits,
      instance: instance,
      logger: Logger(label: "tests") { _ in lines }, today: { Sample.day },
      legalDay: { LegalZone.paris.day(at: $0) },
      pause: {
        pauses.add($0)
        try await Task.sleep(for: min($0, Duration.milliseconds(20)), clock: .continuous)
      })
    let quiet = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    let group = ServiceGroup(services: [runtime], logger: quiet)
    let running = RunningRuntime(runtime: runtime, lines: lines, pauses: pauses, group: group)
    let observer = try await PostgresConnection.connect(database)
    async let end: Void = group.run()
    do {
      try await body(running, observer)
    } catch {
      await group.triggerGracefulShutdown()
      _ = try? await end
      throw error
    }
    await group.triggerGracefulShutdown()
    try await end
    await observer.close()
  }

  /// Waits until something is so; the suite's time limit is the bound.
  func wait(_ what: Comment, until isSo: () async throws -> Bool) async throws {
    while try await !isSo() {
      try Task.checkCancellation()
      await Task.yield()
    }
  }
}

extension PostgresConnection {
  /// One number.
  func number(_ query: Query) async throws -> Int {
    try await self.query(query).first?.int("n") ?? 0
  }

  var pending: Int {
    get async throws {
      try await number("SELECT coalesce(sum(messages), 0) AS n FROM outbox_pending")
    }
  }

  /// What the ledger counted under an entry.
  func counted(_ entry: String) async throws -> Int {
    try await number(
      "SELECT coalesce(sum(count), 0)::bigint AS n FROM ledger_counter WHERE entry = \(entry)")
  }
}

/// Keeps the pauses.
final class PauseCollector: Sendable {
  private let state = Mutex<[Duration]>([])
  var all: [Duration] { state.withLock { $0 } }
  func add(_ pause: Duration) { state.withLock { $0.append(pause) } }
}

/// Keeps the lines of a log, each with its metadata.
final class LineCollector: LogHandler, Sendable {
  private let state = Mutex<[String]>([])

  var all: [String] { state.withLock { $0 } }

  func all(with text: String) -> [String] { all.filter { $0.contains(text) } }

  func log(event: LogEvent) {
    let metadata = (event.metadata ?? [:]).sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    state.withLock { $0.append("\(event.level) \(event.message) \(metadata)") }
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }

  var logLevel: Logger.Level {
    get { .trace }
    set {}
  }
}
