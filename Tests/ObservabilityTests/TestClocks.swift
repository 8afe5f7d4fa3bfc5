import Synchronization

/// A clock whose sleeps end when the test says so.
final class HandClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var nextSleeper = 0
    var sleepers: [Int: CheckedContinuation<Void, any Error>] = [:]
    /// Sleeps that shall end as soon as they begin.
    var owed = 0
  }

  private let state = Mutex(State())

  var now: Instant { Instant(offset: .zero) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.nextSleeper += 1
      return state.nextSleeper
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let isOver = state.withLock { state in
          if state.owed > 0 {
            state.owed -= 1
            return true
          }
          state.sleepers[id] = continuation
          return false
        }
        if isOver { continuation.resume() }
        if Task.isCancelled { cancel(id) }
      }
    } onCancel: {
      cancel(id)
    }
  }

  /// Ends one sleep: the oldest, or the next one as soon as it begins.
  func endOneSleep() {
    let sleeper = state.withLock { state in
      guard let oldest = state.sleepers.keys.min() else {
        state.owed += 1
        return nil as CheckedContinuation<Void, any Error>?
      }
      return state.sleepers.removeValue(forKey: oldest)
    }
    sleeper?.resume()
  }

  private func cancel(_ id: Int) {
    state.withLock { $0.sleepers.removeValue(forKey: id) }?.resume(throwing: CancellationError())
  }
}

/// Counts.
final class Tally: Sendable {
  private let value = Mutex(0)

  var count: Int { value.withLock { $0 } }

  func next() -> Int {
    value.withLock {
      $0 += 1
      return $0
    }
  }
}

/// Holds tasks up until it is opened. It ignores cancellation, as a blocked C library does.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  func open() {
    let waiting = state.withLock { state in
      defer { state.waiting = [] }
      state.isOpen = true
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
