import Contracts
import PostgreSQL
import Vocabulary

/// Decides a batch: pure, between the read and the write of its transaction.
///
/// It keeps arrival order, answers duplicates, applies the messages of one source about one dossier
/// in their rank, and parks what came too early.
struct BatchDecider<Service: Participant> {
  let service: Service
  let today: Day
  let limits: Limits
  /// Changed by the participant as it decides.
  var workspace: Service.Workspace
  /// What the inbox said of each message.
  let seen: [MessageKey: (fresh: Bool, duplicates: Int)]
  /// Rank applied last, by dossier and source.
  var ranks: [RankKey: Int]
  /// Messages waiting for a lower rank.
  var parked: [RankKey: [Int: Message]]
  /// Copies of each message that came again before, in this session of the consumer.
  var redeliveries: [MessageKey: Int] = [:]
  /// What will be written.
  var plan = BatchPlan()

  /// Decides every message of the batch.
  mutating func decide(_ entries: [Inbox.Entry]) {
    for entry in entries {
      let message = entry.message
      let state = seen[message.key] ?? (fresh: true, duplicates: 0)
      let absorbed = absorb(entry, state)
      plan.count(.received, message.source, by: 1 + entry.repeats - absorbed)
      let duplicates = entry.repeats + (state.fresh ? 0 : 1) - absorbed
      if duplicates > 0 {
        plan.count(.duplicate, message.source, by: duplicates)
      }
      if state.fresh {
        plan.count(.taken, message.source)
        takeInOrder(message)
      }
      // One answer for each copy, also where several came in one batch.
      let last = state.duplicates - absorbed
      for rank in (last - duplicates)..<last {
        answer(message, duplicates: rank + 1)
      }
    }
  }

  /// How many copies are passed over: those that the broker hands over again although they were answered,
  /// see `Redeliveries`.
  private mutating func absorb(
    _ entry: Inbox.Entry, _ state: (fresh: Bool, duplicates: Int)
  ) -> Int {
    guard !state.fresh, entry.redelivered > 0 else { return 0 }
    // The inbox has counted this batch's copies already.
    let answered = state.duplicates - entry.repeats
    let handedOver = redeliveries[entry.message.key, default: 0]
    let absorbed = min(entry.redelivered, max(answered - handedOver, 0))
    guard absorbed > 0 else { return 0 }
    plan.count(.redelivered, entry.message.source, by: absorbed)
    plan.rare.append(Inbox.absorb(absorbed, of: entry.message))
    return absorbed
  }

  /// Applies what waits behind a rank that counts as taken.
  mutating func takeParked(of household: HouseholdID) {
    for key in parked.keys.filter({ $0.household == household }).sorted() {
      advance(key, to: ranks[key, default: 0], household: household)
    }
  }

  /// Applies deadlines that fired or messages that an operator released: no inbox, no rank.
  mutating func decideUnranked(
    _ messages: [(Message, firedKind: String?)]
  ) {
    service.prepare(
      firing: messages.compactMap { $0.firedKind == nil ? nil : $0.0 }, in: &workspace)
    for (message, firedKind) in messages {
      // A delay ends on its day, also where the clock leapt over it or an operator released it later.
      let day = message.type == DeadlineFired.type ? message.occurredOn : today
      let decision = service.decide(message, on: day, in: &workspace)
      plan.add(
        decision, on: message, firedKind: firedKind, today: firedKind == nil ? today : day,
        quarantinedBytes: limits.quarantinedBytes)
    }
  }

  private mutating func takeInOrder(_ message: Message) {
    guard let rank = message.sequence, let household = message.household else {
      return apply(message)
    }
    let key = RankKey(household: household, peer: message.source)
    let last = ranks[key, default: 0]
    guard rank <= last + 1 else {
      parked[key, default: [:]][rank] = message
      plan.rare += Inbox.park(message, rank: rank, household: household)
      plan.count(.parked, message.source)
      return
    }
    apply(message)
    advance(key, to: max(last, rank), household: household)
  }

  /// Moves the rank forward, and applies what waited for it.
  private mutating func advance(_ key: RankKey, to rank: Int, household: HouseholdID) {
    var rank = rank
    while let next = parked[key]?.removeValue(forKey: rank + 1) {
      rank += 1
      plan.rare += Inbox.unpark(next, household: household)
      plan.count(.parked, next.source, by: -1)
      apply(next)
    }
    ranks[key] = rank
    plan.ranks[key] = rank
  }

  private mutating func apply(_ message: Message) {
    var decision: Decision
    if message.defect != nil, service.service != .intake {
      decision = .quarantine(message.defect?.rawValue ?? "")
    } else {
      decision = service.decide(message, on: today, in: &workspace)
    }
    switch decision.verdict {
    case .applied: plan.count(.applied, message.source)
    case .quarantined:
      plan.count(.quarantined, message.source)
      plan.rare.append(Inbox.settle(message, as: "quarantined"))
      if decision.outgoing.isEmpty {
        decision.outgoing = service.answerQuarantined(
          message, reference: QuarantineReference.of(message, in: service.service), on: today)
      }
    }
    plan.add(decision, on: message, today: today, quarantinedBytes: limits.quarantinedBytes)
  }

  private mutating func answer(_ message: Message, duplicates: Int) {
    var message = message
    message.attempt = .again(duplicates)
    let decision = service.answerDuplicate(message, on: today, in: &workspace)
    plan.add(decision, on: message, today: today, quarantinedBytes: limits.quarantinedBytes)
  }
}
