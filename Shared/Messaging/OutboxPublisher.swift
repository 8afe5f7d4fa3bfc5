import AMQP
import Contracts
import Logging
import PostgreSQL

/// The way out to the broker: one publisher an exchange, reopened when it breaks, and what the
/// broker said of rows of the outbox that are still to be marked.
///
/// While an exchange cannot be published to nothing is counted (R4): rows go back to the relay,
/// which tries again with growing pauses. One exchange does not hold another.
actor OutboxPublisher {
  private let configuration: AMQPConfiguration
  private let logger: Logger
  private let limits: Limits
  private let gauges: RuntimeGauges
  private let logLimiter = LogLimiter()
  private var ways: [String: ExchangeWay] = [:]
  private var marks = OutboxMarks()
  /// Wakes the relay.
  private let work: WorkSignal
  /// Nothing is published any more.
  private var isAbandoned = false
  /// Calls of `publishUnawaited` under way.
  private var unawaited = 0

  init(
    _ configuration: AMQPConfiguration, limits: Limits, gauges: RuntimeGauges, logger: Logger,
    work: WorkSignal
  ) {
    self.work = work
    self.configuration = configuration
    self.limits = limits
    self.gauges = gauges
    self.logger = logger
  }

  /// Opens the way to the services, which every consumer needs, if it is closed.
  ///
  /// - Throws: `AMQPError` when the broker cannot be reached.
  func open() async throws(AMQPError) {
    if let publisher = ways[ExchangeName.services]?.publisher, publisher.isOpen { return }
    _ = try await opening(ExchangeName.services).get()
  }

  /// Publishes stored rows, remembers what the broker said of each, and returns how many it
  /// confirmed.
  @discardableResult func publish(_ emissions: [StoredEmission]) async -> Int {
    let parts = Dictionary(grouping: emissions, by: \.message.exchange)
    guard parts.count > 1 else {
      guard let part = parts.first else { return 0 }
      return await publish(part.value, by: part.key)
    }
    return await withTaskGroup(of: Int.self) { group in
      for (exchange, part) in parts {
        group.addTask { await self.publish(part, by: exchange) }
      }
      var confirmed = 0
      for await part in group { confirmed += part }
      return confirmed
    }
  }

  /// Publishes what no delivery waits for; while much of it is unconfirmed the rest is the relay's.
  func publishUnawaited(_ emissions: [StoredEmission]) async {
    guard unawaited < limits.unconfirmedBatches else {
      return note { $0.release(emissions, at: .now) }
    }
    unawaited += 1
    await publish(emissions)
    unawaited -= 1
  }

  private func publish(_ emissions: [StoredEmission], by exchange: String) async -> Int {
    // Whoever waited this long would wait for the confirm beyond the lease.
    let oldest = ContinuousClock.now - .seconds(limits.handlingSeconds)
    guard emissions.allSatisfy({ $0.heldSince > oldest }),
      let publisher = await publisher(for: exchange)
    else {
      note { $0.release(emissions, at: .now) }
      return 0
    }
    do throws(AMQPError) {
      return take(
        try await publisher.publish(emissions.map(\.message)), of: emissions, by: exchange)
    } catch {
      if error.code == .frameError, publisher.isOpen {
        return await publishApart(emissions, error, by: exchange)
      }
      fail(exchange, publisher, error)
      if error.code == .preconditionFailed, emissions.count == 1 {
        refuse(emissions, because: error.reason)
      } else {
        note { $0.release(emissions, at: .now) }
      }
      return 0
    }
  }

  /// Finds the message that cannot be carried: it alone counts as refused.
  private func publishApart(
    _ emissions: [StoredEmission], _ error: AMQPError, by exchange: String
  ) async -> Int {
    guard emissions.count > 1 else {
      refuse(emissions, because: error.reason)
      return 0
    }
    let middle = emissions.count / 2
    let first = await publish(Array(emissions[..<middle]), by: exchange)
    return await publish(Array(emissions[middle...]), by: exchange) + first
  }

  private func take(
    _ outcomes: [PublishOutcome], of emissions: [StoredEmission], by exchange: String
  ) -> Int {
    if let trouble = ways[exchange]?.worked() {
      logger.notice(
        "Exchange takes messages again",
        metadata: ["exchange": "\(exchange)", "reason": "\(trouble.reason)"])
      logLimiter.forget(exchange + trouble.reason)
      gauges.update { $0.exchanges[exchange] = nil }
    }
    var confirmed: [StoredEmission] = []
    confirmed.reserveCapacity(emissions.count)
    for (emission, outcome) in zip(emissions, outcomes) {
      switch outcome {
      case .confirmed: confirmed.append(emission)
      case .returned(let code, let reason):
        refuse([emission], because: "returned \(code) \(reason)")
      case .refused: refuse([emission], because: "refused")
      }
    }
    note { $0.confirm(confirmed, at: .now) }
    return confirmed.count
  }

  /// Notes a refusal; the log names the recipient once a minute, however many rows wait for it.
  private func refuse(_ emissions: [StoredEmission], because problem: String) {
    for emission in emissions {
      note { $0.refuse(emission, because: problem, at: .now) }
      let key = emission.message.routingKey
      if let heldBack = logLimiter.admits("refused \(key)") {
        logger.warning(
          "Message returned or refused, will be tried again",
          metadata: [
            "routing_key": "\(key)", "reason": "\(problem)", "lines_held_back": "\(heldBack)",
          ])
      }
    }
  }

  // MARK: - Ways

  /// The publisher of an exchange; `nil` while there is none, and it may not be tried yet.
  private func publisher(for exchange: String) async -> AMQPPublisher? {
    let way = ways[exchange] ?? ExchangeWay()
    if let publisher = way.publisher, publisher.isOpen { return publisher }
    guard !isAbandoned, way.mayBeTried(at: .now) else { return nil }
    return try? await opening(exchange).get()
  }

  /// Opens a way, once for everybody who asks meanwhile.
  private func opening(_ exchange: String) async -> Result<AMQPPublisher, AMQPError> {
    if let opening = ways[exchange]?.opening { return await opening.value }
    let opening = Task { await connect(exchange) }
    ways[exchange, default: ExchangeWay()].opening = opening
    return await opening.value
  }

  private func connect(_ exchange: String) async -> Result<AMQPPublisher, AMQPError> {
    var configuration = configuration
    configuration.connectionName += " " + exchange
    defer { ways[exchange]?.opening = nil }
    do throws(AMQPError) {
      let publisher = try await AMQPPublisher.open(
        configuration, confirmTimeoutSeconds: limits.confirmSeconds)
      ways[exchange]?.opened(publisher, at: .now)
      work.raise(.rows)
      return .success(publisher)
    } catch {
      fail(exchange, nil, error)
      return .failure(error)
    }
  }

  /// Notes that a way failed: once, however many calls it fails.
  private func fail(_ exchange: String, _ publisher: AMQPPublisher?, _ error: AMQPError) {
    guard ways[exchange]?.publisher === publisher || publisher == nil else { return }
    ways[exchange]?.failed(error, at: .now, limits: limits)
    guard let trouble = ways[exchange]?.trouble else { return }
    gauges.update {
      $0.exchanges[exchange] = .init(reason: trouble.reason, since: trouble.since)
    }
    guard let heldBack = logLimiter.admits(exchange + trouble.reason) else { return }
    logger.warning(
      "Exchange cannot be published to, will try again",
      metadata: [
        "exchange": "\(exchange)", "reason": "\(trouble.reason)",
        "lines_held_back": "\(heldBack)",
      ])
  }

  // MARK: - For the relay

  /// When the exchanges that could not be published to may be tried again.
  var tries: [ContinuousClock.Instant] { ways.values.compactMap { $0.trouble?.nextTry } }

  /// The exchanges of which the relay takes no rows now, and those of which it takes one, to see
  /// whether they work again.
  func standing() -> (closed: [String], doubtful: [String]) {
    let now = ContinuousClock.now
    let doubtful = ways.filter {
      $0.value.trouble != nil && $0.value.mayBeTried(at: now) && !$0.value.isRelaying
    }
    let closed = ways.filter { $0.value.isRelaying || !$0.value.mayBeTried(at: now) }
    return (closed.keys.sorted(), doubtful.keys.sorted())
  }

  /// Publishes rows of the relay, those of one exchange at a time, and returns how many were
  /// confirmed.
  func relay(_ emissions: [StoredEmission], by exchange: String) async -> Int {
    let confirmed = await publish(emissions, by: exchange)
    ways[exchange]?.isRelaying = false
    return confirmed
  }

  func beginRelay(by exchange: String) { ways[exchange, default: ExchangeWay()].isRelaying = true }

  /// Whether the broker can be reached again for an exchange of which no row waits: that must do.
  func tryAgain(_ exchange: String) async {
    guard await publisher(for: exchange) != nil else { return }
    _ = take([], of: [], by: exchange)
  }

  // MARK: - Marks

  /// Notes what the broker said, and wakes the relay for it.
  private func note(_ change: (inout OutboxMarks) -> Void) {
    change(&marks)
    if marks.hasRowsForTheRelay {
      work.raise(.rows)
    } else if !marks.isEmpty {
      work.raise(.confirmed)
    }
  }

  /// How long nothing is to be marked of batches of which only a part was heard; `nil` where there
  /// is none.
  func marksRest(at now: ContinuousClock.Instant) -> Duration? {
    marks.heardFirst.map { max(.zero, $0 + limits.partialMark - now) }
  }

  /// Takes what was confirmed whole since the last call, to be marked in the caller's transaction.
  func takeConfirmed() -> [PendingRange] { marks.takeConfirmed() }

  /// Puts ranges back whose marking was not committed.
  func putBack(confirmed ranges: [PendingRange]) { note { $0.putBack(confirmed: ranges) } }

  /// Takes what must be marked; whoever cannot write it down puts it back.
  func takeMarks() -> OutboxMarks { marks.take(heardBy: .now - limits.partialMark) }

  /// Takes all of it: nothing more will be heard.
  func takeLastMarks() -> OutboxMarks { marks.take(heardBy: .now) }

  /// Puts marks back that were not committed.
  func putBack(_ taken: OutboxMarks) { note { $0 += taken } }

  /// Why the broker takes no messages now, in its own words; `nil` while it does.
  var blockedReason: String? {
    // Each is asked once: it may end between two questions, and a lazy sequence asks twice.
    for way in ways.values {
      if let reason = way.publisher?.blockedReason { return reason }
    }
    return nil
  }

  /// Waits for nothing more: what was not confirmed stays in the outbox.
  func abandon() {
    isAbandoned = true
    for way in ways.values { way.publisher?.abandon() }
  }

  /// Closes every way out.
  func close() async {
    let publishers = ways.values.compactMap(\.publisher)
    await withTaskGroup(of: Void.self) { group in
      for publisher in publishers { group.addTask { await publisher.close() } }
    }
    ways = [:]
  }
}
