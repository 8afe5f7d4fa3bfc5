import Contracts
import PostgreSQL
import Vocabulary

/// The statements of the deadlines: armed and disarmed in the transaction of the decision.
enum DeadlineBook {
  /// Arms and disarms, in bulk.
  static func apply(_ changes: [DeadlineKey: DeadlineChange]) -> [Query] {
    var armed: [(key: DeadlineKey, deadline: Deadline, firesOn: Day)] = []
    var disarmed: [DeadlineKey] = []
    for (key, change) in changes.sorted(by: { $0.key < $1.key }) {
      switch change {
      case .arm(_, let deadline, let firesOn, _): armed.append((key, deadline, firesOn))
      case .disarm: disarmed.append(key)
      }
    }
    return (disarmed.isEmpty ? [] : [disarm(disarmed)]) + (armed.isEmpty ? [] : [arm(armed)])
  }

  private static func disarm(_ keys: [DeadlineKey]) -> Query {
    """
    DELETE FROM deadline USING unnest(
      \(keys.map(\.household))::uuid[], \(keys.map(\.kind))::text[]) AS gone (household, kind)
    WHERE deadline.household = gone.household AND deadline.kind = gone.kind
    """
  }

  private static func arm(
    _ rows: [(key: DeadlineKey, deadline: Deadline, firesOn: Day)]
  ) -> Query {
    """
    INSERT INTO deadline (household, kind, fires_on, origin, raw, due, rule, article, delay, reason)
    SELECT * FROM unnest(
      \(rows.map(\.key.household))::uuid[], \(rows.map(\.key.kind))::text[],
      \(rows.map(\.firesOn))::date[], \(rows.map(\.deadline.origin))::date[],
      \(rows.map(\.deadline.raw))::date[], \(rows.map(\.deadline.due))::date[],
      \(rows.map(\.deadline.rule))::text[], \(rows.map(\.deadline.article))::text[],
      \(rows.map(\.deadline.delay))::text[], \(rows.map(\.deadline.reason))::text[])
    ON CONFLICT (household, kind) DO UPDATE SET fires_on = EXCLUDED.fires_on,
      armed = DEFAULT, origin = EXCLUDED.origin, raw = EXCLUDED.raw, due = EXCLUDED.due,
      rule = EXCLUDED.rule, article = EXCLUDED.article, delay = EXCLUDED.delay,
      reason = EXCLUDED.reason
    """
  }

  /// Deadlines whose day has come, the oldest first; not locked yet.
  static func due(on day: Day, limit: Int) -> Query {
    """
    SELECT household, kind, armed, fires_on FROM deadline WHERE fires_on <= \(day)
    ORDER BY fires_on, household, kind LIMIT \(limit)
    """
  }

  /// How many deadlines have come and not fired.
  static func dueCount(on day: Day) -> Query {
    "SELECT count(*) AS due FROM deadline WHERE fires_on <= \(day)"
  }

  /// Takes deadlines out, once their households are locked: those that another instance took or a
  /// decision disarmed meanwhile do not come back.
  static func take(_ rows: [(household: HouseholdID, kind: String, armed: Int)]) -> Query {
    """
    DELETE FROM deadline AS d USING unnest(
      \(rows.map(\.household))::uuid[], \(rows.map(\.kind))::text[],
      \(rows.map(\.armed))::bigint[]) AS t (household, kind, armed)
    WHERE d.household = t.household AND d.kind = t.kind AND d.armed = t.armed
    RETURNING d.household, d.kind, d.armed, d.fires_on, d.origin, d.raw, d.due, d.rule, d.article,
      d.delay, d.reason
    """
  }

  /// A deadline as it was armed.
  static func deadline(from row: Row) throws -> Deadline {
    Deadline(
      origin: try row.day("origin"), rule: try row.text("rule"), article: try row.text("article"),
      delay: try row.text("delay"), raw: try row.day("raw"), due: try row.day("due"),
      reason: try row.text("reason"))
  }

  /// The message by which a service learns that its deadline fired.
  static func message(from row: Row, service: ServiceName) throws -> Message {
    let household = try row.uuid("household")
    let kind = try row.text("kind")
    let fired = DeadlineFired(kind: kind, deadline: try deadline(from: row))
    return Message(
      id: "\(service.rawValue)/\(household)/\(kind)/\(try row.int("armed"))",
      source: service.source + "/deadlines", type: DeadlineFired.type, household: household,
      occurredOn: try row.day("fires_on"), data: Array(try Wire.encode(fired).utf8))
  }
}
