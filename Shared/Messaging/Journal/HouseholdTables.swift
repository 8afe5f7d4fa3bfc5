public import PostgreSQL
public import Vocabulary

/// The tables in which a service keeps one file a household: what reads files, and what writes the
/// rows that differ.
public struct HouseholdTables<File: Sendable & Equatable>: Sendable {
  private let parts: [HouseholdTable<File>]

  /// The tables of a service, that of the file itself first: a row of another refers to it.
  public init(_ parts: HouseholdTable<File>...) { self.parts = parts }

  /// The queries that read the files of those households, one a table that is read.
  public func select(_ households: [HouseholdID]) -> [Query] {
    read.map { $0.statements.select(households) }
  }

  /// The files.
  ///
  /// - Throws: `PostgresError` when a result is missing, or a row is not what the service wrote.
  public func files(from results: [Rows]) throws -> [HouseholdID: File] {
    let read = read
    guard results.count == read.count else {
      throw PostgresError(
        code: .unexpectedResult, message: "\(results.count) results for \(read.count) tables")
    }
    var files: [HouseholdID: File] = [:]
    for (part, rows) in zip(read, results) {
      for row in rows where !row.isErased {
        let household = try row.uuid("household")
        try part.read?(row, &files[household])
      }
    }
    return files
  }

  /// The statements that write what changed: a row that is as it was is not written.
  ///
  /// Where rows of a dossier must go that may not be removed one by one, its file goes with all
  /// that refers to it, and is written anew.
  public func writes(_ changes: [FileChange<File>]) -> [Query] {
    guard let file = parts.first else { return [] }
    let ended = changes.filter { $0.after == nil }
    let anew = changes.filter { change in
      change.after != nil && change.before != nil && parts.contains { $0.mustBeEmptied(by: change) }
    }
    let households = Set(anew.map(\.household))
    let rest = changes.map { change in
      guard households.contains(change.household) else { return change }
      return FileChange(of: change.household, from: nil, to: change.after, isRebuilt: true)
    }
    return file.remove(anew) + file.writes(rest.filter { $0.after != nil })
      + parts.dropFirst().flatMap { $0.writes(rest) } + file.writes(ended)
  }

  /// What the role that serves may do to each table.
  public var uses: [String: TableUse] {
    Dictionary(parts.map { ($0.name, $0.use) }) { first, _ in first }
  }

  /// Which of their columns only the key of the household opens.
  public var sealed: [SealedTable] {
    parts.compactMap { part in
      part.statements.sealed.isEmpty
        ? nil : SealedTable(part.name, part.statements.sealed, of: "household")
    }
  }

  private var read: [HouseholdTable<File>] { parts.filter { $0.read != nil } }
}

/// The file of one household before and after a batch; `nil` where there is none.
public struct FileChange<File: Sendable & Equatable>: Sendable {
  let household: HouseholdID
  let before: File?
  let after: File?
  /// Whether it was decided again from its first message.
  let isRebuilt: Bool

  /// A change of a file.
  public init(
    of household: HouseholdID, from before: File?, to after: File?, isRebuilt: Bool = false
  ) {
    self.household = household
    self.before = before
    self.after = after
    self.isRebuilt = isRebuilt
  }
}

/// One table, and the part of a household's file that it holds.
public struct HouseholdTable<File: Sendable & Equatable>: Sendable {
  typealias Row = (household: HouseholdID, row: TableStatements.Row)

  let name: String
  let use: TableUse
  let statements: TableStatements
  /// Puts a row into its file; `nil` for a table that is only written.
  let read: (@Sendable (PostgreSQL.Row, inout File?) throws -> Void)?
  private let manner: Manner
  private let hasPlaces: Bool
  private let rows: @Sendable (File) -> [TableStatements.Row]
  /// Whether two files have the same rows: most of a file stays as it was.
  private let areSame: @Sendable (File, File) -> Bool

  /// How the rows of a file come to stand in their table.
  private enum Manner: Sendable {
    /// They are compared with those of the file as it was read.
    case compared
    /// They are compared, too, and none is changed or removed by itself.
    case added
    /// They are new lines, which are not read again; a dossier that was decided again has all of
    /// them.
    case told
    /// They are new lines, which stay whatever is decided again.
    case kept
    /// They are all the lines of the file, where it says so, and compared in the database.
    case settled(@Sendable (File) -> Bool)

    var isAdded: Bool {
      switch self {
      case .added: true
      case .compared, .told, .kept, .settled: false
      }
    }
  }

  private init<Value: Equatable>(
    _ table: Table<Value>, place: String? = nil, use: TableUse, _ manner: Manner,
    read: (@Sendable (PostgreSQL.Row, inout File?) throws -> Void)?,
    values: @escaping @Sendable (File) -> [Value]
  ) {
    name = table.name
    self.use = use
    statements = TableStatements(table, place: place)
    self.manner = manner
    hasPlaces = place != nil
    self.read = read
    rows = { file in
      values(file).enumerated().map { offset, value in
        table.row(of: value, place: place == nil ? nil : offset + 1)
      }
    }
    areSame = { values($0) == values($1) }
  }

  /// The file itself: one row a household.
  public static func file(_ table: Table<File>) -> HouseholdTable {
    HouseholdTable(
      table, use: .cleared, .compared, read: { row, file in file = try table.read(row) },
      values: { [$0] })
  }

  /// More of the file, in a second row that is always there.
  public static func more(_ table: Table<File>) -> HouseholdTable {
    HouseholdTable(
      table, use: .cleared, .compared,
      read: { row, file in file = try file.map { try table.read(row, completing: $0) } },
      values: { [$0] })
  }

  /// A part of the file, in a row of its own that is always there.
  public static func part<Value: Sendable & Equatable>(
    _ table: Table<Value>, _ path: any WritableKeyPath<File, Value> & Sendable
  ) -> HouseholdTable {
    HouseholdTable(
      table, use: .cleared, .compared,
      read: { row, file in file?[keyPath: path] = try table.read(row) },
      values: { [$0[keyPath: path]] })
  }

  /// A part of the file that may be absent.
  public static func optional<Value: Sendable & Equatable>(
    _ table: Table<Value>, _ path: any WritableKeyPath<File, Value?> & Sendable
  ) -> HouseholdTable {
    HouseholdTable(
      table, use: .cleared, .compared,
      read: { row, file in file?[keyPath: path] = try table.read(row) },
      values: { $0[keyPath: path].map { [$0] } ?? [] })
  }

  /// A list of the file.
  ///
  /// - Parameters:
  ///   - place: The column that holds the place of each, where nothing of its own tells it apart.
  ///   - isAppendOnly: Whether rows stay as they were added for as long as their dossier.
  public static func list<Value: Sendable & Equatable>(
    _ table: Table<Value>, _ path: any WritableKeyPath<File, [Value]> & Sendable,
    place: String? = nil, isAppendOnly: Bool = false
  ) -> HouseholdTable {
    .list(
      table, place: place, isAppendOnly: isAppendOnly, values: { $0[keyPath: path] },
      add: { $0[keyPath: path].append($1) })
  }

  /// Values of the file, however it holds them.
  public static func list<Value: Sendable & Equatable>(
    _ table: Table<Value>, place: String? = nil, isAppendOnly: Bool = false,
    values: @escaping @Sendable (File) -> [Value],
    add: @escaping @Sendable (inout File, Value) -> Void
  ) -> HouseholdTable {
    HouseholdTable(
      table, place: place, use: isAppendOnly ? .appendOnly() : .cleared,
      isAppendOnly ? .added : .compared,
      read: { row, file in
        let value = try table.read(row)
        if var known = file.take() {
          add(&known, value)
          file = known
        }
      }, values: values)
  }

  /// Values that follow from the file: written for those who query them, and never read back.
  public static func following<Value: Sendable & Equatable>(
    _ table: Table<Value>, values: @escaping @Sendable (File) -> [Value]
  ) -> HouseholdTable {
    HouseholdTable(table, use: .cleared, .compared, read: nil, values: values)
  }

  /// Lines that are added and not read back. A dossier that was decided again has all of them anew.
  public static func told<Value: Sendable & Equatable>(
    _ table: Table<Value>, values: @escaping @Sendable (File) -> [Value]
  ) -> HouseholdTable {
    HouseholdTable(table, use: .appendOnly(), .told, read: nil, values: values)
  }

  /// Lines that are added, not read back, and stay whatever is decided again.
  public static func kept<Value: Sendable & Equatable>(
    _ table: Table<Value>, values: @escaping @Sendable (File) -> [Value]
  ) -> HouseholdTable {
    HouseholdTable(table, use: .appendOnly(), .kept, read: nil, values: values)
  }

  /// Values that follow from the file and from rules that a release may change: all are compared
  /// with the stored ones, of the files where they may differ.
  public static func settled<Value: Sendable & Equatable>(
    _ table: Table<Value>, where mayDiffer: @escaping @Sendable (File) -> Bool,
    values: @escaping @Sendable (File) -> [Value]
  ) -> HouseholdTable {
    HouseholdTable(table, use: .cleared, .settled(mayDiffer), read: nil, values: values)
  }

  // MARK: - Writing

  /// Whether rows must go that may not be removed by themselves.
  func mustBeEmptied(by change: FileChange<File>) -> Bool {
    switch manner {
    case .told: change.isRebuilt
    case .added: !differences([change]).gone.isEmpty
    case .compared, .kept, .settled: false
    }
  }

  /// Removes the rows of those files, whatever they hold.
  func remove(_ changes: [FileChange<File>]) -> [Query] {
    let gone: [Row] = changes.flatMap { change in
      (change.before.map(rows) ?? []).map { (change.household, $0) }
    }
    return gone.isEmpty ? [] : [statements.remove(gone)]
  }

  func writes(_ changes: [FileChange<File>]) -> [Query] {
    switch manner {
    case .compared, .added:
      let (gone, new) = differences(changes)
      return (gone.isEmpty || manner.isAdded ? [] : [statements.remove(gone)])
        + (new.isEmpty ? [] : [manner.isAdded ? statements.append(new) : statements.change(new)])
    case .kept, .told: return append(lines(of: changes))
    case .settled(let mayDiffer):
      return settle(
        changes.filter { change in
          change.after.map { change.before == nil || mayDiffer($0) } ?? false
        })
    }
  }

  private func lines(of changes: [FileChange<File>]) -> [Row] {
    changes.flatMap { change in
      (change.after.map(rows) ?? []).map { (change.household, $0) }
    }
  }

  private func append(_ rows: [Row]) -> [Query] {
    rows.isEmpty ? [] : [statements.append(rows)]
  }

  private func settle(_ changes: [FileChange<File>]) -> [Query] {
    guard !changes.isEmpty else { return [] }
    let rows = lines(of: changes)
    return [statements.keepOnly(rows, of: changes.map(\.household))]
      + (rows.isEmpty ? [] : [statements.add(rows)])
  }

  /// The rows that must go, and those that must be added or changed.
  private func differences(_ changes: [FileChange<File>]) -> (gone: [Row], new: [Row]) {
    var (gone, new): ([Row], [Row]) = ([], [])
    for entry in changes {
      if let before = entry.before, let after = entry.after, areSame(before, after) { continue }
      let (before, after) = (entry.before.map(rows) ?? [], entry.after.map(rows) ?? [])
      guard before != after else { continue }
      let (known, wanted) = (byKey(before), byKey(after))
      for row in before {
        let next = wanted[statements.key(of: row)]
        // Where a list moved by one place, a row may hold what only one may hold at a time.
        let isReplaced = manner.isAdded || hasPlaces && entry.isRebuilt
        if next == nil || isReplaced && next != row { gone.append((entry.household, row)) }
      }
      var seen: Set<[Parameter]> = []
      for row in after.map({ wanted[statements.key(of: $0)] ?? $0 })
      where known[statements.key(of: row)] != row && seen.insert(statements.key(of: row)).inserted {
        new.append((entry.household, row))
      }
    }
    return (gone, new)
  }

  /// Where two rows have one key, the last one holds.
  private func byKey(
    _ rows: [TableStatements.Row]
  ) -> [[Parameter]: TableStatements.Row] {
    Dictionary(rows.map { (statements.key(of: $0), $0) }) { _, last in last }
  }
}
