import AMQP
import Contracts
import Logging
import PostgreSQL
import Synchronization

/// The way out to the broker: one publisher a process, reopened when it breaks, and the rows of the
/// outbox that it confirmed and that are still to be marked.
///
/// While the broker is down nothing is attempted and nothing is counted (R4): rows go back to the
/// relay, which waits for the circuit to close.
actor Outlet {
  private let configuration: AMQPConfiguration
  private let logger: Logger
  private let limits: Limits
  private var publisher: AMQPPublisher?
  private var confirmed: [Int] = []
  private var unreachable: [Int] = []
  private var refused: [(row: Int, problem: String)] = []

  init(_ configuration: AMQPConfiguration, limits: Limits, logger: Logger) {
    self.configuration = configuration
    self.limits = limits
    self.logger = logger
  }

  /// Whether the broker can be published to now.
  var isOpen: Bool { publisher?.isOpen ?? false }

  /// Opens the way out if it is closed.
  ///
  /// - Throws: `AMQPError` when the broker cannot be reached.
  func open() async throws(AMQPError) {
    if let publisher, publisher.isOpen { return }
    let fresh = try await AMQPPublisher.open(configuration)
    if let current = publisher, current.isOpen {
      // Another task opened one while this one waited.
      await fresh.close()
      return
    }
    publisher = fresh
  }

  /// Publishes stored rows and remembers what the broker said of each.
  func publish(_ emissions: [StoredEmission]) async {
    guard !emissions.isEmpty else { return }
    guard let publisher, publisher.isOpen else {
      unreachable += emissions.map(\.row)
      return
    }
    do {
      let outcomes = try await publisher.publish(emissions.map(\.message))
      for (emission, outcome) in zip(emissions, outcomes) {
        switch outcome {
        case .confirmed: confirmed.append(emission.row)
        case .returned(let code, let reason):
          refused.append((emission.row, "returned \(code) \(reason)"))
        case .refused: refused.append((emission.row, "refused"))
        }
      }
    } catch {
      unreachable += emissions.map(\.row)
      logger.warning("Broker lost while publishing", metadata: ["error.type": "\(error.code)"])
    }
  }

  /// Takes the rows confirmed since the last call, to be marked in the caller's transaction.
  func takeConfirmed() -> [Int] {
    defer { confirmed.removeAll(keepingCapacity: true) }
    return confirmed
  }

  /// Puts rows back whose marking was not committed.
  func putBack(confirmed rows: [Int]) { confirmed += rows }

  /// Whether rows wait to be marked outside a batch.
  var hasMarks: Bool { !confirmed.isEmpty || !unreachable.isEmpty || !refused.isEmpty }

  /// The statements that mark what no batch has marked: refusals, rows given back, confirms.
  func takeMarks(instance: String) -> (queries: [Query], confirmed: [Int]) {
    var queries: [Query] = []
    if !unreachable.isEmpty { queries.append(Outbox.release(unreachable)) }
    for (row, problem) in refused {
      queries.append(
        Outbox.refuse(row, problem: problem, limit: limits.refusalsBeforeBlocking))
    }
    let rows = takeConfirmed()
    if !rows.isEmpty {
      queries.append(Outbox.confirm(rows))
      queries.append(
        Ledger.add([LedgerEntry(kind: .confirmed, peer: ""): rows.count], instance: instance))
    }
    unreachable.removeAll()
    refused.removeAll()
    return (queries, rows)
  }

  /// Closes the way out.
  func close() async {
    await publisher?.close()
    publisher = nil
  }
}
