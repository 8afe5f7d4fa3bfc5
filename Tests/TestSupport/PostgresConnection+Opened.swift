public import PostgreSQL
import Sealing

extension PostgresConnection {
  /// Rows of a table, what is sealed in them opened with the master key of the tests.
  public func opened(_ table: String, _ query: Query) async throws -> [Row] {
    let rows = try await self.query(query)
    let subjects = rows.subjects.sorted()
    var keys = HouseholdKeys()
    try keys.add(await self.query(KeyTable.read(subjects)), of: subjects, by: .tests)
    return rows.opened(with: keys).map { $0.of(table) }
  }
}
