import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

extension ServiceDatabases {
  /// The households that a reference names: the identifier of a dossier, or what a partner calls
  /// it, the number of a lease, of a commandement de payer or of the répertoire général.
  ///
  /// - Throws: `PostgresError` when intake's database cannot be read.
  func households(named reference: String) async throws -> [HouseholdID] {
    if let household = HouseholdID(reference) { return [household] }
    return try await query(
      .intake,
      """
      SELECT DISTINCT household FROM identity_key
      WHERE kind IN ('bail', 'commandement', 'rg')
        AND regexp_replace(lower(regexp_replace(key, '^.*\\|', '')), '[^a-z0-9]', '', 'g')
          = regexp_replace(lower(\(reference)), '[^a-z0-9]', '', 'g')
      ORDER BY household LIMIT 20
      """
    ).map { try $0.uuid("household") }
  }
}
