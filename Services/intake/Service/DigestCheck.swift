import Digest
import Messaging
import PostgreSQL

/// Sees that the key of the digests is the one that made those of the tables: by another nobody
/// would be recognised, and each household get a second dossier.
enum DigestCheck {
  private static let sentence =
    "AMONT_DIGEST_KEY is not the key by which this database's digests were made: put the secret of "
    + "that time back; another one would recognise nobody"

  /// Gives a row with a `problem` where the digest that was kept is another.
  ///
  /// - Parameter digest: The digest of the empty text.
  static func compare(_ digest: String) -> Query {
    "SELECT \(sentence)::text AS problem FROM digest_check WHERE value <> \(digest)"
  }

  /// Keeps the digest, the first time, and compares it from then on: a step of `migrate`.
  ///
  /// - Throws: `KeyProblem`; what the database refuses.
  static func keep(_ digest: KeyedDigest, in connection: PostgresConnection) async throws {
    let results = try await connection.pipeline([
      """
      INSERT INTO digest_check (value) SELECT \(digest(""))
      WHERE NOT EXISTS (SELECT FROM digest_check)
      """, compare(digest("")),
    ])
    if let problem = try results[1].first?.text("problem") { throw KeyProblem.ofService(problem) }
  }
}
