public import Vocabulary

// From the assignation to the judgment, and the appeal.

/// Where a hearing is held, and at what hour.
public struct LieuAudience: Codable, Sendable, Hashable {
  /// The court, as the list of the département writes it (COJ art. L213-4-3, L213-4-4).
  public var tribunal: String
  public var chambre: String?
  public var adresse: String?
  /// `HH:MM`, by the legal time of the département.
  public var heure: String?

  public init(
    tribunal: String, chambre: String? = nil, adresse: String? = nil, heure: String? = nil
  ) {
    (self.tribunal, self.chambre) = (tribunal, chambre)
    (self.adresse, self.heure) = (adresse, heure)
  }
}

/// An act that may say where a hearing is held.
public protocol HearingAct {
  var lieu: LieuAudience? { get }
}

extension TribunalAssignation: HearingAct {}
extension TribunalAudience: HearingAct {}
extension TribunalRenvoi: HearingAct {}

// swift-format-ignore
extension EventDeclaration {
  @DeclaredMembers fileprivate static func place(_ title: String) -> [DeclaredMember] {
    member("lieu", title)
    member("lieu.tribunal", "Tribunal, comme l'écrit la liste du département", .name(Bound.shortText))
    member("lieu.chambre", "Chambre ou salle", .text(Bound.shortText))
    member("lieu.adresse", "Adresse du tribunal", .text(Bound.longText))
    member("lieu.heure", "Heure, HH:MM", .hour)
  }
}

/// `tribunal.assignation`: the household is summoned (loi 89-462 art. 24 II and III).
public struct TribunalAssignation: Codable, Sendable, Hashable {
  public var acte: Day
  public var notification: Day
  public var audience: Day
  /// Whether the motive is rent debt; a DSF is due by law only then (art. 24 III).
  public var dette_locative: Bool
  public var motif: Motif?
  public var mode: ModeDeSignification?
  /// The day on which it was filed at the court (CPC art. 754).
  public var placement: Day?
  /// Where the hearing is held; its hour.
  public var lieu: LieuAudience?
  public var type_bail: TypeDeBail?
  /// Whether the tenant is one to whom another dwelling must be offered with the congé (loi 89-462
  /// art. 15 III).
  public var locataire_protege: Bool?

  public init(
    acte: Day, notification: Day, audience: Day, dette_locative: Bool, motif: Motif? = nil,
    mode: ModeDeSignification? = nil, placement: Day? = nil, lieu: LieuAudience? = nil,
    type_bail: TypeDeBail? = nil, locataire_protege: Bool? = nil
  ) {
    (self.acte, self.notification, self.audience) = (acte, notification, audience)
    (self.dette_locative, self.motif) = (dette_locative, motif)
    (self.mode, self.placement, self.lieu) = (mode, placement, lieu)
    (self.type_bail, self.locataire_protege) = (type_bail, locataire_protege)
  }
}

// swift-format-ignore
extension EventDeclaration {
  // Whoever draws up the DSF and meets the household must know where the hearing is, and whether it
  // was held, before the saga, which hears of it from court-liaison, asks for anything.
  // An assignation is itself a signal (instruction § 2.1 (2)).
  static let tribunalAssignation = EventDeclaration(.tribunalAssignation, PartnerEvent.tribunalAssignation, "Assignation du locataire", "loi 89-462, art. 24 II et III",
    from: [.huissier, .prefecture], to: [.socialDiagnosis, .courtLiaison], opening: { .summons($0) }, example: #""acte":"2018-01-30","notification":"2018-01-31","audience":"2018-04-17","dette_locative":true"#) {
    member("acte", "Jour de la signification de l'assignation", .act)
    member("notification", "Jour de sa notification au préfet", .past, .notBefore("acte"))
    member("audience", "Jour de l'audience", .since("acte", days: 1, years: Bound.yearsAhead))
    member("dette_locative", "Le motif est une dette de loyer")
    member("motif", "Motif, s'il est autre")
    member("mode", "Mode de signification")
    member("placement", "Jour du placement au greffe (CPC art. 754)", .since("acte", days: 0, years: Bound.yearsAhead))
    place("Lieu et heure de l'audience")
    member("type_bail", "Type de bail, qui décide des règles")
    member("locataire_protege", "Locataire auquel une offre de relogement est due avec le congé (loi 89-462 art. 15 III)")
  }
}

/// `tribunal.audience`: the hearing was held.
public struct TribunalAudience: Codable, Sendable, Hashable {
  public var date: Day
  public var locataire_present: Bool
  public var delibere: Day?
  /// Whether the court holds that the full current rent was paid again (art. 24 V, 2023).
  public var loyer_repris: Bool?
  /// Where it was held.
  public var lieu: LieuAudience?

  public init(
    date: Day, locataire_present: Bool, delibere: Day? = nil, loyer_repris: Bool? = nil,
    lieu: LieuAudience? = nil
  ) {
    (self.date, self.locataire_present) = (date, locataire_present)
    (self.delibere, self.loyer_repris, self.lieu) = (delibere, loyer_repris, lieu)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let tribunalAudience = EventDeclaration(.tribunalAudience, PartnerEvent.tribunalAudience, "Audience tenue", "loi 89-462, art. 24 V",
    from: [.tribunal], to: [.socialDiagnosis, .courtLiaison], example: #""date":"2018-02-01","locataire_present":true,"delibere":"2018-03-20""#) {
    member("date", "Jour de l'audience", .act)
    member("locataire_present", "Le locataire était présent ou représenté")
    member("delibere", "Jour du délibéré", .since("date", days: 0, years: Bound.yearsAhead))
    member("loyer_repris", "Le tribunal constate la reprise du loyer courant entier")
    place("Lieu où elle s'est tenue")
  }
}

/// `tribunal.renvoi`: the hearing is postponed.
public struct TribunalRenvoi: Codable, Sendable, Hashable {
  public var date: Day
  public var nouvelle: Day
  /// Where the new hearing is held; its hour.
  public var lieu: LieuAudience?

  public init(date: Day, nouvelle: Day, lieu: LieuAudience? = nil) {
    (self.date, self.nouvelle, self.lieu) = (date, nouvelle, lieu)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let tribunalRenvoi = EventDeclaration(.tribunalRenvoi, PartnerEvent.tribunalRenvoi, "Renvoi de l'audience", "loi 89-462, art. 24",
    from: [.tribunal], to: [.socialDiagnosis, .courtLiaison], example: #""date":"2018-02-20","nouvelle":"2018-05-15""#) {
    // A hearing may be postponed before it is held.
    member("date", "Jour de l'audience renvoyée", .ahead)
    member("nouvelle", "Jour de la nouvelle audience", .since("date", days: 1, years: Bound.yearsAhead))
    place("Lieu et heure de la nouvelle audience")
  }
}

/// `tribunal.decision`: the judge decides.
public struct TribunalDecision: Codable, Sendable, Hashable {
  /// The kinds of decisions.
  public enum Sens: String, CaseIterable, Codable, Sendable {
    case rejet, irrecevable, desistement, radiation, caducite
    /// Up to 36 instalments, clause suspended (loi 89-462 art. 24 V).
    case delaisSuspensifs = "delais-suspensifs"
    /// The delays follow the commission's measures (loi 89-462 art. 24 VI, C. consom. L714-1).
    case delaisSurendettement = "delais-surendettement"
    case expulsionFerme = "expulsion-ferme"
    /// Eviction with delays of CPCE art. L412-3.
    case expulsionAvecDelais = "expulsion-avec-delais"
    /// Eviction without the two months of CPCE art. L412-1 (voie de fait; bad faith since 2023).
    case expulsionSansDelai = "expulsion-sans-delai"
    /// Delays of payment, but the clause plays: the lease is ended (loi 89-462 art. 24 VII).
    case delaisSansSuspension = "delais-sans-suspension"
    /// A debt to pay, and no eviction.
    case paiement
    /// The parties agree before the judge (CPC art. 130; CPCE art. L411-1).
    case conciliation
    /// The congé is good: the lease is ended (loi 89-462 art. 15).
    case congeValide = "conge-valide"
    /// Nothing is decided yet: the proceedings stand still (CPC art. 378).
    case sursisAStatuer = "sursis-a-statuer"
  }
  public var date: Day
  public var sens: Sens
  /// Number of instalments (`delais-suspensifs`), 1 to 36.
  public var nombre: Int?
  /// The day of the first instalment (`delais-suspensifs`).
  public var premiere: Day?
  /// The last day of the delays (`expulsion-avec-delais`, `delais-surendettement`).
  public var fin_delais: Day?
  /// The monthly instalment, in cents; the last one is adjusted.
  public var mensualite: Cents?
  /// Whether the judge finds bad faith: the judge's word, never Amont's (CPCE L412-1, L412-3,
  /// 2023).
  public var mauvaise_foi: Bool?
  /// Whether the judge finds that the household entered by voie de fait (CPCE L412-1).
  public var voie_de_fait: Bool?
  /// Whether it is enforceable at once; where absent the law of the day says so (CPC art. 514).
  public var execution_provisoire: Bool?
  /// Whether the judge sets the winter truce aside, after an entry by voie de fait (CPCE L412-6).
  public var treve_ecartee: Bool?
  /// Whether the dwelling is students' housing whose conditions are lost (CPCE L412-7).
  public var logement_etudiant: Bool?
  /// Whether the debt was erased: the clause is suspended for two years (`delais-surendettement`,
  /// C. consom. L714-1).
  public var apres_effacement: Bool?
  /// What the judge leaves of the two months of the commandement de quitter les lieux (CPCE art.
  /// L412-1): months, then days; zero of both where they are suppressed.
  public var delai_cql_mois: Int?
  public var delai_cql_jours: Int?
  /// The day on which the case comes back (`sursis-a-statuer`).
  public var reprise: Day?
  /// Whether the judge finds that another dwelling is assured, in sufficient conditions that keep
  /// the family together: the winter truce does not hold (CPCE L412-6).
  public var relogement_assure: Bool?

  public init(
    date: Day, sens: Sens, nombre: Int? = nil, premiere: Day? = nil, fin_delais: Day? = nil,
    mensualite: Cents? = nil, mauvaise_foi: Bool? = nil, voie_de_fait: Bool? = nil,
    execution_provisoire: Bool? = nil, treve_ecartee: Bool? = nil, logement_etudiant: Bool? = nil,
    apres_effacement: Bool? = nil, delai_cql_mois: Int? = nil, delai_cql_jours: Int? = nil,
    reprise: Day? = nil, relogement_assure: Bool? = nil
  ) {
    (self.date, self.sens, self.nombre, self.premiere) = (date, sens, nombre, premiere)
    (self.fin_delais, self.mensualite) = (fin_delais, mensualite)
    (self.mauvaise_foi, self.voie_de_fait) = (mauvaise_foi, voie_de_fait)
    (self.execution_provisoire, self.treve_ecartee) = (execution_provisoire, treve_ecartee)
    (self.logement_etudiant, self.apres_effacement) = (logement_etudiant, apres_effacement)
    (self.delai_cql_mois, self.delai_cql_jours) = (delai_cql_mois, delai_cql_jours)
    (self.reprise, self.relogement_assure) = (reprise, relogement_assure)
  }
}

// swift-format-ignore
extension EventDeclaration {
  // The instalment that the judge fixes is watched where the debt is, and is known there before the
  // saga, which hears of the ruling from court-liaison, asks for it.
  static let tribunalDecision = EventDeclaration(.tribunalDecision, PartnerEvent.tribunalDecision, "Décision du juge", "loi 89-462, art. 24 ; CPCE art. L412-1 à L412-7",
    from: [.tribunal], to: [.debtSettlement, .courtLiaison], example: #""date":"2018-02-01","sens":"delais-suspensifs","nombre":36,"premiere":"2018-03-10""#) {
    member("date", "Jour de la décision", .act)
    member("sens", "Sens de la décision")
    member("nombre", "Nombre d'échéances", in: .echeances, .number(Bound.instalments))
      .when("sens", [TribunalDecision.Sens.delaisSuspensifs, .delaisSansSuspension], .present)
    member("premiere", "Jour de la première échéance", .since("date", days: 0, years: Bound.yearsAhead))
      .when("sens", [TribunalDecision.Sens.delaisSuspensifs], .present)
    member("fin_delais", "Dernier jour des délais", .since("date", days: 0, years: Bound.yearsOfDelays))
      .when("sens", [TribunalDecision.Sens.expulsionAvecDelais], .present)
    member("mensualite", "Échéance mensuelle, la dernière étant ajustée", .amount(Bound.anyDebt), .usual(Usual.payment))
    member("mauvaise_foi", "Le juge constate la mauvaise foi")
    member("voie_de_fait", "Le juge constate une entrée par voie de fait")
    member("execution_provisoire", "Exécutoire par provision")
    member("treve_ecartee", "La trêve hivernale est écartée (CPCE art. L412-6)")
    member("logement_etudiant", "Logement étudiant dont les conditions sont perdues (L412-7)")
    member("apres_effacement", "La dette est effacée : la clause est suspendue deux ans")
    member("delai_cql_mois", "Délai laissé par le juge après le commandement de quitter les lieux, en mois ; 0 s'il est supprimé (CPCE art. L412-1)", in: .mois, .number(Bound.quitMonths))
    member("delai_cql_jours", "Le même, en jours, après les mois", in: .jours, .number(Bound.quitDays))
    member("reprise", "Jour auquel l'affaire revient, après un sursis à statuer", .since("date", days: 0, years: Bound.yearsAhead))
    member("relogement_assure", "Le relogement est assuré dans des conditions suffisantes (CPCE art. L412-6)")
  }
}

/// `tribunal.notification`: the decision was served; the delay of appeal runs (CPC art. 538, 490).
public struct TribunalNotification: Codable, Sendable, Hashable {
  public var date: Day
  public var refere: Bool
}

// swift-format-ignore
extension EventDeclaration {
  static let tribunalNotification = EventDeclaration(.tribunalNotification, PartnerEvent.tribunalNotification, "Signification de la décision", "CPC art. 538 et 490",
    from: [.huissier], to: [.courtLiaison], example: #""date":"2018-02-01","refere":false"#) {
    member("date", "Jour de la signification", .act)
    member("refere", "La décision est une ordonnance de référé")
  }
}

/// `tribunal.appel`: an appeal is lodged, or decided.
public struct TribunalAppel: Codable, Sendable, Hashable {
  /// The stages of an appeal.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case forme, confirme, infirme, desiste
    /// The first president stops the enforcement (CPC art. 514-3).
    case arretExecution = "arret-execution"
    /// The decision is reversed in part (CPC art. 542).
    case infirmePartiellement = "infirme-partiellement"
  }
  public var date: Day
  public var etape: Etape
  /// Whether the eviction is what is reversed (`infirme-partiellement`).
  public var expulsion_infirmee: Bool?

  public init(date: Day, etape: Etape, expulsion_infirmee: Bool? = nil) {
    (self.date, self.etape, self.expulsion_infirmee) = (date, etape, expulsion_infirmee)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let tribunalAppel = EventDeclaration(.tribunalAppel, PartnerEvent.tribunalAppel, "Appel formé, ou son issue", "CPC art. 514-3 et 538",
    from: [.tribunal, .huissier, .prefecture], to: [.courtLiaison], example: #""date":"2018-02-01","etape":"forme""#) {
    member("date", "Jour de l'étape", .act)
    member("etape", "Étape de l'appel")
    member("expulsion_infirmee", "L'expulsion elle-même est infirmée")
      .when("etape", [TribunalAppel.Etape.infirmePartiellement], .present)
  }
}
