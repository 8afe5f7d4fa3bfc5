import AMQP
import Contracts
import OperatorReading
import Vocabulary

/// How many of Amont's messages partners have read already, before a play or a replay begins.
struct Baseline {
  /// How long the services may take to come to rest before anything is published, in seconds.
  static let seconds = 30

  let databases: ServiceDatabases
  let settings: OperatorSettings
  let partners: [PartnerEntry]

  /// Waits until nothing is under way; then what was emitted to partners and is in no queue was
  /// read. Nobody may read their queues at that time.
  ///
  /// - Throws: `OperatorError` when the services do not come to rest; what the databases or the
  ///   broker refuse.
  func delivered(_ day: Day) async throws -> Int {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(Self.seconds)
    var last: Snapshot?
    while true {
      let snapshot = try await databases.snapshot(on: day)
      let reasons = snapshot.reasons(received: snapshot.toPartners, unanswered: 0)
      if reasons.isEmpty, snapshot == last { return snapshot.toPartners - (try await unread()) }
      guard clock.now < deadline else {
        throw OperatorError(
          "the services were not at rest before the start: "
            + reasons.prefix(8).joined(separator: "; "))
      }
      last = snapshot
      try await Task.sleep(for: Player.pause, clock: .continuous)
    }
  }

  /// What waits in the partners' queues.
  private func unread() async throws -> Int {
    let admin = try await AMQPAdmin.open(settings.brokerConfiguration())
    var messages = 0
    for partner in partners {
      messages += try await admin.depth(of: QueueName.partner(partner.name)).messages
    }
    await admin.close()
    return messages
  }
}
