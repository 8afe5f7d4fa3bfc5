import Contracts
import PostgreSQL
import Vocabulary

/// Batches of one message that goes to quarantine, and of what waited behind it.
extension BatchRunner {
  /// Puts the culprit of a failing batch aside, and answers its sender where one waits. Its rank counts as
  /// taken: what follows it is real and must not wait for an operator.
  func quarantine(
    _ message: Message, _ reason: String, answered: Bool, on today: Day, confirmed: [Int]
  ) async throws -> Committed {
    let households = message.household.map { [$0] } ?? []
    let results = try await connection.pipeline([
      "BEGIN", Inbox.lock(Set(households.map(\.description))),
      Inbox.insert(Inbox.entries(of: [message]), on: today), Inbox.ranks(households),
    ])
    let last = try results[3].reduce(into: [RankKey: Int]()) { last, row in
      last[RankKey(household: try row.uuid("household"), peer: try row.text("source"))] =
        try row.int("last")
    }
    var plan = BatchPlan()
    if try results[2].contains(where: { try $0.bool("fresh") }) {
      plan.count(.received, message.source)
      plan.count(.taken, message.source)
      let turn = message.turn(after: last)
      if case .early(let rank, let household) = turn, reason == BatchWork.exhausted {
        // Nothing was tried yet, and what follows would wait for this rank for ever.
        plan.rare += Inbox.park(message, rank: rank, household: household)
        plan.count(.parked, message.source)
      } else {
        plan.setAside(message, reason, by: service, answered: answered, on: today, limits)
        if case .next(let rank, let key) = turn { plan.ranks[key] = rank }
      }
    } else if message.handover?.isRepeated == true {
      plan.count(.redelivered, message.source)
      plan.rare.append(Inbox.absorb(1, of: message))
    } else {
      plan.count(.received, message.source)
      plan.count(.duplicate, message.source)
    }
    return try await commit(plan, on: today, confirmed: confirmed)
  }

  /// Applies what waits behind a message that went to quarantine.
  func takeParked(
    of household: HouseholdID, on today: Day, confirmed: [Int]
  ) async throws -> Committed {
    // What is read depends on the household only, so a message without a payload will do.
    let probe = Message(
      id: "", source: "", type: "", household: household, occurredOn: today, data: [])
    let results = try await connection.pipeline(
      [
        "BEGIN", Inbox.lock([household.description]), Inbox.ranks([household]),
        Inbox.parked([household]),
      ] + service.reads(for: [probe]))
    var decider = try decider(
      today: today, seen: nil, ranks: results[2], parked: results[3],
      reads: Array(results[4...]))
    decider.takeParked(of: household)
    return try await commit(decider, confirmed: confirmed)
  }
}

extension BatchPlan {
  /// Puts a message into quarantine, with what its sender is told.
  fileprivate mutating func setAside(
    _ message: Message, _ reason: String, by service: some Participant, answered: Bool,
    on today: Day, _ limits: Limits
  ) {
    let reference = QuarantineReference.of(message, in: service.service)
    let told =
      answered ? service.answerQuarantined(message, reference: reference, on: today) : []
    count(.quarantined, message.source)
    rare.append(Inbox.settle(message, as: "quarantined"))
    rare += service.writes(quarantined: message, on: today)
    add(
      Decision(outgoing: told, verdict: .quarantined(reason: reason)), on: message, today: today,
      quarantinedBytes: limits.quarantinedBytes)
  }
}

extension Message {
  /// Where a message stands among those of its source about its dossier.
  fileprivate enum Turn {
    case next(Int, RankKey)
    case early(Int, HouseholdID)
    /// It has no rank, or one that was applied.
    case any
  }

  fileprivate func turn(after last: [RankKey: Int]) -> Turn {
    guard let rank = sequence, let household else { return .any }
    let key = RankKey(household: household, peer: source)
    let expected = last[key, default: 0] + 1
    if rank == expected { return .next(rank, key) }
    return rank > expected ? .early(rank, household) : .any
  }
}
