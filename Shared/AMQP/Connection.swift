internal import CRabbitMQ
internal import Glibc

/// One connection with one channel. It belongs to the thread that made it, and blocks.
///
/// Nothing of it is `Sendable`: `amqp_connection_state_t` must never be used by two threads.
@safe final class Connection {
  static let channel: amqp_channel_t = 1
  /// Bytes of one frame, what RabbitMQ offers by default.
  private static let frameBytes: Int32 = 131_072
  /// Bytes of the smallest frame that AMQP allows.
  private static let leastFrameBytes: Int32 = 4_096
  /// Seconds that the broker may take to answer the farewell.
  private static let closeSeconds = 2

  let raw: amqp_connection_state_t
  let arena = Arena()
  var assembly: ContentAssembly
  /// Names of the consumed queues; a consumer's tag is an index into it.
  var queues: [String] = []
  private var isOpen = false

  /// Bytes of one frame, as agreed with the broker.
  var frameBytes: Int { Int(unsafe amqp_get_frame_max(raw)) }

  /// The socket, or -1 when the library has closed it.
  var socket: Int32 { unsafe amqp_get_sockfd(raw) }

  /// Connects, logs in and opens the channel.
  ///
  /// - Parameter sendTimeoutSeconds: how long sent bytes may stay unread before the connection is
  ///   given up.
  /// - Throws: `.connectionFailed`, `.refusedCredentials`, `.accessRefused`.
  init(_ configuration: AMQPConfiguration, sendTimeoutSeconds: Int) throws(AMQPError) {
    guard let raw = unsafe amqp_new_connection() else {
      throw AMQPError(.other, detail: "no memory left")
    }
    unsafe self.raw = unsafe raw
    assembly = ContentAssembly(maximumBodyBytes: configuration.maximumBodyBytes)
    try openSocket(configuration)
    limitSending(seconds: sendTimeoutSeconds)
    try login(configuration)
    isOpen = true
    try openChannel()
  }

  deinit {
    unsafe amqp_destroy_connection(raw)
  }

  /// Says farewell, at most `closeSeconds` long. The memory goes with the object.
  func close() {
    guard isOpen else { return }
    isOpen = false
    guard socket >= 0 else { return }
    setReplyTimeout(seconds: Self.closeSeconds)
    _ = unsafe amqp_connection_close(raw, AMQP_REPLY_SUCCESS)
  }

  /// Opens the channel, at first and after the broker has closed it.
  func openChannel() throws(AMQPError) {
    _ = unsafe amqp_channel_open(raw, Self.channel)
    try checkReply()
  }

  /// How long a question may stay unanswered.
  private func setReplyTimeout(seconds: Int) {
    var timeout = timeval(tv_sec: max(seconds, 1), tv_usec: 0)
    unsafe amqp_set_rpc_timeout(raw, &timeout)
  }

  private func openSocket(_ configuration: AMQPConfiguration) throws(AMQPError) {
    let socket = try unsafe newSocket(configuration.tls)
    var timeout = timeval(tv_sec: max(configuration.connectTimeoutSeconds, 1), tv_usec: 0)
    arena.reset()
    let status = unsafe amqp_socket_open_noblock(
      socket, arena.cString(configuration.host), Int32(clamping: configuration.port), &timeout)
    guard status == AMQP_STATUS_OK.rawValue else { throw AMQPError(opening: status) }
  }

  private func newSocket(_ tls: AMQPConfiguration.TLS?) throws(AMQPError) -> OpaquePointer {
    guard let tls else {
      guard let socket = unsafe amqp_tcp_socket_new(raw) else {
        throw AMQPError(.other, detail: "no memory left")
      }
      return unsafe socket
    }
    guard let socket = unsafe amqp_ssl_socket_new(raw) else {
      throw AMQPError(.other, detail: "the TLS library does not start")
    }
    arena.reset()
    unsafe amqp_ssl_socket_set_verify_peer(socket, tls.verifyPeer ? 1 : 0)
    unsafe amqp_ssl_socket_set_verify_hostname(socket, tls.verifyPeer ? 1 : 0)
    var status = unsafe amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST)
    if status == 0 { status = unsafe amqp_ssl_socket_set_cacert(socket, arena.cString(tls.caFile)) }
    if status == 0, let certificate = tls.certificateFile, let key = tls.keyFile {
      status = unsafe amqp_ssl_socket_set_key(
        socket, arena.cString(certificate), arena.cString(key))
    }
    guard status == AMQP_STATUS_OK.rawValue else {
      throw AMQPError(.other, detail: "the TLS files cannot be used: check paths and rights")
    }
    return unsafe socket
  }

  /// A broker under an alarm stops reading but keeps its heartbeats up, and the library would then
  /// wait in `send` without end.
  private func limitSending(seconds: Int) {
    var milliseconds = UInt32(clamping: seconds * 1_000)
    unsafe setsockopt(
      socket, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT, &milliseconds,
      socklen_t(MemoryLayout<UInt32>.size))
  }

  private func login(_ configuration: AMQPConfiguration) throws(AMQPError) {
    var timeout = timeval(tv_sec: max(configuration.connectTimeoutSeconds, 1), tv_usec: 0)
    unsafe amqp_set_handshake_timeout(raw, &timeout)
    setReplyTimeout(seconds: configuration.rpcTimeoutSeconds)
    arena.reset()
    // Without these the broker takes a consumer off its queue, or stops reading, without a word.
    let capabilities = unsafe arena.table([
      "consumer_cancel_notify": .bool(true), "connection.blocked": .bool(true),
      "publisher_confirms": .bool(true), "basic.nack": .bool(true),
    ])
    var properties = unsafe arena.table(
      ["connection_name": .text(configuration.connectionName), "product": .text("Amont")],
      and: "capabilities", capabilities)
    let heartbeat = Int32(clamping: min(max(configuration.heartbeatSeconds, 1), 65_535))
    let virtualHost = unsafe arena.cString(configuration.virtualHost)
    let user = unsafe arena.cString(configuration.user)
    let isExternal = configuration.user.isEmpty && configuration.tls?.certificateFile != nil
    let reply =
      if isExternal {
        unsafe amont_login_external(
          raw, virtualHost, Self.frameBytes, heartbeat, &properties, user)
      } else {
        unsafe amont_login_plain(
          raw, virtualHost, Self.frameBytes, heartbeat, &properties, user,
          arena.cString(configuration.password))
      }
    if let error = unsafe AMQPError(login: reply) { throw error }
    // Smaller than this the library computes a negative size.
    guard unsafe amqp_get_frame_max(raw) >= Self.leastFrameBytes else {
      throw AMQPError(.frameError, detail: "the broker asks for frames below 4096 bytes")
    }
  }
}
