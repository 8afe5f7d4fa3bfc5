import Contracts
import Logging
import PostgreSQL
import Vocabulary

/// Performs batches on one connection to PostgreSQL: two round trips each, one durable commit.
struct BatchRunner<Service: Participant>: Sendable {
  let service: Service
  let connection: PostgresConnection
  let limits: Limits
  let instance: String
  let logger: Logger

  /// What a committed batch left to publish.
  struct Committed: Sendable {
    var emissions: [StoredEmission] = []
    /// How much had no effect as dossiers were decided again.
    var passedOver = 0

    /// Adds what another batch left.
    static func += (left: inout Committed, right: Committed) {
      left.emissions += right.emissions
      left.passedOver += right.passedOver
    }
  }

  /// Applies messages. A batch that the database refuses is split until the culprit stands alone;
  /// the culprit goes to quarantine and all others take effect.
  ///
  /// - Parameter confirmed: Rows of the outbox that the broker confirmed meanwhile: their marking
  ///   rides along in this transaction, so that a hop costs one commit.
  /// - Throws: `PostgresError` when the database cannot be reached; then nothing was acknowledged,
  ///   and whether the batch took effect is for the inbox to say.
  func apply(_ messages: [Message], on today: Day, confirmed: [Int]) async throws -> Committed {
    let entries = Inbox.entries(of: messages)
    do {
      return try await attempt(entries, on: today, confirmed: confirmed)
    } catch let error as PostgresError {
      await connection.rollback()
      if error.isTransient { throw error }
      guard messages.count > 1 else {
        return try await quarantine(messages, error, on: today, confirmed: confirmed)
      }
      logger.warning("Batch refused by the database and split", metadata: error.metadata)
    }
    let middle = messages.count / 2
    var result = try await apply(Array(messages[..<middle]), on: today, confirmed: confirmed)
    result += try await apply(Array(messages[middle...]), on: today, confirmed: [])
    return result
  }

  private func attempt(
    _ entries: [Inbox.Entry], on today: Day, confirmed: [Int]
  ) async throws -> Committed {
    let messages = entries.map(\.message)
    let households = Set(messages.compactMap { $0.sequence == nil ? nil : $0.household }).sorted()
    let opening: [Query] =
      [
        "BEGIN", Inbox.lock(Set(messages.flatMap(service.locks))),
        Inbox.insert(entries, on: today), Inbox.ranks(households), Inbox.parked(households),
      ] + service.reads(for: messages)
    let results = try await connection.pipeline(opening)
    var decider = try decider(
      today: today, seen: results[2], ranks: results[3], parked: results[4],
      reads: Array(results[5...]))
    decider.decide(entries)
    return try await commit(decider, confirmed: confirmed)
  }

  private func decider(
    today: Day, seen: Rows, ranks: Rows, parked: Rows, reads: [Rows]
  ) throws -> BatchDecider<Service> {
    var known: [MessageKey: (fresh: Bool, duplicates: Int)] = [:]
    known.reserveCapacity(seen.count)
    for row in seen {
      let key = MessageKey(source: try row.text("source"), id: try row.text("id"))
      known[key] = (fresh: try row.bool("fresh"), duplicates: try row.int("duplicates"))
    }
    var last: [RankKey: Int] = [:]
    for row in ranks {
      let key = RankKey(household: try row.uuid("household"), peer: try row.text("source"))
      last[key] = try row.int("last")
    }
    var waiting: [RankKey: [Int: Message]] = [:]
    for row in parked {
      let message = try Inbox.message(from: row)
      let key = RankKey(household: try row.uuid("household"), peer: message.source)
      waiting[key, default: [:]][try row.int("rank")] = message
    }
    return BatchDecider(
      service: service, today: today, limits: limits,
      workspace: try service.workspace(from: reads), seen: known, ranks: last, parked: waiting)
  }

  func commit(
    _ decider: BatchDecider<Service>, confirmed: [Int]
  ) async throws -> Committed {
    var plan = decider.plan
    for emission in plan.emissions {
      plan.count(.emitted, emission.outgoing.destination.routingKey)
    }
    let review = service.review(of: decider.workspace)
    var writes =
      service.writes(for: decider.workspace) + plan.writes(instance: instance)
      + Quarantine.show(review, on: decider.today, keep: limits.quarantinedBytes)
    let storePlace = writes.count
    if !plan.emissions.isEmpty {
      writes.append(Outbox.append(plan.emissions, leaseSeconds: limits.leaseSeconds))
    }
    writes += service.lastWrites(for: decider.workspace)
    if !confirmed.isEmpty { writes.append(Outbox.confirm(confirmed, instance: instance)) }
    writes.append("COMMIT")
    let heldSince = ContinuousClock.now
    let results = try await connection.pipeline(writes)
    for passed in review.passedOver {
      logger.error("Passed over as its dossier was decided", metadata: passed.metadata)
    }
    return Committed(
      emissions: plan.emissions.isEmpty
        ? [] : try stored(plan.emissions, in: results[storePlace], heldSince: heldSince),
      passedOver: review.passedOver.count)
  }

  /// Matches the rows just stored with what they carry, in the order of the decisions.
  private func stored(
    _ emissions: [Emission], in rows: Rows, heldSince: ContinuousClock.Instant
  ) throws -> [StoredEmission] {
    var places: [String: (row: Int, rank: Int?)] = [:]
    places.reserveCapacity(rows.count)
    for row in rows {
      places[try row.text("message_id")] = (try row.int("id"), try row.intIfPresent("rank"))
    }
    return emissions.compactMap { emission in
      places[emission.id].map {
        StoredEmission(
          row: $0.row,
          message: EnvelopeCodec.outbound(emission, rank: $0.rank, service: service.service),
          heldSince: heldSince)
      }
    }
  }

  /// Puts the culprit of a failing batch aside. Its rank counts as taken: what follows it is real
  /// and must not wait for an operator.
  private func quarantine(
    _ messages: [Message], _ error: PostgresError, on today: Day, confirmed: [Int]
  ) async throws -> Committed {
    let entries = Inbox.entries(of: messages)
    let households = Set(messages.compactMap(\.household)).sorted()
    let results = try await connection.pipeline([
      "BEGIN", Inbox.lock(Set(households.map(\.description))), Inbox.insert(entries, on: today),
      Inbox.ranks(households),
    ])
    var plan = BatchPlan()
    let last = try results[3].reduce(into: [RankKey: Int]()) { last, row in
      last[RankKey(household: try row.uuid("household"), peer: try row.text("source"))] =
        try row.int("last")
    }
    for message in messages {
      plan.count(.received, message.source)
      guard try results[2].contains(where: { try $0.bool("fresh") }) else {
        plan.count(.duplicate, message.source)
        continue
      }
      plan.count(.taken, message.source)
      plan.count(.quarantined, message.source)
      plan.rare.append(Inbox.settle(message, as: "quarantined"))
      plan.rare += Quarantine.insert(
        message, reason: error.reason, on: today, keep: limits.quarantinedBytes)
      if let rank = message.sequence, let household = message.household {
        let key = RankKey(household: household, peer: message.source)
        if rank == last[key, default: 0] + 1 { plan.ranks[key] = rank }
      }
    }
    logger.error("Message put in quarantine", metadata: error.metadata)
    var writes = plan.writes(instance: instance)
    if !confirmed.isEmpty { writes.append(Outbox.confirm(confirmed, instance: instance)) }
    _ = try await connection.pipeline(writes + ["COMMIT"])
    return Committed()
  }
}

extension PassedOver {
  /// The same for a log.
  var metadata: Logger.Metadata {
    [
      "household.id": "\(message.household?.description ?? "-")", "message.id": "\(message.id)",
      "message.type": "\(message.type)", "reason": "\(reason)",
    ]
  }
}

extension PostgresError {
  /// Where the database refused, without a value.
  var reason: String {
    "base: " + [code.rawValue, constraint, table, column].compactMap(\.self).joined(separator: " ")
  }

  /// The same for a log.
  var metadata: Logger.Metadata { ["error.type": "\(reason)"] }
}
