import Contracts
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

/// The statements that write dossiers in bulk: one a table, whatever their number.
enum SaveDossiers {
  typealias Files = [(household: HouseholdID, file: Dossier)]

  static func dossiers(_ files: Files) -> Query {
    let situations = files.map(\.file.situation)
    return """
      INSERT INTO dossier (household, version, contact_phase, debt_phase, housing_phase,
        procedure_phase, circumstances, opened_on, commune, commission, landlord, closed_on, closure,
        entries)
      SELECT household, version, contact, debt, housing, procedure,
        string_to_array(circumstances, ' '), opened_on, commune, commission, landlord, closed_on,
        closure, entries
      FROM unnest(
        \(files.map(\.household))::uuid[], \(files.map(\.file.version))::integer[],
        \(situations.map(\.contact.rawValue))::text[], \(situations.map(\.debt.rawValue))::text[],
        \(situations.map(\.housing.rawValue))::text[],
        \(situations.map(\.procedure.rawValue))::text[],
        \(situations.map { $0.circumstances.names })::text[],
        \(files.map(\.file.openedOn))::date[], \(files.map(\.file.commune))::text[],
        \(files.map(\.file.commission))::text[], \(files.map(\.file.landlord?.rawValue))::text[],
        \(files.map(\.file.closure?.on))::date[],
        \(files.map(\.file.closure?.reason.rawValue))::text[],
        \(files.map(\.file.entries))::integer[])
        AS new (household, version, contact, debt, housing, procedure, circumstances, opened_on,
          commune, commission, landlord, closed_on, closure, entries)
      ON CONFLICT (household) DO UPDATE SET version = excluded.version,
        contact_phase = excluded.contact_phase, debt_phase = excluded.debt_phase,
        housing_phase = excluded.housing_phase, procedure_phase = excluded.procedure_phase,
        circumstances = excluded.circumstances, opened_on = excluded.opened_on,
        commune = excluded.commune, commission = excluded.commission,
        landlord = excluded.landlord, closed_on = excluded.closed_on, closure = excluded.closure,
        entries = excluded.entries
      """
  }

  /// Steps that a closed dossier waits for no more.
  static func leftSteps(_ files: Files) -> Query {
    let kept = awaited(files)
    return """
      DELETE FROM awaited_step WHERE household = ANY(\(files.map(\.household))::uuid[])
        AND NOT EXISTS (
          SELECT FROM unnest(\(kept.map(\.household))::uuid[],
            \(kept.map(\.track.rawValue))::text[]) AS kept (household, track)
          WHERE kept.household = awaited_step.household AND kept.track = awaited_step.track)
      """
  }

  static func steps(_ files: Files) -> Query? {
    let rows = awaited(files)
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO awaited_step (household, track, trigger, due, rule, rule_version)
      SELECT * FROM unnest(\(rows.map(\.household))::uuid[],
        \(rows.map(\.track.rawValue))::text[], \(rows.map(\.step.trigger.rawValue))::text[],
        \(rows.map(\.step.due))::date[], \(rows.map(\.step.rule.rule))::text[],
        \(rows.map(\.step.rule.version))::text[])
      ON CONFLICT (household, track) DO UPDATE SET trigger = excluded.trigger, due = excluded.due,
        rule = excluded.rule, rule_version = excluded.rule_version
      WHERE (awaited_step.trigger, awaited_step.due, awaited_step.rule, awaited_step.rule_version)
        IS DISTINCT FROM
        (excluded.trigger, excluded.due, excluded.rule, excluded.rule_version)
      """
  }

  private static func awaited(
    _ files: Files
  ) -> [(household: HouseholdID, track: Track, step: AwaitedStep)] {
    files.flatMap { household, file in
      Track.allCases.compactMap { track in file.steps[track].map { (household, track, $0) } }
    }
  }

  static func periods(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in
      Circumstance.protections.compactMap { protection in
        file.periods[protection].map { (household, protection: protection, period: $0) }
      }
    }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO protection_period (household, circumstance, since, through)
      SELECT * FROM unnest(\(rows.map(\.0))::uuid[], \(rows.map(\.protection.rawValue))::text[],
        \(rows.map(\.period.since))::date[], \(rows.map(\.period.through))::date[])
      ON CONFLICT (household, circumstance) DO UPDATE
        SET since = excluded.since, through = excluded.through
      WHERE (protection_period.since, protection_period.through) IS DISTINCT FROM
        (excluded.since, excluded.through)
      """
  }

  static func reviews(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in
      ReviewReason.allCases.compactMap { reason in
        file.reviews[reason].map { (household, reason: reason, review: $0) }
      }
    }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO review (household, reason, track, opened_on, closed_on)
      SELECT * FROM unnest(\(rows.map(\.0))::uuid[], \(rows.map(\.reason.rawValue))::text[],
        \(rows.map(\.review.track.rawValue))::text[], \(rows.map(\.review.openedOn))::date[],
        \(rows.map(\.review.closedOn))::date[])
      ON CONFLICT (household, reason) DO UPDATE SET track = excluded.track,
        opened_on = excluded.opened_on, closed_on = excluded.closed_on
      WHERE (review.track, review.opened_on, review.closed_on) IS DISTINCT FROM
        (excluded.track, excluded.opened_on, excluded.closed_on)
      """
  }

  static func revisions(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in file.newRevisions.map { (household, $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO revision (household, revised_on, subject, was, becomes, because)
      SELECT * FROM unnest(\(rows.map(\.0))::uuid[], \(rows.map(\.1.on))::date[],
        \(rows.map(\.1.subject))::text[], \(rows.map(\.1.was))::text[],
        \(rows.map(\.1.becomes))::text[], \(rows.map(\.1.because))::text[])
      """
  }

  static func timeline(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in file.newLines.map { (household, line: $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO timeline (household, entry, day, kind, trigger, text, article, is_secret, message)
      SELECT * FROM unnest(\(rows.map(\.0))::uuid[], \(rows.map(\.line.entry))::integer[],
        \(rows.map(\.line.day))::date[], \(rows.map(\.line.kind.rawValue))::text[],
        \(rows.map(\.line.trigger?.rawValue))::text[], \(rows.map(\.line.text))::text[],
        \(rows.map(\.line.article))::text[], \(rows.map(\.line.isSecret))::boolean[],
        \(rows.map(\.line.message))::text[])
      """
  }
}

extension Circumstances {
  /// The names, with spaces between.
  fileprivate var names: String { elements.map(\.rawValue).joined(separator: " ") }
}
