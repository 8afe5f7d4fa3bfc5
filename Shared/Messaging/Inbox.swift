import Contracts
import PostgreSQL
import Vocabulary

/// The statements of the inbox: what was received, once and for ever.
enum Inbox {
  /// What the inbox says of one message of a batch.
  struct Entry: Sendable {
    /// The message.
    let message: Message
    /// Times it stands in the batch beyond the first.
    let repeats: Int
    /// Copies in the batch that the broker may have handed over before.
    let redelivered: Int
  }

  /// The messages of a batch, each once, in arrival order.
  static func entries(of messages: [Message]) -> [Entry] {
    var places: [MessageKey: Int] = [:]
    var entries: [(message: Message, repeats: Int, redelivered: Int)] = []
    for message in messages {
      let redelivered = message.handover?.isRepeated == true ? 1 : 0
      if let place = places[message.key] {
        entries[place].repeats += 1
        entries[place].redelivered += redelivered
      } else {
        places[message.key] = entries.count
        entries.append((message, 0, redelivered))
      }
    }
    return entries.map {
      Entry(message: $0.message, repeats: $0.repeats, redelivered: $0.redelivered)
    }
  }

  /// Locks what the batch touches, in one order for all instances.
  static func lock(_ keys: Set<String>) -> Query {
    """
    SELECT count(*) AS locked FROM (
      SELECT pg_advisory_xact_lock(hashtextextended(key, 0))
      FROM unnest(\(keys.sorted())::text[]) AS key OFFSET 0) AS locks
    """
  }

  /// Inserts the batch and tells, for each message, whether it is new and how often it came again.
  static func insert(_ entries: [Entry], on day: Day) -> Query {
    let sorted = entries.sorted { $0.message.key < $1.message.key }
    return """
      INSERT INTO inbox (source, id, type, household, outcome, received_on, duplicates)
      SELECT source, id, type, household::uuid, 'applied', \(day), repeats
      FROM unnest(
        \(sorted.map(\.message.source))::text[], \(sorted.map(\.message.identity))::text[],
        \(sorted.map(\.message.type))::text[],
        \(sorted.map { $0.message.household?.description })::text[],
        \(sorted.map(\.repeats))::bigint[]) AS t (source, id, type, household, repeats)
      ON CONFLICT (source, id)
        DO UPDATE SET duplicates = inbox.duplicates + 1 + EXCLUDED.duplicates
      RETURNING source, id, duplicates, xmax = 0 AS fresh
      """
  }

  /// Ranks already applied for the dossiers of the batch.
  static func ranks(_ households: [HouseholdID]) -> Query {
    "SELECT household, source, last FROM inbox_rank WHERE household = ANY(\(households)::uuid[])"
  }

  /// Messages parked for the dossiers of the batch, in their order.
  static func parked(_ households: [HouseholdID]) -> Query {
    """
    SELECT household, source, rank, id, type, occurred_on, correlation, causation, traceparent, root,
      path, body
    FROM parked WHERE household = ANY(\(households)::uuid[]) ORDER BY household, source, rank
    """
  }

  /// Reads a parked message back.
  static func message(from row: Row) throws -> Message {
    Message(
      id: try row.text("id"), source: try row.text("source"), type: try row.text("type"),
      household: try row.uuid("household"), sequence: try row.int("rank"),
      occurredOn: try row.day("occurred_on"), correlation: try row.text("correlation"),
      causation: try row.textIfPresent("causation"),
      traceparent: try row.textIfPresent("traceparent"), chain: try Chain(from: row),
      data: try row.bytes("body"))
  }

  /// Parks messages, one statement each: it is rare.
  static func park(_ message: Message, rank: Int, household: HouseholdID) -> [Query] {
    [
      """
      INSERT INTO parked (household, source, rank, id, type, occurred_on, correlation, causation,
        traceparent, root, path, body)
      VALUES (\(household), \(message.source), \(rank), \(message.id), \(message.type),
        \(message.occurredOn), \(message.correlation), \(message.causation),
        \(message.traceparent), \(message.chain?.root), \(message.chain?.path), \(message.data))
      """,
      settle(message, as: "parked"),
    ]
  }

  /// Takes a parked message out, now that it is applied.
  static func unpark(_ message: Message, household: HouseholdID) -> [Query] {
    [
      """
      DELETE FROM parked
      WHERE household = \(household) AND source = \(message.source) AND id = \(message.id)
      """,
      settle(message, as: "applied"),
    ]
  }

  /// Writes what became of a message; `applied` is what a row says from the start.
  static func settle(_ message: Message, as outcome: String) -> Query {
    """
    UPDATE inbox SET outcome = \(outcome)
    WHERE source = \(message.source) AND id = \(message.identity)
    """
  }

  /// Takes copies back out of the count of repeats: the broker handed them over again, nobody sent them.
  static func absorb(_ copies: Int, of message: Message) -> Query {
    """
    UPDATE inbox SET duplicates = duplicates - \(copies)
    WHERE source = \(message.key.source) AND id = \(message.key.id)
    """
  }

  /// Writes the ranks now applied.
  static func save(_ ranks: [RankKey: Int]) -> Query {
    let rows = ranks.sorted { $0.key < $1.key }
    return """
      INSERT INTO inbox_rank (household, source, last)
      SELECT household, source, last
      FROM unnest(\(rows.map(\.key.household))::uuid[], \(rows.map(\.key.peer))::text[],
        \(rows.map(\.value))::bigint[]) AS t (household, source, last)
      ON CONFLICT (household, source) DO UPDATE SET last = EXCLUDED.last
      """
  }
}

extension Chain {
  /// The place in the columns `root` and `path`, or `nil` where they hold none.
  init?(from row: Row) throws(PostgresError) {
    guard let root = try row.textIfPresent("root"), let path = try row.textIfPresent("path") else {
      return nil
    }
    self.init(root: root, path: path)
  }
}

/// What makes a message the same message: its source and its identity.
struct MessageKey: Hashable, Comparable, Sendable {
  let source: String, id: String

  static func < (left: MessageKey, right: MessageKey) -> Bool {
    (left.source, left.id) < (right.source, right.id)
  }
}

extension Message {
  var key: MessageKey { MessageKey(source: source, id: identity) }
}

/// A dossier and the one at the other end: a source, or a destination.
struct RankKey: Hashable, Comparable, Sendable {
  let household: HouseholdID, peer: String

  static func < (left: RankKey, right: RankKey) -> Bool {
    (left.household, left.peer) < (right.household, right.peer)
  }
}
