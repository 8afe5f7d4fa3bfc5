/// A partner's event on its way from intake to the service that owns it: same type, same payload
/// without `menage`, with what intake alone knows.
public struct Forwarded<Body: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
  /// The partner's own payload.
  public var evenement: Body
  /// The broker account of the partner, to answer it.
  public var expediteur: String
  public var genre: PartnerKind
  /// Whether the signal is below the threshold from which it is due (SIGNAL.seuil); absent where
  /// not.
  public var information: Bool?
  /// Whether the sender is no party of the dossier: another is its landlord; absent where not.
  public var tiers: Bool?
  /// Whether the dossier names several tenants; absent where not.
  public var plusieurs: Bool?

  public init(
    evenement: Body, expediteur: String, genre: PartnerKind, information: Bool? = nil,
    tiers: Bool? = nil, plusieurs: Bool? = nil
  ) {
    (self.evenement, self.expediteur, self.genre, self.information, self.tiers) =
      (evenement, expediteur, genre, information, tiers)
    self.plusieurs = plusieurs
  }
}
