import AMQP
import Contracts
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// What no library would send, through a real broker into a real database: each is answered and
/// kept, and its neighbours of the batch have their effect.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .serialized, .timeLimit(.minutes(10)))
struct HostileMessageTests {
  /// A door that answers everything, and sets aside what cannot be read.
  private struct Door: Participant {
    let service = ServiceName.intake
    func reads(for messages: [Message]) -> [Query] { [] }
    func workspace(from results: [Rows]) throws -> Int { 0 }
    func writes(for workspace: Int) -> [Query] { [] }

    func decide(_ message: Message, on day: Day, in workspace: inout Int) -> Decision {
      let receipt = Outgoing(
        to: .user(message.sender ?? ""), type: Receipt.type, household: nil, occurredOn: day,
        data: "{}")
      return Decision(
        outgoing: [receipt],
        verdict: message.defect.map { .quarantined(reason: $0.rawValue) } ?? .applied)
    }
  }

  /// Texts that a table, a log or a frame may choke on. A header fits one frame: 1 MB goes in a
  /// body.
  private static let texts: [HeaderValue] = [
    .text("\u{0}"), .text("a\u{0}b"), .text("\u{FFFF}\u{202E}\u{7F}"), .bytes([0xED, 0xA0, 0x80]),
    .bytes([0x61, 0xFF, 0x00]), .text(String(repeating: "x", count: 100_000)), .text(""),
    .bytes([]), .int(.min),
  ]
  private static let headers = [
    "ce-id", "ce-type", "ce-source", "ce-time", "ce-subject", "ce-specversion", "ce-sequence",
    "ce-correlationid", "ce-causationid", "ce-chainroot", "ce-chainpath", "ce-other",
    "traceparent", "x-delivery-count", "x-death", "cloudEvents:id", "ce_id", "\u{0}",
  ]
  private static let bodies: [[UInt8]] = [
    [0], [0xFF, 0xFE, 0x7B, 0x00], Array(#"{"a":"\u0000\ud800"}"#.utf8), [0xED, 0xA0, 0x80],
    [UInt8](repeating: 0x61, count: 1 << 20), [],
  ]

  private static func message(
    _ id: String, _ user: String, body: [UInt8], _ change: (inout Properties) -> Void = { _ in }
  ) -> OutboundMessage {
    var properties = Properties(contentType: "application/json", userID: user)
    properties.headers = [
      "ce-specversion": .text("1.0"), "ce-id": .text(id), "ce-source": .text("tests"),
      "ce-type": .text("test"),
    ]
    change(&properties)
    return OutboundMessage(
      exchange: ExchangeName.intake, routingKey: "test", properties: properties, body: body)
  }

  /// Each with a body of its own, so that no two are the same.
  private static func hostile(_ user: String) -> [OutboundMessage] {
    var all: [OutboundMessage] = []
    func add(body: [UInt8]? = nil, _ change: (inout Properties) -> Void) {
      let id = "h\(all.count)"
      all.append(message(id, user, body: body ?? Array("{\"\(id)\":1}".utf8), change))
    }
    for header in headers {
      for text in texts { add { $0.headers[header] = text } }
    }
    for text in ["\u{0}", "\n", "\u{FFFF}", String(repeating: "é", count: 127)] {
      add { $0.messageID = text }
      add { ($0.messageID, $0.headers["ce-id"]) = (text, nil) }
      add { ($0.type, $0.headers["ce-type"]) = (text, nil) }
      add { ($0.appID, $0.headers["ce-source"]) = (text, nil) }
      add { $0.correlationID = text }
      add { $0.contentType = text }
      add { $0.contentEncoding = text }
      add { $0.replyTo = text }
    }
    for type in ["application/json", "application/cloudevents+json", "application/cloudevents+xml"]
    {
      for body in bodies { add(body: body) { $0.contentType = type } }
    }
    return all
  }

  private static func isWrong(_ sent: OutboundMessage, _ broker: AMQPConfiguration) -> Bool {
    let delivery = Delivery(
      tag: 1, queue: ServiceName.intake.queue, exchange: sent.exchange, routingKey: "",
      properties: sent.properties, body: sent.body,
      isOversized: sent.body.count > broker.maximumBodyBytes)
    return EnvelopeCodec.message(
      from: delivery, today: Sample.day, legalDay: LegalZone.paris.day
    ).defect != nil
  }

  @Test("Every message is answered, alone and among a hundred sound ones", arguments: [1, 100])
  func everyMessageIsAnswered(_ batch: Int) async throws {
    let servers = try #require(Servers.fromEnvironment)
    let database = try await servers.freshDatabase()
    let user = servers.broker.user
    try await servers.declareDoor(answering: user)
    let hostile = Self.hostile(user)
    let sound = (0..<100).map { Self.message("s\($0)", user, body: Array("{}".utf8)) }
    var generator = Seeded(seed: 8)
    let all = (hostile + sound).shuffled(using: &generator)
    let publisher = try await AMQPPublisher.open(servers.broker)
    let outcomes = try await publisher.publish(all)
    await publisher.close()
    #expect(outcomes.allSatisfy { $0 == .confirmed }, "seed 8")

    var limits = Limits()
    limits.batch = batch
    try await servers.run(Door(), limits, instances: 1, on: database) { connection in
      let rows = try await connection.query(
        "SELECT sum(count)::bigint AS n FROM ledger_counter WHERE entry = 'received'")
      return try rows.first?.intIfPresent("n") ?? 0 >= all.count
    }

    let connection = try await PostgresConnection.connect(database)
    func count(_ query: Query) async throws -> Int {
      try await connection.query(query).first?.int("n") ?? -1
    }
    #expect(try await count("SELECT count(*) AS n FROM inbox") == all.count)
    #expect(
      try await count(
        "SELECT count(*) AS n FROM inbox WHERE id ~ '^s[0-9]+$' AND outcome = 'applied'")
        == sound.count)
    #expect(try await count("SELECT count(*) AS n FROM outbox") == all.count)
    // What was wrong as it left is wrong as it comes: nothing is repaired on the way.
    let wrong = hostile.filter { Self.isWrong($0, servers.broker) }.count
    #expect(wrong > 100)
    #expect(try await count("SELECT count(*) AS n FROM quarantine") == wrong)
    #expect(
      try await count(
        """
        SELECT sum(count)::bigint AS n FROM ledger_counter WHERE entry IN ('applied', 'quarantined')
        """) == all.count)
    await connection.close()
  }
}

extension Servers {
  /// The partners' exchange, the queue of intake and the queue of that account, empty.
  func declareDoor(answering account: String) async throws {
    let admin = try await AMQPAdmin.open(broker)
    try await admin.declareExchange(ExchangeName.intake, kind: .topic, durable: true)
    try await admin.declareExchange(ExchangeName.partners, kind: .direct, durable: true)
    for (queue, exchange, key) in [
      (ServiceName.intake.queue, ExchangeName.intake, "#"),
      ("amont.partner." + account, ExchangeName.partners, "user." + account),
    ] {
      try await admin.deleteQueue(queue)
      try await admin.declareQueue(
        queue, durable: true, exclusive: false, autoDelete: false,
        arguments: ["x-queue-type": .text("quorum")])
      try await admin.bind(queue: queue, exchange: exchange, routingKey: key)
    }
    await admin.close()
  }
}
