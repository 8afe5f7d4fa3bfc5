public import Contracts
public import Vocabulary

/// What rehousing keeps of one household.
public struct RehousingFile: Sendable, Hashable {
  /// The kind of landlord: in the social stock the aim is no eviction without rehousing.
  public var landlord: Landlord.Kind?
  /// The demand to social landlords and réservataires.
  public var demand: Demand
  /// How far the procedure has gone: with the DALO right it gives the rank.
  public var urgency: Urgency
  /// The day before which the saga says that an eviction is not to be feared; it orders a rank.
  public var evictionFrom: Day?
  /// Where the right to housing stands (CCH L441-2-3).
  public var dalo: DALORight
  /// Where the right to accommodation stands (CCH L441-2-3 III).
  public var daho: DAHORight
  /// The household's own demand for social housing.
  public var registration: Registration?
  /// The demand of accommodation to the SIAO.
  public var accommodation: Accommodation
  /// Every offer, in the order in which Amont learnt of it. Offers are never removed.
  public var offers: [Offer]
  /// Who declined to house the household, in the order of the days.
  public var declines: [Decline]

  /// A file made of its parts; by default, that of a household of whom nothing is known.
  public init(
    landlord: Landlord.Kind? = nil, demand: Demand = .none, urgency: Urgency = .beforeSummons,
    evictionFrom: Day? = nil, dalo: DALORight = .none, daho: DAHORight = .none,
    registration: Registration? = nil, accommodation: Accommodation = .none, offers: [Offer] = [],
    declines: [Decline] = []
  ) {
    self.landlord = landlord
    self.demand = demand
    self.urgency = urgency
    self.evictionFrom = evictionFrom
    self.dalo = dalo
    self.daho = daho
    self.registration = registration
    self.accommodation = accommodation
    self.offers = offers
    self.declines = declines
  }

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

/// The demand to social landlords and réservataires (instruction § 2.2).
public enum Demand: Sendable, Hashable {
  /// Nobody asked for it.
  case none
  /// Open since that day; `reminders` counts the reply delays that brought nothing.
  case open(since: Day, reminders: Int)
  /// Withdrawn on the saga's order.
  case stopped(on: Day)
  /// The household has a new lease.
  case rehoused(on: Day)

  /// Whether landlords are being asked.
  public var isOpen: Bool {
    switch self {
    case .open: true
    case .none, .stopped, .rehoused: false
    }
  }

  /// Whether the household has a new lease.
  public var isRehoused: Bool {
    switch self {
    case .rehoused: true
    case .none, .open, .stopped: false
    }
  }
}

/// How far the procedure has gone, as the saga says it.
public enum Urgency: String, CaseIterable, Sendable, Hashable, Comparable {
  case beforeSummons = "before-summons"
  case summoned
  case evictionOrdered = "eviction-ordered"
  case policeAidRequested = "police-aid-requested"

  /// Earlier in the procedure comes first.
  public static func < (left: Urgency, right: Urgency) -> Bool { left.step < right.step }

  private var step: Int {
    switch self {
    case .beforeSummons: 0
    case .summoned: 1
    case .evictionOrdered: 2
    case .policeAidRequested: 3
    }
  }
}

/// Where the right to housing stands.
public enum DALORight: Sendable, Hashable {
  /// No recours.
  case none
  /// The commission de médiation received the recours on that day.
  case filed(on: Day)
  /// The commission refused.
  case refused(on: Day)
  /// The household is priority and must be rehoused urgently; `isOffered` once an adapted offer,
  /// dated of the decision or later, reached it.
  case priority(on: Day, isOffered: Bool)
  /// The préfet put an end to the right: an adapted offer was refused without a reason (CCH R441-16-3).
  case lost(on: Day)

  /// Whether the commission has declared the household priority.
  public var isPriority: Bool {
    switch self {
    case .priority: true
    case .none, .filed, .refused, .lost: false
    }
  }
}

/// The demand of accommodation with support (instruction § 3.2).
public enum Accommodation: Sendable, Hashable {
  /// Nobody asked for it.
  case none
  /// The SIAO looks for a place; `reminders` counts the reply delays that brought nothing.
  case asked(on: Day, reminders: Int)
  /// The SIAO proposed a place on that day.
  case offered(on: Day)
  /// The household entered it.
  case accommodated(on: Day)
  /// Withdrawn.
  case stopped(on: Day)

  /// Whether the household is in its place.
  public var isEntered: Bool {
    switch self {
    case .accommodated: true
    case .none, .asked, .offered, .stopped: false
    }
  }

  /// Whether the SIAO is expected to do something.
  public var isUnderWay: Bool {
    switch self {
    case .asked, .offered: true
    case .none, .accommodated, .stopped: false
    }
  }
}
