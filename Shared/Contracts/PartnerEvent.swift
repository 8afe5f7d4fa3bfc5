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
  case dossierFusion(DossierFusion)
  case dossierSeparation(DossierFusion)
  case donneesAcces(DonneesAcces)
  case rectification(Rectification)
}

extension PartnerEvent {
  /// The kind of this event.
  public var kind: EventKind {
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
    case .dossierFusion: .dossierFusion
    case .dossierSeparation: .dossierSeparation
    case .donneesAcces: .donneesAcces
    case .rectification: .rectification
    }
  }

  /// The payload, to be encoded.
  public var body: any Codable & Sendable & Hashable {
    switch self {
    case .signalementCDP(let body): body
    case .signalementImpayeAPL(let body): body
    case .saisineBailleurPM(let body): body
    case .saisineLibre(let body): body
    case .contactProposition(let body): body
    case .contactResultat(let body): body
    case .menageChangement(let body): body
    case .diagnosticInitial(let body): body
    case .dsfDemande(let body): body
    case .dsfTransmis(let body): body
    case .dsfCarence(let body): body
    case .avisCCAPEX(let body): body
    case .apurementDecision(let body): body
    case .apurementPlan(let body): body
    case .apurementVersement(let body): body
    case .apurementIncident(let body): body
    case .apurementSolde(let body): body
    case .apurementProtocole(let body): body
    case .surendettementDepot(let body): body
    case .surendettementRecevabilite(let body): body
    case .surendettementMesures(let body): body
    case .surendettementSuspension(let body): body
    case .aplDecision(let body): body
    case .aplRenvoi(let body): body
    case .relogementDemande(let body): body
    case .relogementProposition(let body): body
    case .relogementReponse(let body): body
    case .relogementRefus(let body): body
    case .relogementBail(let body): body
    case .daloRecours(let body): body
    case .daloDecision(let body): body
    case .daloFin(let body): body
    case .hebergementDemande(let body): body
    case .hebergementOrientation(let body): body
    case .tribunalAssignation(let body): body
    case .tribunalAudience(let body): body
    case .tribunalRenvoi(let body): body
    case .tribunalDecision(let body): body
    case .tribunalNotification(let body): body
    case .tribunalAppel(let body): body
    case .executionCQL(let body): body
    case .executionDelaisJEX(let body): body
    case .executionCFPDemande(let body): body
    case .executionCFPDecision(let body): body
    case .executionExpulsion(let body): body
    case .executionReprise(let body): body
    case .indemnisationDemande(let body): body
    case .indemnisationDecision(let body): body
    case .dossierCloture(let body): body
    case .dossierTransfert(let body): body
    case .dossierFusion(let body): body
    case .dossierSeparation(let body): body
    case .donneesAcces(let body): body
    case .rectification(let body): body
    }
  }

  /// Reads the payload of an event of that kind.
  ///
  /// - Parameter read: Decodes the payload as the type that it is given.
  /// - Throws: What `read` throws: a `DecodingError` that names the field.
  // swift-format-ignore
  public init(_ kind: EventKind, read: some Reader) throws {
    switch kind {
    case .signalementCDP: self = .signalementCDP(try read(as: SignalementCDP.self))
    case .signalementImpayeAPL: self = .signalementImpayeAPL(try read(as: SignalementImpaye.self))
    case .saisineBailleurPM: self = .saisineBailleurPM(try read(as: SignalementImpaye.self))
    case .saisineLibre: self = .saisineLibre(try read(as: SignalementImpaye.self))
    case .contactProposition: self = .contactProposition(try read(as: ContactProposition.self))
    case .contactResultat: self = .contactResultat(try read(as: ContactResultat.self))
    case .menageChangement: self = .menageChangement(try read(as: MenageChangement.self))
    case .diagnosticInitial: self = .diagnosticInitial(try read(as: Diagnostic.self))
    case .dsfDemande: self = .dsfDemande(try read(as: DSFDemande.self))
    case .dsfTransmis: self = .dsfTransmis(try read(as: Diagnostic.self))
    case .dsfCarence: self = .dsfCarence(try read(as: DSFCarence.self))
    case .avisCCAPEX: self = .avisCCAPEX(try read(as: AvisCCAPEX.self))
    case .apurementDecision: self = .apurementDecision(try read(as: ApurementDecision.self))
    case .apurementPlan: self = .apurementPlan(try read(as: ApurementPlan.self))
    case .apurementVersement: self = .apurementVersement(try read(as: ApurementVersement.self))
    case .apurementIncident: self = .apurementIncident(try read(as: ApurementIncident.self))
    case .apurementSolde: self = .apurementSolde(try read(as: ApurementSolde.self))
    case .apurementProtocole: self = .apurementProtocole(try read(as: ApurementProtocole.self))
    case .surendettementDepot: self = .surendettementDepot(try read(as: SurendettementDepot.self))
    case .surendettementRecevabilite:
      self = .surendettementRecevabilite(try read(as: SurendettementRecevabilite.self))
    case .surendettementMesures:
      self = .surendettementMesures(try read(as: SurendettementMesures.self))
    case .surendettementSuspension:
      self = .surendettementSuspension(try read(as: SurendettementSuspension.self))
    case .aplDecision: self = .aplDecision(try read(as: APLDecision.self))
    case .aplRenvoi: self = .aplRenvoi(try read(as: APLRenvoi.self))
    case .relogementDemande: self = .relogementDemande(try read(as: RelogementDemande.self))
    case .relogementProposition:
      self = .relogementProposition(try read(as: RelogementProposition.self))
    case .relogementReponse: self = .relogementReponse(try read(as: RelogementReponse.self))
    case .relogementRefus: self = .relogementRefus(try read(as: RelogementRefus.self))
    case .relogementBail: self = .relogementBail(try read(as: RelogementBail.self))
    case .daloRecours: self = .daloRecours(try read(as: DALORecours.self))
    case .daloDecision: self = .daloDecision(try read(as: DALODecision.self))
    case .daloFin: self = .daloFin(try read(as: DALOFin.self))
    case .hebergementDemande: self = .hebergementDemande(try read(as: HebergementDemande.self))
    case .hebergementOrientation:
      self = .hebergementOrientation(try read(as: HebergementOrientation.self))
    case .tribunalAssignation: self = .tribunalAssignation(try read(as: TribunalAssignation.self))
    case .tribunalAudience: self = .tribunalAudience(try read(as: TribunalAudience.self))
    case .tribunalRenvoi: self = .tribunalRenvoi(try read(as: TribunalRenvoi.self))
    case .tribunalDecision: self = .tribunalDecision(try read(as: TribunalDecision.self))
    case .tribunalNotification:
      self = .tribunalNotification(try read(as: TribunalNotification.self))
    case .tribunalAppel: self = .tribunalAppel(try read(as: TribunalAppel.self))
    case .executionCQL: self = .executionCQL(try read(as: ExecutionCQL.self))
    case .executionDelaisJEX: self = .executionDelaisJEX(try read(as: ExecutionDelaisJEX.self))
    case .executionCFPDemande: self = .executionCFPDemande(try read(as: ExecutionCFPDemande.self))
    case .executionCFPDecision:
      self = .executionCFPDecision(try read(as: ExecutionCFPDecision.self))
    case .executionExpulsion: self = .executionExpulsion(try read(as: ExecutionExpulsion.self))
    case .executionReprise: self = .executionReprise(try read(as: ExecutionReprise.self))
    case .indemnisationDemande:
      self = .indemnisationDemande(try read(as: IndemnisationDemande.self))
    case .indemnisationDecision:
      self = .indemnisationDecision(try read(as: IndemnisationDecision.self))
    case .dossierCloture: self = .dossierCloture(try read(as: DossierCloture.self))
    case .dossierTransfert: self = .dossierTransfert(try read(as: DossierTransfert.self))
    case .dossierFusion: self = .dossierFusion(try read(as: DossierFusion.self))
    case .dossierSeparation: self = .dossierSeparation(try read(as: DossierFusion.self))
    case .donneesAcces: self = .donneesAcces(try read(as: DonneesAcces.self))
    case .rectification: self = .rectification(try read(as: Rectification.self))
    }
  }

  /// Decodes the payload of one message as whatever type its kind asks for.
  public protocol Reader {
    /// The payload as a `Body`.
    ///
    /// - Throws: `DecodingError` when it is not one.
    func callAsFunction<Body: Codable & Sendable & Hashable>(as type: Body.Type) throws -> Body
  }
}
