import Contracts
import PostgreSQL
import Vocabulary

/// The books of all six services, open for reading.
struct Books: Sendable {
  let connections: [ServiceName: PostgresConnection]

  /// Opens one connection to each service's database.
  ///
  /// - Throws: `PostgresError` when one cannot be reached.
  static func open(_ place: Place) async throws -> Books {
    var connections: [ServiceName: PostgresConnection] = [:]
    for service in ServiceName.allCases {
      connections[service] = try await place.connect(to: service)
    }
    return Books(connections: connections)
  }

  func query(_ service: ServiceName, _ query: Query) async throws -> Rows {
    guard let connection = connections[service] else {
      throw PostgresError(code: .closed)
    }
    return try await connection.query(query)
  }

  /// Reads every service's ledger, counters against tables.
  func ledger() async throws -> LedgerReport {
    var lines: [ServiceName: LedgerLine] = [:]
    for service in ServiceName.allCases { lines[service] = try await line(of: service) }
    return LedgerReport(lines: lines)
  }

  private func line(of service: ServiceName) async throws -> LedgerLine {
    var line = LedgerLine()
    for row in try await query(
      service,
      "SELECT entry, peer, sum(count)::bigint AS count FROM ledger_counter GROUP BY entry, peer")
    {
      let entry = try row.text("entry")
      line.counted[entry, default: 0] += try row.int("count")
      if entry == "taken" { line.takenFrom[try row.text("peer")] = try row.int("count") }
      if entry == "emitted" { line.emittedTo[try row.text("peer")] = try row.int("count") }
    }
    for row in try await query(
      service,
      """
      SELECT outcome, count(*) AS messages, sum(duplicates)::bigint AS duplicates
      FROM inbox GROUP BY outcome
      """)
    {
      line.tables[try row.text("outcome")] = try row.int("messages")
      line.tables["duplicate", default: 0] += try row.int("duplicates")
    }
    for row in try await query(
      service,
      """
      SELECT (SELECT count(*) FROM outbox) AS emitted, (SELECT count(*) FROM outbox_pending) AS
        pending, (SELECT count(*) FROM outbox_pending WHERE blocked) AS blocked
      """)
    {
      line.tables["emitted"] = try row.int("emitted")
      line.tables["pending"] = try row.int("pending")
      line.tables["blocked"] = try row.int("blocked")
    }
    return line
  }

  func close() async {
    for connection in connections.values { await connection.close() }
  }
}
