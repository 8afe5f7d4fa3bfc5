/// What a phase waits for, and from whom: what an agent reads first in a dossier.
public struct Awaited: Hashable, Sendable {
  /// What must come, in French.
  public let what: String
  /// The body from which it must come, in French.
  public let from: String

  init(_ what: String, from: String) {
    self.what = what
    self.from = from
  }
}

extension Situation {
  /// What a track waits for; `nil` once the dossier is closed.
  public func awaited(_ track: Track) -> Awaited? {
    switch track {
    case .contact: contact.awaited
    case .debt: debt.awaited
    case .housing: housing.awaited
    case .procedure: procedure.awaited
    }
  }
}

extension ContactPhase {
  fileprivate var awaited: Awaited? {
    switch self {
    case .signalled, .interviewAsked:
      Awaited("la proposition d'un entretien", from: "service social ou antenne")
    case .informed: Awaited("un fait nouveau : simple information", from: "—")
    case .contactLate:
      Awaited("une rencontre et un premier diagnostic", from: "service social, préfecture alertée")
    case .interviewProposed:
      Awaited("l'entretien et le premier diagnostic", from: "service social et ménage")
    case .met: Awaited("le premier diagnostic", from: "service social ou antenne")
    case .notFound: Awaited("une nouvelle tentative de contact", from: "service social")
    case .toComplete: Awaited("les éléments qui manquent au diagnostic", from: "service social")
    case .diagnosed: Awaited("un fait nouveau, sinon un réexamen", from: "sous-commission")
    case .dsfAsked: Awaited("le DSF", from: "opérateur du DSF")
    case .dsfLate: Awaited("le DSF, même tardif", from: "opérateur du DSF, préfecture alertée")
    case .dsfSent, .dsfSentWithoutMeeting:
      Awaited("l'audience, sinon un réexamen", from: "tribunal")
    case .away: Awaited("rien : le ménage n'est plus dans le logement", from: "—")
    case .closed: nil
    }
  }
}

extension DebtPhase {
  fileprivate var awaited: Awaited? {
    switch self {
    case .noDebt: Awaited("rien : aucune dette n'est signalée", from: "—")
    case .owed: Awaited("l'ouverture d'une voie d'apurement", from: "service social")
    case .settling:
      Awaited("la réponse des dispositifs saisis", from: "bailleur, FSL, CAF ou MSA, commission")
    case .plan: Awaited("le paiement des échéances du plan", from: "ménage, suivi par le bailleur")
    case .frozen: Awaited("les mesures", from: "commission de surendettement")
    case .measures:
      Awaited("la fin des mesures", from: "commission de surendettement, ménage")
    case .schedule:
      Awaited("le paiement de l'échéancier du juge", from: "ménage, suivi par le bailleur")
    case .exhausted: Awaited("une voie nouvelle, sinon un réexamen", from: "sous-commission")
    case .cleared: Awaited("la confirmation que rien n'est plus dû", from: "bailleur")
    case .closed: nil
    }
  }
}

extension HousingPhase {
  fileprivate var awaited: Awaited? {
    switch self {
    case .notSought: Awaited("rien : le maintien est visé, sinon un réexamen", from: "—")
    case .sought: Awaited("une proposition de logement", from: "bailleurs et réservataires")
    case .offered: Awaited("la réponse à la proposition", from: "ménage")
    case .accepted: Awaited("la signature du bail", from: "bailleur de la proposition")
    case .sheltered: Awaited("une proposition de logement", from: "bailleurs et réservataires")
    case .vacated: Awaited("rien : le logement est rendu", from: "—")
    case .closed: nil
    }
  }
}

extension ProcedurePhase {
  fileprivate var awaited: Awaited? {
    switch self {
    case .prevention: Awaited("un apurement, sinon un réexamen", from: "ménage et dispositifs")
    case .noticeServed: Awaited("le paiement dans le délai du commandement", from: "ménage, FSL")
    case .noticeExpired: Awaited("un accord ou une assignation", from: "bailleur, huissier")
    case .clauseBlocked: Awaited("la suite du surendettement", from: "commission de surendettement")
    case .summoned: Awaited("la tenue de l'audience", from: "tribunal")
    case .judgmentAwaited: Awaited("la décision", from: "tribunal")
    case .claimEnded: Awaited("un accord durable, sinon un réexamen", from: "bailleur et ménage")
    case .withdrawn: Awaited("la fin du suivi de trois mois", from: "service social")
    case .commissionSchedule:
      Awaited("la suite des délais calés sur les mesures", from: "commission, ménage")
    case .clauseSuspended:
      Awaited("le paiement du loyer pendant deux ans", from: "ménage, suivi par le bailleur")
    case .cohesionProtocol:
      Awaited("l'exécution du protocole, puis un bail", from: "ménage et bailleur social")
    case .schedule: Awaited("la suite de l'échéancier du juge", from: "ménage et bailleur")
    case .evictionOrdered: Awaited("le CQL, ou un départ ou un relogement", from: "huissier")
    case .evictionDelayed: Awaited("la fin des délais du juge", from: "calendrier")
    case .quitServed: Awaited("la fin des deux mois du CQL", from: "calendrier")
    case .quitSuspended: Awaited("la saisine du préfet", from: "huissier")
    case .quitExpired: Awaited("une demande de CFP, ou un départ", from: "huissier, ménage")
    case .policeAidAsked: Awaited("la décision sur le CFP", from: "préfet")
    case .policeAidRefused: Awaited("une nouvelle décision sur le CFP", from: "préfet")
    case .evictionHeld: Awaited("la fin des protections ou un relogement", from: "préfet")
    case .evictionPossible: Awaited("un hébergement, ou l'exécution", from: "SIAO, préfet")
    case .evicted, .evictedIrregularly: Awaited("le retour d'expérience", from: "CCAPEX")
    case .debtClaim: Awaited("la suite de la demande en paiement", from: "tribunal, bailleur")
    case .left: Awaited("une solution connue pour le ménage", from: "service social")
    case .closed: nil
    }
  }
}
