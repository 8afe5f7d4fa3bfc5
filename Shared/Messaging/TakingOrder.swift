import Synchronization

/// The order in which hands that share one queue take of it: the next one takes only once the last
/// one holds the locks of what it took. So the transaction of one is decided while that of another
/// is written to disk, and yet two messages about one dossier are decided in the order in which
/// they came: the later one waits in the database for the lock.
final class TakingOrder: Sendable {
  private struct State {
    var isTaking = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }
  private let state = Mutex(State())

  /// Waits for one's turn. Every wait ends: whoever has the turn passes it on.
  func enter() async -> Pass {
    await withCheckedContinuation { waiter in
      let isFree = state.withLock { state in
        guard state.isTaking else {
          state.isTaking = true
          return true
        }
        state.waiting.append(waiter)
        return false
      }
      if isFree { waiter.resume() }
    }
    return Pass(self)
  }

  private func passOn() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.isTaking = false
      return nil
    }
    next?.resume()
  }

  /// The turn of one hand, until it is passed on.
  final class Pass: Sendable {
    private let order: TakingOrder
    private let isHeld = Mutex(true)

    fileprivate init(_ order: TakingOrder) { self.order = order }

    /// Passes the turn on, the first time that it is called.
    func leave() {
      guard
        isHeld.withLock({ held in
          defer { held = false }
          return held
        })
      else { return }
      order.passOn()
    }
  }
}
