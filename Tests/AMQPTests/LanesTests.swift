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
    // Five queues in no order that means anything: squares leave rests that do not follow each other.
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

  private static func deliveries(_ queue: String, _ tags: ClosedRange<UInt64>) -> [Delivery] {
    tags.map { delivery(queue, $0) }
  }

  private static func delivery(_ queue: String, _ tag: UInt64) -> Delivery {
    Delivery(tag: tag, queue: queue, exchange: "", routingKey: "", body: [])
  }
}
