import Contracts
import PostgreSQL
import Vocabulary

/// The statements of the inbox: what was received, once and for ever. What was applied to a dossier
/// stands there with its place and its payload: it is the dossier's journal.
enum Inbox {
  /// What the inbox says of one message of a batch.
  struct Entry<Reading: MessageReading>: Sendable {
    /// The message, as the service reads it.
    let reading: Reading
    /// Times it stands in the batch beyond the first.
    let repeats: Int
    /// Copies in the batch that the broker may have handed over before.
    let redelivered: Int

    var message: Message { reading.message }
  }

  /// What became of a message.
  enum Outcome: String, Sendable { case applied, parked, quarantined }

  /// The messages of a batch, each once, in arrival order.
  static func entries<Reading: MessageReading>(of readings: [Reading]) -> [Entry<Reading>] {
    var places: [MessageKey: Int] = [:]
    places.reserveCapacity(readings.count)
    var entries: [(reading: Reading, repeats: Int, redelivered: Int)] = []
    entries.reserveCapacity(readings.count)
    for reading in readings {
      let message = reading.message
      let redelivered = message.handover?.isRepeated == true ? 1 : 0
      if let place = places[message.key] {
        entries[place].repeats += 1
        entries[place].redelivered += redelivered
      } else {
        places[message.key] = entries.count
        entries.append((reading, 0, redelivered))
      }
    }
    return entries.map {
      Entry(reading: $0.reading, repeats: $0.repeats, redelivered: $0.redelivered)
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

  /// Those of the messages that were received before, and how many copies of each were counted.
  ///
  /// Their household is locked, or they are themselves: nobody else inserts them meanwhile.
  static func seen(_ keys: [MessageKey]) -> Query {
    """
    SELECT known.source, known.id, known.duplicates
    FROM unnest(\(keys.map(\.source))::text[], \(keys.map(\.id))::text[]) AS asked (source, id)
    CROSS JOIN LATERAL (SELECT source, id, duplicates FROM inbox AS i
      WHERE i.source = asked.source AND i.id = asked.id OFFSET 0) AS known
    """
  }

  static func seen(from rows: Rows) throws(PostgresError) -> [MessageKey: Int] {
    var seen: [MessageKey: Int] = [:]
    for row in rows {
      let key = MessageKey(source: try row.text("source"), id: try row.text("id"))
      seen[key] = try row.int("duplicates")
    }
    return seen
  }

  /// Messages parked for those dossiers, in their order.
  static func parked(_ households: [HouseholdID]) -> Query {
    """
    SELECT p.household, p.source, p.rank, p.id, i.type, i.occurred_on, i.correlation, i.causation,
      i.traceparent, i.root, i.path, i.body
    FROM parked AS p JOIN inbox AS i ON i.source = p.source AND i.id = p.id
    WHERE p.household = ANY(\(households)::uuid[]) ORDER BY p.household, p.source, p.rank
    """
  }

  static func parked(from rows: Rows) throws -> [RankKey: [Int: Message]] {
    var parked: [RankKey: [Int: Message]] = [:]
    for row in rows where !row.isErased {
      let message = try message(from: row.of("inbox"))
      guard let sender = ServiceName(source: message.source) else { continue }
      let key = RankKey(household: try row.uuid("household"), peer: sender)
      parked[key, default: [:]][try row.int("rank")] = message
    }
    return parked
  }

  /// Reads a parked message back.
  private static func message(from row: Row) throws -> Message {
    Message(
      id: try row.text("id"), source: try row.text("source"), type: try row.text("type"),
      household: try row.uuid("household"), sequence: try row.int("rank"),
      occurredOn: try row.day("occurred_on"), correlation: try row.text("correlation"),
      causation: try row.textIfPresent("causation"),
      traceparent: try row.textIfPresent("traceparent"), chain: try CausalPosition(from: row),
      data: try row.bytes("body"))
  }

  /// Notes that a message waits for one of a lower rank. It is rare, as all that follows.
  static func park(_ message: Message, rank: Int, household: HouseholdID) -> Query {
    """
    INSERT INTO parked (household, source, rank, id)
    VALUES (\(household), \(message.source), \(rank), \(message.identity))
    """
  }

  /// Takes a parked message out, now that its turn has come.
  static func unpark(_ message: Message, household: HouseholdID) -> Query {
    """
    DELETE FROM parked
    WHERE household = \(household) AND source = \(message.source) AND id = \(message.identity)
    """
  }
}

extension CausalPosition {
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

  /// What is locked for a message that has no household: itself.
  var ownLock: String { source + "\n" + identity }
}

/// A dossier and the service at the other end.
struct RankKey: Hashable, Comparable, Sendable {
  let household: HouseholdID, peer: ServiceName

  static func < (left: RankKey, right: RankKey) -> Bool {
    (left.household, left.peer.rawValue) < (right.household, right.peer.rawValue)
  }
}
