import ArgumentParser
import Contracts
import PostgreSQL
import Vocabulary

/// Lists the dossiers that may be one household, or one that may be two.
struct DoubtsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doubts",
    abstract:
      "Pairs of dossiers that somebody must compare, in French; nothing is joined by itself.")
  @Option(help: "At most so many pairs, the oldest first.") var limit = 50

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("expected a limit between 1 and 10000")
    }
  }

  func run() async throws {
    let books = try await Books.open(Place.fromEnvironment())
    print(try await books.doubts(limit: limit), terminator: "")
    await books.close()
  }
}

extension Books {
  /// The pairs that nobody decided yet: neither is joined to another, and both still stand. Dossiers
  /// are named by their references only.
  ///
  /// - Throws: `PostgresError` when intake's database cannot be read.
  func doubts(limit: Int) async throws -> String {
    let rows = try await query(
      .intake,
      """
      SELECT d.household, d.other, d.reason, d.opened_on FROM doubt d
      JOIN dossier a ON a.household = d.household JOIN dossier b ON b.household = d.other
      WHERE coalesce(a.merged_into, a.household) <> coalesce(b.merged_into, b.household)
        AND NOT a.withdrawn AND NOT b.withdrawn
      ORDER BY d.opened_on, d.household, d.other, d.reason LIMIT \(limit)
      """)
    guard rows.count > 0 else { return "Aucun doute en attente.\n" }
    var text = ""
    for row in rows {
      text += "\(try row.day("opened_on"))  \(try row.uuid("household"))  "
      text += "\(try row.uuid("other"))  \(try row.text("reason"))\n"
    }
    return text + "Pour joindre : dossier.fusion ; pour défaire : dossier.separation.\n"
  }
}
