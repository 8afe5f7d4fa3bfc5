public import Contracts
public import LegalCalendar
import Vocabulary

/// What one dossier counts for in the yearly evaluations (instruction § 1.1, § IV): a function of
/// the set of its facts. It is made anew whenever one comes, and its rows are overwritten, so that
/// nothing is ever counted twice.
public struct Indicators: Hashable, Sendable {
  /// A year and what is counted in it.
  public struct YearlyMark: Hashable, Sendable {
    public var year: Int
    public var mark: Mark

    public init(year: Int, mark: Mark) {
      self.year = year
      self.mark = mark
    }
  }

  /// The values; a delay of no day at all is there too, as zero.
  public private(set) var values: [YearlyMark: Int] = [:]

  private let days: [IndicatorFact.What: [Day]]
  private let calendar: LegalCalendar

  /// The indicators of a dossier.
  ///
  /// - Parameters:
  ///   - facts: Everything that happened, in any order.
  ///   - landlord: The kind of landlord, where known.
  ///   - closure: How the dossier ended, where it did.
  ///   - calendar: The calendar of the département, for the working days before a hearing.
  public init(
    of facts: Set<IndicatorFact>, landlord: Landlord.Kind?, closure: Closure?,
    calendar: LegalCalendar
  ) {
    days = Dictionary(grouping: facts, by: \.what).mapValues { $0.map(\.on).sorted() }
    self.calendar = calendar
    for fact in facts {
      if let mark = Mark(rawValue: fact.what.rawValue) { count(mark, fact.on) }
    }
    for day in days[.summoned, default: []] { countSummons(day, isForDebt: isForDebt) }
    for day in days[.noticeSignalled, default: []] { countNotice(day) }
    for day in days[.rehoused, default: []] { countRehousing(day) }
    for day in days[.evicted, default: []] { countEviction(day, landlord) }
    countContact(closure)
  }

  /// The motive: `dette` where any arrears were signalled, `autre` where another motive alone was.
  public static func motive(of facts: Set<IndicatorFact>) -> String {
    let isOther = facts.contains { $0.what == .otherMotive }
    let isDebt = facts.contains { signalsOfDebt.contains($0.what) }
    return isOther && !isDebt ? "autre" : "dette"
  }

  private static let signalsOfDebt: Set<IndicatorFact.What> = [
    .noticeSignalled, .landlordReferral, .aidArrears, .freeReferral,
  ]

  private var isForDebt: Bool {
    days[.otherMotive] == nil || Self.signalsOfDebt.contains { days[$0] != nil }
  }

  private mutating func count(_ mark: Mark, _ day: Day, _ value: Int = 1) {
    values[YearlyMark(year: day.components.year, mark: mark), default: 0] += value
  }

  /// The first day of it, in those bounds.
  private func first(_ what: IndicatorFact.What, from: Day, before: Day? = nil) -> Day? {
    days[what]?.first { day in day >= from && before.map { day < $0 } ?? true }
  }

  private func has(_ what: IndicatorFact.What, before day: Day?) -> Bool {
    first(what, from: LegalCalendar.span.lowerBound, before: day) != nil
  }

  /// The day after, so that a bound includes its own day.
  private func through(_ day: Day) -> Day { day.adding(days: 1) }
}

extension Indicators {
  private mutating func countSummons(_ summons: Day, isForDebt: Bool) {
    let hearing = first(.hearingFixed, from: summons)
    if has(.diagnosed, before: hearing), has(.measureTaken, before: hearing) {
      count(.handledBeforeHearing, summons)
    }
    if first(.rehoused, from: summons, before: hearing) != nil, hearing != nil {
      count(.rehousedBeforeHearing, summons)
    }
    guard isForDebt else { return }
    count(.summonedForDebt, summons)
    guard let sent = first(.dsfSent, from: summons, before: hearing) else {
      if first(.dsfWithoutMeeting, from: summons, before: hearing) != nil {
        count(.dsfOfCarence, summons)
      }
      return
    }
    count(.dsfBeforeHearing, summons)
    if let latest = hearing.flatMap(fiveDaysBefore), sent <= latest {
      count(.dsfFiveDaysBefore, summons)
    }
  }

  private func fiveDaysBefore(_ hearing: Day) -> Day? {
    try? calendar.latest(
      before: hearing, delay: .workingDays(5), rule: RuleID.dsfRemise.rawValue,
      article: "décret 2021-8"
    ).due
  }

  private mutating func countNotice(_ notice: Day) {
    guard let end = first(.noticeEnds, from: notice) else { return }
    let ways: [IndicatorFact.What] = [
      .planAgreed, .fslGranted, .surendettementAdmitted, .debtCleared,
    ]
    if ways.contains(where: { first($0, from: notice, before: through(end)) != nil }) {
      count(.settledInNotice, notice)
    }
  }

  private mutating func countRehousing(_ day: Day) {
    if !has(.policeAidRequested, before: through(day)) { count(.rehousedBeforePoliceAid, day) }
  }

  private mutating func countEviction(_ day: Day, _ landlord: Landlord.Kind?) {
    let upTo = through(day)
    if landlord == .personneMoraleSociale {
      count(.evictedFromSocialStock, day)
      if !has(.rehoused, before: upTo) { count(.evictedFromSocialStockWithoutRehousing, day) }
    }
    if let priority = days[.daloPriority]?.last(where: { $0 <= day }),
      first(.daloServed, from: priority, before: upTo) == nil
    {
      count(.evictedBeforeDALO, day)
    }
    if !has(.accommodationOffered, before: upTo), !has(.accommodated, before: upTo) {
      count(.evictedWithoutAccommodation, day)
    }
  }

  private mutating func countContact(_ closure: Closure?) {
    let signals = Self.signalsOfDebt.union([.otherMotive]).compactMap { days[$0]?.first }
    guard let signal = signals.min() else { return }
    count(.opened, signal)
    let proposal = first(.interviewProposed, from: signal)
    let meeting = first(.met, from: signal)
    if let proposal { count(.proposalDelay, signal, proposal.days(since: signal)) }
    if let meeting { count(.interviewDelay, signal, meeting.days(since: signal)) }
    if let contact = [proposal, meeting].compactMap({ $0 }).min() {
      count(.contacted, signal)
      if let month = signal.adding(months: 1), contact <= month {
        count(.contactedWithinMonth, signal)
      }
    }
    let summons = days[.summoned]?.first
    guard summons.map({ signal < $0 }) ?? true else { return }
    count(.signalledBeforeSummons, signal)
    let solved: Set<Closure.Reason> = [.debtCleared, .leaseKept, .rehoused]
    if summons == nil, let closure, solved.contains(closure.reason) {
      count(.solvedBeforeSummons, signal)
    }
  }
}
