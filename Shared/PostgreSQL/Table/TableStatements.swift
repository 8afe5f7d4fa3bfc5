public import Vocabulary

/// The statements of one table, whose rows belong to households: their text is made once, and each
/// takes a whole batch.
public struct TableStatements: Sendable {
  /// A row: the values of its columns after the household.
  public typealias Row = [Parameter]

  /// Which of a row's values tell it apart from the others of its household.
  private let keys: [Int]
  /// The columns that only the key of the household opens.
  public let sealed: [String]
  private let types: [String]
  /// Where the values of each column stand that is sealed.
  private let places: [String?]
  private let selectText: String
  private let addText: String
  private let insertText: String
  private let changeText: String
  private let removeText: String
  private let keepText: String

  /// The statements of a table.
  ///
  /// - Parameter place: The column that holds the place of a row among those of its household, from
  ///   1.
  public init<Root>(_ table: Table<Root>, place: String? = nil) {
    let keyNames = place.map { [$0] } ?? table.key
    let placed = place.map { [ColumnShape(name: $0, type: .number)] } ?? []
    let all = [ColumnShape(name: "household", type: .identifier)] + placed + table.columns
    let keyColumns = ["household"] + keyNames
    let rest = all.filter { !keyColumns.contains($0.name) }
    let names = all.map(\.name).joined(separator: ", ")
    let key = keyColumns.joined(separator: ", ")
    let same = keyColumns.map { "new.\($0) = \(table.name).\($0)" }.joined(separator: " AND ")
    types = all.map(\.type.arrayType)
    sealed = all.filter { $0.type == .sealed }.map(\.name)
    places = all.map { $0.type == .sealed ? table.name + "." + $0.name : nil }
    keys = keyNames.compactMap { key in all.firstIndex { $0.name == key }.map { $0 - 1 } }
    selectText =
      "SELECT " + all.map { $0.type.reading($0.name) }.joined(separator: ", ")
      + " FROM \(table.name) WHERE household = ANY($1::uuid[])"
      + (keyNames.isEmpty ? "" : " ORDER BY \(key)")
    insertText =
      "INSERT INTO \(table.name) (\(names)) SELECT "
      + all.map { $0.type.storing("new.\($0.name)") }.joined(separator: ", ")
      + " FROM unnest(\(Self.arrays(all))) AS new (\(names))"
    addText = insertText + " ON CONFLICT (\(key)) DO NOTHING"
    changeText =
      rest.isEmpty
      ? addText : insertText + " ON CONFLICT (\(key)) DO " + Self.update(rest, of: table.name)
    let keyShapes = keyColumns.compactMap { name in all.first { $0.name == name } }
    removeText =
      "DELETE FROM \(table.name) USING unnest(\(Self.arrays(keyShapes))) AS new (\(key)) WHERE \(same)"
    let equal = rest.map {
      "\(table.name).\($0.name) IS NOT DISTINCT FROM \($0.type.storing("new.\($0.name)"))"
    }
    keepText =
      "DELETE FROM \(table.name) WHERE household = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM "
      + "unnest(\(Self.arrays(all, from: 2))) AS new (\(names)) WHERE "
      + ([same] + equal).joined(separator: " AND ") + ")"
  }

  /// The places of a batch's columns: `$1::uuid[], $2::text[]`.
  private static func arrays(_ columns: [ColumnShape], from first: Int = 1) -> String {
    columns.enumerated().map { "$\($0 + first)::\($1.type.arrayType)" }.joined(separator: ", ")
  }

  /// Changes those columns where one of them differs.
  private static func update(_ columns: [ColumnShape], of table: String) -> String {
    "UPDATE SET " + columns.map { "\($0.name) = EXCLUDED.\($0.name)" }.joined(separator: ", ")
      + " WHERE (" + columns.map { "\(table).\($0.name)" }.joined(separator: ", ")
      + ") IS DISTINCT FROM (" + columns.map { "EXCLUDED.\($0.name)" }.joined(separator: ", ")
      + ")"
  }

  /// What tells a row apart from the others of its household.
  public func key(of row: Row) -> [Parameter] { keys.map { row[$0] } }

  /// Reads the rows of those households.
  public func select(_ households: [HouseholdID]) -> Query {
    Query(sql: selectText, parameters: [.uuids(households)])
  }

  /// Adds rows, and changes those that are there and differ.
  public func change(_ rows: [(household: HouseholdID, row: Row)]) -> Query {
    Query(sql: changeText, parameters: arrays(rows))
  }

  /// Adds rows; those that are there stay as they are.
  public func add(_ rows: [(household: HouseholdID, row: Row)]) -> Query {
    Query(sql: addText, parameters: arrays(rows))
  }

  /// Adds rows to a table that gives each a key of its own.
  public func append(_ rows: [(household: HouseholdID, row: Row)]) -> Query {
    Query(sql: insertText, parameters: arrays(rows))
  }

  /// Removes the rows of those keys.
  public func remove(_ rows: [(household: HouseholdID, row: Row)]) -> Query {
    let arrays = arrays(rows)
    return Query(sql: removeText, parameters: [arrays[0]] + keys.map { arrays[$0 + 1] })
  }

  /// Removes the rows of those households that are not among these, word for word.
  public func keepOnly(
    _ rows: [(household: HouseholdID, row: Row)], of households: [HouseholdID]
  ) -> Query {
    Query(sql: keepText, parameters: [.uuids(households)] + arrays(rows))
  }

  private func arrays(_ rows: [(household: HouseholdID, row: Row)]) -> [Parameter] {
    [.uuids(rows.map(\.household))]
      + types.indices.dropFirst().map { column in
        guard let place = places[column] else { return .column(rows.map { $0.row[column - 1] }) }
        return .array(rows.map { $0.row[column - 1].sealed(for: $0.household, at: place) })
      }
  }
}
