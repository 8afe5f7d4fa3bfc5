import Contracts
import PostgreSQL
import SagaOrchestratorDomain

extension Books {
  /// The evaluation of a year.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func report(of year: Int, targets: [String: Int] = [:]) async throws -> YearReport {
    var figures = YearFigures()
    for row in try await query(.sagaOrchestrator, Self.sums(of: year)) {
      guard let cell = try cell(row) else { continue }
      figures.sums[cell] = try row.int("total")
    }
    for row in try await query(.sagaOrchestrator, Self.delays(of: year)) {
      guard let cell = try cell(row) else { continue }
      figures.delays[cell] = YearFigures.Delay(
        count: try row.int("count"), median: try row.int("median"), ninth: try row.int("ninth"))
    }
    return YearReport(
      year: year, of: figures, targets: targets, more: try await others(of: year))
  }

  /// A mark of a newer release is left out: this build does not know what it counts.
  private func cell(_ row: PostgreSQL.Row) throws -> YearFigures.Cell? {
    guard let mark = Mark(rawValue: try row.text("mark")) else { return nil }
    let segments: [(Cut, String?)] = [
      (.commission, try row.textIfPresent("commission")),
      (.landlord, try row.textIfPresent("landlord")), (.motive, try row.textIfPresent("motive")),
    ]
    let found = segments.first { $0.1 != nil }
    return YearFigures.Cell(mark: mark, cut: found?.0 ?? .all, segment: found?.1 ?? "")
  }

  /// One range of `indicator_of_year`, read in order and summed on the way.
  private static func sums(of year: Int) -> Query {
    """
    SELECT mark, commission, landlord, motive, sum(total)::bigint AS total
    FROM (
      SELECT mark, commission, landlord, motive, sum(value) AS total FROM indicator
      WHERE year = \(year) GROUP BY mark, commission, landlord, motive) AS cells
    GROUP BY GROUPING SETS ((mark), (mark, commission), (mark, landlord), (mark, motive))
    """
  }

  private static func delays(of year: Int) -> Query {
    """
    SELECT mark, commission, landlord, motive, count(*) AS count,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY value) AS median,
      percentile_disc(0.9) WITHIN GROUP (ORDER BY value) AS ninth
    FROM indicator WHERE year = \(year) AND mark IN ('proposalDelay', 'interviewDelay')
    GROUP BY GROUPING SETS ((mark), (mark, commission), (mark, landlord), (mark, motive))
    """
  }
}
