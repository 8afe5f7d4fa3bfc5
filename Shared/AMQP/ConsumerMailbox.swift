internal import Synchronization

/// What passes between a consumer's callers and its thread: deliveries one way, settlements and
/// requests the other. Whole arrays change hands under one lock.
final class ConsumerMailbox: Sendable {
  /// What the thread is to do.
  struct Orders {
    var commands: [Settlements.Command]
    var cancel: Bool
    var close: Bool
  }

  /// What one call takes.
  struct Most { let limit: Int, ofOneQueue: Int, hand: ConsumerHand }

  typealias Waiter = CheckedContinuation<ConsumerTurn, any Error>

  private struct State {
    /// Received and not handed out. The broker's prefetch is its limit.
    var lanes = Lanes()
    var settlements = Settlements()
    /// Callers in `next`, by ticket, in the order of their coming.
    var waiters: [(ticket: UInt64, most: Most, waiter: Waiter)] = []
    var lastTicket: UInt64 = 0
    /// Tickets of calls under way; and whether one was cancelled before its wait began.
    var calls: [UInt64: Bool] = [:]
    var cancelCallers: [CheckedContinuation<Void, Never>] = []
    var closeCallers: [CheckedContinuation<Void, Never>] = []
    var isCancelRequested = false
    var isCloseRequested = false
    /// The broker sends no more.
    var isCancelled = false
    /// The thread is gone, for this reason.
    var end: AMQPError?
    /// The thread waits in `poll`, and whoever gives it work must wake it.
    var isAsleep = false
  }

  private typealias Answer = (waiter: Waiter, turn: ConsumerTurn)

  let wake: Wake
  private let state = Mutex(State())

  init() throws(AMQPError) {
    wake = try Wake()
  }

  // MARK: For the callers

  var unsettled: Int { state.withLock { $0.settlements.unsettled } }

  func next(
    atMost limit: Int, ofOneQueue share: Int, by hand: ConsumerHand
  ) async throws -> ConsumerTurn {
    let most = Most(limit: max(limit, 1), ofOneQueue: max(share, 1), hand: hand)
    let ticket = state.withLock { state in
      state.lastTicket += 1
      state.calls[state.lastTicket] = false
      return state.lastTicket
    }
    defer { state.withLock { _ = $0.calls.removeValue(forKey: ticket) } }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiter in
        let (result, answers) = state.withLock {
          state -> (Result<ConsumerTurn, any Error>?, [Answer]) in
          if state.calls[ticket] == true { return (.failure(CancellationError()), []) }
          let result = Self.ready(&state, most)
          if result == nil { state.waiters.append((ticket, most, waiter)) }
          // What this hand had until now, the other may take.
          return (result, Self.match(&state))
        }
        if let result { waiter.resume(with: result) }
        for answer in answers { answer.waiter.resume(returning: answer.turn) }
      }
    } onCancel: {
      cancel(ticket)
    }
  }

  func settle(_ body: (inout Settlements) -> Void) {
    let mustWake = state.withLock { state in
      body(&state.settlements)
      return state.settlements.isPending && Self.wakes(&state)
    }
    if mustWake { wake.signal() }
  }

  func cancel() async {
    await withCheckedContinuation { caller in
      let (isDone, mustWake) = state.withLock { state in
        guard state.end == nil, !state.isCancelled else { return (true, false) }
        state.isCancelRequested = true
        state.cancelCallers.append(caller)
        return (false, Self.wakes(&state))
      }
      if isDone { caller.resume() }
      if mustWake { wake.signal() }
    }
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

  /// Closes without waiting, and lets nobody else wait.
  func abandon() {
    let error = AMQPError(.closed)
    let (waiters, callers, mustWake) = state.withLock { state in
      state.isCloseRequested = true
      state.end = state.end ?? error
      defer {
        state.waiters = []
        state.cancelCallers = []
        state.closeCallers = []
      }
      return (state.waiters, state.cancelCallers + state.closeCallers, Self.wakes(&state))
    }
    if mustWake { wake.signal() }
    for entry in waiters { entry.waiter.resume(throwing: error) }
    for caller in callers { caller.resume() }
  }

  // MARK: For the thread

  func takeOrders() -> Orders {
    state.withLock { state in
      state.isAsleep = false
      return Orders(
        commands: state.settlements.takeCommands(), cancel: state.isCancelRequested,
        close: state.isCloseRequested)
    }
  }

  /// Whether the thread may sleep, that is, nobody has given it work since `takeOrders`.
  func fallsAsleep(isCancelling: Bool) -> Bool {
    state.withLock { state in
      guard !state.settlements.isPending, !state.isCloseRequested else { return false }
      guard isCancelling || !state.isCancelRequested else { return false }
      state.isAsleep = true
      return true
    }
  }

  func deliver(_ deliveries: [Delivery]) {
    guard !deliveries.isEmpty else { return }
    let answers = state.withLock { state -> [Answer] in
      for delivery in deliveries { state.settlements.received(delivery.tag) }
      state.lanes.append(deliveries)
      return Self.match(&state)
    }
    for answer in answers { answer.waiter.resume(returning: answer.turn) }
  }

  /// The broker sends no more.
  func cancelled() {
    let (answers, callers) = state.withLock { state in
      state.isCancelled = true
      defer { state.cancelCallers = [] }
      return (Self.match(&state), state.cancelCallers)
    }
    for answer in answers { answer.waiter.resume(returning: answer.turn) }
    for caller in callers { caller.resume() }
  }

  /// The thread ends. What was not handed out is dropped: the broker delivers it again.
  func ended(_ error: AMQPError) {
    let last = state.withLock { state in
      let last = state
      state = State()
      state.isCancelled = last.isCancelled
      state.calls = last.calls
      state.lastTicket = last.lastTicket
      state.end = error
      return last
    }
    for entry in last.waiters { entry.waiter.resume(throwing: error) }
    for caller in last.cancelCallers + last.closeCallers { caller.resume() }
  }

  // MARK: Under the lock

  private static func wakes(_ state: inout State) -> Bool {
    defer { state.isAsleep = false }
    return state.isAsleep
  }

  private static func ready(
    _ state: inout State, _ most: Most
  ) -> Result<ConsumerTurn, any Error>? {
    if let end = state.end {
      return state.isCancelled && end.code == .closed ? .success(ConsumerTurn()) : .failure(end)
    }
    return turn(&state, most).map { .success($0) }
  }

  private static func match(_ state: inout State) -> [Answer] {
    var answers: [Answer] = []
    let waiters = state.waiters
    state.waiters = []
    for entry in waiters {
      if let turn = turn(&state, entry.most) {
        answers.append((entry.waiter, turn))
      } else {
        state.waiters.append(entry)
      }
    }
    return answers
  }

  /// What there is for a caller; `nil` where it must wait. Once the broker sends no more, a turn
  /// without deliveries says that nothing is left: the rest is for the hand that takes no floods.
  private static func turn(_ state: inout State, _ most: Most) -> ConsumerTurn? {
    let turn = state.lanes.turn(
      atMost: most.limit, ofOneQueue: most.ofOneQueue, by: most.hand, isLast: state.isCancelled,
      at: .now)
    guard turn.deliveries.isEmpty else { return turn }
    let isOver = state.isCancelled && (state.lanes.isEmpty || most.hand == .floods)
    return isOver ? turn : nil
  }

  /// Ends the wait of a call, at once where it has not begun; a call that is over needs nothing.
  private func cancel(_ ticket: UInt64) {
    let waiter = state.withLock { state -> Waiter? in
      guard let index = state.waiters.firstIndex(where: { $0.ticket == ticket }) else {
        if state.calls[ticket] != nil { state.calls[ticket] = true }
        return nil
      }
      return state.waiters.remove(at: index).waiter
    }
    waiter?.resume(throwing: CancellationError())
  }
}
