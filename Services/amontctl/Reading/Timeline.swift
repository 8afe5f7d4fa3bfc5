import Contracts
import PostgreSQL
import Vocabulary

extension Books {
  /// Everything that happened to a household, in French: each line with its day and its article, and
  /// at the end what is awaited, until when, under which article. Secret lines are marked: they may
  /// not leave the services of the préfecture (C. consom. L721-3).
  ///
  /// - Throws: `PostgresError` when the saga's database cannot be read.
  func timeline(of household: HouseholdID) async throws -> String {
    let lines = try await query(
      .sagaOrchestrator,
      """
      SELECT day, kind, text, article, is_secret FROM timeline
      WHERE household = \(household) ORDER BY entry
      """)
    guard lines.count > 0 else { return "Dossier \(household) : inconnu.\n" }
    var text = "Dossier \(household)\n"
    for line in lines {
      let article = try line.textIfPresent("article").map { " [\($0)]" } ?? ""
      let secret = try line.bool("is_secret") ? " (SECRET, C. consom. L721-3)" : ""
      text += "  \(try line.day("day"))  \(mark(try line.text("kind"))) "
      text += try line.text("text") + article + secret + "\n"
    }
    return text + (try await awaited(household))
  }

  private func awaited(_ household: HouseholdID) async throws -> String {
    let deadlines = try await query(
      .sagaOrchestrator,
      """
      SELECT kind, due, fires_on, origin, delay, article, reason FROM deadline
      WHERE household = \(household) ORDER BY fires_on, kind
      """)
    guard deadlines.count > 0 else { return "  Rien n'est plus attendu : le dossier est clos.\n" }
    var text = "  Échéances en cours :\n"
    for row in deadlines {
      let reason = try row.text("reason")
      text += "    au plus tard le \(try row.day("due")) : \(try row.text("kind")), "
      text += "\(try row.text("delay")) à compter du \(try row.day("origin"))"
      text += (reason.isEmpty ? "" : ", reporté (\(reason))") + " [\(try row.text("article"))]\n"
    }
    return text
  }

  private func mark(_ kind: String) -> String {
    switch kind {
    case "order": "→"
    case "phase": "▸"
    case "armed": "⏲"
    case "disarmed": "✕"
    case "fired": "⏰"
    case "review": "⚑"
    case "closed": "■"
    default: "•"
    }
  }
}
