import Contracts
import Vocabulary

/// An event by which Amont may first hear of a household, by what matters at the door.
enum Signal {
  case notice(SignalementCDP)
  case arrears(SignalementImpaye, isSaisine: Bool)
  case summons(TribunalAssignation)
  case quitOrder(ExecutionCQL)
  case policeAid(ExecutionCFPDemande)

  /// The signal in an event; `nil` for one that needs a dossier already open.
  init?(_ event: PartnerEvent) {
    switch event {
    case .signalementCDP(let body): self = .notice(body)
    case .saisineBailleurPM(let body): self = .arrears(body, isSaisine: true)
    case .signalementImpayeAPL(let body), .saisineLibre(let body):
      self = .arrears(body, isSaisine: false)
    case .tribunalAssignation(let body): self = .summons(body)
    case .executionCQL(let body): self = .quitOrder(body)
    case .executionCFPDemande(let body): self = .policeAid(body)
    case .contactProposition, .contactResultat, .menageChangement, .diagnosticInitial, .dsfDemande,
      .dsfTransmis, .dsfCarence, .avisCCAPEX, .apurementDecision, .apurementPlan,
      .apurementVersement, .apurementIncident, .apurementSolde, .apurementProtocole,
      .surendettementDepot, .surendettementRecevabilite, .surendettementMesures,
      .surendettementSuspension, .aplDecision, .aplRenvoi, .relogementDemande,
      .relogementProposition, .relogementReponse, .relogementRefus, .relogementBail, .daloRecours,
      .daloDecision, .daloFin, .hebergementDemande, .hebergementOrientation, .tribunalAudience,
      .tribunalRenvoi, .tribunalDecision, .tribunalNotification, .tribunalAppel,
      .executionDelaisJEX, .executionCFPDecision, .executionExpulsion, .executionReprise,
      .indemnisationDemande, .indemnisationDecision, .dossierCloture, .dossierTransfert,
      .dossierFusion, .dossierSeparation, .donneesAcces, .rectification:
      return nil
    }
  }

  /// The debt in monthly rents without charges, rounded up; `nil` where the signal tells no debt.
  var debtInRents: Int? {
    switch self {
    case .notice(let body): Self.rents(body.dette.value, body.loyer.value)
    case .arrears(let body, _): Self.rents(body.dette.value, body.loyer.value)
    case .summons, .quitOrder, .policeAid: nil
    }
  }

  /// Whether it comes before any assignation: where the instruction wants the effort (§ 2.1 (1)).
  var isBeforeSummons: Bool {
    switch self {
    case .notice, .arrears: true
    case .summons, .quitOrder, .policeAid: false
    }
  }

  private static func rents(_ debt: Int, _ rent: Int) -> Int? {
    rent > 0 ? (debt + rent - 1) / rent : nil
  }
}
