import AMQP
import Testing

/// What the real broker says to what is published.
@Suite("Publishing", .enabled(if: Broker.fromEnvironment != nil), .timeLimit(.minutes(5)))
struct PublisherTests {
  @Test("What a queue takes is confirmed, what none takes is returned with the reason")
  func confirmedAndReturned() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      let lost = OutboundMessage.to(queue + "-missing")
      let outcomes = try await publisher.publish([.to(queue), lost, .to(queue), lost])
      let returned = PublishOutcome.returned(code: 312, reason: "NO_ROUTE")
      #expect(outcomes == [.confirmed, returned, .confirmed, returned])
      let left = try await broker.depth(of: queue).messages
      #expect(left == 2)
    }
  }

  @Test("What a full queue refuses is said to be refused")
  func refused() async throws {
    let limits: [String: HeaderValue] = [
      "x-max-length": .int(1), "x-overflow": .text("reject-publish"),
    ]
    try await Broker.withQueue(limits) { broker, queue, publisher in
      var outcomes: [PublishOutcome] = []
      for _ in 0..<3 { outcomes += try await publisher.publish([.to(queue)]) }
      #expect(outcomes == [.confirmed, .refused, .refused])
      #expect(publisher.isOpen)
      let left = try await broker.depth(of: queue).messages
      #expect(left == 1)
    }
  }

  @Test("An exchange that is missing is an error that says what to do")
  func anExchangeThatIsMissing() async throws {
    try await Broker.withQueue { _, queue, publisher in
      var message = OutboundMessage.to(queue)
      message.exchange = "no-such-exchange"
      let error = await #expect(throws: AMQPError.self) {
        _ = try await publisher.publish([message])
      }
      #expect(error?.code == .notFound)
      #expect(error?.replyCode == 404)
      #expect(error?.description.contains("declare the topology first") == true)
    }
  }

  @Test("Nobody publishes in another user's name")
  func anotherUser() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      let own = Properties(userID: broker.configuration.user)
      #expect(try await publisher.publish([.to(queue, [], own)]) == [.confirmed])
      let foreign = OutboundMessage.to(queue, [], Properties(userID: "somebody-else"))
      let error = await #expect(throws: AMQPError.self) {
        _ = try await publisher.publish([foreign])
      }
      #expect(error?.code == .preconditionFailed)
      #expect(error?.replyText?.contains("user_id") == true)
      let left = try await broker.depth(of: queue).messages
      #expect(left == 1)
    }
  }

  @Test("What cannot be carried is refused before it is sent, and the next goes through")
  func whatCannotBeCarried() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      let long = Properties(messageID: String(repeating: "x", count: 256))
      let large = Properties(headers: ["x": .text(String(repeating: "x", count: 1_000_000))])
      for properties in [long, large] {
        let error = await #expect(throws: AMQPError.self) {
          _ = try await publisher.publish([.to(queue), .to(queue, [], properties)])
        }
        #expect(error?.code == .frameError)
      }
      #expect(try await publisher.publish([.to(queue)]) == [.confirmed])
      let left = try await broker.depth(of: queue).messages
      #expect(left == 1)
    }
  }

  @Test("Closing while others publish loses nothing in silence")
  func closingWhileOthersPublish() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      let confirmed = await withTaskGroup { group in
        for _ in 0..<20 { group.addTask { await Self.publishBatch(to: queue, publisher) } }
        var sum = await group.next() ?? 0
        await publisher.close()
        for await count in group { sum += count }
        return sum
      }
      #expect(confirmed >= 100)
      // Whoever was told "confirmed" has its messages in the queue, and nobody else has.
      let left = try await broker.depth(of: queue).messages
      #expect(left == confirmed)
      #expect(!publisher.isOpen)
    }
  }

  /// Publishes a hundred messages at once; returns how many the broker has, of all or none.
  private static func publishBatch(to queue: String, _ publisher: AMQPPublisher) async -> Int {
    let batch = Array(repeating: OutboundMessage.to(queue), count: 100)
    do {
      return try await publisher.publish(batch).count { $0 == .confirmed }
    } catch {
      #expect(error.code == .closed)
      return 0
    }
  }
}
