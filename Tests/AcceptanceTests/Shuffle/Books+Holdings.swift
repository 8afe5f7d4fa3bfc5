import Contracts
import PostgreSQL
import Vocabulary

@testable import amontctl

/// What two households that live the same life differ in, whatever Amont does.
private enum Ways {
  /// How the services came to where they stand: messages, their ranks and places, corrections.
  static let tables: Set<String> = [
    "inbox", "inbox_rank", "parked", "outbox", "outbox_rank", "quarantine", "journal",
    "journal_head", "revision",
    // Who the household is.
    "identity_key", "tenant", "dwelling",
  ]

  /// Numbers that a table gives in order of writing, identifiers of messages, and an address.
  static let columns = ["household", "entry", "entries", "armed", "message", "event_id", "voie"]

  /// Lines of the timeline for delays that were counted anew within one day; those that run are among the
  /// deadlines and the awaited steps.
  static let lines = ["armed", "disarmed"]
}

extension Books {
  /// Every row that the services keep of those dossiers, as text, save what tells by which way they came
  /// there and who the household is.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func holdings(of dossiers: [HouseholdID]) async throws -> [HouseholdID: [String]] {
    var holdings: [HouseholdID: [String]] = [:]
    for service in ServiceName.allCases {
      for table in try await tablesByHousehold(of: service) {
        let rows = try await query(
          service,
          """
          SELECT household, (to_jsonb(t) - \(Ways.columns)::text[])::text AS row
          FROM \(identifier: table) t WHERE household = ANY(\(dossiers)::uuid[])
            AND NOT coalesce(to_jsonb(t) ->> 'kind' = ANY(\(Ways.lines)::text[]), false)
          """)
        for row in rows {
          holdings[try row.uuid("household"), default: []].append(
            "\(service.rawValue).\(table) " + (try row.text("row")))
        }
      }
    }
    return holdings
  }

  private func tablesByHousehold(of service: ServiceName) async throws -> [String] {
    try await query(
      service,
      """
      SELECT table_name::text AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'household' ORDER BY 1
      """
    ).map { try $0.text("name") }.filter { !Ways.tables.contains($0) }
  }

  /// The first day on which a delay of one of those dossiers ends.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func nextDeadline(of dossiers: [HouseholdID]) async throws -> Day? {
    var first: Day?
    for service in ServiceName.allCases {
      let day = try await query(
        service,
        "SELECT min(fires_on) AS day FROM deadline WHERE household = ANY(\(dossiers)::uuid[])"
      ).first?.dayIfPresent("day")
      first = [first, day].compactMap(\.self).min()
    }
    return first
  }
}
