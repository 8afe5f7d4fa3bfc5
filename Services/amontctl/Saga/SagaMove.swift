import Contracts
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

/// The live dossiers of an older version, read and moved in batches by their identifiers.
struct SagaMove {
  /// How many dossiers a batch reads or moves: one transaction.
  static let batch = 1_000

  let tables: ProcedureTables

  /// One dossier and what would become of it.
  struct Verdict {
    var household: HouseholdID
    var move: VersionMove
  }

  /// The next live dossiers of an older version behind one, in the order of their identifiers.
  ///
  /// - Throws: `PostgresError` when they cannot be read.
  func verdicts(
    behind last: HouseholdID?, in connection: PostgresConnection
  ) async throws -> [Verdict] {
    try await connection.query(
      """
      SELECT household, version, contact_phase, debt_phase, housing_phase, procedure_phase,
        array_to_string(circumstances, ' ') AS circumstances,
        coalesce((SELECT string_agg(track || ':' || trigger, ' ') FROM awaited_step
          WHERE awaited_step.household = dossier.household), '') AS awaited
      FROM dossier
      WHERE closed_on IS NULL AND version <> \(tables.version)
        AND (\(last)::uuid IS NULL OR household > \(last)::uuid)
      ORDER BY household LIMIT \(Self.batch)
      """
    ).map { row in
      Verdict(household: try row.uuid("household"), move: tables.receive(try Standing(row)))
    }
  }

  /// Moves those that can go, with one line of the timeline each: their days and what they wait for
  /// stay as they were computed. All or none of them.
  ///
  /// - Throws: `PostgresError` when they cannot be written.
  func move(_ households: [HouseholdID], on day: Day, in connection: PostgresConnection)
    async throws
    -> Int
  {
    try await connection.withTransaction { connection in
      // The lock by which the services hold a dossier while they decide.
      _ = try await connection.query(
        """
        SELECT count(pg_advisory_xact_lock(hashtextextended(key, 0))) AS locked
        FROM unnest(\(households.map(\.description).sorted())::text[]) AS key
        """)
      let now = try await verdicts(among: households, in: connection)
      let moved = now.compactMap { verdict in
        verdict.moved.map { (verdict.household, $0.circumstances.joined(separator: " ")) }
      }
      _ = try await connection.pipeline([
        """
        UPDATE dossier SET version = \(tables.version), entries = entries + 1,
          circumstances = string_to_array(new.circumstances, ' ')
        FROM unnest(\(moved.map(\.0))::uuid[], \(moved.map(\.1))::text[])
          AS new (household, circumstances)
        WHERE dossier.household = new.household
        """,
        """
        INSERT INTO timeline (household, entry, day, kind, text, is_secret, message)
        SELECT household, entries, \(day), 'fact', \(line), false, 'amontctl saga migrate'
        FROM dossier WHERE household = ANY(\(moved.map(\.0))::uuid[])
        """,
      ])
      return moved.count
    }
  }

  private var line: String {
    "Le dossier suit désormais la version \(tables.version) des règles ; ses échéances demeurent."
  }

  private func verdicts(
    among households: [HouseholdID], in connection: PostgresConnection
  ) async throws -> [Verdict] {
    try await connection.query(
      """
      SELECT household, version, contact_phase, debt_phase, housing_phase, procedure_phase,
        array_to_string(circumstances, ' ') AS circumstances,
        coalesce((SELECT string_agg(track || ':' || trigger, ' ') FROM awaited_step
          WHERE awaited_step.household = dossier.household), '') AS awaited
      FROM dossier
      WHERE household = ANY(\(households)::uuid[]) AND closed_on IS NULL
        AND version <> \(tables.version)
      """
    ).map { row in
      Verdict(household: try row.uuid("household"), move: tables.receive(try Standing(row)))
    }
  }
}

extension SagaMove.Verdict {
  /// What would be written; `nil` for a dossier that is blocked.
  var moved: VersionMove.Moved? {
    switch move {
    case .unchanged(let moved), .moved(let moved, _): moved
    case .blocked: nil
    }
  }
}

extension Standing {
  fileprivate init(_ row: PostgreSQL.Row) throws {
    var awaited: [Track: String] = [:]
    for pair in try row.text("awaited").split(separator: " ") {
      let parts = pair.split(separator: ":")
      guard parts.count == 2, let track = Track(rawValue: String(parts[0])) else { continue }
      awaited[track] = String(parts[1])
    }
    self.init(
      version: try row.int("version"),
      phases: [
        .contact: try row.text("contact_phase"), .debt: try row.text("debt_phase"),
        .housing: try row.text("housing_phase"), .procedure: try row.text("procedure_phase"),
      ],
      circumstances: try row.text("circumstances").split(separator: " ").map(String.init),
      awaited: awaited)
  }
}
