import Contracts
import PostgreSQL
import Vocabulary

/// The books of all six services, open for reading.
struct Books: Sendable {
  private let readers: [ServiceName: BookReader]

  /// Opens one connection to each service's database.
  ///
  /// - Throws: `PostgresError` when one cannot be reached.
  static func open(_ place: Place) async throws -> Books {
    var readers: [ServiceName: BookReader] = [:]
    for service in ServiceName.allCases {
      readers[service] = BookReader(try await place.connect(to: service), of: service, at: place)
    }
    return Books(readers: readers)
  }

  func query(_ service: ServiceName, _ query: Query) async throws -> Rows {
    guard let reader = readers[service] else { throw PostgresError(code: .closed) }
    return try await reader.read(query)
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
    for reader in readers.values { await reader.close() }
  }
}

/// One service's database, read again over a new connection when the server ended the last one: an
/// operator looks just when the database was restarted.
private actor BookReader {
  /// Tries in all, and the pause between two, in milliseconds: half a minute.
  private static let tries = 60
  private static let pauseMilliseconds = 500

  private let service: ServiceName
  private let place: Place
  private var connection: PostgresConnection

  init(_ connection: PostgresConnection, of service: ServiceName, at place: Place) {
    self.connection = connection
    self.service = service
    self.place = place
  }

  func read(_ query: Query) async throws -> Rows {
    var tries = 0
    while true {
      do {
        return try await connection.query(query)
      } catch {
        tries += 1
        guard tries < Self.tries, await !connection.isUsable else { throw error }
        if let fresh = try? await place.connect(to: service) { connection = fresh }
        try await Task.sleep(for: .milliseconds(Self.pauseMilliseconds), clock: .continuous)
      }
    }
  }

  func close() async { await connection.close() }
}
