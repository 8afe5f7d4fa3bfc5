/// The name of a column, and how it holds its values.
struct ColumnShape: Sendable {
  let name: String
  let type: ColumnType
}

/// A part of a value, the columns that hold it, and how it is read back.
///
/// Where a value is made by one initialiser, fields name its columns in the order of the arguments:
/// ```swift
/// Table("attempt", key: ["made_on"], Attempt.init(on:channel:),
///   Field("made_on", \.on), Field("channel", \.channel))
/// ```
public struct Field<Root: Sendable, Value: Sendable>: Sendable {
  let columns: [ColumnShape]
  let write: @Sendable (Root, inout [Parameter]) -> Void
  let read: @Sendable (Row) throws -> Value

  /// One column.
  public init(
    _ name: String, _ path: any KeyPath<Root, Value> & Sendable
  ) where Value: ColumnValue {
    columns = [ColumnShape(name: name, type: Value.columnType)]
    write = { root, row in row.append(root[keyPath: path].parameter) }
    read = { row in
      guard let value = try Value.read(name, of: row) else { throw PostgresError.isNull(name) }
      return value
    }
  }

  /// One column that only the key of the household opens: what names or describes a person.
  public init(
    sealed name: String, _ path: any KeyPath<Root, Value> & Sendable
  ) where Value: ColumnValue {
    columns = [ColumnShape(name: name, type: .sealed)]
    write = { root, row in row.append(.sealed(root[keyPath: path].parameter)) }
    read = { row in
      guard let value = try Value.read(name, of: row) else { throw PostgresError.isNull(name) }
      return value
    }
  }

  /// One column that holds a name.
  public init(
    word name: String, _ path: any KeyPath<Root, Value> & Sendable
  ) where Value: RawRepresentable<String> {
    columns = [ColumnShape(name: name, type: .text)]
    write = { root, row in row.append(.text(root[keyPath: path].rawValue)) }
    read = { row in
      guard let value: Value = try row.word(name) else { throw PostgresError.isNull(name) }
      return value
    }
  }

  /// One column that holds a name or NULL.
  public init<Word: RawRepresentable<String>>(
    word name: String, _ path: any KeyPath<Root, Word?> & Sendable
  ) where Value == Word? {
    columns = [ColumnShape(name: name, type: .text)]
    write = { root, row in row.append(root[keyPath: path].map { .text($0.rawValue) } ?? .null) }
    read = { row in try row.word(name) }
  }

  /// A part with several columns.
  public init<each Part: Sendable>(
    _ path: any KeyPath<Root, Value> & Sendable,
    _ make: @escaping @Sendable (repeat each Part) throws -> Value,
    _ fields: repeat Field<Value, each Part>
  ) {
    self.init(path, Table(name: "", key: [], make: make, fields: repeat each fields))
  }
}

extension Field {
  /// A part with several columns, absent where the first of them is NULL.
  public init<Part: Sendable, each Piece: Sendable>(
    ifPresent path: any KeyPath<Root, Part?> & Sendable,
    _ make: @escaping @Sendable (repeat each Piece) throws -> Part,
    _ fields: repeat Field<Part, each Piece>
  ) where Value == Part? {
    let value = Table<Part>(name: "", key: [], make: make, fields: repeat each fields)
    columns = value.columns
    let first = value.columns[0].name
    write = { root, row in
      if let part = root[keyPath: path] {
        value.write(part, &row)
      } else {
        row += Array(repeating: .null, count: value.columns.count)
      }
    }
    read = { row in try row.textIfPresent(first) == nil ? nil : try value.read(row) }
  }

  /// A part whose columns a table of its own declares.
  public init(_ path: any KeyPath<Root, Value> & Sendable, _ part: Table<Value>) {
    columns = part.columns
    write = { root, row in part.write(root[keyPath: path], &row) }
    read = { row in try part.read(row) }
  }
}

/// A part of a value that can be changed, and the columns that hold it.
///
/// Where a value has a beginning of its own, columns say what is set in it, by name:
/// ```swift
/// Table("dossier", from: DiagnosisFile()) {
///   Column("contact", \.contact.stage)
/// }
/// ```
public struct Column<Root: Sendable>: Sendable {
  let columns: [ColumnShape]
  let write: @Sendable (Root, inout [Parameter]) -> Void
  let read: @Sendable (Row, inout Root) throws -> Void

  /// One column.
  public init<Value: ColumnValue>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable
  ) {
    self.init(Field(name, path), path)
  }

  /// One column that only the key of the household opens: what names or describes a person.
  public init<Value: ColumnValue>(
    sealed name: String, _ path: any WritableKeyPath<Root, Value> & Sendable
  ) {
    self.init(Field(sealed: name, path), path)
  }

  /// One column that holds a name.
  public init<Word: RawRepresentable<String>>(
    word name: String, _ path: any WritableKeyPath<Root, Word> & Sendable
  ) where Word: Sendable {
    self.init(Field(word: name, path), path)
  }

  /// One column that holds a name or NULL.
  public init<Word: RawRepresentable<String> & Sendable>(
    word name: String, _ path: any WritableKeyPath<Root, Word?> & Sendable
  ) {
    self.init(Field(word: name, path), path)
  }

  private init<Value>(
    _ field: Field<Root, Value>, _ path: any WritableKeyPath<Root, Value> & Sendable
  ) {
    columns = field.columns
    write = field.write
    read = { row, root in root[keyPath: path] = try field.read(row) }
  }

  /// A column that is written for those who query it, and never read back.
  public init<Value: ColumnValue>(
    writing name: String, _ value: @escaping @Sendable (Root) -> Value
  ) {
    columns = [ColumnShape(name: name, type: Value.columnType)]
    write = { root, row in row.append(value(root).parameter) }
    read = { _, _ in }
  }

  /// A part with several columns.
  public init<Value: Sendable, each Part: Sendable>(
    _ path: any WritableKeyPath<Root, Value> & Sendable,
    _ make: @escaping @Sendable (repeat each Part) throws -> Value,
    _ fields: repeat Field<Value, each Part>
  ) {
    self.init(Field(path, make, repeat each fields), path)
  }

  /// A part whose columns a table of its own declares.
  public init<Value: Sendable>(
    _ path: any WritableKeyPath<Root, Value> & Sendable, _ part: Table<Value>
  ) {
    self.init(Field(path, part), path)
  }

  /// A part with several columns, absent where the first of them is NULL.
  public init<Value: Sendable, each Part: Sendable>(
    ifPresent path: any WritableKeyPath<Root, Value?> & Sendable,
    _ make: @escaping @Sendable (repeat each Part) throws -> Value,
    _ fields: repeat Field<Value, each Part>
  ) {
    self.init(Field(ifPresent: path, make, repeat each fields), path)
  }
}

extension Row {
  /// A value that is stored by its name.
  fileprivate func word<Word: RawRepresentable<String>>(
    _ column: String
  ) throws(PostgresError) -> Word? {
    guard let name = try textIfPresent(column) else { return nil }
    guard let word = Word(rawValue: name) else { throw .unknownName(in: column) }
    return word
  }
}

extension PostgresError {
  static func isNull(_ column: String) -> PostgresError {
    PostgresError(code: .unexpectedResult, column: column, message: "the column is NULL")
  }
}
