import AMQP
import Contracts
import PostgreSQL
import Vocabulary

/// A message decided in a batch, with the identifier that it will keep.
struct Emission: Sendable {
  /// Unique for this service; it grows from the identifier of the cause, so a chain can be read.
  let id: String
  /// What to send.
  let outgoing: Outgoing
  /// The message that caused it.
  let cause: Message
}

/// A row of the outbox, ready to publish.
struct StoredEmission: Sendable {
  let row: Int
  let message: OutboundMessage
  /// Its lease began no earlier than this.
  let heldSince: ContinuousClock.Instant
}

/// The statements of the outbox, by R1 and R2: rows are claimed by state, never by an identifier
/// beyond the last one seen, and they leave only after the broker's confirm.
enum Outbox {
  /// Stores a batch's emissions with their ranks, leased to this instance, and returns the row and
  /// the rank of each. Ranks are counted by dossier and destination, for services only.
  static func append(_ emissions: [Emission], leaseSeconds: Int) -> Query {
    let (totals, back) = ranks(of: emissions)
    let outgoing = emissions.map(\.outgoing)
    return """
      WITH bumped AS (
        INSERT INTO outbox_rank (household, destination, last)
        SELECT household, destination, count FROM unnest(
          \(totals.map(\.key.household))::uuid[], \(totals.map(\.key.peer))::text[],
          \(totals.map(\.value))::bigint[]) AS t (household, destination, count)
        ON CONFLICT (household, destination)
          DO UPDATE SET last = outbox_rank.last + EXCLUDED.last
        RETURNING household, destination, last
      ), stored AS (
        INSERT INTO outbox (message_id, exchange, routing_key, type, household, rank, occurred_on,
          correlation, causation, traceparent, root, path, body)
        SELECT e.message_id, e.exchange, e.routing_key, e.type, e.household::uuid,
          bumped.last - e.back, e.occurred_on, e.correlation, e.causation, e.traceparent, e.root,
          e.path, e.body
        FROM unnest(
          \(emissions.map(\.id))::text[], \(outgoing.map(\.destination.exchange))::text[],
          \(outgoing.map(\.destination.routingKey))::text[], \(outgoing.map(\.type))::text[],
          \(outgoing.map { $0.household?.description })::text[], \(back)::bigint[],
          \(outgoing.map(\.occurredOn))::date[], \(emissions.map(\.cause.correlation))::text[],
          \(emissions.map(\.cause.id))::text[], \(emissions.map(\.cause.traceparent))::text[],
          \(outgoing.map(\.chain?.root))::text[], \(outgoing.map(\.chain?.path))::text[],
          \(outgoing.map(\.data))::text[])
          WITH ORDINALITY AS e (message_id, exchange, routing_key, type, household, back,
            occurred_on, correlation, causation, traceparent, root, path, body, place)
        LEFT JOIN bumped ON bumped.household = e.household::uuid
          AND bumped.destination = e.routing_key AND e.exchange = \(ExchangeName.services)
        ORDER BY e.place
        RETURNING id, message_id, rank
      ), pending AS (
        INSERT INTO outbox_pending (id, lease_until)
        SELECT id, clock_timestamp() + make_interval(secs => \(leaseSeconds)::int) FROM stored
      )
      SELECT id, message_id, rank FROM stored
      """
  }

  /// How many ranks each dossier and destination takes, in the order of their rows; and for each
  /// emission, how many of its own come after it.
  private static func ranks(
    of emissions: [Emission]
  ) -> (totals: [(key: RankKey, value: Int)], back: [Int]) {
    let ranked = emissions.map(\.rankKey)
    var remaining: [RankKey: Int] = [:]
    for case let key? in ranked { remaining[key, default: 0] += 1 }
    let totals = remaining.sorted { $0.key < $1.key }
    let back = ranked.map { key in
      guard let key else { return 0 }
      remaining[key, default: 0] -= 1
      return remaining[key, default: 0]
    }
    return (totals, back)
  }

  /// Forgets that confirmed rows were pending, and counts those that were: a row is counted once,
  /// however often it was published, and whatever was thought of an earlier try to forget it.
  static func confirm(_ rows: [Int], instance: String) -> Query {
    """
    WITH gone AS (DELETE FROM outbox_pending WHERE id = ANY(\(rows)::bigint[]) RETURNING id)
    INSERT INTO ledger_counter (instance, entry, peer, count)
    SELECT \(instance)::text, \(LedgerEntry.Kind.confirmed.rawValue)::text, '', count(*) FROM gone
    HAVING count(*) > 0
    ON CONFLICT (instance, entry, peer) DO UPDATE SET count = ledger_counter.count + EXCLUDED.count
    """
  }

  /// Gives rows back to the relay at once: the broker could not be reached, and that is no attempt.
  static func release(_ rows: [Int]) -> Query {
    "UPDATE outbox_pending SET lease_until = now() WHERE id = ANY(\(rows)::bigint[])"
  }

  /// Counts refusals of the broker. The pause before the next try doubles each time; a row that is
  /// still refused long after the first time waits for an operator, whose retry begins anew.
  static func refuse(_ problems: [Int: String], limits: Limits) -> Query {
    let rows = problems.sorted { $0.key < $1.key }
    return """
      UPDATE outbox_pending AS p SET attempts = p.attempts + 1, problem = t.problem,
        refused_since = CASE WHEN p.attempts = 0 THEN now() ELSE coalesce(p.refused_since, now()) END,
        blocked = p.attempts > 0 AND coalesce(
          p.refused_since <= now() - make_interval(secs => \(limits.blockingSeconds)::int), false),
        lease_until = now() + make_interval(secs => least(\(limits.longestRefusalPauseSeconds)::int,
          \(limits.firstRefusalPauseSeconds)::int * power(2, least(p.attempts, 30))))
      FROM unnest(\(rows.map(\.key))::bigint[], \(rows.map(\.value))::text[]) AS t (id, problem)
      WHERE p.id = t.id
      """
  }

  /// Which rows a claim takes, by their exchange.
  enum Exchanges {
    case all(except: [String])
    case only(String)
  }

  /// One row if any waits for an exchange, whoever holds it.
  static func waiting(for exchange: String) -> Query {
    """
    SELECT 1 FROM outbox_pending JOIN outbox USING (id)
    WHERE exchange = \(exchange) AND NOT blocked LIMIT 1
    """
  }

  /// Claims rows that nobody holds, oldest first, and returns them whole. A lease that ends later than
  /// any that is given was given before the database's clock stepped back, and holds nobody off.
  static func claim(_ limit: Int, of exchanges: Exchanges, limits: Limits) -> Query {
    let (isOnly, names) =
      switch exchanges {
      case .all(let except): (false, except)
      case .only(let name): (true, [name])
      }
    let longest = max(limits.leaseSeconds, limits.longestRefusalPauseSeconds)
    return """
      WITH free AS (
        SELECT p.id FROM outbox_pending AS p
        WHERE NOT p.blocked AND (p.lease_until <= now()
            OR p.lease_until > now() + make_interval(secs => \(longest)::int))
          AND ((SELECT o.exchange FROM outbox AS o WHERE o.id = p.id) = ANY(\(names)::text[]))
            = \(isOnly)
        ORDER BY p.id LIMIT \(limit) FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE outbox_pending
        SET lease_until = clock_timestamp() + make_interval(secs => \(limits.leaseSeconds)::int)
        WHERE id IN (SELECT id FROM free) RETURNING id
      )
      SELECT o.id, o.message_id, o.exchange, o.routing_key, o.type, o.household, o.rank,
        o.occurred_on, o.correlation, o.causation, o.traceparent, o.root, o.path, o.body
      FROM claimed JOIN outbox AS o USING (id) ORDER BY o.id
      """
  }
}

extension Emission {
  /// What its rank is counted under; `nil` for what needs none.
  var rankKey: RankKey? {
    guard case .service = outgoing.destination, let household = outgoing.household else {
      return nil
    }
    return RankKey(household: household, peer: outgoing.destination.routingKey)
  }
}
