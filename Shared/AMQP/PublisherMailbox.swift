internal import Synchronization

/// What passes between a publisher's callers and its thread.
final class PublisherMailbox: Sendable {
  /// One call of `publish`.
  struct Call: Sendable {
    let messages: [OutboundMessage]
    let deadline: ContinuousClock.Instant
    let caller: Caller
  }

  /// Whoever called `publish`. It is answered once: by the thread, or by `abandon` before that.
  final class Caller: Sendable {
    private let waiter: Mutex<CheckedContinuation<Result<[PublishOutcome], AMQPError>, Never>?>

    init(_ waiter: CheckedContinuation<Result<[PublishOutcome], AMQPError>, Never>) {
      self.waiter = Mutex(waiter)
    }

    func resume(returning result: Result<[PublishOutcome], AMQPError>) {
      waiter.withLock { waiter in
        defer { waiter = nil }
        return waiter
      }?.resume(returning: result)
    }
  }

  private struct State {
    /// Each call waits for its answer, so there are as many as tasks that publish.
    var calls: [Call] = []
    /// Callers without an answer, by ticket, whether or not the thread has taken their messages.
    var callers: [UInt64: Caller] = [:]
    var lastTicket: UInt64 = 0
    var closeCallers: [CheckedContinuation<Void, Never>] = []
    var isCloseRequested = false
    /// Nobody waits for the thread any more.
    var isAbandoned = false
    /// Why the broker takes no messages now.
    var blocked: String?
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

  var blocked: String? { state.withLock { $0.blocked } }

  func publish(
    _ messages: [OutboundMessage], by deadline: ContinuousClock.Instant
  ) async throws(AMQPError) -> [PublishOutcome] {
    let ticket = state.withLock { state in
      state.lastTicket += 1
      return state.lastTicket
    }
    defer { state.withLock { _ = $0.callers.removeValue(forKey: ticket) } }
    let result = await withCheckedContinuation { waiter in
      let caller = Caller(waiter)
      let (refusal, mustWake) = state.withLock { state -> (AMQPError?, Bool) in
        if let refusal = Self.refusal(state) { return (refusal, false) }
        state.callers[ticket] = caller
        state.calls.append(
          Call(messages: messages, deadline: deadline, caller: caller))
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
        guard state.end == nil, !state.isAbandoned else { return (true, false) }
        state.isCloseRequested = true
        state.closeCallers.append(caller)
        return (false, Self.wakes(&state))
      }
      if isDone { caller.resume() }
      if mustWake { wake.signal() }
    }
  }

  /// Closes without waiting, and lets nobody else wait: not even for a thread that is stuck in
  /// `send`.
  func abandon() {
    let (callers, closers, mustWake) = state.withLock { state in
      state.isCloseRequested = true
      state.isAbandoned = true
      defer {
        state.callers = [:]
        state.closeCallers = []
      }
      return (state.callers.values, state.closeCallers, Self.wakes(&state))
    }
    if mustWake { wake.signal() }
    let error = AMQPError(.connectionLost, detail: "the connection was given up")
    for caller in callers { caller.resume(returning: .failure(error)) }
    for caller in closers { caller.resume() }
  }

  // MARK: For the thread

  /// The new calls, and whether to close once all are answered.
  func takeOrders() -> (calls: [Call], close: Bool) {
    state.withLock { state in
      state.isAsleep = false
      defer { state.calls = [] }
      return (state.calls, state.isCloseRequested)
    }
  }

  /// Whether the thread may sleep, that is, nobody has given it work since `takeOrders`.
  func fallsAsleep(isClosing: Bool) -> Bool {
    state.withLock { state in
      guard state.calls.isEmpty, isClosing || !state.isCloseRequested else { return false }
      state.isAsleep = true
      return true
    }
  }

  func blocked(_ reason: String?) {
    state.withLock { $0.blocked = reason }
  }

  /// The thread ends.
  func ended(_ error: AMQPError) {
    let last = state.withLock { state in
      let last = state
      state = State()
      state.lastTicket = last.lastTicket
      state.isCloseRequested = last.isCloseRequested
      state.isAbandoned = last.isAbandoned
      state.end = error
      return last
    }
    for call in last.calls { call.caller.resume(returning: .failure(error)) }
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
