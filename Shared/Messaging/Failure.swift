import AMQP
import Logging
import PostgreSQL
import Sealing

/// A failure as whoever is on call must read it: what, where, and whether anybody must act.
struct Failure: Sendable {
  /// Where and why; the same for the same cause.
  let cause: String
  /// Whether nothing will go on before somebody acts.
  let isLasting: Bool
  let metadata: Logger.Metadata

  init(_ error: any Error, database: PostgresConfiguration, broker: AMQPConfiguration) {
    switch error {
    case let error as PostgresError:
      let code = error.sqlState ?? error.code.rawValue
      cause = "database \(code)" + (error.message.map { ": \($0)" } ?? "")
      isLasting = error.remedy == .wait
      metadata = [
        "error.type": "\(error.reason)", "database.sql_state": "\(error.sqlState ?? "-")",
        "reason": "\(cause)", "address": "\(database.host):\(database.port)",
      ]
    case let error as AMQPError:
      let said = error.replyText ?? error.detail
      cause = "broker \(error.code.rawValue)" + (said.map { ": \($0)" } ?? "")
      isLasting = !error.isTransient && error.code != .closed
      metadata = [
        "error.type": "broker \(error.code.rawValue)", "reason": "\(cause)",
        "address": "\(broker.host):\(broker.port)",
      ]
    case let error as SealingError:
      cause = error.description
      isLasting = !error.isOfOneValue
      metadata = ["error.type": "sealing", "reason": "\(cause)"]
    default:
      cause = "\(type(of: error))"
      isLasting = false
      metadata = ["error.type": "\(cause)"]
    }
  }
}
