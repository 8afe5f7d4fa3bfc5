/// The deadlines that rehousing arms. The raw values are stored and never change.
public enum RehousingDeadline: String, CaseIterable, Sendable, Hashable {
  /// Landlords and réservataires must have proposed a dwelling. Armed while the demand is open.
  case demandReply = "demand.reply"
  /// The household must have answered the offer under way.
  case offerReply = "offer.reply"
  /// The lease of the accepted offer must have been signed.
  case offerLease = "offer.lease"
  /// The commission de médiation must have decided.
  case daloDecision = "dalo.decision"
  /// The priority household must have received an adapted offer.
  case daloOffer = "dalo.offer"
  /// The commission de médiation must have decided on accommodation.
  case dahoDecision = "daho.decision"
  /// The household must have been offered a place.
  case dahoPlace = "daho.place"
  /// The demand for social housing must have been renewed.
  case registration = "registration"
  /// The SIAO must have proposed a place, or said whether the household entered it.
  case accommodationReply = "accommodation.reply"
}
