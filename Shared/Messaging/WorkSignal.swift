import Synchronization

/// What a loop may be told.
struct Work: OptionSet, Sendable {
  let rawValue: Int

  /// Rows of the outbox were confirmed, and can be marked.
  static let confirmed = Work(rawValue: 1)
  /// Rows of the outbox were given back or refused, or a way to the broker is open again.
  static let rows = Work(rawValue: 2)
  /// A deadline was armed whose day has come.
  static let deadlines = Work(rawValue: 4)
  /// The process was told to stop.
  static let leaving = Work(rawValue: 8)
}

/// Tells a loop of this process what there is to do, so that it need not ask the database for it.
///
/// What is raised while the loop works is kept until it waits again. Raise after the work is there;
/// act after `wait` has returned: then none is lost.
final class WorkSignal: Sendable {
  private struct State {
    var raised: Work = []
    var sleep: Task<Void, Never>?
  }
  private let state = Mutex(State())

  /// Notes that there is work, and wakes the loop.
  func raise(_ work: Work) {
    state.withLock { state in
      state.raised.formUnion(work)
      state.sleep?.cancel()
    }
  }

  /// Waits until something is raised, the time has passed, or the task is cancelled; returns what
  /// was raised, and forgets it.
  ///
  /// - Parameter pause: Waits for a time; throws when its task is cancelled.
  func wait(
    _ time: Duration, _ pause: @escaping @Sendable (Duration) async throws -> Void
  ) async -> Work {
    let sleep = state.withLock { state -> Task<Void, Never>? in
      guard state.raised.isEmpty else { return nil }
      let sleep = Task { _ = try? await pause(time) }
      state.sleep = sleep
      return sleep
    }
    if let sleep {
      await withTaskCancellationHandler {
        await sleep.value
      } onCancel: {
        sleep.cancel()
      }
    }
    return state.withLock { state in
      defer { state = State() }
      return state.raised
    }
  }
}
