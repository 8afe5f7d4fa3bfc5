import Contracts
import OperatorReading
import PostgreSQL

/// What an outage left in the outbox: how soon, and how fast, it goes out.
struct RelayBench: Sendable {
  /// Between two looks at what is emitted.
  private static let look = Duration.milliseconds(100)
  /// A partner whose exchange is missing, until the outage is over.
  private static let partner = "bench"

  /// How many messages wait.
  let pending: Int
  let batch: Int
  let servers: HopServers

  /// Lets the messages pile up, then measures a service that starts when the way is open again;
  /// returns one line.
  ///
  /// - Throws: `OperatorError` when something went out before; what the database or the broker
  ///   refuses.
  func run() async throws -> String {
    let messages = HopMessages(count: pending, dossiers: pending)
    let participant = HopParticipant(answered: .user(Self.partner))
    let bench = HopBench(messages: messages, batch: batch, instance: "bench-1", servers: servers)
    try await servers.empty()
    try await servers.remove(exchange: ExchangeName.partners)
    try await servers.publish(messages)
    try await bench.whileServing(participant) { try await waitUntilAllEmitted() }
    try await servers.declare(
      "amont.partner." + Self.partner, on: ExchangeName.partners, key: "user." + Self.partner)
    let clock = ContinuousClock()
    let begun = clock.now
    let (first, last) = try await bench.whileServing(participant) {
      _ = try await servers.waitForConfirms(1)
      let first = clock.now
      _ = try await servers.waitForConfirms(pending)
      return (first - begun, clock.now - begun)
    }
    return "relay  pending=\(pending)  first=\(first.inTenthsOfMilliseconds)ms"
      + "  seconds=\(last.inHundredthsOfSeconds)  rate=\(Int(Double(pending) / last.inSeconds))/s"
  }

  private func waitUntilAllEmitted() async throws {
    let connection = try await PostgresConnection.connect(servers.database)
    var ledger: [String: Int] = [:]
    while ledger["emitted"] != pending {
      try await Task.sleep(for: Self.look, clock: .continuous)
      ledger = try await HopCounts.read(on: connection).ledger
    }
    await connection.close()
    guard ledger["confirmed"] == nil else {
      throw OperatorError("the exchange of the partners is there: there was no outage")
    }
  }
}
