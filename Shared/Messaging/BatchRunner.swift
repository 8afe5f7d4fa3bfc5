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

  /// What the broker handed over again in this session of the consumer.
  let redeliveries: Redeliveries

  init(
    service: Service, connection: PostgresConnection, limits: Limits, instance: String,
    logger: Logger, redeliveries: Redeliveries? = nil
  ) {
    self.service = service
    self.connection = connection
    self.limits = limits
    self.instance = instance
    self.logger = logger
    self.redeliveries = redeliveries ?? Redeliveries(most: limits.redeliveriesRemembered)
  }

  /// Does what is left of a batch. What the database refuses for what it holds is split until the culprit
  /// stands alone; the culprit goes to quarantine and all others take effect.
  ///
  /// - Throws: what `Remedy` does not ask to put aside; then `work` says what is left.
  func apply(_ work: inout BatchWork, on today: Day) async throws {
    while let segment = work.next {
      do {
        work.finish(try await perform(segment, on: today, confirmed: work.confirmed))
      } catch {
        await connection.rollback()
        switch Remedy(of: error) {
        case .retry, .wait: throw error
        case .reconnect:
          if (error as? PostgresError)?.code == .connectionLost { work.doubt() }
          throw error
        case .setAside:
          logger.warning("Batch refused by the database and split", metadata: error.metadata)
          guard work.refuse(error.reason) else { throw error }
        }
      }
    }
  }

  /// Does a whole batch.
  ///
  /// - Parameter confirmed: Rows of the outbox that the broker confirmed meanwhile: their marking
  ///   rides along in this transaction, so that a hop costs one commit.
  /// - Throws: as above; what was committed before is known to nobody then, so this is for those who
  ///   begin again from the inbox.
  func apply(_ messages: [Message], on today: Day, confirmed: [Int]) async throws -> Committed {
    var work = BatchWork(messages, confirmed: confirmed, limits: limits)
    try await apply(&work, on: today)
    return work.committed
  }

  private func perform(
    _ segment: BatchWork.Segment, on today: Day, confirmed: [Int]
  ) async throws -> Committed {
    switch segment.treatment {
    case .apply:
      return try await attempt(
        Inbox.entries(of: segment.messages.map(identified)), on: today, confirmed: confirmed)
    case .quarantine(let reason, let answered):
      guard let message = segment.messages.first.map(identified) else { return Committed() }
      let committed = try await quarantine(
        message, reason, answered: answered, on: today, confirmed: confirmed)
      logger.error(
        "Message put in quarantine",
        metadata: ["reason": "\(reason)", "message.id": "\(Handed(message).id)"])
      return committed
    case .takeParked(let household):
      return try await takeParked(of: household, on: today, confirmed: confirmed)
    }
  }

  /// The message with what makes it the same message for this service.
  private func identified(_ message: Message) -> Message {
    var message = message
    message.identity = service.identity(of: message)
    return message
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
    decider.redeliveries = redeliveries.counts(of: entries)
    decider.decide(entries)
    let committed = try await commit(decider, confirmed: confirmed)
    redeliveries.note(entries)
    return committed
  }

  func decider(
    today: Day, seen: Rows?, ranks: Rows, parked: Rows, reads: [Rows]
  ) throws -> BatchDecider<Service> {
    var known: [MessageKey: (fresh: Bool, duplicates: Int)] = [:]
    if let seen {
      known.reserveCapacity(seen.count)
      for row in seen {
        let key = MessageKey(source: try row.text("source"), id: try row.text("id"))
        known[key] = (fresh: try row.bool("fresh"), duplicates: try row.int("duplicates"))
      }
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
    try await commit(
      decider.plan, own: service.writes(for: decider.workspace),
      last: service.lastWrites(for: decider.workspace),
      review: service.review(of: decider.workspace), on: decider.today, confirmed: confirmed)
  }

  func commit(
    _ plan: BatchPlan, own: [Query] = [], last: [Query] = [], review: Review = Review(),
    on today: Day, confirmed: [Int]
  ) async throws -> Committed {
    var plan = plan
    for emission in plan.emissions {
      plan.count(.emitted, emission.outgoing.destination.routingKey)
    }
    var writes =
      own + plan.writes(instance: instance)
      + Quarantine.show(review, on: today, keep: limits.quarantinedBytes)
    let storePlace = writes.count
    if !plan.emissions.isEmpty {
      writes.append(Outbox.append(plan.emissions, leaseSeconds: limits.leaseSeconds))
    }
    writes += last
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
      passedOver: review.passedOver.count, absorbed: plan.sum(of: .redelivered))
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

extension Remedy {
  /// What any error of a transaction asks for. What is none of the database's own was thrown by whoever
  /// read a row: that row is of the messages' dossiers, and no other would fail.
  init(of error: any Error) {
    switch error {
    case let error as PostgresError: self = error.remedy
    case is CancellationError: self = .retry
    default: self = .setAside
    }
  }
}

extension Error {
  /// Where the database refused, without a value.
  var reason: String {
    guard let error = self as? PostgresError else { return "base: \(type(of: self))" }
    let state = error.code == .other ? error.sqlState : nil
    return "base: "
      + [error.code.rawValue, state, error.constraint, error.table, error.column]
      .compactMap(\.self).joined(separator: " ")
  }

  /// The same for a log.
  var metadata: Logger.Metadata { ["error.type": "\(reason)"] }
}
