internal import CRabbitMQ
internal import Dispatch

/// Declares and inspects the topology, over one connection.
///
/// An error closes the channel, as AMQP wants it: an admin that threw is of no further use.
public actor AMQPAdmin {
  /// The kinds of exchanges.
  public enum ExchangeKind: String, Sendable { case direct, topic, fanout, headers }

  /// What a queue holds.
  public struct Depth: Sendable, Hashable {
    public let messages: Int
    public let consumers: Int
  }

  private let executor: AdminExecutor
  private var connection: Connection?

  /// Runs requests off the shared threads: the C library blocks.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe executor.asUnownedSerialExecutor()
  }

  private init() { executor = AdminExecutor() }

  /// Connects.
  ///
  /// - Throws: `.connectionFailed`, `.refusedCredentials`, `.accessRefused`.
  public static func open(_ configuration: AMQPConfiguration) async throws(AMQPError) -> AMQPAdmin {
    let admin = AMQPAdmin()
    try await admin.connect(configuration)
    return admin
  }

  private func connect(_ configuration: AMQPConfiguration) throws(AMQPError) {
    connection = try Connection(
      configuration, sendTimeoutSeconds: configuration.connectTimeoutSeconds)
  }

  private func live() throws(AMQPError) -> Connection {
    guard let connection else { throw AMQPError(.closed) }
    connection.arena.reset()
    return connection
  }

  /// Declares an exchange.
  ///
  /// - Throws: `.preconditionFailed` when another one has the name, `.accessRefused`.
  public func declareExchange(
    _ name: String, kind: ExchangeKind, durable: Bool
  ) throws(AMQPError) {
    let connection = try live()
    _ = unsafe amqp_exchange_declare(
      connection.raw, Connection.channel, connection.arena.bytes(name),
      connection.arena.bytes(kind.rawValue), 0, durable ? 1 : 0, 0, 0, amqp_empty_table)
    try connection.checkReply()
  }

  /// Declares a queue.
  ///
  /// - Throws: `.preconditionFailed` when another one has the name, `.accessRefused`.
  @discardableResult public func declareQueue(
    _ name: String, durable: Bool, exclusive: Bool, autoDelete: Bool,
    arguments: [String: HeaderValue]
  ) throws(AMQPError) -> Depth {
    let connection = try live()
    let answer = unsafe amqp_queue_declare(
      connection.raw, Connection.channel, connection.arena.bytes(name), 0, durable ? 1 : 0,
      exclusive ? 1 : 0, autoDelete ? 1 : 0, connection.arena.table(arguments))
    try connection.checkReply()
    guard let answer = unsafe answer else { throw AMQPError(.frameError) }
    return unsafe Depth(
      messages: Int(answer.pointee.message_count), consumers: Int(answer.pointee.consumer_count))
  }

  /// What a queue holds now.
  ///
  /// - Throws: `.notFound` when there is no such queue.
  public func depth(of name: String) throws(AMQPError) -> Depth {
    let connection = try live()
    let answer = unsafe amqp_queue_declare(
      connection.raw, Connection.channel, connection.arena.bytes(name), 1, 0, 0, 0,
      amqp_empty_table)
    try connection.checkReply()
    guard let answer = unsafe answer else { throw AMQPError(.frameError) }
    return unsafe Depth(
      messages: Int(answer.pointee.message_count), consumers: Int(answer.pointee.consumer_count))
  }

  /// Binds a queue to an exchange.
  ///
  /// - Throws: `.notFound` when one of them is missing.
  public func bind(queue: String, exchange: String, routingKey: String) throws(AMQPError) {
    let connection = try live()
    _ = unsafe amqp_queue_bind(
      connection.raw, Connection.channel, connection.arena.bytes(queue),
      connection.arena.bytes(exchange), connection.arena.bytes(routingKey), amqp_empty_table)
    try connection.checkReply()
  }

  /// Deletes a queue with what it holds.
  public func deleteQueue(_ name: String) throws(AMQPError) {
    let connection = try live()
    _ = unsafe amqp_queue_delete(
      connection.raw, Connection.channel, connection.arena.bytes(name), 0, 0)
    try connection.checkReply()
  }

  /// Deletes an exchange with its bindings, where there is one.
  ///
  /// - Throws: `AMQPError` when the broker refuses it or cannot be reached.
  public func deleteExchange(_ name: String) throws(AMQPError) {
    let connection = try live()
    _ = unsafe amqp_exchange_delete(
      connection.raw, Connection.channel, connection.arena.bytes(name), 0)
    try connection.checkReply()
  }

  /// Closes the connection.
  public func close() {
    connection?.close()
    connection = nil
  }
}

/// One queue of Dispatch as a serial executor.
private final class AdminExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "amqp.admin")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
