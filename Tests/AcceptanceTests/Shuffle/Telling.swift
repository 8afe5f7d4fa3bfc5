import Vocabulary

@testable import amont_simulator

/// On which days, in which order and how often the events of a life reach Amont.
struct Telling: Sendable {
  /// One delivery of one event.
  struct Arrival: Sendable {
    let day: Day
    /// The event, by its place in the life, from 0.
    let event: Int
  }

  /// In the order in which they are published.
  let arrivals: [Arrival]

  private init(_ arrivals: [Arrival]) { self.arrivals = arrivals }

  /// Every event once, in the order of the acts, on those days.
  init(inOrder days: [Day]) {
    arrivals = days.enumerated().map { Arrival(day: $1, event: $0) }
      .sorted { ($0.day, $0.event) < ($1.day, $1.event) }
  }

  /// How many times every event is delivered in any order.
  static let times = 3

  /// The same events on the same days, in any order within a day; each is delivered again on that
  /// day or on a later one.
  func shuffled(by dice: inout Dice) -> Telling {
    let days = Set(arrivals.map(\.day)).sorted()
    var copies = arrivals
    for arrival in arrivals {
      let later = days.filter { $0 >= arrival.day }
      for _ in 1..<Self.times {
        let day = later.randomElement(using: &dice) ?? arrival.day
        copies.append(Arrival(day: day, event: arrival.event))
      }
    }
    var told: [Arrival] = []
    for day in days {
      told += copies.filter { $0.day == day }.shuffled(using: &dice)
    }
    return Telling(told)
  }
}
