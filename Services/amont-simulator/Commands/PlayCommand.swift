import AMQP
import ArgumentParser
import Contracts
import LegalCalendar
import OperatorReading
import Settings
import Vocabulary

/// Plays a département through the running services.
struct PlayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Plays a département: partners publish and answer, months pass in minutes.",
    discussion: """
      The services must run with a simulated clock (AMONT_CLOCK=simulated) that reads the file that
      AMONT_CLOCK_FILE names. Ends with status 1 when the ledger does not balance or when a household
      is left without a next step.

      With --year, a whole year of a département's volume is played, with the households that were
      under way on its first day; the counts and the funnel are then compared with those asked for,
      and a difference beyond the tolerance also ends with status 1.
      """)
  /// The only département whose volume is known.
  static let knownYear = "93"

  @Option(help: "Households to play.") var households = 200
  @Option(help: "The same seed plays the same year.") var seed: UInt64 = 93
  @Option(help: "Days to play.") var days = 600
  @Option(help: "The first day (default: 2017-09-01; with --year 2019-01-01).") var start: String?
  @Option(help: "Days over which the first signals are spread.") var period = 180
  @Option(help: "Write everything published into this file, for `amont-simulator replay`.")
  var record: String?
  @Option(help: "Play a whole year of this département's volume (93).") var year: String?
  @Option(help: "With --year, the part of the volume that is played.") var scale = 1.0

  func validate() throws {
    guard year == nil || year == Self.knownYear else {
      throw ValidationError("--year knows the volume of one département: \(Self.knownYear)")
    }
    guard 0 < scale, scale <= 10 else { throw ValidationError("--scale wants 0 to 10") }
  }

  func run() async throws {
    guard let first = Day(start ?? (year == nil ? "2017-09-01" : "2019-01-01")), days > 0,
      households > 0
    else {
      throw ValidationError("--start wants a date, --days and --households more than 0")
    }
    let simulation = try await Simulation.open()
    let isInOrder =
      if let year {
        try await playYear(of: year, on: simulation, from: first)
      } else {
        try await playHouseholds(on: simulation, from: first)
      }
    await simulation.close()
    if !isInOrder { throw ExitCode.failure }
  }

  private func playHouseholds(on simulation: Simulation, from first: Day) async throws -> Bool {
    var world = World(
      households: households, seed: seed, communes: simulation.communes, start: first,
      period: period)
    let player = try await play(
      &world, on: simulation, from: first, through: first.adding(days: days))
    let isInOrder = try await simulation.report(published: player.count)
    await printPost(of: simulation, to: households, days: days)
    return isInOrder
  }

  private func playYear(of departement: String, on simulation: Simulation, from first: Day)
    async throws
    -> Bool
  {
    var world = Year(
      seed: seed, communes: simulation.communes, opening: first, scale: scale,
      calendar: try LegalCalendar(departement: departement))
    print("\(world.played) ménages, dont \(world.stock) en cours au \(first)")
    let begun = ContinuousClock.now
    let player = try await play(
      &world, on: simulation, from: world.nextDay ?? first, through: world.end)
    let seconds = (ContinuousClock.now - begun).inSeconds
    let isInOrder = try await simulation.report(published: player.count)
    let (volumes, dossiers) = try await simulation.databases.recorded(
      from: first, through: world.end)
    let report = VolumeReport(
      scale: scale, published: world.published, recorded: volumes, dossiers: dossiers)
    print("\n" + report.counts + "\n" + report.ratios)
    for problem in report.problems { print("ÉCART " + problem) }
    await printPost(of: simulation, to: world.played, days: world.end.days(since: first) + 1)
    print("\(player.count) événements en \(Int(seconds)) s")
    return isInOrder && report.problems.isEmpty
  }

  private func printPost(of simulation: Simulation, to households: Int, days: Int) async {
    let report = PostReport(
      counts: await simulation.office.counts,
      householdYears: Double(households * days) / Self.daysAYear)
    print("\n" + report.table)
  }

  private static let daysAYear = 365.25

  /// Plays; what was published is recorded however it ends, so that a failure can be played again.
  private func play(
    _ world: inout some Scenery, on simulation: Simulation, from first: Day, through last: Day
  ) async throws -> Player {
    let today = try simulation.clock.read()
    guard today <= first else {
      throw ValidationError("the services are at \(today): give a later --start")
    }
    var player = simulation.player
    player.keepsRecord = record != nil
    let progress = ProgressBar(first: first, last: last)
    defer { progress.end() }
    do {
      try await simulation.whileReading {
        try await player.play(&world, from: first, through: last) { day, events in
          await progress.show(day, events: events, messages: simulation.office.messages)
        }
      }
    } catch {
      if let record { try PublicationRecord.write(player.published, to: record) }
      throw error
    }
    if let record { try PublicationRecord.write(player.published, to: record) }
    return player
  }
}

/// Publishes a record a second time.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Publishes everything of a record again, as the same partners, on today's clock.")
  /// How many events are published before the next are.
  static let portion = 500
  @Argument(help: "The file that `amont-simulator play --record` wrote.") var file: String

  func run() async throws {
    let publications = try PublicationRecord.read(file)
    let simulation = try await Simulation.open()
    var player = simulation.player
    let today = try player.clock.read()
    try await simulation.whileReading {
      for start in stride(from: 0, to: publications.count, by: Self.portion) {
        let end = min(start + Self.portion, publications.count)
        try await player.publish(Array(publications[start..<end]))
        _ = try await player.settle(on: today)
      }
    }
    print("replayed: \(publications.count) events")
    for (verdict, count) in await simulation.office.verdicts.sorted(by: { $0.key < $1.key }) {
      print("  receipts \(verdict): \(count)")
    }
    await simulation.close()
  }
}

/// Shows or sets the simulated business day.
struct ClockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "Shows the simulated business day, or sets a later one.")
  @Argument(help: "The day to set, YYYY-MM-DD; the services ignore a day before theirs.")
  var day: String?

  func run() async throws {
    let clock = try Simulation.clock()
    guard let day else { return print(try clock.read()) }
    guard let wanted = Day(day) else { throw ValidationError("expected YYYY-MM-DD") }
    try clock.write(wanted)
  }
}
