public import Contracts

/// Where the search for another dwelling stands.
public enum HousingPhase: String, TrackPhase {
  case notSought, sought, offered, accepted, sheltered, vacated, closed

  /// The track to which the phases belong.
  public static let track = Track.housing
  /// Where a dossier begins.
  public static let initial = notSought

  /// Whether a dwelling is being sought, offered or awaited.
  public var isUnderWay: Bool {
    switch self {
    case .sought, .offered, .accepted, .sheltered: true
    case .notSought, .vacated, .closed: false
    }
  }

  /// The name of the phase, for a French reader.
  public var title: String {
    switch self {
    case .notSought: "Maintien visé"
    case .sought: "Relogement recherché"
    case .offered: "Logement proposé"
    case .accepted: "Logement accepté"
    case .sheltered: "Hébergé"
    case .vacated: "Logement rendu"
    case .closed: "Clos"
    }
  }

  /// What the phase means, for a French reader.
  public var explanation: String {
    switch self {
    case .notSought: "Aucun relogement n'est demandé : le ménage doit pouvoir rester."
    case .sought: "Bailleurs et réservataires sont saisis d'une demande."
    case .offered: "Le ménage a une proposition et doit répondre."
    case .accepted: "Le ménage a accepté ; le bail est à signer."
    case .sheltered: "Le ménage a une place d'hébergement ; le relogement est recherché."
    case .vacated: "Le ménage a rendu les clés ; rien n'est recherché pour lui."
    case .closed: "Le dossier est clos."
    }
  }

  /// The deadline that holds as long as the phase does.
  public var deadline: PhaseDeadline? {
    switch self {
    case .notSought, .vacated: PhaseDeadline(after: .halfYear)
    case .sought: PhaseDeadline(after: .rehousing)
    case .offered: PhaseDeadline(after: .offer)
    case .accepted: PhaseDeadline(after: .lease)
    case .sheltered: PhaseDeadline(after: .followUp)
    case .closed: nil
    }
  }

  /// What is ordered when the dossier closes in this phase.
  public var closingOrders: [Order] {
    switch self {
    case .sought, .offered, .accepted, .sheltered: [.stopRehousing]
    case .notSought, .vacated, .closed: []
    }
  }
}
