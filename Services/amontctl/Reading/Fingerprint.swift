import Contracts
import Digest
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
      known.formUnion(
        columns.flatMap { table, columns in columns.all.map { table + "." + $0 } + [table] })
      for (table, columns) in columns.sorted(by: { $0.key < $1.key }) {
        guard let rows = LeftOut.query(table) else { continue }
        guard columns.sealed.isEmpty else {
          let texts = try await texts(of: table, columns.sealed, of: service, in: databases)
          let hashes = texts.map { SHA256.hash($0).hex }.sorted().joined()
          lines.append((service, table, texts.count, texts.isEmpty ? "" : SHA256.hash(hashes).hex))
          continue
        }
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
      let columns = try await databases.columns(of: service)[parts[1]],
      let rows = LeftOut.query(parts[1])
    else { throw OperatorError("the fingerprint has no line \(name)") }
    guard columns.sealed.isEmpty else {
      return try await texts(of: parts[1], columns.sealed, of: service, in: databases).sorted()
    }
    return try await databases.query(service, Query(sql: rows + " ORDER BY 1"))
      .map { try $0.text("row") }
  }

  /// Pages of 8 kB of a table whose sealed values are opened at a time.
  private static let pages = 256

  /// What of each row counts, where some of it is sealed: by what it says, which is the same
  /// whatever its key.
  private static func texts(
    of table: String, _ sealed: [String], of service: ServiceName, in databases: ServiceDatabases
  ) async throws -> [String] {
    let size = try await databases.query(
      service, "SELECT pg_relation_size(to_regclass(\(table))) / 8192 AS pages"
    ).first?.int("pages")
    var texts: [String] = []
    for page in stride(from: 0, to: size ?? 0, by: pages) {
      let condition = "t.ctid >= '(\(page),0)' AND t.ctid < '(\(page + pages),0)'"
      guard let rows = LeftOut.query(table, sealed: sealed, where: condition) else { return [] }
      for row in try await databases.opened(service, Query(sql: rows)) {
        var text = try row.text("row")
        for column in sealed { text += " \(column): " + (try said(column, of: table, in: row)) }
        texts.append(text)
      }
    }
    return texts
  }

  /// What a sealed value says: nothing, once its key was destroyed.
  private static func said(
    _ column: String, of table: String, in row: PostgreSQL.Row
  ) throws -> String {
    if row.isErased(column) { return "effacé" }
    return try row.at(table + "." + column).textIfPresent(column) ?? "-"
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
  /// The columns of a table, and those that are sealed.
  fileprivate struct Columns {
    var all: [String] = []
    var sealed: [String] = []
  }

  /// The tables of a service with their columns.
  fileprivate func columns(of service: ServiceName) async throws -> [String: Columns] {
    var columns: [String: Columns] = [:]
    for row in try await query(
      service,
      """
      SELECT c.relname::text AS name, a.attname::text AS column,
        a.atttypid = 'bytea'::regtype AS sealed
      FROM pg_class AS c
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY a.attnum
      """)
    {
      let (table, column) = (try row.text("name"), try row.text("column"))
      columns[table, default: Columns()].all.append(column)
      if try row.bool("sealed") { columns[table]?.sealed.append(column) }
    }
    return columns
  }
}
