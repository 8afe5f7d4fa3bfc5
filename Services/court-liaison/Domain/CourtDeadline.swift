import Casework
import Contracts
import LegalCalendar
import Vocabulary

/// The deadlines that court-liaison arms. The raw values are stored and never change.
public enum CourtDeadline: String, CaseIterable, Sendable, Hashable {
  /// Until when an assignation must wait for the CCAPEX's seizure (loi 89-462 art. 24 II).
  case seizure = "pm.saisine"
  /// Until when the decision may be appealed (CPC art. 538, 490).
  case appeal = "appel"
  /// The last day of the delays granted by the juge de l'exécution.
  case jexDelays = "jex.delays"
  /// The last day of the suspension that the judge ordered for surendettement.
  case surendettementStay = "surendettement.stay"
  /// When the préfet's silence refuses the concours (CPCE R153-1).
  case policeAidSilence = "cfp.silence"
  /// When a refused concours is examined again.
  case policeAidReview = "cfp.reexamen"
  /// Until when a late grant may be used without more liability of the State.
  case policeAidUse = "cfp.emploi"
  /// Until when the household may fetch its furniture (CPCE R433-1).
  case furniture = "meubles"
  /// Until when it may contest that the furniture is worth nothing.
  case furnitureContest = "meubles.contestation"
  /// When silence rejects the claim for an indemnity.
  case compensationSilence = "indemnite.silence"

  /// Whether it only matters while the household lives there and is followed.
  var endsWithOccupation: Bool {
    switch self {
    case .seizure, .appeal, .jexDelays, .surendettementStay, .policeAidSilence, .policeAidReview,
      .policeAidUse:
      true
    case .furniture, .furnitureContest, .compensationSilence: false
    }
  }
}

extension CourtContext {
  /// Nothing that protects the occupation is awaited any more.
  mutating func disarmOccupation() {
    for kind in CourtDeadline.allCases where kind.endsWithOccupation { disarm(kind) }
  }

  /// A deadline that a judge fixes by its day.
  func deadline(_ rule: String, article: String, from origin: Day, to end: Day) -> Deadline {
    Deadline(
      origin: origin, rule: rule, article: article, delay: "jusqu'au jour fixé par le juge",
      raw: end, due: end, reason: "")
  }

  /// The version of a rule in force on that day, where there is one.
  func version(of id: RuleID, on day: Day) -> Rule? { try? RuleBook.rule(id, on: day) }
}
