import Digest
import PostgreSQL

/// Keys the digests that an earlier release left without a key: a step of `migrate`, in parts that
/// may be ended and begun again at any time. The text behind a digest need not be known for it.
struct KeyedRows {
  /// Rows that one statement changes.
  static let portion = 1_000

  let connection: PostgresConnection
  let digest: KeyedDigest

  /// Keys all of them.
  ///
  /// - Returns: How many digests and lists of them were changed.
  /// - Throws: `PostgresError`; what was keyed stays so.
  func run() async throws -> Int {
    var count = 0
    for table in ["identity_key", "waiting_key"] {
      while case let done = try await key(table), done > 0 { count += done }
    }
    while case let done = try await keyBrought(), done > 0 { count += done }
    return count
  }

  private func key(_ table: String) async throws -> Int {
    let plain = try await connection.query(
      """
      SELECT DISTINCT key FROM \(identifier: table)
      WHERE kind NOT IN ('bail', 'exploc', 'commandement', 'rg') AND key NOT LIKE 'k%'
      LIMIT \(Self.portion)
      """
    ).map { try $0.text("key") }
    guard !plain.isEmpty else { return 0 }
    _ = try await connection.query(
      """
      UPDATE \(identifier: table) AS t SET key = new.keyed
      FROM unnest(\(plain)::text[], \(plain.map(digest.keyed))::text[]) AS new (plain, keyed)
      WHERE t.key = new.plain AND t.kind NOT IN ('bail', 'exploc', 'commandement', 'rg')
      """)
    return plain.count
  }

  private func keyBrought() async throws -> Int {
    let rows = try await connection.query(
      """
      SELECT household, account, brought FROM relation
      WHERE brought ~ '\\t[0-9a-f]{64}(\\n|$)' LIMIT \(Self.portion)
      """)
    for row in rows {
      let lines = try row.text("brought").split(separator: "\n").map { line in
        let parts = line.split(separator: "\t", maxSplits: 1)
        guard parts.count == 2, parts[1].utf8.count == 2 * SHA256Digest.byteCount else {
          return String(line)
        }
        return parts[0] + "\t" + digest.keyed(String(parts[1]))
      }
      _ = try await connection.query(
        """
        UPDATE relation SET brought = \(lines.sorted().joined(separator: "\n"))
        WHERE household = \(try row.uuid("household")) AND account = \(try row.text("account"))
        """)
    }
    return rows.count
  }
}
