import Synchronization

/// When the relay looks at the outbox again: at once while rows go out, and ever more seldom while
/// none does. No clock.
final class RelayPace: Sendable {
  private struct State {
    var wait: Duration
    var next: ContinuousClock.Instant?
  }
  private let shortest: Duration
  private let longest: Duration
  private let state: Mutex<State>

  init(_ limits: Limits) {
    shortest = limits.idlePause
    longest = limits.longestRelayPause
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

  /// Rows of the relay went out: there may be more.
  func progressed() { state.withLock { $0 = State(wait: shortest) } }
}
