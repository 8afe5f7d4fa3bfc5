import LegalCalendar
public import Vocabulary

/// Monthly instalments, agreed with the landlord or ordered by the judge.
public struct Schedule: Sendable, Hashable {
  /// Whose it is.
  public enum Kind: String, CaseIterable, Sendable {
    case amicable, judge
  }
  /// Where it stands.
  public enum Stage: String, CaseIterable, Sendable {
    case inForce = "in-force"
    case broken, completed
    /// A surendettement forbids to pay it (C. consom. L722-5).
    case frozen
    /// The saga stopped the settlement, or the judge's schedule replaced it.
    case stopped
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
  /// The rank of the instalment that broke it.
  public var brokenAt: Int?

  /// A schedule made of its parts.
  public init(
    kind: Kind, stage: Stage = .inForce, startedOn: Day, first: Day, count: Int, total: Cents?,
    brokenAt: Int? = nil
  ) {
    self.kind = kind
    self.stage = stage
    self.startedOn = startedOn
    self.first = first
    self.count = min(max(count, 1), SettlementCharter.longestPlan)
    self.total = total
    self.brokenAt = brokenAt
  }

  /// The day of an instalment, by its rank from 1: the same quantième each month.
  public func day(ofInstalment rank: Int) -> Day { first.adding(months: rank - 1) ?? first }

  /// The day of the last instalment.
  public var lastDay: Day { day(ofInstalment: count) }

  /// What an instalment pays, by its rank from 1; `nil` where it is not known.
  public func amount(ofInstalment rank: Int) -> Cents? {
    guard let parts = total?.instalments(count), parts.indices.contains(rank - 1) else {
      return nil
    }
    return parts[rank - 1]
  }

  /// Whether an instalment is paid. The judge fixes the amounts of his schedule, which Amont does not
  /// know: there, the landlord's word that it received the instalment is enough.
  func isPaid(_ rank: Int, by payments: [Payment], share: Int) -> Bool {
    // An instalment of nothing: the FSL paid what it stood for.
    if kind == .amicable, amount(ofInstalment: rank) == .zero { return true }
    let paid = payments.filter { $0.rank == rank && $0.on >= startedOn }
      .reduce(Cents.zero) { $0 + $1.amount }
    guard paid > .zero else { return false }
    switch kind {
    case .judge: return true
    case .amicable:
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
