import Contracts
import OperatorReading

/// Whether all is well, at a glance: what each service has to do, and what needs somebody.
struct StatusReport: Sendable, Equatable {
  /// One service, as its database and the broker show it.
  struct Line: Sendable, Equatable {
    let service: ServiceName
    var tables: Tables?
    var queue: Queue?
    /// Why the database or the broker did not answer.
    var problems: [String] = []
  }

  /// What the database of a service says.
  struct Tables: Sendable, Equatable {
    /// Migrations applied: of the runtime, and of the service.
    var runtime = 0, own = 0
    /// Messages that the broker has not confirmed, and the age of the oldest in seconds.
    var pending = 0, oldestSeconds = 0
    /// Messages that the broker refused for good.
    var blocked = 0
    /// Messages that wait for one of a lower rank.
    var parked = 0
    /// Messages that wait for an operator.
    var quarantined = 0
  }

  /// What the broker says of a service's queue.
  struct Queue: Sendable, Equatable {
    var ready = 0, consumers = 0
    /// What was delivered too often.
    var dead = 0
  }

  let lines: [Line]
  /// What does not balance; empty where it does, or was not asked.
  let ledger: [String]
  /// Migrations of the runtime that this program knows.
  let runtimeKnown: Int

  /// The age at which a message that is not confirmed needs somebody: the relay starts within a
  /// second and tries again for as long as the broker is away.
  static let oldestSeconds = 60

  /// What needs somebody, each with what to do next.
  var needs: [String] {
    lines.flatMap(needs)
      + ledger.map { "ledger: \($0): see 'amontctl outbox', then docs/operations.md" }
  }

  private func needs(_ line: Line) -> [String] {
    var needs = line.problems
    if let tables = line.tables {
      if tables.runtime != runtimeKnown {
        needs.append(
          "its tables have \(tables.runtime) migrations of the runtime, and this amontctl knows "
            + "\(runtimeKnown): use the amontctl of the release that runs")
      }
      if tables.blocked > 0 {
        needs.append("\(tables.blocked) messages are blocked: 'amontctl outbox'")
      }
      if tables.pending > 0, tables.oldestSeconds >= Self.oldestSeconds {
        needs.append(
          "a message waits for the broker since \(tables.oldestSeconds) s: see its /readyz")
      }
      if tables.quarantined > 0 {
        needs.append("\(tables.quarantined) messages wait for you: 'amontctl quarantine'")
      }
    }
    if let queue = line.queue {
      if queue.consumers == 0 { needs.append("nobody reads its queue: is it running?") }
      if queue.dead > 0 {
        needs.append("\(queue.dead) dead letters are not taken in: is it running?")
      }
    }
    return needs.map { "\(line.service.rawValue): \($0)" }
  }

  /// For people.
  var text: String {
    let head = [
      "service", "queue", "readers", "dead", "pending", "oldest s", "blocked", "parked",
      "quarantine",
      "migrations",
    ]
    let rows = lines.map { line -> [String] in
      let queue = line.queue.map { [$0.ready, $0.consumers, $0.dead].map(String.init) }
      let tables = line.tables.map {
        [$0.pending, $0.oldestSeconds, $0.blocked, $0.parked, $0.quarantined].map(String.init)
          + ["\($0.runtime) + \($0.own)"]
      }
      return [line.service.rawValue] + (queue ?? Array(repeating: "?", count: 3))
        + (tables ?? Array(repeating: "?", count: 6))
    }
    let verdict = needs.isEmpty ? ["all is well"] : needs.map { "LOOK  " + $0 }
    return TextTable([head] + rows).text + verdict.joined(separator: "\n") + "\n"
  }

  /// For programs: one JSON object.
  ///
  /// - Throws: `EncodingError`; no report can cause it.
  var json: String {
    get throws {
      try Wire.encode(
        Document(
          ok: needs.isEmpty, needs: needs,
          services: Dictionary(
            uniqueKeysWithValues: lines.map { ($0.service.rawValue, Document.Service($0)) })))
        + "\n"
    }
  }

  private struct Document: Encodable {
    struct Service: Encodable {
      let queue: Int?, readers: Int?, dead: Int?, pending: Int?, oldest_seconds: Int?, blocked: Int?
      let parked: Int?, quarantined: Int?, runtime_migrations: Int?, own_migrations: Int?

      init(_ line: Line) {
        (queue, readers, dead) = (line.queue?.ready, line.queue?.consumers, line.queue?.dead)
        (pending, oldest_seconds) = (line.tables?.pending, line.tables?.oldestSeconds)
        (blocked, parked) = (line.tables?.blocked, line.tables?.parked)
        quarantined = line.tables?.quarantined
        (runtime_migrations, own_migrations) = (line.tables?.runtime, line.tables?.own)
      }
    }
    let ok: Bool, needs: [String], services: [String: Service]
  }
}
