import AMQP
import Contracts
import PostgreSQL
import Vocabulary

/// A message decided in a batch, with the identifier that it will keep.
struct Emission: Sendable {
  /// Unique for this service; it grows from the identifier of the cause, so a chain can be read.
  /// Causes are told apart by the inbox, times of deciding one by `Attempt`, and its consequences
  /// by their number: no index has to look for the same one a second time.
  let id: String
  /// What to send.
  let outgoing: Outgoing
  /// The message that caused it.
  let cause: Message
  /// Its rank by dossier and recipient; `nil` for what needs none.
  var rank: Int?
  /// Whether it is sealed by a key of its own.
  var isSealedApart = false
}

/// A row of `outbox_pending`: messages of the outbox whose numbers follow one another, which are
/// published and confirmed together, or one by itself.
struct PendingRange: Hashable, Sendable {
  /// The number of the first.
  let first: Int
  /// How many.
  let messages: Int
}

/// A row of the outbox, ready to publish.
struct StoredEmission: Sendable {
  let row: Int
  /// What it is pending with.
  let pending: PendingRange
  let message: OutboundMessage
  /// Its lease began no earlier than this.
  let heldSince: ContinuousClock.Instant
}

/// The statements of the outbox, by R1 and R2: rows are claimed by state, never by an identifier
/// beyond the last one seen, and they leave only after the broker's confirm.
enum Outbox {
  /// Stores a batch's emissions, leased to this instance as one range, and returns the number of
  /// the first. Each range begins at the next multiple of 1048576 (see `M008_layout.sql`): within
  /// it numbers are counted here, and a dossier's grow as its transactions follow one another.
  static func append(_ emissions: [Emission], leaseSeconds: Int) -> Query {
    let outgoing = emissions.map(\.outgoing)
    return """
      WITH pending AS (
        INSERT INTO outbox_pending (messages, lease_until)
        VALUES (\(emissions.count), clock_timestamp() + make_interval(secs => \(leaseSeconds)::int))
        RETURNING first
      ), stored AS (
        INSERT INTO outbox (id, message_id, exchange, routing_key, type, household, rank, occurred_on,
          correlation, causation, traceparent, root, path, body)
        SELECT pending.first + e.place - 1, e.message_id, e.exchange, e.routing_key, e.type,
          e.household, e.rank, e.occurred_on, e.correlation, e.causation, e.traceparent, e.root,
          e.path, e.body
        FROM pending CROSS JOIN unnest(
          \(emissions.map(\.id))::text[], \(outgoing.map(\.destination.exchange))::text[],
          \(outgoing.map(\.destination.routingKey))::text[], \(outgoing.map(\.type))::text[],
          \(outgoing.map(\.household))::uuid[], \(emissions.map(\.rank))::bigint[],
          \(outgoing.map(\.occurredOn))::date[], \(emissions.map(\.cause.correlation))::text[],
          \(emissions.map(\.cause.id))::text[], \(emissions.map(\.cause.traceparent))::text[],
          \(outgoing.map(\.chain?.root))::text[], \(outgoing.map(\.chain?.path))::text[],
          \(sealed: emissions.map(\.sealedBody))::bytea[])
          WITH ORDINALITY AS e (message_id, exchange, routing_key, type, household, rank,
            occurred_on, correlation, causation, traceparent, root, path, body, place)
      )
      SELECT first FROM pending
      """
  }

  /// Makes a row of each message of ranges that a confirm, a release or a refusal divides.
  static func split(_ ranges: [PendingRange]) -> Query {
    """
    WITH held AS (
      SELECT first, messages, lease_until, since FROM outbox_pending
      WHERE first = ANY(\(ranges.map(\.first))::bigint[]) AND messages > 1
      ORDER BY first FOR UPDATE
    ), rest AS (
      INSERT INTO outbox_pending (first, messages, lease_until, since)
      SELECT held.first + place, 1, held.lease_until, held.since
      FROM held, generate_series(1, held.messages - 1) AS place
    )
    UPDATE outbox_pending AS p SET messages = 1 FROM held WHERE p.first = held.first
    """
  }

  /// The same of ranges that nobody holds, the oldest first: at least one, and no more than make up
  /// that many rows beside it. What is claimed is claimed message by message.
  static func splitFree(_ limit: Int, limits: Limits) -> Query {
    """
    WITH free AS (
      SELECT first, sum(messages) OVER (ORDER BY first) - messages AS before FROM (
        SELECT first, messages FROM outbox_pending WHERE messages > 1 AND (lease_until <= now()
          OR lease_until > now() + make_interval(secs => \(limits.longestLeaseSeconds)::int))
        ORDER BY first LIMIT \(limit)) AS oldest
    ), held AS (
      SELECT first, messages, lease_until, since FROM outbox_pending
      WHERE messages > 1 AND first IN (SELECT first FROM free WHERE before < \(limit))
      ORDER BY first FOR UPDATE SKIP LOCKED
    ), rest AS (
      INSERT INTO outbox_pending (first, messages, lease_until, since)
      SELECT held.first + place, 1, held.lease_until, held.since
      FROM held, generate_series(1, held.messages - 1) AS place
    )
    UPDATE outbox_pending AS p SET messages = 1 FROM held WHERE p.first = held.first
    """
  }

  /// Gives ranges back to the relay at once: the broker could not be reached, and that is no
  /// attempt.
  static func release(_ ranges: [PendingRange]) -> Query {
    """
    UPDATE outbox_pending AS p SET lease_until = now()
    FROM unnest(\(ranges.map(\.first))::bigint[], \(ranges.map(\.messages))::integer[])
      AS t (first, messages)
    WHERE p.first >= t.first AND p.first < t.first + t.messages
      AND p.first + p.messages <= t.first + t.messages
    """
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
      WHERE p.first = t.id AND p.messages = 1
      """
  }

  /// Lets a row wait for an operator: it cannot be read.
  static func block(_ row: Int, because problem: String) -> Query {
    """
    UPDATE outbox_pending SET blocked = true, problem = \(problem), attempts = attempts + 1
    WHERE first = \(row) AND messages = 1
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
    SELECT 1 FROM outbox_pending AS p
    JOIN outbox AS o ON o.id >= p.first AND o.id < p.first + p.messages
    WHERE o.exchange = \(exchange) AND NOT p.blocked LIMIT 1
    """
  }

  /// Claims rows that nobody holds and that are pending by themselves (see `splitFree`), oldest
  /// first, and returns them whole. A lease that ends later than any that is given was given before
  /// the database's clock stepped back, and holds nobody off.
  static func claim(_ limit: Int, of exchanges: Exchanges, limits: Limits) -> Query {
    let (isOnly, names) =
      switch exchanges {
      case .all(let except): (false, except)
      case .only(let name): (true, [name])
      }
    return """
      WITH free AS (
        SELECT p.first FROM outbox_pending AS p
        WHERE NOT p.blocked AND p.messages = 1 AND (p.lease_until <= now()
            OR p.lease_until > now() + make_interval(secs => \(limits.longestLeaseSeconds)::int))
          AND ((SELECT o.exchange FROM outbox AS o WHERE o.id = p.first) = ANY(\(names)::text[]))
            = \(isOnly)
        ORDER BY p.first LIMIT \(limit) FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE outbox_pending
        SET lease_until = clock_timestamp() + make_interval(secs => \(limits.leaseSeconds)::int)
        WHERE first IN (SELECT first FROM free) RETURNING first AS id
      )
      SELECT o.id, o.message_id, o.exchange, o.routing_key, o.type, o.household, o.rank,
        o.occurred_on, o.correlation, o.causation, o.traceparent, o.root, o.path, o.body
      FROM claimed JOIN outbox AS o USING (id) ORDER BY o.id
      """
  }
}

extension Emission {
  fileprivate var sealedBody: Parameter {
    .sealed(outgoing.data, at: "outbox.body", of: keySubject)
  }

  /// What its rank is counted under; `nil` for what needs none.
  var rankKey: RankKey? {
    guard case .service(let recipient) = outgoing.destination, let household = outgoing.household
    else { return nil }
    return RankKey(household: household, peer: recipient)
  }
}
