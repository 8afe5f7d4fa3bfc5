import Digest
public import PostgreSQL
public import Sealing
import Vocabulary

/// Seals what an earlier release left in plain: a step of `migrate`, which owns the tables. It goes
/// through a table part by part, each part a transaction, and may be ended and begun again at any
/// time.
public struct SealStep: Sendable {
  /// Pages of 8 kB that one transaction looks at.
  static let pages = 64
  /// Times that one part is begun, where a batch is in its way.
  static let mostTries = 5

  private let connection: PostgresConnection
  private let masters: MasterKeys

  public init(connection: PostgresConnection, masters: MasterKeys) {
    self.connection = connection
    self.masters = masters
  }

  /// Seals every value of those columns that is in plain.
  ///
  /// - Returns: How many rows were changed.
  /// - Throws: what the database refuses; `SealingError`. What was sealed stays so.
  public func seal(_ tables: [SealedTable]) async throws -> Int {
    var count = 0
    for table in tables {
      let size = try await connection.query(
        "SELECT pg_relation_size(to_regclass(\(table.name))) / 8192 AS pages"
      ).first?.int("pages")
      // What is written meanwhile is written by this release.
      for first in stride(from: 0, to: size ?? 0, by: Self.pages) {
        count += try await part(of: table, from: first)
      }
    }
    return count
  }

  /// Begins again where a batch and this waited for each other and the server ended this one.
  private func part(of table: SealedTable, from page: Int) async throws -> Int {
    var tries = 1
    while true {
      do {
        return try await connection.withTransaction { _ in try await seal(table, from: page) }
      } catch let error as PostgresError where error.remedy == .retry && tries < Self.mostTries {
        tries += 1
      }
    }
  }

  private func seal(_ table: SealedTable, from page: Int) async throws -> Int {
    // As the batches: their locks first, then rows.
    let seen = Set(try subjects(of: await connection.query(plain(table, from: page))))
    guard !seen.isEmpty else { return 0 }
    _ = try await connection.query(Inbox.lock(Set(seen.map(\.description))))
    let rows = try await connection.query(plain(table, from: page, locking: true))
    let subjects = try subjects(of: rows)
    let all = Set(subjects)
    var keys = HouseholdKeys()
    let read = try await connection.pipeline([
      Inbox.lock(Set(all.subtracting(seen).map(\.description))), KeyTable.read(all.sorted()),
    ])
    try keys.add(read[1], of: all, by: masters)
    if let made = try keys.make(for: all, by: masters) { _ = try await connection.query(made) }
    let values = try table.columns.map { column in
      try zip(rows, subjects).map { row, subject in
        try row.bool("plain_" + column)
          ? .sealed(try row.bytes(column), at: table.name + "." + column, of: subject)
          : Parameter.null
      }
    }
    let places = try rows.map { try $0.text("place") }
    _ = try await connection.query(try update(table, places, values).sealed(with: keys))
    return rows.count
  }

  /// Whose keys seal the rows.
  private func subjects(of rows: Rows) throws -> [HouseholdID] {
    try rows.map { row in
      try row.uuidIfPresent("subject") ?? HouseholdID(derivedFrom: try row.text("other"))
    }
  }

  /// The rows of some pages of which a value is in plain.
  private func plain(_ table: SealedTable, from page: Int, locking: Bool = false) -> Query {
    func isPlain(_ column: String) -> String {
      "coalesce(length(\(column)) = 0 OR substring(\(column) FROM 1 FOR 2) <> '\\xfe01'::bytea, false)"
    }
    let columns = table.columns.map { "\($0), \(isPlain($0)) AS plain_\($0)" }
    return """
      SELECT ctid::text AS place, \(unsafeRaw: table.subject) AS subject,
        \(unsafeRaw: table.other ?? "''") AS other, \(unsafeRaw: columns.joined(separator: ", "))
      FROM \(identifier: table.name)
      WHERE ctid >= \("(\(page),0)")::tid AND ctid < \("(\(page + Self.pages),0)")::tid
        AND (\(unsafeRaw: table.columns.map(isPlain).joined(separator: " OR ")))
      \(unsafeRaw: locking ? "FOR UPDATE" : "")
      """
  }

  /// A row that is changed has another place from then on: all its columns are changed at once.
  private func update(
    _ table: SealedTable, _ places: [String], _ values: [[Parameter]]
  ) -> Query {
    let columns = table.columns
    return Query(
      sql: """
        UPDATE \(table.name) AS t SET
          \(columns.map { "\($0) = coalesce(new.\($0), t.\($0))" }.joined(separator: ", "))
        FROM unnest($1::text[], \(columns.indices.map { "$\($0 + 2)::bytea[]" }
          .joined(separator: ", "))) AS new (place, \(columns.joined(separator: ", ")))
        WHERE t.ctid = new.place::tid
        """, parameters: [.texts(places)] + values.map(Parameter.array))
  }
}
