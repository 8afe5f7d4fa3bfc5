/// A partner's event with its typed payload, whatever its kind.
public enum PartnerEvent: Sendable, Hashable {
  case signalementCDP(SignalementCDP)
  case signalementImpayeAPL(SignalementImpaye)
  case saisineBailleurPM(SignalementImpaye)
  case saisineLibre(SignalementImpaye)
  case contactResultat(ContactResultat)
  case diagnosticInitial(Diagnostic)
  case dsfTransmis(Diagnostic)
  case apurementDecision(ApurementDecision)
  case apurementPlan(ApurementPlan)
  case apurementVersement(ApurementVersement)
  case apurementSolde(ApurementSolde)
  case surendettementDepot(SurendettementDepot)
  case surendettementRecevabilite(SurendettementRecevabilite)
  case surendettementMesures(SurendettementMesures)
  case aplDecision(APLDecision)
  case relogementProposition(RelogementProposition)
  case relogementReponse(RelogementReponse)
  case relogementBail(RelogementBail)
  case daloRecours(DALORecours)
  case daloDecision(DALODecision)
  case hebergementOrientation(HebergementOrientation)
  case tribunalAssignation(TribunalAssignation)
  case tribunalAudience(TribunalAudience)
  case tribunalRenvoi(TribunalRenvoi)
  case tribunalDecision(TribunalDecision)
  case executionCQL(ExecutionCQL)
  case executionDelaisJEX(ExecutionDelaisJEX)
  case executionCFPDemande(ExecutionCFPDemande)
  case executionCFPDecision(ExecutionCFPDecision)
  case executionExpulsion(ExecutionExpulsion)
  case executionReprise(ExecutionReprise)
}

extension PartnerEvent {
  /// The kind of this event.
  public var kind: EventKind {
    switch self {
    case .signalementCDP: .signalementCDP
    case .signalementImpayeAPL: .signalementImpayeAPL
    case .saisineBailleurPM: .saisineBailleurPM
    case .saisineLibre: .saisineLibre
    case .contactResultat: .contactResultat
    case .diagnosticInitial: .diagnosticInitial
    case .dsfTransmis: .dsfTransmis
    case .apurementDecision: .apurementDecision
    case .apurementPlan: .apurementPlan
    case .apurementVersement: .apurementVersement
    case .apurementSolde: .apurementSolde
    case .surendettementDepot: .surendettementDepot
    case .surendettementRecevabilite: .surendettementRecevabilite
    case .surendettementMesures: .surendettementMesures
    case .aplDecision: .aplDecision
    case .relogementProposition: .relogementProposition
    case .relogementReponse: .relogementReponse
    case .relogementBail: .relogementBail
    case .daloRecours: .daloRecours
    case .daloDecision: .daloDecision
    case .hebergementOrientation: .hebergementOrientation
    case .tribunalAssignation: .tribunalAssignation
    case .tribunalAudience: .tribunalAudience
    case .tribunalRenvoi: .tribunalRenvoi
    case .tribunalDecision: .tribunalDecision
    case .executionCQL: .executionCQL
    case .executionDelaisJEX: .executionDelaisJEX
    case .executionCFPDemande: .executionCFPDemande
    case .executionCFPDecision: .executionCFPDecision
    case .executionExpulsion: .executionExpulsion
    case .executionReprise: .executionReprise
    }
  }

  /// The payload, to be encoded.
  public var body: any Codable & Sendable & Hashable {
    switch self {
    case .signalementCDP(let body): body
    case .signalementImpayeAPL(let body): body
    case .saisineBailleurPM(let body): body
    case .saisineLibre(let body): body
    case .contactResultat(let body): body
    case .diagnosticInitial(let body): body
    case .dsfTransmis(let body): body
    case .apurementDecision(let body): body
    case .apurementPlan(let body): body
    case .apurementVersement(let body): body
    case .apurementSolde(let body): body
    case .surendettementDepot(let body): body
    case .surendettementRecevabilite(let body): body
    case .surendettementMesures(let body): body
    case .aplDecision(let body): body
    case .relogementProposition(let body): body
    case .relogementReponse(let body): body
    case .relogementBail(let body): body
    case .daloRecours(let body): body
    case .daloDecision(let body): body
    case .hebergementOrientation(let body): body
    case .tribunalAssignation(let body): body
    case .tribunalAudience(let body): body
    case .tribunalRenvoi(let body): body
    case .tribunalDecision(let body): body
    case .executionCQL(let body): body
    case .executionDelaisJEX(let body): body
    case .executionCFPDemande(let body): body
    case .executionCFPDecision(let body): body
    case .executionExpulsion(let body): body
    case .executionReprise(let body): body
    }
  }

  /// Reads the payload of an event of that kind.
  ///
  /// - Parameter read: Decodes the payload as the type that it is given.
  /// - Throws: What `read` throws: a `DecodingError` that names the field.
  public init(_ kind: EventKind, read: some Reader) throws {
    switch kind {
    case .signalementCDP: self = .signalementCDP(try read(as: SignalementCDP.self))
    case .signalementImpayeAPL: self = .signalementImpayeAPL(try read(as: SignalementImpaye.self))
    case .saisineBailleurPM: self = .saisineBailleurPM(try read(as: SignalementImpaye.self))
    case .saisineLibre: self = .saisineLibre(try read(as: SignalementImpaye.self))
    case .contactResultat: self = .contactResultat(try read(as: ContactResultat.self))
    case .diagnosticInitial: self = .diagnosticInitial(try read(as: Diagnostic.self))
    case .dsfTransmis: self = .dsfTransmis(try read(as: Diagnostic.self))
    case .apurementDecision: self = .apurementDecision(try read(as: ApurementDecision.self))
    case .apurementPlan: self = .apurementPlan(try read(as: ApurementPlan.self))
    case .apurementVersement: self = .apurementVersement(try read(as: ApurementVersement.self))
    case .apurementSolde: self = .apurementSolde(try read(as: ApurementSolde.self))
    case .surendettementDepot: self = .surendettementDepot(try read(as: SurendettementDepot.self))
    case .surendettementRecevabilite:
      self = .surendettementRecevabilite(try read(as: SurendettementRecevabilite.self))
    case .surendettementMesures:
      self = .surendettementMesures(try read(as: SurendettementMesures.self))
    case .aplDecision: self = .aplDecision(try read(as: APLDecision.self))
    case .relogementProposition:
      self = .relogementProposition(try read(as: RelogementProposition.self))
    case .relogementReponse: self = .relogementReponse(try read(as: RelogementReponse.self))
    case .relogementBail: self = .relogementBail(try read(as: RelogementBail.self))
    case .daloRecours: self = .daloRecours(try read(as: DALORecours.self))
    case .daloDecision: self = .daloDecision(try read(as: DALODecision.self))
    case .hebergementOrientation:
      self = .hebergementOrientation(try read(as: HebergementOrientation.self))
    case .tribunalAssignation: self = .tribunalAssignation(try read(as: TribunalAssignation.self))
    case .tribunalAudience: self = .tribunalAudience(try read(as: TribunalAudience.self))
    case .tribunalRenvoi: self = .tribunalRenvoi(try read(as: TribunalRenvoi.self))
    case .tribunalDecision: self = .tribunalDecision(try read(as: TribunalDecision.self))
    case .executionCQL: self = .executionCQL(try read(as: ExecutionCQL.self))
    case .executionDelaisJEX: self = .executionDelaisJEX(try read(as: ExecutionDelaisJEX.self))
    case .executionCFPDemande: self = .executionCFPDemande(try read(as: ExecutionCFPDemande.self))
    case .executionCFPDecision:
      self = .executionCFPDecision(try read(as: ExecutionCFPDecision.self))
    case .executionExpulsion: self = .executionExpulsion(try read(as: ExecutionExpulsion.self))
    case .executionReprise: self = .executionReprise(try read(as: ExecutionReprise.self))
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
