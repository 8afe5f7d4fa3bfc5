import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// What a batch touches of the register: the keys, the dossiers and the events that it names.
struct Asked {
  var keys: [IdentityKey] = []
  var dossiers: [HouseholdID] = []
  var events: [Reception.ID] = []

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

  /// A statement about the dossiers that were found, those that they are joined to, and those joined
  /// to these: the table `cluster`.
  func cluster(_ rest: String) -> Query {
    let found: Query = """
      WITH found AS (
        SELECT household FROM dossier WHERE household = ANY (\(dossiers)::uuid[])
        UNION SELECT k.household FROM identity_key k
          JOIN unnest(\(keys.map(\.kind.rawValue))::text[], \(keys.map(\.value))::text[])
            AS named (kind, key) ON k.kind = named.kind AND k.key = named.key
        UNION SELECT c.home FROM contribution c
          JOIN unnest(\(events.map(\.sender))::text[], \(events.map(\.event))::text[])
            AS named (sender, event_id)
            ON c.sender = named.sender AND c.event_id = named.event_id
      ), roots AS (
        SELECT DISTINCT coalesce(d.merged_into, d.household) AS household
        FROM dossier d JOIN found USING (household)
      ), cluster AS (
        SELECT household FROM roots
        UNION SELECT d.household FROM dossier d JOIN roots ON d.merged_into = roots.household
      )

      """
    return Query(sql: found.sql + rest, parameters: found.parameters)
  }
}
