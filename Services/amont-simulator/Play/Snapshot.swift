import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// What the databases of all services say at one moment, as far as it tells whether anything is
/// under way.
struct Snapshot: Sendable, Equatable {
  var emitted: [ServiceName: [String: Int]] = [:]
  var taken: [ServiceName: [String: Int]] = [:]
  /// Messages without a confirm, blocked messages, deadlines due, released quarantine.
  var waiting: [ServiceName: [String: Int]] = [:]
  /// The first day on which some deadline fires.
  var nextDeadline: Day?

  /// Messages emitted to partners.
  var toPartners: Int {
    emitted.values.reduce(0) { sum, byPeer in
      sum
        + byPeer.reduce(0) { sum, entry in
          entry.key.hasPrefix("user.") || entry.key.hasPrefix("kind.") ? sum + entry.value : sum
        }
    }
  }

  /// Why it is not quiet yet; empty when nothing is under way.
  func reasons(received: Int, unanswered: Int) -> [String] {
    var reasons: [String] = []
    if unanswered > 0 { reasons.append("\(unanswered) events without a receipt") }
    if received != toPartners {
      reasons.append("partners received \(received) of \(toPartners) messages")
    }
    for service in ServiceName.allCases {
      for (what, count) in waiting[service] ?? [:] where count > 0 {
        reasons.append("\(service.rawValue): \(count) \(what)")
      }
      for receiver in ServiceName.allCases {
        let sent = emitted[service]?[receiver.rawValue] ?? 0
        let got = taken[receiver]?[service.source] ?? 0
        if sent != got {
          reasons.append("\(receiver.rawValue) took \(got) of \(sent) from \(service.rawValue)")
        }
      }
    }
    return reasons
  }
}

extension Snapshot {
  fileprivate mutating func note(_ rows: Rows, of service: ServiceName) throws {
    for row in rows {
      let (entry, peer) = (try row.text("entry"), try row.text("peer"))
      let count = try row.intIfPresent("count")
      switch entry {
      case "emitted": emitted[service, default: [:]][peer] = count
      case "taken": taken[service, default: [:]][peer] = count
      case "next":
        guard let day = count.map(Day.init(ordinal:)) else { continue }
        nextDeadline = min(nextDeadline ?? day, day)
      default: waiting[service, default: [:]][entry] = count
      }
    }
  }
}

extension ServiceDatabases {
  /// Reads every service once, for a business day.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func snapshot(on day: Day) async throws -> Snapshot {
    try await withThrowingTaskGroup(of: (ServiceName, Rows).self) { group in
      // Side by side: one look costs the time of the slowest database, not of six.
      for service in ServiceName.allCases {
        group.addTask { (service, try await query(service, Self.underWay(on: day))) }
      }
      var snapshot = Snapshot()
      for try await (service, rows) in group { try snapshot.note(rows, of: service) }
      return snapshot
    }
  }

  private static func underWay(on day: Day) -> Query {
    """
    SELECT entry, peer, sum(count)::bigint AS count FROM ledger_counter
    WHERE entry IN ('taken', 'emitted') GROUP BY entry, peer
    UNION ALL
    SELECT CASE WHEN blocked THEN 'blocked messages' ELSE 'pending messages' END, '', sum(messages)
    FROM outbox_pending GROUP BY blocked
    UNION ALL
    SELECT 'deadlines due', '', count(*) FROM deadline WHERE fires_on <= \(day)
    UNION ALL
    SELECT 'next', '', min(fires_on) - date '1970-01-01' FROM deadline
    UNION ALL
    SELECT 'released from quarantine', '', count(*) FROM quarantine WHERE state = 'released'
    """
  }
}
