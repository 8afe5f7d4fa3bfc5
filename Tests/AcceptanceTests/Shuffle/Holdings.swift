import Contracts
import OperatorReading
import PostgreSQL
import Vocabulary

@testable import amontctl

/// What two households that live the same life differ in, whatever Amont does.
private enum Ways {
  /// How the services came to where they stand: messages, their ranks and places, corrections.
  static let tables: Set<String> = [
    "inbox", "parked", "outbox", "dossier_head", "quarantine", "revision",
    // Who the household is, and its key.
    "household_key", "identity_key", "tenant", "dwelling",
  ]

  /// Numbers that a table gives in order of writing, identifiers of messages, an address, and the
  /// digest of what a sender wrote, which holds that address.
  static let columns = [
    "household", "entry", "entries", "armed", "message", "event_id", "voie",
    "digest",
  ]

  /// Lines of the timeline for delays that were counted anew within one day; those that run are
  /// among the deadlines and the awaited steps.
  static let lines = ["armed", "disarmed"]
}

extension ServiceDatabases {
  /// Every row that the services keep of those dossiers, as text, save what tells by which way they
  /// came there and who the household is.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func holdings(of dossiers: [HouseholdID]) async throws -> [HouseholdID: [String]] {
    var holdings: [HouseholdID: [String]] = [:]
    for service in ServiceName.allCases {
      for (table, sealed) in try await tablesByHousehold(of: service) {
        let told = sealed.filter { !Ways.columns.contains($0) }
        let rows = try await opened(
          service,
          """
          SELECT household, (to_jsonb(t) - \(Ways.columns + sealed)::text[])::text AS row
            \(unsafeRaw: told.map { ", " + $0 }.joined())
          FROM \(identifier: table) t WHERE household = ANY(\(dossiers)::uuid[])
            AND NOT coalesce(to_jsonb(t) ->> 'kind' = ANY(\(Ways.lines)::text[]), false)
          """)
        for row in rows {
          var text = "\(service.rawValue).\(table) " + (try row.text("row"))
          for column in told {
            text += " \(column): " + (try row.of(table).textIfPresent(column) ?? "-")
          }
          holdings[try row.uuid("household"), default: []].append(text)
        }
      }
    }
    return holdings
  }

  /// What partners' acts fix of those dossiers by themselves, as text: where the procedure stands,
  /// the days that acts gave, each act and what the court, the landlord or the commission decided.
  /// Not what Amont asked for, nor the delays that it counts from the day on which it did.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func fixedByActs(of dossiers: [HouseholdID]) async throws -> [HouseholdID: [String]] {
    var fixed: [HouseholdID: [String]] = [:]
    for (service, columns, table) in Self.fixedByActs {
      let rows = try await query(
        service,
        """
        SELECT household, (SELECT to_jsonb(f)::text FROM (SELECT \(unsafeRaw: columns)) AS f) AS row
        FROM \(identifier: table) WHERE household = ANY(\(dossiers)::uuid[])
        """)
      for row in rows {
        fixed[try row.uuid("household"), default: []].append(
          "\(service.rawValue).\(table) " + (try row.text("row")))
      }
    }
    return fixed
  }

  private static let fixedByActs: [(ServiceName, columns: String, table: String)] = [
    (
      .sagaOrchestrator,
      """
      procedure_phase, closure, closed_on, opened_on, notice_until, hearing_on, judgment_on,
      first_instalment_on, instalments, judge_delays_until, quit_until, jex_until,
      police_aid_until, dalo_until, cleared_on, evicted_on, lease_on, summons_on, decision_on,
      notified_on, suspension_until, protocol_until, clause_until
      """, "dossier"
    ),
    (
      .courtLiaison,
      "kind, act_on, outcome, standing, hearing_on, instalments, delays_end_on, irregularities",
      "act"
    ),
    (.courtLiaison, "hearing_on, state", "hearing"),
    (.debtSettlement, "filed_on, ruling, ruled_on, measure, until", "surendettement"),
    (.debtSettlement, "kind, stage, started_on, first, count, broken_at", "schedule"),
    (.rehousing, "dalo, dalo_on, daho, daho_on", "rehousing_file"),
    (.rehousing, "reference, offered_on, state", "offer"),
  ]

  /// The tables, each with the columns that count by what they say once opened.
  private func tablesByHousehold(
    of service: ServiceName
  ) async throws -> [(table: String, sealed: [String])] {
    try await query(
      service,
      """
      SELECT c.table_name::text AS name, coalesce((SELECT string_agg(s.column_name, ' ' ORDER BY s.column_name)
          FROM information_schema.columns AS s WHERE s.table_schema = 'public'
            AND s.table_name = c.table_name AND s.data_type = 'bytea'), '') AS sealed
      FROM information_schema.columns AS c
      WHERE c.table_schema = 'public' AND c.column_name = 'household' ORDER BY 1
      """
    ).map {
      (
        table: try $0.text("name"),
        sealed: try $0.text("sealed").split(separator: " ").map(String.init)
      )
    }.filter { !Ways.tables.contains($0.table) }
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
