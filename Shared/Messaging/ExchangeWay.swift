import AMQP

/// The way to one exchange: a publisher of its own, because the broker answers a fault by closing
/// the channel with everything that is under way in it. No I/O, no clock.
struct ExchangeWay: Sendable {
  /// The publisher; `nil` until it is opened, and after it failed.
  private(set) var publisher: AMQPPublisher?
  /// One that is being opened, for everybody who waits for it.
  var opening: Task<Result<AMQPPublisher, AMQPError>, Never>?
  /// Why nothing goes out by it; `nil` while it works, and before it was tried.
  private(set) var trouble: Trouble?
  /// Whether rows of the relay are under way.
  var isRelaying = false

  /// What is wrong with a way, and when it is tried again.
  struct Trouble: Sendable {
    let reason: String
    let since: ContinuousClock.Instant
    var pause: Duration
    var nextTry: ContinuousClock.Instant
  }

  /// Whether it may be tried now.
  func mayBeTried(at now: ContinuousClock.Instant) -> Bool {
    trouble.map { $0.nextTry <= now } ?? true
  }

  mutating func opened(_ fresh: AMQPPublisher, at now: ContinuousClock.Instant) {
    publisher = fresh
    reached(at: now)
  }

  /// Notes that the broker can be reached: what waits may be tried at once.
  mutating func reached(at now: ContinuousClock.Instant) {
    if let trouble { self.trouble?.nextTry = min(trouble.nextTry, now) }
  }

  /// Notes a failure; the pause before the next try grows until something goes out.
  mutating func failed(_ error: AMQPError, at now: ContinuousClock.Instant, limits: Limits) {
    publisher = nil
    let longest = error.isTransient ? limits.longestReconnectPause : limits.longestExchangePause
    let pause = min(trouble.map { $0.pause * 2 } ?? limits.firstPause, longest)
    trouble = Trouble(
      reason: error.reason, since: trouble?.since ?? now, pause: pause, nextTry: now + pause)
  }

  /// Notes that something went out, and returns the trouble that is over.
  mutating func worked() -> Trouble? {
    defer { trouble = nil }
    return trouble
  }
}

extension AMQPError {
  /// What is wrong in words for an operator: the broker's, else ours.
  var reason: String {
    [code.rawValue, replyText ?? detail].compactMap(\.self).joined(separator: ": ")
  }
}
