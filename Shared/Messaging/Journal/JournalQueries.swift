import Contracts
import PostgreSQL
import Vocabulary

/// The statements of the journal: what was applied to each dossier, in canonical order.
enum JournalQueries {
  /// What a batch asks of the journal.
  struct Asked {
    /// The dossiers, in order.
    let households: [HouseholdID]
    /// The earliest place of the batch's messages, by dossier; the past is read where it lies behind.
    let earliest: [Chain]
    /// Whether the past is needed anyway: something is recalled.
    let isNeeded: [Bool]

    init(_ messages: [Message]) {
      var places: [HouseholdID: (earliest: Chain, isNeeded: Bool)] = [:]
      for message in messages {
        guard let household = message.household else { continue }
        let isControl = message.type == DeadlineFired.type || message.type == Recall.type
        let chain =
          isControl ? Self.latest : JournalEntry(message, receivedOn: message.occurredOn).chain
        let known = places[household]
        places[household] = (
          min(chain, known?.earliest ?? chain),
          message.type == Recall.type || known?.isNeeded ?? false
        )
      }
      households = places.keys.sorted()
      earliest = households.map { places[$0]?.earliest ?? Self.latest }
      isNeeded = households.map { places[$0]?.isNeeded ?? false }
    }

    /// After every place.
    private static let latest = Chain(root: "~", path: "")
  }

  /// How many queries `reads` makes.
  static let count = 4

  /// Heads, armed deadlines, and where needed the past and what was said.
  static func reads(_ asked: Asked) -> [Query] {
    [heads(asked), armed(asked), past(asked), said(asked)]
  }

  private static func heads(_ asked: Asked) -> Query {
    """
    SELECT h.household, h.root, h.path, h.complete, h.rebuilds, h.rebuilt_on, h.opened_on,
      a.needed OR (a.root COLLATE "C", a.path COLLATE "C") <= (h.root, h.path)
        OR EXISTS (SELECT FROM parked AS p WHERE p.household = a.household) AS past_is_read
    FROM journal_head AS h JOIN unnest(\(asked.households)::uuid[],
      \(asked.earliest.map(\.root))::text[], \(asked.earliest.map(\.path))::text[],
      \(asked.isNeeded)::boolean[]) AS a (household, root, path, needed) USING (household)
    """
  }

  private static func armed(_ asked: Asked) -> Query {
    """
    SELECT household, kind, fires_on, origin, raw, due, rule, article, delay, reason FROM deadline
    WHERE household = ANY(\(asked.households)::uuid[])
    """
  }

  private static func past(_ asked: Asked) -> Query {
    """
    SELECT j.household, j.root, j.path, j.source, j.id, j.type, j.occurred_on, j.received_on,
      j.correlation, j.causation, j.traceparent, j.body
    FROM journal AS j JOIN unnest(\(asked.households)::uuid[], \(asked.earliest.map(\.root))::text[],
      \(asked.earliest.map(\.path))::text[], \(asked.isNeeded)::boolean[])
      AS a (household, root, path, needed) USING (household)
    JOIN journal_head AS h USING (household)
    WHERE NOT j.recalled AND (a.needed OR (a.root COLLATE "C", a.path COLLATE "C") <= (h.root, h.path)
      OR EXISTS (SELECT FROM parked AS p WHERE p.household = a.household))
    """
  }

  private static func said(_ asked: Asked) -> Query {
    """
    SELECT o.household, o.message_id, o.exchange, o.routing_key, o.type, o.body, o.root, o.path
    FROM outbox AS o JOIN unnest(\(asked.households)::uuid[], \(asked.earliest.map(\.root))::text[],
      \(asked.earliest.map(\.path))::text[], \(asked.isNeeded)::boolean[])
      AS a (household, root, path, needed) USING (household)
    JOIN journal_head AS h USING (household)
    WHERE NOT o.recalled AND o.type <> \(Recall.type)
      AND (a.needed OR (a.root COLLATE "C", a.path COLLATE "C") <= (h.root, h.path)
        OR EXISTS (SELECT FROM parked AS p WHERE p.household = a.household))
    ORDER BY o.id
    """
  }

  // MARK: - Writing

  /// What a batch adds to the journals, takes out of them, and takes back.
  static func writes<File>(
    _ journals: [(household: HouseholdID, journal: DossierJournal<File>)]
  ) -> [Query] {
    guard !journals.isEmpty else { return [] }
    let added = journals.flatMap(\.journal.fresh)
    let recalled = journals.flatMap { household, journal in
      journal.recalled.map { (household: household, key: $0) }
    }
    return [saveHeads(journals.filter { $0.journal.head != nil })]
      + (added.isEmpty ? [] : [add(added)])
      + (recalled.isEmpty ? [] : [recall(recalled)])
  }

  private static func add(_ entries: [JournalEntry]) -> Query {
    """
    INSERT INTO journal (household, root, path, source, id, type, occurred_on, received_on,
      correlation, causation, traceparent, body)
    SELECT household::uuid, root, path, source, id, type, occurred_on, received_on, correlation,
      causation, traceparent, body
    FROM unnest(\(entries.map { $0.message.household?.description })::text[],
      \(entries.map(\.chain.root))::text[], \(entries.map(\.chain.path))::text[],
      \(entries.map(\.message.source))::text[], \(entries.map(\.message.id))::text[],
      \(entries.map(\.message.type))::text[], \(entries.map(\.message.occurredOn))::date[],
      \(entries.map(\.receivedOn))::date[], \(entries.map(\.message.correlation))::text[],
      \(entries.map(\.message.causation))::text[], \(entries.map(\.message.traceparent))::text[],
      \(entries.map { String(decoding: $0.message.data, as: UTF8.self) })::text[])
      AS t (household, root, path, source, id, type, occurred_on, received_on, correlation,
        causation, traceparent, body)
    ON CONFLICT (household, source, id) DO UPDATE SET recalled = false
    """
  }

  private static func saveHeads<File>(
    _ journals: [(household: HouseholdID, journal: DossierJournal<File>)]
  ) -> Query {
    let heads = journals.map { $0.journal.head ?? Chain(root: "", path: "") }
    return """
      INSERT INTO journal_head (household, root, path, complete, rebuilds, rebuilt_on,
        opened_on)
      SELECT * FROM unnest(\(journals.map(\.household))::uuid[], \(heads.map(\.root))::text[],
        \(heads.map(\.path))::text[], \(journals.map(\.journal.isComplete))::boolean[],
        \(journals.map(\.journal.rebuilds))::integer[], \(journals.map(\.journal.rebuiltOn))::date[],
        \(journals.map(\.journal.openedOn))::date[])
      ON CONFLICT (household) DO UPDATE SET root = excluded.root, path = excluded.path,
        rebuilds = excluded.rebuilds, rebuilt_on = excluded.rebuilt_on,
        opened_on = excluded.opened_on
      """
  }

  private static func recall(_ rows: [(household: HouseholdID, key: MessageKey)]) -> Query {
    """
    UPDATE journal SET recalled = true
    FROM unnest(\(rows.map(\.household))::uuid[], \(rows.map(\.key.source))::text[],
      \(rows.map(\.key.id))::text[]) AS t (household, source, id)
    WHERE journal.household = t.household AND journal.source = t.source AND journal.id = t.id
    """
  }

  /// Messages that count as said no more.
  static func takeBack(_ ids: [String]) -> Query {
    "UPDATE outbox SET recalled = true WHERE message_id = ANY(\(ids)::text[])"
  }
}
