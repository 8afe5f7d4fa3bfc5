import Dispatch
import Glibc
import Synchronization

/// Stands between a client and a server, and swallows nothing until it is told to: then bytes stay
/// where they are, as when the server's process is stopped, and nobody notices a closed connection.
final class SwallowingProxy: Sendable {
  struct Failed: Error {}

  private static let patienceMilliseconds: Int32 = 5
  private static let backlog: Int32 = 64
  private static let chunk = 65_536

  let port: Int
  private let listener: Int32
  private let target: Int
  private let frozen = Mutex(false)
  private let closed = Mutex(false)

  /// Listens on a free port of this machine.
  init(to target: Int) throws {
    self.target = target
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = Self.address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, length) }
    }
    guard bound == 0, listen(listener, Self.backlog) == 0 else { throw Failed() }
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    let queue = DispatchQueue(label: "proxy")
    queue.async { self.acceptAll() }
  }

  /// From now on nothing passes, until `thaw`.
  func freeze() { frozen.withLock { $0 = true } }

  func thaw() { frozen.withLock { $0 = false } }

  /// Ends the listener and, by and by, every connection.
  func close() {
    closed.withLock { $0 = true }
    shutdown(listener, Int32(SHUT_RDWR))
    _ = Glibc.close(listener)
  }

  private var isFrozen: Bool { frozen.withLock { $0 } }
  private var isClosed: Bool { closed.withLock { $0 } }

  private func acceptAll() {
    while !isClosed {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { return }
      let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = Self.address(port: target)
      let status = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      guard status == 0 else {
        _ = Glibc.close(client)
        continue
      }
      DispatchQueue(label: "proxy.connection").async { self.carry(client, server) }
    }
  }

  private func carry(_ client: Int32, _ server: Int32) {
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    var isOpen = true
    while isOpen, !isClosed {
      let listens = Int16(isFrozen ? 0 : POLLIN)
      var sockets = [
        pollfd(fd: client, events: listens, revents: 0),
        pollfd(fd: server, events: listens, revents: 0),
      ]
      _ = poll(&sockets, 2, Self.patienceMilliseconds)
      guard !isFrozen else { continue }
      for (from, to) in [(0, server), (1, client)] where sockets[from].revents != 0 {
        let count = recv(sockets[from].fd, &buffer, Self.chunk, 0)
        isOpen = isOpen && count > 0 && Self.send(buffer[..<max(count, 0)], to: to)
      }
    }
    _ = Glibc.close(client)
    _ = Glibc.close(server)
  }

  private static func send(_ bytes: ArraySlice<UInt8>, to socket: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func address(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }
}
