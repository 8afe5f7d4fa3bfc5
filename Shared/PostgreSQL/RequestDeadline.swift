internal import Synchronization

/// Until when the requests of some connections may last. Set once a process must leave, from any
/// task; whoever waits for the server finds out within `step`.
///
/// Give it to the `PostgresConfiguration` of those connections.
public final class RequestDeadline: Sendable {
  /// How long a wait goes on before it looks at the deadline again.
  static let step = Duration.milliseconds(200)

  private let instant = Mutex<ContinuousClock.Instant?>(nil)

  /// No deadline yet.
  public init() {}

  /// From then on every request fails with `connectionLost`, those under way included.
  public func set(_ deadline: ContinuousClock.Instant) { instant.withLock { $0 = deadline } }

  /// Whether the time is over.
  var isOver: Bool { instant.withLock { $0.map { $0 <= .now } ?? false } }
}
