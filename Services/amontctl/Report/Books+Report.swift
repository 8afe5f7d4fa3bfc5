import Contracts
import PostgreSQL
import SagaOrchestratorDomain

extension Books {
  /// The evaluation of a year.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func report(of year: Int, targets: [String: String] = [:]) async throws -> YearReport {
    var figures = YearFigures()
    for row in try await query(.sagaOrchestrator, Self.sums(of: year)) {
      guard let cell = try cell(row) else { continue }
      figures.sums[cell] = try row.int("total")
    }
    figures.delays = try await delays(of: year)
    return YearReport(
      year: year, of: figures, targets: targets, more: try await others(of: year, targets: targets))
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

  /// Delays come as the number of dossiers for each number of days, one reading of the index for all
  /// cuts: a million dossiers need no sorting.
  private func delays(of year: Int) async throws -> [YearFigures.Cell: YearFigures.Delay] {
    let rows = try await query(
      .sagaOrchestrator,
      """
      SELECT mark, commission, landlord, motive, value, count(*) AS dossiers FROM indicator
      WHERE year = \(year) AND mark IN ('proposalDelay', 'interviewDelay')
      GROUP BY mark, commission, landlord, motive, value
      """)
    var dossiers: [YearFigures.Cell: [Int: Int]] = [:]
    for row in rows {
      guard let mark = Mark(rawValue: try row.text("mark")) else { continue }
      for (cut, segment) in [
        (Cut.all, ""), (.commission, try row.text("commission")),
        (.landlord, try row.text("landlord")), (.motive, try row.text("motive")),
      ] {
        let cell = YearFigures.Cell(mark: mark, cut: cut, segment: segment)
        dossiers[cell, default: [:]][try row.int("value"), default: 0] += try row.int("dossiers")
      }
    }
    return dossiers.compactMapValues(YearFigures.Delay.init)
  }
}
