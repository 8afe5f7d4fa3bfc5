public import Vocabulary

/// `apurement.decision`: the FSL grants or refuses its help.
public struct ApurementDecision: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether help is granted.
  public var accord: Bool
  /// What is paid to the landlord, in cents; zero for a refusal.
  public var montant: Cents

  /// A decision made of its parts.
  public init(date: Day, accord: Bool, montant: Cents) {
    self.date = date
    self.accord = accord
    self.montant = montant
  }
}

/// `apurement.plan`: the landlord accepts or refuses the plan that it was offered.
public struct ApurementPlan: Codable, Sendable, Hashable {
  /// The day of the answer.
  public var date: Day
  /// Whether the landlord agrees.
  public var accord: Bool
  /// Number of monthly instalments, 1 to 36; absent for a refusal.
  public var nombre: Int?
  /// The day of the first instalment; absent for a refusal.
  public var premiere: Day?

  /// An answer made of its parts.
  public init(date: Day, accord: Bool, nombre: Int? = nil, premiere: Day? = nil) {
    self.date = date
    self.accord = accord
    self.nombre = nombre
    self.premiere = premiere
  }
}

/// `apurement.versement`: the landlord received an instalment of a plan or of a judge's schedule.
public struct ApurementVersement: Codable, Sendable, Hashable {
  /// The day of the payment.
  public var date: Day
  /// The rank of the instalment, from 1.
  public var echeance: Int
  /// What was paid, in cents.
  public var montant: Cents

  /// A payment made of its parts.
  public init(date: Day, echeance: Int, montant: Cents) {
    self.date = date
    self.echeance = echeance
    self.montant = montant
  }
}

/// `apurement.solde`: the landlord confirms that nothing is owed any more.
public struct ApurementSolde: Codable, Sendable, Hashable {
  /// The day on which the debt was cleared.
  public var date: Day

  /// A confirmation of that day.
  public init(date: Day) { self.date = date }
}

/// `surendettement.depot`: a file is deposited. Secret from creditors (C. consom. art. L721-3).
public struct SurendettementDepot: Codable, Sendable, Hashable {
  /// The day of the attestation of deposit.
  public var date: Day

  /// A deposit of that day.
  public init(date: Day) { self.date = date }
}

/// `surendettement.recevabilite`: the commission admits the file or not.
public struct SurendettementRecevabilite: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether the file is recevable.
  public var recevable: Bool

  /// A decision made of its parts.
  public init(date: Day, recevable: Bool) {
    self.date = date
    self.recevable = recevable
  }
}

/// `surendettement.mesures`: what the commission orders in the end.
public struct SurendettementMesures: Codable, Sendable, Hashable {
  /// The kinds of measures.
  public enum Mesure: String, CaseIterable, Codable, Sendable {
    case plan, moratoire
    /// Procédure de rétablissement personnel: the debt is erased (C. consom. art. L741-2).
    case prp
  }
  /// The day of the measures.
  public var date: Day
  /// The measure.
  public var mesure: Mesure
  /// The last day of a moratoire (two years at most).
  public var fin: Day?

  /// Measures made of their parts.
  public init(date: Day, mesure: Mesure, fin: Day? = nil) {
    self.date = date
    self.mesure = mesure
    self.fin = fin
  }
}

/// `apl.decision`: the CAF or MSA keeps or suspends the housing aid.
public struct APLDecision: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether the aid is kept.
  public var maintien: Bool

  /// A decision made of its parts.
  public init(date: Day, maintien: Bool) {
    self.date = date
    self.maintien = maintien
  }
}
