import Contracts
import Vocabulary

/// The course of one dossier: pure. Messages come in canonical order, and delays end in between,
/// each on its own day.
struct DossierReplay<Service: HouseholdParticipant> {
  let service: Service
  let household: HouseholdID
  var file: Service.File?
  /// The deadlines that are armed, by kind.
  var armed: [String: ArmedDeadline]
  /// The last place that was reached.
  var head: CausalPosition?
  /// The day of the act that opened the dossier here; `nil` until one did.
  var openedOn: Day?
  /// What was decided to be sent, in order, since the course began.
  var outgoing: [Outgoing] = []
  /// Ends of delays on which nothing could be decided.
  var passedOver: [SkippedMessage] = []

  /// Delays that may end between two messages. A dossier has a handful armed; a kind that re-arms
  /// itself every day for years is still below.
  private static var mostFirings: Int { 5_000 }

  /// Ends every delay whose place lies before that one, and whose day is not after `today`. What
  /// follows from the end of a delay has its root, and comes after it.
  mutating func advance(to chain: CausalPosition, today: Day) {
    for _ in 0..<Self.mostFirings {
      guard let next = nextFiring, next.firesOn <= today else { return }
      let place = CausalPosition(deadline: next.kind, firesOn: next.firesOn, of: service.service)
      guard place < chain else { return }
      end(next.kind)
    }
  }

  /// Ends a delay; where nothing can be decided on it nothing changes, and an operator is told.
  private mutating func end(_ kind: String) {
    guard let ending = armed[kind], let message = try? message(ending, kind) else { return }
    let verdict: Verdict
    do { verdict = try fire(kind) } catch { verdict = Verdict(refusedBy: error) }
    if case .quarantined(let reason) = verdict {
      passedOver.append(SkippedMessage(message, because: reason))
    }
  }

  /// Ends every delay up to that day, included.
  mutating func advance(through today: Day) {
    advance(to: CausalPosition(act: "", on: today.adding(days: 1), id: ""), today: today)
  }

  /// In the order of their places: by day, then by kind.
  private var nextFiring: (kind: String, firesOn: Day)? {
    armed.min { ($0.value.firesOn, $0.key) < ($1.value.firesOn, $1.key) }
      .map { (kind: $0.key, firesOn: $0.value.firesOn) }
  }

  /// Ends the delay of that kind, on its own day.
  ///
  /// - Throws: What the participant throws.
  mutating func fire(_ kind: String) throws -> Verdict {
    guard let ending = armed.removeValue(forKey: kind) else { return .applied }
    return try decide(
      try message(ending, kind),
      at: CausalPosition(deadline: kind, firesOn: ending.firesOn, of: service.service),
      on: ending.firesOn, fired: kind)
  }

  private func message(_ ending: ArmedDeadline, _ kind: String) throws -> Message {
    Message(
      id: "\(service.service.rawValue)/\(household)/\(kind)/\(ending.firesOn)",
      source: service.service.source + "/deadlines", type: DeadlineFired.type,
      household: household, occurredOn: ending.firesOn,
      chain: CausalPosition(deadline: kind, firesOn: ending.firesOn, of: service.service),
      data: Array(try Wire.encode(DeadlineFired(kind: kind, deadline: ending.deadline)).utf8))
  }

  /// Applies a message.
  ///
  /// - Throws: What the participant throws; the course is then as it was.
  mutating func apply(_ entry: JournalEntry) throws -> Verdict {
    try decide(entry.message, at: entry.chain, on: entry.receivedOn, fired: nil)
  }

  private mutating func decide(
    _ message: Message, at chain: CausalPosition, on day: Day, fired kind: String?
  ) throws -> Verdict {
    var next = file
    let opened = openedOn ?? message.occurredOn
    let decision = try service.decide(
      message, about: household, on: day, openedOn: opened, file: &next)
    guard case .applied = decision.verdict else { return decision.verdict }
    var placed: [Outgoing] = []
    for (place, message) in decision.outgoing.enumerated() {
      guard let chain = chain.consequence(place) else {
        return .quarantined(reason: "chaîne trop longue")
      }
      var message = message
      message.chain = chain
      placed.append(message)
    }
    file = next
    openedOn = opened
    outgoing += placed
    for change in decision.deadlines { take(change.notAgainToday(day, firedKind: kind)) }
    head = max(head ?? chain, chain)
    return .applied
  }

  private mutating func take(_ change: DeadlineChange) {
    switch change {
    case .arm(let kind, let deadline, let firesOn, _):
      armed[kind] = ArmedDeadline(deadline: deadline, firesOn: firesOn)
    case .disarm(let kind, _): armed[kind] = nil
    }
  }
}
