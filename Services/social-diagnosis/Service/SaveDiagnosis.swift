import Contracts
import PostgreSQL
import SocialDiagnosisDomain
import Vocabulary

/// The statements that write files in bulk: one a table, whatever their number.
enum SaveDiagnosis {
  typealias Files = [(household: HouseholdID, file: DiagnosisFile)]

  static func dossiers(_ files: Files) -> Query {
    """
    INSERT INTO dossier (household, insee, voie, complement, contact, contact_since, contact_due,
      reminders, dsf, dsf_since, hearing, dsf_content, dsf_is_late, proposed_on, requested_on,
      has_guardian)
    SELECT * FROM unnest(
      \(files.map(\.household))::uuid[], \(files.map(\.file.dwelling?.insee))::text[],
      \(files.map(\.file.dwelling?.voie))::text[], \(files.map(\.file.dwelling?.complement))::text[],
      \(files.map(\.file.contact.stage.rawValue))::text[],
      \(files.map(\.file.contact.since))::date[], \(files.map(\.file.contact.due))::date[],
      \(files.map(\.file.contact.reminders))::integer[],
      \(files.map(\.file.dsf.stage.rawValue))::text[], \(files.map(\.file.dsf.since))::date[],
      \(files.map(\.file.dsf.hearing))::date[], \(files.map(\.file.dsf.sentContent))::date[],
      \(files.map(\.file.dsf.isLate))::boolean[], \(files.map(\.file.contact.proposedOn))::date[],
      \(files.map(\.file.dsf.requestedOn))::date[], \(files.map(\.file.hasGuardian))::boolean[])
    ON CONFLICT (household) DO UPDATE SET insee = EXCLUDED.insee, voie = EXCLUDED.voie,
      complement = EXCLUDED.complement, contact = EXCLUDED.contact,
      contact_since = EXCLUDED.contact_since, contact_due = EXCLUDED.contact_due,
      reminders = EXCLUDED.reminders, dsf = EXCLUDED.dsf, dsf_since = EXCLUDED.dsf_since,
      hearing = EXCLUDED.hearing, dsf_content = EXCLUDED.dsf_content,
      dsf_is_late = EXCLUDED.dsf_is_late, proposed_on = EXCLUDED.proposed_on,
      requested_on = EXCLUDED.requested_on, has_guardian = EXCLUDED.has_guardian
    """
  }

  /// Removes the tenants that a shorter list no longer names.
  static func surplusTenants(_ files: Files) -> Query {
    """
    DELETE FROM tenant USING unnest(
      \(files.map(\.household))::uuid[], \(files.map(\.file.tenants.count))::integer[])
      AS kept (household, count)
    WHERE tenant.household = kept.household AND tenant.rank > kept.count
    """
  }

  static func tenants(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in
      file.tenants.enumerated().map { (household, rank: $0.offset + 1, person: $0.element) }
    }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO tenant (household, rank, nom, prenom, naissance)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.rank))::integer[], \(rows.map(\.person.nom))::text[],
        \(rows.map(\.person.prenom))::text[],
        \(rows.map(\.person.naissance?.description))::text[])
      ON CONFLICT (household, rank) DO UPDATE SET nom = EXCLUDED.nom, prenom = EXCLUDED.prenom,
        naissance = EXCLUDED.naissance
      WHERE (tenant.nom, tenant.prenom, tenant.naissance)
        IS DISTINCT FROM (EXCLUDED.nom, EXCLUDED.prenom, EXCLUDED.naissance)
      """
  }

  static func attempts(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in file.attempts.map { (household, attempt: $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO attempt (household, made_on, channel, result)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.attempt.on))::date[],
        \(rows.map(\.attempt.channel.rawValue))::text[],
        \(rows.map(\.attempt.result.rawValue))::text[])
      ON CONFLICT ON CONSTRAINT attempt_key DO NOTHING
      """
  }

  static func diagnoses(_ files: Files) -> Query? {
    let rows = files.compactMap { household, file in
      file.diagnosis.map { (household, made: $0) }
    }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO diagnosis (household, origin, made_on, resources, aid, rent, charges,
        fixed_charges, debt, other_debts, adults, children, rent_resumed, wishes_to_stay,
        conclusion, measure, formula, unit_tenths, effort, left_per_unit, repayment, decided, content)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.made.origin.rawValue))::text[],
        \(rows.map(\.made.content.date))::date[],
        \(rows.map(\.made.content.ressources?.value))::bigint[],
        \(rows.map(\.made.content.aide))::bigint[], \(rows.map(\.made.content.loyer))::bigint[],
        \(rows.map(\.made.content.charges))::bigint[],
        \(rows.map(\.made.content.charges_fixes))::bigint[],
        \(rows.map(\.made.content.dette))::bigint[],
        \(rows.map(\.made.content.autres_dettes))::bigint[],
        \(rows.map(\.made.content.adultes))::bigint[],
        \(rows.map(\.made.content.enfants))::bigint[],
        \(rows.map(\.made.content.loyer_repris))::boolean[],
        \(rows.map(\.made.content.souhaite_rester))::boolean[],
        \(rows.map(\.made.capacity.conclusion.rawValue))::text[],
        \(rows.map(\.made.capacity.measure.rawValue))::text[],
        \(rows.map { _ in Capacity.formula })::text[],
        \(rows.map(\.made.capacity.consumptionUnitTenths))::integer[],
        \(rows.map(\.made.capacity.effort))::integer[],
        \(rows.map(\.made.capacity.leftPerUnit?.value))::bigint[],
        \(rows.map(\.made.capacity.repayment?.value))::bigint[],
        \(rows.map(\.made.content.conclusion?.rawValue))::text[],
        \(rows.map { try? Wire.encode($0.made.content) })::text[])
      \(unsafeRaw: replaceDiagnosis)
      """
  }

  private static let replaceDiagnosis = """
    ON CONFLICT (household) DO UPDATE SET origin = EXCLUDED.origin, made_on = EXCLUDED.made_on,
      resources = EXCLUDED.resources, aid = EXCLUDED.aid, rent = EXCLUDED.rent,
      charges = EXCLUDED.charges, fixed_charges = EXCLUDED.fixed_charges, debt = EXCLUDED.debt,
      other_debts = EXCLUDED.other_debts, adults = EXCLUDED.adults,
      children = EXCLUDED.children, rent_resumed = EXCLUDED.rent_resumed,
      wishes_to_stay = EXCLUDED.wishes_to_stay, conclusion = EXCLUDED.conclusion,
      measure = EXCLUDED.measure, formula = EXCLUDED.formula,
      unit_tenths = EXCLUDED.unit_tenths, effort = EXCLUDED.effort,
      left_per_unit = EXCLUDED.left_per_unit, repayment = EXCLUDED.repayment,
      decided = EXCLUDED.decided, content = EXCLUDED.content
    """
}
