import Contracts
import PostgreSQL
import Vocabulary

/// Which dossiers of a batch need their past: something comes before what was applied last, or may,
/// or is recalled.
struct JournalLookup {
  /// Those dossiers, in order.
  let households: [HouseholdID]

  init(_ messages: [Message], _ heads: DossierHeads) {
    var needed: Set<HouseholdID> = []
    for message in messages {
      guard let household = message.household, !needed.contains(household) else { continue }
      let head = heads[household]
      // A dossier of which nothing was applied has no past.
      guard let journal = head.journal else { continue }
      let isOutOfTurn =
        message.type == Recall.type
        || message.type != DeadlineFired.type
          && !(journal.place < JournalEntry(message, receivedOn: message.occurredOn).chain)
      // What waits may come in any order once its turn has come.
      if isOutOfTurn || head.parked > 0 { needed.insert(household) }
    }
    households = needed.sorted()
  }
}

/// The statements that read the journal: what was applied to each dossier, and what was said of it.
enum JournalQueries {
  static func armed(_ households: [HouseholdID]) -> Query {
    """
    SELECT household, kind, fires_on, origin, raw, due, rule, article, delay, reason FROM deadline
    WHERE household = ANY(\(households)::uuid[])
    """
  }

  /// How many queries `past` makes where it makes any, before those that count.
  static let pastCount = 3

  /// Of which dossiers the past is read, the past, and what was said.
  static func past(of households: [HouseholdID]) -> [Query] {
    guard !households.isEmpty else { return [] }
    return [
      "SELECT household FROM unnest(\(households)::uuid[]) AS t (household)", applied(households),
      said(households),
    ]
  }

  /// The column of what quarantine holds of a message.
  static let aside = "aside"

  /// A message that came out of quarantine stands whole there.
  private static func applied(_ households: [HouseholdID]) -> Query {
    """
    SELECT i.household, coalesce(i.root, q.root) AS root, coalesce(i.path, q.path) AS path, i.source,
      i.id, i.type, coalesce(i.occurred_on, q.occurred_on) AS occurred_on, i.decided_on,
      coalesce(i.correlation, q.correlation) AS correlation,
      coalesce(i.causation, q.causation) AS causation, i.traceparent, i.body,
      q.body AS \(identifier: aside)
    FROM inbox AS i LEFT JOIN quarantine AS q
      ON i.body IS NULL AND q.source = i.source AND q.identity = i.id
    WHERE i.household = ANY(\(households)::uuid[]) AND i.decided_on IS NOT NULL AND NOT i.recalled
    """
  }

  private static func said(_ households: [HouseholdID]) -> Query {
    """
    SELECT household, message_id, exchange, routing_key, type, body, root, path
    FROM outbox WHERE household = ANY(\(households)::uuid[]) AND NOT recalled
      AND type <> \(Recall.type)
    ORDER BY id
    """
  }

  /// Messages that count as said no more.
  static func takeBack(_ ids: [String], of households: [HouseholdID]) -> Query {
    """
    UPDATE outbox SET recalled = true
    WHERE household = ANY(\(households)::uuid[]) AND message_id = ANY(\(ids)::text[])
    """
  }
}

/// What a batch adds to the journals of its dossiers, and takes out of them.
public struct JournalChanges: Sendable {
  private(set) var entries: [JournalEntry] = []
  private(set) var recalled: [MessageKey] = []
  private(set) var heads: [(household: HouseholdID, head: JournalHead)] = []

  /// Nothing.
  public init() {}

  mutating func add<File>(_ journal: DossierJournal<File>, of household: HouseholdID) {
    entries += journal.fresh
    recalled += journal.recalled
    guard let place = journal.head else { return }
    heads.append(
      (
        household,
        JournalHead(
          place: place, isComplete: journal.isComplete, rebuilds: journal.rebuilds,
          rebuiltOn: journal.rebuiltOn, openedOn: journal.openedOn)
      ))
  }
}
