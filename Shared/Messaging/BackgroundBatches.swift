import Contracts
import Logging
import PostgreSQL
import Sealing
import Vocabulary

/// Batches that no delivery starts: deadlines whose day has come, and messages that an operator
/// released from quarantine. Same locks, same decisions, same transaction.
extension BatchRunner {
  /// What became of deadlines that were due.
  struct Firing: Sendable {
    var committed = Committed()
    /// Deadlines that were decided or put into quarantine.
    var fired = 0
    /// Deadlines that could be neither, and why the last of them could not.
    var stuck = 0
    var problem: (any Error)?
    /// The day of the oldest that was due.
    var oldest: Day?
    /// Whether as many were due as were asked for: there may be more.
    var isFull = false

    static func += (left: inout Firing, right: Firing) {
      left.committed += right.committed
      left.fired += right.fired
      left.stuck += right.stuck
      left.problem = right.problem ?? left.problem
    }
  }

  /// Fires deadlines that are due, the oldest first, a bounded number at a time.
  ///
  /// - Parameter limit: How many at most; `nil` for a whole batch.
  /// - Throws: `PostgresError` when the database cannot be reached; those of this call that were
  ///   not committed stay due.
  func fireDeadlines(on today: Day, atMost limit: Int? = nil) async throws -> Firing {
    let limit = limit ?? limits.deadlineBatch
    let due = try await connection.query(DeadlineBook.due(on: today, limit: limit))
    guard !due.isEmpty else { return Firing() }
    let rows = try due.map {
      (household: try $0.uuid("household"), kind: try $0.text("kind"), armed: try $0.int("armed"))
    }
    var firing = try await fire(rows, on: today)
    firing.oldest = try due.first?.day("fires_on")
    firing.isFull = due.count == limit
    return firing
  }

  private func fire(
    _ rows: [(household: HouseholdID, kind: String, armed: Int)], on today: Day
  ) async throws -> Firing {
    do {
      return try await attemptFiring(rows, on: today)
    } catch let error where Remedy(of: error) == .setAside {
      await connection.rollback()
      guard rows.count > 1 else { return try await setAside(rows, error, on: today) }
      logger.warning("Deadlines refused by the database and split", metadata: error.metadata)
      return try await fireHalves(of: rows, on: today)
    } catch let error as PostgresError where error.mayBeOfFewRows {
      await connection.rollback()
      guard rows.count > 1 else { return Firing(stuck: rows.count, problem: error) }
      let firing = try await fireHalves(of: rows, on: today)
      // As long as none can be fired it is the server's fault, unless a key is missing.
      guard firing.fired > 0 || error.code == .keyMissing else { throw error }
      return firing
    } catch {
      await connection.rollback()
      throw error
    }
  }

  private func fireHalves(
    of rows: [(household: HouseholdID, kind: String, armed: Int)], on today: Day
  ) async throws -> Firing {
    let middle = rows.count / 2
    var firing = try await fire(Array(rows[..<middle]), on: today)
    firing += try await fire(Array(rows[middle...]), on: today)
    return firing
  }

  /// Puts a deadline that the database refuses into quarantine: it holds no other back, and an
  /// operator releases it once the cause is repaired. One that quarantine cannot take either stays
  /// due.
  private func setAside(
    _ rows: [(household: HouseholdID, kind: String, armed: Int)], _ error: any Error,
    on today: Day
  ) async throws -> Firing {
    var firing = Firing()
    do {
      try await moveToQuarantine(rows, error, on: today)
      firing.fired = rows.count
    } catch let error where Remedy(of: error) == .setAside || error.isOfMissingKey {
      await connection.rollback()
      firing.stuck = rows.count
      firing.problem = error
    }
    return firing
  }

  private func moveToQuarantine(
    _ rows: [(household: HouseholdID, kind: String, armed: Int)], _ error: any Error,
    on today: Day
  ) async throws {
    let households = Set(rows.map(\.household))
    let results = try await connection.pipeline([
      "BEGIN", Inbox.lock(Set(households.map(\.description))), DeadlineBook.take(rows),
      KeyTable.read(households.sorted()),
    ])
    var keys = HouseholdKeys()
    try keys.add(results[3], of: households, by: masters)
    let kept = try results[2].flatMap {
      let message = try DeadlineBook.message(from: $0, service: service.service)
      let isSealed = message.household.map(keys.serves) ?? false
      return Quarantine.insert(
        message, reason: error.reason, on: today, keep: limits.quarantinedBytes,
        sealedBy: isSealed ? nil : message.ownKeySubject)
    }
    try await write(kept + ["COMMIT"])
    logger.error("Deadline put in quarantine", metadata: error.metadata)
  }

  private func attemptFiring(
    _ rows: [(household: HouseholdID, kind: String, armed: Int)], on today: Day
  ) async throws -> Firing {
    let keys = Set(rows.map(\.household.description))
    // What is read depends on the households only, so messages without a payload will do.
    let households = Set(rows.map(\.household)).sorted()
    let probes = households.map {
      Message(
        id: "", source: "", type: DeadlineFired.type, household: $0, occurredOn: today, data: [])
    }
    let opened = try await open(
      locks: keys, [DeadlineBook.take(rows)], probes.map(service.read))
    let messages = try opened.results[0].map {
      (
        try DeadlineBook.message(from: $0, service: service.service),
        firedKind: String?.some(try $0.text("kind"))
      )
    }.sorted { ($0.0.occurredOn, $0.0.id) < ($1.0.occurredOn, $1.0.id) }
    var decider = decider(opened, today: today)
    decider.decideUnranked(messages)
    return Firing(
      committed: try await commit(decider, keys: opened.keys, confirmed: []), fired: messages.count)
  }

  /// Takes back messages that an operator released.
  ///
  /// - Throws: `PostgresError` when the database cannot be reached or refuses; they stay released.
  func takeReleased(on today: Day) async throws -> (committed: Committed, taken: Int) {
    let rows = try await opened(connection.query(Quarantine.released(limits.releasedBatch)))
    var result: (committed: Committed, taken: Int) = (Committed(), 0)
    for row in rows {
      let message: Message
      do {
        message = try Quarantine.message(from: row)
      } catch let error where Remedy(of: error) == .setAside || error.isOfMissingKey {
        _ = try await connection.query(
          Quarantine.refuse(try row.int("id"), because: "\(today): illisible, \(error.reason)"))
        continue
      }
      do {
        let part = try await takeReleased(message, row: try row.int("id"), on: today)
        result.committed += part
        result.taken += 1
      } catch let error where Remedy(of: error) == .setAside || error.isOfMissingKey {
        await connection.rollback()
        _ = try await connection.query(
          Quarantine.giveBack(try row.int("id"), reason: error.reason, on: today))
      }
    }
    return result
  }

  /// Rows whose sealed values can be read, where their keys are there.
  func opened(_ rows: Rows) async throws -> Rows {
    let subjects = rows.subjects
    guard !subjects.isEmpty else { return rows }
    var keys = HouseholdKeys()
    try keys.add(
      await connection.query(KeyTable.read(subjects.sorted())), of: subjects, by: masters)
    return rows.opened(with: keys)
  }

  private func takeReleased(_ message: Message, row: Int, on today: Day) async throws -> Committed {
    let reading = service.read(message)
    let opened = try await open(
      locks: Set(service.locks(for: reading)), [Quarantine.take([row])], [reading])
    guard let taken = opened.results[0].first else {
      await connection.rollback()
      return Committed()
    }
    // The history grows at each release, so what follows never takes an identifier again.
    var message = message
    message.attempt = .released(try taken.int("length"))
    var decider = decider(opened, today: today)
    if message.type == DeadlineFired.type {
      service.prepare(firing: [message], in: &decider.workspace)
    }
    decider.decideUnranked([(message, firedKind: nil)])
    // The ledger counts neither a deadline nor what was applied once and passed over since.
    if decider.plan.rare.isEmpty, try taken.bool("counted") {
      decider.plan.count(.quarantined, message.source, by: -1)
      decider.plan.count(.applied, message.source)
      decider.plan.inbox.settle(message.key, as: .applied)
    }
    return try await commit(decider, keys: opened.keys, confirmed: [])
  }
}
