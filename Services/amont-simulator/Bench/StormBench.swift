import Contracts
import OperatorReading
import PostgreSQL
import Synchronization
import Vocabulary

/// Many deadlines of one day beside a steady traffic: how long its messages take before the day
/// comes, and while the deadlines fire.
struct StormBench: Sendable {
  /// Between two looks at the deadlines that are left.
  private static let look = Duration.milliseconds(100)
  private static let eve = HopMessages.today
  private static let day = eve.adding(days: 1)

  /// How many deadlines fall on that day, each of a dossier of its own.
  let deadlines: Int
  /// The messages beside them, half of them before that day.
  let traffic: HopTraffic
  let batch: Int

  private var servers: HopServers { traffic.servers }

  /// Arms the deadlines, lets the day come in the middle of the traffic, and returns one line with
  /// what was measured.
  ///
  /// - Throws: `OperatorError` when a message or a deadline was not applied exactly once; what the
  ///   database or the broker refuses.
  func run() async throws -> String {
    let armed = HopMessages(count: deadlines, dossiers: deadlines, family: .deadlines)
    try await servers.empty()
    try await servers.publish(armed)
    let participant = HopParticipant(arms: Self.day)
    let clock = SetDay(Self.eve)
    let bench = HopBench(messages: armed, batch: batch, instance: "bench-1", servers: servers)
    return try await bench.whileServing(participant, on: { clock.day }) {
      _ = try await servers.waitForConfirms(deadlines)
      try await servers.declareAnswers()
      async let trips = traffic.run()
      try await Task.sleep(for: traffic.duration / 2, clock: .continuous)
      let begin = ContinuousClock.now
      clock.day = Self.day
      try await waitUntilAllFired()
      let end = ContinuousClock.now
      let line = try await line(of: trips, from: begin, until: end)
      let counts = try await servers.waitForConfirms(2 * deadlines + traffic.messages.count)
      try check(counts, again: participant.again.value)
      return line
    }
  }

  private func line(
    of trips: [HopTraffic.Trip], from begin: ContinuousClock.Instant,
    until end: ContinuousClock.Instant
  ) -> String {
    let before = Latencies(trips.filter { $0.due < begin }.map(\.took))
    let during = Latencies(trips.filter { (begin..<end).contains($0.due) }.map(\.took))
    let seconds = (end - begin).inSeconds
    return "storm  deadlines=\(deadlines)  seconds=\(Double(Int(seconds * 10)) / 10)"
      + "  rate=\(Int(Double(deadlines) / seconds))/s  offered=\(traffic.rate)/s\n"
      + "  messages beside it, before: \(before)\n  messages beside it, during: \(during)"
  }

  private func waitUntilAllFired() async throws {
    let connection = try await PostgresConnection.connect(servers.database)
    while try await !connection.query("SELECT 1 FROM deadline LIMIT 1").isEmpty {
      try await Task.sleep(for: Self.look, clock: .continuous)
    }
    await connection.close()
  }

  private func check(_ counts: HopCounts, again: Int) throws {
    let messages = deadlines + traffic.messages.count
    let wanted = HopCounts(
      ledger: ["received": messages, "applied": messages, "taken": messages]
        .merging(["emitted", "confirmed"].map { ($0, messages + deadlines) }) { $1 },
      dossiers: deadlines + traffic.messages.dossiers, applied: messages + deadlines)
    guard counts == wanted, again == 0 else {
      throw OperatorError("the storm says nothing: \(counts), not \(wanted); again \(again)")
    }
  }
}

/// A business day that is set.
private final class SetDay: Sendable {
  private let state: Mutex<Day>

  init(_ day: Day) { state = Mutex(day) }

  var day: Day {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
