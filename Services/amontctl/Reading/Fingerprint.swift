import Contracts
import PostgreSQL

/// One hash a table: two equal lists mean tables equal to the byte.
struct Fingerprint: Sendable {
  /// What a message received twice may change, and nothing else: the counts of duplicates, and the
  /// receipts that answer a duplicate.
  private enum Exception {
    static let tables: Set<String> = ["ledger_counter"]

    /// The rows and columns of a table that count, as a query that gives one text a row.
    static func rows(of table: String) -> String {
      switch table {
      case "inbox": "SELECT (to_jsonb(t) - 'duplicates')::text AS row FROM inbox t"
      case "outbox":
        "SELECT t::text AS row FROM outbox t WHERE t.message_id NOT LIKE '%.doublon%'"
      default: "SELECT t::text AS row FROM \"\(table)\" t"
      }
    }
  }

  /// The lines, service by service.
  let lines: [(service: ServiceName, table: String, rows: Int, hash: String)]

  /// A line a table, for people and for `diff`.
  var text: String {
    lines.map { "\($0.service.rawValue).\($0.table)  \($0.rows) rows  \($0.hash)\n" }.joined()
  }

  /// The same for programs: one JSON object a line, one line a table.
  ///
  /// - Throws: `EncodingError`; no line can cause it.
  var json: String {
    get throws {
      try lines.map { line in
        try Wire.encode(
          TableHash(
            service: line.service.rawValue, table: line.table, rows: line.rows, sha256: line.hash))
          + "\n"
      }.joined()
    }
  }

  private struct TableHash: Encodable {
    let service: String, table: String, rows: Int, sha256: String
  }

  /// Hashes every table of every service.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  static func take(of books: Books) async throws -> Fingerprint {
    var lines: [(service: ServiceName, table: String, rows: Int, hash: String)] = []
    for service in ServiceName.allCases {
      let tables = try await books.query(
        service,
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
      ).map { try $0.text("name") }
      for table in tables where !Exception.tables.contains(table) {
        let row = try await books.query(service, query(Exception.rows(of: table))).first
        lines.append((service, table, try row?.int("rows") ?? 0, try row?.text("hash") ?? ""))
      }
    }
    return Fingerprint(lines: lines)
  }

  /// The order of the rows on disk says nothing: their hashes are sorted.
  private static func query(_ rows: String) -> Query {
    Query(
      sql: """
        SELECT count(*) AS rows, coalesce(encode(sha256(string_agg(hash, ''::bytea ORDER BY hash)),
          'hex'), '') AS hash
        FROM (SELECT sha256(convert_to(row, 'UTF8')) AS hash FROM (\(rows)) AS rows) AS hashes
        """)
  }
}
