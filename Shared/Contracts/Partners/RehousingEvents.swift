public import Vocabulary

/// `relogement.proposition`: a landlord or réservataire offers a dwelling.
public struct RelogementProposition: Codable, Sendable, Hashable {
  /// The day of the offer.
  public var date: Day
  /// The offer's reference at the sender.
  public var offre: String
  /// Whether the dwelling suits the household's needs and means.
  public var adaptee: Bool
  /// Monthly rent and charges, in cents.
  public var loyer: Cents

  /// An offer made of its parts.
  public init(date: Day, offre: String, adaptee: Bool, loyer: Cents) {
    self.date = date
    self.offre = offre
    self.adaptee = adaptee
    self.loyer = loyer
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

  /// An answer made of its parts.
  public init(date: Day, offre: String, accepte: Bool, motif: String? = nil) {
    self.date = date
    self.offre = offre
    self.accepte = accepte
    self.motif = motif
  }
}

/// `relogement.bail`: the new lease is signed.
public struct RelogementBail: Codable, Sendable, Hashable {
  /// The day on which the lease takes effect.
  public var date: Day
  /// The offer's reference.
  public var offre: String

  /// A lease made of its parts.
  public init(date: Day, offre: String) {
    self.date = date
    self.offre = offre
  }
}

/// `dalo.recours`: the household seizes the commission de médiation (CCH art. L441-2-3).
public struct DALORecours: Codable, Sendable, Hashable {
  /// The day on which the commission received it.
  public var date: Day

  /// A recours of that day.
  public init(date: Day) { self.date = date }
}

/// `dalo.decision`: the commission de médiation decides.
public struct DALODecision: Codable, Sendable, Hashable {
  /// The day of the decision.
  public var date: Day
  /// Whether the household is priority and must be rehoused urgently.
  public var prioritaire: Bool

  /// A decision made of its parts.
  public init(date: Day, prioritaire: Bool) {
    self.date = date
    self.prioritaire = prioritaire
  }
}

/// `hebergement.orientation`: the SIAO proposes a place, or the household enters it.
public struct HebergementOrientation: Codable, Sendable, Hashable {
  /// The stages of an accommodation.
  public enum Etape: String, CaseIterable, Codable, Sendable {
    case proposee, acceptee, refusee
  }
  /// The day.
  public var date: Day
  /// The stage.
  public var etape: Etape

  /// An orientation made of its parts.
  public init(date: Day, etape: Etape) {
    self.date = date
    self.etape = etape
  }
}
