import ArgumentParser
import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

/// For what a dossier of the archive may be looked at: an archive is for single dossiers and single
/// reasons (RGPD art. 5 § 1 e; loi 68-1250: claims against the State).
enum ArchivePurpose: String, ExpressibleByArgument, CaseIterable, Sendable {
  case contentieux, indemnisation, acces = "demande-acces", controle
}

/// Which dossiers are in the archive.
enum ArchivedDossiers {
  /// What holds, in intake's database, for a dossier of the archive. A row counts while no event of
  /// the dossier is younger: a new act reopens it at once, without a word from amontctl.
  static func holds(_ dossier: String) -> String {
    """
    EXISTS (SELECT FROM archive AS kept WHERE kept.household = \(dossier)
      AND NOT EXISTS (SELECT FROM contribution AS later
        WHERE later.home = kept.household AND later.received_on >= kept.archived_on))
    """
  }
}

extension ServiceDatabases {
  /// Since when a dossier is in the archive; `nil` where it is not.
  ///
  /// - Throws: `PostgresError` when intake's database cannot be read.
  func archivedSince(_ household: HouseholdID) async throws -> Day? {
    try await query(
      .intake,
      """
      SELECT archived_on FROM archive AS a WHERE household = \(household)
        AND \(unsafeRaw: ArchivedDossiers.holds("a.household"))
      """
    ).first?.day("archived_on")
  }

  /// Every dossier that is closed, or in the archive, and not erased.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func keptDossiers() async throws -> [KeptDossier] {
    let erased = Set(
      try await query(.intake, "SELECT household FROM household_key WHERE erased_on IS NOT NULL")
        .map { try $0.uuid("household") })
    var archived = Set(
      try await query(.intake, "SELECT household FROM archive").map { try $0.uuid("household") })
    var kept = try await query(
      .sagaOrchestrator, "SELECT household, closed_on FROM dossier WHERE closed_on IS NOT NULL"
    ).map { row in
      let household = try row.uuid("household")
      return KeptDossier(
        household: household, closedOn: try row.day("closed_on"),
        isArchived: archived.remove(household) != nil)
    }
    // What is left was reopened.
    kept += archived.map { KeptDossier(household: $0, closedOn: nil, isArchived: true) }
    return kept.filter { !erased.contains($0.household) }
  }
}

extension PostgresConnection {
  /// Moves dossiers to the archive, in intake's database; one that is there stays as it is.
  ///
  /// - Returns: How many were moved.
  /// - Throws: `PostgresError` when the database refuses; nothing was changed.
  func archive(_ due: [RetentionDue], on day: Day, until: [Day]) async throws -> Int {
    try await query(
      """
      INSERT INTO archive (household, archived_on, until, rule, article)
      SELECT d.household, \(day), d.until, d.rule, d.article
      FROM unnest(\(due.map(\.dossier))::uuid[], \(until)::date[], \(due.map(\.rule))::text[],
        \(due.map(\.article))::text[]) AS d (household, until, rule, article)
      WHERE EXISTS (SELECT FROM dossier WHERE dossier.household = d.household)
      ON CONFLICT (household) DO NOTHING RETURNING household
      """
    ).count
  }

  /// Gives dossiers that were reopened back to the active base.
  ///
  /// - Returns: How many were given back.
  /// - Throws: `PostgresError` when the database refuses; nothing was changed.
  func restore(_ dossiers: [HouseholdID]) async throws -> Int {
    try await query(
      "DELETE FROM archive WHERE household = ANY (\(dossiers)::uuid[]) RETURNING household"
    ).count
  }
}
