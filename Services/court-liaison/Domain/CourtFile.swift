public import Contracts
public import Vocabulary

/// What court-liaison keeps of one household.
public struct CourtFile: Sendable, Hashable {
  /// The kind of landlord: it decides what the assignation must wait for.
  public var landlord: Landlord.Kind?
  /// The broker account of the dossier's huissier.
  public var huissier: String?
  /// The broker account of the dossier's landlord.
  public var bailleur: String?
  /// The day of the last commandement de payer.
  public var noticeServedOn: Day?
  /// The day on which the lease was concluded: it decides the delay of that commandement.
  public var leaseOn: Day?
  /// The earliest day on which a landlord that is a personne morale seized the CCAPEX.
  public var seizedOn: Day?
  /// The acts of the procedure, in the order in which Amont learnt of them.
  public var acts: [Act]
  /// What must be learnt of the evictions (instruction § 3.2).
  public var postMortems: [PostMortem]
  /// The day on which the saga closed the file; a new act opens it again.
  public var closedOn: Day?

  /// A file made of its parts; by default, that of a household of whom nothing is known.
  public init(
    landlord: Landlord.Kind? = nil, huissier: String? = nil, bailleur: String? = nil,
    noticeServedOn: Day? = nil, leaseOn: Day? = nil, seizedOn: Day? = nil, acts: [Act] = [],
    postMortems: [PostMortem] = [], closedOn: Day? = nil
  ) {
    self.landlord = landlord
    self.huissier = huissier
    self.bailleur = bailleur
    self.noticeServedOn = noticeServedOn
    self.leaseOn = leaseOn
    self.seizedOn = seizedOn
    self.acts = acts
    self.postMortems = postMortems
    self.closedOn = closedOn
  }

  /// The most acts that one file holds; what comes after goes to quarantine.
  public static let maximumActs = 500

  /// The place of the act of that kind with the latest date, among those that count.
  public func latest(_ kind: ActContent.Kind) -> Int? {
    acts.indices
      .filter { acts[$0].content.kind == kind && acts[$0].standing == .counted }
      .max { acts[$0].date < acts[$1].date }
  }

  /// The day of the latest act of that kind.
  public func day(of kind: ActContent.Kind) -> Day? { latest(kind).map { acts[$0].date } }

  /// The last day of the delays that a juge de l'exécution granted, the latest of all.
  public var jexDelaysEnd: Day? {
    acts.compactMap { act -> Day? in
      guard case .jexRuling(let until) = act.content, act.standing == .counted else { return nil }
      return until
    }.max()
  }

  /// Every hearing, by day.
  public var hearings: [Hearing] {
    var states: [Day: Hearing.State] = [:]
    // What an act of the day itself says prevails over what an earlier act had fixed.
    for act in acts {
      switch act.content {
      case .summons(_, let hearing, _): states[hearing] = states[hearing] ?? .fixed
      case .postponement(let hearing):
        states[hearing] = states[hearing] ?? .fixed
        states[act.date] = .postponed
      case .hearing(let isPresent, _):
        if states[act.date] != .postponed { states[act.date] = .held(isTenantPresent: isPresent) }
      case .ruling, .quitOrder, .jexRuling, .policeAidRequest, .policeAidDecision, .eviction,
        .departure:
        continue
      }
    }
    return states.map { Hearing(day: $0.key, state: $0.value) }.sorted { $0.day < $1.day }
  }

  /// The hearing that is to come, or that nobody has told of yet.
  public var nextHearing: Day? { hearings.last { $0.state == .fixed }?.day }
}

/// A hearing.
public struct Hearing: Sendable, Hashable {
  /// Its day.
  public let day: Day
  /// What became of it.
  public let state: State

  /// What became of a hearing.
  public enum State: Sendable, Hashable {
    case fixed
    case postponed
    case held(isTenantPresent: Bool)
  }
}

/// The card of an eviction: « le signe d'une faille » to be found at the yearly revision of the Charte
/// (instruction § 3.2).
public struct PostMortem: Sendable, Hashable {
  /// The day on which the card was opened.
  public let recordedOn: Day
  /// The day of the eviction; `nil` where no report of one was received.
  public let evictedOn: Day?
  /// What the saga saw, in French.
  public let reason: String
  /// The days of the procedure, where known.
  public let summonedOn: Day?, ruledOn: Day?, quitOrderOn: Day?, policeAidOn: Day?
  /// Whether the tenant came to a hearing; `nil` where none was held.
  public let isTenantHeard: Bool?

  /// A card made of its parts.
  public init(
    recordedOn: Day, evictedOn: Day?, reason: String, summonedOn: Day?, ruledOn: Day?,
    quitOrderOn: Day?, policeAidOn: Day?, isTenantHeard: Bool?
  ) {
    self.recordedOn = recordedOn
    self.evictedOn = evictedOn
    self.reason = reason
    self.summonedOn = summonedOn
    self.ruledOn = ruledOn
    self.quitOrderOn = quitOrderOn
    self.policeAidOn = policeAidOn
    self.isTenantHeard = isTenantHeard
  }
}
