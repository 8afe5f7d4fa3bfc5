import Contracts

/// Why a human must look at a dossier. Stored by name; one open review a reason.
public enum ReviewReason: String, CaseIterable, Codable, Sendable {
  /// An act came without the one that must precede it.
  case missedStep
  /// Two acts cannot both stand.
  case contradiction
  /// An act came after the dossier was closed.
  case afterClosure
  /// An answer or an act is overdue.
  case overdue
  /// Nothing happened for months.
  case dormant
  /// The debt is cleared but the title remains.
  case clearedAfterJudgment
  /// An act of execution was served while a protection held.
  case executionDuringProtection
  /// An eviction was carried out while a protection held.
  case irregularEviction
  /// An eviction was carried out without an offer of accommodation.
  case evictionWithoutAccommodation
  /// The household left and no solution is known.
  case withoutSolution
  /// An offer was refused without a reason: only the préfet may end the right to housing.
  case rightAtRisk
  /// Another département refuses the dossier.
  case transferRefused
  /// The case would close, but the household keeps a right: only a person may close it.
  case rightOpen
  /// Nothing is awaited any more: only a person may close the case, and is asked again until it
  /// does.
  case closureProposed
  /// The phase is not one of the version under which the dossier moves.
  case unknownPhase
}

extension ReviewReason {
  /// What is asked of the commission.
  var order: Order {
    switch self {
    case .closureProposed: .proposeClosure
    case .missedStep, .contradiction, .afterClosure, .overdue, .dormant, .clearedAfterJudgment,
      .executionDuringProtection, .irregularEviction, .evictionWithoutAccommodation,
      .withoutSolution, .rightAtRisk, .transferRefused, .rightOpen, .unknownPhase:
      .askForReview
    }
  }

  /// Whether it is asked again each time that a row flags it, while nobody has answered. The pauses
  /// are those of the phase: three or six months, longer than the longest of `ReminderPace`.
  var isAskedAgain: Bool { order == .proposeClosure }
}
