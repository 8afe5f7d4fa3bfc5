import Contracts
import Logging
import PostgreSQL
import TestSupport
import Testing
import Vocabulary

@testable import Messaging

/// What ends in quarantine holds nobody up and leaves nobody without an answer, and what the broker
/// hands over again is not taken for a repeat: on a real database, started by `Tests/run`.
@Suite(.enabled(if: Servers.fromEnvironment != nil), .timeLimit(.minutes(10)))
struct QuarantineTests {
  private func withRunner(
    _ body: (BatchRunner<WordKeeper>) async throws -> Void
  ) async throws {
    let database = try await #require(Servers.fromEnvironment).freshDatabase()
    let connection = try await PostgresConnection.connect(database)
    try await connection.run(
      script: "CREATE TABLE word (word text CONSTRAINT no_poison CHECK (word NOT LIKE '%poison%'))")
    try await body(
      BatchRunner(
        service: WordKeeper(), connection: connection, masters: .tests, limits: Limits(),
        instance: "test",
        logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    await connection.close()
  }

  /// What was sent, in order: of which kind, about which message.
  private func answers(_ runner: BatchRunner<WordKeeper>) async throws -> [String] {
    try await runner.connection.query("SELECT type, causation FROM outbox ORDER BY id").map {
      try $0.text("type") + " " + $0.text("causation")
    }
  }

  private func counts(_ runner: BatchRunner<WordKeeper>) async throws -> [String: Int] {
    let rows = try await runner.connection.query(
      "SELECT entry, sum(count)::bigint AS n FROM ledger_counter WHERE count <> 0 GROUP BY entry")
    var counts: [String: Int] = [:]
    for row in rows { counts[try row.text("entry")] = try row.int("n") }
    return counts
  }

  private func handedOver(_ message: Message, returns: Int, dead: Bool = false) -> Message {
    var message = message
    let queue = dead ? QueueName.dead("amont.test") : "amont.test"
    message.handover = Handover(queue: queue, redelivered: returns > 0, returns: returns)
    return message
  }

  enum Way: CaseIterable { case refusedByTheDatabase, refusedByTheService, deliveredTooOften }

  @Test(arguments: Way.allCases)
  func whatEndsInQuarantineIsAnsweredOnceWithAReference(_ way: Way) async throws {
    try await withRunner { runner in
      let message =
        switch way {
        case .refusedByTheDatabase: Sample.message("poison")
        case .refusedByTheService: Sample.message("m", type: "unreadable")
        case .deliveredTooOften: handedOver(Sample.message("m"), returns: 3, dead: true)
        }
      let committed = try await runner.apply(
        [Sample.message("a"), message, Sample.message("b")], on: Sample.day, confirmed: [])
      let expected = ["applied a", "applied b", "quarantined \(message.id)"]
      #expect(try await answers(runner).sorted() == expected)
      #expect(committed.emissions.count == 3, "each is published at once")
      let rows = try await runner.connection.opened(
        "outbox", "SELECT body FROM outbox WHERE type = 'quarantined'")
      let said = try rows.first?.text("body")
      let reference = QuarantineReference.of(
        WordKeeper().service, source: message.source, id: message.id)
      #expect(said == "\"\(reference)\"")
      #expect(
        try await counts(runner) == [
          "received": 3, "applied": 2, "quarantined": 1, "taken": 3, "emitted": 3,
        ])
    }
  }

  @Test func aReferenceIsStableAndSaysNothingOfTheMessage() {
    let reference = QuarantineReference.of(.intake, source: "partner/étude", id: "Dupont-1")
    #expect(reference == QuarantineReference.of(.intake, source: "partner/étude", id: "Dupont-1"))
    #expect(reference != QuarantineReference.of(.intake, source: "partner/étude", id: "Dupont-2"))
    #expect(reference.hasPrefix("intake-") && reference.count == "intake-".count + 16)
    #expect(!reference.contains("Dupont"))
  }

  @Test func anAnswerThatCannotBeStoredDoesNotHoldTheQuarantineUp() async throws {
    try await withRunner { runner in
      try await runner.connection.run(
        script: "ALTER TABLE outbox ADD CONSTRAINT no_answer CHECK (type <> 'quarantined')")
      _ = try await runner.apply([Sample.message("poison")], on: Sample.day, confirmed: [])
      #expect(try await counts(runner)["quarantined"] == 1)
      #expect(try await answers(runner).isEmpty)
    }
  }

  @Test func whatWaitedBehindACulpritIsApplied() async throws {
    try await withRunner { runner in
      for message in [
        Sample.message("second", rank: 2), Sample.message("third", rank: 3),
        Sample.message("poison", rank: 1),
      ] {
        _ = try await runner.apply([message], on: Sample.day, confirmed: [])
      }
      #expect(
        try await answers(runner) == ["quarantined poison", "applied second", "applied third"])
      #expect(
        try await counts(runner) == [
          "received": 3, "applied": 2, "quarantined": 1, "taken": 3, "emitted": 3,
        ])
    }
  }

  /// It was not tried, and those behind it would wait for its rank for ever.
  @Test func whatWasDeliveredTooOftenBeforeItsTurnWaitsForIt() async throws {
    try await withRunner { runner in
      let early = handedOver(Sample.message("second", rank: 2), returns: 3, dead: true)
      _ = try await runner.apply([early], on: Sample.day, confirmed: [])
      #expect(try await counts(runner)["parked"] == 1)
      _ = try await runner.apply([Sample.message("first", rank: 1)], on: Sample.day, confirmed: [])
      #expect(try await answers(runner) == ["applied first", "applied second"])
    }
  }

  @Test func aRowThatCannotBeReadIsTheFaultOfItsMessage() {
    struct Unreadable: Error {}
    #expect(Remedy(of: Unreadable()) == .setAside)
  }

  /// Copies of one message as they come, `true` for one that the broker hands over again; a dash
  /// ends a session of the consumer.
  struct Arrivals: Sendable, CustomTestStringConvertible {
    let copies: [Bool?], answered: Int, absorbed: Int
    var testDescription: String {
      copies.map { $0.map { $0 ? "again" : "new" } ?? "-" }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    Arrivals(copies: [false, nil, true], answered: 1, absorbed: 1),
    Arrivals(copies: [true], answered: 1, absorbed: 0),
    Arrivals(copies: [false, false], answered: 2, absorbed: 0),
    // The broker does not know of two deliveries, of which one was applied.
    Arrivals(copies: [false, nil, true, true], answered: 2, absorbed: 1),
    // Nor here, where both were.
    Arrivals(copies: [false, false, nil, true, true], answered: 2, absorbed: 2),
    Arrivals(copies: [false, nil, true, nil, true, nil, true], answered: 1, absorbed: 3),
    Arrivals(copies: [false, nil, true, false], answered: 2, absorbed: 1),
  ])
  func onlyARepeatOfTheSendersOwnIsAnswered(_ arrivals: Arrivals) async throws {
    for together in [false, true] {
      try await withRunner { first in
        var runner = first
        for session in arrivals.copies.split(separator: nil) {
          let copies = session.compactMap { $0 }.map {
            handedOver(Sample.message("m"), returns: $0 ? 1 : 0)
          }
          for batch in together ? [copies] : copies.map({ [$0] }) {
            _ = try await runner.apply(batch, on: Sample.day, confirmed: [])
          }
          runner = BatchRunner(
            service: WordKeeper(), connection: runner.connection, masters: .tests, limits: Limits(),
            instance: "test", logger: runner.logger)
        }
        let counts = try await counts(runner)
        #expect(try await answers(runner).count == arrivals.answered)
        #expect(counts["redelivered", default: 0] == arrivals.absorbed)
        #expect(counts["received"] == arrivals.answered)
        #expect(counts["duplicate", default: 0] == arrivals.answered - 1)
        let kept = try await runner.connection.query("SELECT duplicates AS n FROM inbox")
        #expect(try kept.first?.int("n") == arrivals.answered - 1)
      }
    }
  }

  /// The connection was lost at COMMIT, and the same batch is tried on another.
  @Test func aCommitOfUnknownOutcomeIsNotAnsweredTwice() async throws {
    try await withRunner { runner in
      var work = BatchWork([Sample.message("m")])
      var committed = work
      try await runner.apply(&committed, on: Sample.day)
      work.doubt()
      try await runner.apply(&work, on: Sample.day)
      #expect(try await answers(runner) == ["applied m"])
      #expect(work.committed.absorbed == 1)
    }
  }
}
