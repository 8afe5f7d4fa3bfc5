import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// One period for which the State is liable to the landlord, because the préfet refused the
/// concours de la force publique (CPCE L153-1; CE 30 Nov. 1923 Couitéas; CPCE R154-1 to R154-7
/// since 7 Nov. 2025).
public struct Liability: Sendable, Hashable {
  /// The day of the refusal, explicit or implied.
  public var refusedOn: Day
  /// How the préfet refused.
  public var cause: Cause
  /// The law of the day of the refusal.
  public var regime: Regime
  /// The first day for which the State is liable: that of the refusal, or the end of the protection
  /// in which the refusal fell (R154-5).
  public var startsOn: Day
  /// The first day for which it is liable no more; `nil` while it is.
  public var endsOn: Day?
  public var ending: Ending?
  /// The days of the period that do not count: those of a protocole de cohésion sociale.
  public var suspended: [ClosedRange<Day>]

  /// How the préfet refused. The raw values are stored and never change.
  public enum Cause: String, CaseIterable, Sendable, Hashable {
    case explicit = "refus-explicite"
    case silence = "refus-implicite"
  }

  /// The law of the day. The raw values are stored and never change.
  public enum Regime: String, CaseIterable, Sendable, Hashable {
    case caseLaw = "jurisprudence"
    case decree = "decret-2025-1052"
  }

  /// What ended the period. The raw values are stored and never change.
  public enum Ending: String, CaseIterable, Sendable, Hashable {
    /// The concours was granted, and used in time or not used yet.
    case grant = "accord"
    /// It was used more than fifteen days after its grant.
    case use = "emploi"
    /// The household left.
    case departure = "depart"
    /// The dossier was closed: death, waiver, sale, a new lease.
    case closure = "cloture"
  }

  public init(
    refusedOn: Day, cause: Cause, regime: Regime, startsOn: Day, endsOn: Day? = nil,
    ending: Ending? = nil, suspended: [ClosedRange<Day>] = []
  ) {
    self.refusedOn = refusedOn
    self.cause = cause
    self.regime = regime
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.ending = ending
    self.suspended = suspended
  }

  /// What the State may owe for the period up to the day before `day`, at that rent a month.
  public func forecast(monthly: Cents, paid: Cents = .zero, on day: Day) -> Cents {
    Indemnity.forecast(
      monthly: monthly, paid: paid, from: startsOn, until: min(endsOn ?? day, day),
      suspended: suspended)
  }
}

// The periods for which the State is liable: a pure function of the acts.

extension CourtContext {
  /// Every period, in order; none where the title of the eviction was annulled (CE 17 May 2024).
  func liabilities() throws -> [Liability] {
    guard !isTitleAnnulled else { return [] }
    var count = LiabilityCount()
    let acts = file.counted.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    for (_, act) in acts {
      switch act.content {
      case .policeAidSilence: try open(.silence, on: act.date, &count)
      case .policeAidDecision(true, let said, _):
        count.grant = (act.date, try usableDay(grantedOn: act.date, from: said))
      // A request that came too early is refused without liability.
      case .policeAidDecision(false, _, .prematuree): break
      case .policeAidDecision(false, _, _): try open(.explicit, on: act.date, &count)
      case .eviction: try close(on: act.date, .use, &count)
      case .departure: try close(on: act.date, .departure, &count)
      case .summons, .hearing, .postponement, .ruling, .notification, .appeal, .quitOrder,
        .jexRuling, .surendettementStay, .protocole, .policeAidRequest, .compensationClaim,
        .compensationDecision, .compensationSilence:
        continue
      }
    }
    settle(&count)
    return count.periods.filter { period in period.endsOn.map { $0 > period.startsOn } ?? true }
  }

  /// The first refusal opens a period; another one takes an unused grant back.
  private func open(
    _ cause: Liability.Cause, on day: Day, _ count: inout LiabilityCount
  ) throws {
    count.grant = nil
    guard count.open == nil else { return }
    let rule = try RuleBook.rule(.indemnisation, on: day)
    guard let start = try firstUnprotectedDay(onOrAfter: day) else { return }
    count.periods.append(
      Liability(
        refusedOn: day, cause: cause, regime: rule.from == nil ? .caseLaw : .decree,
        startsOn: start, suspended: protocoles(after: start)))
  }

  /// A refusal that falls in the truce, in a judge's delays or in the two months of the CQL costs
  /// nothing before their end (CPCE R154-5), and a concours granted in them cannot be used before;
  /// one of them may follow the other. `nil` while a protection holds whose end nobody knows: only
  /// another act ends it.
  func firstUnprotectedDay(onOrAfter day: Day) throws -> Day? {
    var start = day
    for _ in 0..<Self.mostProtectionsInARow {
      let held = try publicProtections(on: start)
      guard !held.isEmpty else { return start }
      if held.contains(where: { $0.until == nil }) {
        guard let next = file.counted.map(\.date).filter({ $0 > start }).min() else { return nil }
        start = next
      } else if let end = held.compactMap(\.until).max() {
        start = end.adding(days: 1)
      }
    }
    return start
  }

  private static var mostProtectionsInARow: Int { 50 }

  private func protocoles(after start: Day) -> [ClosedRange<Day>] {
    file.counted.compactMap { act in
      guard case .protocole(let until) = act.content, until >= start, until >= act.date else {
        return nil
      }
      return act.date...until
    }
  }

  /// A grant used in its fortnight ends the period on its own day; otherwise the use does.
  private func close(
    on day: Day, _ ending: Liability.Ending, _ count: inout LiabilityCount
  ) throws {
    guard let index = count.open else { return }
    if let grant = count.grant, try isInTime(day, grant.usableOn, count.periods[index]) {
      count.end(on: grant.on, .grant)
    } else {
      count.end(on: day, ending)
    }
  }

  /// What no act ended: the closure of the dossier, or a grant that may still be used in time.
  private func settle(_ count: inout LiabilityCount) {
    guard count.open != nil else { return }
    if let grant = count.grant, grant.on != file.unusedGrantOn {
      count.end(on: grant.on, .grant)
    } else if let closed = file.closedOn {
      count.end(on: closed, .closure)
    }
  }

  /// The fortnight counts from the first day on which the concours may be used; while that is not
  /// known it has not begun.
  private func isInTime(_ use: Day, _ usable: Day?, _ period: Liability) throws -> Bool {
    guard let usable else { return true }
    return try use
      <= rules.calendar.deadline(.indemnFin, origin: usable, decidedBy: period.refusedOn).due
  }
}

/// Liability being counted, act by act.
private struct LiabilityCount {
  var periods: [Liability] = []
  /// The grant that was not used yet: its day, and the first on which it may be used.
  var grant: (on: Day, usableOn: Day?)?

  /// The place of the period that has no end.
  var open: Int? {
    periods.indices.last.flatMap { periods[$0].endsOn == nil ? $0 : nil }
  }

  mutating func end(on day: Day, _ ending: Liability.Ending) {
    guard let index = open else { return }
    periods[index].endsOn = day
    periods[index].ending = ending
    grant = nil
  }
}
