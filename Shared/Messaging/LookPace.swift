import Synchronization

/// When something that is seldom there is looked for again: at once while it is found, and ever more
/// seldom while it is not. No clock.
final class LookPace: Sendable {
  private struct State {
    var wait: Duration
    var next: ContinuousClock.Instant?
  }
  private let shortest: Duration
  private let longest: Duration
  private let state: Mutex<State>

  init(_ limits: Limits) {
    shortest = limits.idlePause
    longest = limits.longestLookPause
    state = Mutex(State(wait: limits.idlePause))
  }

  /// Whether it is time for a look; the next one is then due after a longer pause.
  func looks(at now: ContinuousClock.Instant) -> Bool {
    state.withLock { state in
      if let next = state.next, next > now { return false }
      state.next = now + state.wait
      state.wait = min(state.wait * 2, longest)
      return true
    }
  }

  /// Something was found and done: there may be more.
  func progressed() { state.withLock { $0 = State(wait: shortest) } }
}
