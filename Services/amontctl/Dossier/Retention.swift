import LegalCalendar
import Vocabulary

/// How long a closed dossier is kept, from the day of its closure (RGPD art. 5).
struct Retention: Encodable, Sendable, Equatable {
  /// Last day in the active base, and in the archive.
  let activeUntil: String, archiveUntil: String
  let article: String

  /// The days under the version of the day of the closure; `nil` where no rule covers it.
  init?(closedOn day: Day) {
    guard let active = Self.end(.rgpdConservation, from: day),
      let archive = Self.end(.rgpdArchive, from: day),
      let rule = try? RuleBook.rule(.rgpdConservation, on: day)
    else { return nil }
    activeUntil = active.description
    archiveUntil = archive.description
    article = rule.article
  }

  private static func end(_ id: RuleID, from day: Day) -> Day? {
    try? LegalCalendar.metropole.deadline(id, origin: day, decidedBy: day).due
  }
}
