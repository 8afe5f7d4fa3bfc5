import AMQP
import Contracts
import Messaging
import OperatorReading
import PostgreSQL

/// The database and the broker of the bench of one hop.
struct HopServers: Sendable {
  /// The service that takes the messages, and the one that it answers.
  static let taker = ServiceName.rehousing
  static let answered = ServiceName.courtLiaison
  /// Messages published with one call.
  private static let window = 1_000
  /// Between two looks at the database.
  private static let look = Duration.milliseconds(20)

  let database: PostgresConfiguration
  let broker: AMQPConfiguration

  /// Makes what is missing, and empties all: nothing of an earlier round may weigh on this one, or
  /// be taken for its own.
  ///
  /// - Throws: what the database or the broker refuses.
  func empty() async throws {
    let connection = try await PostgresConnection.connect(database)
    _ = try await Migrator().apply(RuntimeSchema.migrations, set: "runtime", on: connection)
    try await connection.run(
      script: """
        CREATE TABLE IF NOT EXISTS hop (household uuid PRIMARY KEY, version bigint NOT NULL)
          WITH (fillfactor = 70);
        """)
    // Whatever tables the runtime has by now.
    let tables = try await connection.query(
      """
      SELECT string_agg(quote_ident(tablename), ', ') AS names FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> 'amont_migration'
      """)
    guard let names = try tables.first?.text("names") else {
      throw OperatorError("the database of the bench has no tables")
    }
    try await connection.run(script: "TRUNCATE \(names)")
    await connection.close()
    for service in [Self.taker, Self.answered] {
      try await declare(service.queue, on: ExchangeName.services, key: service.rawValue)
    }
  }

  /// Empties the queue at the other end.
  ///
  /// - Throws: what the broker refuses.
  func declareAnswers() async throws {
    let name = Self.answered
    try await declare(name.queue, on: ExchangeName.services, key: name.rawValue)
  }

  /// Declares an empty queue that an exchange feeds.
  ///
  /// - Throws: what the broker refuses.
  func declare(_ queue: String, on exchange: String, key: String) async throws {
    let admin = try await AMQPAdmin.open(broker)
    try await admin.declareExchange(exchange, kind: .direct, durable: true)
    try await admin.deleteQueue(queue)
    try await admin.declareQueue(
      queue, durable: true, exclusive: false, autoDelete: false,
      arguments: ["x-queue-type": .text("quorum")])
    try await admin.bind(queue: queue, exchange: exchange, routingKey: key)
    await admin.close()
  }

  /// Takes an exchange away, so that whatever goes there is refused.
  ///
  /// - Throws: what the broker refuses.
  func remove(exchange: String) async throws {
    let admin = try await AMQPAdmin.open(broker)
    try await admin.deleteExchange(exchange)
    await admin.close()
  }

  /// Waits until the ledger says that the broker confirmed so many answers in all.
  ///
  /// - Throws: `PostgresError` when the database cannot be read.
  func waitForConfirms(_ count: Int) async throws -> HopCounts {
    let connection = try await PostgresConnection.connect(database)
    while true {
      let rows = try await connection.query(
        "SELECT coalesce(sum(count), 0)::bigint AS n FROM ledger_counter WHERE entry = 'confirmed'")
      if try rows.first?.int("n") ?? 0 >= count { break }
      try await Task.sleep(for: Self.look, clock: .continuous)
    }
    let counts = try await HopCounts.read(on: connection)
    await connection.close()
    return counts
  }

  /// Publishes messages, each confirmed.
  ///
  /// - Throws: what the broker refuses.
  func publish(_ messages: HopMessages) async throws {
    let publisher = try await AMQPPublisher.open(broker)
    for first in stride(from: messages.before, to: messages.total, by: Self.window) {
      let some = first..<min(first + Self.window, messages.total)
      for outcome in try await publisher.publish(some.map(messages.message))
      where outcome != .confirmed {
        throw OperatorError("the broker did not take a message: \(outcome)")
      }
    }
    await publisher.close()
  }
}

/// What the database says of a round that is over.
struct HopCounts: Sendable, Equatable {
  /// The ledger of all instances, by entry.
  var ledger: [String: Int] = [:]
  /// Dossiers that the service has, and messages that they counted.
  var dossiers = 0, applied = 0

  /// Reads them.
  ///
  /// - Throws: `PostgresError` when the database cannot be read.
  static func read(on connection: PostgresConnection) async throws -> HopCounts {
    var counts = HopCounts()
    let ledger = try await connection.query(
      "SELECT entry, sum(count)::bigint AS count FROM ledger_counter GROUP BY entry")
    for row in ledger { counts.ledger[try row.text("entry")] = try row.int("count") }
    let hop = try await connection.query(
      "SELECT count(*) AS dossiers, coalesce(sum(version), 0)::bigint AS applied FROM hop")
    guard let row = hop.first else { return counts }
    (counts.dossiers, counts.applied) = (try row.int("dossiers"), try row.int("applied"))
    return counts
  }

  /// What is not as it must be once all messages are through: the figures then say nothing.
  ///
  /// - Parameter again: How often this process decided a dossier again.
  func problems(of messages: HopMessages, again: Int) -> [String] {
    var problems: [String] = []
    func expect(_ what: String, _ found: Int, _ wanted: Int) {
      if found != wanted { problems.append("\(what): \(found), not \(wanted)") }
    }
    expect("dossiers", dossiers, min(messages.dossiers, messages.total))
    expect("messages that dossiers counted", applied, messages.total)
    for entry in ["received", "applied", "emitted", "confirmed"] {
      expect("messages \(entry)", ledger[entry] ?? 0, messages.total)
    }
    for entry in ["duplicate", "parked", "quarantined"] {
      expect("messages \(entry)", ledger[entry] ?? 0, 0)
    }
    if messages.late == 0 { expect("dossiers decided again", again, 0) }
    return problems
  }
}
