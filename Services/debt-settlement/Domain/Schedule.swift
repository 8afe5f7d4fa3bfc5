import LegalCalendar
public import Vocabulary

/// Monthly instalments: agreed with the landlord, ordered by the judge, or those of the last resort of
/// the housing aid.
public struct Schedule: Sendable, Hashable {
  /// Whose it is.
  public enum Kind: String, CaseIterable, Sendable {
    case amicable, judge
    /// 1/36 of the debt a month, on notice of the organisme payeur (CCH R351-30, then R824-12).
    case lastResort = "last-resort"
  }
  /// Where it stands.
  public enum Stage: String, CaseIterable, Sendable {
    case inForce = "in-force"
    case broken, completed
    /// A surendettement forbids to pay it (C. consom. L722-5).
    case frozen
    /// The saga stopped the settlement, or the judge's schedule replaced it.
    case stopped
    /// The commission's measures replaced the judge's (C. consom. L714-1); the current rent is still
    /// watched.
    case replaced
  }
  /// Whose it is.
  public var kind: Kind
  /// Where it stands.
  public var stage: Stage
  /// The day on which it was agreed or ordered.
  public var startedOn: Day
  /// The day of the first instalment.
  public var first: Day
  /// The number of instalments, 1 to 36.
  public var count: Int
  /// What it pays in all; `nil` while no décompte is known.
  public var total: Cents?
  /// What an instalment pays, where landlord or judge said so; the last one is adjusted.
  public var instalment: Cents?
  /// The day on which a current rent was due and not paid, while the household may still pay it; where
  /// the schedule is broken, the rent that broke it.
  public var rentDue: Day?
  /// The rank of the instalment that broke it.
  public var brokenAt: Int?

  /// A schedule made of its parts.
  public init(
    kind: Kind, stage: Stage = .inForce, startedOn: Day, first: Day, count: Int, total: Cents?,
    instalment: Cents? = nil, rentDue: Day? = nil, brokenAt: Int? = nil
  ) {
    self.kind = kind
    self.stage = stage
    self.startedOn = startedOn
    self.first = first
    self.count = min(max(count, 1), SettlementCharter.longestPlan)
    self.total = total
    self.instalment = instalment
    self.rentDue = rentDue
    self.brokenAt = brokenAt
  }

  /// The day of an instalment, by its rank from 1: the same quantième each month.
  public func day(ofInstalment rank: Int) -> Day { first.adding(months: rank - 1) ?? first }

  /// The day of the last instalment.
  public var lastDay: Day { day(ofInstalment: count) }

  /// What an instalment pays, by its rank from 1; `nil` where it is not known.
  public func amount(ofInstalment rank: Int) -> Cents? {
    guard (1...count).contains(rank) else { return nil }
    if let instalment, instalment > .zero {
      guard rank == count, let total else { return instalment }
      let rest = total.value - min(instalment.value, Self.largest) * (count - 1)
      return rest > 0 ? Cents(rest) : instalment
    }
    guard let parts = total?.instalments(count), parts.indices.contains(rank - 1) else {
      return nil
    }
    return parts[rank - 1]
  }

  /// A thousand million euros: no product below it overflows.
  private static let largest = 100_000_000_000

  /// Whether an instalment is paid. Where the judgment did not say what the judge fixed, the landlord's
  /// word that it received the instalment is enough; where it did, the law tolerates nothing less.
  func isPaid(_ rank: Int, by payments: [Payment], share: Int) -> Bool {
    // An instalment of nothing: the FSL paid what it stood for.
    if kind != .judge, amount(ofInstalment: rank) == .zero { return true }
    let paid = payments.filter { $0.rank == rank && $0.on >= startedOn }
      .reduce(Cents.zero) { $0 + $1.amount }
    guard paid > .zero else { return false }
    switch kind {
    case .judge: return paid >= (instalment.flatMap { _ in amount(ofInstalment: rank) } ?? .zero)
    case .amicable, .lastResort:
      guard let due = amount(ofInstalment: rank) else { return true }
      // Divided first: an amount from outside must not overflow.
      return paid.value >= due.value / 100 * share + due.value % 100 * share / 100
    }
  }
}

/// A payment of an instalment.
public struct Payment: Sendable, Hashable {
  /// The rank of the instalment, from 1.
  public let rank: Int
  /// The day.
  public let on: Day
  /// What was paid.
  public let amount: Cents

  /// A payment made of its parts.
  public init(rank: Int, on day: Day, amount: Cents) {
    self.rank = rank
    self.on = day
    self.amount = amount
  }
}
