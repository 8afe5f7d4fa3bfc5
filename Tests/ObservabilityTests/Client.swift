import Dispatch
import Foundation
import Glibc
import Synchronization

/// A client that does what a test tells it, byte by byte, on a thread of its own: it blocks.
final class Client: Sendable {
  struct Refused: Error {}

  /// `POLLRDHUP`, which the C library hides from Swift.
  private static let readHangUp: Int16 = 0x2000

  /// How long the server may take for anything, so that a broken one fails a test and ends it.
  private static let patienceSeconds = 240

  private let descriptor: Int32
  private let isOpen = Mutex(true)
  private let queue = DispatchQueue(label: "client")

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: Self.patienceSeconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status != 0 {
      close()
      throw Refused()
    }
  }

  deinit { close() }

  func close() {
    isOpen.withLock { isOpen in
      if isOpen { _ = Glibc.close(descriptor) }
      isOpen = false
    }
  }

  func send(_ text: String) async {
    await onThread { descriptor in
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
      }
    }
  }

  /// Everything until the server closes, or `nil` when it does not.
  func receiveAll() async -> String? {
    await onThread { descriptor in
      var all: [UInt8] = []
      var block = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = block.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        if count < 0, errno == EAGAIN { return nil }
        guard count > 0 else { return String(decoding: all, as: UTF8.self) }
        all += block.prefix(count)
      }
    }
  }

  /// Waits, reading nothing, until the server has given the connection up; false when it does not.
  func waitUntilReset() async -> Bool {
    await onThread { descriptor in
      // Only what ends a connection: that there is something to read is no news here.
      var entry = pollfd(fd: descriptor, events: Self.readHangUp, revents: 0)
      return poll(&entry, 1, Int32(Self.patienceSeconds * 1_000)) == 1
    }
  }

  func exchange(_ request: String) async throws -> String {
    await send(request)
    guard let answer = await receiveAll() else { throw Refused() }
    return answer
  }

  func get(_ path: String) async throws -> (status: Int, body: String) {
    let answer = try await exchange("GET \(path) HTTP/1.1\r\nHost: test\r\n\r\n")
    let parts = answer.components(separatedBy: "\r\n\r\n")
    let words = answer.split(separator: " ", maxSplits: 2)
    guard parts.count == 2, words.count == 3, let status = Int(words[1]) else { throw Refused() }
    return (status, parts[1])
  }

  private func onThread<Value: Sendable>(
    _ work: @escaping @Sendable (Int32) -> Value
  ) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async { [descriptor] in continuation.resume(returning: work(descriptor)) }
    }
  }
}
