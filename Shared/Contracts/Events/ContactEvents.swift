public import Vocabulary

// How the household is met, and what changes in it.

/// How a household is sought.
public enum Canal: String, CaseIterable, Codable, Sendable {
  case courrier, telephone, sms, visite
  case rendezVous = "rendez-vous"
}

/// `contact.proposition`: an interview is proposed to the household (instruction § 2.1).
public struct ContactProposition: Codable, Sendable, Hashable {
  public var date: Day
  public var canal: Canal
  public var rendez_vous: Day?
}

// swift-format-ignore
extension EventDeclaration {
  static let contactProposition = EventDeclaration(.contactProposition, PartnerEvent.contactProposition, "Entretien proposé au ménage", "instruction du 22 mars 2017, § 2.1",
    from: [.serviceSocial, .ccas, .operateurDSF, .antenne], to: [.socialDiagnosis], example: #""date":"2018-02-01","canal":"courrier","rendez_vous":"2018-02-12""#) {
    member("date", "Jour de la proposition", .act)
    member("canal", "Moyen employé")
    member("rendez_vous", "Jour proposé pour l'entretien", .since("date", days: 0, years: Bound.yearsAhead))
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
  public var date: Day
  /// The channel. A carence needs two different ones, a letter among them.
  public var canal: Canal
  public var resultat: Resultat
  /// Whether a socio-legal accompaniment is needed (instruction § 2.1).
  public var accompagnement: Bool?

  public init(date: Day, canal: Canal, resultat: Resultat, accompagnement: Bool? = nil) {
    (self.date, self.canal) = (date, canal)
    (self.resultat, self.accompagnement) = (resultat, accompagnement)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let contactResultat = EventDeclaration(.contactResultat, PartnerEvent.contactResultat, "Résultat d'une prise de contact", "instruction du 22 mars 2017, § 2.1",
    from: [.serviceSocial, .ccas, .operateurDSF, .antenne], to: [.socialDiagnosis], example: #""date":"2018-02-01","canal":"courrier","resultat":"sans-reponse""#) {
    member("date", "Jour de la tentative", .act)
    member("canal", "Moyen employé")
    member("resultat", "Ce qui en est venu")
    member("accompagnement", "Un accompagnement socio-juridique est nécessaire")
  }
}

/// `menage.changement`: the household is no longer what it was.
public struct MenageChangement: Codable, Sendable, Hashable {
  /// What may change in a household.
  public enum Nature: String, CaseIterable, Codable, Sendable {
    /// A tenant died. Heirs are not the household; who keeps the lease goes on as one (loi 89-462
    /// art. 14, Code civil art. 1751).
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
  /// Who keeps the lease after a death.
  public enum Survivant: String, CaseIterable, Codable, Sendable {
    /// Spouse or partner: the lease is his own right (Code civil art. 1751).
    case conjoint
    case cotitulaire
    /// Descendant, ascendant, partner or dependant who lived there for a year (loi 89-462 art. 14).
    case transfert
    /// Nobody: the lease ends with the death.
    case aucun
  }
  public var date: Day
  public var nature: Nature
  /// The last day of a measure of protection, where it has one.
  public var fin: Day?
  /// Who keeps the lease after a death; absent, the death of the only tenant that is named ends it.
  public var survivant: Survivant?
  /// The day on which the congé of the one who left takes effect (`separation`): solidarity runs
  /// from it (loi 89-462 art. 8-1 VI).
  public var conge_effet: Day?
}

// swift-format-ignore
extension EventDeclaration {
  // A couple that parts owes together for a while only (loi 89-462 art. 8-1).
  static let menageChangement = EventDeclaration(.menageChangement, PartnerEvent.menageChangement, "Changement dans le ménage", "loi 89-462, art. 8-1 et 14 ; Code civil art. 515-9",
    from: [.menage, .serviceSocial, .ccas, .mandataire, .prefecture], to: [.sagaOrchestrator, .socialDiagnosis, .debtSettlement], removal: { change in
      switch change.nature {
      case .separation, .violences: true
      case .deces, .protection, .vulnerabilite: false
      }
    }, example: #""date":"2018-02-01","nature":"deces""#) {
    member("date", "Jour du changement", .act)
    member("nature", "Ce qui a changé")
    member("fin", "Dernier jour d'une mesure de protection", .since("date", days: 0, years: Bound.yearsOfProtection))
    member("survivant", "Qui garde le bail après un décès (loi 89-462 art. 14 ; C. civ. art. 1751)")
    member("conge_effet", "Jour d'effet du congé de la personne partie (loi 89-462 art. 8-1 VI)", .ahead)
  }
}
