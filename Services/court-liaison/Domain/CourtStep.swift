public import Contracts
public import Vocabulary

/// One thing that the saga had court-liaison do.
public struct CourtStep: Sendable, Hashable {
  /// What.
  public let order: Order
  /// When.
  public let day: Day

  /// A step made of its parts.
  public init(order: Order, day: Day) {
    self.order = order
    self.day = day
  }

  /// The most steps that one file holds; later ones no longer go on the card.
  public static let maximum = 200
}
