public import Vocabulary

/// `execution.cql`: the commandement de quitter les lieux was served (CPCE art. L411-1).
public struct ExecutionCQL: Codable, Sendable, Hashable {
  /// The day on which it was served.
  public var acte: Day
  /// The day on which the préfet was seized; while absent the two months are suspended (L412-5).
  public var prefet_saisi: Day?

  /// A CQL made of its parts.
  public init(acte: Day, prefet_saisi: Day? = nil) {
    self.acte = acte
    self.prefet_saisi = prefet_saisi
  }
}

/// `execution.delais_jex`: the juge de l'exécution grants or refuses time (CPCE art. L412-3).
public struct ExecutionDelaisJEX: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// The last day of the delays; absent when they are refused.
  public var fin: Day?

  /// A decision made of its parts.
  public init(date: Day, fin: Day? = nil) {
    self.date = date
    self.fin = fin
  }
}

/// `execution.cfp_demande`: the concours de la force publique is requested (CPCE art. R153-1).
public struct ExecutionCFPDemande: Codable, Sendable, Hashable {
  /// The day of the request.
  public var date: Day

  /// A request of that day.
  public init(date: Day) { self.date = date }
}

/// `execution.cfp_decision`: the préfet grants or refuses the concours.
public struct ExecutionCFPDecision: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether it is granted.
  public var accord: Bool

  /// A decision made of its parts.
  public init(date: Day, accord: Bool) {
    self.date = date
    self.accord = accord
  }
}

/// `execution.expulsion`: the eviction was carried out (procès-verbal d'expulsion).
public struct ExecutionExpulsion: Codable, Sendable, Hashable {
  /// The day of the procès-verbal.
  public var date: Day

  /// An eviction of that day.
  public init(date: Day) { self.date = date }
}

/// `execution.reprise`: the household left of its own accord (procès-verbal de reprise, L451-1).
public struct ExecutionReprise: Codable, Sendable, Hashable {
  /// The day of the procès-verbal.
  public var date: Day

  /// A departure of that day.
  public init(date: Day) { self.date = date }
}
