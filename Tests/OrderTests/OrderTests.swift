import Foundation
import TestSupport
import Testing
import Vocabulary

/// The order in which partners tell of their acts decides nothing, nor how often they tell it.
@Suite struct OrderTests {
  /// Orders of arrival tried for each life; each is also an order of delivery between services.
  /// `AMONT_ORDER_SEEDS` says another number.
  private static let seeds =
    ProcessInfo.processInfo.environment["AMONT_ORDER_SEEDS"].flatMap { UInt64($0) } ?? 60

  @Test(arguments: Life.all)
  func nothingOfALifeGoesToQuarantine(life: Life) throws {
    let world = try Self.lived(life, seed: 0, shuffled: false)
    #expect(world.quarantined.isEmpty)
    #expect(world.refusals.isEmpty)
  }

  @Test(arguments: Life.all)
  func theSameActsInAnyOrderThreeTimesEachComeToTheSame(life: Life) throws {
    let straight = try Self.lived(life, seed: 0, shuffled: false).outcome
    #expect(straight.count > 3)
    for seed in 1...Self.seeds {
      let shuffled = try Self.lived(life, seed: seed, shuffled: true).outcome
      let apart = Set(straight.keys).union(shuffled.keys).filter { shuffled[$0] != straight[$0] }
      #expect(apart.isEmpty, "seed \(seed), \(life.name)")
    }
  }

  /// Acts come up to three weeks late, and delays end meanwhile: on one day, order decides nothing.
  @Test(arguments: Life.all)
  func theSameDaysInAnyOrderComeToTheSame(life: Life) throws {
    for seed in 1...max(Self.seeds / 6, 1) {
      var generator = Seeded(seed: seed)
      let received = life.events.map {
        ($0, $0.day.adding(days: Int.random(in: 0...21, using: &generator)))
      }
      let one = try Self.lived(received.shuffled(using: &generator), life, seed: seed)
      let other = try Self.lived(received.shuffled(using: &generator), life, seed: seed + 1_000)
      let (left, right) = (one.outcome, other.outcome)
      let apart = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }
      #expect(apart.isEmpty, "seed \(seed), \(life.name)")
      #expect(one.quarantined.isEmpty, "seed \(seed), \(life.name)")
      #expect(one.rebuilds < 20 * life.events.count, "seed \(seed): \(one.rebuilds)")
    }
  }

  /// Nobody is there for a year: what the days would have brought one by one has the same dates
  /// when they come all at once.
  @Test(arguments: Life.all)
  func aLeapOfTheClockComesToTheSameAsDayByDay(life: Life) throws {
    let away = 400
    for told in 1...life.events.count {
      let seed = UInt64(told)
      let events = life.events.prefix(told)
      let last = events.map(\.day).max() ?? life.toldOn
      var slow = try World(seed: seed, startingOn: life.toldOn)
      var quick = try World(seed: seed, startingOn: life.toldOn)
      for event in events {
        try slow.publish(event)
        try quick.publish(event)
      }
      try slow.pass(to: max(last, life.toldOn).adding(days: away))
      try quick.leap(to: max(last, life.toldOn).adding(days: away))
      let apart = Set(slow.outcome.keys).union(quick.outcome.keys).filter {
        slow.outcome[$0] != quick.outcome[$0]
      }
      #expect(apart.isEmpty, "\(told) acts of \(life.name)")
      for (service, journal) in slow.journals {
        #expect(journal == quick.journals[service], "\(service), \(told) acts of \(life.name)")
      }
      #expect(quick.quarantined.isEmpty, "\(told) acts of \(life.name)")
    }
  }

  private static func lived(
    _ received: [(Life.Event, Day)], _ life: Life, seed: UInt64
  ) throws -> World {
    let first = received.map(\.1).min() ?? life.toldOn
    var world = try World(seed: seed, startingOn: first)
    for (event, day) in received.sorted(by: { $0.1 < $1.1 }) {
      try world.pass(to: day)
      try world.publish(event)
    }
    // A summons that comes after its hearing is refused, in any order; nothing is for want of a
    // dossier.
    #expect(!world.refusals.values.contains("dossier.inconnu"), "seed \(seed), \(life.name)")
    try world.pass(to: life.toldOn.adding(days: 60))
    return world
  }

  @Test(arguments: Life.all)
  func aLifeToldAsItWentIsSeldomDecidedAgain(life: Life) throws {
    let world = try Self.lived(life, seed: 0, shuffled: false)
    // Races between services over one act are all that may ask for it.
    #expect(world.rebuilds <= life.events.count * 3)
  }

  private static func lived(_ life: Life, seed: UInt64, shuffled: Bool) throws -> World {
    var world = try World(seed: seed, startingOn: life.toldOn)
    var generator = Seeded(seed: seed)
    let events =
      shuffled
      ? (life.events + life.events + life.events).shuffled(using: &generator) : life.events
    for event in events { try world.publish(event) }
    #expect(world.refusals.isEmpty, "seed \(seed), \(life.name)")
    try world.pass(to: life.toldOn.adding(days: 2))
    return world
  }
}
