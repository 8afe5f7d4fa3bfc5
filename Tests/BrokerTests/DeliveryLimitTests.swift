import AMQP
import Contracts
import OperatorReading
import PostgreSQL
import Testing
import Vocabulary

@testable import Messaging
@testable import amontctl

/// What a broker does to messages that come back too often: nothing is lost, whatever dies. The
/// limit is 3 here, far below that of production, so that kills reach it.
@Suite(
  "The delivery limit", .enabled(if: Laboratory.isOpen), .serialized, .timeLimit(.minutes(5)))
struct DeliveryLimitTests {
  private static let sent = 3_000
  private static let limit = 3
  /// Beside what the runtime may have in flight.
  private static let hoarded = 500

  @Test(
    "Under kills every confirmed message is applied or put aside, also what became a dead letter")
  func nothingIsDropped() async throws {
    try await Laboratory.use { laboratory in
      let topology = Topology(partners: [], deliveries: Self.limit)
      _ = try await topology.declare(at: laboratory.broker)
      let database = try await laboratory.freshDatabase()
      let publisher = try await AMQPPublisher.open(laboratory.broker)
      let outcomes = try await publisher.publish((0..<Self.sent).map(Self.message))
      await publisher.close()
      #expect(outcomes.allSatisfy { $0 == .confirmed })

      // A consumer that dies again and again with its hands full.
      let (queue, dead) = (
        ServiceName.rehousing.queue, QueueName.dead(ServiceName.rehousing.queue)
      )
      for _ in 0...Self.limit { try await laboratory.takeAndLeave(queue, atLeast: Self.hoarded) }
      try await laboratory.eventually { try await laboratory.depth(of: dead) >= Self.hoarded }
      let deadLetters = try await laboratory.depth(of: dead)

      // And a service whose connections are killed faster than it comes to its second batch.
      let connection = try await PostgresConnection.connect(database)
      var limits = Limits()
      limits.returnsBeforeDeadLetter = Self.limit
      try await withThrowingTaskGroup(of: Void.self) { [limits] group in
        group.addTask { try await laboratory.run(Answering(), on: database, limits) }
        try await laboratory.killConnections(times: 60, everyMilliseconds: 60)
        try await laboratory.eventually {
          try await Self.count("TRUE", on: connection) >= Self.sent
        }
        for queue in [dead, queue] {
          try await laboratory.eventually { try await laboratory.depth(of: queue) == 0 }
        }
        group.cancelAll()
      }
      let applied = try await Self.count("outcome = 'applied'", on: connection)
      let again = try await Self.count("duplicates > 0", on: connection)
      print(
        "delivery limit \(Self.limit): \(Self.sent) confirmed, \(deadLetters) of them dead letters before"
          + " the service ran; \(applied) applied, \(again) of them delivered again afterwards")
      // A dead letter that was in hand at three kills more is suspected of them, and an operator
      // sees it.
      let aside = try await Self.count("outcome = 'quarantined'", on: connection)
      let shown = try await connection.query("SELECT 1 FROM quarantine WHERE state = 'waiting'")
      #expect(applied + aside == Self.sent)
      #expect(shown.count == aside)
      #expect(aside < Self.sent / 20, "neighbours pay for the kills")
      // A dead letter is still the message of the service that sent it, with its rank.
      let ofIntake = try await Self.count("source = 'amont/intake'", on: connection)
      #expect(ofIntake == Self.sent)
      let parked = try await connection.query("SELECT 1 FROM parked")
      #expect(parked.isEmpty)
      await connection.close()
    }
  }

  private static func count(_ condition: String, on connection: PostgresConnection) async throws
    -> Int
  {
    let rows = try await connection.query(
      Query(stringLiteral: "SELECT count(*) AS n FROM inbox WHERE " + condition))
    return try rows.first?.int("n") ?? 0
  }

  /// Ten messages each of many households, from another service, in the order of their ranks.
  private static func message(_ index: Int) -> OutboundMessage {
    let households = sent / 10
    let (household, rank) = (index % households, index / households + 1)
    var properties = Properties()
    properties.headers = [
      "ce-id": .text("\(household)-\(rank)"), "ce-source": .text("amont/intake"),
      "ce-type": .text("test"), "ce-specversion": .text("1.0"),
      "ce-subject": .text(HouseholdID(high: 7, low: UInt64(household)).description),
      "ce-sequence": .text(String(rank)),
    ]
    return OutboundMessage(
      exchange: ExchangeName.services, routingKey: ServiceName.rehousing.rawValue,
      properties: properties, body: Array("{}".utf8))
  }
}

/// A service that answers every message and keeps nothing.
private struct Answering: Participant {
  let service = ServiceName.rehousing

  func reads(for messages: [Message]) -> [Query] { [] }
  func workspace(from results: [Rows]) throws -> Int { 0 }
  func writes(for workspace: Int) -> [Query] { [] }

  func decide(_ message: Message, on day: Day, in workspace: inout Int) -> Decision {
    Decision(outgoing: [
      Outgoing(
        to: .service(.sagaOrchestrator), type: "answer", household: message.household,
        occurredOn: message.occurredOn, data: "{}")
    ])
  }
}
