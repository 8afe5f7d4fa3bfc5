public import Vocabulary

// What the commission says of a dossier, and what is said of a dossier itself, not of an act.

/// `avis.ccapex`: the commission gives an opinion; not a decision, save on the housing aid from
/// 2027 (CCH L824-2).
public struct AvisCCAPEX: Codable, Sendable, Hashable {
  /// The bodies of the commission (instruction § 1.2; three levels since décret 2026-83).
  public enum Instance: String, CaseIterable, Codable, Sendable {
    case centrale, locale
    case sousCommission = "sous-commission"
    case celluleTechnique = "cellule-technique"
  }
  /// What a session may recommend.
  public enum Sens: String, CaseIterable, Codable, Sendable {
    case maintien, apurement, relogement, hebergement, accompagnement
    case aideMaintenue = "aide-maintenue"
    case aideSuspendue = "aide-suspendue"
    /// No solution was found: two such sessions make a complex case (instruction § 1.2.1).
    case sansSolution = "sans-solution"
    /// The body sends the case to the CCAPEX centrale.
    case renvoiCentrale = "renvoi-centrale"
  }
  public var date: Day
  public var instance: Instance
  public var sens: Sens
  public var aupres_de: PartnerKind?
}

// swift-format-ignore
extension EventDeclaration {
  // From 2027 the commission's word on the housing aid is a decision (CCH L824-2).
  static let avisCCAPEX = EventDeclaration(.avisCCAPEX, PartnerEvent.avisCCAPEX, "Avis de la commission", "instruction du 22 mars 2017, § 1.2 ; CCH art. L824-2",
    from: [.ccapex, .prefecture], to: [.sagaOrchestrator, .debtSettlement], example: #""date":"2018-02-01","instance":"sous-commission","sens":"maintien""#) {
    member("date", "Jour de la séance", .act)
    member("instance", "Instance de la commission")
    member("sens", "Ce qu'elle recommande")
    member("aupres_de", "Organisme auquel elle s'adresse")
  }
}

/// `dossier.cloture`: the commission closes a dossier that no act closes.
public struct DossierCloture: Codable, Sendable, Hashable {
  /// Why a commission closes a dossier.
  public enum Motif: String, CaseIterable, Codable, Sendable {
    case desistement, depart, deces
    case sansSuite = "sans-suite"
    case erreur
    case detteSoldee = "dette-soldee"
    case bailMaintenu = "bail-maintenu"
    case hebergement, expulsion
  }
  public var date: Day
  public var motif: Motif
  /// The person who decided.
  public var agent: String?

  public init(date: Day, motif: Motif, agent: String? = nil) {
    (self.date, self.motif, self.agent) = (date, motif, agent)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let dossierCloture = EventDeclaration(.dossierCloture, PartnerEvent.dossierCloture, "Clôture du dossier par la commission", "instruction du 22 mars 2017, § 1.2",
    from: [.ccapex, .prefecture], to: [.sagaOrchestrator], example: #""date":"2018-02-01","motif":"sans-suite""#) {
    member("date", "Jour de la clôture", .act)
    member("motif", "Motif de la clôture")
    member("agent", "Qui décide : prénom et nom d'une personne", .agent(Bound.shortText))
  }
}

/// How far the procedure against a household has come, by the acts that told of it. The order is
/// that of the cases.
public enum StadeProcedure: String, CaseIterable, Codable, Sendable, Comparable {
  case impaye, commandement, assignation
  case quitterLesLieux = "quitter-les-lieux"
  case concours

  /// Whether it comes before the other in the procedure.
  public static func < (left: StadeProcedure, right: StadeProcedure) -> Bool {
    left.rank < right.rank
  }

  /// Its place, from 1.
  public var rank: Int {
    switch self {
    case .impaye: 1
    case .commandement: 2
    case .assignation: 3
    case .quitterLesLieux: 4
    case .concours: 5
    }
  }
}

/// `dossier.transfert`: the household belongs to another département; closed only on its receipt.
public struct DossierTransfert: Codable, Sendable, Hashable {
  /// The stages of a transfer.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case propose, recu, refuse
  }
  public var date: Day
  public var etape: Etape
  public var departement: String
}

// swift-format-ignore
extension EventDeclaration {
  static let dossierTransfert = EventDeclaration(.dossierTransfert, PartnerEvent.dossierTransfert, "Transfert vers un autre département", "instruction du 22 mars 2017, § 1.2",
    from: [.ccapex, .prefecture, .autreCCAPEX], to: [.sagaOrchestrator], example: #""date":"2018-02-01","etape":"propose","departement":"77""#) {
    member("date", "Jour de l'étape", .act)
    member("etape", "Étape du transfert")
    member("departement", "Code INSEE de l'autre département", .reference(Bound.departement))
  }
}

/// `dossier.accueil`: another département sends a household whose dwelling lies here, with what is
/// needed to find it and no more.
public struct DossierAccueil: Codable, Sendable, Hashable {
  public var date: Day
  /// The département that sends it.
  public var departement: String
  /// The reference of its dossier there: what its receipt is to quote.
  public var reference: HouseholdID
  public var stade: StadeProcedure

  public init(date: Day, departement: String, reference: HouseholdID, stade: StadeProcedure) {
    (self.date, self.departement) = (date, departement)
    (self.reference, self.stade) = (reference, stade)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let dossierAccueil = EventDeclaration(.dossierAccueil, PartnerEvent.dossierAccueil, "Dossier transmis par un autre département", "instruction du 22 mars 2017, § 1.2",
    from: [.autreCCAPEX], to: [.sagaOrchestrator], opening: { .transfer($0) }, example: #""date":"2018-02-01","departement":"77","reference":"00000000-0000-4000-8000-000000000001","stade":"commandement""#) {
    member("date", "Jour de la transmission", .act)
    member("departement", "Code INSEE du département qui transmet", .reference(Bound.departement))
    member("reference", "Référence du dossier dans ce département")
    member("stade", "Étape de la procédure, d'après les actes connus")
  }
}

/// `dossier.fusion` and `dossier.separation`: two dossiers are one household, or are not after all.
/// An operator decides; it can be undone.
public struct DossierFusion: Codable, Sendable, Hashable {
  public var date: Day
  /// The other dossier, which is joined to the one that `menage` names.
  public var autre: HouseholdID
  public var motif: String?
  /// The person who decided.
  public var agent: String?
}

// swift-format-ignore
extension EventDeclaration {
  static let dossierFusion = EventDeclaration(.dossierFusion, PartnerEvent.dossierFusion, "Fusion de deux dossiers d'un même ménage", "RGPD art. 5 (exactitude)",
    from: [.ccapex, .prefecture], arrival: .changesThePast, example: otherDossier, members: merger)

  static let dossierSeparation = EventDeclaration(.dossierSeparation, PartnerEvent.dossierSeparation, "Séparation de deux dossiers joints à tort", "RGPD art. 5 (exactitude)",
    from: [.ccapex, .prefecture], arrival: .changesThePast, example: otherDossier, members: merger)

  private static let otherDossier =
    #""date":"2018-02-01","autre":"00000000-0000-4000-8000-000000000001""#

  @DeclaredMembers private static func merger() -> [DeclaredMember] {
    member("date", "Jour de la décision", .act)
    member("autre", "L'autre dossier, ou l'événement gardé pour examen")
    member("motif", "Motif, sans nom", .text(Bound.longText))
    member("agent", "Qui décide : prénom et nom d'une personne", .agent(Bound.shortText))
  }
}

/// `donnees.acces`: a person asks for the data that are kept of it, or was answered (RGPD art. 12,
/// 15).
public struct DonneesAcces: Codable, Sendable, Hashable {
  /// The stages of a request.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case demande, reponse
  }
  public var date: Day
  public var etape: Etape
}

// swift-format-ignore
extension EventDeclaration {
  // It is answered at once: its month runs.
  static let donneesAcces = EventDeclaration(.donneesAcces, PartnerEvent.donneesAcces, "Accès d'une personne à ses données", "RGPD art. 12 et 15",
    from: [.menage, .mandataire, .serviceSocial, .ccas, .ccapex, .prefecture], arrival: .needsDossier, example: #""date":"2018-02-01","etape":"demande""#) {
    member("date", "Jour de l'étape", .act)
    member("etape", "Étape de la demande")
  }
}

/// `rectification`: an event that the same sender published was wrong. Either `donnees` replaces
/// it, or it never was.
public struct Rectification: Codable, Sendable, Hashable {
  public var date: Day
  /// The identifier (`ce-id`) of the event, as its sender gave it.
  public var evenement: String
  /// Its source (`ce-source`), where the sender has several events of that identifier.
  public var source: String?
  /// Its name, such as `signalement.cdp`.
  public var type: String
  /// The corrected payload, as JSON text; absent to withdraw the event.
  public var donnees: String?
  public var motif: String?
}

// swift-format-ignore
extension EventDeclaration {
  static let rectification = EventDeclaration(.rectification, PartnerEvent.rectification, "Rectification ou retrait d'un événement publié", "RGPD art. 5 (exactitude) et 16",
    from: Set(PartnerKind.allCases), arrival: .changesThePast, example: #""date":"2018-02-01","evenement":"CDP-1/1","type":"signalement.cdp""#) {
    member("date", "Jour de la rectification", .act)
    member("evenement", "Identifiant (ce-id) de l'événement à rectifier", .text(Bound.longText))
    member("source", "Sa source (ce-source), si plusieurs ont cet identifiant", .text(Bound.longText))
    member("type", "Son nom, comme signalement.cdp", .eventName)
    member("donnees", "Contenu corrigé, en JSON ; absent pour retirer l'événement", .payload)
    member("motif", "Motif, sans nom", .text(Bound.longText))
  }
}
