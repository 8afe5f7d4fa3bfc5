import Glibc

/// A file descriptor that is closed with its last owner.
final class Descriptor: Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Makes its calls return instead of waiting, and keeps it from programs that we might start.
  func makeNonBlocking() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  /// Refuses newcomers from now on, and those who were not taken yet, whoever else owns this.
  ///
  /// Otherwise the system would go on queueing them for a server that takes nobody any more.
  func stopListening() { _ = shutdown(number, Int32(SHUT_RDWR)) }

  /// Lets the system forget what a connection has not sent yet, once it is closed.
  ///
  /// Otherwise the bytes for a client that never reads would stay in the kernel for minutes.
  func forgetUnsent() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(number, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }
}
