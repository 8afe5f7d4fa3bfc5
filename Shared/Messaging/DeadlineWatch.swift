import Vocabulary

/// When deadlines are looked for in the database: on a new day, when somebody says that one was
/// armed whose day has come, as long as some are found, and in a slow sweep, for those of another
/// process and for messages that an operator released. Pure: the day and the time are arguments.
struct DeadlineWatch: Sendable {
  private let limits: Limits
  private var day: Day?
  /// When the next look is due if nothing happens; `nil` for at once.
  private var next: ContinuousClock.Instant?
  /// The last pause before what is stuck is tried again.
  private var wait: Duration

  init(_ limits: Limits) {
    self.limits = limits
    wait = limits.idlePause
  }

  /// Whether it is time for a look; the next one is then due in the sweep.
  mutating func looks(on today: Day, at now: ContinuousClock.Instant) -> Bool {
    if today == day, let next, next > now { return false }
    day = today
    next = now + limits.sweepPause
    return true
  }

  /// Takes note of what the look found: where something was done there may be more; what is stuck
  /// is tried ever more seldom.
  mutating func found(done: Int, stuck: Int, at now: ContinuousClock.Instant) {
    if done > 0 {
      next = nil
    } else if stuck > 0 {
      wait = min(wait * 2, limits.longestDeadlinePause)
      next = now + wait
    } else {
      wait = limits.idlePause
    }
  }

  /// Somebody says that there is something.
  mutating func progressed() { next = nil }

  /// How long nothing is to be looked for, unless the day changes, which is looked at often: it
  /// costs the database nothing.
  func rest(at now: ContinuousClock.Instant) -> Duration {
    max(.zero, min(limits.dayLook, (next ?? now) - now))
  }
}
