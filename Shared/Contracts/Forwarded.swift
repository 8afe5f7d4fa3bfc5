/// A partner's event on its way from intake to the service that owns it: same type, same payload
/// without `menage`, with what intake alone knows.
public struct Forwarded<Body: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
  /// The partner's own payload.
  public var evenement: Body
  /// The broker account of the partner, to answer it.
  public var expediteur: String
  /// The kind of that partner.
  public var genre: PartnerKind
  /// Whether the signal is below the threshold from which it is due (SIGNAL.seuil); absent where not.
  public var information: Bool?
  /// Whether the sender is no party of the dossier: another is its landlord; absent where not.
  public var tiers: Bool?

  /// A forwarded event made of its parts.
  public init(
    evenement: Body, expediteur: String, genre: PartnerKind, information: Bool? = nil,
    tiers: Bool? = nil
  ) {
    self.evenement = evenement
    self.expediteur = expediteur
    self.genre = genre
    self.information = information
    self.tiers = tiers
  }
}
