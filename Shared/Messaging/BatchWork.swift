import Contracts
import Vocabulary

/// What is left to do of a batch of deliveries, and what was done: it outlives a transaction that fails and
/// a connection that breaks, so that nothing committed is applied or counted a second time.
struct BatchWork: Sendable {
  /// Messages that one transaction takes.
  struct Segment: Sendable {
    var messages: [Message]
    var treatment = Treatment.apply
  }

  /// What is done with a segment.
  enum Treatment: Sendable, Equatable {
    /// Applied.
    case apply
    /// Put in quarantine, for this reason. The sender is answered, unless the answer was refused too.
    case quarantine(reason: String, answered: Bool)
    /// No message: what waited behind one that went to quarantine is applied.
    case takeParked(of: HouseholdID)
  }

  /// Why a message of a dead letter queue is not tried for ever.
  static let exhausted = "livraisons épuisées"

  /// Rows of the outbox that the broker confirmed, still to be marked in a transaction.
  private(set) var confirmed: [Int]
  /// How many messages, in the order of their coming, are settled.
  private(set) var settled = 0
  /// What the transactions left to publish.
  private(set) var committed = Committed()
  /// What is left, the next one last.
  private var segments: [Segment]

  /// A batch of which nothing was done. A message that was returned often may be what returned it: it
  /// is applied alone. One that a dead letter queue has handed out too often is not tried again.
  init(_ messages: [Message], confirmed: [Int] = [], limits: Limits = Limits()) {
    self.confirmed = confirmed
    segments = []
    var together: [Message] = []
    func flush() {
      if !together.isEmpty { segments.append(Segment(messages: together)) }
      together = []
    }
    for message in messages {
      guard let handover = message.handover, handover.isSuspect(limits) else {
        together.append(message)
        continue
      }
      flush()
      segments.append(
        Segment(
          messages: [message],
          treatment: handover.isExhausted(limits)
            ? .quarantine(reason: Self.exhausted, answered: true) : .apply))
    }
    flush()
    segments.reverse()
  }

  /// What the next transaction takes; `nil` when all is done.
  var next: Segment? { segments.last }

  /// The next segment was committed, with these confirms.
  mutating func finish(_ part: Committed) {
    guard let segment = segments.popLast() else { return }
    settled += segment.messages.count
    committed += part
    confirmed = []
    guard case .quarantine = segment.treatment, let message = segment.messages.first,
      let household = message.household, message.sequence != nil
    else { return }
    segments.append(Segment(messages: [], treatment: .takeParked(of: household)))
  }

  /// The next segment was refused for what it holds: it is split until the culprit stands alone, and the
  /// culprit goes to quarantine.
  ///
  /// - Returns: Whether anything else can be tried.
  mutating func refuse(_ reason: String) -> Bool {
    guard let segment = segments.popLast() else { return false }
    let messages = segment.messages
    switch segment.treatment {
    case .apply where messages.count > 1:
      let middle = messages.count / 2
      segments.append(Segment(messages: Array(messages[middle...])))
      segments.append(Segment(messages: Array(messages[..<middle])))
    case .apply:
      segments.append(
        Segment(messages: messages, treatment: .quarantine(reason: reason, answered: true)))
    case .quarantine(let first, answered: true):
      segments.append(
        Segment(messages: messages, treatment: .quarantine(reason: first, answered: false)))
    case .quarantine(_, answered: false):
      segments.append(segment)
      return false
    case .takeParked:
      // They go on waiting, and are tried again with the next message of their dossier.
      break
    }
    return true
  }

  /// Nobody knows whether the next segment was committed: what the inbox holds of it counts as handed
  /// over a second time.
  mutating func doubt() {
    guard let last = segments.indices.last else { return }
    for index in segments[last].messages.indices {
      var handover = segments[last].messages[index].handover ?? Handover(queue: "")
      handover.redelivered = true
      segments[last].messages[index].handover = handover
    }
  }
}

/// What committed transactions left to publish.
struct Committed: Sendable {
  var emissions: [StoredEmission] = []
  /// How much had no effect as dossiers were decided again.
  var passedOver = 0
  /// Copies that the broker handed over again and that were applied before.
  var absorbed = 0

  /// Adds what another transaction left.
  static func += (left: inout Committed, right: Committed) {
    left.emissions += right.emissions
    left.passedOver += right.passedOver
    left.absorbed += right.absorbed
  }
}

extension Handover {
  /// Whether the broker may have handed this copy over before. What lies in a dead letter queue always was.
  var isRepeated: Bool { redelivered || QueueName.isDead(queue) }

  /// Whether the message may be why it came back: its neighbours must not pay for it.
  fileprivate func isSuspect(_ limits: Limits) -> Bool {
    returns >= limits.returnsBeforeAlone || QueueName.isDead(queue)
  }

  /// RabbitMQ 4 hands a dead letter over, the first time, with the count of the queue that it came from,
  /// which is above the limit of that queue; from then on it counts anew.
  fileprivate func isExhausted(_ limits: Limits) -> Bool {
    QueueName.isDead(queue)
      && (limits.returnsBeforeQuarantine...DeliveryLimit.work).contains(returns)
  }
}
