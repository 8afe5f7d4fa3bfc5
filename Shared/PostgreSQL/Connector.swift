import CLibPQ

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Opens connections.
///
/// libpq's own blocking call reports a failure without the server's code; this one asks for full
/// verbosity first, so that a wrong password can be told from a server that is starting.
enum Connector {
  /// Connects within the configuration's time.
  ///
  /// - Returns: a connection that the caller must finish.
  static func connect(
    _ configuration: PostgresConfiguration
  ) throws(PostgresError) -> OpaquePointer {
    let connection = try unsafe start(configuration)
    do {
      try unsafe complete(
        connection, within: max(1, configuration.connectTimeoutSeconds), configuration.deadline)
      return unsafe connection
    } catch {
      unsafe PQfinish(connection)
      throw error
    }
  }

  private static func start(
    _ configuration: PostgresConfiguration
  ) throws(PostgresError) -> OpaquePointer {
    let keywords = configuration.keywords
    guard !keywords.contains(where: { $0.value.utf8.contains(0) }) else {
      throw PostgresError(code: .connectionFailed, message: "a setting contains U+0000")
    }
    let connection = unsafe withCStrings(keywords.map(\.name)) { names in
      unsafe withCStrings(keywords.map(\.value)) { values in
        unsafe PQconnectStartParams(names, values, 0)
      }
    }
    guard let connection = unsafe connection else {
      throw PostgresError(code: .connectionFailed, message: "out of memory")
    }
    return unsafe connection
  }

  private static func complete(
    _ connection: OpaquePointer, within seconds: Int, _ end: RequestDeadline?
  ) throws(PostgresError) {
    guard unsafe PQstatus(connection) != CONNECTION_BAD else { throw unsafe failure(connection) }
    _ = unsafe PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    // Warnings of the server may quote data, and libpq would print them.
    _ = unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
    let deadline = ContinuousClock.now + .seconds(seconds)
    var state = PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      guard state != PGRES_POLLING_FAILED else { throw unsafe failure(connection) }
      let events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT
      let left = ContinuousClock.now.duration(to: deadline)
      let ready = unsafe SocketWait.wait(
        on: PQsocket(connection), for: Int32(events), atMost: left, until: end)
      guard ready != nil else {
        throw PostgresError(
          code: .connectionFailed, message: "no answer from the server within \(seconds) s")
      }
      state = unsafe PQconnectPoll(connection)
    }
    guard unsafe PQsetnonblocking(connection, 1) == 0, unsafe PQenterPipelineMode(connection) == 1
    else { throw unsafe failure(connection) }
  }

  private static func failure(_ connection: OpaquePointer) -> PostgresError {
    let text = unsafe PQerrorMessage(connection).map { unsafe String(cString: $0) }
    return ServerError.connectionFailure(text ?? "")
  }

  /// Lends the texts as a C array of C strings that ends with a null pointer.
  private static func withCStrings<R>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
  ) -> R {
    var offsets: [Int] = []
    var bytes: [CChar] = []
    for text in texts {
      offsets.append(bytes.count)
      bytes += text.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      let pointers = unsafe offsets.map { offset in
        unsafe bytes.baseAddress.map { unsafe $0 + offset }
      }
      return unsafe (pointers + [nil]).withUnsafeBufferPointer { unsafe body($0.baseAddress) }
    }
  }
}

/// Waits for a socket.
enum SocketWait {
  /// Waits until one of `events` (as `poll` names them) is there.
  ///
  /// - Parameter end: Ends the wait, too, when somebody sets it meanwhile.
  /// - Returns: what is there, or `nil` when the time is over. Without a time it waits as long as
  ///   it takes.
  static func wait(
    on socket: Int32, for events: Int32, atMost time: Duration?, until end: RequestDeadline? = nil
  ) -> Int32? {
    let deadline = time.map { ContinuousClock.now + $0 }
    while true {
      var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
      let ready = unsafe poll(&descriptor, 1, milliseconds(until: deadline, end))
      if ready > 0 { return Int32(descriptor.revents) }
      // A signal interrupts the wait without ending it.
      if ready < 0, errno != EINTR { return Int32(POLLERR) }
      if let deadline, ContinuousClock.now >= deadline { return nil }
      if let end, end.isOver { return nil }
    }
  }

  private static func milliseconds(
    until deadline: ContinuousClock.Instant?, _ end: RequestDeadline?
  ) -> Int32 {
    let step = end.map { _ in ContinuousClock.now + RequestDeadline.step }
    guard let deadline = [deadline, step].compactMap(\.self).min() else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    // Rounded up: rounded down, the last millisecond would be spent turning.
    return Int32(clamping: seconds &* 1000 &+ attoseconds / 1_000_000_000_000_000 &+ 1)
  }
}
