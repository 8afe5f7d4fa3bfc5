public import Contracts
import LegalCalendar

/// Where the landlord's procedure stands, from the first signal to the end of the follow-up.
public enum ProcedurePhase: String, TrackPhase {
  case prevention, noticeServed, noticeExpired, clauseBlocked
  case summoned, judgmentAwaited, claimEnded, withdrawn, schedule, commissionSchedule
  case clauseSuspended, cohesionProtocol, evictionOrdered, evictionDelayed
  case quitServed, quitSuspended, quitExpired, policeAidAsked, policeAidRefused
  case evictionHeld, evictionPossible, evicted, evictedIrregularly, left, debtClaim
  case closed

  /// The track to which the phases belong.
  public static let track = Track.procedure
  /// Where a dossier begins.
  public static let initial = prevention

  /// Whether a title exists and may come to be executed.
  public var isExecution: Bool {
    switch self {
    case .evictionOrdered, .evictionDelayed, .quitServed, .quitSuspended, .quitExpired,
      .policeAidAsked, .policeAidRefused, .evictionHeld, .evictionPossible, .cohesionProtocol:
      true
    case .prevention, .noticeServed, .noticeExpired, .clauseBlocked, .summoned,
      .judgmentAwaited, .claimEnded, .withdrawn, .schedule, .commissionSchedule, .clauseSuspended,
      .evicted, .evictedIrregularly, .left, .debtClaim, .closed:
      false
    }
  }

  /// The name of the phase, for a French reader.
  public var title: String {
    switch self {
    case .prevention: "Prévention"
    case .noticeServed: "Commandement de payer en cours"
    case .noticeExpired: "Commandement expiré"
    case .clauseBlocked: "Clause neutralisée"
    case .summoned: "Assigné"
    case .judgmentAwaited: "Décision attendue"
    case .claimEnded: "Instance éteinte"
    case .withdrawn: "Bailleur désisté"
    case .schedule: "Délais de paiement du juge"
    case .commissionSchedule: "Délais calés sur le surendettement"
    case .clauseSuspended: "Clause suspendue après effacement"
    case .cohesionProtocol: "Protocole de cohésion sociale"
    case .evictionOrdered: "Expulsion ordonnée"
    case .evictionDelayed: "Expulsion ordonnée avec délais"
    case .quitServed: "Commandement de quitter les lieux"
    case .quitSuspended: "CQL suspendu"
    case .quitExpired: "CQL expiré"
    case .policeAidAsked: "CFP demandé"
    case .policeAidRefused: "CFP refusé"
    case .evictionHeld: "CFP accordé, expulsion retenue"
    case .evictionPossible: "CFP accordé, expulsion possible"
    case .evicted: "Expulsé"
    case .evictedIrregularly: "Expulsé malgré une protection"
    case .left: "Logement quitté"
    case .debtClaim: "Logement rendu, dette en litige"
    case .closed: "Clos"
    }
  }

  /// What the phase means, for a French reader.
  public var explanation: String {
    switch self {
    case .prevention: "Un impayé est signalé ; aucun acte n'est signifié."
    case .noticeServed: "Le délai du commandement court : la dette peut être apurée en urgence."
    case .noticeExpired: "La clause résolutoire est acquise ; une assignation peut suivre."
    case .clauseBlocked: "La recevabilité est intervenue dans le délai : la clause ne joue pas."
    case .summoned: "Une audience est fixée."
    case .judgmentAwaited: "L'audience a eu lieu ; la décision est attendue."
    case .claimEnded: "Rejet, irrecevabilité ou désistement : le suivi social continue."
    case .withdrawn:
      "Le bailleur a renoncé, ou l'affaire est radiée ou caduque : suivi de trois mois."
    case .commissionSchedule: "Les délais du juge suivent les mesures de surendettement."
    case .clauseSuspended: "La dette est effacée ; la clause est suspendue deux ans."
    case .cohesionProtocol:
      "Le bailleur social a renoncé à expulser tant que le protocole est tenu."
    case .schedule: "La clause est suspendue tant que l'échéancier du juge est tenu."
    case .evictionOrdered: "Un titre d'expulsion existe."
    case .evictionDelayed: "Un titre existe ; le juge a laissé du temps pour partir."
    case .quitServed: "Le CQL est signifié et le préfet saisi : deux mois courent."
    case .quitSuspended: "Le CQL est signifié mais le préfet n'est pas saisi : rien ne court."
    case .quitExpired: "Les deux mois du CQL sont passés ; le CFP peut être demandé."
    case .policeAidAsked: "Le préfet instruit la demande de concours de la force publique."
    case .policeAidRefused: "Le préfet a refusé, ou s'est tu deux mois ; il peut encore accorder."
    case .evictionHeld: "Le CFP est accordé mais une protection tient : rien ne peut être prévu."
    case .evictionPossible: "Le CFP est accordé et aucune protection ne tient."
    case .evicted: "L'expulsion a eu lieu sans qu'une protection tienne ; le suivi continue."
    case .evictedIrregularly: "Une expulsion a été signalée alors qu'une protection tenait."
    case .left: "Le ménage a quitté le logement ; le suivi continue."
    case .debtClaim: "L'expulsion est sans objet ; le juge n'a plus que la dette à connaître."
    case .closed: "Le dossier est clos ; un acte nouveau le rouvre."
    }
  }

  /// The deadline that holds as long as the phase does.
  public var deadline: PhaseDeadline? {
    switch self {
    case .prevention, .clauseBlocked, .schedule, .commissionSchedule:
      PhaseDeadline(after: .halfYear)
    case .clauseSuspended:
      PhaseDeadline(.clauseSuspensionEnded, .clauseSuspension, or: .halfYear)
    case .cohesionProtocol:
      PhaseDeadline(.cohesionProtocolEnded, .protocolTerm, or: .halfYear)
    case .debtClaim: PhaseDeadline(after: .judgment)
    case .noticeServed: PhaseDeadline(.noticeExpired, .notice, or: .newAttempt)
    case .noticeExpired, .claimEnded, .withdrawn, .policeAidRefused, .evicted, .left:
      PhaseDeadline(after: .followUp)
    case .summoned: PhaseDeadline(.hearingPassed, .hearing, or: .followUp)
    case .judgmentAwaited: PhaseDeadline(.decisionOverdue, .judgment, or: .judgment)
    case .evictionOrdered, .quitExpired: PhaseDeadline(after: .afterJudgment)
    case .evictionDelayed: PhaseDeadline(.judgeDelaysEnded, .judgeDelays, or: .halfYear)
    case .quitServed: PhaseDeadline(.quitPeriodEnded, .quitPeriod, or: .afterJudgment)
    case .quitSuspended, .evictionHeld, .evictedIrregularly:
      PhaseDeadline(after: .prefetUnseized)
    case .policeAidAsked:
      PhaseDeadline(.policeAidSilence, .fromAct(.cfpSilence), or: .afterJudgment)
    case .evictionPossible: PhaseDeadline(after: .eviction)
    case .closed: nil
    }
  }

  /// What is ordered when the dossier closes in this phase.
  public var closingOrders: [Order] {
    switch self {
    case .noticeServed, .noticeExpired, .clauseBlocked, .summoned, .judgmentAwaited, .claimEnded,
      .withdrawn, .schedule, .commissionSchedule, .clauseSuspended, .cohesionProtocol, .debtClaim,
      .evictionOrdered, .evictionDelayed, .quitServed, .quitSuspended, .quitExpired,
      .policeAidAsked, .policeAidRefused, .evictionHeld, .evictionPossible:
      [.closeCourtFile]
    case .prevention, .evicted, .evictedIrregularly, .left, .closed: []
    }
  }
}
