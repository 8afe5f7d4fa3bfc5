import PostgreSQL

/// What the broker said of rows of the outbox, until the database knows it. Pure: time is an
/// argument.
///
/// A range whose messages are all confirmed, or all given back, is marked as one; one of which some
/// were and some were not is divided.
struct OutboxMarks: Sendable {
  /// What was said of one message.
  private enum Word: Sendable, Equatable {
    /// The broker has it.
    case confirmed
    /// It was not published, or nothing is known of it: it is the relay's.
    case released
    /// The broker returned or refused it, and why.
    case refused(String)
  }

  private struct Range: Sendable {
    /// By row; a confirm holds, whatever came before it or comes after it.
    var words: [Int: Word] = [:]
    let since: ContinuousClock.Instant
  }

  private var ranges: [PendingRange: Range] = [:]
  /// Ranges of which every message is confirmed.
  private(set) var confirmed: [PendingRange] = []

  var isEmpty: Bool { ranges.isEmpty && confirmed.isEmpty }

  /// How many messages were confirmed.
  var confirmedMessages: Int {
    ranges.values.reduce(confirmed.reduce(0) { $0 + $1.messages }) { sum, range in
      sum + range.words.values.count { $0 == .confirmed }
    }
  }

  /// Whether a batch of which all was heard has messages that the relay must look after.
  var hasRowsForTheRelay: Bool {
    ranges.contains { range, said in
      said.words.count == range.messages && said.words.values.contains { $0 != .confirmed }
    }
  }

  /// Since when something was heard of a batch that is not marked yet.
  var heardFirst: ContinuousClock.Instant? { ranges.values.map(\.since).min() }

  mutating func confirm(_ emission: StoredEmission, at now: ContinuousClock.Instant) {
    note(.confirmed, of: emission, at: now)
  }

  /// The same of many; a batch that is confirmed in one piece, as nearly all are, is not taken
  /// apart.
  mutating func confirm(_ emissions: [StoredEmission], at now: ContinuousClock.Instant) {
    if let range = emissions.first?.pending, range.messages == emissions.count,
      ranges[range] == nil, emissions.allSatisfy({ $0.pending == range })
    {
      confirmed.append(range)
    } else {
      for emission in emissions { confirm(emission, at: now) }
    }
  }

  mutating func release(_ emissions: [StoredEmission], at now: ContinuousClock.Instant) {
    for emission in emissions { note(.released, of: emission, at: now) }
  }

  mutating func refuse(
    _ emission: StoredEmission, because problem: String, at now: ContinuousClock.Instant
  ) { note(.refused(problem), of: emission, at: now) }

  private mutating func note(
    _ word: Word, of emission: StoredEmission, at now: ContinuousClock.Instant
  ) {
    let range = emission.pending
    if ranges[range, default: Range(since: now)].words[emission.row] != .confirmed {
      ranges[range, default: Range(since: now)].words[emission.row] = word
    }
    guard let words = ranges[range]?.words, words.count == range.messages,
      word == .confirmed, words.values.allSatisfy({ $0 == .confirmed })
    else { return }
    ranges[range] = nil
    confirmed.append(range)
  }

  /// Takes the ranges out that are confirmed whole.
  mutating func takeConfirmed() -> [PendingRange] {
    defer { confirmed.removeAll(keepingCapacity: true) }
    return confirmed
  }

  /// Puts ranges back whose marking was not committed.
  mutating func putBack(confirmed ranges: [PendingRange]) { confirmed += ranges }

  /// Takes out what can be marked: ranges of which nothing more will be heard, and those of which
  /// something was heard by that moment.
  mutating func take(heardBy moment: ContinuousClock.Instant) -> OutboxMarks {
    var taken = OutboxMarks()
    taken.confirmed = takeConfirmed()
    for (range, said) in ranges
    where said.words.count == range.messages || said.since <= moment {
      taken.ranges[range] = said
      ranges[range] = nil
    }
    return taken
  }

  /// The statements that write them down.
  func queries(instance: String, limits: Limits) -> [Query] {
    var (divided, released): ([PendingRange], [PendingRange]) = ([], [])
    var (confirmed, refused): ([PendingRange], [Int: String]) = (confirmed, [:])
    for (range, said) in ranges.sorted(by: { $0.key.first < $1.key.first }) {
      if said.words.count == range.messages, said.words.values.allSatisfy({ $0 == .released }) {
        released.append(range)
        continue
      }
      if range.messages > 1 { divided.append(range) }
      for (row, word) in said.words.sorted(by: { $0.key < $1.key }) {
        let single = PendingRange(first: row, messages: 1)
        switch word {
        case .confirmed: confirmed.append(single)
        case .released: released.append(single)
        case .refused(let problem): refused[row] = problem
        }
      }
    }
    return (divided.isEmpty ? [] : [Outbox.split(divided)])
      + (released.isEmpty ? [] : [Outbox.release(released)])
      + (refused.isEmpty ? [] : [Outbox.refuse(refused, limits: limits)])
      + (confirmed.isEmpty ? [] : [Ledger.add(confirmed: confirmed, instance: instance)])
  }

  static func += (left: inout OutboxMarks, right: OutboxMarks) {
    left.confirmed += right.confirmed
    for (range, said) in right.ranges {
      left.ranges[range, default: Range(since: said.since)].words
        .merge(said.words) { newer, older in older == .confirmed ? older : newer }
    }
  }
}
