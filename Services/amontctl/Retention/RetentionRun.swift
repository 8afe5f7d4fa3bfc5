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
  /// It is open, and nobody said anything of it for long: a person closes it, or takes it up.
  case review

  var frenchName: String {
    switch self {
    case .archive: "à archiver"
    case .erase: "à effacer"
    case .restore: "à rendre à la base active"
    case .review: "ouvert sans acte, à revoir"
    }
  }

  /// The rule of the legal calendar that asks for it.
  var rule: RuleID {
    switch self {
    case .archive, .restore, .review: .rgpdConservation
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
  /// The day on which the last act of an open dossier came; `nil` where it does not matter.
  var lastActOn: Day?
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
        if kept.isArchived { return one(kept, .restore, nil, delays) }
        guard let until = kept.lastActOn?.adding(months: delays.silence), day > until else {
          return nil
        }
        return one(kept, .review, until, delays)
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
      months: months(step, delays), source: delays.source)
  }

  private static func months(_ step: RetentionStep, _ delays: RetentionDelays) -> Int {
    switch step {
    case .archive, .restore: delays.active
    case .erase: delays.archive
    case .review: delays.silence
    }
  }

  /// For people, in French.
  static func text(_ due: [RetentionDue], on day: Day) -> String {
    guard !due.isEmpty else {
      return "Le \(day), aucun dossier n'est au terme de sa conservation.\n"
    }
    let rows = due.map { one in
      [
        one.step.frenchName, one.dossier.description,
        one.closedOn?.description ?? (one.step == .review ? "ouvert" : "rouvert"),
        one.until?.description ?? "-", "\(one.months) mois", one.rule, one.article, one.source,
      ]
    }
    let head = ["", "dossier", "clos le", "gardé jusqu'au", "durée", "règle", "texte", "fixée par"]
    return TextTable([head] + rows, leading: Set(head.indices)).text
  }
}
