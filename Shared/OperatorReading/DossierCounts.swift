import Contracts
import PostgreSQL
public import Vocabulary

extension ServiceDatabases {
  /// Open dossiers that wait for nothing: no household may ever be among them. Counts also the
  /// households that intake knows and the saga does not.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  public func dossiersWithoutNextStep() async throws -> Int {
    let idle = try await query(
      .sagaOrchestrator,
      """
      SELECT count(*) AS count FROM dossier WHERE closed_on IS NULL AND NOT EXISTS (
        SELECT FROM deadline WHERE deadline.household = dossier.household)
      """
    ).first?.int("count")
    // One that is joined to another is followed under that one; a withdrawn one by nobody.
    let known = try await query(
      .intake,
      "SELECT count(*) AS count FROM dossier WHERE merged_into IS NULL AND NOT withdrawn"
    ).first?.int("count")
    let followed = try await query(
      .sagaOrchestrator, "SELECT count(*) AS count FROM dossier"
    ).first?.int("count")
    return (idle ?? 0) + max(0, (known ?? 0) - (followed ?? 0))
  }

  /// The household whose dossier has the most lines among those that an eviction or a judgment
  /// reached, else among all.
  ///
  /// - Throws: `PostgresError` when the saga's database cannot be read.
  public func eventfulHousehold() async throws -> HouseholdID? {
    try await query(
      .sagaOrchestrator,
      "SELECT household FROM dossier ORDER BY hearing_on IS NULL, entries DESC, household LIMIT 1"
    ).first?.uuid("household")
  }

  /// How many dossiers are open, and how many closed for each reason.
  ///
  /// - Throws: `PostgresError` when the saga's database cannot be read.
  public func outcomes() async throws -> [(outcome: String, count: Int)] {
    try await query(
      .sagaOrchestrator,
      """
      SELECT coalesce(closure, 'open') AS outcome, count(*) AS count FROM dossier
      GROUP BY 1 ORDER BY 2 DESC, 1
      """
    ).map { (try $0.text("outcome"), try $0.int("count")) }
  }
}
