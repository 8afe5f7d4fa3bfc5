import Glibc
import Synchronization

/// What the tasks that answer requests tell the thread that owns the sockets.
final class HealthMailbox: Sendable {
  /// What has been put in since the last look.
  struct Contents {
    var answers: [(connection: UInt64, bytes: [UInt8])] = []
    var isStopping = false
  }

  /// Becomes readable when something has been put in.
  let wake: Descriptor
  private let waker: Descriptor
  private let contents = Mutex(Contents())

  init() throws(HealthServerError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .noWakeUp(reason: String(cString: strerror(errno))) }
    wake = Descriptor(ends[0])
    waker = Descriptor(ends[1])
    wake.makeNonBlocking()
    waker.makeNonBlocking()
  }

  /// Hands over the answer to a connection's request.
  func answer(_ connection: UInt64, with bytes: [UInt8]) {
    contents.withLock { $0.answers.append((connection, bytes)) }
    ring()
  }

  /// Takes no more connections; those that wait for an answer still get it.
  func stop() {
    contents.withLock { $0.isStopping = true }
    ring()
  }

  /// Empties the mailbox; that the server is stopping stays.
  func take() -> Contents {
    var rings = [UInt8](repeating: 0, count: 64)
    _ = rings.withUnsafeMutableBytes { read(wake.number, $0.baseAddress, $0.count) }
    return contents.withLock { contents in
      defer { contents.answers = [] }
      return contents
    }
  }

  /// A full pipe needs no further byte: the thread will wake anyway.
  private func ring() {
    var ring: UInt8 = 1
    _ = write(waker.number, &ring, 1)
  }
}
