import Glibc

/// What the kernel says about this process, under the names that Prometheus gives it.
struct ProcessStatistics: Equatable {
  var residentBytes: Double
  var cpuSeconds: Double
  /// Since the machine was started.
  var startSeconds: Double

  /// The values of `/proc/self/stat`, or `nil` for another text.
  init?(stat: String, pageBytes: Int, ticksPerSecond: Int) {
    // The second field is the program's name in parentheses, which may hold spaces of its own.
    guard ticksPerSecond > 0, let nameEnd = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[stat.index(after: nameEnd)...].split(separator: " ")
    // Counted from the third field of the manual page, the state.
    guard fields.count > 21, let user = Double(fields[11]), let system = Double(fields[12]),
      let start = Double(fields[19]), let pages = Double(fields[21])
    else { return nil }
    residentBytes = pages * Double(pageBytes)
    cpuSeconds = (user + system) / Double(ticksPerSecond)
    startSeconds = start / Double(ticksPerSecond)
  }

  /// When the machine was started, in seconds since 1970, from the text of `/proc/stat`.
  static func bootTime(stat: String) -> Double? {
    stat.split(separator: "\n").first { $0.hasPrefix("btime ") }
      .flatMap { Double($0.dropFirst("btime ".count)) }
  }

  /// The families of the process, by name; none where `/proc` is not mounted.
  static func families(bootTime: Double?) -> [String: String] {
    var lines: [String: String] = [:]
    func add(_ name: String, _ type: PrometheusRegistry.Kind, _ help: String, _ value: Double) {
      lines[name] =
        PrometheusText.header(name, help: help, type: type)
        + PrometheusText.line(name, "", PrometheusText.number(value))
    }
    if let text = SystemFile.text("/proc/self/stat"),
      let statistics = ProcessStatistics(
        stat: text, pageBytes: sysconf(Int32(_SC_PAGESIZE)),
        ticksPerSecond: sysconf(Int32(_SC_CLK_TCK)))
    {
      add("process_resident_memory_bytes", .gauge, "Resident memory.", statistics.residentBytes)
      add("process_cpu_seconds_total", .counter, "CPU time spent.", statistics.cpuSeconds)
      if let bootTime {
        let start = bootTime + statistics.startSeconds
        add("process_start_time_seconds", .gauge, "Start of the process since 1970.", start)
      }
    }
    if let count = SystemFile.entryCount("/proc/self/fd") {
      // The folder itself was open while its entries were counted.
      add("process_open_fds", .gauge, "Open file descriptors.", Double(count - 1))
    }
    return lines
  }
}
