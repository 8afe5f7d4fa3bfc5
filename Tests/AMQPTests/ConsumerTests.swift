import AMQP
import Testing

/// What the real broker delivers, and delivers again.
@Suite("Consuming", .enabled(if: Broker.fromEnvironment != nil), .timeLimit(.minutes(5)))
struct ConsumerTests {
  @Test("No more than the prefetch is unsettled, and an ack of many brings as many")
  func prefetch() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      let bodies = (UInt8(0)..<10).map { [$0] }
      _ = try await publisher.publish(bodies.map { .to(queue, $0) })
      let consumer = try await broker.consumer(of: queue, prefetch: 4)
      let first = try await consumer.take(4)
      #expect(consumer.unsettled == 4)
      let during = try await broker.depth(of: queue)
      #expect(during.messages == 6 && during.consumers == 1)
      consumer.acknowledge(first.map(\.tag))
      let second = try await consumer.take(4)
      consumer.acknowledge(second.map(\.tag))
      let third = try await consumer.take(2)
      #expect((first + second + third).map(\.body) == bodies)
      await consumer.close()
      // What was settled is gone, and what was not is there again.
      let after = try await broker.depth(of: queue)
      #expect(after.messages == 2 && after.consumers == 0)
    }
  }

  @Test("What is rejected comes again, marked, or goes for good")
  func rejected() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      _ = try await publisher.publish([.to(queue, [1]), .to(queue, [2])])
      let consumer = try await broker.consumer(of: queue)
      let first = try await consumer.take(2)
      #expect(first.allSatisfy { !$0.redelivered && $0.queue == queue && $0.routingKey == queue })
      consumer.reject([first[0].tag], requeue: true)
      consumer.reject([first[1].tag], requeue: false)
      let again = try await consumer.take(1)
      #expect(again.map(\.body) == [[1]])
      #expect(again.first?.redelivered == true)
      consumer.acknowledge(again.map(\.tag))
      await consumer.close()
      let left = try await broker.depth(of: queue).messages
      #expect(left == 0)
    }
  }

  @Test("After a cancel, what has come is handed out, then there is an end")
  func cancelled() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      _ = try await publisher.publish([.to(queue)])
      let consumer = try await broker.consumer(of: queue)
      let some = try await consumer.take(1)
      await consumer.cancel()
      consumer.acknowledge(some.map(\.tag))
      #expect(try await consumer.next(atMost: 1) == [])
      await consumer.close()
      let left = try await broker.depth(of: queue).messages
      #expect(left == 0)
    }
  }

  @Test("A queue that is deleted under its consumer is reported")
  func deletedQueue() async throws {
    try await Broker.withQueue { broker, queue, _ in
      let consumer = try await broker.consumer(of: queue)
      async let waiting = consumer.next(atMost: 1)
      let admin = try await AMQPAdmin.open(broker.configuration)
      try await admin.deleteQueue(queue)
      await admin.close()
      do {
        _ = try await waiting
        Issue.record("nothing was reported")
      } catch let error as AMQPError {
        #expect(error.code == .channelClosed)
        #expect(error.isTransient)
      }
      await consumer.close()
    }
  }

  @Test("An idle connection lives on by its heartbeats")
  func heartbeats() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      var configuration = broker.configuration
      configuration.heartbeatSeconds = 1
      let consumer = try await AMQPConsumer.open(configuration, queues: [queue], prefetch: 1)
      // The broker gives a silent connection up after two; it lets this one wait for five.
      let delay = queue + "-delay"
      let admin = try await AMQPAdmin.open(broker.configuration)
      try await admin.declareQueue(
        delay, durable: true, exclusive: false, autoDelete: false,
        arguments: [
          "x-message-ttl": .int(5_000), "x-dead-letter-exchange": .text(""),
          "x-dead-letter-routing-key": .text(queue),
        ])
      _ = try await publisher.publish([.to(delay, [7])])
      #expect(try await consumer.take(1).map(\.body) == [[7]])
      await consumer.close()
      try await admin.deleteQueue(delay)
      await admin.close()
    }
  }
}
