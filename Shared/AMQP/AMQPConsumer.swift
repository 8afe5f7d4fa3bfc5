/// Takes messages off queues, over one connection with a thread of its own.
///
/// A consumer that fails is of no further use: open another. What was not settled is then
/// delivered again, under new tags.
public final class AMQPConsumer: Sendable {
  private let mailbox: ConsumerMailbox
  /// The queues that cannot be consumed, and why: missing, or closed to this user.
  public let absent: [AbsentQueue]

  /// Connects and begins to consume what is there of several queues; one alone must be there.
  ///
  /// - Parameters:
  ///   - queues: the queues.
  ///   - prefetch: how many deliveries of each queue may be unsettled, 1 to 65,535. Memory holds
  ///     at most this many times the largest body, for each queue.
  ///   - singly: those of the queues of which one delivery only may be unsettled: when the
  ///     connection dies, no other comes back with it.
  /// - Throws: `.connectionFailed`, `.refusedCredentials`, `.accessRefused`, `.notFound` when every
  ///   queue is missing, `.resourceLocked` when another connection has one for itself.
  public static func open(
    _ configuration: AMQPConfiguration, queues: [String], prefetch: Int,
    singly: Set<String> = []
  ) async throws(AMQPError) -> AMQPConsumer {
    guard !queues.isEmpty else { throw AMQPError(.other, detail: "no queue is named") }
    let mailbox = try ConsumerMailbox()
    let absent = try await onNewThread { () throws(AMQPError) -> ([AbsentQueue], () -> Void) in
      let loop = try ConsumerLoop(
        configuration, queues: queues, prefetch: prefetch, singly: singly, mailbox)
      return (loop.absent, loop.run)
    }
    return AMQPConsumer(mailbox, absent: absent)
  }

  /// Which of these queues cannot be consumed now. It takes nothing from any of them.
  ///
  /// - Throws: `.connectionFailed`, `.refusedCredentials`, `.connectionLost`.
  public static func absent(
    of queues: [String], at configuration: AMQPConfiguration
  ) async throws(AMQPError) -> [AbsentQueue] {
    try await onNewThread { () throws(AMQPError) -> ([AbsentQueue], () -> Void) in
      let connection = try Connection(
        configuration, sendTimeoutSeconds: configuration.rpcTimeoutSeconds)
      defer { connection.close() }
      return (try connection.absent(of: queues), {})
    }
  }

  private init(_ mailbox: ConsumerMailbox, absent: [AbsentQueue]) {
    self.mailbox = mailbox
    self.absent = absent
  }

  deinit {
    mailbox.abandon()
  }

  /// Waits for at least one delivery, then returns those already received, at most `limit`, each
  /// queue's in the order of arrival. None means: `cancel()` was called, and everything is handed
  /// out.
  ///
  /// - Throws: `AMQPError` when the connection is lost or closed, `CancellationError` when the
  ///   calling task is cancelled.
  public func next(atMost limit: Int) async throws -> [Delivery] {
    try await mailbox.next(atMost: limit, ofOneQueue: limit, by: .only).deliveries
  }

  /// The same for many queues: every one that has something gets its part, and a queue that floods
  /// no more than `share` while another comes now and then, whose next message need not wait for a
  /// whole batch of the flood.
  ///
  /// - Parameter hand: Who asks, of two that work side by side; it has done what it took before.
  /// - Throws: As `next(atMost:)`.
  public func turn(
    atMost limit: Int, ofOneQueue share: Int, by hand: ConsumerHand
  ) async throws -> ConsumerTurn {
    try await mailbox.next(atMost: limit, ofOneQueue: share, by: hand)
  }

  /// Settles deliveries as done. It never waits. A tag that is unknown or settled is ignored, as
  /// are all tags of a lost connection.
  public func acknowledge(_ tags: [UInt64]) {
    mailbox.settle { $0.acknowledge(tags) }
  }

  /// Settles deliveries as not done. It never waits. Without `requeue` they go to the queue's dead
  /// letter exchange, or are gone if it has none.
  public func reject(_ tags: [UInt64], requeue: Bool) {
    mailbox.settle { $0.reject(tags, requeue: requeue) }
  }

  /// How many deliveries have come and are not settled.
  public var unsettled: Int { mailbox.unsettled }

  /// Asks for no further deliveries and waits until the broker agrees. What has come may still be
  /// taken and settled.
  public func cancel() async {
    await mailbox.cancel()
  }

  /// Writes the settlements that were posted, closes, and waits until that is done: two seconds
  /// after the last byte is written, at the latest.
  public func close() async {
    await mailbox.close()
  }

  /// Ends every wait with `.closed` and closes, without waiting for any of it: for a process that
  /// must leave whatever hangs.
  public func abandon() {
    mailbox.abandon()
  }
}

/// A queue that cannot be consumed.
public struct AbsentQueue: Sendable, Hashable {
  public let queue: String
  /// Why: `.notFound`, or `.accessRefused`.
  public let reason: AMQPError.Code

  /// A queue and why it cannot be consumed.
  public init(_ queue: String, reason: AMQPError.Code) {
    self.queue = queue
    self.reason = reason
  }
}

/// Makes something on a new thread, which then goes on with it.
///
/// - Throws: what `make` throws; the thread then ends.
func onNewThread<Value: Sendable>(
  _ make: @escaping @Sendable () throws(AMQPError) -> (Value, run: () -> Void)
) async throws(AMQPError) -> Value {
  let result: Result<Value, AMQPError> = await withCheckedContinuation { caller in
    do throws(AMQPError) {
      try startThread {
        do throws(AMQPError) {
          let (value, run) = try make()
          caller.resume(returning: .success(value))
          run()
        } catch {
          caller.resume(returning: .failure(error))
        }
      }
    } catch {
      caller.resume(returning: .failure(error))
    }
  }
  return try result.get()
}
