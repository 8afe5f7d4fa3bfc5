public import AMQP
import Contracts
public import Logging
public import PostgreSQL
public import ServiceLifecycle
import Synchronization
public import Vocabulary

/// The one messaging runtime that all services share.
///
/// Three loops, each on a connection of its own: `consume` takes deliveries in batches and applies
/// them; `deadlines` fires deadlines and takes released messages back; `relay` marks what the broker
/// confirmed and publishes what a dead process left in the outbox. All reconnect for ever, none waits
/// for another, and none keeps state that a restart would miss.
public final class MessagingRuntime<Runner: Participant>: Service {
  let participant: Runner
  let database: PostgresConfiguration
  let broker: AMQPConfiguration
  let limits: Limits
  let instance: String
  let logger: Logger
  let today: @Sendable () -> Day
  let legalDay: @Sendable (Int) -> Day
  let pause: @Sendable (Duration) async throws -> Void
  let outlet: Outlet
  /// What the health and metrics endpoints read.
  public let gauges = RuntimeGauges()
  private let draining = Mutex(false)

  /// A runtime for one participant.
  ///
  /// - Parameters:
  ///   - today: The business date, read once a batch.
  ///   - legalDay: The civil day of the département at an instant, in seconds since 1970.
  ///   - pause: Waits; throws when the task is cancelled.
  public init(
    _ participant: Runner, database: PostgresConfiguration, broker: AMQPConfiguration,
    limits: Limits = Limits(), instance: String, logger: Logger,
    today: @escaping @Sendable () -> Day,
    legalDay: @escaping @Sendable (Int) -> Day,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.participant = participant
    self.database = database
    self.broker = broker
    self.limits = limits
    self.instance = instance
    self.logger = logger
    self.today = today
    self.legalDay = legalDay
    self.pause = pause
    outlet = Outlet(broker, limits: limits, gauges: gauges, logger: logger)
  }

  /// Turns until the process is told to stop: then takes no more deliveries, finishes those it has,
  /// waits for their confirms, acknowledges them, and returns.
  public func run() async throws {
    await withGracefulShutdownHandler {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await self.consumeForever() }
        group.addTask { await self.deadlinesForever() }
        group.addTask { await self.relayForever() }
      }
    } onGracefulShutdown: {
      self.draining.withLock { $0 = true }
      self.gauges.stopConsuming()
    }
    await markLast()
    await outlet.close()
  }

  /// Whether the process was told to stop.
  var isDraining: Bool { draining.withLock { $0 } || Task.isCancelled }

  /// Runs `body` again and again until draining, with a growing pause after each failure.
  func forever(
    _ what: Logger.MetadataValue, _ body: (_ succeeded: () -> Void) async throws -> Void
  ) async {
    var wait = limits.firstPause
    while !isDraining {
      do {
        try await body { wait = self.limits.firstPause }
      } catch is CancellationError {
        return
      } catch {
        logger.warning(
          "Connection lost, will reconnect",
          metadata: ["loop": what, "error.type": "\(Self.code(of: error))"])
        try? await pause(wait)
        wait = min(wait * 2, limits.longestPause)
      }
    }
  }

  private static func code(of error: any Error) -> String {
    switch error {
    case let error as PostgresError: "database " + error.code.rawValue
    case let error as AMQPError: "broker " + error.code.rawValue
    default: "\(type(of: error))"
    }
  }
}

/// What the health and metrics endpoints read of a running runtime.
public final class RuntimeGauges: Sendable {
  /// What is connected and in flight, now.
  public struct Values: Sendable {
    /// Whether deliveries are being taken.
    public var consuming = false
    /// The queues that could not be consumed at the last look.
    public var absent: [AbsentQueue] = []
    /// Whether the loop of the deadlines has its connection.
    public var firing = false
    /// Whether the loop of the relay has its connection.
    public var relaying = false
    /// Whether all that goes on without a delivery does.
    public var background: Bool { firing && relaying }
    /// The exchanges that cannot be published to now, by name.
    public var exchanges: [String: ExchangeTrouble] = [:]
    /// Deadlines that can be neither applied nor put into quarantine.
    public var stuckDeadlines = 0
    /// Messages applied by this process.
    public var applied = 0
    /// Batches committed by this process.
    public var batches = 0
    /// Deadlines fired by this process.
    public var fired = 0
    /// Rows that the broker confirmed to the relay.
    public var relayed = 0
    /// Messages and ends of delays that had no effect as their dossier was decided again.
    public var passedOver = 0
  }

  /// Why an exchange cannot be published to, and since when.
  public struct ExchangeTrouble: Sendable {
    /// The broker's words, or ours.
    public let reason: String
    /// When the first try failed.
    public let since: ContinuousClock.Instant
  }

  private struct State {
    var values = Values()
    var consumer: AMQPConsumer?
  }
  private let state = Mutex(State())

  /// A copy of what is known now.
  public var values: Values { state.withLock { $0.values } }

  /// Deliveries received and not yet settled.
  public var unsettled: Int { state.withLock { $0.consumer }?.unsettled ?? 0 }

  func update(_ body: (inout Values) -> Void) { state.withLock { body(&$0.values) } }

  func set(_ consumer: AMQPConsumer?) {
    state.withLock {
      $0.consumer = consumer
      $0.values.consuming = consumer != nil
    }
  }

  /// Asks the consumer to take no more deliveries; it hands out those that it has.
  func stopConsuming() {
    guard let consumer = state.withLock({ $0.consumer }) else { return }
    // Fire and forget: this is called from a signal's handler, which cannot wait.
    Task { await consumer.cancel() }
  }
}
