import Contracts
import OperatorReading
import PostgreSQL

/// One hash a table, of all that the same events must leave the same: see ``LeftOut`` for the rest.
struct Fingerprint: Sendable {
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
  /// - Throws: `PostgresError` when a database cannot be read; `OperatorError` where something is
  ///   left out that does not exist.
  static func take(of databases: ServiceDatabases) async throws -> Fingerprint {
    var lines: [(service: ServiceName, table: String, rows: Int, hash: String)] = []
    var known: Set<String> = []
    for service in ServiceName.allCases {
      let columns = try await databases.columns(of: service)
      known.formUnion(columns.flatMap { table, names in names.map { table + "." + $0 } + [table] })
      for table in columns.keys.sorted() {
        guard let rows = LeftOut.query(table) else { continue }
        let row = try await databases.query(service, query(rows)).first
        lines.append((service, table, try row?.int("rows") ?? 0, try row?.text("hash") ?? ""))
      }
    }
    let named = LeftOut.all.flatMap { left in
      left.columns.map { left.table + "." + $0 } + [left.table]
    }
    if let unknown = named.first(where: { !known.contains($0) }) {
      throw OperatorError("the fingerprint leaves out \(unknown), which does not exist")
    }
    return Fingerprint(lines: lines)
  }

  /// What of each row counts, in an order of its own: for `diff`, where two hashes differ.
  ///
  /// - Parameter name: As a line of the fingerprint names the table.
  /// - Throws: `OperatorError` where there is no such table, or nothing of it counts.
  static func rows(of name: String, in databases: ServiceDatabases) async throws -> [String] {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let service = ServiceName(rawValue: parts[0]),
      try await databases.columns(of: service)[parts[1]] != nil,
      let rows = LeftOut.query(parts[1])
    else { throw OperatorError("the fingerprint has no line \(name)") }
    return try await databases.query(service, Query(sql: rows + " ORDER BY 1"))
      .map { try $0.text("row") }
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

extension ServiceDatabases {
  /// The tables of a service with the names of their columns.
  fileprivate func columns(of service: ServiceName) async throws -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for row in try await query(
      service,
      """
      SELECT c.relname::text AS name, a.attname::text AS column FROM pg_class AS c
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      """)
    {
      columns[try row.text("name"), default: []].append(try row.text("column"))
    }
    return columns
  }
}
