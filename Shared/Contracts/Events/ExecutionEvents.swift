public import Vocabulary

// The execution of a judgment, to the eviction or the departure.

/// `execution.cql`: the commandement de quitter les lieux was served (CPCE art. L411-1).
public struct ExecutionCQL: Codable, Sendable, Hashable {
  public var acte: Day
  /// The day on which the préfet was seized; while absent the two months are suspended (L412-5).
  public var prefet_saisi: Day?
  public var mode: ModeDeSignification?
  /// Whether the act is against the violent spouse whom the family judge evicted (Code civil art.
  /// 515-9): CPCE L412-1 to L412-7 do not protect him, and the household's procedure does not move.
  public var conjoint_violent: Bool?

  public init(
    acte: Day, prefet_saisi: Day? = nil, mode: ModeDeSignification? = nil,
    conjoint_violent: Bool? = nil
  ) {
    (self.acte, self.prefet_saisi) = (acte, prefet_saisi)
    (self.mode, self.conjoint_violent) = (mode, conjoint_violent)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let executionCQL = EventDeclaration(.executionCQL, PartnerEvent.executionCQL, "Commandement de quitter les lieux signifié", "CPCE art. L411-1 et L412-5",
    from: [.huissier], to: [.courtLiaison], opening: { .quitOrder($0) }, example: #""acte":"2018-02-01","prefet_saisi":"2018-02-02""#) {
    member("acte", "Jour de la signification de l'acte", .act)
    member("prefet_saisi", "Jour de la saisine du préfet", .past, .notBefore("acte"))
    member("mode", "Mode de signification")
    member("conjoint_violent", "L'acte vise le conjoint violent évincé par le juge")
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
  public var date: Day
  /// The last day of the delays; absent when they are refused.
  public var fin: Day?
  /// The text; L412-3 where absent.
  public var fondement: Fondement?

  public init(date: Day, fin: Day? = nil, fondement: Fondement? = nil) {
    (self.date, self.fin, self.fondement) = (date, fin, fondement)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let executionDelaisJEX = EventDeclaration(.executionDelaisJEX, PartnerEvent.executionDelaisJEX, "Délais du juge de l'exécution", "CPCE art. L412-2 et L412-3",
    from: [.tribunal], to: [.courtLiaison], example: #""date":"2018-02-01","fin":"2018-09-01""#) {
    member("date", "Jour de la décision", .act)
    member("fin", "Dernier jour des délais, absent s'ils sont refusés", .since("date", days: 0, years: Bound.yearsOfDelays))
    member("fondement", "Texte appliqué, L412-3 s'il n'est pas dit")
  }
}

/// `execution.cfp_demande`: the concours de la force publique is requested (CPCE art. R153-1).
public struct ExecutionCFPDemande: Codable, Sendable, Hashable {
  public var date: Day
  /// Whether the act is against the violent spouse whom the family judge evicted (Code civil art.
  /// 515-9): CPCE L412-1 to L412-7 do not protect him, and the household's procedure does not move.
  public var conjoint_violent: Bool?

  public init(date: Day, conjoint_violent: Bool? = nil) {
    (self.date, self.conjoint_violent) = (date, conjoint_violent)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let executionCFPDemande = EventDeclaration(.executionCFPDemande, PartnerEvent.executionCFPDemande, "Concours de la force publique demandé", "CPCE art. R153-1",
    from: [.huissier], to: [.courtLiaison], opening: { .policeAid($0) }, example: #""date":"2018-02-01""#) {
    member("date", "Jour de la demande", .act)
    member("conjoint_violent", "L'acte vise le conjoint violent évincé par le juge")
  }
}

/// `execution.cfp_decision`: the préfet grants or refuses the concours.
public struct ExecutionCFPDecision: Codable, Sendable, Hashable {
  /// Why a concours is refused. After the four months only the first two are lawful (instruction §
  /// 3.2).
  public enum Motif: String, CaseIterable, Codable, Sendable {
    case ordrePublic = "ordre-public"
    /// Circumstances later than the judgment, contrary to human dignity.
    case dignite
    /// The request came before the end of the two months of the CQL.
    case prematuree
    case social, autre
  }
  public var date: Day
  public var accord: Bool
  /// The first day on which it may be used; after the trêve hivernale where it runs.
  public var effet: Day?
  public var motif: Motif?

  public init(date: Day, accord: Bool, effet: Day? = nil, motif: Motif? = nil) {
    (self.date, self.accord, self.effet, self.motif) = (date, accord, effet, motif)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let executionCFPDecision = EventDeclaration(.executionCFPDecision, PartnerEvent.executionCFPDecision, "Décision sur le concours de la force publique", "CPCE art. L153-1 ; instruction du 22 mars 2017, § 3.2",
    from: [.prefecture], to: [.courtLiaison], example: #""date":"2018-02-01","accord":false"#) {
    member("date", "Jour de la décision", .act)
    member("accord", "Le concours est accordé")
    member("effet", "Premier jour où il peut être employé", .since("date", days: 0, years: Bound.yearsAhead))
    member("motif", "Motif d'un refus")
  }
}

/// `execution.expulsion`: the eviction was carried out (procès-verbal d'expulsion).
public struct ExecutionExpulsion: Codable, Sendable, Hashable {
  public var date: Day
  /// Whether the force publique took part; yes where absent.
  public var concours: Bool?
  /// Whether furniture of some value was left (CPCE R433-1).
  public var meubles: Bool?
  /// Whether the act is against the violent spouse whom the family judge evicted (Code civil art.
  /// 515-9): CPCE L412-1 to L412-7 do not protect him, and the household's procedure does not move.
  public var conjoint_violent: Bool?

  public init(
    date: Day, concours: Bool? = nil, meubles: Bool? = nil, conjoint_violent: Bool? = nil
  ) {
    (self.date, self.concours) = (date, concours)
    (self.meubles, self.conjoint_violent) = (meubles, conjoint_violent)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let executionExpulsion = EventDeclaration(.executionExpulsion, PartnerEvent.executionExpulsion, "Procès-verbal d'expulsion", "CPCE art. R432-1 et R433-1",
    from: [.huissier, .forcesOrdre], to: [.courtLiaison], removal: { _ in true }, example: #""date":"2018-02-01""#) {
    member("date", "Jour du procès-verbal", .act)
    member("concours", "La force publique a prêté son concours, oui si ce n'est pas dit")
    member("meubles", "Des meubles de quelque valeur sont restés")
    member("conjoint_violent", "L'acte vise le conjoint violent évincé par le juge")
  }
}

/// `execution.reprise`: the household left of its own accord (procès-verbal de reprise, L451-1).
public struct ExecutionReprise: Codable, Sendable, Hashable {
  /// The day of the procès-verbal, or of the return of the keys.
  public var date: Day
  /// Whether the keys were given back before any judgment: the debt claim goes on.
  public var cles: Bool?

  public init(date: Day, cles: Bool? = nil) {
    (self.date, self.cles) = (date, cles)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let executionReprise = EventDeclaration(.executionReprise, PartnerEvent.executionReprise, "Départ du ménage et reprise des lieux", "CPCE art. L451-1",
    from: [.huissier, .bailleurPrive, .bailleurSocial], to: [.courtLiaison], removal: { _ in true }, example: #""date":"2018-02-01""#) {
    member("date", "Jour du procès-verbal, ou de la remise des clés", .act)
    member("cles", "Les clés sont rendues avant tout jugement")
  }
}

/// `indemnisation.demande`: the landlord claims an indemnity from the State (CPCE L153-1, R154-1).
public struct IndemnisationDemande: Codable, Sendable, Hashable {
  public var date: Day
  public var montant: Cents
}

// swift-format-ignore
extension EventDeclaration {
  static let indemnisationDemande = EventDeclaration(.indemnisationDemande, PartnerEvent.indemnisationDemande, "Demande d'indemnité à l'État", "CPCE art. L153-1 et R154-1",
    from: [.bailleurPrive, .bailleurSocial, .huissier], to: [.courtLiaison], example: #""date":"2018-02-01","montant":500000"#) {
    member("date", "Jour de réception par le préfet", .act)
    member("montant", "Somme demandée", .amount(Bound.debt), .usual(Usual.debt))
  }
}

/// `indemnisation.decision`: the préfet answers; silence for two months is a refusal.
public struct IndemnisationDecision: Codable, Sendable, Hashable {
  public var date: Day
  public var accord: Bool
  public var montant: Cents
}

// swift-format-ignore
extension EventDeclaration {
  static let indemnisationDecision = EventDeclaration(.indemnisationDecision, PartnerEvent.indemnisationDecision, "Réponse du préfet à une demande d'indemnité", "CPCE art. L153-1 et R154-1",
    from: [.prefecture], to: [.courtLiaison], example: #""date":"2018-02-01","accord":false,"montant":0"#) {
    member("date", "Jour de la réponse", .act)
    member("accord", "Une indemnité est versée")
    member("montant", "Somme versée, zéro pour un refus", .usual(Usual.debt))
      .when("accord", is: true, .amount(Bound.debt))
      .when("accord", is: false, .amount(Bound.nothing))
  }
}
