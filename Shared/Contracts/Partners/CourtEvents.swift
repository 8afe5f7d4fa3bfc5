public import Vocabulary

/// `tribunal.assignation`: the household is summoned (loi 89-462 art. 24 II and III).
public struct TribunalAssignation: Codable, Sendable, Hashable {
  /// The day on which the assignation was served.
  public var acte: Day
  /// The day on which it was notified to the préfet.
  public var notification: Day
  /// The day of the hearing.
  public var audience: Day
  /// Whether the motive is rent debt; a DSF is due by law only then (art. 24 III).
  public var dette_locative: Bool
  /// The motive, where it is another one.
  public var motif: Motif?
  /// How it was served.
  public var mode: ModeDeSignification?
  /// The day on which it was filed at the court (CPC art. 754).
  public var placement: Day?

  /// An event made of its parts.
  public init(
    acte: Day, notification: Day, audience: Day, dette_locative: Bool, motif: Motif? = nil,
    mode: ModeDeSignification? = nil, placement: Day? = nil
  ) {
    self.acte = acte
    self.notification = notification
    self.audience = audience
    self.dette_locative = dette_locative
    self.motif = motif
    self.mode = mode
    self.placement = placement
  }
}

/// `tribunal.audience`: the hearing was held.
public struct TribunalAudience: Codable, Sendable, Hashable {
  /// The day of the hearing.
  public var date: Day
  /// Whether the tenant was present or represented.
  public var locataire_present: Bool
  /// The day on which the decision will be given.
  public var delibere: Day?
  /// Whether the court holds that the full current rent was paid again (art. 24 V, 2023).
  public var loyer_repris: Bool?

  /// An event made of its parts.
  public init(date: Day, locataire_present: Bool, delibere: Day? = nil, loyer_repris: Bool? = nil) {
    self.date = date
    self.locataire_present = locataire_present
    self.delibere = delibere
    self.loyer_repris = loyer_repris
  }
}

/// `tribunal.renvoi`: the hearing is postponed.
public struct TribunalRenvoi: Codable, Sendable, Hashable {
  /// The day of the postponed hearing.
  public var date: Day
  /// The day of the new one.
  public var nouvelle: Day

  /// An event made of its parts.
  public init(date: Day, nouvelle: Day) {
    self.date = date
    self.nouvelle = nouvelle
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
  }
  /// The day of the decision.
  public var date: Day
  /// What was decided.
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
  /// Whether the debt was erased: the clause is suspended for two years (`delais-surendettement`, C.
  /// consom. L714-1).
  public var apres_effacement: Bool?

  /// An event made of its parts.
  public init(
    date: Day, sens: Sens, nombre: Int? = nil, premiere: Day? = nil, fin_delais: Day? = nil,
    mensualite: Cents? = nil, mauvaise_foi: Bool? = nil, voie_de_fait: Bool? = nil,
    execution_provisoire: Bool? = nil, treve_ecartee: Bool? = nil, logement_etudiant: Bool? = nil,
    apres_effacement: Bool? = nil
  ) {
    self.date = date
    self.sens = sens
    self.nombre = nombre
    self.premiere = premiere
    self.fin_delais = fin_delais
    self.mensualite = mensualite
    self.mauvaise_foi = mauvaise_foi
    self.voie_de_fait = voie_de_fait
    self.execution_provisoire = execution_provisoire
    self.treve_ecartee = treve_ecartee
    self.logement_etudiant = logement_etudiant
    self.apres_effacement = apres_effacement
  }
}

/// `tribunal.notification`: the decision was served; the delay of appeal runs (CPC art. 538, 490).
public struct TribunalNotification: Codable, Sendable, Hashable {
  /// The day of the service.
  public var date: Day
  /// Whether the decision is a référé.
  public var refere: Bool

  /// An event made of its parts.
  public init(date: Day, refere: Bool) {
    self.date = date
    self.refere = refere
  }
}

/// `tribunal.appel`: an appeal is lodged, or decided.
public struct TribunalAppel: Codable, Sendable, Hashable {
  /// The stages of an appeal.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case forme, confirme, infirme, desiste
    /// The first president stops the enforcement (CPC art. 514-3).
    case arretExecution = "arret-execution"
  }
  /// The day.
  public var date: Day
  /// The stage.
  public var etape: Etape

  /// An event made of its parts.
  public init(date: Day, etape: Etape) {
    self.date = date
    self.etape = etape
  }
}
