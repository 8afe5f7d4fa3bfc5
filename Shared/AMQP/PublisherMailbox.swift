internal import Synchronization

/// What passes between a publisher's callers and its thread.
final class PublisherMailbox: Sendable {
  /// One call of `publish`.
  struct Submission: Sendable {
    let messages: [OutboundMessage]
    let deadline: ContinuousClock.Instant
    let caller: CheckedContinuation<Result<[PublishOutcome], AMQPError>, Never>
  }

  private struct State {
    /// Each call waits for its answer, so there are as many as tasks that publish.
    var submissions: [Submission] = []
    var closeCallers: [CheckedContinuation<Void, Never>] = []
    var isCloseRequested = false
    var isBlocked = false
    /// The thread is gone, for this reason.
    var end: AMQPError?
    /// The thread waits in `poll`, and whoever gives it work must wake it.
    var isAsleep = false
  }

  let wake: Wake
  private let state = Mutex(State())

  init() throws(AMQPError) {
    wake = try Wake()
  }

  // MARK: For the callers

  var isOpen: Bool { state.withLock { $0.end == nil && !$0.isCloseRequested } }

  var isBlocked: Bool { state.withLock { $0.isBlocked } }

  func publish(
    _ messages: [OutboundMessage], by deadline: ContinuousClock.Instant
  ) async throws(AMQPError) -> [PublishOutcome] {
    let result = await withCheckedContinuation { caller in
      let (refusal, mustWake) = state.withLock { state -> (AMQPError?, Bool) in
        if let refusal = Self.refusal(state) { return (refusal, false) }
        state.submissions.append(
          Submission(messages: messages, deadline: deadline, caller: caller))
        return (nil, Self.wakes(&state))
      }
      if let refusal { caller.resume(returning: .failure(refusal)) }
      if mustWake { wake.signal() }
    }
    return try result.get()
  }

  func close() async {
    await withCheckedContinuation { caller in
      let (isDone, mustWake) = state.withLock { state in
        guard state.end == nil else { return (true, false) }
        state.isCloseRequested = true
        state.closeCallers.append(caller)
        return (false, Self.wakes(&state))
      }
      if isDone { caller.resume() }
      if mustWake { wake.signal() }
    }
  }

  /// Closes without waiting.
  func abandon() {
    let mustWake = state.withLock { state in
      state.isCloseRequested = true
      return Self.wakes(&state)
    }
    if mustWake { wake.signal() }
  }

  // MARK: For the thread

  /// The new calls, and whether to close once all are answered.
  func takeOrders() -> (submissions: [Submission], close: Bool) {
    state.withLock { state in
      state.isAsleep = false
      defer { state.submissions = [] }
      return (state.submissions, state.isCloseRequested)
    }
  }

  /// Whether the thread may sleep, that is, nobody has given it work since `takeOrders`.
  func fallsAsleep(isClosing: Bool) -> Bool {
    state.withLock { state in
      guard state.submissions.isEmpty, isClosing || !state.isCloseRequested else { return false }
      state.isAsleep = true
      return true
    }
  }

  func blocked(_ isBlocked: Bool) {
    state.withLock { $0.isBlocked = isBlocked }
  }

  /// The thread ends.
  func ended(_ error: AMQPError) {
    let last = state.withLock { state in
      let last = state
      state = State()
      state.isCloseRequested = last.isCloseRequested
      state.end = error
      return last
    }
    for submission in last.submissions { submission.caller.resume(returning: .failure(error)) }
    for caller in last.closeCallers { caller.resume() }
  }

  // MARK: Under the lock

  /// Why nothing more is taken. What ended the connection may have been another call's fault.
  private static func refusal(_ state: State) -> AMQPError? {
    if state.isCloseRequested { return AMQPError(.closed) }
    guard let end = state.end else { return nil }
    return AMQPError(
      .connectionLost, replyCode: end.replyCode, replyText: end.replyText, detail: end.detail)
  }

  private static func wakes(_ state: inout State) -> Bool {
    defer { state.isAsleep = false }
    return state.isAsleep
  }
}
