import Contracts
import Logging
import PostgreSQL
import Sealing
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// A key that was changed on the disk, or did not come back with a backup, costs its own household
/// and nobody else: on a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct UnreadableKeyTests {
  private static let today = Day(ordinal: 30)
  private static let other = HouseholdID(high: 1, low: 2)
  private static let words = "Ménard, 12 rue Haute"

  enum Harm: CaseIterable { case changed, gone }

  private static func act(
    _ name: String, _ day: Int, rank: Int? = nil, household: HouseholdID? = Sample.household,
    source: String = "amont/intake"
  ) -> Message {
    Message(
      id: "\(name)-\(day)-\(household?.low ?? 0)", source: source, type: name,
      household: household, sequence: rank, occurredOn: Day(ordinal: day),
      chain: CausalPosition(act: name, on: Day(ordinal: day), id: name), data: Array(words.utf8))
  }

  /// Two dossiers, each with a notice whose delay runs.
  private func withRunner(
    _ body: (BatchRunner<DiaryKeeper>) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let runner = BatchRunner(
      service: DiaryKeeper(), connection: try await PostgresConnection.connect(database),
      masters: .tests, limits: Limits(), instance: "test",
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    _ = try await runner.apply(
      [Self.act("notice", 9, rank: 1), Self.act("notice", 9, rank: 1, household: Self.other)],
      on: Self.today, confirmed: [])
    try await body(runner)
    await runner.connection.close()
  }

  private func harm(
    _ harm: Harm, _ runner: BatchRunner<DiaryKeeper>, of household: HouseholdID = Sample.household
  ) async throws {
    switch harm {
    case .changed:
      _ = try await runner.connection.query(
        """
        UPDATE household_key SET wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))
        WHERE household = \(household)
        """)
    case .gone:
      _ = try await runner.connection.query(
        "DELETE FROM household_key WHERE household = \(household)")
    }
  }

  /// What stands in quarantine, opened as a release opens it.
  private func aside(
    _ runner: BatchRunner<DiaryKeeper>
  ) async throws -> [(household: HouseholdID?, said: String)] {
    let rows = try await runner.opened(
      runner.connection.query(
        """
        SELECT id, source, message_id, type, household, occurred_on, correlation, causation, sender,
          defect, root, path, body, identity, origin FROM quarantine ORDER BY id
        """))
    return try rows.map {
      let message = try Quarantine.message(from: $0)
      return (message.household, String(decoding: message.data, as: UTF8.self))
    }
  }

  private func hasKey(
    _ runner: BatchRunner<DiaryKeeper>, of household: HouseholdID = Sample.household
  ) async throws -> Bool {
    try await runner.connection.number(
      "SELECT count(*) AS n FROM household_key WHERE household = \(household)") > 0
  }

  @Test func aMessageOfAChangedKeyIsSetAsideWholeAndNoOtherWaits() async throws {
    try await withRunner { runner in
      try await harm(.changed, runner)
      var work = BatchWork([
        Self.act("pay", 12, rank: 2), Self.act("pay", 12, rank: 2, household: Self.other),
      ])
      try await runner.apply(&work, on: Self.today)
      #expect(work.settled.count == 2)
      let aside = try await aside(runner)
      #expect(aside.map(\.household) == [Sample.household])
      #expect(aside.map(\.said) == [Self.words])
      let applied = try await runner.connection.query(
        "SELECT household FROM inbox WHERE type = 'pay' AND outcome = 'applied'")
      #expect(try applied.map { try $0.uuid("household") } == [Self.other])
    }
  }

  /// An operator mended the row of the key, and released what was set aside meanwhile.
  @Test func whatWasSetAsideIsDecidedAndDecidedAgainOnceTheKeyIsBack() async throws {
    try await withRunner { runner in
      try await harm(.changed, runner)
      var work = BatchWork([Self.act("pay", 12, rank: 2)])
      try await runner.apply(&work, on: Self.today)
      try await harm(.changed, runner)
      _ = try await runner.connection.query("UPDATE quarantine SET state = 'released'")
      #expect(try await runner.takeReleased(on: Self.today).taken == 1)
      // Out of turn: all that was applied is read again.
      work = BatchWork([Self.act("summons", 10, rank: 3)])
      try await runner.apply(&work, on: Self.today)
      let states = try await runner.connection.query("SELECT state FROM quarantine")
      #expect(try states.map { try $0.text("state") } == ["resolved"])
      let told = try await runner.connection.query(
        "SELECT type FROM outbox WHERE NOT recalled AND type <> \(Recall.type) ORDER BY type")
      #expect(try told.map { try $0.text("type") } == ["paid", "summoned"])
    }
  }

  @Test func aMessageWithoutADossierIsSetAsideThoughAKeyOfItsNameWasChanged() async throws {
    try await withRunner { runner in
      let message = Self.act("ask", 12, household: nil, source: "partner/a")
      _ = try await runner.apply([message], on: Self.today, confirmed: [])
      #expect(try await aside(runner).map(\.said) == [Self.words])
      try await harm(.changed, runner, of: message.keySubject)
      _ = try await runner.connection.query("UPDATE quarantine SET state = 'released'")
      #expect(try await runner.takeReleased(on: Self.today).taken == 0)
      let rows = try await runner.connection.query("SELECT state FROM quarantine")
      #expect(try rows.map { try $0.text("state") } == ["waiting"])
    }
  }

  /// In turn, so that nothing that is sealed is read before.
  @Test func whereAKeyIsGoneNoneIsMadeInItsPlace() async throws {
    try await withRunner { runner in
      try await harm(.gone, runner)
      let error = await #expect(throws: PostgresError.self) {
        var work = BatchWork([Self.act("pay", 12, rank: 2)])
        try await runner.apply(&work, on: Self.today)
      }
      #expect(error?.code == .keyMissing)
      #expect(error?.mayBeOfFewRows == true)
      await runner.connection.rollback()
      #expect(try await hasKey(runner) == false)
      // Others were applied meanwhile, and it goes to quarantine.
      var work = BatchWork(
        [Self.act("pay", 12, rank: 2)], held: [0: Limits().roundsAlone - 1])
      work.othersApplied(1)
      let isNews = work.isolate("base: keyMissing", limits: Limits())
      #expect(isNews)
      try await runner.apply(&work, on: Self.today)
      #expect(try await aside(runner).map(\.said) == [Self.words])
      #expect(try await hasKey(runner) == false, "the dump of the keys can still be restored")
    }
  }

  @Test(arguments: Harm.allCases)
  func theEndsOfOtherDelaysDoNotWait(_ harm: Harm) async throws {
    try await withRunner { runner in
      try await self.harm(harm, runner)
      let firing = try await runner.fireDeadlines(on: Self.today)
      #expect(firing.fired + firing.stuck == 2)
      let told = try await runner.connection.query("SELECT household, type FROM outbox")
      #expect(try told.map { try $0.uuid("household") } == [Self.other])
      // Alone it ends no turn either: released messages come behind it.
      _ = try await runner.fireDeadlines(on: Self.today)
      switch harm {
      case .changed:
        #expect(try await aside(runner).map(\.household) == [Sample.household])
        #expect(try await runner.connection.number("SELECT count(*) AS n FROM deadline") == 0)
      case .gone:
        #expect(try await aside(runner).isEmpty)
        #expect(try await runner.connection.number("SELECT count(*) AS n FROM deadline") == 1)
      }
    }
  }

  @Test(arguments: Harm.allCases)
  func aReleasedMessageThatCannotBeReadHoldsNoOtherBack(_ harm: Harm) async throws {
    try await withRunner { runner in
      _ = try await runner.connection.query("DELETE FROM deadline")
      for household in [Sample.household, Self.other] {
        _ = try await runner.apply(
          [Self.act("pay", 12, rank: 2, household: household)], on: Self.today, confirmed: [])
        _ = try await runner.apply(
          [Self.act("protest", 13, rank: 3, household: household)], on: Self.today, confirmed: [])
      }
      // An older release stored it as it came: it looks sealed, and is not.
      _ = try await runner.connection.query(
        """
        INSERT INTO quarantine (source, message_id, type, household, occurred_on, correlation, body,
          reason, history, identity)
        VALUES ('partner/a', 'q', 'note', \(Self.other), \(Self.today), 'c',
          \([0xfe, 0x01] + [UInt8](repeating: 7, count: 60)), 'r', 'h', 'q')
        """)
      try await self.harm(harm, runner)
      _ = try await runner.connection.query("UPDATE quarantine SET state = 'released'")
      _ = try await runner.takeReleased(on: Self.today)
      let rows = try await runner.connection.query(
        "SELECT message_id, state, history FROM quarantine ORDER BY id")
      #expect(try rows.map { try $0.text("state") } == ["waiting", "waiting", "waiting"])
      #expect(
        try rows.map { try $0.text("history").contains("illisible") } == [true, false, true])
    }
  }
}
