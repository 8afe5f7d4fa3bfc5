import Contracts
import Vocabulary

/// What is left to do of a batch of deliveries, and what was done: it outlives a transaction that
/// fails and a connection that breaks, so that nothing committed is applied or counted a second
/// time.
struct BatchWork: Sendable {
  /// Messages that one transaction takes.
  struct Segment: Sendable {
    var messages: [Message]
    /// Their places in the batch.
    var places: [Int] = []
    var treatment = Treatment.apply
    /// In how many rounds it failed alone, others being applied between one and the next.
    var rounds = 0
    /// How many transactions were done as it failed the last time.
    var failedAfter: Int?
  }

  /// What is done with a segment.
  enum Treatment: Sendable, Equatable {
    /// Applied.
    case apply
    /// Put in quarantine, for this reason. The sender is answered, unless the answer was refused
    /// too.
    case quarantine(reason: String, answered: Bool)
    /// No message: what waited behind one that went to quarantine is applied.
    case takeParked(of: HouseholdID)
  }

  /// Why a message of a dead letter queue is not tried for ever.
  static let exhausted = "livraisons épuisées"

  /// What of the outbox the broker confirmed, still to be marked in a transaction.
  private(set) var confirmed: [PendingRange]
  /// The places of the messages that are settled.
  private(set) var settled: [Int] = []
  /// How many transactions of this batch applied something.
  private(set) var applied = 0
  /// How many of other hands did meanwhile.
  private var appliedBeside = 0
  /// When a message failed the last time that did in an earlier batch.
  private static let before = -1
  /// What the transactions left to publish.
  private(set) var committed = Committed()
  /// What is left, the next one last.
  private var segments: [Segment]

  /// A batch of which nothing was done. A message that was returned often may be what returned it:
  /// it is applied alone. One that a dead letter queue has handed out too often is not tried again.
  ///
  /// - Parameter held: The rounds in which messages failed alone, by their places.
  init(
    _ messages: [Message], held: [Int: Int] = [:], confirmed: [PendingRange] = [],
    limits: Limits = Limits()
  ) {
    self.confirmed = confirmed
    segments = []
    var together = Segment(messages: [])
    func flush() {
      if !together.messages.isEmpty { segments.append(together) }
      together = Segment(messages: [])
    }
    for (place, message) in messages.enumerated() {
      let isSuspect = message.handover?.isSuspect(limits) == true
      guard isSuspect || held[place] != nil else {
        together.messages.append(message)
        together.places.append(place)
        continue
      }
      flush()
      segments.append(
        Segment(
          messages: [message], places: [place],
          treatment: message.handover?.isExhausted(limits) == true
            ? .quarantine(reason: Self.exhausted, answered: true) : .apply,
          rounds: held[place] ?? 0, failedAfter: held[place].map { _ in Self.before }))
    }
    flush()
    segments.reverse()
  }

  /// What the next transaction takes; `nil` when all is done.
  var next: Segment? { segments.last }

  /// The next segment was committed, with these confirms.
  mutating func finish(_ part: Committed) {
    guard let segment = segments.popLast() else { return }
    settled += segment.places
    if segment.treatment == .apply { applied += 1 }
    committed += part
    confirmed = []
    guard case .quarantine = segment.treatment, let message = segment.messages.first,
      let household = message.household, message.sequence != nil
    else { return }
    segments.append(Segment(messages: [], treatment: .takeParked(of: household)))
  }

  /// The next segment was refused for what it holds: it is split until the culprit stands alone,
  /// and the culprit goes to quarantine.
  ///
  /// - Returns: Whether anything else can be tried.
  mutating func refuse(_ reason: String) -> Bool {
    guard let segment = segments.popLast() else { return false }
    let messages = segment.messages
    switch segment.treatment {
    case .apply where messages.count > 1: segments += segment.halves
    case .apply: putAside(segment, reason)
    case .quarantine(let first, answered: true): putAside(segment, first, answered: false)
    case .quarantine(_, answered: false):
      segments.append(segment)
      return false
    case .takeParked:
      // They go on waiting, and are tried again with the next message of their dossier.
      break
    }
    return true
  }

  /// The next segment failed several times with what looks like a fault of the server's, and may be
  /// one of the rows of few messages: a page that cannot be read, a trigger. It is split until one
  /// stands alone; that one is tried again once others were applied, which shows that the server
  /// works. One that failed alone in several rounds is put aside. As long as nothing can be
  /// applied, nothing is.
  ///
  /// - Returns: Whether anything new can be tried.
  mutating func isolate(_ reason: String, limits: Limits) -> Bool {
    guard var segment = segments.popLast() else { return false }
    if segment.treatment == .apply, segment.messages.count > 1 {
      segments += segment.halves
      return true
    }
    // What waited behind a message goes on waiting.
    guard !segment.messages.isEmpty else { return true }
    let isNews = segment.failedAfter.map { max($0, 0) < allApplied } ?? true
    if isNews { segment.rounds += 1 }
    segment.failedAfter = allApplied
    if segment.treatment == .apply, segment.rounds >= limits.roundsAlone {
      putAside(segment, reason)
    } else {
      segments.insert(segment, at: 0)
    }
    return isNews
  }

  /// Other hands applied so much meanwhile, which shows that the server works.
  mutating func othersApplied(_ transactions: Int) { appliedBeside += transactions }

  private var allApplied: Int { applied + appliedBeside }

  /// Whether only such messages are left, and few: then others may come first.
  func isHeldUp(_ limits: Limits) -> Bool {
    (1...limits.mostHeld).contains(segments.count)
      && segments.allSatisfy { $0.failedAfter == allApplied }
  }

  /// The messages that are left, by their places: in how many rounds each failed alone.
  var left: [Int: Int] {
    segments.reduce(into: [:]) { left, segment in
      for place in segment.places { left[place] = segment.rounds }
    }
  }

  private mutating func putAside(_ segment: Segment, _ reason: String, answered: Bool = true) {
    segments.append(
      Segment(
        messages: segment.messages, places: segment.places,
        treatment: .quarantine(reason: reason, answered: answered)))
  }

  /// Nobody knows whether the next segment was committed: what the inbox holds of it counts as
  /// handed over a second time.
  mutating func doubt() {
    guard let last = segments.indices.last else { return }
    for index in segments[last].messages.indices {
      var handover = segments[last].messages[index].handover ?? Handover(queue: "")
      handover.redelivered = true
      segments[last].messages[index].handover = handover
    }
  }
}

extension BatchWork.Segment {
  /// The two halves, the first one last.
  fileprivate var halves: [BatchWork.Segment] {
    let middle = messages.count / 2
    return [
      .init(messages: Array(messages[middle...]), places: Array(places[middle...])),
      .init(messages: Array(messages[..<middle]), places: Array(places[..<middle])),
    ]
  }
}

/// What committed transactions left to publish.
struct Committed: Sendable {
  var emissions: [StoredEmission] = []
  /// How much had no effect as dossiers were decided again.
  var passedOver = 0
  /// Copies that the broker handed over again and that were applied before.
  var absorbed = 0
  /// Whether a deadline was armed whose day has come.
  var armsDue = false

  /// Adds what another transaction left.
  static func += (left: inout Committed, right: Committed) {
    left.emissions += right.emissions
    left.passedOver += right.passedOver
    left.absorbed += right.absorbed
    left.armsDue = left.armsDue || right.armsDue
  }
}

extension Handover {
  /// Whether the broker may have handed this copy over before. What lies in a dead letter queue
  /// always was.
  var isRepeated: Bool { redelivered || QueueName.isDead(queue) }

  /// Whether the message may be why it came back: its neighbours must not pay for it.
  fileprivate func isSuspect(_ limits: Limits) -> Bool {
    returns >= limits.returnsBeforeAlone || QueueName.isDead(queue)
  }

  /// RabbitMQ 4 hands a dead letter over, the first time, with the count of the queue that it came
  /// from, which is above the limit of that queue; from then on it counts anew.
  fileprivate func isExhausted(_ limits: Limits) -> Bool {
    QueueName.isDead(queue)
      && returns >= limits.returnsBeforeQuarantine && returns <= limits.returnsBeforeDeadLetter
  }
}
