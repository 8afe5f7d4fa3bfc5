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

  /// An assignation made of its parts.
  public init(acte: Day, notification: Day, audience: Day, dette_locative: Bool) {
    self.acte = acte
    self.notification = notification
    self.audience = audience
    self.dette_locative = dette_locative
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

  /// A hearing made of its parts.
  public init(date: Day, locataire_present: Bool, delibere: Day? = nil) {
    self.date = date
    self.locataire_present = locataire_present
    self.delibere = delibere
  }
}

/// `tribunal.renvoi`: the hearing is postponed.
public struct TribunalRenvoi: Codable, Sendable, Hashable {
  /// The day of the postponed hearing.
  public var date: Day
  /// The day of the new one.
  public var nouvelle: Day

  /// A postponement made of its parts.
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
    case expulsionFerme = "expulsion-ferme"
    /// Eviction with delays of CPCE art. L412-3.
    case expulsionAvecDelais = "expulsion-avec-delais"
  }
  /// The day of the decision.
  public var date: Day
  /// What was decided.
  public var sens: Sens
  /// Number of instalments (`delais-suspensifs`), 1 to 36.
  public var nombre: Int?
  /// The day of the first instalment (`delais-suspensifs`).
  public var premiere: Day?
  /// The last day of the delays (`expulsion-avec-delais`).
  public var fin_delais: Day?

  /// A decision made of its parts.
  public init(
    date: Day, sens: Sens, nombre: Int? = nil, premiere: Day? = nil, fin_delais: Day? = nil
  ) {
    self.date = date
    self.sens = sens
    self.nombre = nombre
    self.premiere = premiere
    self.fin_delais = fin_delais
  }
}
