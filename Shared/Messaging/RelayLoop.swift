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
    var claimed = Claimed()
    for row in rows.opened(with: keys) {
      let id = try row.int("id")
      do {
        guard let message = try outbound(from: row) else {
          claimed.ended.append(PendingRange(first: id, messages: 1))
          continue
        }
        claimed.rows.append(
          StoredEmission(
            row: id, pending: PendingRange(first: id, messages: 1), message: message,
            heldSince: heldSince))
      } catch let error where Remedy(of: error) == .setAside {
        claimed.unreadable[id] = error.reason
      } catch let error where error.isOfMissingKey {
        claimed.refused[id] = error.reason
      }
    }
    let notes = claimed.notes(instance: instance, limits: limits)
    if !notes.isEmpty { _ = try await connection.pipeline(notes) }
    return claimed.rows
  }

  /// A row as the broker carries it; `nil` where nobody is told any more. What is pending of an
  /// erased dossier says nothing: partners do not get it, a service counts it, and it has no effect
  /// there.
  private func outbound(from row: Row) throws -> OutboundMessage? {
    guard row.isErased("body") else {
      return try EnvelopeCodec.outbound(from: row, service: participant.service)
    }
    guard try row.text("exchange") == ExchangeName.services else { return nil }
    return try EnvelopeCodec.outbound(from: row, saying: "{}", service: participant.service)
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

/// What one claim found.
private struct Claimed {
  /// To be published.
  var rows: [StoredEmission] = []
  /// About erased dossiers: nobody is told.
  var ended: [PendingRange] = []
  /// Rows that were changed, and why they cannot be read.
  var unreadable: [Int: String] = [:]
  /// Rows whose key is missing: it may come back with the dump of the keys.
  var refused: [Int: String] = [:]

  /// The statements that keep it. What cannot be read an operator looks at, and no other row waits
  /// for it; the ledger counts what has ended as confirmed.
  func notes(instance: String, limits: Limits) -> [Query] {
    unreadable.sorted { $0.key < $1.key }.map { Outbox.block($0.key, because: $0.value) }
      + (refused.isEmpty ? [] : [Outbox.refuse(refused, limits: limits)])
      + (ended.isEmpty ? [] : [Ledger.add(confirmed: ended, instance: instance)])
  }
}
