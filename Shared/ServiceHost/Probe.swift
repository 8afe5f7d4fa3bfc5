import Messaging
import Observability
import PostgreSQL
import Synchronization
import Vocabulary

/// What probes and scrapes ask the database, on a connection of its own.
struct Probe: Sendable {
  let connection: StandingConnection
  let migrations: [(set: String, list: [Migration])]
  let today: @Sendable () -> Day

  /// Whether the database answers.
  func database() async -> CheckResult {
    do {
      _ = try await connection.query("SELECT 1")
      return .ready
    } catch {
      return .notReady(reason(error))
    }
  }

  /// Whether what was emitted gets out to the broker.
  ///
  /// - Parameter limit: Seconds that a message may wait. One that an operator must look at is not
  ///   meant.
  func outbox(_ limit: Int) async -> CheckResult {
    do {
      let rows = try await connection.query(Self.oldestPending)
      guard let seconds = try rows.first?.int("value"), seconds > limit else { return .ready }
      return .notReady("a message has waited \(seconds) s for the broker; see amontctl outbox")
    } catch {
      return .notReady(reason(error))
    }
  }

  /// Seconds since the oldest message was stored that the broker has not confirmed. The first by
  /// number: it was not stored later than the others, but for those of transactions that
  /// overlapped.
  static let oldestPending: Query = """
    SELECT greatest(extract(epoch FROM now() - since), 0)::bigint AS value
    FROM outbox_pending WHERE NOT blocked ORDER BY first LIMIT 1
    """

  /// Whether the tables are those that this build expects.
  func schema() async -> CheckResult {
    do {
      var missing: [String] = []
      for (set, list) in migrations {
        missing += try await Migrator().pending(list, set: set, on: connection.connection())
          .map { "\(set) \($0.number)" }
      }
      guard missing.isEmpty else {
        return .notReady("run `migrate`; missing: " + missing.joined(separator: ", "))
      }
      return .ready
    } catch {
      return .notReady(reason(error))
    }
  }

  /// One number from the runtime's tables; nothing when the database does not answer.
  func number(_ query: Query) async -> [PrometheusRegistry.Value] {
    let rows = try? await connection.query(query)
    guard let row = rows?.first, let value = try? row.int("value") else { return [] }
    return [(labels: [], value: Double(value))]
  }

  /// Numbers with one label.
  func numbers(_ query: Query, label: String) async -> [PrometheusRegistry.Value] {
    guard let rows = try? await connection.query(query) else { return [] }
    return rows.compactMap { row in
      guard let value = try? row.int("value"), let name = try? row.text("label") else { return nil }
      return (labels: [(label, name)], value: Double(value))
    }
  }

  func close() async { await connection.close() }

  private func reason(_ error: any Error) -> String {
    guard let error = error as? PostgresError else { return "database: \(type(of: error))" }
    let words = error.message.map { ": \($0)" } ?? ""
    return "database: \(error.sqlState ?? error.code.rawValue)" + words
  }
}
