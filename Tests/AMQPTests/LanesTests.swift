import Testing

@testable import AMQP

/// Who is served when several queues have something.
@Suite("Lanes")
struct LanesTests {
  @Test("One queue alone is handed out in the order of arrival, a share at a time")
  func oneQueue() {
    var lanes = Lanes()
    lanes.append(Self.deliveries("a", 1...7))
    #expect(lanes.take(atMost: 5, ofOneQueue: 3).map(\.tag) == [1, 2, 3])
    lanes.append(Self.deliveries("a", 8...9))
    #expect(lanes.take(atMost: 5, ofOneQueue: 100).map(\.tag) == [4, 5, 6, 7, 8])
    #expect(lanes.count == 1)
    #expect(lanes.take(atMost: 5, ofOneQueue: 100).map(\.tag) == [9])
    #expect(lanes.isEmpty)
    #expect(lanes.take(atMost: 5, ofOneQueue: 100) == [])
  }

  @Test("What has just come is in the next batch, however much another queue holds")
  func quietQueue() {
    var lanes = Lanes()
    lanes.append(Self.deliveries("flood", 1...1_000))
    _ = lanes.take(atMost: 100, ofOneQueue: 25)
    lanes.append(Self.deliveries("quiet", 1_001...1_001))
    let next = lanes.take(atMost: 100, ofOneQueue: 25)
    #expect(next.filter { $0.queue == "quiet" }.map(\.tag) == [1_001])
    #expect(next.count == 26)
  }

  @Test(
    "Room is parted evenly, and what one does not need the others get",
    arguments: [
      ([500, 500], 100, [50, 50]), ([3, 500], 100, [3, 97]), ([500, 3, 500], 100, [49, 3, 48]),
      ([1, 1, 1], 2, [1, 1, 0]), ([], 5, []), ([7], 5, [5]), ([2, 2], 100, [2, 2]),
    ])
  func parts(wanted: [Int], limit: Int, allowed: [Int]) {
    #expect(Lanes.allowed(wanted, limit: limit) == allowed)
  }

  @Test("With less room than queues, each is served in its turn")
  func turns() {
    var lanes = Lanes()
    for (index, queue) in ["a", "b", "c"].enumerated() {
      let first = UInt64(index * 10 + 1)
      lanes.append(Self.deliveries(queue, first...(first + 9)))
    }
    let served = (0..<6).flatMap { _ in lanes.take(atMost: 1, ofOneQueue: 10).map(\.queue) }
    #expect(served == ["a", "b", "c", "a", "b", "c"])
  }

  @Test("Mixed arrivals keep each queue's order, and nothing is lost")
  func mixed() {
    var lanes = Lanes()
    // Five queues in no order that means anything: squares leave rests that do not follow each
    // other.
    let all = (UInt64(1)...600).map { Self.delivery("q\($0 * $0 % 7 % 5)", $0) }
    lanes.append(Array(all.prefix(250)))
    var taken = lanes.take(atMost: 100, ofOneQueue: 30)
    lanes.append(Array(all.dropFirst(250)))
    while !lanes.isEmpty { taken += lanes.take(atMost: 100, ofOneQueue: 30) }
    #expect(taken.map(\.tag).sorted() == all.map(\.tag))
    for (queue, own) in Dictionary(grouping: taken, by: \.queue) {
      #expect(own.map(\.tag) == own.map(\.tag).sorted(), "\(queue)")
    }
  }

  @Test("A flood alone fills a whole batch; while another comes now and then it gets its share")
  func floodWithCompany() {
    var lanes = Lanes()
    let start = ContinuousClock.now
    lanes.append(Self.deliveries("flood", 1...1_000))
    let alone = lanes.turn(atMost: 100, ofOneQueue: 25, by: .only, at: start)
    #expect(alone.deliveries.count == 100 && alone.isOfFlood && !alone.hasCompany)
    for number in 1...UInt64(Lanes.quietTurnsOfCompany) {
      lanes.append(Self.deliveries("quiet", (2_000 + number)...(2_000 + number)))
      _ = lanes.turn(atMost: 100, ofOneQueue: 25, by: .only, at: start)
    }
    let shared = lanes.turn(atMost: 100, ofOneQueue: 25, by: .only, at: start)
    #expect(shared.deliveries.count == 25 && shared.hasCompany)
    let later = start + Lanes.companyLasts + .seconds(1)
    let forgotten = lanes.turn(atMost: 100, ofOneQueue: 25, by: .only, at: later)
    #expect(forgotten.deliveries.count == 100 && !forgotten.hasCompany)
  }

  @Test("Of two hands, one takes what floods and the other all else")
  func twoHands() {
    var lanes = Lanes()
    lanes.append(Self.deliveries("flood", 1...1_000))
    let none = lanes.turn(atMost: 100, ofOneQueue: 25, by: .others, at: .now)
    #expect(none.deliveries.isEmpty && !none.isOfFlood)
    lanes.append(Self.deliveries("quiet", 1_001...1_003))
    let quiet = lanes.turn(atMost: 100, ofOneQueue: 25, by: .others, at: .now)
    #expect(quiet.deliveries.map(\.tag) == [1_001, 1_002, 1_003] && !quiet.isOfFlood)
    let flood = lanes.turn(atMost: 100, ofOneQueue: 25, by: .floods, at: .now)
    #expect(flood.deliveries.map(\.tag) == Array(1...100) && flood.isOfFlood)
    #expect(lanes.turn(atMost: 100, ofOneQueue: 25, by: .others, at: .now).deliveries.isEmpty)
    #expect(lanes.count == 900)
  }

  @Test("No queue is in two hands at a time, so that each is worked off in its order")
  func oneHandAQueue() {
    var lanes = Lanes()
    lanes.append(Self.deliveries("a", 1...150))
    #expect(lanes.turn(atMost: 100, ofOneQueue: 25, by: .floods, at: .now).deliveries.count == 100)
    // The tail is no flood, but what came before it is still under way.
    #expect(lanes.turn(atMost: 100, ofOneQueue: 25, by: .others, at: .now).deliveries.isEmpty)
    #expect(lanes.turn(atMost: 100, ofOneQueue: 25, by: .floods, at: .now).deliveries.isEmpty)
    let tail = lanes.turn(atMost: 100, ofOneQueue: 25, by: .others, at: .now)
    #expect(tail.deliveries.map(\.tag) == Array(101...150))
    lanes.append(Self.deliveries("a", 151...300))
    #expect(lanes.turn(atMost: 100, ofOneQueue: 25, by: .floods, at: .now).deliveries.isEmpty)
    #expect(lanes.turn(atMost: 100, ofOneQueue: 25, by: .others, at: .now).deliveries.isEmpty)
    let again = lanes.turn(atMost: 100, ofOneQueue: 25, by: .floods, at: .now)
    #expect(again.deliveries.map(\.tag) == Array(151...250))
  }

  @Test("Once nothing comes any more, the hand that takes no floods takes the rest of them too")
  func last() {
    var lanes = Lanes()
    lanes.append(Self.deliveries("flood", 1...250))
    func turn(_ hand: ConsumerHand) -> [UInt64] {
      lanes.turn(atMost: 100, ofOneQueue: 25, by: hand, isLast: true, at: .now).deliveries
        .map(\.tag)
    }
    #expect(turn(.floods).isEmpty)
    #expect(turn(.others) == Array(1...100))
    #expect(turn(.others) == Array(101...200))
    #expect(turn(.others) == Array(201...250))
  }

  @Test("What many send in a busy hour is no flood: nobody is spared and whole turns are filled")
  func busyHour() {
    var lanes = Lanes()
    for number in 1...UInt64(10) {
      lanes.append(Self.deliveries("a", (number * 1_000)...(number * 1_000 + 39)))
      lanes.append(Self.deliveries("b", (number * 1_000 + 100)...(number * 1_000 + 100)))
      let turn = lanes.turn(atMost: 100, ofOneQueue: 25, by: .only, at: .now)
      #expect(turn.deliveries.count == 41 && !turn.isOfFlood)
    }
  }

  @Test("The tail of a flood is nobody's company")
  func tail() {
    var lanes = Lanes()
    lanes.append(Self.deliveries("short", 1...60))
    lanes.append(Self.deliveries("long", 1_001...2_000))
    var companies: [Bool] = []
    while !lanes.isEmpty {
      companies.append(
        lanes.turn(atMost: 100, ofOneQueue: 25, by: .only, at: .now).hasCompany)
    }
    #expect(companies.allSatisfy { !$0 }, "\(companies)")
  }

  private static func deliveries(_ queue: String, _ tags: ClosedRange<UInt64>) -> [Delivery] {
    tags.map { delivery(queue, $0) }
  }

  private static func delivery(_ queue: String, _ tag: UInt64) -> Delivery {
    Delivery(tag: tag, queue: queue, exchange: "", routingKey: "", body: [])
  }
}
