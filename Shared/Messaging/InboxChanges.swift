import Contracts
import PostgreSQL
import Vocabulary

/// What a batch adds to the inbox, and what it changes there: pure.
struct InboxChanges: Sendable {
  /// A message that was never received before.
  private struct Added: Sendable {
    let message: Message
    let repeats: Int
    var outcome = Inbox.Outcome.applied
    /// Its place in the journal, and the day of its decision there.
    var entry: JournalEntry?

    /// A message that is applied to a dossier is kept whole, and one that waits. What goes to
    /// quarantine stands whole there.
    var isWhole: Bool { entry != nil || outcome == .parked }
    var chain: CausalPosition? { entry?.chain ?? (isWhole ? message.chain : nil) }
  }

  private var added: [Added] = []
  private var places: [MessageKey: Int] = [:]
  /// What became of messages that stood in the inbox before.
  private var settled: [MessageKey: Inbox.Outcome] = [:]
  /// Entries of the journal whose message stood in the inbox before.
  private var entered: [JournalEntry] = []
  /// Copies that were counted.
  private var repeated: [MessageKey: Int] = [:]
  /// Entries that count no more.
  private var recalled: [MessageKey] = []

  /// Adds a message that is new: applied, unless `settle` says otherwise.
  mutating func add(_ message: Message, repeats: Int = 0) {
    places[message.key] = added.count
    added.append(Added(message: message, repeats: repeats))
  }

  /// Says what became of a message.
  mutating func settle(_ key: MessageKey, as outcome: Inbox.Outcome) {
    if let place = places[key] {
      added[place].outcome = outcome
    } else {
      settled[key] = outcome
    }
  }

  /// Counts copies of a message that stood in the inbox before.
  mutating func count(_ copies: Int, of key: MessageKey) {
    if copies > 0 { repeated[key, default: 0] += copies }
  }

  /// Puts what a batch applied into the journal, and takes out what it recalls.
  mutating func keep(_ entries: [JournalEntry], recalling keys: [MessageKey]) {
    for entry in entries {
      if let place = places[entry.message.key] {
        added[place].entry = entry
      } else {
        entered.append(entry)
      }
    }
    recalled += keys
  }

  /// Whose keys seal the messages that are kept whole.
  var keySubjects: Set<HouseholdID> {
    Set(added.compactMap { $0.isWhole ? $0.message.keySubject : nil })
  }

  /// The statements that write it.
  func queries(on day: Day) -> [Query] {
    (added.isEmpty ? [] : [insert(on: day)])
      + settled.sorted { $0.key < $1.key }.map { Self.settle($0.key, as: $0.value) }
      + entered.map(Self.enter) + (repeated.isEmpty ? [] : [count()])
      + (recalled.isEmpty ? [] : [recall()])
  }

  private func insert(on day: Day) -> Query {
    let messages = added.map(\.message)
    let whole = added.map { $0.isWhole ? $0.message : nil }
    let bodies = whole.map { message in
      message.map { .sealed($0.data, at: "inbox.body", of: $0.keySubject) } ?? Parameter.null
    }
    return """
      INSERT INTO inbox (source, id, type, household, outcome, received_on, duplicates, decided_on,
        occurred_on, root, path, correlation, causation, traceparent, body)
      SELECT source, id, type, household, outcome, \(day), duplicates, decided_on, occurred_on, root,
        path, correlation, causation, traceparent, body
      FROM unnest(\(messages.map(\.source))::text[], \(messages.map(\.identity))::text[],
        \(messages.map(\.type))::text[], \(messages.map(\.household))::uuid[],
        \(added.map(\.outcome.rawValue))::text[], \(added.map(\.repeats))::bigint[],
        \(added.map(\.entry?.receivedOn))::date[], \(whole.map(\.?.occurredOn))::date[],
        \(added.map(\.chain?.root))::text[], \(added.map(\.chain?.path))::text[],
        \(whole.map(\.?.correlation))::text[], \(whole.map(\.?.causation))::text[],
        \(whole.map(\.?.traceparent))::text[], \(sealed: bodies)::bytea[])
        AS t (source, id, type, household, outcome, duplicates, decided_on, occurred_on, root, path,
          correlation, causation, traceparent, body)
      """
  }

  private static func settle(_ key: MessageKey, as outcome: Inbox.Outcome) -> Query {
    """
    UPDATE inbox SET outcome = \(outcome.rawValue) WHERE source = \(key.source) AND id = \(key.id)
    """
  }

  /// A message that waited, or came out of quarantine; one that was recalled counts again.
  private static func enter(_ entry: JournalEntry) -> Query {
    let key = entry.message.key
    return """
      UPDATE inbox SET decided_on = coalesce(decided_on, \(entry.receivedOn)), recalled = false
      WHERE source = \(key.source) AND id = \(key.id)
      """
  }

  private func count() -> Query {
    let rows = repeated.sorted { $0.key < $1.key }
    return """
      UPDATE inbox AS i SET duplicates = i.duplicates + t.copies
      FROM unnest(\(rows.map(\.key.source))::text[], \(rows.map(\.key.id))::text[],
        \(rows.map(\.value))::bigint[]) AS t (source, id, copies)
      WHERE i.source = t.source AND i.id = t.id
      """
  }

  private func recall() -> Query {
    """
    UPDATE inbox AS i SET recalled = true
    FROM unnest(\(recalled.map(\.source))::text[], \(recalled.map(\.id))::text[]) AS t (source, id)
    WHERE i.source = t.source AND i.id = t.id
    """
  }
}
