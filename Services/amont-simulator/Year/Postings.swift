import Vocabulary

/// An event on its way: when it is published, and where in its household's day.
struct Posting: Hashable, Sendable {
  let day: Day
  let slot: Year.Slot
}

extension Life {
  /// The longest that an event is delayed, in days.
  private static let longestDelay = 30
  /// The longest time after which an event is published again, in days.
  private static let longestRepeat = 10

  /// When each act is published, and published again.
  ///
  /// What happened before the opening comes on its own day, in order and once, without the letters
  /// that nobody answered: it is there to make the stock. The days of acts are never moved.
  func postings(seed: UInt64, before opening: Day, days: WorkingDays) -> [Posting] {
    let delayed = delayed(seed)
    var dice = Dice(seed: seed, household: index, purpose: "repeats")
    var postings: [Posting] = []
    for (rank, dated) in acts.enumerated() {
      let isRepeated = dice.happens(Rates.duplicate)
      let pause = dice.number(0...Self.longestRepeat)
      guard dated.day >= opening else {
        guard dated.act != .missed(isLast: false) else { continue }
        postings.append(posting(rank, on: dated.day, place: rank, isRepeat: false))
        continue
      }
      // One that is delayed comes just after the next one.
      let carrier = delayed.contains(rank) ? rank + 1 : rank
      let place = carrier * 2 + (carrier == rank ? 0 : 1)
      let day = acts[carrier].day
      postings.append(posting(rank, on: day, place: place, isRepeat: false))
      guard isRepeated else { continue }
      // On the same day the copy comes after everything else of the household.
      let again = days.onOrAfter(day.adding(days: pause))
      postings.append(posting(rank, on: again, place: place + acts.count * 2, isRepeat: true))
    }
    return postings
  }

  private func posting(_ rank: Int, on day: Day, place: Int, isRepeat: Bool) -> Posting {
    Posting(
      day: day,
      slot: Year.Slot(
        household: Int32(clamping: index), rank: Int16(clamping: rank),
        place: Int16(clamping: place), isRepeat: isRepeat))
  }

  /// The acts that arrive after the next one: never the first, without which nobody is known, never
  /// two in a row, never by more than a month. Their share of all acts is that of ``Rates``.
  private func delayed(_ seed: UInt64) -> Set<Int> {
    let eligible = acts.indices.dropFirst().dropLast().filter { rank in
      let gap = acts[rank + 1].day.days(since: acts[rank].day)
      return 0 < gap && gap <= Self.longestDelay
    }
    let share = Share(acts.count * Rates.outOfOrder.part, of: eligible.count * 100)
    var dice = Dice(seed: seed, household: index, purpose: "delays")
    var delayed: Set<Int> = []
    for rank in eligible where !delayed.contains(rank - 1) {
      if dice.happens(share) { delayed.insert(rank) }
    }
    return delayed
  }
}
