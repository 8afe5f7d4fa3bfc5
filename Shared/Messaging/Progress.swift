import Contracts

/// How the work of a process goes on, and what to say when it does not. Pure: time is an argument.
///
/// Progress is a committed transaction, or a delivery acknowledged. That a connection stands says
/// nothing.
struct Progress: Sendable {
  /// What has failed since a loop last got on.
  struct Trouble: Sendable, Equatable {
    /// Where and why: a code, and the server's own words where they hold no data.
    var cause: String
    /// Whether nothing will go on before somebody acts.
    var isLasting: Bool
    /// The message that could not be applied; `nil` for what needs none.
    var message: Handed?
    let since: ContinuousClock.Instant
    var last: ContinuousClock.Instant
    var times = 1
  }

  private(set) var troubles: [String: Trouble] = [:]
  /// The first message of each batch that is not acknowledged, by ticket.
  private var inHand: [Int: (since: ContinuousClock.Instant, message: Handed)] = [:]

  /// A loop failed.
  mutating func failed(
    _ loop: String, _ cause: String, isLasting: Bool, message: Handed?,
    at now: ContinuousClock.Instant
  ) {
    guard var trouble = troubles[loop] else {
      troubles[loop] = Trouble(
        cause: cause, isLasting: isLasting, message: message, since: now, last: now)
      return
    }
    trouble.cause = cause
    trouble.isLasting = isLasting
    trouble.message = trouble.message ?? message
    trouble.last = now
    trouble.times += 1
    troubles[loop] = trouble
  }

  /// A loop got on.
  mutating func progressed(_ loop: String) { troubles[loop] = nil }

  mutating func took(_ ticket: Int, _ message: Handed, at now: ContinuousClock.Instant) {
    inHand[ticket] = (now, message)
  }

  mutating func acknowledged(_ ticket: Int) { inHand[ticket] = nil }

  /// Since when the oldest delivery waits for its acknowledgement.
  var oldest: (since: ContinuousClock.Instant, message: Handed)? {
    inHand.values.min { $0.since < $1.since }
  }

  /// Why a loop does not get on, for whoever is on call; `nil` while it does.
  func complaint(
    of loop: String, holdsDeliveries: Bool, at now: ContinuousClock.Instant, _ limits: Limits
  ) -> String? {
    if let trouble = troubles[loop], now - trouble.last < limits.stalledAfter,
      trouble.isLasting || trouble.last - trouble.since >= limits.briefTrouble
    {
      let held = trouble.message.map { ", holds up \($0)" } ?? ""
      return "\(trouble.cause), for \((now - trouble.since).components.seconds) s\(held)"
    }
    guard holdsDeliveries, let oldest, now - oldest.since >= limits.stalledAfter else { return nil }
    return "no progress for \((now - oldest.since).components.seconds) s, \(oldest.message)"
  }
}

/// A message as an operator may name it.
struct Handed: Sendable, Equatable, CustomStringConvertible {
  /// Bytes of an identifier that are shown.
  private static let longest = 80

  /// Its identifier, printable.
  let id: String
  /// Where it came from, and how often; `nil` for what comes from a table.
  let handover: Handover?

  init(_ message: Message) {
    id = message.id.unicodeScalars.prefix(Self.longest).map { scalar in
      (0x20...0x7e).contains(scalar.value)
        ? String(scalar) : "\\u{" + String(scalar.value, radix: 16) + "}"
    }.joined()
    handover = message.handover
  }

  var description: String {
    guard let handover else { return "message \(id)" }
    return "message \(id) of queue \(handover.queue), delivered \(handover.returns + 1) times"
  }
}
