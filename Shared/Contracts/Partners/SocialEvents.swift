public import Vocabulary

/// How a household is sought.
public enum Canal: String, CaseIterable, Codable, Sendable {
  case courrier, telephone, sms, visite
  case rendezVous = "rendez-vous"
}

/// `contact.proposition`: an interview is proposed to the household (instruction § 2.1).
public struct ContactProposition: Codable, Sendable, Hashable {
  /// The day of the proposal.
  public var date: Day
  /// The channel.
  public var canal: Canal
  /// The day of the interview proposed.
  public var rendez_vous: Day?

  /// An event made of its parts.
  public init(date: Day, canal: Canal, rendez_vous: Day? = nil) {
    self.date = date
    self.canal = canal
    self.rendez_vous = rendez_vous
  }
}

/// `contact.resultat`: what came of an attempt to meet the household.
public struct ContactResultat: Codable, Sendable, Hashable {
  /// How the household was sought.
  public typealias Canal = Contracts.Canal
  /// What came of it.
  public enum Resultat: String, CaseIterable, Codable, Sendable {
    case rencontre
    case sansReponse = "sans-reponse"
    case refus, parti
  }
  /// The day of the attempt.
  public var date: Day
  /// The channel. A carence needs two different ones, a letter among them.
  public var canal: Canal
  /// What came of it.
  public var resultat: Resultat
  /// Whether a socio-legal accompaniment is needed (instruction § 2.1).
  public var accompagnement: Bool?

  /// An event made of its parts.
  public init(date: Day, canal: Canal, resultat: Resultat, accompagnement: Bool? = nil) {
    self.date = date
    self.canal = canal
    self.resultat = resultat
    self.accompagnement = accompagnement
  }
}

/// `menage.changement`: the household is no longer what it was.
public struct MenageChangement: Codable, Sendable, Hashable {
  /// What may change in a household.
  public enum Nature: String, CaseIterable, Codable, Sendable {
    /// The sole tenant died: delays stop, heirs are not the household (loi 89-462 art. 14).
    case deces
    /// One of the tenants left; his debt runs on while solidarity does (loi 89-462 art. 8-1).
    case separation
    /// The violent spouse is evicted by the family judge (Code civil art. 515-9, CPCE L412-8).
    case violences
    /// A curatelle or a tutelle: every letter goes to the curator too.
    case protection
    /// A birth, an illness: a circumstance later than the judgment.
    case vulnerabilite
  }
  /// The day of the change.
  public var date: Day
  /// What changed.
  public var nature: Nature
  /// The last day of a measure of protection, where it has one.
  public var fin: Day?

  /// An event made of its parts.
  public init(date: Day, nature: Nature, fin: Day? = nil) {
    self.date = date
    self.nature = nature
    self.fin = fin
  }
}

/// `dsf.demande`: the préfet asks the operator for the DSF; the 15 working days run from here
/// (décret 2021-8).
public struct DSFDemande: Codable, Sendable, Hashable {
  /// The day of the request.
  public var date: Day
  /// The day of the hearing.
  public var audience: Day

  /// An event made of its parts.
  public init(date: Day, audience: Day) {
    self.date = date
    self.audience = audience
  }
}

/// `dsf.carence`: the tenant could not be met; the DSF says what is known, and the attempts.
public struct DSFCarence: Codable, Sendable, Hashable {
  /// One attempt to meet the household.
  public struct Tentative: Codable, Sendable, Hashable {
    /// Its day.
    public var date: Day
    /// Its channel.
    public var canal: Canal

    /// An attempt made of its parts.
    public init(date: Day, canal: Canal) {
      self.date = date
      self.canal = canal
    }
  }
  /// The day on which it was sent.
  public var date: Day
  /// The attempts: two at least, by different channels, a letter among them.
  public var tentatives: [Tentative]
  /// The rent debt by the landlord, in cents.
  public var dette: Cents?
  /// The monthly housing aid by the organisme payeur, in cents.
  public var aide: Cents?

  /// An event made of its parts.
  public init(date: Day, tentatives: [Tentative], dette: Cents? = nil, aide: Cents? = nil) {
    self.date = date
    self.tentatives = tentatives
    self.dette = dette
    self.aide = aide
  }
}

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
  /// The day of the session.
  public var date: Day
  /// Which body.
  public var instance: Instance
  /// What it recommends.
  public var sens: Sens
  /// Whom it addresses, where it is one body.
  public var aupres_de: PartnerKind?

  /// An event made of its parts.
  public init(date: Day, instance: Instance, sens: Sens, aupres_de: PartnerKind? = nil) {
    self.date = date
    self.instance = instance
    self.sens = sens
    self.aupres_de = aupres_de
  }
}
