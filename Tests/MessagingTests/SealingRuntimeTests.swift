import Contracts
import Logging
import PostgreSQL
import Sealing
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// What messages say stands in no table in plain, and destroying a household's key ends all that can
/// be read of it: on a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct SealingRuntimeTests {
  private static let words = "Ménard, 12 rue Haute"
  private static let other = HouseholdID(high: 1, low: 2)

  private func withRunner(
    _ body: (BatchRunner<DiaryKeeper>, PostgresConfiguration) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let runner = try await Self.runner(on: database)
    try await body(runner, database)
    await runner.connection.close()
  }

  private static func runner(
    on database: PostgresConfiguration, masters: MasterKeys = .tests
  ) async throws -> BatchRunner<DiaryKeeper> {
    BatchRunner(
      service: DiaryKeeper(), connection: try await PostgresConnection.connect(database),
      masters: masters, limits: Limits(), instance: "test",
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  private static func act(
    _ name: String, _ day: Int, rank: Int? = nil, household: HouseholdID? = Sample.household
  ) -> Message {
    Message(
      id: "\(name)-\(day)-\(household?.low ?? 0)", source: "amont/intake", type: name,
      household: household, sequence: rank, occurredOn: Day(ordinal: day),
      chain: CausalPosition(act: name, on: Day(ordinal: day), id: name), data: Array(words.utf8))
  }

  private static let today = Day(ordinal: 30)

  private func number(_ runner: BatchRunner<DiaryKeeper>, _ query: Query) async throws -> Int {
    try await runner.connection.number(query)
  }

  /// Columns of any table that hold this text, in any row.
  private func places(
    of text: String, in runner: BatchRunner<DiaryKeeper>
  ) async throws -> [String] {
    let tables = try await runner.connection.query(
      "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    var places: [String] = []
    for table in try tables.map({ try $0.text("name") }) {
      let hexadecimal = Array(text.utf8).map { format2($0) }.joined()
      let found = try await runner.connection.query(
        """
        SELECT count(*) AS n FROM \(identifier: table) AS t
        WHERE position(\(text) IN t::text) > 0 OR position(\(hexadecimal) IN t::text) > 0
        """)
      if try found[0].int("n") > 0 { places.append(table) }
    }
    return places
  }

  private func format2(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  @Test func nothingThatMessagesSayStandsInPlain() async throws {
    try await withRunner { runner, _ in
      // One applied, one that waits, one in quarantine with a dossier and one without.
      _ = try await runner.apply(
        [
          Self.act("notice", 2, rank: 1), Self.act("pay", 3, rank: 3),
          Self.act("protest", 4, household: Self.other),
          Self.act("notice", 5, household: nil),
        ], on: Self.today, confirmed: [])
      #expect(try await number(runner, "SELECT count(*) AS n FROM parked") == 1)
      #expect(try await number(runner, "SELECT count(*) AS n FROM quarantine") == 2)
      #expect(try await places(of: Self.words, in: runner) == [])
      #expect(try await places(of: "notice-2", in: runner) != [], "the search finds what is there")
      let bodies = try await runner.connection.opened(
        "inbox", "SELECT household, body FROM inbox WHERE body IS NOT NULL")
      #expect(try bodies.map { try $0.text("body") } == [Self.words, Self.words])
      let aside = try await runner.connection.opened(
        "quarantine", "SELECT household, body FROM quarantine")
      #expect(try aside.map { try $0.text("body") } == [Self.words, Self.words])
      // One key for each dossier, one for what has none.
      #expect(try await number(runner, "SELECT count(*) AS n FROM household_key") == 3)
    }
  }

  @Test func whatIsSealedIsDecidedAgain() async throws {
    try await withRunner { runner, _ in
      _ = try await runner.apply([Self.act("summons", 9)], on: Self.today, confirmed: [])
      _ = try await runner.apply([Self.act("notice", 2)], on: Self.today, confirmed: [])
      let told = try await runner.connection.opened(
        "outbox", "SELECT household, type, body FROM outbox WHERE NOT recalled ORDER BY id")
      #expect(
        try told.map { try $0.text("type") }.filter { $0.hasPrefix("summoned") }
          == ["summoned"])
    }
  }

  /// Nobody held the lock as the other instance made the key.
  @Test func ofTwoKeysOfOneHouseholdTheStoredOneServes() async throws {
    try await withRunner { runner, database in
      let rival = try await PostgresConnection.connect(database)
      var keys = HouseholdKeys()
      keys.looked(for: [Sample.household])
      let made = try #require(try keys.make(for: [Sample.household], by: .tests))
      let opened = try await runner.open(
        locks: [Sample.household.description], [], [Self.act("notice", 2)])
      _ = try await rival.query(made)
      var decider = runner.decider(opened, today: Self.today)
      decider.decide(Inbox.entries(of: [Self.act("notice", 2)]))
      let lost = await #expect(throws: PostgresError.self) {
        try await runner.commit(decider, keys: opened.keys, confirmed: [])
      }
      #expect(lost.map(Remedy.init) == .retry)
      await runner.connection.rollback()
      _ = try await runner.apply([Self.act("notice", 2)], on: Self.today, confirmed: [])
      let bodies = try await runner.connection.opened(
        "inbox", "SELECT household, body FROM inbox")
      #expect(try bodies.map { try $0.text("body") } == [Self.words])
      #expect(try await number(runner, "SELECT count(*) AS n FROM household_key") == 1)
      await rival.close()
    }
  }

  @Test func twoInstancesMakeOneKey() async throws {
    try await withRunner { _, database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for instance in 0..<4 {
          group.addTask {
            let runner = try await Self.runner(on: database)
            for day in 0..<8 {
              let household = HouseholdID(high: 7, low: UInt64(day))
              var work = BatchWork([
                Self.act("notice", 10 * instance + day, household: household)
              ])
              try await runner.apply(&work, on: Self.today)
            }
            await runner.connection.close()
          }
        }
        try await group.waitForAll()
      }
      let connection = try await PostgresConnection.connect(database)
      #expect(try await connection.number("SELECT count(*) AS n FROM household_key") == 8)
      let bodies = try await connection.opened("inbox", "SELECT household, body FROM inbox")
      #expect(try bodies.map { try $0.text("body") } == Array(repeating: Self.words, count: 32))
      await connection.close()
    }
  }

  private func erase(_ runner: BatchRunner<DiaryKeeper>) async throws {
    _ = try await runner.connection.query(
      """
      UPDATE household_key SET wrapped = NULL, master = NULL, erased_on = \(Self.today)
      WHERE household = \(Sample.household)
      """)
  }

  @Test func whatIsHeardOfAnErasedDossierHasNoEffect() async throws {
    try await withRunner { runner, _ in
      _ = try await runner.apply([Self.act("notice", 25)], on: Self.today, confirmed: [])
      try await erase(runner)
      var work = BatchWork([
        // In its turn, before what was applied, and an end of a delay.
        Self.act("pay", 27), Self.act("summons", 2), Self.act("ask", 28, household: Self.other),
      ])
      try await runner.apply(&work, on: Self.today)
      #expect(work.settled.count == 3)
      let firing = try await runner.fireDeadlines(on: Self.today.adding(days: 100))
      #expect((firing.fired, firing.stuck) == (1, 0))
      #expect(try await number(runner, "SELECT count(*) AS n FROM quarantine") == 0)
      let sent = try await runner.connection.query("SELECT type FROM outbox ORDER BY id")
      #expect(try sent.map { try $0.text("type") } == ["asked"])
      #expect(
        try await runner.connection.counted("applied")
          == number(runner, "SELECT count(*) AS n FROM inbox WHERE outcome = 'applied'"))
      let keys = try await runner.connection.query(
        "SELECT wrapped IS NULL AS gone FROM household_key WHERE household = \(Sample.household)")
      #expect(try keys.map { try $0.bool("gone") } == [true], "no key is made again")
      #expect(
        try await number(
          runner,
          "SELECT count(*) AS n FROM inbox WHERE household = \(Sample.household) AND body IS NOT NULL"
        )
          == 1)
    }
  }

  /// A backup was restored without its keys: nothing is decided as if nothing were known.
  @Test func withoutItsKeysNothingGoesOn() async throws {
    try await withRunner { runner, _ in
      _ = try await runner.apply([Self.act("summons", 9)], on: Self.today, confirmed: [])
      _ = try await runner.connection.query("DELETE FROM household_key")
      let error = await #expect(throws: PostgresError.self) {
        var work = BatchWork([Self.act("notice", 2)])
        try await runner.apply(&work, on: Self.today)
      }
      #expect(error?.code == .keyMissing && error?.remedy == .wait)
      #expect(error?.message?.contains("restore") == true)
      await runner.connection.rollback()
      #expect(try await number(runner, "SELECT count(*) AS n FROM household_key") == 0)
    }
  }

  @Test func withoutTheMasterKeyOfItsKeysNothingGoesOn() async throws {
    try await withRunner { runner, database in
      _ = try await runner.apply([Self.act("notice", 2)], on: Self.today, confirmed: [])
      let masters = try MasterKeys(parsing: "2 " + String(repeating: "0b", count: 32))
      let stranger = try await Self.runner(on: database, masters: masters)
      let error = await #expect(throws: SealingError.self) {
        var work = BatchWork([Self.act("pay", 3)])
        try await stranger.apply(&work, on: Self.today)
      }
      #expect(error.map(Remedy.init) == .wait)
      await stranger.connection.close()
    }
  }

  // MARK: - What was changed on the disk

  private func spoil(_ table: String, _ runner: BatchRunner<DiaryKeeper>) async throws {
    _ = try await runner.connection.query(
      """
      UPDATE \(identifier: table) SET body = set_byte(body, length(body) - 1,
        255 - get_byte(body, length(body) - 1)) WHERE body IS NOT NULL
      """)
  }

  @Test func aJournalThatWasChangedPutsAsideWhatNeedsIt() async throws {
    try await withRunner { runner, _ in
      _ = try await runner.apply([Self.act("summons", 9)], on: Self.today, confirmed: [])
      try await spoil("inbox", runner)
      var work = BatchWork([
        Self.act("notice", 2), Self.act("notice", 2, household: Self.other),
      ])
      try await runner.apply(&work, on: Self.today)
      let rows = try await runner.connection.query("SELECT household, reason FROM quarantine")
      #expect(try rows.map { try $0.uuid("household") } == [Sample.household])
      #expect(try rows.first?.text("reason").contains("unexpectedResult body") == true)
    }
  }

  @Test func aReleasedMessageThatWasChangedIsGivenBack() async throws {
    try await withRunner { runner, _ in
      _ = try await runner.apply([Self.act("protest", 4)], on: Self.today, confirmed: [])
      try await spoil("quarantine", runner)
      _ = try await runner.connection.query("UPDATE quarantine SET state = 'released'")
      #expect(try await runner.takeReleased(on: Self.today).taken == 0)
      let rows = try await runner.connection.query("SELECT state, history FROM quarantine")
      #expect(try rows.first?.text("state") == "waiting")
      #expect(try rows.first?.text("history").contains("illisible") == true)
    }
  }

  // MARK: - What an earlier release left

  @Test func whatIsInPlainIsReadAndThenSealed() async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase(
      migrations: Array(RuntimeSchema.migrations.prefix(8)))
    let runner = try await Self.runner(on: database)
    let connection = runner.connection
    for row in 0..<700 {
      let household = HouseholdID(high: 9, low: UInt64(row % 100))
      _ = try await connection.query(
        """
        INSERT INTO inbox (source, id, type, household, outcome, received_on, decided_on, occurred_on,
          root, path, correlation, body)
        VALUES ('amont/intake', \("m\(row)"), 'note', \(household), 'applied', \(Self.today),
          \(Self.today), \(Day(ordinal: 9)), \("\(row)"), '', 'c', \(Array("\(Self.words) \(row)".utf8)))
        """)
      _ = try await connection.query(
        """
        INSERT INTO outbox (id, message_id, exchange, routing_key, type, household, occurred_on,
          correlation, causation, body)
        VALUES (\(row), \("o\(row)"), 'amont.partners', 'user.a', 'note',
          \(row % 7 == 0 ? nil : household), \(Self.today), 'c', 'c', \("\(Self.words) \(row)"))
        """)
    }
    _ = try await connection.query(
      """
      INSERT INTO quarantine (source, message_id, type, occurred_on, correlation, body, reason, history,
        identity)
      VALUES ('partner/a', 'q', 'note', \(Self.today), 'c', \(Array(Self.words.utf8)), 'r', 'h', 'q')
      """)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    let plain = try await connection.opened(
      "outbox", "SELECT household, body FROM outbox ORDER BY id")
    #expect(try plain.first?.text("body") == Self.words + " 0")
    let step = SealStep(connection: connection, masters: .tests)
    #expect(try await step.seal(RuntimeSchema.sealed) == 1_401)
    #expect(try await places(of: Self.words, in: runner) == [])
    #expect(try await step.seal(RuntimeSchema.sealed) == 0)
    for table in ["inbox", "outbox"] {
      let rows = try await connection.opened(
        table, "SELECT household, body FROM \(identifier: table)")
      #expect(
        Set(try rows.map { try $0.text("body") }) == Set((0..<700).map { "\(Self.words) \($0)" }))
    }
    let aside = try await connection.opened("quarantine", "SELECT household, body FROM quarantine")
    #expect(try aside.map { try $0.text("body") } == [Self.words])
    // Its key is the one that an erasure looks for once it was released and accepted.
    let own = Message.keySubject(source: "partner/a", identity: "q")
    #expect(
      try await connection.number(
        "SELECT count(*) AS n FROM household_key WHERE household = \(own)") == 1)
    await connection.close()
  }

  /// What seals is told to wait, as every batch is: dossiers first, then their rows.
  @Test func sealingAndABatchTakeTheirLocksInOneOrder() async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase(
      migrations: Array(RuntimeSchema.migrations.prefix(8)))
    let connection = try await PostgresConnection.connect(database)
    _ = try await connection.query(
      """
      INSERT INTO quarantine (source, message_id, type, household, occurred_on, correlation, body,
        reason, history, identity) VALUES ('amont/intake', 'q', 'note', \(Sample.household),
        \(Self.today), 'c', \(Array(Self.words.utf8)), 'r', 'h', 'q')
      """)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    let batch = try await PostgresConnection.connect(database)
    let observer = try await PostgresConnection.connect(database)
    try await batch.run(script: "BEGIN")
    _ = try await batch.query(Inbox.lock([Sample.household.description]))
    async let sealed = SealStep(connection: connection, masters: .tests).seal(RuntimeSchema.sealed)
    while try await observer.number(
      """
      SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """) == 0
    { try Task.checkCancellation() }
    _ = try await batch.query("UPDATE quarantine SET history = 'h2'")
    try await batch.run(script: "COMMIT")
    #expect(try await sealed == 1)
    for used in [connection, batch, observer] { await used.close() }
  }
}
