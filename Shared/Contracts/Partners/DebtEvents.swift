public import Vocabulary

/// `apurement.decision`: the FSL grants or refuses its help.
public struct ApurementDecision: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether help is granted.
  public var accord: Bool
  /// What is paid to the landlord, in cents; zero for a refusal.
  public var montant: Cents
  /// The day on which it is paid; the decision's own day where absent.
  public var versement_le: Day?

  /// An event made of its parts.
  public init(date: Day, accord: Bool, montant: Cents, versement_le: Day? = nil) {
    self.date = date
    self.accord = accord
    self.montant = montant
    self.versement_le = versement_le
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
  /// The monthly instalment in cents; the last one is adjusted.
  public var mensualite: Cents?

  /// An event made of its parts.
  public init(
    date: Day, accord: Bool, nombre: Int? = nil, premiere: Day? = nil, mensualite: Cents? = nil
  ) {
    self.date = date
    self.accord = accord
    self.nombre = nombre
    self.premiere = premiere
    self.mensualite = mensualite
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

  /// An event made of its parts.
  public init(date: Day, echeance: Int, montant: Cents) {
    self.date = date
    self.echeance = echeance
    self.montant = montant
  }
}

/// `apurement.incident`: the landlord says that an instalment or the current rent was not paid.
public struct ApurementIncident: Codable, Sendable, Hashable {
  /// The day on which it was due.
  public var date: Day
  /// The rank of the instalment; absent for the current rent.
  public var echeance: Int?

  /// An event made of its parts.
  public init(date: Day, echeance: Int? = nil) {
    self.date = date
    self.echeance = echeance
  }
}

/// `apurement.solde`: the landlord confirms that nothing is owed any more.
public struct ApurementSolde: Codable, Sendable, Hashable {
  /// The day on which the debt was cleared.
  public var date: Day

  /// An event made of its parts.
  public init(date: Day) {
    self.date = date
  }
}

/// `apurement.protocole`: a protocole de cohésion sociale (CCH L353-15-2, L442-6-5), or its
/// amendment.
public struct ApurementProtocole: Codable, Sendable, Hashable {
  /// The day of the signature.
  public var date: Day
  /// Its last day: two years at most, three more with an amendment.
  public var fin: Day
  /// Whether it is an amendment.
  public var avenant: Bool

  /// An event made of its parts.
  public init(date: Day, fin: Day, avenant: Bool) {
    self.date = date
    self.fin = fin
    self.avenant = avenant
  }
}

/// `surendettement.depot`: a file is deposited. Secret from creditors (C. consom. art. L721-3).
public struct SurendettementDepot: Codable, Sendable, Hashable {
  /// The day of the attestation of deposit.
  public var date: Day

  /// An event made of its parts.
  public init(date: Day) {
    self.date = date
  }
}

/// `surendettement.recevabilite`: the commission admits the file or not.
public struct SurendettementRecevabilite: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether the file is recevable.
  public var recevable: Bool

  /// An event made of its parts.
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
    /// The file is closed without a measure.
    case cloture
  }
  /// The day of the measures.
  public var date: Day
  /// The measure.
  public var mesure: Mesure
  /// The last day of a moratoire (two years at most) or of a plan.
  public var fin: Day?

  /// An event made of its parts.
  public init(date: Day, mesure: Mesure, fin: Day? = nil) {
    self.date = date
    self.mesure = mesure
    self.fin = fin
  }
}

/// `surendettement.suspension`: the judge suspends the eviction at the commission's request (C.
/// consom. L722-6 to L722-9).
public struct SurendettementSuspension: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// The last day, two years at most; absent when the judge refuses.
  public var fin: Day?

  /// An event made of its parts.
  public init(date: Day, fin: Day? = nil) {
    self.date = date
    self.fin = fin
  }
}

/// `apl.decision`: the housing aid is kept or suspended; by the CAF or the MSA, by the CCAPEX from
/// 2027.
public struct APLDecision: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether the aid is kept.
  public var maintien: Bool
  /// Whether the landlord accepts to be paid the aid directly (CCH R351-31, then R824-20); absent
  /// while it has not answered.
  public var tiers_payant: Bool?

  /// An event made of its parts.
  public init(date: Day, maintien: Bool, tiers_payant: Bool? = nil) {
    self.date = date
    self.maintien = maintien
    self.tiers_payant = tiers_payant
  }
}

/// `apl.renvoi`: the organisme payeur sends the file back to the landlord for a plan, or to the
/// FSL.
public struct APLRenvoi: Codable, Sendable, Hashable {
  /// To whom the file goes.
  public enum Vers: String, CaseIterable, Codable, Sendable {
    /// The landlord has six months to set a plan.
    case bailleur
    /// The FSL has six months, or three after a plan that failed.
    case fsl
    /// Notice to pay 1/36 of the debt a month, as the last resort.
    case miseEnDemeure = "mise-en-demeure"
  }
  /// The day.
  public var date: Day
  /// To whom.
  public var vers: Vers

  /// An event made of its parts.
  public init(date: Day, vers: Vers) {
    self.date = date
    self.vers = vers
  }
}
