extension Circumstance {
  /// What is true, as the office says it: "si …".
  public var frenchName: String {
    switch self {
    case .winterTruce: "la trêve hivernale est en cours"
    case .daloPriorityWithoutOffer: "le ménage est prioritaire DALO sans offre adaptée"
    case .planInForce: "un plan d'apurement est en vigueur"
    case .scheduleInForce: "un échéancier du juge est en vigueur"
    case .judgeDelaysInForce: "les délais du juge pour partir courent"
    case .quitPeriodNotRun: "les deux mois du CQL ne sont pas passés"
    case .jexDelaysInForce: "les délais du juge de l'exécution courent"
    case .quitOrderNotified: "le préfet est saisi du CQL"
    case .diagnosed: "un diagnostic est posé"
    case .mustMove: "le diagnostic conclut au relogement"
    case .debtCleared: "la dette est soldée"
    case .noticeRunning: "le commandement de payer court"
    case .surendettementAdmitted: "le dossier de surendettement est recevable"
    case .accommodationOffered: "un hébergement a été proposé"
    case .executionStayed: "l'exécution est arrêtée"
    case .surendettementSuspension: "l'expulsion est suspendue pendant le surendettement"
    case .protocolInForce: "un protocole de cohésion sociale est en vigueur"
    case .clauseSuspended: "la clause est suspendue après l'effacement"
    case .otherMotive: "le bailleur invoque un autre motif que l'impayé"
    case .informationOnly: "le seuil de l'arrêté n'est pas atteint"
    case .arrearsKnown: "un impayé est signalé"
    case .quitDelayWaived: "le juge a écarté le délai de deux mois"
    case .truceSetAside: "la trêve hivernale est écartée"
    case .noticeFrozen: "le commandement vise une dette née avant la recevabilité"
    case .evicted: "une expulsion a eu lieu"
    case .restitutionDue: "le logement est à restituer"
    case .appealPending: "un appel est en cours"
    case .dahoPriority: "le ménage est prioritaire DAHO"
    case .rightOpen: "un droit du ménage reste ouvert"
    case .timeAsked: "le ménage sait quoi demander à ce juge"
    case .transferRequested: "un transfert est demandé"
    case .sessionFailed: "une séance est restée sans solution"
    case .sessionsFailed: "deux séances sont restées sans solution"
    case .settlementUnderWay: "l'apurement est en cours"
    case .rehousingUnderWay: "le relogement est en cours"
    }
  }
}

extension ReviewReason {
  /// Why a human must look, in French.
  public var frenchName: String {
    switch self {
    case .missedStep: "une étape de la procédure n'a pas été signalée"
    case .contradiction: "deux actes se contredisent"
    case .afterClosure: "un acte est signalé après la clôture"
    case .overdue: "une étape tarde"
    case .dormant: "le dossier est sans mouvement"
    case .clearedAfterJudgment: "la dette est soldée mais le titre subsiste"
    case .executionDuringProtection: "un acte d'exécution est signalé pendant une protection"
    case .irregularEviction: "une expulsion est signalée malgré une protection"
    case .evictionWithoutAccommodation: "une expulsion est signalée sans hébergement proposé"
    case .withoutSolution: "le ménage a quitté le logement sans solution connue"
    case .rightAtRisk: "un refus sans motif peut faire perdre le droit au logement"
    case .transferRefused: "l'autre département refuse le dossier"
    case .rightOpen: "un droit du ménage reste ouvert"
    case .closureProposed: "rien n'est plus attendu : la clôture est à décider"
    case .unknownPhase: "l'étape n'existe pas dans la version des règles du dossier"
    }
  }
}

extension ReviewReason {
  /// The same in the two or three words of a page's column.
  var shortName: String {
    switch self {
    case .missedStep: "étape manquante"
    case .contradiction: "actes contradictoires"
    case .afterClosure: "acte après clôture"
    case .overdue: "étape tardive"
    case .dormant: "dossier dormant"
    case .clearedAfterJudgment: "dette soldée, titre subsistant"
    case .executionDuringProtection: "exécution malgré protection"
    case .irregularEviction: "expulsion malgré protection"
    case .evictionWithoutAccommodation: "expulsion sans hébergement"
    case .withoutSolution: "départ sans solution"
    case .rightAtRisk: "droit menacé par un refus"
    case .transferRefused: "transfert refusé"
    case .rightOpen: "droit ouvert"
    case .closureProposed: "clôture"
    case .unknownPhase: "étape inconnue de la version"
    }
  }
}

extension Track {
  public var frenchName: String {
    switch self {
    case .contact: "contact et diagnostic"
    case .debt: "dette"
    case .housing: "relogement"
    case .procedure: "procédure"
    }
  }
}
