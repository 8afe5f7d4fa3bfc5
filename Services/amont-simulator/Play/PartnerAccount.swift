import AMQP
import Contracts
import OperatorReading
import Synchronization

/// One partner's own account at the broker. What the broker breaks off is opened again, and what
/// it did not confirm is published again, as a partner's system does.
final class PartnerAccount: Sendable {
  /// How long the broker may be away, in seconds.
  private static let patience = 180
  private static let pause = Duration.milliseconds(200)
  /// The most deliveries that one turn of reading takes.
  static let readLimit = 500

  private struct Connections {
    var publisher: AMQPPublisher
    var consumer: AMQPConsumer
    var publishedAgain = 0
  }

  let partner: PartnerEntry
  private let configuration: AMQPConfiguration
  private let connections: Mutex<Connections>

  var publisher: AMQPPublisher { connections.withLock { $0.publisher } }
  var consumer: AMQPConsumer { connections.withLock { $0.consumer } }

  /// Opens both ways of an account.
  ///
  /// - Throws: `AMQPError` when the broker refuses it.
  init(_ partner: PartnerEntry, _ configuration: AMQPConfiguration) async throws(AMQPError) {
    self.partner = partner
    self.configuration = configuration
    connections = Mutex(
      Connections(
        publisher: try await AMQPPublisher.open(configuration),
        consumer: try await Self.consumer(of: partner, configuration)))
  }

  private static func consumer(
    of partner: PartnerEntry, _ configuration: AMQPConfiguration
  ) async throws(AMQPError) -> AMQPConsumer {
    try await AMQPConsumer.open(
      configuration, queues: [QueueName.partner(partner.name)], prefetch: readLimit)
  }

  /// How many messages were published more than once.
  var publishedAgain: Int { connections.withLock { $0.publishedAgain } }

  /// Publishes until the broker has confirmed every message.
  ///
  /// - Throws: `OperatorError` when it does not take one; `AMQPError` when it stays away.
  func publish(_ messages: [OutboundMessage]) async throws {
    for outcome in try await outcomes(of: messages) where outcome != .confirmed {
      throw OperatorError("the broker did not take an event of \(partner.name): \(outcome)")
    }
  }

  private func outcomes(of messages: [OutboundMessage]) async throws -> [PublishOutcome] {
    while true {
      do {
        return try await publisher.publish(messages)
      } catch {
        guard error.isTransient else { throw error }
        let publisher = try await reopened { () async throws(AMQPError) in
          try await AMQPPublisher.open(self.configuration)
        }
        connections.withLock {
          $0.publisher = publisher
          $0.publishedAgain += messages.count
        }
      }
    }
  }

  /// Reads its queue until cancelled.
  func read(_ body: ([Delivery]) async throws -> Void) async throws {
    while !Task.isCancelled {
      let consumer = consumer
      do {
        let deliveries = try await consumer.next(atMost: Self.readLimit)
        try await body(deliveries)
        consumer.acknowledge(deliveries.map(\.tag))
      } catch let error as AMQPError where error.isTransient {
        let consumer = try await reopened { () async throws(AMQPError) in
          try await Self.consumer(of: self.partner, self.configuration)
        }
        connections.withLock { $0.consumer = consumer }
      }
    }
  }

  /// Opens a connection as soon as the broker is back.
  private func reopened<Connection>(
    _ open: () async throws(AMQPError) -> Connection
  ) async throws -> Connection {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(Self.patience)
    while true {
      do throws(AMQPError) {
        return try await open()
      } catch {
        guard clock.now < end else { throw error }
        try await Task.sleep(for: Self.pause, clock: .continuous)
      }
    }
  }

  func close() async {
    await publisher.close()
    await consumer.close()
  }
}
