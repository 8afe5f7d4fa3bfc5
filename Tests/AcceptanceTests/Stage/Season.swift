import Contracts
import OperatorReading
import Vocabulary

@testable import amont_simulator
@testable import amontctl

/// All scenarios, played once through the six services on one calendar, each with its own
/// households.
enum Season {
  /// The scenarios by their number, played when the first test asks.
  static let played = Task { try await play(Repertoire.played) }

  private static func play(_ scenarios: [Scenario]) async throws -> Outcome {
    let outcome = try await Theatre.play { simulation in
      var run = Run(scenarios, on: simulation)
      try await simulation.whileReading { try await run.play() }
      return try await run.outcome()
    }
    try outcome.write()
    return outcome
  }
}

/// One run through the calendar: from each day on which somebody acts or a delay ends to the next.
struct Run {
  private struct Role: Hashable {
    let scenario: Int
    let household: String
  }

  private let scenarios: [Scenario]
  private let simulation: Simulation
  private var player: Player
  private var roles: [Role] = []
  private var dossiers: [HouseholdID: Int] = [:]
  private var ranks: [Int: Int] = [:]
  private var casts: [Int: Cast] = [:]
  private var records: [Int: Record] = [:]
  private var days = 0

  init(_ scenarios: [Scenario], on simulation: Simulation) {
    self.scenarios = scenarios
    self.simulation = simulation
    player = simulation.player
    for (index, scenario) in scenarios.enumerated() {
      for household in Set(scenario.steps.map(\.household)).sorted() {
        records[roles.count] = Record()
        roles.append(Role(scenario: index, household: household))
      }
    }
  }

  /// Plays until the last scenario has ended.
  mutating func play() async throws {
    var next = scenarios.compactMap { $0.steps.map(\.day).min() }.min()
    while let today = next {
      days += 1
      try simulation.clock.write(today)
      for round in rounds(on: today) {
        try await publish(round, on: today)
        try await rest(on: today)
      }
      if !acts(on: today) { try await rest(on: today) }
      let deadline = try await readDeadlines(on: today)
      for (role, place) in roles.enumerated() where scenarios[place.scenario].end == today {
        try await read(role)
      }
      let ahead = scenarios.flatMap { $0.steps.map(\.day) + [$0.end] }.filter { $0 > today }.min()
      next = [ahead, deadline.map { max($0, today.adding(days: 1)) }].compactMap(\.self).min()
      if ahead == nil { next = nil }
    }
  }

  /// The steps of a day: those of one scenario one after the other, those of all side by side.
  private func rounds(on day: Day) -> [[(role: Int, step: Step)]] {
    var rounds: [[(role: Int, step: Step)]] = []
    for (index, scenario) in scenarios.enumerated() {
      for (round, step) in scenario.steps.filter({ $0.day == day }).enumerated() {
        guard let role = roles.firstIndex(of: Role(scenario: index, household: step.household))
        else { continue }
        if round == rounds.count { rounds.append([]) }
        rounds[round].append((role, step))
      }
    }
    return rounds
  }

  private func acts(on day: Day) -> Bool {
    scenarios.contains { $0.steps.contains { $0.day == day } }
  }

  /// Waits until all that follows of the day has been done and read.
  private mutating func rest(on day: Day) async throws {
    _ = try await player.settle(on: day)
    await readPost(on: day)
  }

  private mutating func publish(_ round: [(role: Int, step: Step)], on day: Day) async throws {
    var publications: [Publication] = []
    var wrong: Set<String> = []
    for (role, step) in round {
      ranks[role, default: 0] += 1
      let menage = identification(role, step.naming)
      var cast = casts[roles[role].scenario] ?? Cast()
      cast.menage = menage
      let event = step.act.event(day, cast)
      let planned = World.Planned(
        day: day, household: role, rank: ranks[role] ?? 1, sender: step.sender,
        event: event, identification: menage, seed: 6)
      casts[roles[role].scenario, default: Cast()].events[step.household, default: []].append(
        (planned.id, event.kind))
      let one = try Publication(planned, by: simulation.accounts.account(of: step.sender))
      publications += Array(repeating: one, count: step.times)
      if step.isRefused { wrong.insert(one.key) }
    }
    try await player.publish(publications, wrong: wrong)
  }

  private func identification(_ role: Int, _ naming: Step.Naming) -> Identification {
    let scenario = scenarios[roles[role].scenario]
    let full = Household(role).identification(scenario.landlord, commune: scenario.commune)
    switch naming {
    case .usual: return records[role]?.dossier.map { Identification(dossier: $0) } ?? full
    case .full: return full
    case .with(let words): return words(full)
    }
  }

  private mutating func readPost(on day: Day) async {
    let post = await simulation.office.handOver()
    for (event, dossier) in post.receipts {
      guard let role = World.household(ofEvent: event) else { continue }
      records[role]?.dossiers.insert(dossier)
      guard records[role]?.dossier == nil else { continue }
      records[role]?.dossier = dossier
      casts[roles[role].scenario, default: Cast()].dossiers[roles[role].household] = dossier
      if dossiers[dossier] == nil { dossiers[dossier] = role }
    }
    for (reader, notice) in post.notices {
      guard let role = dossiers[notice.dossier], scenarios[roles[role].scenario].end >= day else {
        continue
      }
      records[role]?.post.append(Record.Posted(day: day, reader: reader, notice: notice))
    }
  }

  /// Notes every deadline of the households that are still played; the first day on which one
  /// fires.
  private mutating func readDeadlines(on day: Day) async throws -> Day? {
    var next: Day?
    for (dossier, armed, fires) in try await simulation.databases.armedDeadlines() {
      guard let role = dossiers[dossier], scenarios[roles[role].scenario].end >= day else {
        continue
      }
      let first = records[role]?.armed[armed] ?? day
      records[role]?.armed[armed] = first
      next = min(next ?? fires, fires)
    }
    return next
  }

  private mutating func read(_ role: Int) async throws {
    guard let dossier = records[role]?.dossier else { return }
    records[role]?.standing = try await simulation.databases.standing(of: dossier)
    records[role]?.xray = try await simulation.databases.xray(of: dossier)
    records[role]?.agenda = try await simulation.databases.deadlines(
      DeadlineFilter(household: dossier))
    if let reference = Household(role).reference(scenarios[roles[role].scenario].landlord) {
      records[role]?.named = try await simulation.databases.households(named: reference)
    }
    let ids = casts[roles[role].scenario]?.events[roles[role].household]?.map(\.id) ?? []
    records[role]?.answers = try await simulation.databases.answers(to: ids)
  }

  /// The records, and what the books say of the whole.
  func outcome() async throws -> Outcome {
    var outcome = Outcome()
    for (index, role) in roles.enumerated() {
      outcome.records[scenarios[role.scenario].id, default: [:]][role.household] = records[index]
    }
    outcome.ledgerProblems = try await simulation.databases.ledger().problems
    outcome.refusals = await simulation.office.unexpectedRefusals.map { "\($0.key) × \($0.value)" }
    outcome.quarantined = try await simulation.databases.quarantined().map { dossier, what in
      let role = dossier.flatMap { dossiers[$0] }.map { roles[$0] }
      return (role.map { scenarios[$0.scenario].id + " " + $0.household } ?? "?") + ": " + what
    }
    for year in 2017...2025 {
      outcome.figures[year] = try await simulation.databases.figures(of: year)
    }
    outcome.days = days
    return outcome
  }
}
