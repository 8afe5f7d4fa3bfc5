/// Every bound of the runtime, with its name. The defaults suit two cores.
public struct Limits: Sendable {
  /// Messages in one transaction, at most.
  public var batch = 100
  /// Deliveries that the broker may have in flight to one instance.
  public var prefetch = 400
  /// Batches whose confirms may be awaited while the next transactions run.
  public var unconfirmedBatches = 4
  /// Seconds during which a row of the outbox belongs to the instance that wrote or claimed it.
  public var leaseSeconds = 10
  /// Rows that one pass of the relay claims.
  public var relayBatch = 200
  /// Times the broker may return or refuse a row before it waits for an operator.
  public var refusalsBeforeBlocking = 5
  /// Deadlines fired in one transaction.
  public var deadlineBatch = 100
  /// Released messages taken back in one transaction.
  public var releasedBatch = 20
  /// Pause between two passes of the background work when there was nothing to do.
  public var idlePause: Duration = .milliseconds(20)
  /// Pause before reconnecting, doubled at each failure up to `longestPause`.
  public var firstPause: Duration = .milliseconds(50)
  /// The longest pause before reconnecting.
  public var longestPause: Duration = .seconds(2)
  /// Bytes of a payload that quarantine keeps.
  public var quarantinedBytes = 262_144

  /// The defaults.
  public init() {}
}
