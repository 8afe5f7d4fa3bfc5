import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// Messages that left an outbox, were confirmed by the broker, and must be sent again.
struct LostMessages: Sendable {
  /// From whom to whom.
  struct Route: Hashable, Comparable, Sendable {
    let sender: ServiceName
    /// The routing key: a service, or `user.NAME` or `kind.KIND` of partners.
    let destination: String

    static func < (left: Route, right: Route) -> Bool {
      (left.sender.rawValue, left.destination) < (right.sender.rawValue, right.destination)
    }
  }

  /// The rows of the senders' outboxes.
  private(set) var rows: [Route: [Int]] = [:]

  var count: Int { rows.values.reduce(0) { $0 + $1.count } }

  mutating func add(_ found: [Int], on route: Route) {
    if !found.isEmpty { rows[route, default: []] += found }
  }

  /// The rows of one sender, oldest first: the order in which they must come.
  func rows(of sender: ServiceName) -> [Int] {
    rows.filter { $0.key.sender == sender }.flatMap(\.value).sorted()
  }
}

extension ServiceDatabases {
  /// Rows of an outbox that are compared with an inbox in one question.
  private static let portion = 10_000
  /// What holds for a row `o` of an outbox that the broker has: nothing of it is pending.
  /// No range has more than 1048576 messages, so few rows are looked at for each.
  fileprivate static let isConfirmed = """
    NOT EXISTS (SELECT FROM outbox_pending AS p
      WHERE p.first BETWEEN o.id - 1048575 AND o.id AND o.id < p.first + p.messages)
    """

  /// Confirmed messages between services that the receiver's inbox lacks. What is still in the
  /// receiver's queue is among them: sent again, it is a duplicate there.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func missingMessages() async throws -> LostMessages {
    var lost = LostMessages()
    for sender in ServiceName.allCases {
      for receiver in ServiceName.allCases where receiver != sender {
        lost.add(
          try await missing(from: sender, at: receiver),
          on: LostMessages.Route(sender: sender, destination: receiver.rawValue))
      }
    }
    return lost
  }

  private func missing(from sender: ServiceName, at receiver: ServiceName) async throws -> [Int] {
    var missing: [Int] = []
    var last = 0
    while true {
      let sent = try await query(
        sender,
        """
        SELECT id, message_id FROM outbox AS o
        WHERE exchange = \(ExchangeName.services) AND routing_key = \(receiver.rawValue)
          AND id > \(last) AND \(unsafeRaw: Self.isConfirmed)
        ORDER BY id LIMIT \(Self.portion)
        """
      ).map { (row: try $0.int("id"), id: try $0.text("message_id")) }
      guard let end = sent.last?.row else { return missing }
      last = end
      missing += try await query(
        receiver,
        """
        SELECT row FROM unnest(\(sent.map(\.row))::bigint[], \(sent.map(\.id))::text[]) AS t (row, id)
        WHERE NOT EXISTS (
          SELECT FROM inbox WHERE inbox.source = \(sender.source) AND inbox.id = t.id)
        """
      ).map { try $0.int("row") }
    }
  }

  /// What holds for a row `o` of an outbox that a partner can still be told: its key was not
  /// destroyed.
  private static let canBeRead = """
    NOT EXISTS (SELECT FROM household_key AS k WHERE k.wrapped IS NULL AND k.household = CASE
      WHEN substring(o.body FROM 1 FOR 2) = '\\xfe01'
      THEN encode(substring(o.body FROM 3 FOR 16), 'hex')::uuid ELSE o.household END)
    """

  /// Confirmed messages under some routing keys to partners, from the first one on that was emitted
  /// on that day or later: the outbox counts its rows in the order in which they were emitted. Of
  /// erased dossiers nothing is told any more.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func messages(under keys: [String], since day: Day) async throws -> LostMessages {
    var lost = LostMessages()
    for sender in ServiceName.allCases {
      for row in try await query(
        sender,
        """
        SELECT id, routing_key FROM outbox AS o
        WHERE exchange = \(ExchangeName.partners) AND routing_key = ANY(\(keys)::text[])
          AND \(unsafeRaw: Self.isConfirmed) AND \(unsafeRaw: Self.canBeRead)
          AND id >= (
            SELECT min(id) FROM outbox WHERE occurred_on >= \(day) OR causation IN (
              SELECT id FROM inbox WHERE received_on >= \(day)))
        ORDER BY id
        """)
      {
        lost.add(
          [try row.int("id")],
          on: LostMessages.Route(sender: sender, destination: try row.text("routing_key")))
      }
    }
    return lost
  }
}

extension PostgresConnection {
  /// Gives confirmed rows of an outbox back to the relay. They count as confirmed no more, so that
  /// the ledger's emitted = confirmed + pending holds before and after they are sent.
  ///
  /// - Returns: How many were given back; those that are pending already are not counted.
  /// - Throws: `PostgresError` when the database refuses; nothing was changed.
  func sendAgain(_ rows: [Int]) async throws -> Int {
    try await query(
      """
      WITH back AS (
        INSERT INTO outbox_pending (first, lease_until)
        SELECT id, now() FROM unnest(\(rows)::bigint[]) AS o (id)
        WHERE \(unsafeRaw: ServiceDatabases.isConfirmed) ORDER BY id ON CONFLICT (first) DO NOTHING RETURNING first
      ), counted AS (
        INSERT INTO ledger_counter (instance, entry, peer, count)
        SELECT 'amontctl', 'confirmed', '', -count(*) FROM back HAVING count(*) > 0
        ON CONFLICT (instance, entry, peer) DO UPDATE SET count = ledger_counter.count + EXCLUDED.count
      )
      SELECT count(*) AS count FROM back
      """
    ).first?.int("count") ?? 0
  }
}
