/// Who asks for a turn of a consumer of several queues. Two that work side by side have no queue in
/// hand at the same time, so that each queue is worked off in its order.
public enum ConsumerHand: Sendable, Hashable {
  /// One that takes of every queue.
  case only
  /// Of two, the one that takes what floods.
  case floods
  /// Of two, the one that takes all else, and does not wait for a flood's transaction.
  case others

  fileprivate var other: ConsumerHand? {
    switch self {
    case .only: nil
    case .floods: .others
    case .others: .floods
    }
  }

  /// The queues that this hand may not touch, as long as the other has not come back.
  func busy(_ inHand: [ConsumerHand: Set<Int>]) -> Set<Int> {
    other.flatMap { inHand[$0] } ?? []
  }

  /// Whether it may take of a queue that floods, or does not.
  func takes(isFlood: Bool) -> Bool {
    switch self {
    case .only: true
    case .floods: isFlood
    case .others: !isFlood
    }
  }
}

/// What one turn of a consumer of several queues hands out.
public struct ConsumerTurn: Sendable {
  /// The deliveries, each queue's in the order of arrival.
  public var deliveries: [Delivery] = []
  /// Whether some of the deliveries are of a queue that floods: more of it waited than a whole turn
  /// could take.
  public var isOfFlood = false
  /// Whether another queue comes now and then, that must not wait for the flood.
  public var hasCompany = false

  /// A turn in which nobody floods.
  public init(_ deliveries: [Delivery] = []) { self.deliveries = deliveries }
}
