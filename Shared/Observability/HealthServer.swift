import Dispatch
public import Logging
public import ServiceLifecycle
import Synchronization

/// Answers the probes of the platform and the scrapes of Prometheus.
///
/// | Path | Answer |
/// |---|---|
/// | `GET /livez` | 200 as long as the process runs its tasks; it looks at nothing else |
/// | `GET /readyz` | 200 when every check is well, else 503; each check with its reason, as JSON |
/// | `GET /metrics` | everything that the registry knows |
///
/// A query is ignored, `HEAD` is answered without a body, every answer closes its connection. The
/// server offers no secrets and no personal data, and takes nothing from its clients, but it has no
/// authentication either: bind it to an address that only the platform reaches.
///
/// When shutdown begins the server says "draining" and 503, answers who is waiting, and returns.
/// Services are shut down last to first; one that stops before this one calls ``drain()`` as it
/// begins, so that the platform sends no more work while it finishes.
public final class HealthServer: Service {
  /// What no client can exceed.
  public struct Limits: Sendable {
    /// How many clients are served at once; one more displaces the slowest.
    public var connections = 64
    /// How long a request's head may be, in bytes.
    public var headBytes = 8_192
    /// How long a client may take to send its request.
    public var head: Duration = .seconds(5)
    /// How long the answer may take to be made and read.
    public var exchange: Duration = .seconds(10)
    /// How long a readiness check may take.
    public var check: Duration = .seconds(2)
    /// How long answers under way may take once the server stops.
    public var shutdown: Duration = .seconds(1)

    public init() {}
  }

  /// The port it listens on: the one asked for, or the system's choice.
  public let port: Int

  private let host: String
  private let socket: Mutex<Descriptor?>
  private let readiness: Readiness
  private let metrics: PrometheusRegistry
  private let logger: Logger
  private let limits: Limits
  private let mailbox: HealthMailbox

  /// A server that listens already, and answers from ``run()`` on.
  ///
  /// - Parameters:
  ///   - host: The IPv4 or IPv6 address to listen on, or `localhost`.
  ///   - port: The port, or 0 to let the system choose; ``port`` tells which.
  ///   - checks: What `/readyz` asks; with none, a running service is ready.
  ///   - metrics: What `/metrics` shows.
  ///   - logger: Where the server says that it listens and that it stopped.
  ///   - limits: What no client can exceed.
  ///   - clock: What measures the limit of the checks.
  /// - Throws: ``HealthServerError`` when the address cannot be had.
  public convenience init(
    host: String, port: Int, checks: [ReadinessCheck], metrics: PrometheusRegistry, logger: Logger,
    limits: Limits = Limits(), clock: any Clock<Duration> = ContinuousClock()
  ) throws(HealthServerError) {
    try self.init(
      host: host, port: port, checks: checks, metrics: metrics, logger: logger, limits: limits,
      clock: clock, now: Timestamp.now)
  }

  init(
    host: String, port: Int, checks: [ReadinessCheck], metrics: PrometheusRegistry, logger: Logger,
    limits: Limits, clock: any Clock<Duration>, now: @escaping @Sendable () -> Timestamp
  ) throws(HealthServerError) {
    let listening = try ListeningSocket.open(host: host, port: port)
    self.host = host
    self.port = listening.port
    socket = Mutex(listening.socket)
    mailbox = try HealthMailbox()
    readiness = Readiness(checks: checks, limit: limits.check, clock: clock, now: now)
    self.metrics = metrics
    self.logger = logger
    self.limits = limits
  }

  /// Answers until the task is cancelled or shutdown begins.
  ///
  /// - Throws: ``HealthServerError/alreadyRun`` at the second call.
  public func run() async throws {
    let listener = socket.withLock { socket in
      defer { socket = nil }
      return socket
    }
    guard let listener else { throw HealthServerError.alreadyRun }
    logger.info("Health server listening", metadata: [LogKey.address: "\(host):\(port)"])
    // As many requests can wait as there can be connections, so none is ever dropped.
    let (requests, continuation) = AsyncStream.makeStream(
      of: HealthLoop.Request.self, bufferingPolicy: .bufferingOldest(limits.connections))
    await withTaskCancellationOrGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        group.addTask { await self.serveSockets(listener, continuation) }
        for await request in requests {
          group.addTask { await self.answer(request) }
        }
      }
    } onCancelOrGracefulShutdown: {
      self.drain()
      self.mailbox.stop()
    }
    logger.info("Health server stopped")
  }

  /// Makes `/readyz` answer 503 "draining" from now on.
  public func drain() { readiness.drain() }

  private func serveSockets(
    _ listener: Descriptor, _ requests: AsyncStream<HealthLoop.Request>.Continuation
  ) async {
    await withCheckedContinuation { done in
      DispatchQueue(label: "health").async { [mailbox, limits] in
        var loop = HealthLoop(listener: listener, mailbox: mailbox, limits: limits) { request in
          if case .enqueued = requests.yield(request) { return true }
          return false
        }
        loop.run()
        requests.finish()
        done.resume()
      }
    }
  }

  private func answer(_ request: HealthLoop.Request) async {
    let answer = await answer(to: request.head)
    let bytes = answer.bytes(includingBody: request.head.method != "HEAD")
    mailbox.answer(request.connection, with: bytes)
  }

  private func answer(to head: HTTPRequestHead) async -> HTTPAnswer {
    guard ["/livez", "/readyz", "/metrics"].contains(head.path) else { return .plain(.notFound) }
    guard ["GET", "HEAD"].contains(head.method) else { return .plain(.methodNotAllowed) }
    switch head.path {
    case "/readyz":
      let report = await readiness.report()
      return HTTPAnswer(
        status: report.isReady ? .ok : .unavailable, contentType: "application/json",
        body: report.json)
    case "/metrics":
      return HTTPAnswer(
        status: .ok, contentType: PrometheusText.contentType,
        body: Array(await metrics.scrape().utf8))
    default: return .plain(.ok)
    }
  }
}
