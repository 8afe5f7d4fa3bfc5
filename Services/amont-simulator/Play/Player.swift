import Contracts
import OperatorReading
import Vocabulary

/// Plays a département, day by day, through the real services: writes the clock, publishes as the
/// partners do, waits until nothing is under way, and lets the partners read their post.
struct Player {
  /// How long one day may take before the play gives up, in seconds.
  static let secondsADay = 300
  /// Between two looks at the databases, at first.
  static let pause = Duration.milliseconds(4)
  /// A day that lasts is looked at less often: each look costs every database a little. In
  /// hundredths of the time that it has lasted, and at most.
  static let shareOfPause = 10
  static let longestPause = Duration.milliseconds(60)
  /// How often partners may answer each other within one day.
  static let roundsADay = 20

  let databases: ServiceDatabases
  let accounts: PartnerAccounts
  let office: PostOffice
  let clock: ClockFile
  /// Whether what was published is kept, to be published again later.
  var keepsRecord = false
  private(set) var published: [Publication] = []
  /// How many events were published.
  private(set) var count = 0

  init(databases: ServiceDatabases, accounts: PartnerAccounts, office: PostOffice, clock: ClockFile)
  {
    self.databases = databases
    self.accounts = accounts
    self.office = office
    self.clock = clock
  }

  /// Plays until a day, telling of each day played.
  ///
  /// - Throws: `OperatorError` when a day does not come to rest; what broker or database refuse.
  mutating func play(
    _ world: inout some Scenery, from first: Day, through last: Day,
    progress: (Day, Int) async -> Void
  ) async throws {
    var day: Day? = first
    while let today = day, today <= last {
      try clock.write(today)
      let snapshot = try await play(&world, on: today)
      await progress(today, count)
      day = [world.nextDay, snapshot.nextDeadline].compactMap { $0 }.min().map {
        max($0, today.adding(days: 1))
      }
    }
    try clock.write(last)
    _ = try await settle(on: last)
  }

  private mutating func play(_ world: inout some Scenery, on today: Day) async throws -> Snapshot {
    for _ in 0..<Self.roundsADay {
      try await publish(world.take(today))
      let snapshot = try await settle(on: today)
      await handOver(to: &world, on: today)
      if (world.nextDay ?? .init(ordinal: .max)) > today { return snapshot }
    }
    throw OperatorError("the partners do not stop answering each other on \(today)")
  }

  /// Publishes events wave by wave: what one household's partners write one after the other on the
  /// same day reaches the queue in that order, whoever writes it.
  private mutating func publish(_ events: [World.Planned]) async throws {
    for (_, wave) in Dictionary(grouping: events, by: \.wave).sorted(by: { $0.key < $1.key }) {
      var publications: [Publication] = []
      var wrong: Set<String> = []
      for event in wave {
        let one = try Publication(event, by: accounts.account(of: event.sender))
        publications += Array(repeating: one, count: event.times)
        if event.mistake != nil { wrong.insert(one.key) }
      }
      try await publish(publications, wrong: wrong)
    }
  }

  /// Publishes and keeps what was published; the keys of `wrong` are refused on purpose.
  mutating func publish(_ publications: [Publication], wrong: Set<String> = []) async throws {
    guard !publications.isEmpty else { return }
    await office.expect(publications, wrong: wrong)
    try await accounts.publish(publications)
    count += publications.count
    if keepsRecord { published += publications }
  }

  /// Waits until nothing is under way: two looks in a row that agree and find nothing. Counters
  /// only grow, so at the moment between the two nothing moved.
  func settle(on day: Day) async throws -> Snapshot {
    let clock = ContinuousClock()
    let begun = clock.now
    var last: Snapshot?
    while true {
      if let failure = await office.failure { throw failure }
      let isLate = clock.now - begun > .seconds(Self.secondsADay)
      // While a receipt is missing the databases need not be asked, save for what to complain of.
      if await office.unanswered == 0 || isLate {
        let snapshot = try await databases.snapshot(on: day)
        let reasons = snapshot.reasons(
          received: await office.messages, unanswered: await office.unanswered)
        if reasons.isEmpty, snapshot == last { return snapshot }
        if isLate {
          throw OperatorError(
            "\(day) does not come to rest: " + reasons.prefix(8).joined(separator: "; "))
        }
        last = reasons.isEmpty ? snapshot : nil
      }
      if last == nil { try await Task.sleep(for: pause(since: begun), clock: .continuous) }
    }
  }

  private func pause(since begun: ContinuousClock.Instant) -> Duration {
    let share = (ContinuousClock.now - begun) * Self.shareOfPause / 100
    return min(max(share, Self.pause), Self.longestPause)
  }

  private func handOver(to world: inout some Scenery, on day: Day) async {
    let post = await office.handOver()
    for (event, dossier) in post.receipts {
      if let household = World.household(ofEvent: event) { world.learn(dossier, of: household) }
    }
    world.receive(
      post.notices.compactMap { reader, notice in
        world.household(of: notice.dossier).map {
          World.Received(household: $0, reader: reader, notice: notice)
        }
      }, on: day)
  }
}
