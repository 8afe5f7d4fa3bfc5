/// One step of a database's schema. Once applied anywhere it is never edited.
public struct Migration: Hashable, Sendable {
  /// Its place in its set, from 1 on.
  public let number: Int
  /// What it does, in a few words.
  public let name: String
  /// The SQL text, of one or more statements, without BEGIN and COMMIT.
  public let sql: String

  /// A step of a schema.
  public init(number: Int, name: String, sql: String) {
    self.number = number
    self.name = name
    self.sql = sql
  }

  /// A step that the program embeds under the name of its file: `M001_dossier`.
  public init(embedded file: String, as bytes: [UInt8]) {
    let parts = file.split(separator: "_", maxSplits: 1)
    let number = parts.first.flatMap { $0.first == "M" ? Int($0.dropFirst()) : nil }
    precondition(parts.count == 2 && number != nil, "\(file) is not named as a migration is")
    self.init(
      number: number ?? 0, name: parts.last.map(String.init) ?? file,
      sql: String(decoding: bytes, as: UTF8.self))
  }
}

/// What the database says of one migration that it has seen.
struct RecordedMigration: Equatable {
  var number: Int
  var checksum: String
}

/// Compares a program's migrations with those a database has seen. No I/O.
struct MigrationPlan {
  /// Those still to be applied, in order, each with its checksum.
  let remaining: [(migration: Migration, checksum: String)]

  /// Compares.
  ///
  /// A database that is ahead is accepted: a newer release was here, and releases are made so that
  /// the one before still works.
  ///
  /// - Throws: `migrationRefused` where numbers are out of order, an applied migration was edited
  ///   or removed, or a new one has a number below one already applied.
  init(
    _ migrations: [(migration: Migration, checksum: String)], set: String,
    recorded: [RecordedMigration]
  ) throws(PostgresError) {
    var previous = 0
    for (migration, _) in migrations {
      guard migration.number > previous else {
        throw MigrationPlan.refusal(set, migration.number, "numbers must rise from 1 on")
      }
      previous = migration.number
    }
    for row in recorded {
      let known = migrations.first { $0.migration.number == row.number }
      guard known != nil || row.number > previous else {
        throw MigrationPlan.refusal(
          set, row.number, "was applied and is gone from the program; put it back")
      }
      guard known == nil || known?.checksum == row.checksum else {
        throw MigrationPlan.refusal(
          set, row.number, "was edited after it was applied; restore it and add a new one")
      }
    }
    let last = recorded.map(\.number).max() ?? 0
    remaining = migrations.filter { entry in
      !recorded.contains { $0.number == entry.migration.number }
    }
    if let first = remaining.first?.migration.number, first < last {
      throw MigrationPlan.refusal(set, first, "comes before number \(last), which was applied")
    }
  }

  static func refusal(_ set: String, _ number: Int, _ reason: String) -> PostgresError {
    PostgresError(code: .migrationRefused, message: "migration \(set)/\(number) \(reason)")
  }
}
