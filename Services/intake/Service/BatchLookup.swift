import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// What a batch touches of the register: the keys, the dossiers and the events that it names.
struct BatchLookup {
  var keys: [IdentityKey] = []
  var dossiers: [HouseholdID] = []
  var events: [Reception.ID] = []

  /// The most waiting events that one batch takes in; the others follow when their delay ends.
  static let mostWaiting = 5_000
  /// The most events of one sender under one identifier, each of another source, that are read:
  /// more than any real sender has sources.
  static let mostOfOneName = 64

  init(_ batch: [IncomingEvent]) {
    let references = batch.compactMap(\.references)
    let targets = batch.compactMap(\.target)
    keys = Set((references + targets.compactMap(\.references)).flatMap(\.keys)).sorted()
    // A deadline that has come names its dossier in its envelope.
    dossiers = Set(
      references.compactMap(\.dossier) + batch.compactMap(\.candidate)
        + targets.compactMap(\.dossier)
        + batch.compactMap(\.message.household)
    ).sorted()
    events = Set(targets.compactMap(\.event)).sorted()
  }

  /// A statement about the keys that the batch names, and those of the events that wait for a
  /// dossier with one of them: the table `named`.
  func named(_ rest: String) -> Query { statement(Self.namedKeys, rest) }

  /// A statement about the dossiers that were found, those that they are joined to, and those
  /// joined to these: the table `cluster`.
  func cluster(_ rest: String) -> Query { statement(Self.namedKeys + Self.foundDossiers, rest) }

  /// `$1` and `$2` are the keys, `$3` the dossiers and the tickets of waiting events, `$4` to `$6`
  /// the events, whose source may be empty: then it may be any.
  private func statement(_ tables: String, _ rest: String) -> Query {
    Query(
      sql: tables + "\n" + rest,
      parameters: [
        .texts(keys.map(\.kind.rawValue)), .texts(keys.map(\.value)), .uuids(dossiers),
        .texts(events.map(\.sender)), .texts(events.map(\.event)),
        .texts(events.map(\.source)),
      ])
  }

  private static let namedKeys = """
    WITH RECURSIVE named (kind, key) AS (
      SELECT kind, key FROM unnest($1::text[], $2::text[]) AS given (kind, key)
      UNION SELECT k.kind, k.key FROM waiting w JOIN waiting_key k USING (sender, event_id, source)
        WHERE w.ticket = ANY ($3::uuid[])
      UNION SELECT k.kind, k.key
        FROM unnest($4::text[], $5::text[], $6::text[]) AS asked (sender, event_id, source)
        CROSS JOIN LATERAL (SELECT k.kind, k.key FROM waiting_key k
          WHERE k.sender = asked.sender AND k.event_id = asked.event_id
            AND (asked.source = '' OR k.source IN (asked.source, ''))
          LIMIT \(mostOfOneName * 16)) AS k
      UNION SELECT other.kind, other.key FROM named
        JOIN waiting_key k ON k.kind = named.kind AND k.key = named.key
        JOIN waiting_key other ON other.sender = k.sender AND other.event_id = k.event_id
          AND other.source = k.source
    )
    """

  private static let foundDossiers = """
    , found AS (
      SELECT household FROM dossier WHERE household = ANY ($3::uuid[])
      UNION SELECT w.held_for FROM waiting w
        WHERE w.ticket = ANY ($3::uuid[]) AND w.held_for IS NOT NULL
      UNION SELECT k.household FROM identity_key k
        JOIN named ON k.kind = named.kind AND k.key = named.key
      UNION SELECT c.home
        FROM unnest($4::text[], $5::text[], $6::text[]) AS asked (sender, event_id, source)
        CROSS JOIN LATERAL (SELECT c.home FROM contribution c
          WHERE c.sender = asked.sender AND c.event_id = asked.event_id
            AND (asked.source = '' OR c.source IN (asked.source, ''))
          LIMIT \(mostOfOneName)) AS c
    ), roots AS (
      SELECT DISTINCT coalesce(d.merged_into, d.household) AS household
      FROM dossier d JOIN found USING (household)
    ), cluster AS (
      SELECT household FROM roots
      UNION SELECT d.household FROM dossier d JOIN roots ON d.merged_into = roots.household
    )
    """
}
