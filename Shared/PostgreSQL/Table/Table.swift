/// One table whose rows belong to households, declared once: its columns, and the value that each
/// row holds. What is read, written and removed follows from it.
public struct Table<Root: Sendable>: Sendable {
  /// Its name.
  public let name: String
  /// The columns by which rows of one household are told apart, in the order in which they are
  /// read.
  let key: [String]
  let columns: [ColumnShape]
  let write: @Sendable (Root, inout [Parameter]) -> Void
  private let decode: @Sendable (Row, Root?) throws -> Root

  /// A table whose rows are values with a beginning of their own, in which each column sets
  /// something.
  public init(
    _ name: String, key: [String] = [], from start: Root,
    @ColumnList<Root> _ columns: () -> [Column<Root>]
  ) {
    let parts = columns()
    self.name = name
    self.key = key
    self.columns = parts.flatMap(\.columns)
    write = { root, row in for part in parts { part.write(root, &row) } }
    decode = { row, known in
      var root = known ?? start
      for part in parts { try part.read(row, &root) }
      return root
    }
  }

  /// A table whose rows are made by one initialiser, of a field for each argument.
  public init<each Part: Sendable>(
    _ name: String, key: [String] = [],
    _ make: @escaping @Sendable (repeat each Part) throws -> Root,
    _ fields: repeat Field<Root, each Part>
  ) {
    self.init(name: name, key: key, make: make, fields: repeat each fields)
  }

  init<each Part: Sendable>(
    name: String, key: [String], make: @escaping @Sendable (repeat each Part) throws -> Root,
    fields: repeat Field<Root, each Part>
  ) {
    let all = (repeat each fields)
    var columns: [ColumnShape] = []
    // A pack is walked through once: each walk asks at run time what its types are.
    var writes: [@Sendable (Root, inout [Parameter]) -> Void] = []
    for field in repeat each all {
      columns += field.columns
      writes.append(field.write)
    }
    self.name = name
    self.key = key
    self.columns = columns
    write = { [writes] root, row in for write in writes { write(root, &row) } }
    decode = { row, _ in try make(repeat try (each all).read(row)) }
  }

  /// The value that a row holds.
  ///
  /// - Throws: `PostgresError` when the row is not what the service wrote.
  public func read(_ row: Row) throws -> Root { try decode(own(row), nil) }

  /// A value whose other parts are in another table, completed by what the row holds.
  ///
  /// - Throws: `PostgresError` when the row is not what the service wrote.
  public func read(_ row: Row, completing root: Root) throws -> Root {
    try decode(own(row), root)
  }

  /// A part of a table has no name, and stands in the row of the whole.
  private func own(_ row: Row) -> Row { name.isEmpty ? row : row.of(name) }

  /// The row that holds a value, after its place among those of its household where it has one.
  public func row(of root: Root, place: Int? = nil) -> TableStatements.Row {
    var row: TableStatements.Row = place.map { [.int($0)] } ?? []
    row.reserveCapacity(columns.count + 1)
    write(root, &row)
    return row
  }
}

/// Lets a table write its columns one below the other.
@resultBuilder
public enum ColumnList<Root: Sendable> {
  /// One column, or one part.
  public static func buildExpression(_ column: Column<Root>) -> Column<Root> { column }

  /// All of them.
  public static func buildBlock(_ columns: Column<Root>...) -> [Column<Root>] { columns }
}
