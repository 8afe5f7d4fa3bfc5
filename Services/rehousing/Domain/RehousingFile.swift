public import Contracts
public import Vocabulary

/// What rehousing keeps of one household.
public struct RehousingFile: Sendable, Hashable {
  /// The kind of landlord: in the social stock the aim is no eviction without rehousing.
  public var landlord: Landlord.Kind?
  /// The demand to social landlords and réservataires.
  public var demand: HousingDemand = .none
  /// How far the procedure has gone: with the DALO right it gives the rank.
  public var urgency: Urgency = .beforeSummons
  /// The day before which the saga says that an eviction is not to be feared; it orders a rank.
  public var evictionFrom: Day?
  /// Where the right to housing stands (CCH L441-2-3).
  public var dalo: DALORight = .none
  /// Where the right to accommodation stands (CCH L441-2-3 III).
  public var daho: DAHORight = .none
  /// The household's own demand for social housing.
  public var registration: Registration?
  /// What searchers must know of the household.
  public var profile = ProfilLogement()
  public var accommodation: Accommodation = .none
  /// The day on which the household asked that a partner of health takes part.
  public var healthAskedOn: Day?
  /// Every offer, in the order in which Amont learnt of it. Offers are never removed.
  public var offers: [Offer] = []
  /// Who declined to house the household, in the order of the days.
  public var declines: [Decline] = []

  public init() {}

  /// The most offers that one file holds; what comes after goes to quarantine.
  public static let maximumOffers = 200

  /// The rank of priority, 1 (first) to 5.
  public var rank: Int {
    switch (dalo.isPriority, urgency) {
    case (true, .policeAidRequested): 1
    case (true, .evictionOrdered), (true, .summoned), (true, .beforeSummons): 2
    case (false, .policeAidRequested), (false, .evictionOrdered): 3
    case (false, .summoned): 4
    case (false, .beforeSummons): 5
    }
  }

  /// The offer that the household has been sent and has not answered; never more than one.
  public var offerUnderWay: Int? { offers.firstIndex { $0.state.isUnderWay } }

  /// The offer that the household has accepted and whose lease is awaited.
  public var acceptedOffer: Int? { offers.firstIndex { $0.state.isAccepted } }
}
