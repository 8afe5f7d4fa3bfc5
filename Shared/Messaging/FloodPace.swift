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

  /// Takes note of one transaction of deliveries.
  mutating func took(
    _ turn: ConsumerTurn, from begin: ContinuousClock.Instant, until end: ContinuousClock.Instant
  ) {
    took(isOfFlood: turn.isOfFlood, hasCompany: turn.hasCompany, from: begin, until: end)
  }

  /// Takes note of one transaction.
  mutating func took(
    isOfFlood: Bool, hasCompany: Bool, from begin: ContinuousClock.Instant,
    until end: ContinuousClock.Instant
  ) {
    if !hasCompany {
      restsUntil = nil
    } else if isOfFlood {
      restsUntil = end + min((end - begin) * multiple, longest)
    }
  }
}

/// How many deadlines are fired at a time, and when the next may be: those of one day are a flood,
/// too, where more are due than a transaction takes and messages come. Pure.
struct DeadlinePace: Sendable {
  private(set) var flood: FloodPace
  private let mostBesideMessages: Int
  private var begun: ContinuousClock.Instant?
  /// Batches of messages that were applied as the last transaction began, or the one before ended.
  private var applied: Int?

  init(_ limits: Limits) {
    flood = FloodPace(multiple: limits.floodRest, longest: limits.longestFloodRest)
    mostBesideMessages = limits.deadlinesBesideMessages
  }

  /// How many the next transaction takes at most; `nil` for as many as it can.
  var most: Int? { flood.restsUntil.map { _ in mostBesideMessages } }

  /// A transaction begins.
  ///
  /// - Parameter applied: Batches of messages that this process applied until now.
  mutating func begin(applied: Int, at now: ContinuousClock.Instant) {
    begun = now
    self.applied = self.applied ?? applied
  }

  /// It is over.
  ///
  /// - Parameter isFull: Whether more may be due.
  mutating func took(isFull: Bool, applied: Int, until end: ContinuousClock.Instant) {
    flood.took(
      isOfFlood: isFull, hasCompany: isFull && applied != self.applied, from: begun ?? end,
      until: end)
    self.applied = isFull ? applied : nil
  }
}
