import Synchronization

/// An asynchronous read that several callers share and that none of them waits for too long.
///
/// Only one read is under way at any time: a database that answers no more must not gather one
/// more waiting query with every probe.
final class SharedRead<Value: Sendable>: Sendable {
  private struct State {
    var isReading = false
    var nextCaller = 0
    var callers: [Int: CheckedContinuation<Value?, Never>] = [:]
  }

  private let operation: @Sendable () async -> Value
  private let clock: any Clock<Duration>
  private let state = Mutex(State())

  init(
    clock: any Clock<Duration> = ContinuousClock(),
    operation: @escaping @Sendable () async -> Value
  ) {
    self.operation = operation
    self.clock = clock
  }

  /// The result of the read that is under way, started if need be; `nil` when it takes longer.
  func value(within limit: Duration) async -> Value? {
    await withTaskGroup { group in
      group.addTask { await self.join() }
      group.addTask { [clock] in
        try? await clock.sleep(for: limit)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
  }

  private func join() async -> Value? {
    let caller = state.withLock { state in
      state.nextCaller += 1
      return state.nextCaller
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isFirst = state.withLock { state in
          state.callers[caller] = continuation
          defer { state.isReading = true }
          return !state.isReading
        }
        if isFirst { start() }
        // Cancelled before the continuation was there: onCancel found nobody to wake.
        if Task.isCancelled { leave(caller) }
      }
    } onCancel: {
      leave(caller)
    }
  }

  private func leave(_ caller: Int) {
    state.withLock { $0.callers.removeValue(forKey: caller) }?.resume(returning: nil)
  }

  private func start() {
    // Not a child of the caller, who must be able to leave while the operation hangs.
    Task {
      let value = await operation()
      let callers = state.withLock { state in
        defer { state.callers = [:] }
        state.isReading = false
        return Array(state.callers.values)
      }
      for caller in callers { caller.resume(returning: value) }
    }
  }
}
