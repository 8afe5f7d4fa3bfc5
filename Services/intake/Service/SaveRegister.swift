import Contracts
import IntakeDomain
import PostgreSQL
import Vocabulary

/// What a batch changed in the register, each table in one statement.
struct SaveRegister {
  let register: Register
  private let dossiers: [Dossier]

  init(_ register: Register) {
    self.register = register
    dossiers = register.changes.dossiers.sorted().compactMap { register.dossiers[$0] }
  }

  /// The statements, without those that have nothing to write; dossiers first, for the others refer
  /// to them.
  var queries: [Query] {
    (register.changes.retold.isEmpty ? [] : [formerTenants, formerDwellings])
      + (dossiers.isEmpty ? [] : [dossierRows, tenantRows, dwellingRows])
      + (register.changes.lostKeys.isEmpty ? [] : [lostKeyRows])
      + (register.changes.keys.isEmpty ? [] : [keyRows])
      + (register.changes.receptions.isEmpty ? [] : [receptionRows])
      + (register.changes.doubts.isEmpty ? [] : [doubtRows])
      + (register.changes.unproven.isEmpty ? [] : [relationRows])
      + (register.changes.settled.isEmpty ? [] : [settledRows])
      + (register.changes.contributions.isEmpty ? [] : [contributionRows])
      + (register.changes.fusions.isEmpty ? [] : [fusionRows]) + waitingWrites
  }

  private var dossierRows: Query {
    """
    INSERT INTO dossier (household, opened_on, commune, commission, landlord, huissier, bailleur,
      mandataire, seuil_atteint, merged_into, withdrawn, moved, stage, stage_on, debt_on, debt_rents,
      fewest_days, fewest_rents, transfer_to)
    SELECT h, o, c, s, l, u, b, m, t, nullif(i, '')::uuid, w, v, g, go, d, r, p, f, x FROM unnest(
      \(dossiers.map(\.household))::uuid[], \(dossiers.map(\.openedOn))::date[],
      \(dossiers.map(\.commune))::text[], \(dossiers.map(\.commission))::text[],
      \(dossiers.map { $0.landlord?.rawValue })::text[], \(dossiers.map(\.huissier))::text[],
      \(dossiers.map(\.bailleur))::text[], \(dossiers.map(\.hasMandataire))::boolean[],
      \(dossiers.map { $0.reachesThreshold.map(String.init) })::text[]::boolean[],
      \(dossiers.map { $0.mergedInto?.description })::text[],
      \(dossiers.map(\.isWithdrawn))::boolean[], \(dossiers.map(\.hasMoved))::boolean[],
      \(dossiers.map { $0.danger?.stage.rawValue })::text[],
      \(dossiers.map { $0.danger?.stageOn })::date[],
      \(dossiers.map { $0.danger?.debt?.on })::date[],
      \(dossiers.map { $0.danger?.debt?.rents })::int[],
      \(dossiers.map { $0.danger?.days })::int[],
      \(dossiers.map { $0.danger?.debt?.fewest })::int[], \(dossiers.map(\.transferTo))::text[])
      AS given (h, o, c, s, l, u, b, m, t, i, w, v, g, go, d, r, p, f, x)
    ON CONFLICT (household) DO UPDATE SET
      commune = excluded.commune, commission = excluded.commission, landlord = excluded.landlord,
      huissier = excluded.huissier, bailleur = excluded.bailleur,
      mandataire = excluded.mandataire, seuil_atteint = excluded.seuil_atteint,
      merged_into = excluded.merged_into, withdrawn = excluded.withdrawn,
      moved = excluded.moved, stage = excluded.stage, stage_on = excluded.stage_on,
      debt_on = excluded.debt_on, debt_rents = excluded.debt_rents,
      fewest_days = excluded.fewest_days,
      fewest_rents = excluded.fewest_rents, transfer_to = excluded.transfer_to
    """
  }

  private var tenantRows: Query {
    let rows = dossiers.flatMap { dossier in
      dossier.tenants.enumerated().map { (dossier.household, $0.offset + 1, $0.element) }
    }
    return """
      INSERT INTO tenant (household, rank, nom, prenom, naissance)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.1))::int[], \(sealed: rows.map { .sealed($0.2.nom, at: "tenant.nom", of: $0.0) })::bytea[],
        \(sealed: rows.map { .sealed($0.2.prenom, at: "tenant.prenom", of: $0.0) })::bytea[],
        \(sealed: rows.map {
          .sealed($0.2.naissance?.description, at: "tenant.naissance", of: $0.0)
        })::bytea[])
      ON CONFLICT (household, rank) DO UPDATE SET naissance = excluded.naissance
      """
  }

  private var dwellingRows: Query {
    let rows = dossiers.compactMap { dossier in
      dossier.dwelling.map { (dossier.household, $0) }
    }
    return """
      INSERT INTO dwelling (household, insee, voie, complement)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.1.insee))::text[],
        \(sealed: rows.map { .sealed($0.1.voie, at: "dwelling.voie", of: $0.0) })::bytea[],
        \(sealed: rows.map {
          .sealed($0.1.complement, at: "dwelling.complement", of: $0.0)
        })::bytea[])
      ON CONFLICT (household) DO UPDATE SET complement = excluded.complement
      """
  }

  private var keyRows: Query {
    let rows = register.changes.keys
    return """
      INSERT INTO identity_key (kind, key, household)
      SELECT * FROM unnest(
        \(rows.map(\.key.kind.rawValue))::text[], \(rows.map(\.key.value))::text[],
        \(rows.map(\.household))::uuid[])
      ON CONFLICT (kind, key, household) DO NOTHING
      """
  }

  private var receptionRows: Query {
    let rows = register.changes.receptions.sorted().compactMap { register.receptions[$0] }
    return """
      INSERT INTO reception (sender, event_id, source, type, status, code, household, received_on,
        digest)
      SELECT s, e, o, t, u, c, nullif(h, '')::uuid, d, g FROM unnest(
        \(rows.map(\.id.sender))::text[], \(rows.map(\.id.event))::text[],
        \(rows.map(\.id.source))::text[], \(rows.map(\.type))::text[], \(rows.map(\.status.rawValue))::text[],
        \(rows.map(\.code))::text[],
        \(rows.map { $0.household?.description })::text[], \(rows.map(\.receivedOn))::date[],
        \(rows.map(\.digest))::text[]) AS given (s, e, o, t, u, c, h, d, g)
      ON CONFLICT (sender, event_id, source) DO UPDATE SET
        type = excluded.type, status = excluded.status, code = excluded.code,
        household = excluded.household, received_on = excluded.received_on,
        digest = coalesce(excluded.digest, reception.digest)
      """
  }

  /// Keeps that an event was set aside; what was answered before stays.
  static func setAside(_ reception: Reception) -> Query {
    """
    INSERT INTO reception (sender, event_id, source, type, status, code, received_on, digest)
    VALUES (\(reception.id.sender), \(reception.id.event), \(reception.id.source),
      \(reception.type), \(reception.status.rawValue), \(reception.code),
      \(reception.receivedOn), \(reception.digest))
    ON CONFLICT (sender, event_id, source) DO NOTHING
    """
  }

  private var doubtRows: Query {
    let rows = register.changes.doubts
    return """
      INSERT INTO doubt (household, other, reason, opened_on)
      SELECT * FROM unnest(
        \(rows.map(\.household))::uuid[], \(rows.map(\.other))::uuid[],
        \(rows.map(\.reason.rawValue))::text[], \(rows.map(\.openedOn))::date[])
      ON CONFLICT (household, other, reason) DO NOTHING
      """
  }

  private var relationRows: Query {
    let rows = register.changes.unproven
    return """
      INSERT INTO relation (household, account, genre, opened_on, brought)
      SELECT * FROM unnest(
        \(rows.map(\.household))::uuid[], \(rows.map(\.account))::text[],
        \(rows.map(\.genre.rawValue))::text[], \(rows.map(\.openedOn))::date[],
        \(rows.map { $0.brought.map(TieRows.text) })::text[])
      ON CONFLICT (household, account) DO UPDATE SET brought = excluded.brought
      """
  }

  private var settledRows: Query {
    let rows = register.changes.settled
    return """
      UPDATE relation SET settled_by = 'dossier'
      FROM unnest(\(rows.map(\.household))::uuid[], \(rows.map(\.account))::text[])
        AS shown (household, account)
      WHERE relation.household = shown.household AND relation.account = shown.account
        AND relation.settled_by IS NULL
      """
  }
}
