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
  /// The messages that were received before, and how many copies were counted of each.
  let seen: [MessageKey: Int]
  /// Messages waiting for a lower rank.
  var parked: [RankKey: [Int: Message]]
  /// Copies of each message that came again before, in this session of the consumer.
  var redeliveries: [MessageKey: Int] = [:]
  /// The dossiers whose keys were destroyed: what is heard of one has no effect.
  var erased: Set<HouseholdID> = []
  /// What will be written.
  var plan: BatchPlan

  init(
    service: Service, today: Day, limits: Limits, workspace: Service.Workspace,
    seen: [MessageKey: Int] = [:], heads: DossierHeads, parked: [RankKey: [Int: Message]] = [:]
  ) {
    self.service = service
    self.today = today
    self.limits = limits
    self.workspace = workspace
    self.seen = seen
    self.parked = parked
    plan = BatchPlan()
    plan.heads = heads
  }

  /// Decides every message of the batch.
  mutating func decide(_ entries: [Inbox.Entry<Service.Reading>]) {
    for entry in entries {
      let message = entry.message
      let known = seen[message.key]
      let absorbed = known.map { absorb(entry, answered: $0 + 1) } ?? 0
      plan.count(.received, message.source, by: 1 + entry.repeats - absorbed)
      let duplicates = entry.repeats + (known == nil ? 0 : 1) - absorbed
      if duplicates > 0 {
        plan.count(.duplicate, message.source, by: duplicates)
      }
      if known == nil {
        plan.count(.taken, message.source)
        plan.inbox.add(message, repeats: entry.repeats)
        takeInOrder(entry.reading)
      } else {
        plan.inbox.count(duplicates, of: message.key)
      }
      // One answer for each copy, also where several came in one batch.
      let before = known ?? 0
      for rank in before..<(before + duplicates) {
        answer(entry.reading, duplicates: rank + 1)
      }
    }
  }

  /// How many copies are passed over: those that the broker hands over again although they were
  /// answered, see `Redeliveries`.
  private mutating func absorb(
    _ entry: Inbox.Entry<Service.Reading>, answered: Int
  ) -> Int {
    guard entry.redelivered > 0 else { return 0 }
    let handedOver = redeliveries[entry.message.key, default: 0]
    let absorbed = min(entry.redelivered, max(answered - handedOver, 0))
    guard absorbed > 0 else { return 0 }
    plan.count(.redelivered, entry.message.source, by: absorbed)
    return absorbed
  }

  /// Applies what waits behind a rank that counts as taken.
  mutating func takeParked(of household: HouseholdID) {
    for key in parked.keys.filter({ $0.household == household }).sorted() {
      advance(key, to: plan.heads[household].heard[key.peer])
    }
  }

  /// Applies deadlines that fired or messages that an operator released: no inbox, no rank.
  mutating func decideUnranked(
    _ messages: [(Message, firedKind: String?)]
  ) {
    service.prepare(
      firing: messages.compactMap { $0.firedKind == nil ? nil : $0.0 }, in: &workspace)
    for (message, firedKind) in messages where !isErased(message) {
      // A delay ends on its day, also where the clock leapt over it or an operator released it
      // later.
      let day = message.type == DeadlineFired.type ? message.occurredOn : today
      let decision = service.decide(service.read(message), on: day, in: &workspace)
      plan.add(
        decision, on: message, firedKind: firedKind, today: firedKind == nil ? today : day,
        quarantinedBytes: limits.quarantinedBytes)
    }
  }

  /// Intake answers whoever speaks of such a dossier; the other services are told nothing new.
  private func isErased(_ message: Message) -> Bool {
    service.service != .intake && message.household.map(erased.contains) ?? false
  }

  private mutating func takeInOrder(_ reading: Service.Reading) {
    let message = reading.message
    // It has no effect, so that nothing comes before it either.
    guard !isErased(message) else { return apply(reading) }
    // Only services give ranks.
    guard let rank = message.sequence, let household = message.household,
      let sender = ServiceName(source: message.source)
    else { return apply(reading) }
    let key = RankKey(household: household, peer: sender)
    let last = plan.heads[household].heard[sender]
    guard rank <= last + 1 else {
      parked[key, default: [:]][rank] = message
      plan.park(message, rank: rank, household: household)
      return
    }
    apply(reading)
    advance(key, to: max(last, rank))
  }

  /// Moves the rank forward, and applies what waited for it.
  private mutating func advance(_ key: RankKey, to rank: Int) {
    var rank = rank
    while let next = parked[key]?.removeValue(forKey: rank + 1) {
      rank += 1
      plan.unpark(next, household: key.household)
      apply(service.read(next))
    }
    plan.heads.change(key.household) { $0.heard[key.peer] = rank }
  }

  private mutating func apply(_ reading: Service.Reading) {
    let message = reading.message
    guard !isErased(message) else { return plan.count(.applied, message.source) }
    var decision: Decision
    if message.defect != nil, service.service != .intake {
      decision = .quarantine(message.defect?.rawValue ?? "")
    } else {
      decision = service.decide(reading, on: today, in: &workspace)
    }
    switch decision.verdict {
    case .applied: plan.count(.applied, message.source)
    case .quarantined:
      plan.count(.quarantined, message.source)
      plan.inbox.settle(message.key, as: .quarantined)
      if decision.outgoing.isEmpty {
        decision.outgoing = service.answerQuarantined(
          message, reference: QuarantineReference.of(message, in: service.service), on: today)
      }
    }
    plan.add(decision, on: message, today: today, quarantinedBytes: limits.quarantinedBytes)
  }

  private mutating func answer(_ reading: Service.Reading, duplicates: Int) {
    var reading = reading
    reading.message.attempt = .again(duplicates)
    let decision = service.answerDuplicate(reading, on: today, in: &workspace)
    plan.add(decision, on: reading.message, today: today, quarantinedBytes: limits.quarantinedBytes)
  }
}

extension BatchPlan {
  /// Lets a message wait for one of a lower rank.
  mutating func park(_ message: Message, rank: Int, household: HouseholdID) {
    inbox.settle(message.key, as: .parked)
    rare.append(Inbox.park(message, rank: rank, household: household))
    heads.change(household) { $0.parked += 1 }
    count(.parked, message.source)
  }

  /// Takes such a message out, as its turn has come.
  fileprivate mutating func unpark(_ message: Message, household: HouseholdID) {
    inbox.settle(message.key, as: .applied)
    rare.append(Inbox.unpark(message, household: household))
    heads.change(household) { $0.parked -= 1 }
    count(.parked, message.source, by: -1)
  }
}
