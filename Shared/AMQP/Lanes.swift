/// What has come and was not handed out: a lane a queue, each served in its turn. No I/O.
///
/// Holds at most what the broker may leave unsettled: prefetch times queues.
struct Lanes: Sendable {
  private struct Lane {
    /// From `head` on.
    var deliveries: [Delivery] = []
    var head = 0
    /// Turns in a row in which it did not flood, and when the last one was.
    var quietTurns = 0
    var heardAt: ContinuousClock.Instant?

    var count: Int { deliveries.count - head }

    mutating func take(_ number: Int, into taken: inout [Delivery]) {
      guard number < count else {
        if taken.isEmpty, head == 0 { taken = deliveries } else { taken += deliveries[head...] }
        deliveries = []
        head = 0
        return
      }
      taken += deliveries[head..<(head + number)]
      head += number
    }

    mutating func heard(isFlood: Bool, at now: ContinuousClock.Instant) {
      quietTurns = isFlood ? 0 : quietTurns + 1
      heardAt = now
    }

    func isCompany(at now: ContinuousClock.Instant) -> Bool {
      guard let heardAt, quietTurns >= Lanes.quietTurnsOfCompany else { return false }
      return now - heardAt <= Lanes.companyLasts
    }
  }

  /// In the order in which their first delivery came.
  private var lanes: [Lane] = []
  private var places: [String: Int] = [:]
  /// The lane that is served first the next time.
  private var turn = 0
  /// The lanes of which a hand's last turn took, until it comes for the next one.
  private var inHand: [ConsumerHand: Set<Int>] = [:]
  /// Deliveries in all lanes.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Quiet turns after which a queue counts as one that comes now and then: the tail of a flood is
  /// one.
  static let quietTurnsOfCompany = 3
  /// How long such a queue is reckoned with after its last delivery.
  static let companyLasts: Duration = .seconds(10)

  /// Takes deliveries in, each behind what its queue sent before.
  mutating func append(_ deliveries: [Delivery]) {
    count += deliveries.count
    var rest = deliveries[...]
    // Almost always all are of one queue: then the array changes hands as it is.
    while let queue = rest.first?.queue {
      let run = rest.prefix { $0.queue == queue }
      rest = rest[run.endIndex...]
      let place = self.place(of: queue)
      if lanes[place].count == 0 {
        lanes[place].deliveries = run.count == deliveries.count ? deliveries : Array(run)
      } else {
        lanes[place].deliveries += run
      }
    }
  }

  /// One turn: as `take`, but only a flood is held to its share, and only while another queue comes
  /// now and then. A queue floods when more of it waits than a whole turn could take: what many
  /// partners send in a busy hour is no flood.
  ///
  /// - Parameters:
  ///   - hand: Who asks: what it took the last time it has in hand no more.
  ///   - isLast: Nothing comes any more: a queue floods no longer, and the rest of it is taken too.
  mutating func turn(
    atMost limit: Int, ofOneQueue share: Int, by hand: ConsumerHand, isLast: Bool = false,
    at now: ContinuousClock.Instant
  ) -> ConsumerTurn {
    inHand[hand] = nil
    let busy = hand.busy(inHand)
    let floods = Set(lanes.indices.filter { lanes[$0].count > limit && !isLast })
    let wanted = Set(
      lanes.indices.filter { hand.takes(isFlood: floods.contains($0)) && !busy.contains($0) })
    for place in wanted where lanes[place].count > 0 {
      lanes[place].heard(isFlood: floods.contains(place), at: now)
    }
    var turn = ConsumerTurn()
    turn.hasCompany = lanes.contains { $0.isCompany(at: now) }
    turn.isOfFlood = !wanted.isDisjoint(with: floods)
    turn.deliveries = take(
      atMost: limit, ofOneQueue: turn.hasCompany && turn.isOfFlood ? share : limit,
      except: Set(lanes.indices).subtracting(wanted))
    inHand[hand] = Set(turn.deliveries.compactMap { places[$0.queue] })
    return turn
  }

  /// Hands out at most `limit`, of one queue at most `share`: of each queue that has something as
  /// much as of any other, as long as it has it.
  mutating func take(
    atMost limit: Int, ofOneQueue share: Int, except spared: Set<Int> = []
  ) -> [Delivery] {
    var taken: [Delivery] = []
    guard !lanes.isEmpty else { return taken }
    let order = lanes.indices.map { (turn + $0) % lanes.count }
      .filter { lanes[$0].count > 0 && !spared.contains($0) }
    turn = ((order.first ?? turn) + 1) % lanes.count
    var allowed = Self.allowed(order.map { min(lanes[$0].count, share) }, limit: limit)[...]
    for place in order {
      if let number = allowed.popFirst() { lanes[place].take(number, into: &taken) }
    }
    count -= taken.count
    return taken
  }

  /// How much of each lane makes `limit` in all: the same of each, and what one does not need the
  /// others get. What does not divide goes to those that come first.
  static func allowed(_ wanted: [Int], limit: Int) -> [Int] {
    var allowed = wanted.map { _ in 0 }
    var open = wanted.indices.filter { wanted[$0] > 0 }
    var left = limit
    while left > 0, !open.isEmpty {
      let even = max(1, left / open.count)
      for place in open {
        let more = min(even, left, wanted[place] - allowed[place])
        allowed[place] += more
        left -= more
      }
      open.removeAll { allowed[$0] == wanted[$0] }
    }
    return allowed
  }

  private mutating func place(of queue: String) -> Int {
    if let place = places[queue] { return place }
    lanes.append(Lane())
    places[queue] = lanes.count - 1
    return lanes.count - 1
  }
}
