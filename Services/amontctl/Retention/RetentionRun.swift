import Contracts
import LegalCalendar
import OperatorReading
import Vocabulary

/// What the end of a delay asks for a closed dossier.
enum RetentionStep: String, Encodable, Sendable, CaseIterable {
  /// Its time in the active base is over.
  case archive
  /// Its time in the archive is over.
  case erase
  /// It was reopened since it was archived.
  case restore

  var frenchName: String {
    switch self {
    case .archive: "à archiver"
    case .erase: "à effacer"
    case .restore: "à rendre à la base active"
    }
  }

  /// The rule of the legal calendar that asks for it.
  var rule: RuleID {
    switch self {
    case .archive, .restore: .rgpdConservation
    case .erase: .rgpdArchive
    }
  }
}

/// A dossier as the retention run finds it.
struct KeptDossier: Sendable, Hashable {
  let household: HouseholdID
  /// `nil` while it is open.
  let closedOn: Day?
  let isArchived: Bool
}

/// One dossier whose time is over.
struct RetentionDue: Encodable, Sendable, Hashable {
  let dossier: HouseholdID
  let step: RetentionStep
  /// Its closure, and the last day of the delay that ended.
  let closedOn: Day?, until: Day?
  let rule: String, article: String, certainty: String
  /// The delay in months, and who fixed it.
  let months: Int, source: String
}

/// Which closed dossiers go to the archive, and which are to be erased. Pure: the day is an
/// argument.
enum RetentionRun {
  static func due(
    _ dossiers: [KeptDossier], on day: Day, by delays: RetentionDelays
  ) -> [RetentionDue] {
    dossiers.compactMap { kept -> RetentionDue? in
      guard let closedOn = kept.closedOn else {
        return kept.isArchived ? one(kept, .restore, nil, delays) : nil
      }
      guard let ends = Retention(closedOn: closedOn, by: delays)?.days else { return nil }
      if day > ends.archive { return one(kept, .erase, ends.archive, delays) }
      if day > ends.active, !kept.isArchived { return one(kept, .archive, ends.active, delays) }
      return nil
    }.sorted { ($0.step.rawValue, $0.dossier) < ($1.step.rawValue, $1.dossier) }
  }

  private static func one(
    _ kept: KeptDossier, _ step: RetentionStep, _ until: Day?, _ delays: RetentionDelays
  ) -> RetentionDue {
    let rule = kept.closedOn.flatMap { try? RuleBook.rule(step.rule, on: $0) }
    return RetentionDue(
      dossier: kept.household, step: step, closedOn: kept.closedOn, until: until,
      rule: step.rule.rawValue, article: rule?.article ?? Retention.article,
      certainty: (rule?.certainty ?? .parameter).rawValue,
      months: step == .erase ? delays.archive : delays.active, source: delays.source)
  }

  /// For people, in French.
  static func text(_ due: [RetentionDue], on day: Day) -> String {
    guard !due.isEmpty else {
      return "Le \(day), aucun dossier n'est au terme de sa conservation.\n"
    }
    let rows = due.map { one in
      [
        one.step.frenchName, one.dossier.description, one.closedOn?.description ?? "rouvert",
        one.until?.description ?? "-", "\(one.months) mois", one.rule, one.article, one.source,
      ]
    }
    let head = ["", "dossier", "clos le", "gardé jusqu'au", "durée", "règle", "texte", "fixée par"]
    return TextTable([head] + rows, leading: Set(head.indices)).text
  }
}
