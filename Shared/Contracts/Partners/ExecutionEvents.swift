public import Vocabulary

/// `execution.cql`: the commandement de quitter les lieux was served (CPCE art. L411-1).
public struct ExecutionCQL: Codable, Sendable, Hashable {
  /// The day on which it was served.
  public var acte: Day
  /// The day on which the préfet was seized; while absent the two months are suspended (L412-5).
  public var prefet_saisi: Day?
  /// How it was served.
  public var mode: ModeDeSignification?
  /// Whether the act is against the violent spouse whom the family judge evicted (Code civil art.
  /// 515-9): CPCE L412-1 to L412-7 do not protect him, and the household's procedure does not move.
  public var conjoint_violent: Bool?

  /// An event made of its parts.
  public init(
    acte: Day, prefet_saisi: Day? = nil, mode: ModeDeSignification? = nil,
    conjoint_violent: Bool? = nil
  ) {
    self.acte = acte
    self.prefet_saisi = prefet_saisi
    self.mode = mode
    self.conjoint_violent = conjoint_violent
  }
}

/// `execution.delais_jex`: the juge de l'exécution grants or refuses time (CPCE art. L412-3).
public struct ExecutionDelaisJEX: Codable, Sendable, Hashable {
  /// The text under which the judge gives time.
  public enum Fondement: String, CaseIterable, Codable, Sendable {
    /// Three months at most, for consequences of an exceptional harshness.
    case durete = "L412-2"
    /// A month to a year since 2023; three months to three years before.
    case delais = "L412-3"
  }
  /// The day of the decision.
  public var date: Day
  /// The last day of the delays; absent when they are refused.
  public var fin: Day?
  /// The text; L412-3 where absent.
  public var fondement: Fondement?

  /// An event made of its parts.
  public init(date: Day, fin: Day? = nil, fondement: Fondement? = nil) {
    self.date = date
    self.fin = fin
    self.fondement = fondement
  }
}

/// `execution.cfp_demande`: the concours de la force publique is requested (CPCE art. R153-1).
public struct ExecutionCFPDemande: Codable, Sendable, Hashable {
  /// The day of the request.
  public var date: Day
  /// Whether the act is against the violent spouse whom the family judge evicted (Code civil art.
  /// 515-9): CPCE L412-1 to L412-7 do not protect him, and the household's procedure does not move.
  public var conjoint_violent: Bool?

  /// An event made of its parts.
  public init(date: Day, conjoint_violent: Bool? = nil) {
    self.date = date
    self.conjoint_violent = conjoint_violent
  }
}

/// `execution.cfp_decision`: the préfet grants or refuses the concours.
public struct ExecutionCFPDecision: Codable, Sendable, Hashable {
  /// Why a concours is refused. After the four months only the first two are lawful (instruction § 3.2).
  public enum Motif: String, CaseIterable, Codable, Sendable {
    case ordrePublic = "ordre-public"
    /// Circumstances later than the judgment, contrary to human dignity.
    case dignite
    /// The request came before the end of the two months of the CQL.
    case prematuree
    case social, autre
  }
  /// The day of the decision.
  public var date: Day
  /// Whether it is granted.
  public var accord: Bool
  /// The first day on which it may be used; after the trêve hivernale where it runs.
  public var effet: Day?
  /// Why it is refused.
  public var motif: Motif?

  /// An event made of its parts.
  public init(date: Day, accord: Bool, effet: Day? = nil, motif: Motif? = nil) {
    self.date = date
    self.accord = accord
    self.effet = effet
    self.motif = motif
  }
}

/// `execution.expulsion`: the eviction was carried out (procès-verbal d'expulsion).
public struct ExecutionExpulsion: Codable, Sendable, Hashable {
  /// The day of the procès-verbal.
  public var date: Day
  /// Whether the force publique took part; yes where absent.
  public var concours: Bool?
  /// Whether furniture of some value was left (CPCE R433-1).
  public var meubles: Bool?
  /// Whether the act is against the violent spouse whom the family judge evicted (Code civil art.
  /// 515-9): CPCE L412-1 to L412-7 do not protect him, and the household's procedure does not move.
  public var conjoint_violent: Bool?

  /// An event made of its parts.
  public init(
    date: Day, concours: Bool? = nil, meubles: Bool? = nil, conjoint_violent: Bool? = nil
  ) {
    self.date = date
    self.concours = concours
    self.meubles = meubles
    self.conjoint_violent = conjoint_violent
  }
}

/// `execution.reprise`: the household left of its own accord (procès-verbal de reprise, L451-1).
public struct ExecutionReprise: Codable, Sendable, Hashable {
  /// The day of the procès-verbal, or of the return of the keys.
  public var date: Day
  /// Whether the keys were given back before any judgment: the debt claim goes on.
  public var cles: Bool?

  /// An event made of its parts.
  public init(date: Day, cles: Bool? = nil) {
    self.date = date
    self.cles = cles
  }
}

/// `indemnisation.demande`: the landlord claims an indemnity from the State (CPCE L153-1, R154-1).
public struct IndemnisationDemande: Codable, Sendable, Hashable {
  /// The day on which the préfet received it.
  public var date: Day
  /// What is claimed, in cents.
  public var montant: Cents

  /// An event made of its parts.
  public init(date: Day, montant: Cents) {
    self.date = date
    self.montant = montant
  }
}

/// `indemnisation.decision`: the préfet answers; silence for two months is a refusal.
public struct IndemnisationDecision: Codable, Sendable, Hashable {
  /// The day.
  public var date: Day
  /// Whether an indemnity is paid.
  public var accord: Bool
  /// What is paid, in cents; zero for a refusal.
  public var montant: Cents

  /// An event made of its parts.
  public init(date: Day, accord: Bool, montant: Cents) {
    self.date = date
    self.accord = accord
    self.montant = montant
  }
}
