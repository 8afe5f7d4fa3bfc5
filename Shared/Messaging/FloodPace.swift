import AMQP

/// When something may be taken of a flood again while others come: pure.
///
/// A flood is in the way of the others everywhere: at the processor, the disk, the broker, and at
/// the services behind. No share of one transaction bounds that. So it rests after each of its
/// transactions for a multiple of what that one took: on a busy machine transactions take longer,
/// and the flood leaves more of it to the others.
struct FloodPace: Sendable {
  /// `nil` while there is no reason to spare anybody.
  private(set) var restsUntil: ContinuousClock.Instant?
  private let multiple: Int
  private let longest: Duration

  /// - Parameters:
  ///   - multiple: Rest for each second that a transaction of a flood took.
  ///   - longest: The longest rest.
  init(multiple: Int, longest: Duration) {
    self.multiple = multiple
    self.longest = longest
  }

  /// Takes note of one transaction.
  mutating func took(
    _ turn: ConsumerTurn, from begin: ContinuousClock.Instant, until end: ContinuousClock.Instant
  ) {
    if !turn.hasCompany {
      restsUntil = nil
    } else if turn.isOfFlood {
      restsUntil = end + min((end - begin) * multiple, longest)
    }
  }
}
