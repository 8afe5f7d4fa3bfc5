import Contracts
import Vocabulary

@testable import amontctl

/// A cohort told of to the six services, all side by side on one calendar.
struct Gathering {
  /// What came of it.
  struct Outcome: Sendable {
    /// What the services keep of each household, row by row.
    var holdings: [[String]]
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

  private let cohort: Cohort
  private let stage: amontctl.Stage
  private var player: Player
  private var dossiers: [Int: HouseholdID] = [:]
  private(set) var outcome: Outcome

  init(_ cohort: Cohort, on stage: amontctl.Stage) {
    self.cohort = cohort
    self.stage = stage
    player = stage.player
    outcome = Outcome(holdings: Array(repeating: [], count: cohort.members.count))
  }

  /// Plays until every household was read.
  mutating func play() async throws {
    let moments = Set(cohort.members.flatMap { $0.telling.arrivals.map(\.day) + [$0.end] }).sorted()
    var next = moments.first
    while let today = next {
      try stage.clock.write(today)
      for wave in waves(on: today) { try await publish(wave) }
      _ = try await player.settle(on: today)
      await readReceipts()
      try await readHoldings(on: today)
      outcome.days += 1
      guard let ahead = moments.first(where: { $0 > today }) else { break }
      let ending = try await stage.books.nextDeadline(of: stillPlayed(after: today))
      next = min(ahead, max(ending ?? ahead, today.adding(days: 1)))
    }
    try await readBooks()
  }

  /// The arrivals of a day, one of each household at a time: each household's reach the queue in order.
  private func waves(on day: Day) -> [[(member: Int, event: Int)]] {
    var waves: [[(member: Int, event: Int)]] = []
    for (index, member) in cohort.members.enumerated() {
      for (wave, arrival) in member.telling.arrivals.filter({ $0.day == day }).enumerated() {
        if wave == waves.count { waves.append([]) }
        waves[wave].append((index, arrival.event))
      }
    }
    return waves
  }

  private mutating func publish(_ wave: [(member: Int, event: Int)]) async throws {
    try await player.publish(
      wave.map { index, event in
        let life = cohort.members[index].life
        let planned = World.Planned(
          day: life.steps[event].day, household: index, rank: event + 1,
          sender: life.steps[event].sender, event: life.event(event),
          identification: Household(index).identification(life.landlord, commune: life.commune),
          seed: cohort.members[index].seed)
        return try Publication(planned, by: stage.accounts.account(of: planned.sender))
      })
  }

  private mutating func readReceipts() async {
    for (event, dossier) in await stage.office.handOver().receipts {
      if let index = World.household(ofEvent: event) { dossiers[index] = dossier }
    }
  }

  private func stillPlayed(after day: Day) -> [HouseholdID] {
    cohort.members.indices.filter { cohort.members[$0].end > day }.compactMap { dossiers[$0] }
  }

  private mutating func readHoldings(on day: Day) async throws {
    let ending = cohort.members.indices.filter { cohort.members[$0].end == day }
    guard !ending.isEmpty else { return }
    let holdings = try await stage.books.holdings(of: ending.compactMap { dossiers[$0] })
    for index in ending {
      outcome.holdings[index] = (dossiers[index].flatMap { holdings[$0] } ?? []).sorted()
    }
  }

  private mutating func readBooks() async throws {
    let events = cohort.members.map(\.life.steps.count).reduce(0, +)
    outcome.told = events
    outcome.repeated = player.count - events
    outcome.verdicts = await stage.office.verdicts
    outcome.ledgerProblems = try await stage.books.ledger().problems
    outcome.quarantined = try await stage.books.quarantined().map(\.what)
    outcome.withoutNextStep = try await stage.books.dossiersWithoutNextStep()
  }
}
