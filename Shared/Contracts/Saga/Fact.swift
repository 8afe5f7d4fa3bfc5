public import Vocabulary

/// What a service reports to the saga: one trigger, its day, and what the saga must remember of it.
public struct Fact: Codable, Sendable, Hashable {
  public static let type = "amont.fact.v1"
  public var trigger: Trigger
  /// The civil day on which it happened.
  public var on: Day
  /// One French sentence for the timeline, without name, address or amount.
  public var text: String
  /// The article under which it happened, where there is one.
  public var article: String?
  public var hearing: Day?
  /// The day from which the delay that the fact opens counts, where it is not that of the fact.
  public var from: Day?
  /// The last day of a protection or of a delay that the fact opens.
  public var until: Day?
  /// The number of instalments of a schedule that the fact sets.
  public var count: Int?
  /// Whether creditors and their huissier may ever see the line in a timeline (C. consom. L721-3).
  public var secret: Bool

  public init(
    _ trigger: Trigger, on day: Day, text: String, article: String? = nil, hearing: Day? = nil,
    from: Day? = nil, until: Day? = nil, count: Int? = nil, secret: Bool = false
  ) {
    self.trigger = trigger
    self.on = day
    self.text = text
    self.article = article
    self.hearing = hearing
    self.from = from
    self.until = until
    self.count = count
    self.secret = secret
  }
}

/// What intake tells of a dossier when it opens or learns more of it.
public struct DossierOpened: Codable, Sendable, Hashable {
  public static let type = "amont.dossier.opened.v1"
  /// The day of the first signal.
  public var on: Day
  /// INSEE code of the commune; `nil` where no signal gave one.
  public var commune: String?
  /// The sub-commission that follows the dossier, or `ccapex-centrale`.
  public var commission: String
  /// The kind of landlord, where known.
  public var landlord: Landlord.Kind?
  /// The broker account of the huissier that signalled, to answer it; `nil` while none did.
  public var huissier: String?
  /// The broker account of the landlord that signalled, to answer it; `nil` while none did.
  public var bailleur: String?
  /// The tenants and the dwelling: sent to social-diagnosis only, which must meet them.
  public var menage: Identification?
  /// Whether a tenant is a protected adult: every letter goes to the curator or tutor too (Code
  /// civil art. 467, 473); `nil` where nobody said so.
  public var mandataire: Bool?
  /// Whether the arrears reach the threshold from which a commandement is signalled (SIGNAL.seuil).
  /// Below it the signal is mere information, with a light contact; `nil` while no signal came.
  public var seuil_atteint: Bool?
  /// The score by which queues are ordered, the highest first; `nil` leaves it as it was. It
  /// decides nothing for a person: a human does (RGPD art. 22).
  public var priorite: Int?
  /// The body of the commission that should look first; `nil` leaves it as it was.
  public var instance: AvisCCAPEX.Instance?

  public init(
    on day: Day, commune: String?, commission: String, landlord: Landlord.Kind?,
    huissier: String?, bailleur: String?, menage: Identification? = nil, mandataire: Bool? = nil,
    seuil_atteint: Bool? = nil, priorite: Int? = nil, instance: AvisCCAPEX.Instance? = nil
  ) {
    self.on = day
    self.commune = commune
    self.commission = commission
    self.landlord = landlord
    self.huissier = huissier
    self.bailleur = bailleur
    self.menage = menage
    self.mandataire = mandataire
    self.seuil_atteint = seuil_atteint
    self.priorite = priorite
    self.instance = instance
  }
}
