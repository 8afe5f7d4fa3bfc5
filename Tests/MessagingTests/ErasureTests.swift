import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// Destroying the key of a household leaves nothing to act on and nothing to read, and everybody
/// else as before: on a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct ErasureTests {
  private static let today = Day(ordinal: 30)
  private static let other = HouseholdID(high: 1, low: 2)

  private static func act(
    _ name: String, _ day: Int, rank: Int? = nil, household: HouseholdID = Sample.household
  ) -> Message {
    Message(
      id: "\(name)-\(day)-\(household.low)", source: "amont/intake", type: name,
      household: household, sequence: rank, occurredOn: Day(ordinal: day),
      chain: CausalPosition(act: name, on: Day(ordinal: day), id: name),
      data: Array("Ménard".utf8))
  }

  private func withRunner(
    _ body: (BatchRunner<DiaryKeeper>, PostgresConnection) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let runner = BatchRunner(
      service: DiaryKeeper(), connection: try await PostgresConnection.connect(database),
      masters: .tests, limits: Limits(), instance: "test",
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let operatorsOwn = try await PostgresConnection.connect(database)
    // For each: one applied, a deadline armed, one that waits, one in quarantine, one sent.
    for household in [Sample.household, Self.other] {
      _ = try await runner.apply(
        [
          Self.act("notice", 25, rank: 1, household: household),
          Self.act("pay", 26, rank: 3, household: household),
          Self.act("ask", 27, household: household),
          Message(
            id: "recall-\(household.low)", source: "amont/intake", type: Recall.type,
            household: household, occurredOn: Self.today, data: Array("{}".utf8)),
        ], on: Self.today, confirmed: [])
    }
    try await body(runner, operatorsOwn)
    await runner.connection.close()
    await operatorsOwn.close()
  }

  private func erase(_ connection: PostgresConnection) async throws -> Erasure {
    try await Erasure.destroy([Sample.household], on: Self.today, in: connection, of: .rehousing)
  }

  private func expectBalance(_ connection: PostgresConnection) async throws {
    for outcome in ["applied", "parked", "quarantined"] {
      #expect(
        try await connection.counted(outcome)
          == connection.number("SELECT count(*) AS n FROM inbox WHERE outcome = \(outcome)"),
        "\(outcome)")
    }
  }

  @Test("Whoever asks about what was erased is answered, also after a crash")
  func anAnswerAboutWhatWasErasedIsRead() async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let connection = try await PostgresConnection.connect(database)
    let runner = BatchRunner(
      service: TellingParticipant { _ in [.user("caf")] },
      connection: try await PostgresConnection.connect(database), masters: .tests,
      limits: Limits(), instance: "test",
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    let events = ["once", "again"].map {
      Message(
        id: $0, source: "partner/caf", type: "asked", occurredOn: Self.today,
        data: Array("Ménard".utf8))
    }
    _ = try await Erasure.destroy(
      [events[1].keySubject], on: Self.today, in: connection, of: .rehousing)
    for event in events { _ = try await runner.apply([event], on: Self.today, confirmed: []) }
    // Each answer is sealed by a key that is there: the relay can read it.
    #expect(
      try await connection.number(
        """
        SELECT count(*) AS n FROM outbox AS o JOIN household_key AS k ON wrapped IS NOT NULL
          AND k.household = encode(substring(o.body FROM 3 FOR 16), 'hex')::uuid
        """) == 2)
    await runner.connection.close()
    await connection.close()
  }

  @Test("What is set aside and belongs to no dossier is read by nobody any more; a dossier's is")
  func whatIsDiscarded() async throws {
    try await withRunner { runner, connection in
      _ = try await runner.apply(
        [
          Message(
            id: "nobodys", source: "amont/intake", type: "notice", occurredOn: Self.today,
            chain: CausalPosition(act: "notice", on: Self.today, id: "nobodys"),
            data: Array("Ménard".utf8))
        ], on: Self.today, confirmed: [])
      let rows = try await connection.query("SELECT id, household FROM quarantine ORDER BY id")
      #expect(rows.count == 3)
      func discard(_ id: Int) async throws -> Bool {
        try await Erasure.discard(
          id, noting: "Camille Martin : discarded", on: Self.today, in: connection, of: .rehousing)
      }
      let before = try await connection.number(
        "SELECT count(*) AS n FROM household_key WHERE wrapped IS NOT NULL")
      for row in rows {
        let id = try row.int("id")
        let isNobodys = try row.uuidIfPresent("household") == nil
        let keys = try await connection.number(
          "SELECT count(*) AS n FROM household_key WHERE wrapped IS NOT NULL")
        #expect(try await discard(id))
        let left = try await connection.number(
          "SELECT count(*) AS n FROM household_key WHERE wrapped IS NOT NULL")
        #expect(left == keys - (isNobodys ? 1 : 0))
        // Again: it finishes, and says nothing twice.
        #expect(try await discard(id))
        let history = try await connection.query(
          "SELECT history, state FROM quarantine WHERE id = \(id)")
        #expect(try history[0].text("state") == "discarded")
        #expect(try history[0].text("history").split(separator: "Camille Martin").count <= 2)
      }
      #expect(try await !discard(1_000_000))
      #expect(before == 3)
      try await expectBalance(connection)
    }
  }

  @Test func nothingIsLeftToActOnAndTheLedgerBalances() async throws {
    try await withRunner { runner, connection in
      let erasure = try await erase(connection)
      #expect(erasure.keys == 1)
      #expect(
        erasure.unreadable == ["inbox.body": 3, "outbox.body": 1, "quarantine.body": 1])
      for (table, left) in [("deadline", 1), ("parked", 1)] {
        let rows = try await connection.query("SELECT household FROM \(identifier: table)")
        #expect(rows.count == left, "\(table)")
        #expect(try rows.first?.uuid("household") == Self.other, "\(table)")
      }
      let waiting = try await connection.query(
        "SELECT household FROM quarantine WHERE state = 'waiting'")
      #expect(try waiting.map { try $0.uuid("household") } == [Self.other])
      try await expectBalance(connection)
      // What waited would have gone on now.
      _ = try await runner.apply(
        [Self.act("summons", 28, rank: 2)], on: Self.today, confirmed: [])
      try await expectBalance(connection)
      #expect(try await connection.number("SELECT count(*) AS n FROM outbox") == 2)
      let rows = try await connection.opened(
        "inbox", "SELECT household, body FROM inbox WHERE body IS NOT NULL")
      #expect(rows.count == 6)
      for row in rows {
        if try row.uuid("household") == Sample.household {
          #expect(row.isErased("body"))
          #expect(throws: PostgresError.self) { try row.text("body") }
        } else {
          #expect(try row.text("body") == "Ménard")
        }
      }
    }
  }

  @Test func aSecondTimeChangesNothing() async throws {
    try await withRunner { _, connection in
      _ = try await erase(connection)
      let before = try await connection.query("SELECT * FROM household_key ORDER BY household")
        .map { try $0.textIfPresent("erased_on") }
      #expect(try await erase(connection).keys == 0)
      let after = try await connection.query("SELECT * FROM household_key ORDER BY household")
        .map { try $0.textIfPresent("erased_on") }
      #expect(before == after && before.count == 2)
      try await expectBalance(connection)
    }
  }

  /// In a database that has never heard of the dossier, no key is made for it later.
  @Test func aDossierThatIsNotThereYetIsErasedToo() async throws {
    try await withRunner { runner, connection in
      let third = HouseholdID(high: 1, low: 3)
      _ = try await Erasure.destroy([third], on: Self.today, in: connection, of: .rehousing)
      _ = try await runner.apply(
        [Self.act("notice", 2, household: third)], on: Self.today, confirmed: [])
      #expect(
        try await connection.number(
          "SELECT count(*) AS n FROM household_key WHERE household = \(third) AND wrapped IS NULL")
          == 1)
      #expect(
        try await connection.number("SELECT count(*) AS n FROM deadline WHERE household = \(third)")
          == 0)
      try await expectBalance(connection)
    }
  }

  /// A batch that has read the key ends first; one that comes later finds it gone.
  @Test func aBatchUnderWayAndAnErasureFollowEachOther() async throws {
    try await withRunner { runner, connection in
      let opened = try await runner.open(
        locks: [Sample.household.description], [], [Self.act("summons", 28, rank: 2)])
      async let erasure = erase(connection)
      let observer = try await PostgresConnection.connect(
        try #require(Servers.fromEnvironment).postgres)
      while try await observer.number(
        "SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted") == 0
      { try Task.checkCancellation() }
      await observer.close()
      var decider = runner.decider(opened, today: Self.today)
      decider.decide(Inbox.entries(of: [Self.act("summons", 28, rank: 2)]))
      _ = try await runner.commit(decider, keys: opened.keys, confirmed: [])
      #expect(try await erasure.unreadable["inbox.body"] == 4)
      try await expectBalance(connection)
    }
  }

  @Test func messagesUnderWayAreCounted() async throws {
    try await withRunner { _, connection in
      #expect(try await Erasure.underWay(of: [Sample.household], in: connection) == 1)
      _ = try await connection.query("DELETE FROM outbox_pending")
      #expect(try await Erasure.underWay(of: [Sample.household], in: connection) == 0)
    }
  }

  /// What was on its way as the key was destroyed, in whatever order it comes.
  @Test func nothingOfAnErasedDossierWaitsForALowerRank() async throws {
    try await withRunner { runner, connection in
      _ = try await erase(connection)
      for ranks in [[2], [4, 6], [5], [9]] {
        _ = try await runner.apply(
          ranks.map { Self.act("pay", 30 + $0, rank: $0) }, on: Self.today, confirmed: [])
      }
      #expect(
        try await connection.number(
          "SELECT count(*) AS n FROM parked WHERE household = \(Sample.household)") == 0)
      try await expectBalance(connection)
      // The same out of the dead letters.
      var dead = Self.act("pay", 42, rank: 12)
      dead.handover = Handover(
        queue: QueueName.dead("amont.test"), redelivered: true,
        returns: Limits().returnsBeforeQuarantine)
      var work = BatchWork([dead])
      try await runner.apply(&work, on: Self.today)
      #expect(
        try await connection.number(
          "SELECT count(*) AS n FROM parked WHERE household = \(Sample.household)") == 0)
      #expect(
        try await connection.number(
          """
          SELECT count(*) AS n FROM quarantine WHERE household = \(Sample.household)
            AND state = 'waiting'
          """) == 0)
      try await expectBalance(connection)
    }
  }

  /// However long it takes to count what became unreadable, nobody waits for it.
  @Test func whatBecameUnreadableIsCountedOnceTheKeyIsGone() async throws {
    try await withRunner { _, connection in
      let servers = try #require(Servers.fromEnvironment)
      var database = servers.postgres
      database.database = try await connection.query("SELECT current_database()::text AS n")[0]
        .text("n")
      let rival = try await PostgresConnection.connect(database)
      let observer = try await PostgresConnection.connect(database)
      try await rival.run(script: "BEGIN; LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE")
      async let erasure = erase(connection)
      while try await observer.number(
        """
        SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND locktype = 'relation'
          AND relation = 'outbox'::regclass
        """) == 0
      { try Task.checkCancellation() }
      let gone = try await observer.number(
        """
        SELECT count(*) AS n FROM household_key WHERE household = \(Sample.household)
          AND wrapped IS NULL
        """)
      #expect(gone == 1)
      #expect(
        try await observer.number(
          """
          SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          """) == 0)
      try await rival.run(script: "COMMIT")
      #expect(try await erasure.unreadable["outbox.body"] == 1)
      await rival.close()
      await observer.close()
    }
  }

  /// What was set aside while the dossier's key could not be read is sealed by a key of its own.
  @Test func whatWasSetAsideUnderAKeyOfItsOwnIsErasedToo() async throws {
    try await withRunner { runner, connection in
      _ = try await connection.query(
        """
        UPDATE household_key SET wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))
        WHERE household = \(Sample.household)
        """)
      var work = BatchWork([Self.act("notice", 29)])
      try await runner.apply(&work, on: Self.today)
      let erasure = try await erase(connection)
      #expect(erasure.keys == 2 && erasure.unreadable["quarantine.body"] == 2)
    }
  }
}
