import Glibc

/// One client, from its first byte to our last.
struct HealthConnection {
  /// Where the exchange stands.
  enum Phase {
    /// The head has not come in full. Goes to `answering`, or to `writing` when it is refused.
    case reading([UInt8])
    /// A task works on the answer. Goes to `writing`.
    case answering
    /// The answer goes out; the connection is closed after the last byte.
    case writing(ArraySlice<UInt8>)
  }

  /// What a step ended with.
  enum Turn: Equatable {
    case wait
    case request(HTTPRequestHead)
    case close
  }

  let socket: Descriptor
  /// When the client must have done its part, in milliseconds of the monotonic clock.
  var deadline: Int64
  private(set) var phase: Phase = .reading([])

  init(socket: Descriptor, deadline: Int64) {
    self.socket = socket
    self.deadline = deadline
  }

  /// What `poll` should wait for.
  var events: Int16 {
    switch phase {
    case .reading: Int16(POLLIN)
    case .answering: 0
    case .writing: Int16(POLLOUT)
    }
  }

  /// How gladly the connection is given up when there are too many: the smallest first.
  var worth: Int {
    switch phase {
    case .reading: 0
    case .writing: 1
    case .answering: 2
    }
  }

  /// Does what the socket is ready for.
  mutating func advance(headLimit: Int) -> Turn {
    switch phase {
    case .reading(let bytes): return read(after: bytes, limit: headLimit)
    case .answering: return .close  // Only an error or a hang-up wakes a connection that waits.
    case .writing(let rest): return write(rest)
    }
  }

  /// Begins to send an answer.
  mutating func send(_ bytes: [UInt8]) -> Turn { write(bytes[...]) }

  private mutating func read(after bytes: [UInt8], limit: Int) -> Turn {
    var block = [UInt8](repeating: 0, count: 2_048)
    let count = block.withUnsafeMutableBytes {
      recv(socket.number, $0.baseAddress, $0.count, 0)
    }
    guard count > 0 else { return count < 0 && Self.mayRetry(errno) ? .wait : .close }
    let bytes = bytes + block.prefix(count)
    switch HTTPRequestHead.read(bytes, limit: limit) {
    case .incomplete:
      phase = .reading(bytes)
      return .wait
    case .complete(let head):
      phase = .answering
      return .request(head)
    case .malformed: return send(HTTPAnswer.plain(.badRequest).bytes(includingBody: true))
    case .tooLong: return send(HTTPAnswer.plain(.headTooLong).bytes(includingBody: true))
    }
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>) -> Turn {
    // MSG_NOSIGNAL: a client that went away must not end the process.
    let count = bytes.withUnsafeBytes {
      Glibc.send(socket.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    guard count >= 0 || Self.mayRetry(errno) else { return .close }
    let rest = bytes.dropFirst(max(0, count))
    phase = .writing(rest)
    return rest.isEmpty ? .close : .wait
  }

  private static func mayRetry(_ code: Int32) -> Bool { code == EAGAIN || code == EINTR }
}
