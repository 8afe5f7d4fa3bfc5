import Dispatch

/// Runs an actor's work on a thread of its own, one job after the other.
///
/// libpq blocks while it waits for the server. On the shared cooperative threads that would starve
/// everyone else, so each connection brings its own queue.
final class QueueExecutor: SerialExecutor {
  private let queue: DispatchQueue

  init(label: String) { queue = DispatchQueue(label: label) }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }

  func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
