import AMQP
import Contracts
import OperatorReading
import Synchronization
import Vocabulary

/// Measures how long one partner waits for its receipts, alone and while another floods.
struct FloodBench: Sendable {
  /// How long a receipt may take, in seconds: a flood that is taken first keeps everybody longer.
  private static let patience = 600
  /// Events that the flooder publishes with one call.
  private static let window = 500
  /// The clock stands this many days after the signals.
  private static let lag = 60

  /// Events of the flood.
  let flood: Int
  /// Events of the quiet partner while it is alone.
  let alone: Int
  /// How long the quiet partner does nothing after each receipt.
  var pause = Duration.milliseconds(10)
  let simulation: Simulation

  /// What was measured.
  struct Result: Sendable, CustomStringConvertible {
    let events: Int, seconds: Double
    let alone: Latencies, meanwhile: Latencies

    var description: String {
      "flood  events=\(events)  seconds=\(Double(Int(seconds * 10)) / 10)"
        + "  rate=\(Int(Double(events) / seconds))/s\n"
        + "  a quiet partner's receipts, alone:     \(alone)\n"
        + "  a quiet partner's receipts, meanwhile: \(meanwhile)"
    }
  }

  /// Runs it; all signals are of one day.
  ///
  /// - Throws: `OperatorError` when a receipt does not come; what the broker refuses.
  func run(from start: Day, seed: UInt64 = 1) async throws -> Result {
    try simulation.clock.write(start.adding(days: Self.lag))
    let quiet = try simulation.accounts.lend(.bailleurSocial)
    let flooder = try simulation.accounts.lend(.huissier)
    let events = try (0..<flood).map { try signal($0, of: .huissier, on: start, seed: seed) }
    let before = try await waits(of: quiet, on: start, seed: seed + 1) { $0 == alone }
    let isOver = Flag()
    let parts = try await withThrowingTaskGroup(of: Part.self) { group in
      group.addTask { .flood(seconds: try await seconds(of: events, by: flooder, then: isOver)) }
      group.addTask {
        .waits(try await waits(of: quiet, on: start, seed: seed + 2) { _ in isOver.isSet })
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    return Result(
      events: events.count, seconds: parts.compactMap(\.seconds).first ?? 0,
      alone: Latencies(before),
      meanwhile: Latencies(parts.flatMap(\.waits)))
  }

  private enum Part: Sendable {
    case flood(seconds: Double)
    case waits([Duration])

    var seconds: Double? { if case .flood(let seconds) = self { seconds } else { nil } }
    var waits: [Duration] { if case .waits(let waits) = self { waits } else { [] } }
  }

  /// Publishes the flood and takes its receipts.
  private func seconds(
    of events: [Publication], by account: PartnerAccounts.Lent, then flag: Flag
  ) async throws -> Double {
    let clock = ContinuousClock()
    let begun = clock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await publish(events, by: account) }
      group.addTask { try await takeReceipts(events.count, of: account) }
      try await group.waitForAll()
    }
    flag.set()
    return (clock.now - begun).inSeconds
  }

  /// One event after the other, each with its receipt, until it is enough.
  private func waits(
    of account: PartnerAccounts.Lent, on day: Day, seed: UInt64,
    until isEnough: @Sendable (Int) -> Bool
  ) async throws -> [Duration] {
    var latencies: [Duration] = []
    while !isEnough(latencies.count) {
      let event = try signal(latencies.count, of: .bailleurSocial, on: day, seed: seed)
      latencies.append(try await latency(of: event, by: account))
      try await Task.sleep(for: pause, clock: .continuous)
    }
    return latencies
  }

  /// From the publication to the receipt in the partner's hands.
  private func latency(
    of event: Publication, by account: PartnerAccounts.Lent
  ) async throws -> Duration {
    let clock = ContinuousClock()
    let begun = clock.now
    try await publish([event], by: account)
    while clock.now - begun < .seconds(Self.patience) {
      let deliveries = try await account.consumer.next(atMost: Self.window)
      account.consumer.acknowledge(deliveries.map(\.tag))
      for delivery in deliveries where delivery.isReceipt {
        let receipt = try Wire.decode(Receipt.self, from: delivery.body)
        if receipt.evenement == event.id { return clock.now - begun }
      }
    }
    throw OperatorError("a receipt did not come within \(Self.patience) s")
  }

  private func publish(_ events: [Publication], by account: PartnerAccounts.Lent) async throws {
    for first in stride(from: 0, to: events.count, by: Self.window) {
      let some = events[first..<min(first + Self.window, events.count)]
      for outcome in try await account.publisher.publish(some.map(\.message))
      where outcome != .confirmed {
        throw OperatorError("the broker did not take an event of \(account.name): \(outcome)")
      }
    }
  }

  private func takeReceipts(_ count: Int, of account: PartnerAccounts.Lent) async throws {
    var missing = count
    while missing > 0 {
      let deliveries = try await account.consumer.next(atMost: Self.window)
      missing -= deliveries.count(where: \.isReceipt)
      account.consumer.acknowledge(deliveries.map(\.tag))
    }
  }

  /// A first signal of a household that nobody knows.
  private func signal(
    _ index: Int, of kind: PartnerKind, on day: Day, seed: UInt64
  ) throws -> Publication {
    let isSocial = kind == .bailleurSocial
    let persona = Persona(
      index, seed: seed, communes: simulation.communes, fate: .keepsPlan,
      landlord: isSocial ? .personneMoraleSociale : .personnePhysique, signalledOn: day)
    let event: PartnerEvent =
      isSocial
      ? .saisineBailleurPM(
        SignalementImpaye(
          date: day, dette: persona.debt, loyer: persona.rent, charges: persona.charges,
          aide: persona.aid, tiers_payant: true))
      : .signalementCDP(
        SignalementCDP(
          acte: day, dette: persona.debt, loyer: persona.rent, charges: persona.charges,
          mois_impayes: 4))
    return try Publication(
      World.Planned(
        day: day, household: index, rank: 1, sender: kind, event: event,
        identification: persona.identification, seed: seed),
      by: simulation.accounts.account(of: kind))
  }
}

/// Set once.
private final class Flag: Sendable {
  private let state = Mutex(false)

  var isSet: Bool { state.withLock { $0 } }

  func set() { state.withLock { $0 = true } }
}

extension Delivery {
  fileprivate var isReceipt: Bool { properties.headers["ce-type"] == .text(Receipt.type) }
}
