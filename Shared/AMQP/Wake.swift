internal import CRabbitMQ
internal import Glibc

/// A descriptor that any thread can make readable, so that a thread in `poll` returns.
final class Wake: Sendable {
  private let descriptor: Int32

  /// - Throws: `.other` when the process has no descriptor left.
  init() throws(AMQPError) {
    descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard descriptor >= 0 else {
      throw AMQPError(.other, detail: "no file descriptor left: raise the limit")
    }
  }

  deinit {
    close(descriptor)
  }

  /// Wakes the sleeper, or keeps it from falling asleep.
  func signal() {
    var one: UInt64 = 1
    // A full counter already is a signal.
    _ = unsafe write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Sleeps until the socket has bytes, `signal()` was called, or the time is over.
  func sleep(socket: Int32, milliseconds: Int32) {
    var descriptors = [
      pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    // Interrupted or not: the caller looks at everything anyway.
    _ = unsafe poll(&descriptors, 2, milliseconds)
    guard descriptors[1].revents != 0 else { return }
    var count: UInt64 = 0
    _ = unsafe read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
