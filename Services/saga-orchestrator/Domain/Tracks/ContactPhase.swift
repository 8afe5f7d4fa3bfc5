public import Contracts
import LegalCalendar

/// Where the contact with the household, its diagnosis and the DSF stand.
public enum ContactPhase: String, TrackPhase {
  case signalled, informed, interviewAsked, contactLate, interviewProposed, met, notFound
  case toComplete
  case diagnosed, dsfAsked, dsfLate, dsfSent, dsfSentWithoutMeeting, away, closed

  /// The track to which the phases belong.
  public static let track = Track.contact
  /// Where a dossier begins.
  public static let initial = signalled

  /// The name of the phase, for a French reader.
  public var title: String {
    switch self {
    case .signalled: "Signalé"
    case .informed: "Simple information"
    case .interviewAsked: "Entretien demandé"
    case .contactLate: "Contact en retard"
    case .interviewProposed: "Entretien proposé"
    case .met: "Ménage rencontré"
    case .notFound: "Ménage non rencontré"
    case .toComplete: "Diagnostic à compléter"
    case .diagnosed: "Diagnostic posé"
    case .dsfAsked: "DSF demandé"
    case .dsfLate: "DSF en retard"
    case .dsfSent: "DSF transmis"
    case .dsfSentWithoutMeeting: "DSF de carence transmis"
    case .away: "Ménage parti"
    case .closed: "Clos"
    }
  }

  /// What the phase means, for a French reader.
  public var explanation: String {
    switch self {
    case .signalled: "Le dossier vient de s'ouvrir ; personne n'est encore chargé du ménage."
    case .informed:
      "Le seuil de l'arrêté n'est pas atteint : le ménage reçoit une information, sans délai."
    case .interviewAsked: "Un service doit proposer un entretien au ménage."
    case .contactLate: "L'entretien n'a pas été proposé ou n'a rien donné à temps."
    case .interviewProposed: "Le ménage a reçu une proposition d'entretien."
    case .met: "Le ménage a été rencontré ; le diagnostic est attendu."
    case .notFound: "Plusieurs tentatives par des voies différentes sont restées sans réponse."
    case .toComplete: "Le diagnostic ne permet pas encore de dire si le ménage peut rester."
    case .diagnosed: "La capacité de se maintenir dans le logement est connue."
    case .dsfAsked: "Le diagnostic social et financier est demandé pour l'audience."
    case .dsfLate: "L'audience approche ou est passée, et le juge n'a pas le DSF."
    case .dsfSent: "Le juge a le diagnostic social et financier."
    case .dsfSentWithoutMeeting: "Le juge sait que le ménage n'a pas pu être rencontré."
    case .away: "Le ménage n'est plus dans le logement : plus personne ne l'y cherche."
    case .closed: "Le dossier est clos."
    }
  }

  /// The deadline that holds as long as the phase does.
  public var deadline: PhaseDeadline? {
    switch self {
    case .signalled, .interviewAsked:
      PhaseDeadline(.contactOverdue, .fromDecision(.contactProposition), or: .contact)
    case .contactLate, .interviewProposed, .met, .toComplete:
      PhaseDeadline(.diagnosisOverdue, after: .diagnosis)
    case .informed: PhaseDeadline(after: .halfYear)
    case .notFound: PhaseDeadline(after: .newAttempt)
    case .dsfAsked: PhaseDeadline(.dsfOverdue, .beforeHearing(.dsfRemise), or: .diagnosis)
    case .dsfLate: PhaseDeadline(after: .dsfAfterHearing)
    case .diagnosed, .dsfSent, .dsfSentWithoutMeeting, .away: PhaseDeadline(after: .halfYear)
    case .closed: nil
    }
  }

  /// What is ordered when the dossier closes in this phase.
  public var closingOrders: [Order] {
    switch self {
    case .signalled, .away, .closed: []
    case .informed, .interviewAsked, .contactLate, .interviewProposed, .met, .notFound,
      .toComplete,
      .diagnosed, .dsfAsked, .dsfLate, .dsfSent, .dsfSentWithoutMeeting:
      [.stopContact]
    }
  }
}
