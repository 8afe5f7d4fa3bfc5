import Casework
public import Contracts
import LegalCalendar
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
  public var noticeDelay: DelaiDuCommandement?
  /// By what right the household lives there, as a signal last told.
  public var lease: TypeDeBail?
  /// The rent with charges of a month, as last told: what the State may owe for each.
  public var monthly: Cents?
  /// What the household paid for the months of its occupation, once each.
  public var payments: [ApurementLoyer] = []
  /// Whether a curator or tutor reads every letter to the household.
  public var hasGuardian = false
  /// The earliest day on which a landlord that is a personne morale seized the CCAPEX.
  public var seizedOn: Day?
  /// The acts of the procedure, in the order in which Amont learnt of them.
  public var acts: [Act] = []
  /// What the saga had court-liaison do, and when: it goes on the card of an eviction.
  public var steps: [CourtStep] = []
  /// The periods for which the State is liable to the landlord (CPCE L153-1).
  public var liabilities: [Liability] = []
  /// The day of the last grant of the concours that was not used in its fortnight.
  public var unusedGrantOn: Day?
  /// The hearing and the measures of which the court was last told.
  public var courtTold: String?
  /// What must be learnt of the evictions (instruction § 3.2).
  public var postMortems: [PostMortem] = []
  /// The day on which the saga closed the file; a new act opens it again.
  public var closedOn: Day?

  public init() {}

  /// The most acts that one file holds; what comes after goes to quarantine.
  public static let maximumActs = 500
  /// The most payments that one file holds; what comes after is not kept.
  public static let mostPayments = 400

  /// The place of the act of that kind with the latest date, among those that count.
  public func latest(_ kind: ActKind) -> Int? {
    acts.indices
      .filter { acts[$0].content.kind == kind && acts[$0].standing == .counted }
      .max { acts[$0].date < acts[$1].date }
  }

  /// The day of the latest act of that kind.
  public func day(of kind: ActKind) -> Day? { latest(kind).map { acts[$0].date } }

  /// The decision that stands: the latest that decides the case.
  public var ruling: (content: Ruling, on: Day)? {
    let decided = counted.compactMap { act -> (content: Ruling, on: Day)? in
      guard case .ruling(let ruling) = act.content, ruling.isFinal else { return nil }
      return (ruling, act.date)
    }
    return decided.max { $0.on < $1.on }
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

  /// The acts that count, in the order in which Amont learnt of them.
  var counted: [Act] { acts.filter { $0.standing == .counted } }

  /// The hearing that is to come, or that nobody has told of yet.
  public var nextHearing: Day? { hearings.last { $0.state == .fixed }?.day }
}

extension CourtFile {
  /// Every hearing, by day.
  public var hearings: [Hearing] {
    var states: [Day: Hearing.State] = [:]
    // What an act of the day itself says prevails over what an earlier act had fixed.
    for act in acts {
      switch act.content {
      case .summons(let summons): states[summons.hearing] = states[summons.hearing] ?? .fixed
      case .postponement(let hearing, _):
        states[hearing] = states[hearing] ?? .fixed
        states[act.date] = .postponed
      case .hearing(let isPresent, _, _, _):
        if states[act.date] != .postponed { states[act.date] = .held(isTenantPresent: isPresent) }
      case .ruling(let ruling):
        if let hearing = ruling.resumesOn { states[hearing] = states[hearing] ?? .fixed }
      case .notification, .appeal, .quitOrder, .jexRuling, .surendettementStay, .protocole,
        .policeAidRequest, .policeAidSilence, .policeAidDecision, .eviction, .departure,
        .compensationClaim, .compensationDecision, .compensationSilence:
        continue
      }
    }
    return states.map { Hearing(day: $0.key, state: $0.value) }.sorted { $0.day < $1.day }
  }

  /// The rules that apply to what an assignation asks.
  func regime(of summons: Summons) -> Regime {
    Regime(summons.isForDebt ? .impaye : summons.motive, of: summons.lease ?? lease)
  }

  /// The rules that apply to the procedure, by its last assignation; rent debt before there is one.
  var regime: Regime { summons.map { regime(of: $0) } ?? Regime(.impaye, of: lease) }

  /// What the last assignation says.
  var summons: Summons? {
    guard let index = latest(.summons), case .summons(let summons) = acts[index].content else {
      return nil
    }
    return summons
  }

  /// Where that hearing is held. One of which nobody said it is held by the court of the hearing
  /// before; its chamber and its hour are then not known.
  public func place(of hearing: Day) -> LieuAudience? {
    let known = counted.compactMap { act in act.content.place(on: act.date) }
    if let own = known.last(where: { $0.hearing == hearing }) { return own.place }
    let earlier = known.filter { $0.hearing < hearing }.max { $0.hearing < $1.hearing }
    return earlier.map { LieuAudience(tribunal: $0.place.tribunal, adresse: $0.place.adresse) }
  }

  /// Whether the tenant came to a hearing; `nil` where none was held.
  var isTenantHeard: Bool? {
    let presences = hearings.compactMap { hearing -> Bool? in
      guard case .held(let isPresent) = hearing.state else { return nil }
      return isPresent
    }
    return presences.isEmpty ? nil : presences.contains(true)
  }
}

extension ActContent {
  /// The hearing of which the act says the place, where it does.
  fileprivate func place(on day: Day) -> (hearing: Day, place: LieuAudience)? {
    switch self {
    case .summons(let summons): summons.place.map { (summons.hearing, $0) }
    case .postponement(let hearing, let place): place.map { (hearing, $0) }
    case .hearing(_, _, _, let place): place.map { (day, $0) }
    case .ruling, .notification, .appeal, .quitOrder, .jexRuling, .surendettementStay, .protocole,
      .policeAidRequest, .policeAidSilence, .policeAidDecision, .eviction, .departure,
      .compensationClaim, .compensationDecision, .compensationSilence:
      nil
    }
  }
}

/// A hearing.
public struct Hearing: Sendable, Hashable {
  public let day: Day
  public let state: State

  public init(day: Day, state: State) {
    self.day = day
    self.state = state
  }

  /// What became of a hearing.
  public enum State: Sendable, Hashable {
    case fixed
    case postponed
    case held(isTenantPresent: Bool)
  }
}
