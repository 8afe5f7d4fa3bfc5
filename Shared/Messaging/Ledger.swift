import PostgreSQL

/// One line of the conservation ledger of one instance.
struct LedgerEntry: Hashable, Comparable, Sendable {
  /// What is counted. For a service: received = applied + duplicate + parked + quarantined, and
  /// emitted = confirmed + pending.
  enum Kind: String, Sendable {
    case received, applied, duplicate, parked, quarantined, taken, emitted, confirmed
    /// Copies that the broker handed over again after they were applied: not received a second
    /// time.
    case redelivered
  }
  let kind: Kind
  /// The source of what was received, the destination of what was emitted.
  let peer: String

  static func < (left: LedgerEntry, right: LedgerEntry) -> Bool {
    (left.kind.rawValue, left.peer) < (right.kind.rawValue, right.peer)
  }
}

enum Ledger {
  /// Adds to the counters of this instance; no other instance writes these rows. With it, forgets
  /// that messages were pending which the broker confirmed: one is counted once, however often it
  /// was published, and whatever was thought of an earlier try to forget it.
  static func add(
    _ counts: [LedgerEntry: Int] = [:], confirmed: [PendingRange] = [], instance: String
  ) -> Query {
    let rows = counts.sorted { $0.key < $1.key }
    return """
      WITH gone AS (
        DELETE FROM outbox_pending AS p USING unnest(
          \(confirmed.map(\.first))::bigint[], \(confirmed.map(\.messages))::integer[])
          AS t (first, messages)
        WHERE p.first >= t.first AND p.first < t.first + t.messages
          AND p.first + p.messages <= t.first + t.messages
        RETURNING p.messages
      )
      INSERT INTO ledger_counter (instance, entry, peer, count)
      SELECT \(instance)::text, entry, peer, count
      FROM unnest(\(rows.map(\.key.kind.rawValue))::text[], \(rows.map(\.key.peer))::text[],
        \(rows.map(\.value))::bigint[]) AS t (entry, peer, count)
      UNION ALL
      SELECT \(instance)::text, \(LedgerEntry.Kind.confirmed.rawValue)::text, '', sum(messages)
      FROM gone HAVING count(*) > 0
      ON CONFLICT (instance, entry, peer)
        DO UPDATE SET count = ledger_counter.count + EXCLUDED.count
      """
  }
}
