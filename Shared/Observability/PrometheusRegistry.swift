import Synchronization

/// Keeps what is measured of this process and writes it in the text format of Prometheus.
///
/// Every value is read when Prometheus asks: counters of the process and counts of its tables
/// alike. Labels are few and never name a household. A series beyond the limit below, and a read
/// that lasts too long, is left out and counted in `metrics_rejected_total`: measuring must never
/// stop the work.
public final class PrometheusRegistry: Sendable {
  /// What a metric is for whoever reads it.
  public enum Kind: String, Sendable {
    /// It only grows while the process lives; its name ends in `_total`.
    case counter
    /// It goes up and down.
    case gauge
  }

  /// How many combinations of labels a name may have.
  public static let maximumSeries = 1_000

  /// One value of a metric, with its labels.
  public typealias Value = (labels: [(String, String)], value: Double)

  private struct Metric {
    let kind: Kind
    let help: String
    let read: SharedRead<[Value]>
  }

  private enum Rejection: String, CaseIterable {
    case limit, timeout
  }

  private struct State {
    var metrics: [String: Metric] = [:]
    var rejected: [Rejection: Int] = [:]
  }

  private let state = Mutex(State())
  private let build: [(String, String)]
  private let bootTime: Double?
  private let readLimit: Duration
  private let clock: any Clock<Duration>

  /// A registry that knows what runs, and nothing else yet.
  ///
  /// - Parameters:
  ///   - service: The name of the service, shown by `build_info`.
  ///   - version: The version of the program, shown by `build_info`.
  ///   - readLimit: How long a scrape waits for each metric.
  ///   - clock: What measures `readLimit`.
  public init(
    service: String, version: String, readLimit: Duration = .seconds(2),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    build = [("service", service), ("version", version)]
    bootTime = SystemFile.text("/proc/stat").flatMap(ProcessStatistics.bootTime(stat:))
    self.readLimit = readLimit
    self.clock = clock
  }

  /// Adds a metric that is read whenever Prometheus asks.
  ///
  /// A read that takes longer than the registry's limit is left out of that answer and counted in
  /// `metrics_rejected_total{reason="timeout"}`; no second one is started before it has ended.
  ///
  /// - Parameters:
  ///   - name: The name; that of a counter ends in `_total`, that of a gauge does not.
  ///   - kind: Whether it only grows.
  ///   - help: One sentence for the `HELP` line.
  ///   - read: Reads the values, one for each combination of labels.
  public func register(
    _ name: String, _ kind: Kind = .gauge, help: String,
    read: @escaping @Sendable () async -> [Value]
  ) {
    precondition(
      name.hasSuffix("_total") == (kind == .counter),
      "\(name): counters, and they alone, end in _total")
    let metric = Metric(kind: kind, help: help, read: SharedRead(clock: clock, operation: read))
    state.withLock { $0.metrics[PrometheusText.name(name)] = metric }
  }

  /// Everything, read now, all at the same time.
  public func scrape() async -> String {
    let metrics = state.withLock { $0.metrics }
    var blocks = ProcessStatistics.families(bootTime: bootTime)
    await withTaskGroup { [readLimit] group in
      for (name, metric) in metrics {
        group.addTask { (name, await metric.read.value(within: readLimit)) }
      }
      for await (name, values) in group {
        guard let metric = metrics[name], let values else {
          reject(.timeout, 1)
          continue
        }
        blocks[name] = family(name, metric.kind, metric.help, values)
      }
    }
    blocks["build_info"] = family("build_info", .gauge, "What is running.", [(build, 1)])
    let rejected = state.withLock { $0.rejected }
    blocks["metrics_rejected_total"] = family(
      "metrics_rejected_total", .counter, "Series and values left out.",
      Rejection.allCases.map { ([("reason", $0.rawValue)], Double(rejected[$0] ?? 0)) })
    return blocks.sorted { $0.key < $1.key }.map(\.value).joined()
  }

  /// A header and one line a series, sorted by label; of two with the same labels the last one.
  private func family(_ name: String, _ kind: Kind, _ help: String, _ values: [Value]) -> String {
    reject(.limit, max(0, values.count - Self.maximumSeries))
    var series: [String: Double] = [:]
    for value in values.prefix(Self.maximumSeries) {
      series[PrometheusText.labels(value.labels)] = value.value
    }
    return PrometheusText.header(name, help: help, type: kind)
      + series.sorted { $0.key < $1.key }
      .map { PrometheusText.line(name, $0.key, PrometheusText.number($0.value)) }.joined()
  }

  private func reject(_ why: Rejection, _ count: Int) {
    guard count > 0 else { return }
    state.withLock { $0.rejected[why, default: 0] += count }
  }
}
