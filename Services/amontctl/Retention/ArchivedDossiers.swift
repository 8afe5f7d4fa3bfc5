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

/// What a command that shows dossiers does with one of the archive.
enum ArchiveAccess: Sendable {
  /// It shows one for a reason of the archive alone.
  case forReason(ArchivePurpose?)
  /// It needs none: because of this.
  case open(String)

  /// Why what was found may not be shown; `nil` where it may.
  ///
  /// - Parameter archived: Which of its dossiers are in the archive, and since when.
  func objection(to archived: [HouseholdID: Day]) -> OperatorError? {
    guard case .forReason(nil) = self,
      let one = archived.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    else { return nil }
    return OperatorError(
      "this dossier is in the archive since \(one.value): --archive REASON shows it, for "
        + ArchivePurpose.allCases.map(\.rawValue).joined(separator: ", "))
  }

  /// What the log says of it beside what was shown.
  func scope(of archived: [HouseholdID: Day]) -> String? {
    guard case .forReason(let purpose?) = self, !archived.isEmpty else { return nil }
    return "archive, \(purpose.rawValue)"
  }
}

/// The option by which a dossier of the archive is looked at.
struct ArchiveOptions: ParsableArguments {
  @Option(help: "Show a dossier of the archive, for one of these reasons alone.")
  var archive: ArchivePurpose?

  var access: ArchiveAccess { .forReason(archive) }
}

/// Which dossiers are in the archive.
enum ArchivedDossiers {
  /// The day on which the last act of each dossier came, in intake's database, with those that
  /// are joined to it.
  static let lastActs: Query = """
    SELECT coalesce(d.merged_into, d.household) AS root, max(c.received_on) AS on_day
    FROM contribution AS c JOIN dossier AS d ON d.household = c.home
    GROUP BY coalesce(d.merged_into, d.household)
    """

  /// Every dossier with a row, in intake's database, and whether the row holds.
  static let rows: Query = """
    SELECT a.household, a.archived_on, \(unsafeRaw: holds("a.household")) AS holds
    FROM archive AS a ORDER BY a.household
    """

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
  /// Every dossier that is not erased: closed, in the archive, or open with the day of its last
  /// act.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func keptDossiers() async throws -> [KeptDossier] {
    let erased = Set(
      try await query(.intake, "SELECT household FROM household_key WHERE erased_on IS NOT NULL")
        .map { try $0.uuid("household") })
    let archive = try await query(.intake, ArchivedDossiers.rows).map {
      (try $0.uuid("household"), holds: try $0.bool("holds"))
    }
    let closed = try await query(
      .sagaOrchestrator, "SELECT household, closed_on FROM dossier WHERE closed_on IS NOT NULL"
    ).map { (try $0.uuid("household"), on: try $0.day("closed_on")) }
    let open = Set(
      try await query(.sagaOrchestrator, "SELECT household FROM dossier WHERE closed_on IS NULL")
        .map { try $0.uuid("household") })
    let silent = try await query(.intake, ArchivedDossiers.lastActs).map {
      (try $0.uuid("root"), on: try $0.day("on_day"))
    }.filter { open.contains($0.0) }
    return KeptDossier.all(closed: closed, archive: archive, open: silent)
      .filter { !erased.contains($0.household) }
  }
}

extension KeptDossier {
  /// The closed dossiers, and those of the archive that are open. One that was reopened since it
  /// was archived, and closed again, is a closed one of the active base: its row counts no more.
  static func all(
    closed: [(HouseholdID, on: Day)], archive: [(HouseholdID, holds: Bool)],
    open: [(HouseholdID, on: Day)] = []
  ) -> [KeptDossier] {
    var rows = Dictionary(archive, uniquingKeysWith: { first, _ in first })
    let kept = closed.map { household, day in
      let isArchived = rows.removeValue(forKey: household) ?? false
      return KeptDossier(household: household, closedOn: day, isArchived: isArchived)
    }
    // What is left was reopened.
    let reopened = rows.keys.map { KeptDossier(household: $0, closedOn: nil, isArchived: true) }
    let silent = open.filter { rows[$0.0] == nil }.map { household, day in
      KeptDossier(household: household, closedOn: nil, isArchived: false, lastActOn: day)
    }
    return kept + reopened + silent
  }
}

extension PostgresConnection {
  /// Which of some dossiers are in the archive, and since when, in intake's database.
  ///
  /// - Throws: `PostgresError` when it cannot be read.
  func archived(among dossiers: [HouseholdID]) async throws -> [HouseholdID: Day] {
    guard !dossiers.isEmpty else { return [:] }
    let wanted = Set(dossiers)
    let rows = try await query(ArchivedDossiers.rows).compactMap {
      row -> (HouseholdID, Day)? in
      let household = try row.uuid("household")
      guard wanted.contains(household), try row.bool("holds") else { return nil }
      return (household, try row.day("archived_on"))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// Moves dossiers to the archive, in intake's database; one that is there stays as it is, one
  /// that left it by a new act and is closed again goes there again.
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
      ON CONFLICT (household) DO UPDATE SET archived_on = EXCLUDED.archived_on,
        until = EXCLUDED.until, rule = EXCLUDED.rule, article = EXCLUDED.article
        WHERE NOT \(unsafeRaw: ArchivedDossiers.holds("archive.household"))
      RETURNING household
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
