public import Contracts
import PostgreSQL

/// What one service's counters and tables say.
public struct LedgerLine: Sendable, Equatable {
  /// Sums of the counters kept in each batch's transaction, by entry.
  public var counted: [String: Int] = [:]
  /// The same recounted from inbox and outbox.
  public var tables: [String: Int] = [:]
  /// Distinct messages taken, by source.
  public var takenFrom: [String: Int] = [:]
  public var emittedTo: [String: Int] = [:]

  public init() {}

  func count(_ entry: String) -> Int { counted[entry, default: 0] }
  func table(_ entry: String) -> Int { tables[entry, default: 0] }
}

/// The ledger of all services, with every equation that does not hold.
public struct LedgerReport: Sendable {
  private static let entries = [
    "received", "applied", "duplicate", "parked", "quarantined", "emitted", "confirmed", "pending",
  ]

  private let lines: [ServiceName: LedgerLine]
  /// The same as read earlier; the same as now, where nothing was read before.
  private let earlier: [ServiceName: LedgerLine]

  /// What was read now.
  ///
  /// - Parameter earlier: What was read a while before. What was sent until then must have come by
  ///   now, whatever moves meanwhile. Without it the services must stand still, or what is on its
  ///   way looks lost.
  public init(lines: [ServiceName: LedgerLine], since earlier: LedgerReport? = nil) {
    self.lines = lines
    self.earlier = earlier?.lines ?? lines
  }

  /// One sentence for each equation that does not hold.
  public var problems: [String] {
    ServiceName.allCases.flatMap { service in
      inner(service, lines[service] ?? LedgerLine()) + between(service)
    }
  }

  private func inner(_ service: ServiceName, _ line: LedgerLine) -> [String] {
    let settled = ["applied", "duplicate", "parked", "quarantined"]
    var problems: [String] = []
    func equal(_ left: Int, _ right: Int, _ what: String) {
      if left != right { problems.append("\(service.rawValue): \(what): \(left) and \(right)") }
    }
    equal(
      line.count("received"), settled.reduce(0) { $0 + line.count($1) },
      "received is not applied + duplicate + parked + quarantined")
    for entry in settled {
      equal(line.count(entry), line.table(entry), "\(entry): counter and table differ")
    }
    equal(line.count("emitted"), line.table("emitted"), "emitted: counter and table differ")
    equal(
      line.count("confirmed"), line.count("emitted") - line.table("pending"),
      "confirmed is not emitted - pending")
    if line.table("blocked") > 0 {
      problems.append("\(service.rawValue): \(line.table("blocked")) messages are blocked")
    }
    return problems
  }

  /// What this service had emitted to each other service earlier, that one took by now, or it is
  /// pending; and none took earlier what was not emitted by now.
  private func between(_ service: ServiceName) -> [String] {
    guard let line = lines[service], let before = earlier[service] else { return [] }
    var missing = 0
    for receiver in ServiceName.allCases {
      let emitted = line.emittedTo[receiver.rawValue, default: 0]
      let tookBefore = earlier[receiver]?.takenFrom[service.source, default: 0] ?? 0
      if tookBefore > emitted {
        return ["\(receiver.rawValue) took \(tookBefore) of \(emitted) from \(service.rawValue)"]
      }
      let taken = lines[receiver]?.takenFrom[service.source, default: 0] ?? 0
      missing += max(0, before.emittedTo[receiver.rawValue, default: 0] - taken)
    }
    let pending = line.table("pending")
    return missing <= pending
      ? [] : ["\(service.rawValue): \(missing) emitted and not taken, \(pending) pending"]
  }

  public var table: String {
    let rows = ServiceName.allCases.map { service in
      [service.rawValue] + Self.entries.map { String(count($0, of: service)) }
    }
    let verdict = problems.isEmpty ? ["balanced"] : problems.map { "DIFFERENCE " + $0 }
    return TextTable([["service"] + Self.entries] + rows).text + verdict.joined(separator: "\n")
  }

  /// The same for a program.
  ///
  /// - Throws: `EncodingError`; no ledger can cause it.
  public var json: String {
    get throws {
      let services = ServiceName.allCases.map { service in
        (
          service.rawValue,
          Dictionary(uniqueKeysWithValues: Self.entries.map { ($0, count($0, of: service)) })
        )
      }
      return try Wire.encode(
        Document(
          balanced: problems.isEmpty, problems: problems,
          services: Dictionary(uniqueKeysWithValues: services)))
    }
  }

  private struct Document: Encodable {
    let balanced: Bool, problems: [String], services: [String: [String: Int]]
  }

  /// An entry as it is shown: what is pending is a table, everything else a counter.
  private func count(_ entry: String, of service: ServiceName) -> Int {
    let line = lines[service] ?? LedgerLine()
    return entry == "pending" ? line.table(entry) : line.count(entry)
  }
}

extension ServiceDatabases {
  /// Reads every service's ledger, counters against tables: each service at one moment of its own.
  ///
  /// - Parameter earlier: What was read a while before.
  /// - Throws: `PostgresError` when a database cannot be read.
  public func ledger(since earlier: LedgerReport? = nil) async throws -> LedgerReport {
    var lines: [ServiceName: LedgerLine] = [:]
    for service in ServiceName.allCases { lines[service] = try await line(of: service) }
    return LedgerReport(lines: lines, since: earlier)
  }

  /// One statement, so that all of it is of one moment.
  private func line(of service: ServiceName) async throws -> LedgerLine {
    var line = LedgerLine()
    for row in try await query(
      service,
      """
      SELECT true AS counted, entry, peer, sum(count)::bigint AS count
      FROM ledger_counter GROUP BY entry, peer
      UNION ALL SELECT false, outcome, '', count(*) FROM inbox GROUP BY outcome
      UNION ALL SELECT false, 'duplicate', '', coalesce(sum(duplicates), 0)::bigint FROM inbox
      UNION ALL SELECT false, 'emitted', '', count(*) FROM outbox
      UNION ALL SELECT false, 'pending', '', coalesce(sum(messages), 0)::bigint FROM outbox_pending
      UNION ALL SELECT false, 'blocked', '', count(*) FROM outbox_pending WHERE blocked
      """)
    {
      let (entry, peer) = (try row.text("entry"), try row.text("peer"))
      let count = try row.int("count")
      guard try row.bool("counted") else {
        line.tables[entry] = count
        continue
      }
      line.counted[entry, default: 0] += count
      if entry == "taken" { line.takenFrom[peer] = count }
      if entry == "emitted" { line.emittedTo[peer] = count }
    }
    return line
  }
}
