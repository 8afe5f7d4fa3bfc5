public import Contracts

/// Where the clearing of the debt stands.
public enum DebtPhase: String, TrackPhase {
  case noDebt, owed, settling, plan, frozen, measures, schedule, exhausted, cleared, closed

  /// The track to which the phases belong.
  public static let track = Track.debt
  /// Where a dossier begins.
  public static let initial = owed

  /// Whether a way to clear the debt is being tried, or holds.
  public var isUnderWay: Bool {
    switch self {
    case .settling, .plan, .frozen, .measures, .schedule: true
    case .noDebt, .owed, .exhausted, .cleared, .closed: false
    }
  }

  /// The name of the phase, for a French reader.
  public var title: String {
    switch self {
    case .noDebt: "Sans dette"
    case .measures: "Mesures de surendettement"
    case .owed: "Dette signalée"
    case .settling: "Apurement engagé"
    case .plan: "Plan d'apurement"
    case .frozen: "Surendettement recevable"
    case .schedule: "Échéancier du juge"
    case .exhausted: "Voies d'apurement épuisées"
    case .cleared: "Dette soldée"
    case .closed: "Clos"
    }
  }

  /// What the phase means, for a French reader.
  public var explanation: String {
    switch self {
    case .noDebt: "Le bailleur invoque un autre motif ; aucune dette n'est signalée."
    case .measures: "Le plan ou la suspension arrêtés par la commission sont suivis."
    case .owed: "La dette est connue ; aucun dispositif n'est encore saisi."
    case .settling: "Le bailleur, le FSL ou la CAF sont saisis."
    case .plan: "Le bailleur a accepté un plan ; les échéances sont suivies."
    case .frozen: "La dette antérieure est gelée : le ménage ne peut plus la payer."
    case .schedule: "Le juge a accordé des délais ; les échéances sont suivies."
    case .exhausted: "Aucun dispositif n'a abouti."
    case .cleared: "Rien n'est plus dû au bailleur."
    case .closed: "Le dossier est clos."
    }
  }

  /// The deadline that holds as long as the phase does.
  public var deadline: PhaseDeadline? {
    switch self {
    case .owed: PhaseDeadline(after: .newAttempt)
    case .settling: PhaseDeadline(after: .settlement)
    case .plan, .frozen, .measures, .schedule: PhaseDeadline(after: .settlementCheck)
    case .exhausted, .noDebt: PhaseDeadline(after: .halfYear)
    case .cleared: PhaseDeadline(after: .followUp)
    case .closed: nil
    }
  }

  /// What is ordered when the dossier closes in this phase.
  public var closingOrders: [Order] {
    switch self {
    case .settling: [.stopSettlement]
    // What the landlord or the judge agreed to goes on by itself after the dossier.
    case .noDebt, .owed, .plan, .frozen, .measures, .schedule, .exhausted, .cleared, .closed: []
    }
  }
}
