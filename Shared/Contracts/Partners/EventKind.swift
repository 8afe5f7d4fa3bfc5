/// Every event that a partner may publish, by its name in the field.
public enum EventKind: String, CaseIterable, Codable, Sendable {
  case signalementCDP = "signalement.cdp"
  case signalementImpayeAPL = "signalement.impaye_apl"
  case saisineBailleurPM = "saisine.bailleur_pm"
  case saisineLibre = "saisine.libre"
  case contactResultat = "contact.resultat"
  case diagnosticInitial = "diagnostic.initial"
  case dsfTransmis = "dsf.transmis"
  case apurementDecision = "apurement.decision"
  case apurementPlan = "apurement.plan"
  case apurementVersement = "apurement.versement"
  case apurementSolde = "apurement.solde"
  case surendettementDepot = "surendettement.depot"
  case surendettementRecevabilite = "surendettement.recevabilite"
  case surendettementMesures = "surendettement.mesures"
  case aplDecision = "apl.decision"
  case relogementProposition = "relogement.proposition"
  case relogementReponse = "relogement.reponse"
  case relogementBail = "relogement.bail"
  case daloRecours = "dalo.recours"
  case daloDecision = "dalo.decision"
  case hebergementOrientation = "hebergement.orientation"
  case tribunalAssignation = "tribunal.assignation"
  case tribunalAudience = "tribunal.audience"
  case tribunalRenvoi = "tribunal.renvoi"
  case tribunalDecision = "tribunal.decision"
  case executionCQL = "execution.cql"
  case executionDelaisJEX = "execution.delais_jex"
  case executionCFPDemande = "execution.cfp_demande"
  case executionCFPDecision = "execution.cfp_decision"
  case executionExpulsion = "execution.expulsion"
  case executionReprise = "execution.reprise"

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

  /// The kinds of partners that may publish this event.
  public var senders: Set<PartnerKind> {
    switch self {
    case .signalementCDP, .tribunalAssignation, .executionCQL, .executionCFPDemande,
      .executionExpulsion, .executionReprise:
      [.huissier]
    case .signalementImpayeAPL: [.caf, .bailleurSocial, .bailleurPrive]
    case .saisineBailleurPM: [.bailleurSocial]
    case .saisineLibre: [.menage, .ccas, .serviceSocial, .bailleurPrive]
    case .contactResultat, .diagnosticInitial: [.serviceSocial, .ccas, .operateurDSF]
    case .dsfTransmis: [.operateurDSF, .serviceSocial]
    case .apurementDecision: [.fsl]
    case .apurementPlan, .apurementVersement, .apurementSolde: [.bailleurPrive, .bailleurSocial]
    case .surendettementDepot: [.menage, .serviceSocial, .banqueDeFrance]
    case .surendettementRecevabilite, .surendettementMesures: [.banqueDeFrance]
    case .aplDecision: [.caf]
    case .relogementProposition: [.bailleurSocial, .reservataire, .prefecture]
    case .relogementReponse: [.menage, .serviceSocial]
    case .relogementBail: [.bailleurSocial]
    case .daloRecours: [.menage, .serviceSocial]
    case .daloDecision: [.commissionMediation]
    case .hebergementOrientation: [.siao]
    case .tribunalAudience, .tribunalRenvoi, .tribunalDecision: [.tribunal]
    case .executionDelaisJEX: [.tribunal]
    case .executionCFPDecision: [.prefecture]
    }
  }

  /// The services that must receive this event from intake.
  public var owners: [ServiceName] {
    switch self {
    case .signalementCDP, .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre:
      [.sagaOrchestrator, .debtSettlement, .courtLiaison]
    case .contactResultat, .diagnosticInitial, .dsfTransmis: [.socialDiagnosis]
    case .apurementDecision, .apurementPlan, .apurementVersement, .apurementSolde,
      .surendettementDepot, .surendettementRecevabilite, .surendettementMesures, .aplDecision:
      [.debtSettlement]
    case .relogementProposition, .relogementReponse, .relogementBail, .daloRecours, .daloDecision,
      .hebergementOrientation:
      [.rehousing]
    case .tribunalAssignation, .tribunalAudience, .tribunalRenvoi, .tribunalDecision,
      .executionCQL, .executionDelaisJEX, .executionCFPDemande, .executionCFPDecision,
      .executionExpulsion, .executionReprise:
      [.courtLiaison]
    }
  }

  /// Whether this event may open a dossier that Amont does not know yet. The others need one: an
  /// assignation is itself a signal (instruction § 2.1 (2)), an instalment is not.
  public var opensDossier: Bool {
    switch self {
    case .signalementCDP, .signalementImpayeAPL, .saisineBailleurPM, .saisineLibre,
      .tribunalAssignation, .executionCQL, .executionCFPDemande:
      true
    case .contactResultat, .diagnosticInitial, .dsfTransmis, .apurementDecision, .apurementPlan,
      .apurementVersement, .apurementSolde, .surendettementDepot, .surendettementRecevabilite,
      .surendettementMesures, .aplDecision, .relogementProposition, .relogementReponse,
      .relogementBail, .daloRecours, .daloDecision, .hebergementOrientation, .tribunalAudience,
      .tribunalRenvoi, .tribunalDecision, .executionDelaisJEX, .executionCFPDecision,
      .executionExpulsion, .executionReprise:
      false
    }
  }
}
