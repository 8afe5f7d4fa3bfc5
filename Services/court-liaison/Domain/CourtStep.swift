public import Contracts
public import Vocabulary

/// What the saga had court-liaison do, and when for the first time: it goes on the card of an eviction.
public struct CourtStep: Sendable, Hashable {
  /// What.
  public let order: Order
  /// The first day.
  public let day: Day

  /// A step made of its parts.
  public init(order: Order, day: Day) {
    self.order = order
    self.day = day
  }
}

extension CourtFile {
  /// Notes an order: one step each, with its first day, whatever the order in which they come.
  mutating func note(_ order: Order, on day: Day) {
    let first = min(day, self.day(of: order) ?? day)
    steps.removeAll { $0.order == order }
    steps.append(CourtStep(order: order, day: first))
    steps.sort { $0.order.rawValue < $1.order.rawValue }
  }

  /// The first day on which the saga gave that order.
  func day(of order: Order) -> Day? { steps.first { $0.order == order }?.day }
}
