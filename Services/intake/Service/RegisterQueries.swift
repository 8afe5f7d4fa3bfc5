import IntakeDomain
import PostgreSQL
import Vocabulary

/// What a batch reads of the register, each in one query.
enum RegisterQueries {
  /// The dossiers that hold one of the keys or are quoted, locked in the order of their identifiers:
  /// two events may reach one dossier by keys that are not the same.
  static func dossiers(_ keys: [IdentityKey], _ quoted: [HouseholdID]) -> Query {
    """
    SELECT d.household, d.opened_on, d.commune, d.commission, d.landlord, d.huissier, d.bailleur
    FROM dossier d
    WHERE d.household = ANY (\(quoted)::uuid[]) OR d.household IN (
      SELECT k.household FROM identity_key k
      JOIN unnest(\(kinds(keys))::text[], \(values(keys))::text[]) AS asked (kind, key)
        ON k.kind = asked.kind AND k.key = asked.key)
    ORDER BY d.household FOR UPDATE OF d
    """
  }

  /// The tenants and the dwellings of the same dossiers, one row a tenant.
  static func tenants(_ keys: [IdentityKey], _ quoted: [HouseholdID]) -> Query {
    """
    SELECT d.household, w.insee, w.voie, w.complement, t.rank, t.nom, t.prenom, t.naissance
    FROM dossier d
    LEFT JOIN dwelling w ON w.household = d.household
    LEFT JOIN tenant t ON t.household = d.household
    WHERE d.household = ANY (\(quoted)::uuid[]) OR d.household IN (
      SELECT k.household FROM identity_key k
      JOIN unnest(\(kinds(keys))::text[], \(values(keys))::text[]) AS asked (kind, key)
        ON k.kind = asked.kind AND k.key = asked.key)
    ORDER BY d.household, t.rank
    """
  }

  /// Who holds the keys.
  static func holdings(_ keys: [IdentityKey]) -> Query {
    """
    SELECT k.kind, k.key, k.household
    FROM identity_key k
    JOIN unnest(\(kinds(keys))::text[], \(values(keys))::text[]) AS asked (kind, key)
      ON k.kind = asked.kind AND k.key = asked.key
    """
  }

  /// What was answered to those events.
  static func receptions(_ asked: [Reception.ID]) -> Query {
    """
    SELECT r.sender, r.event_id, r.type, r.status, r.code, r.household, r.received_on
    FROM reception r
    JOIN unnest(\(asked.map(\.sender))::text[], \(asked.map(\.event))::text[])
      AS asked (sender, event_id) ON r.sender = asked.sender AND r.event_id = asked.event_id
    """
  }

  private static func kinds(_ keys: [IdentityKey]) -> [String] { keys.map(\.kind.rawValue) }

  private static func values(_ keys: [IdentityKey]) -> [String] { keys.map(\.value) }
}
