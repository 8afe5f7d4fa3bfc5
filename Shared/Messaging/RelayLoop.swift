import AMQP
import Contracts
import Logging
import PostgreSQL
import Sealing

/// What goes on without a delivery: marks what the broker said of rows of the outbox, and publishes
/// rows that nobody holds, those of a process that died, of a time without broker, or refused
/// before.
extension MessagingRuntime {
  func relayForever() async {
    await forever("relay") { progressed in
      let connection = try await PostgresConnection.connect(database)
      do {
        gauges.update { $0.relaying = true }
        try await relay(on: connection, progressed)
      } catch {
        gauges.update { $0.relaying = false }
        await connection.close()
        throw error
      }
      gauges.update { $0.relaying = false }
      await connection.close()
    }
  }

  /// Works until draining. Rows of each exchange are under way by themselves, so that neither the
  /// marks nor another exchange wait for a broker that does not answer.
  private func relay(
    on connection: PostgresConnection, _ progressed: () -> Void
  ) async throws {
    let pace = LookPace(limits)
    try await withThrowingDiscardingTaskGroup { group in
      while !isDraining {
        try await mark(on: connection)
        let tries = await outlet.tries
        if pace.looks(at: .now, orFor: tries) {
          for (exchange, rows) in try await claim(on: connection) {
            await outlet.beginRelay(by: exchange)
            group.addTask { await self.relay(rows, by: exchange, pace) }
          }
          progressed()
        }
        let rest = pace.rest(at: .now, orFor: tries)
        let work = await relayWork.wait(
          min(rest, await outlet.marksRest(at: .now) ?? rest), pause)
        if work.contains(.rows) { pace.told() }
        // The consumer's next transaction may mark them along with its own.
        if work == .confirmed { try? await pause(limits.markPause) }
      }
    }
  }

  private func relay(
    _ rows: [StoredEmission], by exchange: String, _ pace: LookPace
  ) async {
    let confirmed = await outlet.relay(rows, by: exchange)
    guard confirmed > 0 else { return }
    pace.progressed()
    relayWork.raise(.rows)
    gauges.update { $0.relayed += confirmed }
    logger.info("Outbox relayed", metadata: ["outbox.rows": "\(confirmed)"])
  }

  private func mark(on connection: PostgresConnection) async throws {
    let marks = await outlet.takeMarks()
    guard !marks.isEmpty else { return }
    do {
      _ = try await connection.pipeline(marks.queries(instance: instance, limits: limits))
    } catch {
      await outlet.putBack(marks)
      throw error
    }
  }

  /// Claims rows by exchange: as many as a pass takes of those that work, one of each that may work
  /// again, none of the others.
  private func claim(
    on connection: PostgresConnection
  ) async throws -> [String: [StoredEmission]] {
    let (closed, doubtful) = await outlet.standing()
    var claimed = try await claim(
      limits.relayBatch, of: .all(except: closed + doubtful), on: connection)
    for exchange in doubtful {
      let rows = try await claim(1, of: .only(exchange), on: connection)
      claimed += rows
      if rows.isEmpty, try await connection.query(Outbox.waiting(for: exchange)).isEmpty {
        await outlet.tryAgain(exchange)
      }
    }
    return Dictionary(grouping: claimed, by: \.message.exchange)
  }

  private func claim(
    _ limit: Int, of exchanges: Outbox.Exchanges, on connection: PostgresConnection
  ) async throws -> [StoredEmission] {
    let heldSince = ContinuousClock.now
    let results = try await connection.pipeline([
      Outbox.splitFree(limit, limits: limits), Outbox.claim(limit, of: exchanges, limits: limits),
    ])
    let rows = results[1]
    let subjects = rows.subjects
    var keys = HouseholdKeys()
    if !subjects.isEmpty {
      try keys.add(
        await connection.query(KeyTable.read(subjects.sorted())), of: subjects, by: masters)
    }
    var claimed: [StoredEmission] = []
    for row in rows.opened(with: keys) {
      let id = try row.int("id")
      do {
        claimed.append(
          StoredEmission(
            row: id, pending: PendingRange(first: id, messages: 1),
            message: try EnvelopeCodec.outbound(from: row, service: participant.service),
            heldSince: heldSince))
      } catch let error where Remedy(of: error) == .setAside {
        // Nobody can read it: an operator looks, and no other row waits for it.
        _ = try await connection.query(Outbox.block(id, because: error.reason))
      }
    }
    return claimed
  }

  /// Marks what the broker said last, when everybody else has finished: nothing of it is published
  /// again by whoever comes next.
  func markLast() async {
    let marks = await outlet.takeLastMarks()
    guard !marks.isEmpty else { return }
    do {
      let connection = try await PostgresConnection.connect(database)
      _ = try await connection.pipeline(marks.queries(instance: instance, limits: limits))
      await connection.close()
    } catch {
      logger.warning(
        "Last confirms not marked: these messages will be published again",
        metadata: ["outbox.rows": "\(marks.confirmedMessages)"])
    }
  }
}
