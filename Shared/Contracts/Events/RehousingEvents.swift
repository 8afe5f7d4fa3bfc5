public import Vocabulary

// Offers of another dwelling. Whoever is asked for one answers as a stranger to the dossier.

/// What whoever looks for a dwelling must know of the household, and no more: neither who it is nor
/// what it owes.
public struct ProfilLogement: Codable, Sendable, Hashable {
  /// Persons of 14 or more.
  public var adultes: Int?
  /// Children under 14.
  public var enfants: Int?
  /// `34, 36, 8`.
  public var ages: String?
  /// The most that it can pay a month, charges included, housing aid deducted.
  public var budget: Cents?
  /// Where it wishes to live.
  public var communes: String?
  /// What a disability asks of the dwelling.
  public var mobilite: String?

  /// Nothing is known.
  public init() {}
}

/// `relogement.demande`: the household asks for a dwelling (national registration, renewed each
/// year).
public struct RelogementDemande: Codable, Sendable, Hashable {
  public var date: Day
  public var numero: String?
  public var profil: ProfilLogement?

  public init(date: Day, numero: String? = nil, profil: ProfilLogement? = nil) {
    (self.date, self.numero, self.profil) = (date, numero, profil)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let relogementDemande = EventDeclaration(.relogementDemande, PartnerEvent.relogementDemande, "Demande de logement social", "CCH art. L441-2-1",
    from: [.menage, .serviceSocial, .ccas, .antenne], to: [.rehousing], isOfParty: false, example: #""date":"2018-02-01","numero":"093180000000000001""#) {
    member("date", "Jour de la demande ou de son renouvellement", .act)
    member("numero", "Numéro national unique", .text(Bound.shortText))
    member("profil", "Ce que doit savoir qui cherche un logement, avec l'accord du ménage")
    member("profil.adultes", "Personnes de 14 ans ou plus", in: .personnes, .number(Bound.adults))
    member("profil.enfants", "Enfants de moins de 14 ans", in: .personnes, .number(Bound.children))
    member("profil.ages", "Âges, séparés par des virgules", .text(Bound.shortText))
    member("profil.budget", "Dépense mensuelle possible, charges comprises, aide au logement déduite", .amount(Bound.rent), .usual(Usual.rent))
    member("profil.communes", "Communes souhaitées", .text(Bound.longText))
    member("profil.mobilite", "Besoins d'accessibilité du logement", .text(Bound.longText))
  }
}

/// `relogement.proposition`: a landlord or réservataire offers a dwelling.
public struct RelogementProposition: Codable, Sendable, Hashable {
  /// The paths of rehousing.
  public enum Voie: String, CaseIterable, Codable, Sendable {
    case mutation
    case echange
    case contingentPrefectoral = "contingent-prefectoral"
    case reservataire
    case actionLogement = "action-logement"
    case bailleurSocial = "bailleur-social"
    case dalo
    case prive
    case intermediation
    case bailGlissant = "bail-glissant"
  }
  public var date: Day
  public var offre: String
  /// Whether the dwelling suits the household's needs and means.
  public var adaptee: Bool
  public var loyer: Cents
  public var voie: Voie?

  public init(date: Day, offre: String, adaptee: Bool, loyer: Cents, voie: Voie? = nil) {
    (self.date, self.offre, self.adaptee) = (date, offre, adaptee)
    (self.loyer, self.voie) = (loyer, voie)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let relogementProposition = EventDeclaration(.relogementProposition, PartnerEvent.relogementProposition, "Proposition d'un logement", "instruction du 22 mars 2017, § 2.2",
    from: [.bailleurSocial, .bailleurPrive, .reservataire, .prefecture, .agence], to: [.rehousing], isOfParty: false, example: #""date":"2018-02-01","offre":"R-12","adaptee":true,"loyer":40000"#) {
    member("date", "Jour de la proposition", .act)
    member("offre", "Référence de l'offre chez son auteur", .reference(Bound.shortText))
    member("adaptee", "Le logement convient aux besoins et aux moyens du ménage")
    member("loyer", "Loyer et charges mensuels", .amount(Bound.rent), .usual(Usual.rent))
    member("voie", "Voie de relogement")
  }
}

/// `relogement.reponse`: the household answers an offer.
public struct RelogementReponse: Codable, Sendable, Hashable {
  public var date: Day
  public var offre: String
  public var accepte: Bool
  /// Why it refuses, as a short code; absent for an acceptance.
  public var motif: String?

  public init(date: Day, offre: String, accepte: Bool, motif: String? = nil) {
    (self.date, self.offre, self.accepte, self.motif) = (date, offre, accepte, motif)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let relogementReponse = EventDeclaration(.relogementReponse, PartnerEvent.relogementReponse, "Réponse du ménage à une proposition", "instruction du 22 mars 2017, § 2.2",
    from: [.menage, .serviceSocial, .mandataire], to: [.rehousing], isOfParty: false, example: #""date":"2018-02-01","offre":"R-12","accepte":false,"motif":"trop-loin""#) {
    member("date", "Jour de la réponse", .act)
    member("offre", "Référence de l'offre", .reference(Bound.shortText))
    member("accepte", "Le ménage accepte")
    member("motif", "Motif d'un refus, en quelques mots", .text(Bound.shortText))
  }
}

/// `relogement.refus`: a landlord, its commission or a réservataire does not house the household.
public struct RelogementRefus: Codable, Sendable, Hashable {
  public var date: Day
  public var offre: String?
  public var motif: String
}

// swift-format-ignore
extension EventDeclaration {
  static let relogementRefus = EventDeclaration(.relogementRefus, PartnerEvent.relogementRefus, "Refus de loger le ménage", "instruction du 22 mars 2017, § 2.2",
    from: [.bailleurSocial, .bailleurPrive, .reservataire, .agence], to: [.rehousing], isOfParty: false, example: #""date":"2018-02-01","offre":"R-12","motif":"ressources""#) {
    member("date", "Jour du refus", .act)
    member("offre", "Référence de l'offre, s'il y en eut une", .text(Bound.shortText))
    member("motif", "Motif, en quelques mots", .text(Bound.shortText))
  }
}

/// `relogement.bail`: the new lease is signed.
public struct RelogementBail: Codable, Sendable, Hashable {
  public var date: Day
  public var offre: String

  public init(date: Day, offre: String) {
    (self.date, self.offre) = (date, offre)
  }
}

// swift-format-ignore
extension EventDeclaration {
  static let relogementBail = EventDeclaration(.relogementBail, PartnerEvent.relogementBail, "Nouveau bail signé", "instruction du 22 mars 2017, § 2.2",
    from: [.bailleurSocial, .bailleurPrive, .agence], to: [.rehousing], isOfParty: false, removal: { _ in true }, example: #""date":"2018-05-01","offre":"R-12""#) {
    // A lease is signed before it takes effect.
    member("date", "Jour d'effet du bail", .ahead)
    member("offre", "Référence de l'offre", .reference(Bound.shortText))
  }
}
