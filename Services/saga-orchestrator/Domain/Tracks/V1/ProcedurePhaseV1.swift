public import Contracts
import LegalCalendar

/// Version 1: where the landlord's procedure stands, to the end of the follow-up.
public enum ProcedurePhaseV1: String, TrackPhase {
  case prevention, noticeServed, noticeExpired, clauseBlocked
  case summoned, judgmentAwaited, claimEnded, schedule, evictionOrdered, evictionDelayed
  case quitServed, quitSuspended, quitExpired, policeAidAsked, policeAidRefused
  case evictionHeld, evictionPossible, evicted, evictedIrregularly, left, closed

  /// The track to which the phases belong.
  public static let track = Track.procedure
  /// Version 1: where a dossier begins.
  public static let initial = prevention

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
    case .schedule: "Délais de paiement du juge"
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
    case .closed: "Le dossier est clos ; un acte nouveau le rouvre."
    }
  }

  /// The deadline that holds as long as the phase does.
  public var deadline: PhaseDeadline? {
    switch self {
    case .prevention, .clauseBlocked, .schedule: PhaseDeadline(after: .halfYear)
    case .noticeServed: PhaseDeadline(.noticeExpired, .fromAct(.cdpDelai), or: .newAttempt)
    case .noticeExpired, .claimEnded, .policeAidRefused, .evicted, .left:
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
      .schedule, .evictionOrdered, .evictionDelayed, .quitServed, .quitSuspended, .quitExpired,
      .policeAidAsked, .policeAidRefused, .evictionHeld, .evictionPossible:
      [.closeCourtFile]
    case .prevention, .evicted, .evictedIrregularly, .left, .closed: []
    }
  }
}
