import AMQP
import Contracts
import Messaging
import OperatorReading
import PostgreSQL
import Settings

/// Reads a status. What does not answer is told, and all else read: this is asked when something is
/// broken.
struct StatusReader: Sendable {
  let settings: OperatorSettings

  /// The status now.
  ///
  /// - Parameter settle: How long what is on its way may take, where the ledger is asked; `nil`
  ///   leaves it out.
  func read(settling settle: Duration?) async -> StatusReport {
    var lines: [StatusReport.Line] = []
    for service in ServiceName.allCases {
      var line = StatusReport.Line(service: service)
      do {
        line.tables = try await tables(of: service)
      } catch {
        line.problems.append("its database does not answer: \(error)")
      }
      do {
        line.queue = try await queue(of: service)
      } catch {
        line.problems.append("the broker does not tell of its queue: \(error)")
      }
      lines.append(line)
    }
    return StatusReport(
      lines: lines, ledger: await ledger(settle), runtimeKnown: RuntimeSchema.migrations.count)
  }

  /// What does not balance. A ledger that cannot be read is no balanced one.
  private func ledger(_ settle: Duration?) async -> [String] {
    guard let settle else { return [] }
    do {
      let databases = try await ServiceDatabases.open(settings)
      let problems = try await databases.ledger(settlingFor: settle).problems
      await databases.close()
      return problems
    } catch {
      return ["it cannot be read: \(error)"]
    }
  }

  private func tables(of service: ServiceName) async throws -> StatusReport.Tables {
    let connection = try await settings.connect(to: service)
    let rows: Rows
    do {
      rows = try await connection.query(Self.query)
    } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    guard let row = rows.first else { return StatusReport.Tables() }
    return StatusReport.Tables(
      runtime: try row.int("runtime"), own: try row.int("own"), pending: try row.int("pending"),
      oldestSeconds: try row.int("oldest"), blocked: try row.int("blocked"),
      parked: try row.int("parked"), quarantined: try row.int("quarantined"))
  }

  private static let query: Query = """
    SELECT
      (SELECT count(*) FROM amont_migration WHERE set = 'runtime') AS runtime,
      (SELECT count(*) FROM amont_migration WHERE set <> 'runtime') AS own,
      (SELECT coalesce(sum(messages), 0)::bigint FROM outbox_pending) AS pending,
      (SELECT coalesce(extract(epoch FROM now() - min(since)), 0)::bigint FROM outbox_pending)
        AS oldest,
      (SELECT coalesce(sum(messages), 0)::bigint FROM outbox_pending WHERE blocked) AS blocked,
      (SELECT count(*) FROM parked) AS parked,
      (SELECT count(*) FROM quarantine WHERE state = 'waiting') AS quarantined
    """

  /// An admin that threw is of no further use: each service has its own.
  private func queue(of service: ServiceName) async throws -> StatusReport.Queue {
    let admin = try await AMQPAdmin.open(settings.brokerConfiguration())
    do {
      let living = try await admin.depth(of: service.queue)
      let dead = try await admin.depth(of: QueueName.dead(service.queue))
      await admin.close()
      return StatusReport.Queue(
        ready: living.messages, consumers: living.consumers, dead: dead.messages)
    } catch {
      await admin.close()
      throw error
    }
  }
}
