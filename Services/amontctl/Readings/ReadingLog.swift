import Contracts
import Foundation
import OperatorReading
import PostgreSQL
import Settings
import Vocabulary

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The log of who read which dossier, in a database of its own rights.
///
/// A table rather than a file: whoever may write a file may change it, and several operators write
/// at once. Its role may call `record_reading` and read; changing or removing a line takes the
/// owner, whose password no reading command has. A superuser of the server is beyond any right:
/// what such a one changes is found by the chain, and by a head that was noted elsewhere.
struct ReadingLog: Sendable {
  static let database = "amont_readings"
  /// The role that reads dossiers and writes here, and the owner, who migrates and purges.
  static let role = "readings", owner = "readings_owner"
  /// Lines that are read at once.
  static let portion = 5_000

  let connection: PostgresConnection

  /// The log, as the role that may only add to it.
  ///
  /// - Throws: `OperatorError` where nothing says how to reach it, or it cannot be reached: then
  ///   nothing may be shown.
  static func open(_ settings: OperatorSettings) async throws -> ReadingLog {
    guard let password = settings.readingsPassword else {
      throw OperatorError(
        "what is read is recorded first: set AMONT_READINGS_PASSWORD or AMONT_READINGS_PASSWORD_FILE"
      )
    }
    return try await reach(settings, as: role, password)
  }

  /// The log, as its owner.
  ///
  /// - Throws: `OperatorError` without the owner's password, or where it cannot be reached.
  static func openAsOwner(_ settings: OperatorSettings) async throws -> ReadingLog {
    guard let password = settings.readingsOwnerPassword else {
      throw OperatorError(
        "set AMONT_READINGS_OWNER_PASSWORD or AMONT_READINGS_OWNER_PASSWORD_FILE")
    }
    return try await reach(settings, as: owner, password)
  }

  private static func reach(
    _ settings: OperatorSettings, as user: String, _ password: Secret
  ) async throws -> ReadingLog {
    do {
      return ReadingLog(
        connection: try await PostgresConnection.connect(
          settings.database(database, user: user, password: password.revealed)))
    } catch {
      throw OperatorError("the log of readings cannot be reached, so nothing is shown: \(error)")
    }
  }

  /// Writes a line.
  ///
  /// - Throws: `OperatorError` where it cannot be written: then nothing may be shown.
  func record(_ command: String, _ subject: ReadingSubject, by purpose: ReadingPurpose) async throws
  {
    do {
      _ = try await connection.query(
        """
        SELECT record_reading(\(purpose.agent.description), \(purpose.osUser), \(command),
          \(subject.dossiers)::uuid[], \(subject.isWhole), \(subject.scope), \(purpose.why))
        """)
    } catch {
      throw OperatorError("the reading cannot be recorded, so nothing is shown: \(error)")
    }
  }

  /// The lines behind a number, the oldest first: those about a dossier with what was shown of many
  /// at once, or all.
  ///
  /// - Throws: `PostgresError` when they cannot be read.
  func lines(behind number: Int = 0, about dossier: HouseholdID? = nil) async throws -> [Reading] {
    try await connection.query(
      """
      SELECT number, to_char(read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
        agent, os_user, command, array_to_string(dossiers, ' ') AS dossiers, is_whole, scope,
        why,        previous, hash
      FROM reading
      WHERE number > \(number)
        AND (\(dossier)::uuid IS NULL OR is_whole OR dossiers @> ARRAY[\(dossier)::uuid])
      ORDER BY number LIMIT \(Self.portion)
      """
    ).map { try Reading($0) }
  }

  /// Follows the whole chain.
  ///
  /// - Throws: `PostgresError` when it cannot be read.
  func verify(noted: ReadingChain.End? = nil) async throws -> (ReadingChain, ReadingChain.End) {
    // One snapshot: a line that is written meanwhile is in neither the lines nor the head.
    try await connection.run(script: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    do {
      let anchor = try await end("anchor")
      var chain = ReadingChain(behind: anchor, noted: noted)
      var number = Int.min
      while true {
        let lines = try await lines(behind: number)
        for line in lines { chain.take(line) }
        guard lines.count == Self.portion, let last = lines.last else { break }
        number = last.number
      }
      let head = try await end("head")
      chain.end(at: head)
      await connection.rollback()
      return (chain, head)
    } catch {
      await connection.rollback()
      throw error
    }
  }

  private func end(_ place: String) async throws -> ReadingChain.End {
    guard
      let row = try await connection.query(
        "SELECT number, hash FROM reading_end WHERE place = \(place)"
      ).first
    else { return .beginning }
    return ReadingChain.End(number: try row.int("number"), hash: try row.bytes("hash"))
  }

  /// What makes the tables.
  static let migration = Migration(
    embedded: "M001_readings", as: PackageResources.M001_readings_sql)

  /// Brings the tables up to date and gives the role its rights, as the owner.
  ///
  /// - Throws: `PostgresError` when the database refuses.
  func migrate() async throws {
    _ = try await Migrator().apply([Self.migration], set: "readings", on: connection)
    try await connection.run(script: Self.rights(of: Self.role))
  }

  /// What the role that reads dossiers may do here: add a line through the function, and read.
  static func rights(of role: String) -> String {
    """
    GRANT SELECT ON reading, reading_end TO "\(role)";
    GRANT EXECUTE ON FUNCTION record_reading(text, text, text, uuid[], boolean, text, text) TO "\(role)";
    """
  }

  /// Removes the lines of before that day, a year ago at the latest; says how many.
  ///
  /// - Throws: `PostgresError` when the database refuses.
  func purge(before day: Day, by purpose: ReadingPurpose) async throws -> Int {
    try await connection.query(
      """
      SELECT purge_readings(\(day)::date::timestamptz, \(purpose.agent.description),
        \(purpose.osUser), \(purpose.why)) AS removed
      """
    ).first?.int("removed") ?? 0
  }

  /// The account under which this program runs: its name, and its number, which no variable of the
  /// environment can change.
  static var osUser: String {
    let name = NSUserName()
    return name.isEmpty ? "uid \(getuid())" : "\(name) (uid \(getuid()))"
  }
}

extension Reading {
  fileprivate init(_ row: Row) throws {
    self.init(
      number: try row.int("number"), at: try row.text("at"), agent: try row.text("agent"),
      osUser: try row.text("os_user"), command: try row.text("command"),
      dossiers: try row.text("dossiers").split(separator: " ").compactMap { HouseholdID($0) },
      isWhole: try row.bool("is_whole"),
      scope: try row.text("scope"), why: try row.text("why"), previous: try row.bytes("previous"),
      hash: try row.bytes("hash"))
  }
}
