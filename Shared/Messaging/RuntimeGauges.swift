public import AMQP
import Synchronization

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
    /// Copies that the broker handed over again after they were applied.
    public var absorbed = 0
    /// Transactions and connections that failed.
    public var failures = 0
    /// Times that work stopped going on.
    public var stalls = 0
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
    var progress = Progress()
    /// How often each loop got on.
    var steps: [String: Int] = [:]
    var lastTicket = 0
    /// Why the broker takes no messages now, and since when.
    var blocked: (reason: String, since: ContinuousClock.Instant)?
  }
  private let state = Mutex(State())
  private let limits: Limits

  init(_ limits: Limits) { self.limits = limits }

  /// A copy of what is known now.
  public var values: Values { state.withLock { $0.values } }

  /// Deliveries received and not yet settled.
  public var unsettled: Int { state.withLock { $0.consumer }?.unsettled ?? 0 }

  /// The loop that holds every delivery; those of its other hands are named after it.
  private static let consumer = "consume"

  /// The loops of which something may be said.
  var loops: [String] {
    [Self.consumer] + state.withLock { $0.progress.troubles.keys.filter { $0 != Self.consumer } }
  }

  /// What each complains of is asked once: it may end between two questions, and a lazy sequence
  /// asks twice.
  private func loops(ofConsumer isOfConsumer: Bool) -> [String] {
    loops.filter { $0.hasPrefix(Self.consumer) == isOfConsumer }.sorted()
  }

  /// Why deliveries are not taken or do not get on, for whoever is on call; `nil` while they do.
  public var consumerComplaint: String? {
    loops(ofConsumer: true).compactMap(complaint).first
      ?? (values.consuming ? nil : "not consuming; see the log")
  }

  /// The same of what goes on without a delivery.
  public var backgroundComplaint: String? {
    loops(ofConsumer: false).compactMap { loop in
      self.complaint(of: loop).map { "\(loop): \($0)" }
    }.first ?? (values.background ? nil : "deadlines and relay are not running; see the log")
  }

  /// Why the broker takes no messages, for whoever is on call; `nil` while it does.
  public var brokerComplaint: String? {
    state.withLock { $0.blocked }.map {
      "the broker takes no messages, for \((ContinuousClock.now - $0.since).components.seconds) s: "
        + $0.reason
    }
  }

  /// The broker's own words for taking no messages; `nil` while it does.
  var blockedReason: String? { state.withLock { $0.blocked }?.reason }

  /// Says why the broker takes no messages, from now on.
  func setBlocked(_ reason: String?) {
    state.withLock { $0.blocked = reason.map { ($0, .now) } }
  }

  /// Seconds since the oldest delivery that is not acknowledged was taken.
  public var oldestDeliverySeconds: Double {
    guard let oldest = state.withLock({ $0.progress.oldest }) else { return 0 }
    return (ContinuousClock.now - oldest.since) / .seconds(1)
  }

  func complaint(of loop: String) -> String? {
    state.withLock {
      $0.progress.complaint(
        of: loop, holdsDeliveries: loop == Self.consumer, at: .now, limits)
    }
  }

  func failed(_ loop: String, _ failure: Failure, message: Handed?) {
    state.withLock {
      $0.values.failures += 1
      $0.progress.failed(
        loop, failure.cause, isLasting: failure.isLasting, message: message, at: .now)
    }
  }

  func progressed(_ loop: String) {
    state.withLock {
      $0.progress.progressed(loop)
      $0.steps[loop, default: 0] += 1
    }
  }

  /// How often a loop got on.
  func steps(of loop: String) -> Int { state.withLock { $0.steps[loop, default: 0] } }

  /// A number that no batch had.
  func newTicket() -> Int {
    state.withLock {
      $0.lastTicket += 1
      return $0.lastTicket
    }
  }

  func took(_ ticket: Int, _ message: Handed) {
    state.withLock { $0.progress.took(ticket, message, at: .now) }
  }

  func acknowledged(_ ticket: Int) { state.withLock { $0.progress.acknowledged(ticket) } }

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

  /// Waits for nothing more of the consumer.
  func abandonConsumer() { state.withLock { $0.consumer }?.abandon() }
}
