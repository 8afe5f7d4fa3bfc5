import Synchronization

/// How many transactions each hand of a consumer applied: what one applies shows another that the
/// server works, and that a message that fails alone is itself to blame.
final class HandTally: Sendable {
  private let applied = Mutex<[ObjectIdentifier: Int]>([:])

  /// One hand's part of the tally.
  final class Hand: Sendable {
    private let tally: HandTally
    private let seen = Mutex(0)

    fileprivate init(_ tally: HandTally) { self.tally = tally }

    /// Adds what this hand applied.
    func add(_ transactions: Int) {
      tally.applied.withLock { $0[ObjectIdentifier(self), default: 0] += transactions }
    }

    /// What the others applied since this was last asked.
    func takeOthers() -> Int {
      let all = tally.applied.withLock { applied in
        applied.reduce(0) { $0 + ($1.key == ObjectIdentifier(self) ? 0 : $1.value) }
      }
      return seen.withLock { seen in
        defer { seen = all }
        return all - seen
      }
    }
  }

  /// A hand that has applied nothing.
  func newHand() -> Hand { Hand(self) }
}
