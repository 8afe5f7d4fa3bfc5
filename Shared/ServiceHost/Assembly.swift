import AMQP
import Contracts
import Logging
import Messaging
import Observability
import PostgreSQL
import ServiceLifecycle
import UnixSignals
import Settings
import Vocabulary

/// The live parts of one process, and their order: health outlives the runtime, so that a stopping
/// service says so while it finishes.
struct Assembly {
  let service: ServiceName
  let settings: ServiceSettings
  let migrations: [Migration]
  let logger: Logger

  func run<Runner: Participant>(_ participant: Runner, clock: any BusinessClock) async throws {
    var database = settings.database.configuration(name: settings.instance)
    // One for all connections: once the process must leave, nothing of it waits for the database.
    database.deadline = RequestDeadline()
    let runtime = MessagingRuntime(
      participant, database: database,
      broker: settings.broker.configuration(name: settings.instance),
      masters: settings.masterKeys, limits: limits,
      instance: settings.instance, logger: logger, today: { clock.today() },
      legalDay: { settings.zone.day(at: $0) },
      pause: { try await Task.sleep(for: $0, clock: .continuous) })
    let registry = PrometheusRegistry(service: service.rawValue, version: Release.version)
    let probe = Probe(
      connection: StandingConnection(database),
      migrations: [("runtime", RuntimeSchema.migrations), (service.rawValue, migrations)],
      today: { clock.today() })
    RuntimeMetrics.register(in: registry, gauges: runtime.gauges, probe: probe)
    let health = try HealthServer(
      host: settings.http.host, port: settings.http.port,
      checks: readiness(of: runtime.gauges, probe), metrics: registry, logger: logger)
    var group = ServiceGroupConfiguration(
      services: [
        .init(service: health),
        .init(service: Draining(runtime: runtime, health: health)),
      ], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
    group.maximumGracefulShutdownDuration = Duration.seconds(settings.drainSeconds)
    logger.notice("Service starting", metadata: ["http.port": "\(health.port)"])
    try await ServiceGroup(configuration: group).run()
    await probe.close()
  }

  /// Of the time for draining, what closing takes at most when everything hangs.
  private static let leavingSeconds = 5

  private var limits: Limits {
    var limits = Limits()
    limits.batch = settings.batchSize
    limits.prefetch = settings.prefetch
    limits.floodRest = settings.floodRest
    // Where nobody is spared, a flood goes in whole batches.
    if settings.floodRest == 0 {
      limits.oneOfMany = limits.batch
      limits.deadlinesBesideMessages = limits.deadlineBatch
    }
    let seconds = settings.drainSeconds
    limits.dayLook = dayLook
    limits.drain = .seconds(seconds - min(Self.leavingSeconds, seconds / 5))
    return limits
  }

  /// Midnight comes once a day, and may be seen a moment later; a simulated day may last no longer
  /// than its work.
  private var dayLook: Duration {
    switch settings.clock {
    case .system: .seconds(1)
    case .simulated: .milliseconds(20)
    }
  }

  /// The lifecycle's own lines are of interest only when something goes wrong.
  private var quiet: Logger {
    var logger = logger
    logger.logLevel = max(logger.logLevel, .warning)
    return logger
  }

  private func readiness(of gauges: RuntimeGauges, _ probe: Probe) -> [ReadinessCheck] {
    [
      ReadinessCheck(name: "database") { await probe.database() },
      ReadinessCheck(name: "migrations") { await probe.schema() },
      ReadinessCheck(name: "broker") { CheckResult(gauges.brokerComplaint) },
      ReadinessCheck(name: "consumer") { CheckResult(gauges.consumerComplaint) },
      ReadinessCheck(name: "exchanges") { exchanges(gauges.values.exchanges) },
      ReadinessCheck(name: "queues") {
        let absent = gauges.values.absent.map { "\($0.queue) (\($0.reason.rawValue))" }
        return absent.isEmpty
          ? .ready
          : .notReady(
            "run amontctl topology apply, or renew the rights; the other queues are consumed; absent: "
              + absent.joined(separator: ", "))
      },
      ReadinessCheck(name: "background") { CheckResult(gauges.backgroundComplaint) },
      ReadinessCheck(name: "outbox") { await probe.outbox(limits.pendingSeconds) },
    ]
  }
}

/// Which exchanges cannot be published to, why, and for how long.
private func exchanges(_ troubles: [String: RuntimeGauges.ExchangeTrouble]) -> CheckResult {
  guard !troubles.isEmpty else { return .ready }
  return .notReady(
    troubles.sorted { $0.key < $1.key }.map { name, trouble in
      "\(name) for \((ContinuousClock.now - trouble.since).components.seconds) s: \(trouble.reason)"
    }.joined(separator: "; "))
}

/// The runtime, which says "draining" on the health server as soon as it is told to stop: services
/// are shut down last to first.
private struct Draining<Runner: Participant>: Service {
  let runtime: MessagingRuntime<Runner>
  let health: HealthServer

  func run() async throws {
    try await withGracefulShutdownHandler {
      try await runtime.run()
    } onGracefulShutdown: {
      health.drain()
    }
  }
}

extension CheckResult {
  /// Ready unless there is a complaint.
  init(_ complaint: String?) {
    self.init(ok: complaint == nil, reason: complaint ?? "")
  }
}

extension DatabaseSettings {
  /// The same for the library that connects.
  func configuration(name: String) -> PostgresConfiguration {
    PostgresConfiguration(
      host: host, port: port, database: self.name, user: user, password: password.revealed,
      applicationName: name, sslMode: sslMode.rawValue)
  }
}

extension BrokerSettings {
  /// The same for the library that connects.
  func configuration(name: String) -> AMQPConfiguration {
    AMQPConfiguration(
      host: host, port: port, virtualHost: virtualHost, user: user, password: password.revealed,
      connectionName: name,
      tls: tls.map {
        AMQPConfiguration.TLS(
          caFile: $0.caFile, certificateFile: $0.certificateFile, keyFile: $0.keyFile,
          verifyPeer: true)
      })
  }
}
