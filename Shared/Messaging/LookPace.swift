import Synchronization

/// When the outbox is looked at for rows that nobody holds: at once while some are found, or when
/// somebody says that there are, ever more seldom while there are none, and in the end in a slow
/// sweep, for the rows of a process that died. No clock.
final class LookPace: Sendable {
  private struct State {
    var wait: Duration
    var last: ContinuousClock.Instant?
    var next: ContinuousClock.Instant?
  }
  private let shortest: Duration
  private let apart: Duration
  private let longest: Duration
  private let state: Mutex<State>

  init(_ limits: Limits) {
    shortest = limits.idlePause
    apart = limits.toldPause
    longest = limits.sweepPause
    state = Mutex(State(wait: limits.idlePause))
  }

  /// Whether it is time for a look; the next one is then due after a longer pause.
  ///
  /// - Parameter tries: When something that failed may be tried again: then a look is due, too.
  func looks(at now: ContinuousClock.Instant, orFor tries: [ContinuousClock.Instant] = []) -> Bool {
    state.withLock { state in
      let last = state.last
      let isTry = tries.contains { moment in
        moment <= now && last.map { moment > $0 } ?? true
      }
      if let next = state.next, next > now, !isTry { return false }
      state.last = now
      state.next = now + state.wait
      state.wait = min(state.wait * 2, longest)
      return true
    }
  }

  /// How long nothing is to be looked for, unless somebody says so.
  func rest(
    at now: ContinuousClock.Instant, orFor tries: [ContinuousClock.Instant] = []
  ) -> Duration {
    state.withLock { state in
      let moments = tries.filter { $0 > state.last ?? now } + [state.next ?? now]
      return max(.zero, (moments.min() ?? now) - now)
    }
  }

  /// Something was found and done: there may be more.
  func progressed() {
    state.withLock { state in
      state.wait = shortest
      state.next = nil
    }
  }

  /// Somebody says that there is something. Where that is said again and again, while much waits
  /// for an exchange that is missing, the looks stay apart.
  func told() {
    state.withLock { state in
      state.wait = min(state.wait, apart)
      if let next = state.next, let last = state.last { state.next = min(next, last + apart) }
    }
  }
}
