import AMQP
import Contracts
import Logging
import Messaging
import OperatorReading
import PostgreSQL
import Sealing
import Vocabulary

/// One service's hop: real broker, real database, the real runtime.
struct HopBench: Sendable {
  let messages: HopMessages
  /// Messages a transaction, at most.
  let batch: Int
  /// The name of this instance of the service.
  let instance: String
  let servers: HopServers

  /// Takes through what waits in the queue, this instance alone or with others, until the ledger
  /// says that the broker confirmed every answer; as with the C program, nobody reads the other end
  /// meanwhile. Returns one line with what was measured.
  ///
  /// - Throws: `OperatorError` when it is not so that every message was applied once; what the
  ///   database or the broker refuses.
  func takeThrough() async throws -> String {
    let participant = HopParticipant()
    let clock = ContinuousClock()
    let (begun, used) = (clock.now, OwnUsage.now())
    let counts = try await whileServing(participant) {
      try await servers.waitForConfirms(messages.total)
    }
    let (elapsed, usage) = (clock.now - begun, OwnUsage.now())
    try check(counts, participant)
    let own = Double(usage.microseconds - used.microseconds) / Double(messages.count)
    return
      "hop  messages=\(messages.count)  batch=\(batch)  seconds=\(elapsed.inHundredthsOfSeconds)"
      + "  rate=\(Int(Double(messages.count) / elapsed.inSeconds))/s"
      + "  cpu=\(Double(Int(own * 10)) / 10)us  peak=\(usage.peakMegabytes)MB"
      + "  again=\(participant.again.value)"
  }

  /// Serves while messages are published at a steady rate and the answers are taken at the other
  /// end, and returns one line with how long each message took from one to the other.
  ///
  /// - Throws: as above.
  func takeThrough(atRate rate: Int) async throws -> String {
    let participant = HopParticipant()
    let traffic = HopTraffic(messages: messages, rate: rate, servers: servers)
    let (latencies, counts) = try await whileServing(participant) {
      (try await traffic.run(), try await servers.waitForConfirms(messages.total))
    }
    try check(counts, participant)
    return "latency  offered=\(rate)/s  \(Latencies(latencies.map(\.took)))"
  }

  private func check(_ counts: HopCounts, _ participant: HopParticipant) throws {
    let problems = counts.problems(of: messages, again: participant.again.value)
    guard problems.isEmpty else {
      throw OperatorError("the round says nothing: " + problems.joined(separator: "; "))
    }
  }

  /// Runs the service until `body` returns.
  func whileServing<Result: Sendable>(
    _ participant: HopParticipant, on today: @escaping @Sendable () -> Day = { HopMessages.today },
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let runtime = runtime(of: participant, on: today)
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        try await runtime.run()
        return nil
      }
      group.addTask { try await body() }
      let result = try await group.next() ?? nil
      group.cancelAll()
      guard let result else { throw OperatorError("the runtime stopped") }
      return result
    }
  }

  /// One master key, for what is measured and thrown away.
  static let masters =
    (try? MasterKeys(parsing: "1 " + String(repeating: "0f", count: SealingKey.byteCount))) ?? .none

  private func runtime(
    of participant: HopParticipant, on today: @escaping @Sendable () -> Day
  ) -> MessagingRuntime<HopParticipant> {
    var limits = Limits()
    limits.batch = batch
    limits.prefetch = batch * 4
    return MessagingRuntime(
      participant, database: servers.database, broker: servers.broker, masters: Self.masters,
      limits: limits, instance: instance,
      logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() },
      today: today, legalDay: { LegalZone.paris.day(at: $0) },
      pause: { try await Task.sleep(for: $0, clock: .continuous) })
  }

}
