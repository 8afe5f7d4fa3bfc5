import Contracts

/// What one service's counters and tables say.
struct LedgerLine: Sendable, Equatable {
  /// Sums of the counters kept in each batch's transaction, by entry.
  var counted: [String: Int] = [:]
  /// The same recounted from inbox and outbox.
  var tables: [String: Int] = [:]
  /// Distinct messages taken, by source.
  var takenFrom: [String: Int] = [:]
  /// Messages emitted, by destination.
  var emittedTo: [String: Int] = [:]

  func count(_ entry: String) -> Int { counted[entry, default: 0] }
  func table(_ entry: String) -> Int { tables[entry, default: 0] }
}

/// The ledger of all services, with every equation that does not hold.
struct LedgerReport: Sendable {
  let lines: [ServiceName: LedgerLine]

  /// One sentence for each equation that does not hold.
  var problems: [String] {
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

  /// What this service emitted to each other service is what that one took from it, or is pending.
  private func between(_ service: ServiceName) -> [String] {
    guard let line = lines[service] else { return [] }
    var missing = 0
    for receiver in ServiceName.allCases {
      let emitted = line.emittedTo[receiver.rawValue, default: 0]
      let taken = lines[receiver]?.takenFrom[service.source, default: 0] ?? 0
      if taken > emitted {
        return ["\(receiver.rawValue) took \(taken) of \(emitted) from \(service.rawValue)"]
      }
      missing += emitted - taken
    }
    let pending = line.table("pending")
    return missing <= pending
      ? [] : ["\(service.rawValue): \(missing) emitted and not taken, \(pending) pending"]
  }

  /// Messages emitted to a service and not taken yet.
  var underWay: Int {
    ServiceName.allCases.reduce(0) { sum, service in
      sum
        + ServiceName.allCases.reduce(0) { sum, receiver in
          sum + (lines[service]?.emittedTo[receiver.rawValue, default: 0] ?? 0)
            - (lines[receiver]?.takenFrom[service.source, default: 0] ?? 0)
        }
    }
  }

  /// A table for people.
  var table: String {
    let entries = [
      "received", "applied", "duplicate", "parked", "quarantined", "emitted", "confirmed",
      "pending",
    ]
    var rows = [["service"] + entries]
    for service in ServiceName.allCases {
      let line = lines[service] ?? LedgerLine()
      rows.append(
        [service.rawValue]
          + entries.map { entry in
            String(entry == "pending" ? line.table(entry) : line.count(entry))
          })
    }
    let verdict = problems.isEmpty ? ["balanced"] : problems.map { "DIFFERENCE " + $0 }
    return TextTable(rows).text + verdict.joined(separator: "\n")
  }

  /// The same for a program.
  var json: String {
    let services = ServiceName.allCases.map { service -> String in
      let line = lines[service] ?? LedgerLine()
      let members =
        ["received", "applied", "duplicate", "parked", "quarantined", "emitted", "confirmed"]
        .map { "\"\($0)\":\(line.count($0))" } + ["\"pending\":\(line.table("pending"))"]
      return "\"\(service.rawValue)\":{" + members.joined(separator: ",") + "}"
    }
    let sentences = problems.map { "\"\($0)\"" }.joined(separator: ",")
    return "{\"balanced\":\(problems.isEmpty),\"problems\":[\(sentences)],"
      + "\"services\":{\(services.joined(separator: ","))}}"
  }
}

/// Columns of text, aligned right but for those that lead; what comes from outside is made printable.
struct TextTable {
  let rows: [[String]]
  /// The columns aligned left.
  let leading: Set<Int>

  init(_ rows: [[String]], leading: Set<Int> = [0]) {
    self.rows = rows.map { $0.map(Printable.line) }
    self.leading = leading
  }

  var text: String {
    let width = rows.map(\.count).max() ?? 0
    let widths = (0..<width).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        return leading.contains(column) ? cell + gap : gap + cell
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }
}
