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

/// The texts under which rehousing acts, as a French reader cites them.
enum Basis {
  static let search = "instruction du 22 mars 2017, § 2.2"
  static let attribution = "loi 2017-86 du 27 janvier 2017 ; instruction du 22 mars 2017, § 2.2"
  static let answer = "CCH art. R441-10"
  static let daloRecours = "CCH art. L441-2-3"
  static let daloDecision = "CCH art. R441-15"
  static let daloOffer = "CCH art. R441-16-1"
  static let daloRefusal = "CCH art. R441-16-3"
  static let daloTribunal = "CJA art. R778-2"
  static let daho = "CCH art. R441-18"
  static let registration = "CCH art. R441-2-7"
  static let accommodation = "instruction du 22 mars 2017, § 3.2"
  static let charter = "Charte de prévention de l'expulsion"
}
