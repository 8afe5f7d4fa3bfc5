import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// What a batch touches of the register: the keys, the dossiers and the events that it names.
struct Asked {
  var keys: [IdentityKey] = []
  var dossiers: [HouseholdID] = []
  var events: [Reception.ID] = []

  /// The most waiting events that one batch takes in; the others follow when their delay ends.
  static let mostWaiting = 5_000

  /// Everything that a batch names.
  init(_ messages: [Message], at desk: IntakeDesk) {
    let references = messages.compactMap { desk.references(of: $0) }
    let targets = messages.compactMap { desk.target(of: $0) }
    keys = Set((references + targets.compactMap(\.references)).flatMap(\.keys)).sorted()
    // A deadline that has come names its dossier in its envelope.
    dossiers = Set(
      references.compactMap(\.dossier) + targets.compactMap(\.dossier)
        + messages.compactMap(\.household)
    ).sorted()
    events = Set(targets.compactMap(\.event)).sorted()
  }

  /// Nothing: for the past, which most batches do not need.
  init() {}

  /// A statement about the keys that the batch names, and those of the events that wait for a dossier
  /// with one of them: the table `named`.
  func named(_ rest: String) -> Query { statement(Self.namedKeys, rest) }

  /// A statement about the dossiers that were found, those that they are joined to, and those joined
  /// to these: the table `cluster`.
  func cluster(_ rest: String) -> Query { statement(Self.namedKeys + Self.foundDossiers, rest) }

  /// `$1` and `$2` are the keys, `$3` the dossiers and the tickets of waiting events, `$4` and `$5` the
  /// events.
  private func statement(_ tables: String, _ rest: String) -> Query {
    Query(
      sql: tables + "\n" + rest,
      parameters: [
        .texts(keys.map(\.kind.rawValue)), .texts(keys.map(\.value)), .uuids(dossiers),
        .texts(events.map(\.sender)), .texts(events.map(\.event)),
      ])
  }

  private static let namedKeys = """
    WITH RECURSIVE named (kind, key) AS (
      SELECT kind, key FROM unnest($1::text[], $2::text[]) AS given (kind, key)
      UNION SELECT k.kind, k.key FROM waiting w JOIN waiting_key k USING (sender, event_id)
        WHERE w.ticket = ANY ($3::uuid[])
      UNION SELECT k.kind, k.key FROM unnest($4::text[], $5::text[]) AS asked (sender, event_id)
        JOIN waiting_key k USING (sender, event_id)
      UNION SELECT other.kind, other.key FROM named
        JOIN waiting_key k ON k.kind = named.kind AND k.key = named.key
        JOIN waiting_key other ON other.sender = k.sender AND other.event_id = k.event_id
    )
    """

  private static let foundDossiers = """
    , found AS (
      SELECT household FROM dossier WHERE household = ANY ($3::uuid[])
      UNION SELECT k.household FROM identity_key k
        JOIN named ON k.kind = named.kind AND k.key = named.key
      UNION SELECT c.home FROM contribution c
        JOIN unnest($4::text[], $5::text[]) AS asked (sender, event_id)
          ON c.sender = asked.sender AND c.event_id = asked.event_id
    ), roots AS (
      SELECT DISTINCT coalesce(d.merged_into, d.household) AS household
      FROM dossier d JOIN found USING (household)
    ), cluster AS (
      SELECT household FROM roots
      UNION SELECT d.household FROM dossier d JOIN roots ON d.merged_into = roots.household
    )
    """
}
