import Contracts
import OperatorReading
import PostgreSQL

// What other services count is cut as the saga cuts households. Whole lists of households go from
// one server to the other as texts that nobody reads on the way: a row a household would take as
// many seconds as there are tens of thousands of them.

extension ServiceDatabases {
  /// The households of some segments, parted by commas.
  struct Lists: Sendable {
    var segments: [Segments] = []
    var households: [String] = []
  }

  /// What the saga is not told and other services know.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func countsOfServices(in year: Int) async throws -> [ServiceCount] {
    let named = try await ofEach(Self.queries(of: year)) { service, one in
      try await query(service, Self.households(one)).compactMap {
        try $0.textIfPresent("households")
      }
    }
    let lists = try await lists(of: named)
    return try await ofEach(Self.queries(of: year)) { service, one in
      try await query(service, Self.byPlace(one, lists)).map {
        try ServiceCount($0, lists.segments)
      }
    }
  }

  /// All services side by side, the queries of each one after the other.
  private func ofEach<Found: Sendable>(
    _ queries: [(ServiceName, [Query])],
    _ read: @escaping @Sendable (ServiceName, Query) async throws -> [Found]
  ) async throws -> [Found] {
    try await withThrowingTaskGroup(of: [Found].self) { group in
      for (service, own) in queries {
        group.addTask {
          var found: [Found] = []
          for one in own { found += try await read(service, one) }
          return found
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  /// The households of which a query of ``queries(of:)`` counts anything.
  private static func households(_ counts: Query) -> Query {
    Query(
      sql: """
        SELECT string_agg(household::text, ',') AS households
        FROM (SELECT DISTINCT household FROM (\(counts.sql)) AS counts) AS named
        """, parameters: counts.parameters)
  }

  private func lists(of households: [String]) async throws -> Lists {
    var lists = Lists()
    for row in try await query(.sagaOrchestrator, Self.segments(of: households)) {
      lists.segments.append(
        Segments(
          commission: try row.text("commission"), landlord: try row.text("landlord"),
          motive: try row.text("motive")))
      lists.households.append(try row.text("households"))
    }
    return lists
  }

  private static func segments(of households: [String]) -> Query {
    """
    SELECT commission, landlord, motive, string_agg(household::text, ',') AS households
    FROM (
      SELECT household, commission, coalesce(landlord, 'inconnu') AS landlord,
        coalesce(
          (SELECT motive FROM indicator WHERE indicator.household = dossier.household LIMIT 1),
          'dette') AS motive
      FROM dossier JOIN (
        SELECT DISTINCT unnest(string_to_array(list, ','))::uuid AS household
        FROM unnest(\(households)::text[]) AS lists (list)) AS named USING (household)) AS cuts
    GROUP BY commission, landlord, motive
    """
  }

  /// A query of ``queries(of:)`` summed by the lists, of which `place` is the index.
  static func byPlace(_ counts: Query, _ lists: Lists) -> Query {
    let first = counts.parameters.count
    return Query(
      sql: """
        SELECT counted, detail, place, household IS NOT NULL AS is_of_household,
          CASE WHEN counted = ANY($\(first + 3)::text[]) THEN measure END AS days,
          sum(number)::bigint AS number, sum(measure)::bigint AS measure
        FROM (\(counts.sql)) AS counts LEFT JOIN (
          SELECT unnest(string_to_array(list, ','))::uuid AS household, place
          FROM unnest($\(first + 1)::text[], $\(first + 2)::bigint[]) AS lists (list, place)) AS cuts
          USING (household)
        GROUP BY counted, detail, place, is_of_household, days
        """,
      parameters: counts.parameters + [
        .texts(lists.households), .ints(Array(lists.households.indices)),
        .texts(IndicatorLine.delays.map(\.name).sorted()),
      ])
  }
}
