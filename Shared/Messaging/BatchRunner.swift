import Contracts
import Logging
import PostgreSQL
import Sealing
import Vocabulary

/// Performs batches on one connection to PostgreSQL: two round trips each, one durable commit. One
/// more where a message comes out of turn, one more where a dossier is told of that no message of
/// the batch was about.
struct BatchRunner<Service: Participant>: Sendable {
  let service: Service
  let connection: PostgresConnection
  /// What wraps the keys of the households.
  let masters: MasterKeys
  let limits: Limits
  let instance: String
  let logger: Logger

  /// What the broker handed over again in this session of the consumer.
  let redeliveries: Redeliveries
  /// Called each time a transaction holds its locks.
  let onLocked: @Sendable () -> Void

  init(
    service: Service, connection: PostgresConnection, masters: MasterKeys, limits: Limits,
    instance: String, logger: Logger, redeliveries: Redeliveries? = nil,
    onLocked: @escaping @Sendable () -> Void = {}
  ) {
    self.service = service
    self.connection = connection
    self.masters = masters
    self.limits = limits
    self.instance = instance
    self.logger = logger
    self.redeliveries = redeliveries ?? Redeliveries(most: limits.redeliveriesRemembered)
    self.onLocked = onLocked
  }

  /// Does what is left of a batch. What the database refuses for what it holds is split until the
  /// culprit stands alone; the culprit goes to quarantine and all others take effect.
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
  /// - Parameter confirmed: What of the outbox the broker confirmed meanwhile: its marking rides
  ///   along in this transaction, so that a hop costs one commit.
  /// - Throws: as above; what was committed before is known to nobody then, so this is for those
  ///   who begin again from the inbox.
  func apply(_ messages: [Message], on today: Day, confirmed: [PendingRange]) async throws
    -> Committed
  {
    var work = BatchWork(messages, confirmed: confirmed, limits: limits)
    try await apply(&work, on: today)
    return work.committed
  }

  private func perform(
    _ segment: BatchWork.Segment, on today: Day, confirmed: [PendingRange]
  ) async throws -> Committed {
    switch segment.treatment {
    case .apply:
      return try await attempt(
        Inbox.entries(of: segment.messages.map(service.read)), on: today, confirmed: confirmed)
    case .quarantine(let reason, let answered):
      guard let message = segment.messages.first.map(service.read)?.message else {
        return Committed()
      }
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

  private func attempt(
    _ entries: [Inbox.Entry<Service.Reading>], on today: Day, confirmed: [PendingRange]
  ) async throws -> Committed {
    let readings = entries.map(\.reading)
    let messages = entries.map(\.message)
    let own = messages.compactMap { $0.household == nil ? $0.ownLock : nil }
    let opened = try await open(
      locks: Set(readings.flatMap(service.locks) + own), [Inbox.seen(messages.map(\.key))],
      readings)
    var decider = try decider(opened, today: today, seen: Inbox.seen(from: opened.results[0]))
    decider.redeliveries = redeliveries.counts(of: entries)
    decider.decide(entries)
    let committed = try await commit(decider, keys: opened.keys, confirmed: confirmed)
    redeliveries.note(entries)
    return committed
  }

  /// What a transaction has read when it begins to decide.
  struct Opened {
    /// The results of the statements behind the locks.
    let results: [Rows]
    let heads: DossierHeads
    let parked: [RankKey: [Int: Message]]
    let workspace: Service.Workspace
    /// The keys of the dossiers that were read.
    let keys: HouseholdKeys
  }

  /// Begins a transaction: takes the locks, runs statements, and reads what the messages need.
  func open(
    locks: Set<String>, _ statements: [Query], _ readings: [Service.Reading]
  ) async throws -> Opened {
    let households = Set(readings.compactMap(\.message.household)).sorted()
    let own = service.reads(for: readings)
    // Keys come last: what was read before has its key by then, whoever else made it meanwhile.
    let results = try await connection.pipeline(
      ["BEGIN", Inbox.lock(locks)] + statements + [HeadQueries.read(households)] + own
        + [KeyTable.read(households)] + service.keys(for: readings))
    onLocked()
    let place = 2 + statements.count
    let heads = try DossierHeads(of: households, from: results[place])
    let read = results[(place + 1)...]
    var keys = HouseholdKeys()
    for rows in read.dropFirst(own.count) { try keys.add(rows, of: households, by: masters) }
    let waiting = heads.withParked
    let queries =
      (waiting.isEmpty ? [] : [Inbox.parked(waiting)])
      + service.reads(for: readings, knowing: heads)
    let found = read.prefix(own.count).map { $0.opened(with: keys) }
    let more = try await queries.isEmpty ? [] : connection.pipeline(queries)
    try await readKeys(ofMessagesIn: more, into: &keys)
    let late = more.map { $0.opened(with: keys) }
    return Opened(
      results: Array(results[2..<place]), heads: heads,
      parked: waiting.isEmpty ? [:] : try Inbox.parked(from: late[0]),
      workspace: try service.workspace(
        from: found, more: Array(late.dropFirst(waiting.isEmpty ? 0 : 1)), knowing: heads),
      keys: keys)
  }

  /// Reads the keys of messages that came out of quarantine, where they stand under keys of their
  /// own: few dossiers have one.
  private func readKeys(ofMessagesIn rows: [Rows], into keys: inout HouseholdKeys) async throws {
    let own = rows.reduce(into: Set()) { $0.formUnion($1.subjects(of: JournalQueries.aside)) }
      .filter { !keys.holds($0) }
    guard !own.isEmpty else { return }
    try keys.add(
      await connection.query(KeyTable.read(own.sorted())), of: own, by: masters)
  }

  func decider(
    _ opened: Opened, today: Day, seen: [MessageKey: Int] = [:]
  ) -> BatchDecider<Service> {
    var decider = BatchDecider(
      service: service, today: today, limits: limits, workspace: opened.workspace, seen: seen,
      heads: opened.heads, parked: opened.parked)
    decider.erased = opened.keys.erased
    return decider
  }

  func commit(
    _ decider: BatchDecider<Service>, keys: HouseholdKeys, confirmed: [PendingRange]
  ) async throws -> Committed {
    var plan = decider.plan
    plan.keep(service.journal(of: decider.workspace))
    return try await commit(
      plan, own: service.writes(for: decider.workspace),
      last: service.lastWrites(for: decider.workspace),
      review: service.review(of: decider.workspace), keys: keys, on: decider.today,
      confirmed: confirmed)
  }

  func commit(
    _ plan: BatchPlan, own: [Query] = [], last: [Query] = [], review: ReplayReport = ReplayReport(),
    keys: HouseholdKeys, on today: Day, confirmed: [PendingRange]
  ) async throws -> Committed {
    var (plan, keys) = (plan, keys)
    let shown = Quarantine.show(review, on: today, keep: limits.quarantinedBytes)
    var subjects = plan.keySubjects
    for query in own + shown { subjects.formUnion(query.subjects) }
    try await readHeads(of: &plan, keys: &keys, for: subjects)
    let apart = plan.sealAnswersApart(where: keys.isErased)
    if !apart.isEmpty {
      try keys.add(
        await connection.query(KeyTable.read(apart.sorted())), of: apart, by: masters)
      subjects.formUnion(apart)
    }
    plan.number()
    var writes = own + plan.writes(on: today) + shown
    let storePlace = writes.count
    if !plan.emissions.isEmpty {
      writes.append(Outbox.append(plan.emissions, leaseSeconds: limits.leaseSeconds))
    }
    writes += last
    if !plan.counts.isEmpty || !confirmed.isEmpty {
      writes.append(Ledger.add(plan.counts, confirmed: confirmed, instance: instance))
    }
    writes.append("COMMIT")
    let made = try keys.make(for: subjects, by: masters)
    writes = try writes.map { try $0.sealed(with: keys) }
    let heldSince = ContinuousClock.now
    let results = try await send(writes, keeping: made)
    let store = storePlace + (made == nil ? 0 : 1)
    for passed in review.passedOver {
      logger.error("Passed over as its dossier was decided", metadata: passed.metadata)
    }
    return Committed(
      emissions: plan.emissions.isEmpty
        ? [] : try stored(plan.emissions, in: results[store], heldSince: heldSince),
      passedOver: review.passedOver.count, absorbed: plan.sum(of: .redelivered),
      armsDue: plan.armsDue(on: today))
  }

  /// Locks dossiers that are told of though no message of the batch was about them, as intake tells
  /// of a dossier that it has just recognised, and reads how far they are; and the keys of what is
  /// to be sealed and was not read yet.
  private func readHeads(
    of plan: inout BatchPlan, keys: inout HouseholdKeys, for subjects: Set<HouseholdID>
  ) async throws {
    let households = plan.unread.sorted()
    let unknown = subjects.filter { !keys.holds($0) }.sorted()
    guard !households.isEmpty || !unknown.isEmpty else { return }
    let results = try await connection.pipeline([
      Inbox.lock(Set((households + unknown).map(\.description))), HeadQueries.read(households),
      KeyTable.read(unknown),
    ])
    try plan.heads.add(households, from: results[1])
    try keys.add(results[2], of: unknown, by: masters)
  }

  /// Sends statements in the open transaction, what must be sealed sealed by keys that are read, or
  /// made, for it.
  @discardableResult
  func write(_ statements: [Query]) async throws -> [Rows] {
    let subjects = statements.reduce(into: Set()) { $0.formUnion($1.subjects) }
    guard !subjects.isEmpty else { return try await connection.pipeline(statements) }
    var keys = HouseholdKeys()
    let read = try await connection.pipeline([
      Inbox.lock(Set(subjects.map(\.description))), KeyTable.read(subjects.sorted()),
    ])
    try keys.add(read[1], of: subjects, by: masters)
    let made = try keys.make(for: subjects, by: masters)
    return try await send(statements.map { try $0.sealed(with: keys) }, keeping: made)
  }

  /// Sends statements behind the one that keeps the keys by which they are sealed.
  ///
  /// - Throws: what the database refuses: `keyMissing` where a key was made for a household whose
  ///   own is not there.
  private func send(_ statements: [Query], keeping made: Query?) async throws -> [Rows] {
    do {
      return try await connection.pipeline((made.map { [$0] } ?? []) + statements)
    } catch {
      throw error.constraint == KeyTable.first ? KeyTable.keyMissing : error
    }
  }

  /// The rows just stored, with what they carry, in the order of the decisions.
  private func stored(
    _ emissions: [Emission], in rows: Rows, heldSince: ContinuousClock.Instant
  ) throws -> [StoredEmission] {
    guard let first = try rows.first?.int("first") else { return [] }
    let pending = PendingRange(first: first, messages: emissions.count)
    return emissions.enumerated().map { place, emission in
      StoredEmission(
        row: first + place, pending: pending,
        message: EnvelopeCodec.outbound(emission, service: service.service), heldSince: heldSince)
    }
  }
}

extension SkippedMessage {
  /// The same for a log.
  var metadata: Logger.Metadata {
    [
      "household.id": "\(message.household?.description ?? "-")", "message.id": "\(message.id)",
      "message.type": "\(message.type)", "reason": "\(reason)",
    ]
  }
}

extension Remedy {
  /// What any error of a transaction asks for. What is none of the database's own was thrown by
  /// whoever read a row: that row is of the messages' dossiers, and no other would fail.
  init(of error: any Error) {
    switch error {
    // Two instances made a key of one household: the one that is stored serves.
    case let error as PostgresError where error.constraint == KeyTable.once: self = .retry
    case let error as PostgresError: self = error.remedy
    case let error as SealingError: self = error.isOfOneValue ? .setAside : .wait
    case is CancellationError: self = .retry
    default: self = .setAside
    }
  }
}

extension SealingError {
  /// Whether nothing else would fail for it.
  var isOfOneValue: Bool {
    switch self {
    case .unavailable, .unknownMaster: false
    case .noKey, .erased, .notGenuine: true
    }
  }
}

extension Error {
  /// Whether it may be a fault of certain rows, although it looks like one of the server's.
  var mayBeOfFewRows: Bool { (self as? PostgresError)?.mayBeOfFewRows ?? false }

  /// Whether the key of a household is missing, which costs nobody else anything.
  var isOfMissingKey: Bool { (self as? PostgresError)?.code == .keyMissing }

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
