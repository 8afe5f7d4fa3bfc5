import Contracts
import OperatorReading
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

extension ServiceDatabases {
  /// The evaluation of a year.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func report(of year: Int, targets: [String: String] = [:]) async throws -> YearReport {
    YearReport(year: year, of: try await figures(of: year), targets: targets)
  }

  /// What all services count in a year.
  ///
  /// - Throws: `PostgresError` when a database cannot be read.
  func figures(of year: Int) async throws -> YearFigures {
    var figures = YearFigures()
    async let told = countsOfServices(in: year)
    for row in try await query(.sagaOrchestrator, Self.sums(of: year)) {
      try Self.add(row, to: &figures)
    }
    for row in try await query(.sagaOrchestrator, Self.delays(of: year)) {
      try Self.addDelay(row, to: &figures)
    }
    for count in try await told { count.add(to: &figures) }
    return figures
  }

  /// A mark of a newer release is left out: this build does not know what it counts.
  private static func add(_ row: PostgreSQL.Row, to figures: inout YearFigures) throws {
    guard let mark = Mark(rawValue: try row.text("mark")) else { return }
    let quantity = Quantity(mark)
    // Their days are no sum that anybody asks for.
    guard !IndicatorLine.delays.contains(quantity) else { return }
    let segments: [(Cut, String?)] = [
      (.commission, try row.textIfPresent("commission")),
      (.landlord, try row.textIfPresent("landlord")), (.motive, try row.textIfPresent("motive")),
    ]
    let found = segments.first { $0.1 != nil }
    figures.add(try row.int("total"), of: quantity, found?.0 ?? .all, found?.1 ?? "")
  }

  private static func addDelay(_ row: PostgreSQL.Row, to figures: inout YearFigures) throws {
    guard let mark = Mark(rawValue: try row.text("mark")) else { return }
    let (dossiers, days) = (try row.int("dossiers"), try row.int("value"))
    for (cut, segment) in [
      (Cut.all, ""), (.commission, try row.text("commission")),
      (.landlord, try row.text("landlord")), (.motive, try row.text("motive")),
    ] {
      figures.add(dossiers, of: Quantity(mark), days: days, cut, segment)
    }
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

  /// Delays come as the number of dossiers for each number of days, one reading of the index for
  /// all cuts: a million dossiers need no sorting.
  private static func delays(of year: Int) -> Query {
    """
    SELECT mark, commission, landlord, motive, value, count(*) AS dossiers FROM indicator
    WHERE year = \(year) AND mark IN ('proposalDelay', 'interviewDelay')
    GROUP BY mark, commission, landlord, motive, value
    """
  }
}
