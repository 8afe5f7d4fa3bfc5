import PostgreSQL

/// One line of the conservation ledger of one instance.
struct LedgerEntry: Hashable, Comparable, Sendable {
  /// What is counted. For a service: received = applied + duplicate + parked + quarantined, and
  /// emitted = confirmed + pending.
  enum Kind: String, Sendable {
    case received, applied, duplicate, parked, quarantined, taken, emitted, confirmed
    /// Copies that the broker handed over again after they were applied: not received a second time.
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
  /// Adds to the counters of this instance; no other instance writes these rows.
  static func add(_ counts: [LedgerEntry: Int], instance: String) -> Query {
    let rows = counts.sorted { $0.key < $1.key }
    return """
      INSERT INTO ledger_counter (instance, entry, peer, count)
      SELECT \(instance)::text, entry, peer, count
      FROM unnest(\(rows.map(\.key.kind.rawValue))::text[], \(rows.map(\.key.peer))::text[],
        \(rows.map(\.value))::bigint[]) AS t (entry, peer, count)
      ON CONFLICT (instance, entry, peer)
        DO UPDATE SET count = ledger_counter.count + EXCLUDED.count
      """
  }
}
