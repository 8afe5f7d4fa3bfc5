import Contracts
import PostgreSQL
import Sealing
import Vocabulary

/// Batches of one message that goes to quarantine, and of what waited behind it.
extension BatchRunner {
  /// Puts the culprit of a failing batch aside, and answers its sender where one waits. Its rank
  /// counts as taken: what follows it is real and must not wait for an operator.
  func quarantine(
    _ message: Message, _ reason: String, answered: Bool, on today: Day,
    confirmed: [PendingRange]
  ) async throws -> Committed {
    let households = message.household.map { [$0] } ?? []
    let results = try await connection.pipeline([
      "BEGIN", Inbox.lock([message.household?.description ?? message.ownLock]),
      Inbox.seen([message.key]), HeadQueries.read(households), KeyTable.read(households),
    ])
    var keys = HouseholdKeys()
    try keys.add(results[4], of: households, by: masters)
    var plan = BatchPlan()
    plan.heads = try DossierHeads(of: households, from: results[3])
    if results[2].isEmpty {
      plan.count(.received, message.source)
      plan.count(.taken, message.source)
      plan.inbox.add(message)
      if isOfErased(message, keys) {
        plan.count(.applied, message.source)
      } else {
        let kept = Kept(reason: reason, answered: answered, keys: keys)
        plan.takeAside(message, kept, by: service, on: today, limits)
      }
    } else if message.handover?.isRepeated == true {
      plan.count(.redelivered, message.source)
    } else {
      plan.count(.received, message.source)
      plan.count(.duplicate, message.source)
      plan.inbox.count(1, of: message.key)
    }
    return try await commit(plan, keys: keys, on: today, confirmed: confirmed)
  }

  /// What is heard of an erased dossier has no effect: nobody looks at it either.
  private func isOfErased(_ message: Message, _ keys: HouseholdKeys) -> Bool {
    service.service != .intake && message.household.map(keys.isErased) ?? false
  }

  /// Applies what waits behind a message that went to quarantine.
  func takeParked(
    of household: HouseholdID, on today: Day, confirmed: [PendingRange]
  ) async throws -> Committed {
    // What is read depends on the household only, so a message without a payload will do.
    let probe = Message(
      id: "", source: "", type: "", household: household, occurredOn: today, data: [])
    let opened = try await open(
      locks: [household.description], [], [service.read(probe)])
    var decider = decider(opened, today: today)
    decider.takeParked(of: household)
    return try await commit(decider, keys: opened.keys, confirmed: confirmed)
  }
}

/// How a message is kept that was not applied.
private struct Kept {
  let reason: String
  /// Whether its sender is told.
  let answered: Bool
  let keys: HouseholdKeys

  /// Whose key seals a message: its own, where that of its household cannot be read, or is not
  /// there and must not be made in place of one that a backup may bring.
  func subject(of message: Message) -> HouseholdID? {
    guard let household = message.household, !keys.serves(household) else { return nil }
    return message.ownKeySubject
  }
}

extension BatchPlan {
  /// Takes what cannot be applied out of the way: it waits for its turn where nothing of it was
  /// tried, and what waits is sealed for its household; else it goes to quarantine.
  fileprivate mutating func takeAside(
    _ message: Message, _ kept: Kept, by service: some Participant, on today: Day, _ limits: Limits
  ) {
    let turn = message.turn(after: heads)
    if case .early(let rank, let household) = turn, kept.reason == BatchWork.exhausted,
      kept.keys.serves(household) || !heads.isStored(household)
    {
      // Nothing was tried yet, and what follows would wait for this rank for ever.
      return park(message, rank: rank, household: household)
    }
    setAside(message, kept, by: service, on: today, limits)
    if case .next(let rank, let key) = turn {
      heads.change(key.household) { $0.heard[key.peer] = rank }
    }
  }

  /// Puts a message into quarantine, with what its sender is told.
  private mutating func setAside(
    _ message: Message, _ kept: Kept, by service: some Participant, on today: Day, _ limits: Limits
  ) {
    let reference = QuarantineReference.of(message, in: service.service)
    let told =
      kept.answered ? service.answerQuarantined(message, reference: reference, on: today) : []
    count(.quarantined, message.source)
    inbox.settle(message.key, as: .quarantined)
    rare += service.writes(quarantined: message, on: today)
    add(
      Decision(outgoing: told, verdict: .quarantined(reason: kept.reason)), on: message,
      today: today, quarantinedBytes: limits.quarantinedBytes,
      sealedBy: kept.subject(of: message))
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

  fileprivate func turn(after heads: DossierHeads) -> Turn {
    guard let rank = sequence, let household, let sender = ServiceName(source: source) else {
      return .any
    }
    let key = RankKey(household: household, peer: sender)
    let expected = heads[household].heard[sender] + 1
    if rank == expected { return .next(rank, key) }
    return rank > expected ? .early(rank, household) : .any
  }
}
