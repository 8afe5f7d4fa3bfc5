public import Vocabulary

/// `relogement.demande`: the household asks for a dwelling (national registration, renewed each
/// year).
public struct RelogementDemande: Codable, Sendable, Hashable {
  /// The day of the demand or of its renewal.
  public var date: Day
  /// The national number: an opaque text.
  public var numero: String?

  /// An event made of its parts.
  public init(date: Day, numero: String? = nil) {
    self.date = date
    self.numero = numero
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
  /// The day of the offer.
  public var date: Day
  /// The offer's reference at the sender.
  public var offre: String
  /// Whether the dwelling suits the household's needs and means.
  public var adaptee: Bool
  /// Monthly rent and charges, in cents.
  public var loyer: Cents
  /// By which path.
  public var voie: Voie?

  /// An event made of its parts.
  public init(date: Day, offre: String, adaptee: Bool, loyer: Cents, voie: Voie? = nil) {
    self.date = date
    self.offre = offre
    self.adaptee = adaptee
    self.loyer = loyer
    self.voie = voie
  }
}

/// `relogement.reponse`: the household answers an offer.
public struct RelogementReponse: Codable, Sendable, Hashable {
  /// The day of the answer.
  public var date: Day
  /// The offer's reference.
  public var offre: String
  /// Whether it accepts.
  public var accepte: Bool
  /// Why it refuses, as a short code; absent for an acceptance.
  public var motif: String?

  /// An event made of its parts.
  public init(date: Day, offre: String, accepte: Bool, motif: String? = nil) {
    self.date = date
    self.offre = offre
    self.accepte = accepte
    self.motif = motif
  }
}

/// `relogement.refus`: a landlord, its commission or a réservataire does not house the household.
public struct RelogementRefus: Codable, Sendable, Hashable {
  /// The day.
  public var date: Day
  /// The offer, where one was made.
  public var offre: String?
  /// Why, as a short code.
  public var motif: String

  /// An event made of its parts.
  public init(date: Day, offre: String? = nil, motif: String) {
    self.date = date
    self.offre = offre
    self.motif = motif
  }
}

/// `relogement.bail`: the new lease is signed.
public struct RelogementBail: Codable, Sendable, Hashable {
  /// The day on which the lease takes effect.
  public var date: Day
  /// The offer's reference.
  public var offre: String

  /// An event made of its parts.
  public init(date: Day, offre: String) {
    self.date = date
    self.offre = offre
  }
}

/// Which right is claimed before the commission de médiation.
public enum DroitOpposable: String, CaseIterable, Codable, Sendable {
  /// Housing (CCH L441-2-3 II).
  case dalo
  /// Accommodation (CCH L441-2-3 III).
  case daho
}

/// `dalo.recours`: the household seizes the commission de médiation (CCH art. L441-2-3).
public struct DALORecours: Codable, Sendable, Hashable {
  /// The day on which the commission received it.
  public var date: Day
  /// The right; housing where absent.
  public var droit: DroitOpposable?

  /// An event made of its parts.
  public init(date: Day, droit: DroitOpposable? = nil) {
    self.date = date
    self.droit = droit
  }
}

/// `dalo.decision`: the commission de médiation decides.
public struct DALODecision: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether the household is priority and must be housed urgently.
  public var prioritaire: Bool
  /// The right; housing where absent.
  public var droit: DroitOpposable?
  /// For accommodation: whether a logement-foyer or transition housing is meant (three months).
  public var logement_foyer: Bool?

  /// An event made of its parts.
  public init(
    date: Day, prioritaire: Bool, droit: DroitOpposable? = nil, logement_foyer: Bool? = nil
  ) {
    self.date = date
    self.prioritaire = prioritaire
    self.droit = droit
    self.logement_foyer = logement_foyer
  }
}

/// `dalo.fin`: the préfet decides that the right is lost or that his hold is lifted; nobody else
/// can.
public struct DALOFin: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Why, as a short code.
  public var motif: String

  /// An event made of its parts.
  public init(date: Day, motif: String) {
    self.date = date
    self.motif = motif
  }
}

/// `hebergement.demande`: the household asks for a place.
public struct HebergementDemande: Codable, Sendable, Hashable {
  /// The day.
  public var date: Day

  /// An event made of its parts.
  public init(date: Day) {
    self.date = date
  }
}

/// `hebergement.orientation`: the SIAO proposes a place, or the household enters it.
public struct HebergementOrientation: Codable, Sendable, Hashable {
  /// The stages of an accommodation.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case proposee, acceptee, refusee
  }
  /// The kinds of places.
  public enum Place: String, CaseIterable, Codable, Sendable {
    case hotel, urgence
    case residenceSociale = "residence-sociale"
    case logementFoyer = "logement-foyer"
  }
  /// The day.
  public var date: Day
  /// The stage.
  public var etape: Etape
  /// What kind of place.
  public var place: Place?

  /// An event made of its parts.
  public init(date: Day, etape: Etape, place: Place? = nil) {
    self.date = date
    self.etape = etape
    self.place = place
  }
}
