import Vocabulary

@testable import Contracts

// The debt.
extension Act {
  static func accordFSL(_ montant: Cents, verse: Day? = nil) -> Act {
    .du {
      .apurementDecision(
        ApurementDecision(date: $0, accord: true, montant: montant, versement_le: verse))
    }
  }

  static let refusFSL = Act.du {
    .apurementDecision(ApurementDecision(date: $0, accord: false, montant: .zero))
  }

  static func plan(_ nombre: Int, premiere: Day, mensualite: Cents? = nil) -> Act {
    .du {
      .apurementPlan(
        ApurementPlan(
          date: $0, accord: true, nombre: nombre, premiere: premiere, mensualite: mensualite))
    }
  }

  static func verse(_ echeance: Int, _ montant: Cents = .euros(90)) -> Act {
    .du {
      .apurementVersement(ApurementVersement(date: $0, echeance: echeance, montant: montant))
    }
  }

  static func loyerPaye(terme: Day, _ montant: Cents, indemnite: Bool = false) -> Act {
    .du {
      .apurementLoyer(
        ApurementLoyer(
          date: $0, terme: terme, montant: montant, nature: indemnite ? .indemnite : .loyer))
    }
  }

  static func impayee(_ echeance: Int?) -> Act {
    .du { .apurementIncident(ApurementIncident(date: $0, echeance: echeance)) }
  }

  static let solde = Act.du { .apurementSolde(ApurementSolde(date: $0)) }

  static func protocole(jusque fin: Day, avenant: Bool = false) -> Act {
    .du { .apurementProtocole(ApurementProtocole(date: $0, fin: fin, avenant: avenant)) }
  }

  static let depotSurendettement = Act.du { .surendettementDepot(SurendettementDepot(date: $0)) }

  static func recevabilite(_ recevable: Bool = true) -> Act {
    .du {
      .surendettementRecevabilite(SurendettementRecevabilite(date: $0, recevable: recevable))
    }
  }

  static func mesures(_ mesure: SurendettementMesures.Mesure, jusque fin: Day? = nil) -> Act {
    .du { .surendettementMesures(SurendettementMesures(date: $0, mesure: mesure, fin: fin)) }
  }

  static func aideMaintenue(_ maintien: Bool = true) -> Act {
    .du { .aplDecision(APLDecision(date: $0, maintien: maintien)) }
  }

  static func renvoiCAF(vers: APLRenvoi.Vers) -> Act {
    .du { .aplRenvoi(APLRenvoi(date: $0, vers: vers)) }
  }
}

// Rehousing and accommodation.
extension Act {
  static func proposition(
    _ offre: String, _ voie: RelogementProposition.Voie, loyer: Cents = .euros(420),
    adaptee: Bool = true
  ) -> Act {
    .du {
      .relogementProposition(
        RelogementProposition(date: $0, offre: offre, adaptee: adaptee, loyer: loyer, voie: voie))
    }
  }

  static func accepte(_ offre: String) -> Act {
    .du { .relogementReponse(RelogementReponse(date: $0, offre: offre, accepte: true)) }
  }

  static func refuse(_ offre: String, motif: String? = nil) -> Act {
    .du {
      .relogementReponse(
        RelogementReponse(date: $0, offre: offre, accepte: false, motif: motif))
    }
  }

  static func bailSigne(_ offre: String) -> Act {
    .du { .relogementBail(RelogementBail(date: $0, offre: offre)) }
  }

  static func recours(_ droit: DroitOpposable) -> Act {
    .du { .daloRecours(DALORecours(date: $0, droit: droit)) }
  }

  static func prioritaire(_ droit: DroitOpposable, foyer: Bool? = nil) -> Act {
    .du {
      .daloDecision(
        DALODecision(date: $0, prioritaire: true, droit: droit, logement_foyer: foyer))
    }
  }

  static func finDALO(motif: String) -> Act { .du { .daloFin(DALOFin(date: $0, motif: motif)) } }

  static func hebergement(
    _ etape: HebergementOrientation.Etape, _ place: HebergementOrientation.Place
  ) -> Act {
    .du {
      .hebergementOrientation(HebergementOrientation(date: $0, etape: etape, place: place))
    }
  }
}
