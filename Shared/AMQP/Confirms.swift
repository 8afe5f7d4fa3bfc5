/// Which published messages the broker has not answered yet. No I/O, no clock.
///
/// The broker counts the messages of a confirming channel from 1 and answers by number, one by one
/// or all up to a number. A message that no queue took comes back first, without its number, and
/// is then acknowledged like any other: its outcome must be `returned` all the same.
struct Confirms<Ticket> {
  /// What the broker said to one message.
  struct Answer {
    let ticket: Ticket
    let outcome: PublishOutcome
  }

  /// Something that a broker in its right mind does not send.
  enum Violation: Error, Hashable {
    /// A number that was never sent, or that was answered before.
    case unknownSequence(UInt64)
    /// A message came back that is not among the unanswered.
    case unknownReturn(PublishedKey)
  }

  private enum State {
    case pending
    case returned(code: Int, reason: String)
    case answered
  }

  private struct Entry {
    let ticket: Ticket
    let key: PublishedKey
    var state: State
  }

  /// From the oldest unanswered message on; what lies before `head` is done with.
  private var entries: [Entry] = []
  private var head = 0
  /// The sequence number of `entries[0]`.
  private var base: UInt64 = 1

  private(set) var unanswered = 0

  /// Notes a message as sent and returns its sequence number.
  @discardableResult
  mutating func sent(_ ticket: Ticket, _ key: PublishedKey) -> UInt64 {
    entries.append(Entry(ticket: ticket, key: key, state: .pending))
    unanswered += 1
    return base + UInt64(entries.count - 1)
  }

  /// Takes an answer. What it settles is appended to `answers`, in the order of sending.
  ///
  /// A `multiple` answer up to a number that is answered already settles nothing and is no fault.
  mutating func answered(
    upTo sequence: UInt64, multiple: Bool, refused: Bool, into answers: inout [Answer]
  ) throws(Violation) {
    let first = base + UInt64(head)
    let end = base + UInt64(entries.count)
    if multiple {
      // Number 0 stands for all that was sent.
      let last = sequence == 0 ? end - 1 : sequence
      guard last < end else { throw .unknownSequence(sequence) }
      guard last >= first else { return }
      for index in head...Int(last - base) { settle(index, refused: refused, into: &answers) }
    } else {
      guard sequence >= first, sequence < end else { throw .unknownSequence(sequence) }
      guard settle(Int(sequence - base), refused: refused, into: &answers) else {
        throw .unknownSequence(sequence)
      }
    }
    forgetAnswered()
  }

  /// Takes a returned message: the oldest with this key that has not come back yet.
  mutating func returned(_ key: PublishedKey, code: Int, reason: String) throws(Violation) {
    for index in head..<entries.count {
      guard case .pending = entries[index].state, entries[index].key == key else { continue }
      entries[index].state = .returned(code: code, reason: reason)
      return
    }
    throw .unknownReturn(key)
  }

  @discardableResult
  private mutating func settle(
    _ index: Int, refused: Bool, into answers: inout [Answer]
  ) -> Bool {
    let outcome: PublishOutcome
    switch entries[index].state {
    case .pending: outcome = refused ? .refused : .confirmed
    case .returned(let code, let reason): outcome = .returned(code: code, reason: reason)
    case .answered: return false
    }
    answers.append(Answer(ticket: entries[index].ticket, outcome: outcome))
    entries[index].state = .answered
    unanswered -= 1
    return true
  }

  /// Half of the array may be done with before it is moved, so that each entry moves about once.
  private mutating func forgetAnswered() {
    while head < entries.count, case .answered = entries[head].state { head += 1 }
    guard head == entries.count || head > entries.count / 2 else { return }
    entries.removeFirst(head)
    base += UInt64(head)
    head = 0
  }
}

extension Confirms.Answer: Equatable where Ticket: Equatable {}

/// What a returned message is known by.
struct PublishedKey: Hashable, Sendable {
  let exchange: String, routingKey: String, messageID: String?
}
