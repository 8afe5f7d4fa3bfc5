import AMQP
import Contracts
import OperatorReading
import Synchronization

/// Messages at a steady rate, and how long each takes until its answer is there.
struct HopTraffic: Sendable {
  /// A few messages each hundredth of a second.
  private static let ticksASecond = 100
  /// Calls of the publisher whose confirms may be awaited while the next go out.
  private static let openCalls = 100
  /// Answers that the broker may have in flight, and that one look takes.
  private static let prefetch = 2_000, window = 1_000

  let messages: HopMessages
  /// Messages a second.
  let rate: Int
  let servers: HopServers

  /// How long it lasts.
  var duration: Duration { .seconds(1) * messages.count / rate }

  /// When a message was due, and how long it took from then on.
  struct Trip: Sendable {
    let due: ContinuousClock.Instant
    let took: Duration
  }

  /// How long each message took, from the moment at which it was due to be published: a publisher
  /// that is held up hides nothing.
  ///
  /// - Throws: what the broker refuses.
  func run() async throws -> [Trip] {
    let begun = ContinuousClock.now
    return try await withThrowingTaskGroup(of: [Trip].self) { group in
      group.addTask {
        try await publish(since: begun)
        return []
      }
      group.addTask { try await trips(since: begun) }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  /// When a message is due.
  private func due(_ index: Int, since begun: ContinuousClock.Instant) -> ContinuousClock.Instant {
    begun + .seconds(1) * (index * Self.ticksASecond / rate) / Self.ticksASecond
  }

  /// Publishes each message when it is due, whatever became of the last ones.
  private func publish(since begun: ContinuousClock.Instant) async throws {
    let publisher = try await AMQPPublisher.open(servers.broker)
    try await withThrowingTaskGroup(of: Void.self) { group in
      var (next, open) = (0, 0)
      while next < messages.count {
        let first = next
        let moment = due(first, since: begun)
        while next < messages.count, due(next, since: begun) == moment { next += 1 }
        try await Task.sleep(until: moment, clock: .continuous)
        if open == Self.openCalls {
          try await group.next()
          open -= 1
        }
        open += 1
        group.addTask { [next] in
          _ = try await publisher.publish((first..<next).map(messages.message))
        }
      }
      try await group.waitForAll()
    }
    await publisher.close()
  }

  private func trips(since begun: ContinuousClock.Instant) async throws -> [Trip] {
    let consumer = try await AMQPConsumer.open(
      servers.broker, queues: [HopServers.answered.queue], prefetch: Self.prefetch)
    var trips: [Trip?] = Array(repeating: nil, count: messages.count)
    var missing = messages.count
    while missing > 0 {
      let deliveries = try await consumer.next(atMost: Self.window)
      let now = ContinuousClock.now
      for delivery in deliveries {
        guard case .text(let cause) = delivery.properties.headers["ce-causationid"],
          let index = messages.index(of: cause), trips[index] == nil
        else { continue }
        let due = due(index, since: begun)
        trips[index] = Trip(due: due, took: now - due)
        missing -= 1
      }
      consumer.acknowledge(deliveries.map(\.tag))
    }
    await consumer.close()
    return trips.compactMap(\.self)
  }
}
