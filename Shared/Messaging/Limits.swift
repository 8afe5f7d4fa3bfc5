import Contracts

/// Every bound of the runtime, with its name. The defaults suit two cores.
public struct Limits: Sendable {
  /// Messages in one transaction, at most.
  public var batch = 100
  /// Messages of a queue that floods in one transaction, at most, where many parties have a queue
  /// each and another comes now and then: whoever comes a moment later waits for this much of it.
  public var oneOfMany = 5
  /// How many times as long as one of its transactions took a flood, of a partner's events or of
  /// deadlines, rests while others come: it works one seventh of the time.
  public var floodRest = 6
  /// The longest that a flood rests after one of its transactions while others come.
  public var longestFloodRest: Duration = .milliseconds(250)
  /// Deliveries of a queue that the broker may have in flight to one instance.
  public var prefetch = 400
  /// Pause between two looks for a queue that was not there.
  public var queueLook: Duration = .seconds(60)
  /// Batches whose confirms may be awaited while the next transactions run.
  public var unconfirmedBatches = 4
  /// Seconds that the broker may take to confirm what was published.
  public var confirmSeconds = 15
  /// Seconds that may pass before a row that was stored or claimed is published; later it is given
  /// back.
  public var handlingSeconds = 10
  /// Seconds during which a row of the outbox belongs to the instance that wrote or claimed it. No
  /// other publishes it while that one may still wait for its confirm.
  public var leaseSeconds: Int { handlingSeconds + confirmSeconds + Self.leaseMarginSeconds }
  /// The longest that any row of the outbox is held.
  var longestLeaseSeconds: Int { max(leaseSeconds, longestRefusalPauseSeconds) }
  /// How long what the broker said of some messages of a batch waits for what it says of the
  /// others, so that all are marked together.
  public var partialMark: Duration = .seconds(1)
  /// Seconds between the last moment of a confirm and the end of the lease.
  static let leaseMarginSeconds = 2
  /// Rows that one pass of the relay claims.
  public var relayBatch = 200
  /// Seconds before a row that the broker returned or refused is tried again, doubled each time.
  public var firstRefusalPauseSeconds = 1
  /// The longest of these pauses.
  public var longestRefusalPauseSeconds = 300
  /// Seconds after its first refusal from which a row that is refused again waits for an operator.
  public var blockingSeconds = 12 * 3_600
  /// Deadlines fired in one transaction.
  public var deadlineBatch = 100
  /// The same while more are due than that and messages come: whoever comes a moment later waits
  /// for this much.
  public var deadlinesBesideMessages = 10
  /// Released messages taken back in one transaction.
  public var releasedBatch = 20
  /// Days after their day from which deadlines that are due ask for a warning: the clock leapt, or
  /// the service was away.
  public var leapDays = 7
  /// The first pause after a look that found nothing, doubled each time.
  public var idlePause: Duration = .milliseconds(20)
  /// The longest pause between two looks at the outbox, at deadlines and at the quarantine while
  /// this process knows of nothing there: so long may wait what a dead process left, what another
  /// armed, and what an operator released.
  public var sweepPause: Duration = .seconds(5)
  /// Between two looks at the outbox when rows are given back or refused again and again.
  public var toldPause: Duration = .milliseconds(100)
  /// For how long rows that were confirmed wait for a transaction of the consumer to mark them
  /// along with its own.
  public var markPause: Duration = .milliseconds(10)
  /// Pause between two looks at the business day.
  public var dayLook: Duration = .milliseconds(20)
  /// The longest pause before an exchange that is missing, or that we may not use, is tried again.
  public var longestExchangePause: Duration = .seconds(30)
  /// The longest pause before deadlines that can be neither applied nor set aside are tried again.
  public var longestDeadlinePause: Duration = .seconds(60)
  /// Returns of a message to its queue after which it is applied alone.
  public var returnsBeforeAlone = 2
  /// Returns of a message to its queue after which the broker makes it a dead letter: as the
  /// topology says.
  public var returnsBeforeDeadLetter = DeliveryLimit.work
  /// Returns to a dead letter queue after which a message goes to quarantine untried.
  public var returnsBeforeQuarantine = 3
  /// Messages handed over again that one session of the consumer remembers.
  public var redeliveriesRemembered = 10_000
  /// Tries of one transaction on one connection before another is opened.
  public var triesOnOneConnection = 3
  /// Rounds of so many tries in which a message must fail alone, others being applied in between,
  /// before what looks like a fault of the server's is taken for one of its rows.
  public var roundsAlone = 3
  /// Such messages that may wait while others are taken.
  public var mostHeld = 4
  /// The longest pause while rights, tables, disk or memory are missing in the database.
  public var longestWait: Duration = .seconds(15)
  /// How long a failure is passed over before the service calls itself not ready.
  public var briefTrouble: Duration = .seconds(5)
  /// How long a delivery may stay unacknowledged, or a failure be the last that was heard, before
  /// whoever is on call is told.
  public var stalledAfter: Duration = .seconds(60)
  /// How long a message may wait for the broker before the service calls itself not ready, in
  /// seconds.
  public var pendingSeconds = 60
  /// Pause between two looks at how the work goes on.
  public var watchPause: Duration = .seconds(1)
  /// How long a stopping process may finish what it has; then every wait is cut short.
  public var drain: Duration = .seconds(20)
  /// How long the consumer may then still acknowledge what was committed.
  public var farewell: Duration = .seconds(1)
  /// Pause before what failed is tried again, doubled at each failure.
  public var firstPause: Duration = .milliseconds(50)
  /// The longest of these pauses before a transaction is tried again.
  public var longestPause: Duration = .seconds(2)
  /// The longest of these pauses before reconnecting: within a second of a server's return, work
  /// goes on.
  public var longestReconnectPause: Duration = .milliseconds(800)
  /// Bytes of a payload that quarantine keeps.
  public var quarantinedBytes = 262_144

  /// The defaults.
  public init() {}
}
