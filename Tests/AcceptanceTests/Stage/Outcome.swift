import Contracts
import Foundation

@testable import amontctl

/// What came of a season.
struct Outcome: Sendable {
  /// The records, by scenario and household.
  var records: [String: [String: Record]] = [:]
  /// What does not balance in the ledger.
  var ledgerProblems: [String] = []
  /// Refusals that no scenario asks for.
  var refusals: [String] = []
  /// Messages that a service did not understand.
  var quarantined: [String] = []
  /// What the yearly evaluations count when all is over.
  var figures: [Int: YearFigures] = [:]
  /// How many days were played.
  var days = 0

  /// Where `AMONT_ACCEPTANCE_RECORDS` names a folder, writes each record there, to be read by
  /// people.
  func write() throws {
    guard let folder = ProcessInfo.processInfo.environment["AMONT_ACCEPTANCE_RECORDS"] else {
      return
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (scenario, households) in records {
      for (household, record) in households {
        try record.text.write(
          toFile: "\(folder)/\(scenario)-\(household).txt", atomically: true, encoding: .utf8)
      }
    }
    for (year, figures) in figures {
      try YearReport(year: year, of: figures).table.write(
        toFile: "\(folder)/\(year).txt", atomically: true, encoding: .utf8)
    }
    let books = ["\(days) days"] + ledgerProblems + refusals + quarantined
    try (books.joined(separator: "\n") + "\n").write(
      toFile: "\(folder)/books.txt", atomically: true, encoding: .utf8)
  }
}

extension Record {
  /// Everything, a line each.
  var text: String {
    var lines = [
      "Dossier \(dossier.map { "\($0)" } ?? "inconnu") : \(standing.text)", "", "Chronologie",
    ]
    lines += standing.lines.map {
      "  \($0.day) \($0.kind) \($0.trigger ?? "") \($0.text) [\($0.article ?? "")]"
    }
    lines += ["", "Échéances"]
    lines += armed.sorted { ($0.value, $0.key.text) < ($1.value, $1.key.text) }.map {
      "  vue le \($0.value) : \($0.key.text) [\($0.key.article)]"
    }
    lines += ["", "Avis"] + post.map { "  \($0.text) : \($0.notice.texte)" }
    lines += ["", "Jours"]
    lines += standing.days.sorted { $0.key < $1.key }.map { "  \($0.key) \($0.value)" }
    lines += ["", "Protections"]
    lines += standing.protections.sorted { $0.key < $1.key }.map {
      "  \($0.key) \($0.value.since) → \($0.value.through.map { "\($0)" } ?? "")"
    }
    lines += ["", "À revoir : " + standing.reviews.sorted().joined(separator: ", ")]
    lines += standing.revisions
    if let xray { lines += ["", xray.text] }
    return lines.joined(separator: "\n") + "\n"
  }
}
