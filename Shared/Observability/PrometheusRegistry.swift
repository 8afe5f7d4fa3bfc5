public import CoreMetrics
import Synchronization

/// Keeps the metrics of this process and writes them in the text format of Prometheus.
///
/// Give it to `MetricsSystem.bootstrap` once, then make counters, meters and timers as usual. Labels
/// are few and never name a household. A name used for two kinds of metric, and a series beyond the
/// limits below, is accepted and not shown, and counted in `metrics_rejected_total`: measuring must
/// never stop the work.
///
/// Timers are histograms in seconds. Recorders that aggregate are histograms over ``sizeBuckets``,
/// the others gauges.
public final class PrometheusRegistry: MetricsFactory, Sendable {
  /// The bounds of durations, in seconds: those of the OpenTelemetry conventions.
  public static let durationBuckets = [
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
  ]
  /// The bounds of sizes, such as those of batches.
  public static let sizeBuckets: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000]
  /// How many names are kept.
  public static let maximumFamilies = 500
  /// How many combinations of labels a name may have.
  public static let maximumSeriesPerFamily = 1_000

  /// One value of a pulled gauge, with its labels.
  public typealias PulledValue = (labels: [(String, String)], value: Double)

  private struct State {
    var families: [String: MetricFamily] = [:]
    var help: [String: String] = [:]
    var buckets: [String: [Double]] = [:]
    var pulled: [String: SharedRead<[PulledValue]>] = [:]
    var rejected: [Rejection: Int] = [:]
  }

  private enum Rejection: String, CaseIterable {
    case kind, limit
    case timeout
  }

  private let state = Mutex(State())
  private let build: [(String, String)]
  private let bootTime: Double?
  private let pullLimit: Duration
  private let clock: any Clock<Duration>

  /// A registry without series.
  ///
  /// - Parameters:
  ///   - service: The name of the service, shown by `build_info`.
  ///   - version: The version of the program, shown by `build_info`.
  ///   - commit: The commit that the program was built from, shown by `build_info`.
  ///   - pullLimit: How long a scrape waits for each pulled gauge.
  ///   - clock: What measures `pullLimit`.
  public init(
    service: String, version: String, commit: String? = nil, pullLimit: Duration = .seconds(2),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    build = [("service", service), ("version", version)] + (commit.map { [("commit", $0)] } ?? [])
    bootTime = SystemFile.text("/proc/stat").flatMap(ProcessStatistics.bootTime(stat:))
    self.pullLimit = pullLimit
    self.clock = clock
  }

  /// Says what a metric means, and where the bounds of its histogram lie if not at the usual ones.
  ///
  /// - Parameters:
  ///   - name: The name as it is given to `Counter`, `Meter` or `Timer`.
  ///   - help: One sentence for the `HELP` line.
  ///   - buckets: Upper bounds in rising order; they count for series made afterwards.
  public func describe(_ name: String, _ help: String, buckets: [Double]? = nil) {
    let name = PrometheusText.name(name)
    state.withLock {
      $0.help[name] = help
      if let buckets { $0.buckets[name] = buckets.sorted() }
    }
  }

  /// Adds a gauge that is read whenever Prometheus asks, for what the database knows best.
  ///
  /// A read that takes longer than the registry's limit is left out of that answer and counted in
  /// `metrics_rejected_total{reason="timeout"}`; no second one is started before it has ended.
  ///
  /// - Parameters:
  ///   - name: The name of the gauge.
  ///   - help: One sentence for the `HELP` line.
  ///   - read: Reads the values, one for each combination of labels.
  public func register(
    _ name: String, help: String, read: @escaping @Sendable () async -> [PulledValue]
  ) {
    let name = PrometheusText.name(name)
    let read = SharedRead(clock: clock, operation: read)
    state.withLock {
      $0.help[name] = help
      $0.pulled[name] = read
    }
  }

  /// Everything that is known without waiting: all but the pulled gauges.
  public func render() -> String { text(pulled: [:]) }

  /// Everything, the pulled gauges read now, all at the same time.
  public func scrape() async -> String {
    let reads = state.withLock { $0.pulled }
    var pulled: [String: [PulledValue]] = [:]
    await withTaskGroup { [pullLimit] group in
      for (name, read) in reads {
        group.addTask { (name, await read.value(within: pullLimit)) }
      }
      for await (name, values) in group {
        if let values { pulled[name] = values } else { reject(.timeout) }
      }
    }
    return text(pulled: pulled)
  }

  private func text(pulled: [String: [PulledValue]]) -> String {
    var blocks = ProcessStatistics.families(bootTime: bootTime)
    let (families, help, rejected) = state.withLock { ($0.families, $0.help, $0.rejected) }
    for (name, family) in families { blocks[name] = family.lines(named: name, help: help[name]) }
    for (name, values) in pulled { blocks[name] = Self.lines(name, help[name], values) }
    blocks["build_info"] = Self.lines("build_info", "What is running.", [(build, 1)])
    blocks["metrics_rejected_total"] =
      PrometheusText.header(
        "metrics_rejected_total", help: "Series and values left out.", type: "counter")
      + Rejection.allCases.map {
        PrometheusText.line(
          "metrics_rejected_total", "reason=\"\($0.rawValue)\"", String(rejected[$0] ?? 0))
      }.joined()
    return blocks.sorted { $0.key < $1.key }.map(\.value).joined()
  }

  private static func lines(_ name: String, _ help: String?, _ values: [PulledValue]) -> String {
    var series: [String: Double] = [:]
    for value in values.prefix(maximumSeriesPerFamily) {
      series[PrometheusText.labels(value.labels)] = value.value
    }
    return PrometheusText.header(name, help: help, type: "gauge")
      + series.sorted { $0.key < $1.key }
      .map { PrometheusText.line(name, $0.key, PrometheusText.number($0.value)) }.joined()
  }

  private func reject(_ reason: Rejection) {
    state.withLock { $0.rejected[reason, default: 0] += 1 }
  }
}

// The factory that swift-metrics calls.
extension PrometheusRegistry {
  /// A count that only grows; made again under the same name and labels it goes on counting.
  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    counter(label, dimensions)
  }

  /// A count of fractions.
  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    counter(label, dimensions)
  }

  /// A value that goes up and down.
  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    gauge(label, dimensions)
  }

  /// A histogram over ``sizeBuckets`` when it aggregates, a gauge when not.
  public func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    aggregate
      ? histogram(label, dimensions, bounds: Self.sizeBuckets) : gauge(label, dimensions)
  }

  /// A histogram in seconds over ``durationBuckets``.
  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    histogram(label, dimensions, bounds: Self.durationBuckets)
  }

  /// Takes the counter's series out of the answers.
  public func destroyCounter(_ handler: any CounterHandler) {
    if let cell = handler as? CounterCell { remove(cell.name) }
  }

  /// Takes the counter's series out of the answers.
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {
    if let cell = handler as? CounterCell { remove(cell.name) }
  }

  /// Takes the meter's series out of the answers.
  public func destroyMeter(_ handler: any MeterHandler) {
    if let cell = handler as? GaugeCell { remove(cell.name) }
  }

  /// Takes the recorder's series out of the answers.
  public func destroyRecorder(_ handler: any RecorderHandler) {
    if let cell = handler as? GaugeCell { remove(cell.name) }
    if let cell = handler as? HistogramCell { remove(cell.name) }
  }

  /// Takes the timer's series out of the answers.
  public func destroyTimer(_ handler: any TimerHandler) {
    if let cell = handler as? HistogramCell { remove(cell.name) }
  }

  private func counter(_ label: String, _ dimensions: [(String, String)]) -> CounterCell {
    let found = series(label, dimensions, .counter) { name, _ in .counter(CounterCell(name: name)) }
    if case .counter(let cell) = found.series { return cell }
    return CounterCell(name: found.name)
  }

  private func gauge(_ label: String, _ dimensions: [(String, String)]) -> GaugeCell {
    let found = series(label, dimensions, .gauge) { name, _ in .gauge(GaugeCell(name: name)) }
    if case .gauge(let cell) = found.series { return cell }
    return GaugeCell(name: found.name)
  }

  private func histogram(
    _ label: String, _ dimensions: [(String, String)], bounds: [Double]
  ) -> HistogramCell {
    let found = series(label, dimensions, .histogram) { name, own in
      .histogram(HistogramCell(name: name, bounds: own ?? bounds))
    }
    if case .histogram(let cell) = found.series { return cell }
    return HistogramCell(name: found.name, bounds: bounds)
  }

  /// The series of that name and those labels, made if there is room and the kind agrees.
  private func series(
    _ label: String, _ dimensions: [(String, String)], _ kind: MetricFamily.Kind,
    make: (SeriesName, [Double]?) -> MetricFamily.Series
  ) -> (name: SeriesName, series: MetricFamily.Series?) {
    let name = SeriesName(
      family: PrometheusText.name(label), labels: PrometheusText.labels(dimensions))
    let series: MetricFamily.Series? = state.withLock { state in
      var family = state.families[name.family]
      if let known = family?.series[name.labels], family?.kind == kind { return known }
      guard family == nil || family?.kind == kind else {
        state.rejected[.kind, default: 0] += 1
        return nil
      }
      let isFull =
        family.map { $0.series.count >= Self.maximumSeriesPerFamily }
        ?? (state.families.count >= Self.maximumFamilies)
      guard !isFull else {
        state.rejected[.limit, default: 0] += 1
        return nil
      }
      let made = make(name, state.buckets[name.family])
      family = nil  // so that the insertion below changes the dictionary in place
      state.families[name.family, default: MetricFamily(kind: kind)].series[name.labels] = made
      return made
    }
    return (name, series)
  }

  private func remove(_ name: SeriesName) {
    state.withLock { _ = $0.families[name.family]?.series.removeValue(forKey: name.labels) }
  }
}
