import AMQP
import Foundation
import Testing

/// What travels: bodies of every size, properties, and bytes that no one expects.
@Suite("Contents", .enabled(if: Broker.fromEnvironment != nil), .timeLimit(.minutes(5)))
struct ContentTests {
  /// A Python that has another AMQP library; the comparison is left out without it.
  private static let python = ProcessInfo.processInfo.environment["AMONT_TEST_PIKA_PYTHON"]

  private static let properties = Properties(
    messageID: "é-1", type: "test.event", correlationID: "c", contentType: "application/json",
    contentEncoding: "utf-8", appID: "tests", replyTo: "answers", timestamp: 1_500_000_000,
    expiration: "86400000",
    headers: [
      "text": .text("Évreux, 27000 – ✓"), "empty": .text(""), "small": .int(-1),
      "large": .int(.max), "least": .int(.min), "yes": .bool(true), "no": .bool(false),
      "bytes": .bytes([0, 255]), "no bytes": .bytes([]),
    ], deliveryMode: .persistent)

  @Test("Properties and headers of every kind come back as they went")
  func propertiesComeBack() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      var properties = Self.properties
      properties.userID = broker.configuration.user
      let bare = Properties(deliveryMode: .transient)
      _ = try await publisher.publish([.to(queue, [], properties), .to(queue, [], bare)])
      let consumer = try await broker.consumer(of: queue)
      #expect(try await consumer.take(2).map(\.properties) == [properties, bare])
      await consumer.close()
    }
  }

  /// 131,072 bytes is a frame; its head and tail take eight of them.
  @Test(
    "A body of any size comes back as it went",
    arguments: [0, 1, 131_063, 131_064, 131_065, 262_144, 10_000_000])
  func bodiesComeBack(_ size: Int) async throws {
    try await Broker.withQueue { broker, queue, publisher in
      var generator = SystemRandomNumberGenerator()
      let word = generator.next()
      let body = (0..<size).map { UInt8(truncatingIfNeeded: word &* UInt64($0) >> 13) }
      let outcomes = try await publisher.publish([.to(queue, body), .to(queue, [1])])
      #expect(outcomes == [.confirmed, .confirmed])
      var configuration = broker.configuration
      configuration.maximumBodyBytes = 10_000_000
      let consumer = try await AMQPConsumer.open(configuration, queues: [queue], prefetch: 2)
      let deliveries = try await consumer.take(2)
      #expect(deliveries[0].body == body, "word \(word)")
      #expect(deliveries[0].bodySize == size && !deliveries[0].isOversized)
      #expect(deliveries[1].body == [1])
      await consumer.close()
    }
  }

  @Test("A body beyond the limit is thrown away and said to be; the next one is whole")
  func oversized() async throws {
    try await Broker.withQueue { broker, queue, publisher in
      let large = [UInt8](repeating: 0, count: 10_000_000)
      _ = try await publisher.publish([.to(queue, large), .to(queue, [1])])
      let consumer = try await broker.consumer(of: queue)
      let deliveries = try await consumer.take(2)
      #expect(deliveries.map(\.isOversized) == [true, false])
      #expect(deliveries.map(\.bodySize) == [large.count, 1])
      #expect(deliveries.map(\.body) == [[], [1]])
      await consumer.close()
    }
  }

  @Test(
    "Bytes that are not UTF-8, and kinds of header that we never write, are read and told apart")
  func foreignBytes() async throws {
    try await Broker.withQueue { broker, queue, _ in
      let said = try await broker.evaluate(
        """
        rabbit_basic:publish(
          rabbit_misc:r(<<"\(broker.configuration.virtualHost)">>, exchange, <<>>), <<"\(queue)">>,
          [{message_id, <<255, 254>>}, {type, <<192, 128>>}, {timestamp, 18446744073709551615},
           {headers, [{<<"text">>, longstr, <<"a", 255, "b">>}, {<<"k", 237, 160, 128>>, bool, true},
             {<<"byte">>, byte, -7}, {<<"short">>, short, -300}, {<<"int">>, signedint, -70000},
             {<<"time">>, timestamp, 1500000000}, {<<"double">>, double, 1.5},
             {<<"float">>, float, 2.5}, {<<"decimal">>, decimal, {2, 314}},
             {<<"void">>, void, undefined}, {<<"raw">>, binary, <<0, 255>>},
             {<<"array">>, array, [{longstr, <<255>>}, {table, []}]},
             {<<"table">>, table, [{<<255>>, longstr, <<254>>}]},
             {<<"deep">>, array, [{array, [{array, [{array, [{array, []}]}]}]}]},
             {<<"twice">>, longstr, <<"a">>}, {<<"twice">>, longstr, <<"b">>}]}],
          <<0, 255, 254, 128>>).
        """)
      let consumer = try await broker.consumer(of: queue)
      let delivery = try #require(try await consumer.take(1).first, Comment(rawValue: said))
      #expect(delivery.body == [0, 255, 254, 128])
      #expect(delivery.properties.messageID == "\\xFF\\xFE")
      #expect(delivery.properties.notUTF8 == [.messageID, .type])
      #expect(delivery.properties.timestamp == .max)
      #expect(
        delivery.properties.headers == [
          "text": .bytes([0x61, 255, 0x62]), "k\\xED\\xA0\\x80": .bool(true), "byte": .int(-7),
          "short": .int(-300), "int": .int(-70_000), "time": .time(1_500_000_000),
          "double": .number("1.5"), "float": .number("2.5"), "decimal": .number("3.14"),
          "void": .nothing, "raw": .bytes([0, 255]), "array": .list([.bytes([255]), .table([:])]),
          "table": .table(["\\xFF": .bytes([254])]),
          "deep": .list([.list([.list([.list([.other])])])]), "twice": .text("b"),
        ])
      #expect(delivery.properties.contradictedHeaders == ["twice"])
      await consumer.close()
    }
  }

  @Test("Lists in lists, as many as a frame holds, do no harm")
  func deepHeaders() async throws {
    try await Broker.withQueue { broker, queue, _ in
      let said = try await broker.evaluate(
        """
        Deep = lists:foldl(fun(_, Inner) -> {array, [Inner]} end, {array, []}, lists:seq(1, 26000)),
        rabbit_basic:publish(
          rabbit_misc:r(<<"\(broker.configuration.virtualHost)">>, exchange, <<>>), <<"\(queue)">>,
          [{headers, [{<<"deep">>, element(1, Deep), element(2, Deep)}]}], <<1>>).
        """)
      let consumer = try await broker.consumer(of: queue)
      let delivery = try #require(try await consumer.take(1).first, Comment(rawValue: said))
      #expect(delivery.properties.headers.count == 1)
      await consumer.close()
    }
  }

  @Test("Another library reads and writes the same", .enabled(if: python != nil))
  func anotherLibrary() async throws {
    let python = try #require(Self.python)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/echo.py")
    try await Broker.withQueue { broker, queue, publisher in
      try await Broker.withQueue { _, back, _ in
        let body = [UInt8](0...255)
        _ = try await publisher.publish([.to(queue, body, Self.properties)])
        _ = try await run(python, [script.path, queue, back])
        let consumer = try await broker.consumer(of: back)
        let delivery = try #require(try await consumer.take(1).first)
        #expect(delivery.body == body)
        #expect(delivery.properties == Self.properties)
        await consumer.close()
      }
    }
  }
}
