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

  @Test("A queue that is not there holds no other up, and is named until it comes")
  func absentQueue() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      let (missing, names) = (queue + "-late", [queue, queue + "-late"])
      let consumer = try await AMQPConsumer.open(
        broker.configuration, queues: names, prefetch: 10)
      #expect(consumer.absent == [AbsentQueue(missing, reason: .notFound)])
      _ = try await publisher.publish([.to(queue, [1])])
      let taken = try await consumer.take(1)
      #expect(taken.map(\.body) == [[1]])
      // To look for a queue costs its messages no delivery.
      let absent = try await AMQPConsumer.absent(of: names, at: broker.configuration)
      #expect(absent == consumer.absent)
      await consumer.close()
      let admin = try await AMQPAdmin.open(broker.configuration)
      try await admin.declareQueue(
        missing, durable: true, exclusive: false, autoDelete: false,
        arguments: ["x-queue-type": .text("quorum")])
      _ = try await publisher.publish([.to(missing, [2])])
      let none = try await AMQPConsumer.absent(of: names, at: broker.configuration)
      #expect(none == [])
      let second = try await AMQPConsumer.open(broker.configuration, queues: names, prefetch: 10)
      #expect(second.absent == [])
      let both = try await second.take(2)
      #expect(both.first { $0.queue == missing }?.redelivered == false)
      #expect(Set(both.map(\.body)) == [[1], [2]])
      await second.close()
      try await admin.deleteQueue(missing)
      await admin.close()
    }
  }

  @Test("Without a single queue that is there, nothing is opened")
  func everyQueueAbsent() async throws {
    let broker = try #require(Broker.fromEnvironment)
    await #expect(throws: AMQPError.self) {
      _ = try await AMQPConsumer.open(
        broker.configuration, queues: ["amqp-tests-no", "amqp-tests-none"], prefetch: 1)
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
