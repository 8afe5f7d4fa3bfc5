import Synchronization

/// Runs the readiness checks and remembers since when each has been answering as it does.
final class Readiness: Sendable {
  /// What `/readyz` says.
  struct Report: Sendable {
    /// One check's line.
    struct Entry: Equatable, Sendable {
      let name: String
      let result: CheckResult
      let since: Timestamp
    }

    let status: String
    let entries: [Entry]

    var isReady: Bool { status == "ready" }
  }

  private let checks: [(name: String, read: SharedRead<CheckResult>)]
  private let limit: Duration
  private let now: @Sendable () -> Timestamp
  private let since = Mutex<[String: (ok: Bool, time: Timestamp)]>([:])
  private let draining = Mutex(false)

  init(
    checks: [ReadinessCheck], limit: Duration, clock: any Clock<Duration>,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.checks = checks.map { ($0.name, SharedRead(clock: clock, operation: $0.check)) }
    self.limit = limit
    self.now = now
  }

  /// From now on the answer is "draining".
  func drain() { draining.withLock { $0 = true } }

  /// Runs all checks at the same time.
  func report() async -> Report {
    var results: [Int: CheckResult] = [:]
    await withTaskGroup { [checks, limit] group in
      for (index, check) in checks.enumerated() {
        group.addTask { (index, await check.read.value(within: limit)) }
      }
      for await (index, result) in group {
        results[index] = result ?? .notReady("no answer within \(limit)")
      }
    }
    let entries = checks.indices.map { index in
      entry(checks[index].name, results[index] ?? .notReady("not checked"))
    }
    // Asked last: a service that began to drain meanwhile must not be called ready.
    if draining.withLock({ $0 }) { return Report(status: "draining", entries: entries) }
    let isReady = entries.allSatisfy(\.result.ok)
    return Report(status: isReady ? "ready" : "not ready", entries: entries)
  }

  private func entry(_ name: String, _ result: CheckResult) -> Report.Entry {
    let time = now()
    let since = since.withLock { since in
      if let known = since[name], known.ok == result.ok { return known.time }
      since[name] = (result.ok, time)
      return time
    }
    return Report.Entry(name: name, result: result, since: since)
  }
}

extension Readiness.Report {
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("status")
    writer.value(status)
    writer.key("checks")
    writer.beginList()
    for entry in entries {
      writer.beginObject()
      writer.key("name")
      writer.value(entry.name)
      writer.key("ok")
      writer.value(entry.result.ok)
      writer.key("reason")
      writer.value(entry.result.reason)
      writer.key("since")
      writer.value(entry.since.description)
      writer.endObject()
    }
    writer.endList()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}
