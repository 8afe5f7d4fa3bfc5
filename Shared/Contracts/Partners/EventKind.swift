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
  case dossierFusion = "dossier.fusion"
  case dossierSeparation = "dossier.separation"
  case donneesAcces = "donnees.acces"
  case rectification

  /// The CloudEvents type of this event in version 1: `fr.amont.signalement.cdp.v1`.
  public var type: String { EventKind.prefix + rawValue + EventKind.suffix }

  /// The event of that CloudEvents type, or `nil` when the type or its version is not known.
  public init?(type: String) {
    guard type.hasPrefix(EventKind.prefix), type.hasSuffix(EventKind.suffix) else { return nil }
    self.init(
      rawValue: String(type.dropFirst(EventKind.prefix.count).dropLast(EventKind.suffix.count)))
  }

  /// Whether that CloudEvents type is a known event in a version that is not known.
  public static func isUnknownVersion(_ type: String) -> Bool {
    guard type.hasPrefix(prefix), let dot = type.lastIndex(of: ".") else { return false }
    let name = type[type.index(type.startIndex, offsetBy: prefix.count)...]
    return EventKind(type: type) == nil
      && EventKind(rawValue: String(name.prefix(upTo: max(dot, name.startIndex)))) != nil
  }

  private static let prefix = "fr.amont."
  private static let suffix = ".v1"

  /// The kinds of partners that may publish this event (domain of each: instruction of 22 March 2017).
  public var senders: Set<PartnerKind> {
    switch self {
    case .signalementCDP, .executionCQL, .executionCFPDemande, .tribunalNotification:
      [.huissier]
    case .tribunalAssignation: [.huissier, .prefecture]
    case .executionExpulsion: [.huissier, .forcesOrdre]
    case .executionReprise: [.huissier, .bailleurPrive, .bailleurSocial]
    case .signalementImpayeAPL: [.caf, .bailleurSocial, .bailleurPrive]
    case .saisineBailleurPM: [.bailleurSocial, .bailleurPrive]
    case .saisineLibre:
      [.menage, .ccas, .serviceSocial, .bailleurPrive, .antenne, .commissionMediation, .ccapex]
    case .contactProposition, .contactResultat, .diagnosticInitial:
      [.serviceSocial, .ccas, .operateurDSF, .antenne]
    case .menageChangement: [.menage, .serviceSocial, .ccas, .mandataire, .prefecture]
    case .dsfDemande: [.prefecture]
    case .dsfTransmis, .dsfCarence: [.operateurDSF, .serviceSocial]
    case .avisCCAPEX: [.ccapex, .prefecture]
    case .apurementDecision: [.fsl]
    case .apurementPlan, .apurementVersement, .apurementIncident, .apurementSolde:
      [.bailleurPrive, .bailleurSocial]
    case .apurementProtocole: [.bailleurSocial]
    case .surendettementDepot: [.menage, .serviceSocial, .banqueDeFrance, .mandataire]
    case .surendettementRecevabilite, .surendettementMesures: [.banqueDeFrance]
    case .surendettementSuspension: [.tribunal, .banqueDeFrance]
    case .aplDecision: [.caf, .ccapex]
    case .aplRenvoi: [.caf]
    case .relogementDemande, .hebergementDemande: [.menage, .serviceSocial, .ccas, .antenne]
    case .relogementProposition:
      [.bailleurSocial, .bailleurPrive, .reservataire, .prefecture, .agence]
    case .relogementReponse: [.menage, .serviceSocial, .mandataire]
    case .relogementRefus: [.bailleurSocial, .bailleurPrive, .reservataire, .agence]
    case .relogementBail: [.bailleurSocial, .bailleurPrive, .agence]
    case .daloRecours: [.menage, .serviceSocial, .mandataire, .commissionMediation]
    case .daloDecision: [.commissionMediation]
    case .daloFin, .executionCFPDecision, .indemnisationDecision: [.prefecture]
    case .hebergementOrientation: [.siao]
    case .tribunalAudience, .tribunalRenvoi, .tribunalDecision, .executionDelaisJEX: [.tribunal]
    case .tribunalAppel: [.tribunal, .huissier, .prefecture]
    case .indemnisationDemande: [.bailleurPrive, .bailleurSocial, .huissier]
    case .dossierCloture, .dossierTransfert, .dossierFusion, .dossierSeparation:
      [.ccapex, .prefecture]
    case .donneesAcces: [.menage, .mandataire, .serviceSocial, .ccas, .ccapex, .prefecture]
    case .rectification: Set(PartnerKind.allCases)
    }
  }

  /// The services that must receive this event from intake; none for what intake itself carries out.
  public var owners: [ServiceName] {
    switch self {
    case .signalementCDP, .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre:
      [.sagaOrchestrator, .debtSettlement, .courtLiaison]
    case .contactProposition, .contactResultat, .dsfDemande, .dsfCarence: [.socialDiagnosis]
    // The means of the household order the paths out of its debt (instruction § 2.2 (4)).
    case .diagnosticInitial, .dsfTransmis: [.socialDiagnosis, .debtSettlement]
    // A couple that parts owes together for a while only (loi 89-462 art. 8-1).
    case .menageChangement: [.sagaOrchestrator, .socialDiagnosis, .debtSettlement]
    // From 2027 the commission's word on the housing aid is a decision (CCH L824-2).
    case .avisCCAPEX: [.sagaOrchestrator, .debtSettlement]
    case .dossierCloture, .dossierTransfert: [.sagaOrchestrator]
    case .apurementDecision, .apurementPlan, .apurementVersement, .apurementIncident,
      .apurementSolde, .surendettementDepot, .surendettementRecevabilite, .surendettementMesures,
      .aplDecision, .aplRenvoi:
      [.debtSettlement]
    case .apurementProtocole: [.debtSettlement, .courtLiaison]
    case .surendettementSuspension: [.courtLiaison]
    case .relogementDemande, .relogementProposition, .relogementReponse, .relogementRefus,
      .relogementBail, .daloRecours, .daloDecision, .daloFin, .hebergementDemande,
      .hebergementOrientation:
      [.rehousing]
    // The instalment that the judge fixes is watched where the debt is, and is known there before the saga,
    // which hears of the ruling from court-liaison, asks for it.
    case .tribunalDecision: [.debtSettlement, .courtLiaison]
    case .tribunalAssignation, .tribunalAudience, .tribunalRenvoi, .tribunalNotification,
      .tribunalAppel, .executionCQL, .executionDelaisJEX, .executionCFPDemande,
      .executionCFPDecision, .executionExpulsion, .executionReprise,
      .indemnisationDemande, .indemnisationDecision:
      [.courtLiaison]
    case .dossierFusion, .dossierSeparation, .donneesAcces, .rectification: []
    }
  }

  /// Whether this event may open a dossier that Amont does not know yet. The others need one: an
  /// assignation is itself a signal (instruction § 2.1 (2)), an instalment is not.
  public var opensDossier: Bool {
    switch self {
    case .signalementCDP, .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre,
      .tribunalAssignation, .executionCQL, .executionCFPDemande:
      true
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
      false
    }
  }
}
