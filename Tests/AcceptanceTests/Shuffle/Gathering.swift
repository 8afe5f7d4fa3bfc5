import Contracts
import OperatorReading
import Vocabulary

@testable import amont_simulator

/// A cohort told of to the six services, all side by side on one calendar.
struct Gathering {
  /// What came of it.
  struct Outcome: Sendable {
    /// What the services keep of each household, row by row.
    var holdings: [[String]]
    /// What the acts themselves fix of each household, whenever Amont hears of them.
    var fixed: [[String]]
    /// How many events were published for the first time, and again.
    var told = 0
    var repeated = 0
    /// Receipts by what they say.
    var verdicts: [String: Int] = [:]
    var ledgerProblems: [String] = []
    var quarantined: [String] = []
    var withoutNextStep = 0
    /// How many days were played.
    var days = 0
  }

  private typealias Wave = [(member: Int, event: Int)]

  private let cohort: Cohort
  /// The arrivals of each day, one of each household at a time: each household's reach the queue in
  /// order.
  private let waves: [Day: [Wave]]
  private let simulation: Simulation
  private var player: Player
  private var dossiers: [Int: HouseholdID] = [:]
  private(set) var outcome: Outcome

  init(_ cohort: Cohort, on simulation: Simulation) {
    self.cohort = cohort
    self.simulation = simulation
    player = simulation.player
    var waves: [Day: [Wave]] = [:]
    for (index, member) in cohort.members.enumerated() {
      for (day, arrivals) in Dictionary(grouping: member.telling.arrivals, by: \.day) {
        for (wave, arrival) in arrivals.enumerated() {
          if wave >= waves[day, default: []].count { waves[day, default: []].append([]) }
          waves[day]?[wave].append((index, arrival.event))
        }
      }
    }
    self.waves = waves
    let nothing = Array(repeating: [String](), count: cohort.members.count)
    outcome = Outcome(holdings: nothing, fixed: nothing)
  }

  /// Plays until every household was read.
  mutating func play() async throws {
    let moments = Set(waves.keys).union(cohort.members.map(\.end)).sorted()
    var next = moments.first
    while let today = next {
      try simulation.clock.write(today)
      for wave in waves[today] ?? [] { try await publish(wave) }
      _ = try await player.settle(on: today)
      await readReceipts()
      try await readHoldings(on: today)
      outcome.days += 1
      guard let ahead = moments.first(where: { $0 > today }) else { break }
      let ending = try await simulation.databases.nextDeadline(of: stillPlayed(after: today))
      next = min(ahead, max(ending ?? ahead, today.adding(days: 1)))
    }
    try await readBooks()
  }

  private mutating func publish(_ wave: Wave) async throws {
    try await player.publish(
      wave.map { index, event in
        let life = cohort.members[index].life
        let planned = World.Planned(
          day: life.steps[event].day, household: index, rank: event + 1,
          sender: life.steps[event].sender, event: life.event(event),
          identification: Household(index).identification(life.landlord, commune: life.commune),
          seed: cohort.members[index].seed)
        return try Publication(planned, by: simulation.accounts.account(of: planned.sender))
      })
  }

  private mutating func readReceipts() async {
    for (event, dossier) in await simulation.office.handOver().receipts {
      if let index = World.household(ofEvent: event) { dossiers[index] = dossier }
    }
  }

  private func stillPlayed(after day: Day) -> [HouseholdID] {
    cohort.members.indices.filter { cohort.members[$0].end > day }.compactMap { dossiers[$0] }
  }

  private mutating func readHoldings(on day: Day) async throws {
    let ending = cohort.members.indices.filter { cohort.members[$0].end == day }
    guard !ending.isEmpty else { return }
    let known = ending.compactMap { dossiers[$0] }
    let holdings = try await simulation.databases.holdings(of: known)
    let fixed = try await simulation.databases.fixedByActs(of: known)
    for index in ending {
      outcome.holdings[index] = (dossiers[index].flatMap { holdings[$0] } ?? []).sorted()
      outcome.fixed[index] = (dossiers[index].flatMap { fixed[$0] } ?? []).sorted()
    }
  }

  private mutating func readBooks() async throws {
    let events = cohort.members.map(\.life.steps.count).reduce(0, +)
    outcome.told = events
    outcome.repeated = player.count - events
    outcome.verdicts = await simulation.office.verdicts
    outcome.ledgerProblems = try await simulation.databases.ledger().problems
    outcome.quarantined = try await simulation.databases.quarantined().map(\.what)
    outcome.withoutNextStep = try await simulation.databases.dossiersWithoutNextStep()
  }
}
