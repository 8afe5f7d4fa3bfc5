// The list of events: the one place, beside the file of its family, that names each of them. A new
// event has a line in each of the four, and the compiler asks for the last two.

/// Every event that a partner may publish, by its name in the field.
public enum EventKind: String, CaseIterable, Codable, Sendable {
  case signalementCDP = "signalement.cdp"
  case signalementImpayeAPL = "signalement.impaye_apl"
  case saisineBailleurPM = "saisine.bailleur_pm"
  case saisineLibre = "saisine.libre"
  case contactProposition = "contact.proposition"
  case contactResultat = "contact.resultat"
  case menageChangement = "menage.changement"
  case diagnosticInitial = "diagnostic.initial"
  case dsfDemande = "dsf.demande"
  case dsfTransmis = "dsf.transmis"
  case dsfCarence = "dsf.carence"
  case avisCCAPEX = "avis.ccapex"
  case apurementDecision = "apurement.decision"
  case apurementPlan = "apurement.plan"
  case apurementVersement = "apurement.versement"
  case apurementLoyer = "apurement.loyer"
  case apurementIncident = "apurement.incident"
  case apurementSolde = "apurement.solde"
  case apurementProtocole = "apurement.protocole"
  case surendettementDepot = "surendettement.depot"
  case surendettementRecevabilite = "surendettement.recevabilite"
  case surendettementMesures = "surendettement.mesures"
  case surendettementSuspension = "surendettement.suspension"
  case aplDecision = "apl.decision"
  case aplRenvoi = "apl.renvoi"
  case relogementDemande = "relogement.demande"
  case relogementProposition = "relogement.proposition"
  case relogementReponse = "relogement.reponse"
  case relogementRefus = "relogement.refus"
  case relogementBail = "relogement.bail"
  case daloRecours = "dalo.recours"
  case daloDecision = "dalo.decision"
  case daloFin = "dalo.fin"
  case hebergementDemande = "hebergement.demande"
  case hebergementOrientation = "hebergement.orientation"
  case tribunalAssignation = "tribunal.assignation"
  case tribunalAudience = "tribunal.audience"
  case tribunalRenvoi = "tribunal.renvoi"
  case tribunalDecision = "tribunal.decision"
  case tribunalNotification = "tribunal.notification"
  case tribunalAppel = "tribunal.appel"
  case executionCQL = "execution.cql"
  case executionDelaisJEX = "execution.delais_jex"
  case executionCFPDemande = "execution.cfp_demande"
  case executionCFPDecision = "execution.cfp_decision"
  case executionExpulsion = "execution.expulsion"
  case executionReprise = "execution.reprise"
  case indemnisationDemande = "indemnisation.demande"
  case indemnisationDecision = "indemnisation.decision"
  case dossierCloture = "dossier.cloture"
  case dossierTransfert = "dossier.transfert"
  case dossierAccueil = "dossier.accueil"
  case dossierFusion = "dossier.fusion"
  case dossierSeparation = "dossier.separation"
  case donneesAcces = "donnees.acces"
  case rectification
}

/// A partner's event with its typed payload, whatever its kind.
public enum PartnerEvent: Sendable, Hashable {
  case signalementCDP(SignalementCDP)
  case signalementImpayeAPL(SignalementImpaye)
  case saisineBailleurPM(SignalementImpaye)
  case saisineLibre(SignalementImpaye)
  case contactProposition(ContactProposition)
  case contactResultat(ContactResultat)
  case menageChangement(MenageChangement)
  case diagnosticInitial(Diagnostic)
  case dsfDemande(DSFDemande)
  case dsfTransmis(Diagnostic)
  case dsfCarence(DSFCarence)
  case avisCCAPEX(AvisCCAPEX)
  case apurementDecision(ApurementDecision)
  case apurementPlan(ApurementPlan)
  case apurementVersement(ApurementVersement)
  case apurementLoyer(ApurementLoyer)
  case apurementIncident(ApurementIncident)
  case apurementSolde(ApurementSolde)
  case apurementProtocole(ApurementProtocole)
  case surendettementDepot(SurendettementDepot)
  case surendettementRecevabilite(SurendettementRecevabilite)
  case surendettementMesures(SurendettementMesures)
  case surendettementSuspension(SurendettementSuspension)
  case aplDecision(APLDecision)
  case aplRenvoi(APLRenvoi)
  case relogementDemande(RelogementDemande)
  case relogementProposition(RelogementProposition)
  case relogementReponse(RelogementReponse)
  case relogementRefus(RelogementRefus)
  case relogementBail(RelogementBail)
  case daloRecours(DALORecours)
  case daloDecision(DALODecision)
  case daloFin(DALOFin)
  case hebergementDemande(HebergementDemande)
  case hebergementOrientation(HebergementOrientation)
  case tribunalAssignation(TribunalAssignation)
  case tribunalAudience(TribunalAudience)
  case tribunalRenvoi(TribunalRenvoi)
  case tribunalDecision(TribunalDecision)
  case tribunalNotification(TribunalNotification)
  case tribunalAppel(TribunalAppel)
  case executionCQL(ExecutionCQL)
  case executionDelaisJEX(ExecutionDelaisJEX)
  case executionCFPDemande(ExecutionCFPDemande)
  case executionCFPDecision(ExecutionCFPDecision)
  case executionExpulsion(ExecutionExpulsion)
  case executionReprise(ExecutionReprise)
  case indemnisationDemande(IndemnisationDemande)
  case indemnisationDecision(IndemnisationDecision)
  case dossierCloture(DossierCloture)
  case dossierTransfert(DossierTransfert)
  case dossierAccueil(DossierAccueil)
  case dossierFusion(DossierFusion)
  case dossierSeparation(DossierFusion)
  case donneesAcces(DonneesAcces)
  case rectification(Rectification)
}

extension EventKind {
  /// All that is declared of this event: the one map from a kind to its declaration.
  // swift-format-ignore
  public var declaration: EventDeclaration {
    switch self {
    case .signalementCDP: .signalementCDP
    case .signalementImpayeAPL: .signalementImpayeAPL
    case .saisineBailleurPM: .saisineBailleurPM
    case .saisineLibre: .saisineLibre
    case .contactProposition: .contactProposition
    case .contactResultat: .contactResultat
    case .menageChangement: .menageChangement
    case .diagnosticInitial: .diagnosticInitial
    case .dsfDemande: .dsfDemande
    case .dsfTransmis: .dsfTransmis
    case .dsfCarence: .dsfCarence
    case .avisCCAPEX: .avisCCAPEX
    case .apurementDecision: .apurementDecision
    case .apurementPlan: .apurementPlan
    case .apurementVersement: .apurementVersement
    case .apurementLoyer: .apurementLoyer
    case .apurementIncident: .apurementIncident
    case .apurementSolde: .apurementSolde
    case .apurementProtocole: .apurementProtocole
    case .surendettementDepot: .surendettementDepot
    case .surendettementRecevabilite: .surendettementRecevabilite
    case .surendettementMesures: .surendettementMesures
    case .surendettementSuspension: .surendettementSuspension
    case .aplDecision: .aplDecision
    case .aplRenvoi: .aplRenvoi
    case .relogementDemande: .relogementDemande
    case .relogementProposition: .relogementProposition
    case .relogementReponse: .relogementReponse
    case .relogementRefus: .relogementRefus
    case .relogementBail: .relogementBail
    case .daloRecours: .daloRecours
    case .daloDecision: .daloDecision
    case .daloFin: .daloFin
    case .hebergementDemande: .hebergementDemande
    case .hebergementOrientation: .hebergementOrientation
    case .tribunalAssignation: .tribunalAssignation
    case .tribunalAudience: .tribunalAudience
    case .tribunalRenvoi: .tribunalRenvoi
    case .tribunalDecision: .tribunalDecision
    case .tribunalNotification: .tribunalNotification
    case .tribunalAppel: .tribunalAppel
    case .executionCQL: .executionCQL
    case .executionDelaisJEX: .executionDelaisJEX
    case .executionCFPDemande: .executionCFPDemande
    case .executionCFPDecision: .executionCFPDecision
    case .executionExpulsion: .executionExpulsion
    case .executionReprise: .executionReprise
    case .indemnisationDemande: .indemnisationDemande
    case .indemnisationDecision: .indemnisationDecision
    case .dossierCloture: .dossierCloture
    case .dossierTransfert: .dossierTransfert
    case .dossierAccueil: .dossierAccueil
    case .dossierFusion: .dossierFusion
    case .dossierSeparation: .dossierSeparation
    case .donneesAcces: .donneesAcces
    case .rectification: .rectification
    }
  }
}

extension PartnerEvent {
  /// The kind of this event and its payload: the one place that takes an event apart.
  // swift-format-ignore
  public var content: (kind: EventKind, body: any EventBody) {
    switch self {
    case .signalementCDP(let body): (.signalementCDP, body)
    case .signalementImpayeAPL(let body): (.signalementImpayeAPL, body)
    case .saisineBailleurPM(let body): (.saisineBailleurPM, body)
    case .saisineLibre(let body): (.saisineLibre, body)
    case .contactProposition(let body): (.contactProposition, body)
    case .contactResultat(let body): (.contactResultat, body)
    case .menageChangement(let body): (.menageChangement, body)
    case .diagnosticInitial(let body): (.diagnosticInitial, body)
    case .dsfDemande(let body): (.dsfDemande, body)
    case .dsfTransmis(let body): (.dsfTransmis, body)
    case .dsfCarence(let body): (.dsfCarence, body)
    case .avisCCAPEX(let body): (.avisCCAPEX, body)
    case .apurementDecision(let body): (.apurementDecision, body)
    case .apurementPlan(let body): (.apurementPlan, body)
    case .apurementVersement(let body): (.apurementVersement, body)
    case .apurementLoyer(let body): (.apurementLoyer, body)
    case .apurementIncident(let body): (.apurementIncident, body)
    case .apurementSolde(let body): (.apurementSolde, body)
    case .apurementProtocole(let body): (.apurementProtocole, body)
    case .surendettementDepot(let body): (.surendettementDepot, body)
    case .surendettementRecevabilite(let body): (.surendettementRecevabilite, body)
    case .surendettementMesures(let body): (.surendettementMesures, body)
    case .surendettementSuspension(let body): (.surendettementSuspension, body)
    case .aplDecision(let body): (.aplDecision, body)
    case .aplRenvoi(let body): (.aplRenvoi, body)
    case .relogementDemande(let body): (.relogementDemande, body)
    case .relogementProposition(let body): (.relogementProposition, body)
    case .relogementReponse(let body): (.relogementReponse, body)
    case .relogementRefus(let body): (.relogementRefus, body)
    case .relogementBail(let body): (.relogementBail, body)
    case .daloRecours(let body): (.daloRecours, body)
    case .daloDecision(let body): (.daloDecision, body)
    case .daloFin(let body): (.daloFin, body)
    case .hebergementDemande(let body): (.hebergementDemande, body)
    case .hebergementOrientation(let body): (.hebergementOrientation, body)
    case .tribunalAssignation(let body): (.tribunalAssignation, body)
    case .tribunalAudience(let body): (.tribunalAudience, body)
    case .tribunalRenvoi(let body): (.tribunalRenvoi, body)
    case .tribunalDecision(let body): (.tribunalDecision, body)
    case .tribunalNotification(let body): (.tribunalNotification, body)
    case .tribunalAppel(let body): (.tribunalAppel, body)
    case .executionCQL(let body): (.executionCQL, body)
    case .executionDelaisJEX(let body): (.executionDelaisJEX, body)
    case .executionCFPDemande(let body): (.executionCFPDemande, body)
    case .executionCFPDecision(let body): (.executionCFPDecision, body)
    case .executionExpulsion(let body): (.executionExpulsion, body)
    case .executionReprise(let body): (.executionReprise, body)
    case .indemnisationDemande(let body): (.indemnisationDemande, body)
    case .indemnisationDecision(let body): (.indemnisationDecision, body)
    case .dossierCloture(let body): (.dossierCloture, body)
    case .dossierTransfert(let body): (.dossierTransfert, body)
    case .dossierAccueil(let body): (.dossierAccueil, body)
    case .dossierFusion(let body): (.dossierFusion, body)
    case .dossierSeparation(let body): (.dossierSeparation, body)
    case .donneesAcces(let body): (.donneesAcces, body)
    case .rectification(let body): (.rectification, body)
    }
  }
}
