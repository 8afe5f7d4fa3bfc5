public import Contracts

extension Order {
  /// What the saga asks, as the office says it: "… et nous …".
  public var frenchName: String {
    switch self {
    case .informHousehold: "faisons informer le ménage"
    case .proposeInterview: "faisons proposer un entretien"
    case .prepareDSF: "demandons le DSF"
    case .updateDSF: "demandons la mise à jour du DSF"
    case .escalateContact: "alertons la préfecture sur le contact"
    case .followUp: "faisons poursuivre l'accompagnement social"
    case .stopContact: "arrêtons les démarches de contact"
    case .openSettlement: "engageons l'apurement"
    case .openUrgentSettlement: "engageons l'apurement en urgence"
    case .keepScheduleAlive: "faisons suivre l'échéancier du juge"
    case .stopSettlement: "retirons les demandes d'apurement ouvertes"
    case .openRehousing: "engageons le relogement"
    case .raiseRehousingPriority: "relevons la priorité du relogement"
    case .openAccommodation: "demandons un hébergement"
    case .reachHousehold: "demandons où joindre le ménage"
    case .tellDeparture: "signalons le départ"
    case .stopRehousing: "retirons les demandes de relogement"
    case .informTenantOfHearing: "informons le ménage de l'audience"
    case .tellCourtOfMeasures: "disons au tribunal les mesures en cours"
    case .askCourtForTime: "aidons le ménage à demander des délais au juge"
    case .tellPrefetProtection: "signalons au préfet la protection en cours"
    case .tellPrefetObligation: "signalons au préfet la mesure en cours"
    case .tellPrefetDALO: "signalons au préfet la priorité DALO"
    case .tellPrefetIrregularEviction: "signalons au préfet une expulsion irrégulière"
    case .askForReview: "demandons l'examen de la commission"
    case .proposeClosure: "proposons la clôture à la commission"
    case .recordPostMortem: "ouvrons un retour d'expérience"
    case .closeCourtFile: "informons huissier, bailleur et préfet de la clôture"
    case .tellDebtCleared: "informons bailleur, huissier et tribunal que la dette est soldée"
    case .tellPrematureRequest: "signalons au préfet une demande de CFP prématurée"
    case .escalateToCentral: "portons le dossier devant la CCAPEX centrale"
    }
  }
}
