import AMQP
import ArgumentParser
import Contracts
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
      """)
  @Option(help: "Households to play.") var households = 200
  @Option(help: "The same seed plays the same year.") var seed: UInt64 = 93
  @Option(help: "Days to play.") var days = 600
  @Option(help: "The first day.") var start = "2017-09-01"
  @Option(help: "Days over which the first signals are spread.") var period = 180
  @Option(help: "Write everything published into this file, for `amontctl replay`.")
  var record: String?

  func run() async throws {
    guard let first = Day(start), days > 0, households > 0 else {
      throw ValidationError("--start wants a date, --days and --households more than 0")
    }
    let stage = try await Stage.open()
    let today = try stage.clock.read()
    guard today <= first else {
      throw ValidationError("the services are at \(today): give a later --start")
    }
    var world = World(
      households: households, seed: seed, communes: stage.communes, start: first, period: period)
    var player = stage.player
    try await play(&world, by: &player, on: stage, from: first)
    let isInOrder = try await stage.report(published: player.published.count)
    await stage.close()
    if !isInOrder { throw ExitCode.failure }
  }

  /// Plays; what was published is recorded however it ends, so that a failure can be played again.
  private func play(
    _ world: inout World, by player: inout Player, on stage: Stage, from first: Day
  ) async throws {
    let last = first.adding(days: days)
    let progress = ProgressBar(first: first, last: last)
    defer { progress.end() }
    do {
      try await stage.whileReading {
        try await player.play(&world, from: first, through: last) { day, events in
          await progress.show(day, events: events, messages: stage.office.messages)
        }
      }
    } catch {
      if let record { try PublicationRecord.write(player.published, to: record) }
      throw error
    }
    if let record { try PublicationRecord.write(player.published, to: record) }
  }
}

/// Publishes a record a second time.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Publishes everything of a record again, as the same partners, on today's clock.")
  /// How many events are published before the next are.
  static let portion = 500
  @Argument(help: "The file that `amontctl play --record` wrote.") var file: String

  func run() async throws {
    let publications = try PublicationRecord.read(file)
    let stage = try await Stage.open()
    var player = stage.player
    let today = try player.clock.read()
    try await stage.whileReading {
      for start in stride(from: 0, to: publications.count, by: Self.portion) {
        let end = min(start + Self.portion, publications.count)
        try await player.publish(Array(publications[start..<end]))
        _ = try await player.settle(on: today)
      }
    }
    print("replayed: \(publications.count) events")
    for (verdict, count) in await stage.office.verdicts.sorted(by: { $0.key < $1.key }) {
      print("  receipts \(verdict): \(count)")
    }
    await stage.close()
  }
}

/// Shows or sets the simulated business day.
struct ClockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clock", abstract: "Shows the simulated business day, or sets a later one.")
  @Argument(help: "The day to set, YYYY-MM-DD; the services ignore a day before theirs.")
  var day: String?

  func run() async throws {
    let clock = try Stage.clock()
    guard let day else { return print(try clock.read()) }
    guard let wanted = Day(day) else { throw ValidationError("expected YYYY-MM-DD") }
    try clock.write(wanted)
  }
}
