public import Contracts
public import Vocabulary

/// A dwelling that a landlord or a réservataire offers.
public struct Offer: Sendable, Hashable {
  /// The reference at its sender.
  public var reference: String
  /// The broker account that offers; `nil` while only the household's answer is known.
  public var sender: String?
  /// By which path; `nil` where the sender did not say.
  public var path: RelogementProposition.Voie?
  /// The day of the offer; of the answer while the offer itself is not known.
  public var offeredOn: Day
  /// Whether the dwelling suits the household's needs and means.
  public var isSuitable: Bool
  /// Rent and charges of a month; `nil` while the offer itself is not known.
  public var rent: Cents?
  /// What became of it.
  public var state: OfferState

  /// An offer made of its parts.
  public init(
    reference: String, sender: String?, path: RelogementProposition.Voie? = nil, offeredOn: Day,
    isSuitable: Bool, rent: Cents?,
    state: OfferState
  ) {
    self.reference = reference
    self.sender = sender
    self.path = path
    self.offeredOn = offeredOn
    self.isSuitable = isSuitable
    self.rent = rent
    self.state = state
  }
}

/// What became of an offer.
public enum OfferState: Sendable, Hashable {
  /// It waits for the answer to another one.
  case queued(on: Day)
  /// The household was told; `isReminded` once it was told a second time.
  case transmitted(on: Day, isReminded: Bool)
  /// It does not suit the household: it was never transmitted.
  case unsuitable(on: Day)
  /// The household refused, for a motive given as a short code.
  case refused(on: Day, motive: String?)
  /// The household did not answer, even after a reminder.
  case unanswered(on: Day)
  /// The household accepted; `isReminded` once the landlord was reminded of the lease.
  case accepted(on: Day, isReminded: Bool)
  /// It was accepted and no lease came.
  case lapsed(on: Day)
  /// The lease is signed.
  case leased(on: Day)
  /// It is of no use any more.
  case withdrawn(on: Day)

  /// Whether the household has been told and has not answered.
  public var isUnderWay: Bool {
    switch self {
    case .transmitted: true
    case .queued, .unsuitable, .refused, .unanswered, .accepted, .lapsed, .leased, .withdrawn: false
    }
  }

  /// Whether the lease is awaited.
  public var isAccepted: Bool {
    switch self {
    case .accepted: true
    case .queued, .transmitted, .unsuitable, .refused, .unanswered, .lapsed, .leased, .withdrawn:
      false
    }
  }

  /// Whether it waits for its turn.
  public var isQueued: Bool {
    switch self {
    case .queued: true
    case .transmitted, .unsuitable, .refused, .unanswered, .accepted, .lapsed, .leased, .withdrawn:
      false
    }
  }

  /// Whether a household that says yes may still have it: a late answer is not lost.
  public var mayBeAccepted: Bool {
    switch self {
    case .queued, .transmitted, .unsuitable, .refused, .unanswered, .lapsed, .withdrawn: true
    case .accepted, .leased: false
    }
  }

  /// Whether it has ever reached the household: an offer that did not is no offer in law.
  public var hasReachedHousehold: Bool {
    switch self {
    case .transmitted, .refused, .unanswered, .accepted, .lapsed, .leased: true
    case .queued, .unsuitable, .withdrawn: false
    }
  }
}
