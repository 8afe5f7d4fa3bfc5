import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// What a batch reads of the register, each in one query.
enum RegisterQueries {
  /// The dossiers, locked in the order of their identifiers: two events may reach one dossier by
  /// keys that are not the same.
  static func dossiers(_ asked: BatchLookup) -> Query {
    asked.cluster(
      """
      SELECT d.household, d.opened_on, d.commune, d.commission, d.landlord, d.huissier, d.bailleur,
        d.mandataire, d.seuil_atteint, d.merged_into, d.withdrawn, d.moved, d.stage, d.stage_on,
        d.debt_on, d.debt_rents, d.fewest_days, d.fewest_rents, d.transfer_to,
        coalesce((SELECT string_agg(r.account || CASE WHEN r.settled_by IS NOT NULL THEN E'\\x1fshown'
            WHEN r.brought IS NULL THEN '' ELSE E'\\x1fdoubted\\x1f' || r.brought END, E'\\x1e')
          FROM relation r WHERE r.household = d.household), '') AS ties
      FROM dossier d JOIN cluster ON cluster.household = d.household
      ORDER BY d.household FOR UPDATE OF d
      """)
  }

  /// The tenants and the dwellings of the same dossiers, one row a tenant.
  static func tenants(_ asked: BatchLookup) -> Query {
    asked.cluster(
      """
      SELECT d.household, w.insee, w.voie, w.complement, t.rank, t.nom, t.prenom, t.naissance
      FROM cluster d
      LEFT JOIN dwelling w ON w.household = d.household
      LEFT JOIN tenant t ON t.household = d.household
      ORDER BY d.household, t.rank
      """)
  }

  /// Who holds the keys. A dossier in the archive is found by what names it, a reference or its own
  /// person at its own address, so that a new act reopens it; and by nothing that is only near: the
  /// same address, or the same name.
  static func holdings(_ asked: BatchLookup) -> Query {
    asked.named(
      """
      SELECT k.kind, k.key, k.household
      FROM identity_key k JOIN named ON k.kind = named.kind AND k.key = named.key
      WHERE k.kind NOT IN ('adresse', 'etat-civil')
        OR NOT EXISTS (SELECT FROM archive a WHERE a.household = k.household
          AND NOT EXISTS (SELECT FROM contribution c
            WHERE c.home = a.household AND c.received_on >= a.archived_on))
      """)
  }

  /// The events that wait for a dossier with one of the keys, locked: of two batches that could
  /// take one in, the second finds it gone.
  static func waiting(_ asked: BatchLookup) -> Query {
    asked.named(
      """
      SELECT w.sender, w.event_id, w.source, w.ticket, w.ticket AS household, w.type, w.received_on, w.act_on, w.menage, w.body,
        w.held_for, w.contradicts,
        coalesce((SELECT string_agg(k.kind || E'\\t' || k.key, E'\\n') FROM waiting_key k
          WHERE k.sender = w.sender AND k.event_id = w.event_id AND k.source = w.source), '') AS keys
      FROM waiting w
      WHERE (w.sender, w.event_id, w.source) IN (\(waitingNames))
      ORDER BY w.sender, w.event_id, w.source LIMIT \(BatchLookup.mostWaiting) FOR UPDATE OF w
      """)
  }

  private static let waitingNames = """
    SELECT k.sender, k.event_id, k.source
    FROM waiting_key k JOIN named ON k.kind = named.kind AND k.key = named.key
    UNION SELECT t.sender, t.event_id, t.source FROM waiting t WHERE t.ticket = ANY ($3::uuid[])
    """

  /// The keys of the dossiers.
  static func dossierKeys(_ asked: BatchLookup) -> Query {
    asked.cluster("SELECT \(KeyTable.columns) FROM household_key JOIN cluster USING (household)")
  }

  /// The keys of the events that wait.
  static func waitingKeys(_ asked: BatchLookup) -> Query {
    asked.named(
      """
      SELECT \(KeyTable.columns) FROM household_key WHERE household IN (
        SELECT w.ticket FROM waiting w
        WHERE (w.sender, w.event_id, w.source) IN (\(waitingNames)))
      """)
  }

  /// How many events of each sender wait.
  static func waitingBySender(_ senders: [String]) -> Query {
    """
    SELECT sender, count(*) AS waiting FROM waiting WHERE sender = ANY(\(senders)::text[])
    GROUP BY sender
    """
  }

  /// What was answered to those events; a source that was not kept may be any.
  static func receptions(_ asked: [Reception.ID]) -> Query {
    """
    SELECT r.sender, r.event_id, r.source, r.type, r.status, r.code, r.household, r.received_on,
      r.digest
    FROM unnest(\(asked.map(\.sender))::text[], \(asked.map(\.event))::text[],
      \(asked.map(\.source))::text[]) AS asked (sender, event_id, source)
    CROSS JOIN LATERAL (SELECT * FROM reception r
      WHERE r.sender = asked.sender AND r.event_id = asked.event_id
        AND (r.source IN (asked.source, '') OR asked.source = '')
      ORDER BY r.status, r.source LIMIT \(BatchLookup.mostOfOneName)) AS r
    """
  }

  // MARK: - The past, for what changes it

  /// What the events of the dossiers said.
  static func contributions(_ asked: BatchLookup) -> Query {
    asked.cluster(
      """
      SELECT c.sender, c.event_id, c.source, c.place, c.home, c.home AS household, c.type, c.genre, c.act_on, c.received_on,
        c.menage, c.withdrawn, c.party
      FROM contribution c JOIN cluster ON cluster.household = c.home ORDER BY c.place
      """)
  }

  /// What the services were told of the dossiers, and what of it was recalled.
  static func told(_ asked: BatchLookup) -> Query {
    asked.cluster(
      """
      SELECT o.message_id, o.routing_key, o.type, o.household, o.root, o.body
      FROM outbox o JOIN cluster ON cluster.household = o.household
      WHERE o.exchange = 'amont.services' ORDER BY o.id
      """)
  }

  /// The keys of the dossiers, whether this batch names them or not.
  static func ownKeys(_ asked: BatchLookup) -> Query {
    asked.cluster(
      """
      SELECT k.kind, k.key, k.household
      FROM identity_key k JOIN cluster ON cluster.household = k.household
      """)
  }
}
