import Glibc

/// Owns the sockets of the health server, on a thread of its own.
///
/// A thread and `poll`, because every bound must hold against a client that sends a byte a minute
/// or never reads: each connection has a deadline, and a new client displaces the one that has been
/// dawdling longest. Nothing here waits for a task.
struct HealthLoop {
  /// A request that waits for its answer.
  struct Request: Sendable {
    let connection: UInt64
    let head: HTTPRequestHead
  }

  /// How long no connection is taken after the system refused one, in milliseconds.
  private static let pauseAfterRefusal: Int64 = 100
  /// How many connections are taken in one turn.
  private static let acceptsPerTurn = 16

  private var listener: Descriptor?
  private let mailbox: HealthMailbox
  private let limits: HealthServer.Limits
  /// Hands a request over; returns false when nobody takes it.
  private let deliver: (Request) -> Bool
  private var connections: [UInt64: HealthConnection] = [:]
  private var nextConnection: UInt64 = 0
  private var acceptAgainAt: Int64 = 0

  init(
    listener: Descriptor, mailbox: HealthMailbox, limits: HealthServer.Limits,
    deliver: @escaping (Request) -> Bool
  ) {
    self.listener = listener
    self.mailbox = mailbox
    self.limits = limits
    self.deliver = deliver
  }

  /// Serves until the mailbox says stop and the last answer is out.
  mutating func run() {
    while listener != nil || !connections.isEmpty {
      let ready = waitForSockets()
      readMailbox()
      for connection in ready { advance(connection) }
      acceptConnections()
      let now = Self.now()
      for (id, connection) in connections where connection.deadline <= now { drop(id) }
    }
  }

  /// Waits for the sockets, the mailbox or the next deadline; returns what can go on.
  private func waitForSockets() -> [UInt64] {
    let now = Self.now()
    var entries = [pollfd(fd: mailbox.wake.number, events: Int16(POLLIN), revents: 0)]
    if let listener, now >= acceptAgainAt {
      entries.append(pollfd(fd: listener.number, events: Int16(POLLIN), revents: 0))
    }
    let first = entries.count
    let order = Array(connections.keys)
    for id in order {
      guard let connection = connections[id] else { continue }
      entries.append(pollfd(fd: connection.socket.number, events: connection.events, revents: 0))
    }
    var deadline = connections.values.map(\.deadline).min() ?? .max
    if now < acceptAgainAt { deadline = min(deadline, acceptAgainAt) }
    let wait = deadline == .max ? -1 : Int32(clamping: max(0, deadline - now))
    guard poll(&entries, nfds_t(entries.count), wait) > 0 else { return [] }
    return zip(order, entries[first...]).filter { $0.1.revents != 0 }.map(\.0)
  }

  private mutating func readMailbox() {
    let contents = mailbox.take()
    for (id, bytes) in contents.answers {
      // The client may have left meanwhile.
      guard let step = connections[id]?.send(bytes) else { continue }
      conclude(id, step)
    }
    if contents.isStopping, listener != nil { stopListening() }
  }

  private mutating func stopListening() {
    listener?.stopListening()
    listener = nil
    let end = Self.now() + limits.shutdown.milliseconds
    for (id, connection) in connections {
      if case .reading = connection.phase {
        connections[id] = nil
      } else {
        connections[id]?.deadline = min(connection.deadline, end)
      }
    }
  }

  private mutating func advance(_ id: UInt64) {
    guard let step = connections[id]?.advance(headLimit: limits.headBytes) else { return }
    conclude(id, step)
  }

  private mutating func conclude(_ id: UInt64, _ step: HealthConnection.Turn) {
    switch step {
    case .wait: break
    case .close: connections[id] = nil
    case .request(let head):
      connections[id]?.deadline = Self.now() + limits.exchange.milliseconds
      if !deliver(Request(connection: id, head: head)) { connections[id] = nil }
    }
  }

  private mutating func acceptConnections() {
    guard let listener, Self.now() >= acceptAgainAt else { return }
    for _ in 0..<Self.acceptsPerTurn {
      let number = accept(listener.number, nil, nil)
      guard number >= 0 else {
        if ![EAGAIN, EINTR, ECONNABORTED].contains(errno) {
          // Out of descriptors, most likely: the listener would be ready again at once.
          acceptAgainAt = Self.now() + Self.pauseAfterRefusal
        }
        return
      }
      let socket = Descriptor(number)
      socket.makeNonBlocking()
      makeRoom()
      nextConnection += 1
      connections[nextConnection] = HealthConnection(
        socket: socket, deadline: Self.now() + limits.head.milliseconds)
    }
  }

  private mutating func makeRoom() {
    guard connections.count >= limits.connections else { return }
    // Connections taken within one millisecond share their deadline: then the first come goes
    // first.
    let slowest = connections.min {
      ($0.value.worth, $0.value.deadline, $0.key) < ($1.value.worth, $1.value.deadline, $1.key)
    }
    if let slowest { drop(slowest.key) }
  }

  /// Gives a client up that was too slow.
  private mutating func drop(_ id: UInt64) {
    connections.removeValue(forKey: id)?.socket.forgetUnsent()
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}

extension Duration {
  /// Whole milliseconds, rounded down.
  fileprivate var milliseconds: Int64 {
    components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
  }
}
