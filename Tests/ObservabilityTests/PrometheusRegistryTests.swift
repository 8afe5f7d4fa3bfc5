import CoreMetrics
import Testing

@testable import Observability

@Suite("Metrics")
struct PrometheusRegistryTests {
  private let registry = PrometheusRegistry(
    service: "intake", version: "1.2.0", commit: "abc", clock: HandClock())

  /// The lines of one family.
  private func lines(_ name: String, of text: String? = nil) -> [String] {
    (text ?? registry.render()).split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(name) || $0.hasPrefix("# HELP \(name) ") || $0.hasPrefix("# TYPE \(name) ")
    }
  }

  @Test("A counter counts, per combination of labels, in a stable order")
  func aCounterCounts() {
    registry.describe("messages_processed_total", "What was done.")
    for (event, count) in [("z", 2), ("a", 40)] {
      let dimensions = [("outcome", "done"), ("event", event)]
      let counter = Counter(
        label: "messages_processed_total", dimensions: dimensions, factory: registry)
      counter.increment(by: count)
      Counter(label: "messages_processed_total", dimensions: dimensions, factory: registry)
        .increment()
    }
    #expect(
      lines("messages_processed_total") == [
        "# HELP messages_processed_total What was done.",
        "# TYPE messages_processed_total counter",
        #"messages_processed_total{event="a",outcome="done"} 41"#,
        #"messages_processed_total{event="z",outcome="done"} 3"#,
      ])
    #expect(registry.render().hasPrefix("# HELP build_info"))
  }

  @Test("A counter never falls and is never spoilt")
  func aCounterNeverFalls() {
    let counter = FloatingPointCounter(label: "seconds_total", factory: registry)
    for amount in [1.5, -1, .nan, .infinity, 0.25] { counter.increment(by: amount) }
    #expect(lines("seconds_total").last == "seconds_total 1.75")
  }

  @Test("Gauges and meters show the last value")
  func gaugesShowTheLastValue() {
    Gauge(label: "unsettled", factory: registry).record(7)
    let meter = Meter(label: "queued", factory: registry)
    meter.set(2.5)
    meter.increment(by: 2)
    meter.decrement()
    #expect(lines("unsettled").last == "unsettled 7")
    #expect(lines("queued") == ["# TYPE queued gauge", "queued 3.5"])
  }

  @Test("A timer is a histogram in seconds over the usual buckets")
  func aTimerIsAHistogram() {
    let timer = Timer(label: "work_seconds", dimensions: [("queue", "q")], factory: registry)
    for milliseconds in [5, 6, 80, 20_000] { timer.recordMilliseconds(milliseconds) }
    timer.recordNanoseconds(-3)
    let lines = lines("work_seconds")
    #expect(lines.count == 1 + 15 + 2)
    #expect(
      lines.prefix(3) == [
        "# TYPE work_seconds histogram", #"work_seconds_bucket{queue="q",le="0.005"} 2"#,
        #"work_seconds_bucket{queue="q",le="0.01"} 3"#,
      ])
    #expect(
      lines.suffix(4) == [
        #"work_seconds_bucket{queue="q",le="10"} 4"#,
        #"work_seconds_bucket{queue="q",le="+Inf"} 5"#, #"work_seconds_sum{queue="q"} 20.091"#,
        #"work_seconds_count{queue="q"} 5"#,
      ])
  }

  @Test("A recorder that aggregates is a histogram, with buckets of its own if described so")
  func aRecorderThatAggregatesIsAHistogram() {
    registry.describe("lag_days", "How late.", buckets: [10, 1])
    Recorder(label: "batch", factory: registry).record(100)
    Recorder(label: "lag_days", factory: registry).record(2.0)
    #expect(lines("batch").contains(#"batch_bucket{le="50"} 0"#))
    #expect(lines("batch").contains(#"batch_bucket{le="100"} 1"#))
    #expect(
      lines("lag_days_bucket") == [
        #"lag_days_bucket{le="1"} 0"#, #"lag_days_bucket{le="10"} 1"#,
        #"lag_days_bucket{le="+Inf"} 1"#,
      ])
  }

  @Test(
    "Names and labels are made such as the format allows",
    arguments: [
      ("http.server.requests", [("error.type", "a")], #"http_server_requests{error_type="a"}"#),
      ("2nd", [("le", "x")], #"_2nd{exported_le="x"}"#),
      ("é", [("__name__", "x")], #"__{exported___name__="x"}"#),
      ("a:b", [("a:b", "x"), ("a.b", "y")], #"a:b{a_b="x"}"#),
      ("escapes", [("k", "a\"b\\c\nd")], #"escapes{k="a\"b\\c\nd"}"#),
      ("", [], "_"),
    ])
  func namesAreMadeAllowed(_ row: (name: String, labels: [(String, String)], line: String)) {
    Counter(label: row.name, dimensions: row.labels, factory: registry).increment()
    #expect(registry.render().contains("\n\(row.line) 1\n"))
  }

  @Test(
    "Numbers are written as Prometheus reads them",
    arguments: [
      (0, "0"), (-3, "-3"), (0.005, "0.005"), (1e17, "1e+17"), (1_795_479_881.5, "1795479881.5"),
      (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (1e-9, "1e-09"),
    ])
  func numbersAreWritten(_ row: (value: Double, text: String)) {
    #expect(PrometheusText.number(row.value) == row.text)
  }

  @Test("One name of two kinds is no trap: the second is counted and not shown")
  func oneNameOfTwoKindsIsNoTrap() {
    Counter(label: "same", factory: registry).increment()
    Gauge(label: "same", factory: registry).record(9)
    Timer(label: "same", factory: registry).recordSeconds(1)
    #expect(lines("same") == ["# TYPE same counter", "same 1"])
    #expect(registry.render().contains(#"metrics_rejected_total{reason="kind"} 2"#))
  }

  @Test("A label that takes ever new values stops being kept")
  func aLabelOfEverNewValuesStopsBeingKept() {
    for index in 0..<PrometheusRegistry.maximumSeriesPerFamily + 5 {
      Counter(label: "many", dimensions: [("id", "\(index)")], factory: registry).increment()
    }
    #expect(lines("many{").count == PrometheusRegistry.maximumSeriesPerFamily)
    #expect(registry.render().contains(#"metrics_rejected_total{reason="limit"} 5"#))
  }

  @Test("A destroyed series is shown no more")
  func aDestroyedSeriesIsShownNoMore() {
    let counter = Counter(label: "gone", factory: registry)
    counter.increment()
    counter.destroy()
    #expect(!registry.render().contains("gone 1"))
  }

  @Test("Counts of many tasks add up")
  func countsOfManyTasksAddUp() async {
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask { [registry] in
          for _ in 0..<1_000 {
            Counter(label: "all_total", factory: registry).increment()
            Timer(label: "all_seconds", factory: registry).recordSeconds(1)
          }
        }
      }
    }
    #expect(lines("all_total").last == "all_total 8000")
    #expect(lines("all_seconds_sum") == ["all_seconds_sum 8000"])
  }

  @Test("What runs and how the process fares is always shown")
  func theProcessIsShown() {
    let text = registry.render()
    #expect(text.contains(#"build_info{commit="abc",service="intake",version="1.2.0"} 1"#))
    for name in [
      "process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds",
      "process_start_time_seconds",
    ] {
      let value = lines(name, of: text).last?.split(separator: " ").last.flatMap { Double($0) }
      #expect((value ?? -1) >= 0, "\(name)")
      #expect(lines(name, of: text).count == 3)
    }
  }

  @Test("The kernel's line is read also when the program's name has parentheses")
  func theKernelsLineIsRead() throws {
    let line =
      "42 (a b) c) S 1 2 3 4 5 6 7 8 9 10 150 50 0 0 20 0 4 0 700 9999 12 18446744073709551615"
    let statistics = try #require(
      ProcessStatistics(stat: line, pageBytes: 4_096, ticksPerSecond: 100))
    #expect(statistics.cpuSeconds == 2)
    #expect(statistics.startSeconds == 7)
    #expect(statistics.residentBytes == 12 * 4_096)
    #expect(ProcessStatistics(stat: "42 (x) S 1", pageBytes: 1, ticksPerSecond: 1) == nil)
    #expect(ProcessStatistics.bootTime(stat: "cpu 1\nbtime 1490169600\n") == 1_490_169_600)
  }
}

@Suite("Gauges that are read at a scrape", .timeLimit(.minutes(10)))
struct PulledGaugeTests {
  @Test("They are read anew each time, with their labels")
  func theyAreReadAnew() async {
    let registry = PrometheusRegistry(service: "s", version: "1")
    let count = Tally()
    registry.register("deadlines_overdue", help: "Late.") {
      let value = Double(count.next())
      return [([("rule", "b")], value), ([("rule", "a")], 0.5)]
    }
    #expect(!registry.render().contains("deadlines_overdue"))
    _ = await registry.scrape()
    #expect(
      await registry.scrape().contains(
        """
        # HELP deadlines_overdue Late.
        # TYPE deadlines_overdue gauge
        deadlines_overdue{rule="a"} 0.5
        deadlines_overdue{rule="b"} 2

        """))
  }

  @Test("One that hangs is left out, counted, and not started again")
  func oneThatHangsIsLeftOut() async {
    let clock = HandClock()
    let registry = PrometheusRegistry(service: "s", version: "1", clock: clock)
    let gate = Gate()
    let started = Tally()
    registry.register("slow", help: "Hangs.") {
      _ = started.next()
      await gate.wait()
      return [([], 1)]
    }
    for round in 1...3 {
      async let text = registry.scrape()
      clock.endOneSleep()
      #expect(await !text.contains("slow"))
      #expect(registry.render().contains(#"metrics_rejected_total{reason="timeout"} \#(round)"#))
    }
    #expect(started.count == 1)
    gate.open()
  }
}
