import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

// What a rectification, a fusion or a separation writes, and what every event leaves for them.
extension SaveRegister {
  /// A dossier told again from nothing may have fewer tenants, or another dwelling.
  var formerTenants: Query {
    "DELETE FROM tenant WHERE household = ANY (\(register.changes.retold.sorted())::uuid[])"
  }

  var formerDwellings: Query {
    "DELETE FROM dwelling WHERE household = ANY (\(register.changes.retold.sorted())::uuid[])"
  }

  var lostKeyRows: Query {
    let rows = register.changes.lostKeys
    return """
      DELETE FROM identity_key k USING unnest(
        \(rows.map(\.key.kind.rawValue))::text[], \(rows.map(\.key.value))::text[],
        \(rows.map(\.household))::uuid[]) AS lost (kind, key, household)
      WHERE k.kind = lost.kind AND k.key = lost.key AND k.household = lost.household
      """
  }

  /// In the order in which they came, which the table numbers.
  var contributionRows: Query {
    let rows = register.changes.contributions.compactMap { register.contributions[$0] }
    return """
      INSERT INTO contribution (sender, event_id, source, home, type, genre, act_on, received_on,
        menage, withdrawn, party)
      SELECT sender, event_id, source, home, type, genre, act_on, received_on, menage, withdrawn,
        party
      FROM unnest(
        \(rows.map(\.id.sender))::text[], \(rows.map(\.id.event))::text[],
        \(rows.map(\.id.source))::text[],
        \(rows.map(\.home))::uuid[], \(rows.map(\.kind.rawValue))::text[],
        \(rows.map(\.genre.rawValue))::text[], \(rows.map(\.actOn))::date[],
        \(rows.map(\.receivedOn))::date[], \(sealed: rows.map { .sealed($0.menageText, at: "contribution.menage", of: $0.home) })::bytea[],
        \(rows.map(\.isWithdrawn))::boolean[], \(rows.map(\.isParty))::boolean[]) WITH ORDINALITY
        AS given (sender, event_id, source, home, type, genre, act_on, received_on, menage, withdrawn,
          party, rank)
      ORDER BY rank
      ON CONFLICT (sender, event_id, source) DO UPDATE SET act_on = excluded.act_on,
        menage = excluded.menage, withdrawn = excluded.withdrawn
      """
  }

  var fusionRows: Query {
    let rows = register.changes.fusions
    return """
      INSERT INTO fusion_log (action, household, other, sender, event_id, decided_on, because,
        agent)
      SELECT * FROM unnest(
        \(rows.map(\.action.rawValue))::text[], \(rows.map(\.household))::uuid[],
        \(rows.map(\.other))::uuid[], \(rows.map(\.event.sender))::text[],
        \(rows.map(\.event.event))::text[], \(rows.map(\.day))::date[],
        \(sealed: rows.map {
          .sealed($0.because, at: "fusion_log.because", of: $0.household)
        })::bytea[], \(rows.map(\.agent))::text[])
      """
  }
}
