import Contracts
import LegalCalendar
import Vocabulary

// Before the last day the operator is warned twice; after it, the préfet is told.

extension DiagnosisWork {
  /// The first warning, a week before the last day; where that has passed, the next one.
  mutating func armAlert(lastDay: Deadline) {
    let steps = [-DiagnosisCharter.firstWarningDays, -1, 1].map { lastDay.due.adding(days: $0) }
    guard let next = steps.first(where: { $0 > today }) else { return disarm(.alert) }
    arm(.alert, lastDay, firesOn: next)
  }

  /// A warning is due, and the court still has nothing.
  mutating func alertReached(_ lastDay: Deadline) throws {
    guard file.dsf.stage == .requested, let hearing = file.dsf.hearing else { return }
    if today <= lastDay.due {
      try tell(
        .dsfEnRetard, to: .operateurDSF,
        "Le DSF n'est pas encore parvenu : transmettez-le avant l'échéance.",
        article: lastDay.article, due: lastDay.due, hearing: hearing)
      return armAlert(lastDay: lastDay)
    }
    try tell(
      .dsfEnRetard, to: .prefecture,
      "Le DSF n'est pas parvenu dans le délai : relancez l'opérateur, le tribunal peut renvoyer"
        + " l'affaire.", article: lastDay.article, due: nil, hearing: hearing)
  }
}
