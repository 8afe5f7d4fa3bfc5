import Contracts
import IntakeDomain
import TestSupport
import Vocabulary

@testable import Messaging

/// All of Amont in one process, for one household: the pure parts, and queues between them that a
/// seed empties in any order in which a broker might.
struct World {
  private let desk: IntakeHandler
  private var register = Register()
  private var drawers: [any Drawer] = World.services()
  private var queues: [Channel: [Message]] = [:]
  private var generator: Seeded
  private(set) var day: Day
  private(set) var household: HouseholdID?
  /// Notices by recipient, each with the day on which it was sent.
  private(set) var notices: [(day: Day, to: Destination, notice: Notice)] = []
  /// What intake refused, by event.
  private(set) var refusals: [String: String] = [:]
  private var seen: Set<String> = []

  /// A queue from one service to another.
  private struct Channel: Hashable, Comparable {
    let from: ServiceName, to: ServiceName
    static func < (left: Channel, right: Channel) -> Bool {
      (left.from.rawValue, left.to.rawValue) < (right.from.rawValue, right.to.rawValue)
    }
  }

  /// More deliveries than any life needs: beyond, something turns in a circle.
  private static let mostDeliveries = 20_000

  init(seed: UInt64, startingOn day: Day) throws {
    desk = try Life.desk()
    generator = Seeded(seed: seed)
    self.day = day
  }

  /// Lets days pass: delays end, and everybody hears of it.
  mutating func pass(to end: Day) throws {
    while day < end {
      day = day.adding(days: 1)
      try fireDeadlines()
    }
  }

  /// Publishes an event, and lets everything that follows happen; the second time nothing does.
  mutating func publish(_ event: Life.Event) throws {
    guard seen.insert(event.id).inserted else { return }
    let message = Message(
      id: event.id, source: "partner/" + event.sender, type: event.kind.type, occurredOn: day,
      sender: event.sender, data: Array(event.body.utf8))
    let decision = desk.decide(desk.read(message), on: day, in: &register)
    var plan = BatchPlan()
    plan.add(decision, on: message, today: day, quarantinedBytes: 0)
    for emission in plan.emissions {
      if emission.outgoing.type == Receipt.type {
        let receipt = try Wire.decode(Receipt.self, from: Array(emission.outgoing.data.utf8))
        household = household ?? receipt.dossier
        if receipt.statut == .refuse { refusals[receipt.evenement] = receipt.code }
      }
      route(emission.outgoing, id: emission.id, from: .intake, correlation: message.id)
    }
    try deliver()
  }

  private mutating func route(
    _ outgoing: Outgoing, id: String, from service: ServiceName, correlation: String
  ) {
    switch outgoing.destination {
    case .service(let name):
      queues[Channel(from: service, to: name), default: []].append(
        Message(outgoing, id: id, from: service, correlation: correlation))
    case .kind, .user:
      guard let notice = try? Wire.decode(Notice.self, from: Array(outgoing.data.utf8)) else {
        return
      }
      notices.append((day, outgoing.destination, notice))
    }
  }

  private mutating func deliver() throws {
    for _ in 0..<Self.mostDeliveries {
      let waiting = queues.filter { !$0.value.isEmpty }.keys.sorted()
      guard let channel = waiting.randomElement(using: &generator),
        let message = queues[channel]?.removeFirst()
      else { return }
      try decide(message, at: channel.to)
    }
    throw Circle()
  }

  private mutating func decide(_ message: Message, at service: ServiceName) throws {
    guard let place = drawers.firstIndex(where: { $0.service == service }) else { return }
    for (rank, outgoing) in try drawers[place].decide(message, on: day).enumerated() {
      route(
        outgoing, id: "\(message.chainID).\(rank)", from: service,
        correlation: message.correlation)
    }
  }

  /// Lets all days up to that one pass at once, as when nobody was there: each service ends its
  /// delays, the oldest first, and hears of the others' as a broker would deliver it meanwhile.
  mutating func leap(to end: Day) throws {
    day = max(day, end)
    guard let household else { return }
    for _ in 0..<Self.mostDeliveries {
      var moves = queues.filter { !$0.value.isEmpty }.keys.sorted().map(Move.deliver)
      for place in drawers.indices {
        if let message = try drawers[place].firing(on: day, about: household) {
          moves.append(.fire(message, place))
        }
      }
      switch moves.randomElement(using: &generator) {
      case nil: return
      case .fire(let message, let place): try decide(message, at: drawers[place].service)
      case .deliver(let channel):
        if let message = queues[channel]?.removeFirst() { try decide(message, at: channel.to) }
      }
    }
    throw Circle()
  }

  private enum Move {
    case deliver(Channel)
    case fire(Message, Int)
  }

  private mutating func fireDeadlines() throws {
    guard let household else { return }
    for _ in 0..<Self.mostDeliveries {
      var fired = false
      for place in drawers.indices {
        guard let message = try drawers[place].firing(on: day, about: household) else { continue }
        fired = true
        try decide(message, at: drawers[place].service)
        try deliver()
      }
      if !fired { return }
    }
    throw Circle()
  }

  /// Messages go round without an end.
  struct Circle: Error {}
}

extension World {
  /// Where the household stands: what two orders of arrival must agree on.
  var outcome: [String: AnyHashable] {
    drawers.reduce(into: [:]) { outcome, drawer in
      outcome[drawer.service.rawValue] = drawer.stored
      for (kind, day) in drawer.armed { outcome["\(drawer.service.rawValue) \(kind)"] = day }
    }
  }

  /// What every message that was applied left in the journals: when it was received, and in its
  /// words.
  var journals: [String: Set<String>] {
    drawers.reduce(into: [:]) { journals, drawer in
      journals[drawer.service.rawValue] = drawer.received
    }
  }

  var rebuilds: Int { drawers.map(\.rebuilds).reduce(0, +) }

  var quarantined: [String] { drawers.flatMap(\.quarantined) }
}
