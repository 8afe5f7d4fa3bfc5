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
  /// The delay that the commandement states.
  public var noticeDelay: DelaiDuCommandement?
  /// The rent with charges of a month, as last told: what the State may owe for each.
  public var monthly: Cents?
  /// Whether a curator or tutor reads every letter to the household.
  public var hasGuardian: Bool
  /// The earliest day on which a landlord that is a personne morale seized the CCAPEX.
  public var seizedOn: Day?
  /// The acts of the procedure, in the order in which Amont learnt of them.
  public var acts: [Act]
  /// What the saga had court-liaison do, and when: it goes on the card of an eviction.
  public var steps: [CourtStep]
  /// The periods for which the State is liable to the landlord (CPCE L153-1).
  public var liabilities: [Liability]
  /// The day of the last grant of the concours that was not used in its fortnight.
  public var unusedGrantOn: Day?
  /// What must be learnt of the evictions (instruction § 3.2).
  public var postMortems: [PostMortem]
  /// The day on which the saga closed the file; a new act opens it again.
  public var closedOn: Day?

  /// A file made of its parts; by default, that of a household of whom nothing is known.
  public init(
    landlord: Landlord.Kind? = nil, huissier: String? = nil, bailleur: String? = nil,
    noticeServedOn: Day? = nil, leaseOn: Day? = nil, noticeDelay: DelaiDuCommandement? = nil,
    monthly: Cents? = nil, hasGuardian: Bool = false, seizedOn: Day? = nil, acts: [Act] = [],
    steps: [CourtStep] = [], liabilities: [Liability] = [], unusedGrantOn: Day? = nil,
    postMortems: [PostMortem] = [], closedOn: Day? = nil
  ) {
    self.landlord = landlord
    self.huissier = huissier
    self.bailleur = bailleur
    self.noticeServedOn = noticeServedOn
    self.leaseOn = leaseOn
    self.noticeDelay = noticeDelay
    self.monthly = monthly
    self.hasGuardian = hasGuardian
    self.seizedOn = seizedOn
    self.acts = acts
    self.steps = steps
    self.liabilities = liabilities
    self.unusedGrantOn = unusedGrantOn
    self.postMortems = postMortems
    self.closedOn = closedOn
  }

  /// The most acts that one file holds; what comes after goes to quarantine.
  public static let maximumActs = 500

  /// The place of the act of that kind with the latest date, among those that count.
  public func latest(_ kind: ActKind) -> Int? {
    acts.indices
      .filter { acts[$0].content.kind == kind && acts[$0].standing == .counted }
      .max { acts[$0].date < acts[$1].date }
  }

  /// The day of the latest act of that kind.
  public func day(of kind: ActKind) -> Day? { latest(kind).map { acts[$0].date } }

  /// The decision that stands: the latest.
  public var ruling: (content: Ruling, on: Day)? {
    guard let index = latest(.ruling), case .ruling(let ruling) = acts[index].content else {
      return nil
    }
    return (ruling, acts[index].date)
  }

  /// Whether the household is no longer in the dwelling.
  public var isVacated: Bool { day(of: .eviction) != nil || day(of: .departure) != nil }

  /// The last day of the delays that a juge de l'exécution granted, the latest of all.
  public var jexDelaysEnd: Day? {
    counted.compactMap { act -> Day? in
      guard case .jexRuling(let until, _) = act.content else { return nil }
      return until
    }.max()
  }

  /// The last day of the suspensions that a judge ordered for surendettement, the latest of all.
  public var surendettementStayEnd: Day? {
    counted.compactMap { act -> Day? in
      guard case .surendettementStay(let until) = act.content else { return nil }
      return until
    }.max()
  }

  /// The last day of the protocole de cohésion sociale in force on that day.
  public func protocoleEnd(on day: Day) -> Day? {
    counted.compactMap { act -> Day? in
      guard case .protocole(let until) = act.content, act.date <= day, day <= until else {
        return nil
      }
      return until
    }.max()
  }

  /// The acts that count, in the order in which Amont learnt of them.
  var counted: [Act] { acts.filter { $0.standing == .counted } }

  /// The hearing that is to come, or that nobody has told of yet.
  public var nextHearing: Day? { hearings.last { $0.state == .fixed }?.day }
}
