import Contracts
public import PostgreSQL
import Vocabulary

/// The statements of the quarantine: what an operator must look at, kept in PostgreSQL.
enum Quarantine {
  /// Puts a message aside, or adds to its history when it fails again after a release.
  ///
  /// - Parameter subject: Whose key seals it, where it is not that of its household.
  static func insert(
    _ message: Message, reason: String, on day: Day, keep bytes: Int,
    sealedBy subject: HouseholdID? = nil
  ) -> [Query] {
    let line = "\(day): \(reason)"
    return [
      """
      INSERT INTO quarantine (source, message_id, type, household, occurred_on, correlation,
        causation, sender, defect, root, path, body, reason, history, queue, deliveries, identity,
        origin)
      VALUES (\(message.source), \(message.id), \(message.type), \(message.household),
        \(message.occurredOn), \(message.correlation), \(message.causation), \(message.sender),
        \(message.defect?.rawValue), \(message.chain?.root), \(message.chain?.path),
        \(message.setAside(bytes, sealedBy: subject)), \(reason), \(line), \(message.handover?.queue),
        \(message.handover?.deliveries), \(message.identity), \(message.origin))
      ON CONFLICT (source, identity) DO UPDATE SET state = 'waiting', reason = EXCLUDED.reason,
        history = quarantine.history || E'\\n' || EXCLUDED.history,
        queue = coalesce(EXCLUDED.queue, quarantine.queue),
        deliveries = coalesce(EXCLUDED.deliveries, quarantine.deliveries)
      """
    ]
  }

  /// Shows what a batch passed over, and takes back what no longer is: such a message counts as
  /// applied, and its row only asks an operator to look. One that was discarded stays so.
  static func show(_ review: ReplayReport, on day: Day, keep bytes: Int) -> [Query] {
    let keys = review.passedOver.map(\.message.key)
    let settled: Query = """
      UPDATE quarantine SET state = 'resolved', history = history || E'\\n' || \("\(day): sans objet")
      WHERE state = 'waiting' AND household = ANY(\(review.decidedAgain)::uuid[])
        AND starts_with(reason, \(SkippedMessage.prefix)) AND (source, identity) NOT IN (
          SELECT * FROM unnest(\(keys.map(\.source))::text[], \(keys.map(\.id))::text[]))
      """
    return (review.decidedAgain.isEmpty ? [] : [settled])
      + review.passedOver.map { show($0, on: day, keep: bytes) }
  }

  private static func show(_ passed: SkippedMessage, on day: Day, keep bytes: Int) -> Query {
    let message = passed.message
    return """
      INSERT INTO quarantine (source, message_id, type, household, occurred_on, correlation,
        causation, sender, root, path, body, reason, history, identity)
      VALUES (\(message.source), \(message.id), \(message.type), \(message.household),
        \(message.occurredOn), \(message.correlation), \(message.causation), \(message.sender),
        \(message.chain?.root), \(message.chain?.path), \(message.setAside(bytes)),
        \(passed.reason), \("\(day): \(passed.reason)"), \(message.identity))
      ON CONFLICT (source, identity) DO UPDATE SET state = 'waiting', reason = EXCLUDED.reason,
        history = quarantine.history || E'\\n' || EXCLUDED.history
      WHERE quarantine.state = 'resolved'
      """
  }

  /// Released messages, the oldest first; not locked yet.
  static func released(_ limit: Int) -> Query {
    """
    SELECT id, source, message_id, type, household, occurred_on, correlation, causation, sender,
      defect, root, path, body, identity, origin
    FROM quarantine WHERE state = 'released' ORDER BY id LIMIT \(limit)
    """
  }

  /// Takes released messages, once their households are locked; `counted` where the ledger counts
  /// one as quarantined, as it does not for a deadline or what was passed over.
  static func take(_ rows: [Int]) -> Query {
    """
    UPDATE quarantine SET state = 'resolved', history = history || E'\\nreleased'
    WHERE id = ANY(\(rows)::bigint[]) AND state = 'released'
    RETURNING length(history) AS length, EXISTS (SELECT FROM inbox AS i WHERE i.outcome = 'quarantined'
      AND i.source = quarantine.source AND i.id = quarantine.identity) AS counted
    """
  }

  /// Gives a released row back to whoever released it: it failed again.
  static func giveBack(_ row: Int, reason: String, on day: Day) -> Query {
    """
    UPDATE quarantine SET state = 'waiting', reason = \(reason),
      history = history || E'\\n' || \("\(day): \(reason)")
    WHERE id = \(row) AND state = 'released'
    """
  }

  /// Gives a released row back to whoever released it: nobody can read it.
  static func refuse(_ row: Int, because reason: String) -> Query {
    """
    UPDATE quarantine SET state = 'waiting', history = history || E'\\n' || \(reason)
    WHERE id = \(row) AND state = 'released'
    """
  }

  /// Reads a released message back.
  static func message(from row: Row) throws -> Message {
    var message = Message(
      id: try row.text("message_id"), source: try row.text("source"), type: try row.text("type"),
      household: try row.uuidIfPresent("household"), occurredOn: try row.day("occurred_on"),
      correlation: try row.text("correlation"), causation: try row.textIfPresent("causation"),
      sender: try row.textIfPresent("sender"), chain: try CausalPosition(from: row),
      data: try row.ofQuarantine().bytes("body"),
      defect: try row.textIfPresent("defect").flatMap { EnvelopeDefect(rawValue: $0) })
    message.identity = try row.text("identity")
    message.origin = try row.textIfPresent("origin")
    return message
  }
}

extension Message {
  /// What quarantine keeps of the payload, sealed.
  fileprivate func setAside(_ bytes: Int, sealedBy subject: HouseholdID? = nil) -> Parameter {
    .sealed(Array(data.prefix(bytes)), at: "quarantine.body", of: subject ?? keySubject)
  }
}

extension Row {
  /// The same row of the quarantine, whose body is sealed for its household, or for the message
  /// itself where the household's key could not be read.
  ///
  /// - Throws: `PostgresError` where source and identity are not in the result.
  public func ofQuarantine() throws(PostgresError) -> Row {
    of(
      "quarantine",
      orOf: Message.keySubject(source: try text("source"), identity: try text("identity")))
  }
}
