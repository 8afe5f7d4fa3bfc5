import Contracts
import Vocabulary

extension PartnerEvent {
  /// The day of the act or decision that the event tells; legal delays run from it.
  var actDay: Day {
    switch self {
    case .signalementCDP(let body): body.acte
    case .signalementImpayeAPL(let body), .saisineBailleurPM(let body), .saisineLibre(let body):
      body.date
    case .contactProposition(let body): body.date
    case .contactResultat(let body): body.date
    case .menageChangement(let body): body.date
    case .diagnosticInitial(let body), .dsfTransmis(let body): body.date
    case .dsfCarence(let body): body.date
    case .avisCCAPEX(let body): body.date
    case .dsfDemande(let body): body.date
    case .apurementDecision(let body): body.date
    case .apurementPlan(let body): body.date
    case .apurementVersement(let body): body.date
    case .apurementIncident(let body): body.date
    case .apurementSolde(let body): body.date
    case .apurementProtocole(let body): body.date
    case .surendettementDepot(let body): body.date
    case .surendettementRecevabilite(let body): body.date
    case .surendettementMesures(let body): body.date
    case .surendettementSuspension(let body): body.date
    case .aplDecision(let body): body.date
    case .aplRenvoi(let body): body.date
    case .relogementDemande(let body): body.date
    case .relogementProposition(let body): body.date
    case .relogementReponse(let body): body.date
    case .relogementRefus(let body): body.date
    case .relogementBail(let body): body.date
    case .daloRecours(let body): body.date
    case .daloDecision(let body): body.date
    case .daloFin(let body): body.date
    case .hebergementDemande(let body): body.date
    case .hebergementOrientation(let body): body.date
    case .tribunalAssignation(let body): body.acte
    case .tribunalAudience(let body): body.date
    case .tribunalRenvoi(let body): body.date
    case .tribunalDecision(let body): body.date
    case .tribunalNotification(let body): body.date
    case .tribunalAppel(let body): body.date
    case .executionCQL(let body): body.acte
    case .executionDelaisJEX(let body): body.date
    case .executionCFPDemande(let body): body.date
    case .executionCFPDecision(let body): body.date
    case .executionExpulsion(let body): body.date
    case .executionReprise(let body): body.date
    case .indemnisationDemande(let body): body.date
    case .indemnisationDecision(let body): body.date
    case .dossierCloture(let body): body.date
    case .dossierTransfert(let body): body.date
    case .dossierFusion(let body): body.date
    case .dossierSeparation(let body): body.date
    case .donneesAcces(let body): body.date
    case .rectification(let body): body.date
    }
  }
}
