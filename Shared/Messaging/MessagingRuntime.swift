public import AMQP
import Contracts
public import Logging
public import PostgreSQL
public import Sealing
public import ServiceLifecycle
import Synchronization
public import Vocabulary

/// The one messaging runtime that all services share.
///
/// Three loops, each on a connection of its own: `consume` takes deliveries in batches and applies
/// them; `deadlines` fires deadlines and takes released messages back; `relay` marks what the
/// broker confirmed and publishes what a dead process left in the outbox. All reconnect for ever,
/// none waits for another, and none keeps state that a restart would miss. What this process knows
/// of wakes them; a slow sweep of the tables finds the rest.
public final class MessagingRuntime<Runner: Participant>: Service {
  let participant: Runner
  let database: PostgresConfiguration
  let broker: AMQPConfiguration
  let masters: MasterKeys
  let limits: Limits
  let instance: String
  let logger: Logger
  let today: @Sendable () -> Day
  let legalDay: @Sendable (Int) -> Day
  let pause: @Sendable (Duration) async throws -> Void
  let outlet: OutboxPublisher
  /// What wakes the loop of the relay, and that of the deadlines.
  let relayWork = WorkSignal(), deadlineWork = WorkSignal()
  /// What the health and metrics endpoints read.
  public let gauges: RuntimeGauges
  private let logLimiter = LogLimiter()
  /// Until when the database may be asked, once the process must leave.
  private let deadline: RequestDeadline
  private let draining = Mutex(false)

  /// A runtime for one participant.
  ///
  /// - Parameters:
  ///   - masters: What wraps the keys of the households.
  ///   - today: The business date, read once a batch.
  ///   - legalDay: The civil day of the département at an instant, in seconds since 1970.
  ///   - pause: Waits; throws when the task is cancelled.
  public init(
    _ participant: Runner, database: PostgresConfiguration, broker: AMQPConfiguration,
    masters: MasterKeys, limits: Limits = Limits(), instance: String, logger: Logger,
    today: @escaping @Sendable () -> Day,
    legalDay: @escaping @Sendable (Int) -> Day,
    pause: @escaping @Sendable (Duration) async throws -> Void
  ) {
    var database = database
    deadline = database.deadline ?? RequestDeadline()
    database.deadline = deadline
    database.plansOnce = true
    gauges = RuntimeGauges(limits)
    self.participant = participant
    self.database = database
    self.broker = broker
    self.masters = masters
    self.limits = limits
    self.instance = instance
    self.logger = logger
    self.today = today
    self.legalDay = legalDay
    self.pause = pause
    outlet = OutboxPublisher(
      broker, limits: limits, gauges: gauges, logger: logger, work: relayWork)
  }

  /// Turns until the process is told to stop: then takes no more deliveries, finishes those it has,
  /// waits for their confirms, acknowledges them, and returns. What hangs is cut short after
  /// `Limits.drain`: what was not committed is delivered again, what was not confirmed is published
  /// again.
  ///
  /// - Throws: ``KeyProblem`` where the database's keys are not those of this process: nothing was
  ///   read or written then.
  public func run() async throws {
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Bool.self) { group in
        group.addTask {
          try await self.work()
          return true
        }
        group.addTask {
          await self.watch()
          return false
        }
        for try await isDone in group where isDone { group.cancelAll() }
      }
    } onGracefulShutdown: {
      self.draining.withLock { $0 = true }
      self.gauges.stopConsuming()
      self.relayWork.raise(.leaving)
      self.deadlineWork.raise(.leaving)
      let end = ContinuousClock.now + self.limits.drain
      self.deadline.set(end)
      // Nobody waits for this task: it only matters while something else hangs.
      Task {
        await self.rest(until: end)
        await self.outlet.abandon()
        // What was committed is acknowledged still, where the broker listens.
        await self.rest(until: end + self.limits.farewell)
        self.gauges.abandonConsumer()
      }
    }
    await markLast()
    await outlet.close()
  }

  private func work() async throws {
    try await checkKeys()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.consumeForever() }
      group.addTask { await self.deadlinesForever() }
      group.addTask { await self.relayForever() }
    }
  }

  /// Waits for the database, and compares its keys with those of this process.
  private func checkKeys() async throws(KeyProblem) {
    var wait = limits.firstPause
    while !isDraining {
      do {
        try await lookAtKeys()
        return gauges.progressed("consume")
      } catch let problem as KeyProblem {
        throw problem
      } catch {
        guard !isDraining else { return }
        report(error, in: "consume", doing: "Keys not compared yet, will try again")
        await rest(for: wait)
        wait = min(wait * 2, limits.longestReconnectPause)
      }
    }
  }

  private func lookAtKeys() async throws {
    let connection = try await PostgresConnection.connect(database)
    do {
      try await KeyCheck.look(with: masters) { try await connection.query($0) }
      if let check = participant.check,
        let problem = try await connection.query(check).first?.text("problem")
      {
        throw KeyProblem.ofService(problem)
      }
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
  }

  /// Says once when the work stops going on, and once when it does again.
  private func watch() async {
    var complaints: [String: String] = [:]
    while !isDraining {
      await lookAtBroker()
      for loop in Set(gauges.loops).union(complaints.keys) {
        let complaint = gauges.complaint(of: loop)
        if let complaint, complaints[loop] == nil {
          logger.error("No progress", metadata: ["loop": "\(loop)", "reason": "\(complaint)"])
          gauges.update { $0.stalls += 1 }
        } else if complaint == nil, complaints[loop] != nil {
          logger.notice("Progress again", metadata: ["loop": "\(loop)"])
        }
        complaints[loop] = complaint
      }
      try? await pause(limits.watchPause)
    }
  }

  /// The log first: whoever is told by `/readyz` finds the line.
  private func lookAtBroker() async {
    let blocked = await outlet.blockedReason
    guard blocked != gauges.blockedReason else { return }
    if let blocked {
      logger.error("Broker takes no messages", metadata: ["reason": "\(blocked)"])
    } else {
      logger.notice("Broker takes messages again")
    }
    gauges.setBlocked(blocked)
  }

  /// Whether the process was told to stop.
  var isDraining: Bool { draining.withLock { $0 } || Task.isCancelled }

  /// Runs `body` again and again until draining, with a growing pause after each failure. The pause
  /// grows until something is done, not only reached: `body` says when.
  func forever(
    _ loop: String, _ body: (_ progressed: @Sendable () -> Void) async throws -> Void
  ) async {
    var wait = limits.firstPause
    while !isDraining {
      let steps = gauges.steps(of: loop)
      do {
        try await body { self.gauges.progressed(loop) }
      } catch is CancellationError {
        return
      } catch {
        guard !isDraining else { return }
        if gauges.steps(of: loop) != steps { wait = limits.firstPause }
        report(error, in: loop, doing: "Connection lost, will reconnect")
        await rest(for: wait)
        wait = min(wait * 2, limits.longestReconnectPause)
      }
    }
  }

  /// Waits, but not once the process must leave.
  func rest(for time: Duration) async {
    let end = ContinuousClock.now + time
    while !isDraining, ContinuousClock.now < end {
      try? await pause(min(end - .now, limits.watchPause))
    }
  }

  private func rest(until end: ContinuousClock.Instant) async {
    while !Task.isCancelled, ContinuousClock.now < end {
      try? await pause(min(end - .now, limits.watchPause))
    }
  }

  /// Notes a failure for `/readyz`, and writes one line for each cause and minute.
  func report(
    _ error: any Error, in loop: String, doing next: Logger.Message, message: Handed? = nil
  ) {
    let failure = Failure(error, database: database, broker: broker)
    gauges.failed(loop, failure, message: message)
    guard let heldBack = logLimiter.admits(loop + failure.cause) else { return }
    var metadata = failure.metadata
    metadata["loop"] = "\(loop)"
    metadata["lines_held_back"] = "\(heldBack)"
    if let message { metadata["message.id"] = "\(message.id)" }
    logger.log(level: failure.isLasting ? .error : .warning, next, metadata: metadata)
  }
}
