public import Vocabulary

// The commission de surendettement, and the organisme payeur of the housing aid.

/// `surendettement.depot`: a file is deposited. Secret from creditors (C. consom. art. L721-3).
public struct SurendettementDepot: Codable, Sendable, Hashable {
  public var date: Day

  public init(date: Day) {
    self.date = date
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let surendettementDepot = EventDeclaration(.surendettementDepot, PartnerEvent.surendettementDepot, "Dossier de surendettement déposé", "C. consom. art. L721-3",
    from: [.menage, .serviceSocial, .banqueDeFrance, .mandataire], to: [.debtSettlement], example: #""date":"2018-02-01""#) {
    member("date", "Jour de l'attestation de dépôt", .act)
  }
}

/// `surendettement.recevabilite`: the commission admits the file or not.
public struct SurendettementRecevabilite: Codable, Sendable, Hashable {
  public var date: Day
  public var recevable: Bool

  public init(date: Day, recevable: Bool) {
    (self.date, self.recevable) = (date, recevable)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let surendettementRecevabilite = EventDeclaration(.surendettementRecevabilite, PartnerEvent.surendettementRecevabilite, "Décision de recevabilité du dossier de surendettement", "C. consom. art. L722-2",
    from: [.banqueDeFrance], to: [.debtSettlement], example: #""date":"2018-02-01","recevable":true"#) {
    member("date", "Jour de la décision", .act)
    member("recevable", "Le dossier est recevable")
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
  public var date: Day
  public var mesure: Mesure
  /// The last day of a moratoire (two years at most) or of a plan.
  public var fin: Day?
  /// The day on which the measures were notified: from it they may be contested (R733-6, R741-1).
  public var notification: Day?

  public init(date: Day, mesure: Mesure, fin: Day? = nil, notification: Day? = nil) {
    (self.date, self.mesure, self.fin, self.notification) = (date, mesure, fin, notification)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let surendettementMesures = EventDeclaration(.surendettementMesures, PartnerEvent.surendettementMesures, "Mesures de la commission de surendettement", "C. consom. art. L733-1 et L741-2",
    from: [.banqueDeFrance], to: [.debtSettlement], example: #""date":"2018-02-01","mesure":"moratoire","fin":"2020-01-31""#) {
    member("date", "Jour des mesures", .act)
    member("mesure", "La mesure")
    member("fin", "Dernier jour du moratoire ou du plan")
      .when("mesure", [SurendettementMesures.Mesure.plan, .prp, .cloture], .since("date", days: 0, years: Bound.yearsOfPlan))
      .when("mesure", [SurendettementMesures.Mesure.moratoire], .since("date", days: 0, years: Bound.yearsOfMoratoire), .present)
    member("notification", "Jour de la notification de la mesure, dont court la contestation", .past, .notBefore("date"))
  }
}

/// `surendettement.suspension`: the judge suspends the eviction at the commission's request (C.
/// consom. L722-6 to L722-9).
public struct SurendettementSuspension: Codable, Sendable, Hashable {
  public var date: Day
  /// The last day, two years at most; absent when the judge refuses.
  public var fin: Day?
}

// swift-format-ignore
extension EventDeclaration {
  static let surendettementSuspension = EventDeclaration(.surendettementSuspension, PartnerEvent.surendettementSuspension, "Suspension de l'expulsion à la demande de la commission de surendettement", "C. consom. art. L722-6 à L722-9",
    from: [.tribunal, .banqueDeFrance], to: [.courtLiaison], example: #""date":"2018-02-01","fin":"2019-02-01""#) {
    member("date", "Jour de la décision", .act)
    member("fin", "Dernier jour, absent si le juge refuse", .since("date", days: 0, years: Bound.yearsOfMoratoire))
  }
}

/// `apl.decision`: the housing aid is kept or suspended; by the CAF or the MSA, by the CCAPEX from
/// 2027.
public struct APLDecision: Codable, Sendable, Hashable {
  public var date: Day
  public var maintien: Bool
  /// Whether the landlord accepts to be paid the aid directly (CCH R351-31, then R824-20); absent
  /// while it has not answered.
  public var tiers_payant: Bool?

  public init(date: Day, maintien: Bool, tiers_payant: Bool? = nil) {
    (self.date, self.maintien, self.tiers_payant) = (date, maintien, tiers_payant)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let aplDecision = EventDeclaration(.aplDecision, PartnerEvent.aplDecision, "Maintien ou suspension de l'aide au logement", "CCH art. L824-2 et R824-20",
    from: [.caf, .ccapex], to: [.debtSettlement], example: #""date":"2018-02-01","maintien":true"#) {
    member("date", "Jour de la décision", .act)
    member("maintien", "L'aide est maintenue")
    member("tiers_payant", "Le bailleur accepte que l'aide lui soit versée")
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
  public var date: Day
  public var vers: Vers
}

// swift-format-ignore
extension EventDeclaration {
  static let aplRenvoi = EventDeclaration(.aplRenvoi, PartnerEvent.aplRenvoi, "Renvoi du dossier par l'organisme payeur", "instruction du 22 mars 2017, § 2.2 (3)",
    from: [.caf], to: [.debtSettlement], example: #""date":"2018-02-01","vers":"bailleur""#) {
    member("date", "Jour du renvoi", .act)
    member("vers", "À qui le dossier est renvoyé")
  }
}
