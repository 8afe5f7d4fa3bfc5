import AMQP
import Contracts
import Logging
import PostgreSQL

/// What must go on even when no message comes: deadlines, relay, quarantine released, marks.
extension MessagingRuntime {
  func backgroundForever() async {
    await forever("background") { succeeded in
      let connection = try await PostgresConnection.connect(database)
      do {
        gauges.update { $0.background = true }
        succeeded()
        try await work(on: connection)
      } catch {
        gauges.update { $0.background = false }
        await connection.close()
        throw error
      }
      gauges.update { $0.background = false }
      await connection.close()
    }
  }

  /// Works until draining; each turn is bounded, and ends with a pause when it found nothing to do.
  private func work(on connection: PostgresConnection) async throws {
    let runner = BatchRunner(
      service: participant, connection: connection, limits: limits, instance: instance,
      logger: logger)
    while !isDraining {
      var busy = try await markConfirms(on: connection)
      busy = try await fireDeadlines(with: runner) || busy
      busy = try await relay(on: connection) || busy
      busy = try await takeReleased(with: runner) || busy
      if !busy { try? await pause(limits.idlePause) }
    }
    _ = try await markConfirms(on: connection)
  }

  private func markConfirms(on connection: PostgresConnection) async throws -> Bool {
    guard await outlet.hasMarks else { return false }
    let marks = await outlet.takeMarks(instance: instance)
    do {
      _ = try await connection.pipeline(marks.queries)
    } catch {
      await outlet.putBack(confirmed: marks.confirmed)
      throw error
    }
    return false
  }

  private func fireDeadlines(with runner: BatchRunner<Runner>) async throws -> Bool {
    do {
      let result = try await runner.fireDeadlines(on: today())
      await outlet.publish(result.committed.emissions)
      gauges.update {
        $0.fired += result.fired
        $0.passedOver += result.committed.passedOver
      }
      return result.fired > 0
    } catch let error as PostgresError where !error.isTransient {
      await runner.connection.rollback()
      logger.error("Deadlines cannot be applied", metadata: error.metadata)
      return false
    }
  }

  /// Publishes rows that nobody holds: those of a process that died, or of a time without broker.
  private func relay(on connection: PostgresConnection) async throws -> Bool {
    if await !outlet.isOpen {
      // The circuit is open: nothing is claimed, and no attempt is counted (R4).
      do { try await outlet.open() } catch { return false }
    }
    let rows = try await connection.query(
      Outbox.claim(limits.relayBatch, leaseSeconds: limits.leaseSeconds))
    guard !rows.isEmpty else { return false }
    let emissions = try rows.map {
      StoredEmission(
        row: try $0.int("id"),
        message: try EnvelopeCodec.outbound(from: $0, service: participant.service))
    }
    gauges.update { $0.relayed += emissions.count }
    logger.info("Outbox relayed", metadata: ["outbox.rows": "\(emissions.count)"])
    await outlet.publish(emissions)
    return true
  }

  private func takeReleased(with runner: BatchRunner<Runner>) async throws -> Bool {
    let result = try await runner.takeReleased(on: today())
    await outlet.publish(result.committed.emissions)
    gauges.update { $0.passedOver += result.committed.passedOver }
    return result.taken > 0
  }
}
