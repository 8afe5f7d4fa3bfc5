import Contracts
import OperatorReading
import Vocabulary

/// Measures a household's way through all running services: how long a signal takes to become a
/// social worker's notice, and how many messages a second pass when many signals come at once.
struct LifeBench: Sendable {
  /// The longest that one signal may take, in seconds.
  private static let patience = 10
  /// Between two looks at the post.
  private static let look = Duration.milliseconds(1)
  /// The clock stands this many days after the first signal.
  private static let lag = 60

  /// Signals sent one after the other, each when the last has arrived.
  let alone: Int
  /// Signals sent at once.
  let together: Int
  let simulation: Simulation

  /// Runs both and returns one line with what was measured.
  ///
  /// - Throws: `OperatorError` when a signal does not arrive; what broker or database refuse.
  func run(from start: Day) async throws -> String {
    let world = World(
      households: alone + together, seed: 1, communes: simulation.communes, start: start, period: 1)
    let signals = try world.plans.values.joined()
      .filter { $0.rank == 1 && $0.mistake == nil }
      .sorted { $0.household < $1.household }
      .map { try Publication($0, by: simulation.accounts.account(of: $0.sender)) }
    let today = start.adding(days: Self.lag)
    var player = simulation.player
    try simulation.clock.write(today)
    var latencies: [Duration] = []
    var line = ""
    try await simulation.whileReading {
      for signal in signals.prefix(alone) {
        latencies.append(try await latency(of: signal, player: &player))
      }
      _ = try await player.settle(on: today)
      line = try await burst(Array(signals.dropFirst(alone)), player: &player, on: today)
    }
    guard !latencies.isEmpty else {
      throw OperatorError("no signal was measured: ask for at least one")
    }
    return line + "  \(Latencies(latencies))"
  }

  /// From the partner's publication to the notice in the social worker's queue: intake, saga,
  /// social-diagnosis, each with its durable commit and its confirms.
  private func latency(of signal: Publication, player: inout Player) async throws -> Duration {
    let clock = ContinuousClock()
    let begun = clock.now
    try await player.publish([signal])
    while true {
      let post = await simulation.office.handOver()
      if post.notices.contains(where: { $0.notice.code == .contactAProposer }) {
        return clock.now - begun
      }
      guard clock.now - begun < .seconds(Self.patience) else {
        throw OperatorError("a signal did not become a notice within \(Self.patience) s")
      }
      try await Task.sleep(for: Self.look, clock: .continuous)
    }
  }

  private func burst(
    _ signals: [Publication], player: inout Player, on today: Day
  ) async throws -> String {
    let clock = ContinuousClock()
    let before = try await simulation.databases.snapshot(on: today)
    let begun = clock.now
    try await player.publish(signals)
    let after = try await player.settle(on: today)
    let seconds = (clock.now - begun).inSeconds
    let messages = after.hops - before.hops
    return "life  households=\(signals.count)  messages=\(messages)"
      + "  seconds=\(Double(Int(seconds * 100)) / 100)  rate=\(Int(Double(messages) / seconds))/s"
  }
}

extension Snapshot {
  /// Messages taken by a service or emitted to a partner.
  fileprivate var hops: Int {
    taken.values.reduce(toPartners) { $0 + $1.values.reduce(0, +) }
  }
}
