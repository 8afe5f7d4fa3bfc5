import Testing

@testable import Observability

@Suite("Metrics", .timeLimit(.minutes(10)))
struct PrometheusRegistryTests {
  private let registry = PrometheusRegistry(
    service: "intake", version: "1.2.0", clock: HandClock())

  /// The lines of one family.
  private func lines(_ name: String, of text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(name) || $0.hasPrefix("# HELP \(name) ") || $0.hasPrefix("# TYPE \(name) ")
    }
  }

  @Test("A counter is shown as a counter, per combination of labels, in a stable order")
  func aCounterIsACounter() async {
    registry.register("messages_processed_total", .counter, help: "What was done.") {
      [
        ([("outcome", "done"), ("event", "z")], 3), ([("outcome", "done"), ("event", "a")], 41),
      ]
    }
    let text = await registry.scrape()
    #expect(
      lines("messages_processed_total", of: text) == [
        "# HELP messages_processed_total What was done.",
        "# TYPE messages_processed_total counter",
        #"messages_processed_total{event="a",outcome="done"} 41"#,
        #"messages_processed_total{event="z",outcome="done"} 3"#,
      ])
    #expect(text.hasPrefix("# HELP build_info"))
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
  func namesAreMadeAllowed(
    _ row: (name: String, labels: [(String, String)], line: String)
  ) async {
    registry.register(row.name, help: "Odd.") { [(row.labels, 1)] }
    #expect(await registry.scrape().contains("\n\(row.line) 1\n"))
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

  @Test("A label that takes ever new values stops being kept")
  func aLabelOfEverNewValuesStopsBeingKept() async {
    registry.register("many", help: "Too many.") {
      (0..<PrometheusRegistry.maximumSeries + 5).map { ([("id", "\($0)")], 1) }
    }
    let text = await registry.scrape()
    #expect(lines("many{", of: text).count == PrometheusRegistry.maximumSeries)
    #expect(text.contains(#"metrics_rejected_total{reason="limit"} 5"#))
  }

  @Test("They are read anew each time, with their labels")
  func theyAreReadAnew() async {
    let count = Tally()
    registry.register("deadlines_overdue", help: "Late.") {
      let value = Double(count.next())
      return [([("rule", "b")], value), ([("rule", "a")], 0.5)]
    }
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
      async let scrape = registry.scrape()
      clock.endOneSleep()
      let text = await scrape
      #expect(!text.contains("slow"))
      #expect(text.contains(#"metrics_rejected_total{reason="timeout"} \#(round)"#))
    }
    #expect(started.count == 1)
    gate.open()
  }

  @Test("What runs and how the process fares is always shown")
  func theProcessIsShown() async {
    let text = await registry.scrape()
    #expect(text.contains(#"build_info{service="intake",version="1.2.0"} 1"#))
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
