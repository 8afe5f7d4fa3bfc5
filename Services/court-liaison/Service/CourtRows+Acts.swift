import Contracts
import CourtLiaisonDomain
import PostgreSQL
import Vocabulary

// Acts, written in bulk.

extension CourtRows {
  func saveActs() -> Query {
    let columns = acts.map(\.act.content.columns)
    return """
      INSERT INTO act (household, entry, kind, act_on, received_on, sender, standing, irregularities,
        outcome, prefect_told_on, hearing_on, ruling_expected_on, instalments,
        first_instalment_on, delays_end_on, filed_on, effective_on, reason, amount, findings)
      SELECT * FROM unnest(\(acts.map(\.household))::uuid[], \(acts.map(\.entry))::integer[],
        \(acts.map(\.act.content.kind.rawValue))::text[], \(acts.map(\.act.date))::date[],
        \(acts.map(\.act.receivedOn))::date[], \(acts.map(\.act.sender))::text[],
        \(acts.map(\.act.standing.rawValue))::text[], \(acts.map(\.act.told.column))::text[],
        \(columns.map(\.outcome))::text[], \(columns.map(\.prefectToldOn))::date[],
        \(columns.map(\.hearingOn))::date[], \(columns.map(\.rulingExpectedOn))::date[],
        \(columns.map(\.instalments))::integer[], \(columns.map(\.firstInstalmentOn))::date[],
        \(columns.map(\.delaysEndOn))::date[], \(columns.map(\.filedOn))::date[],
        \(columns.map(\.effectiveOn))::date[], \(columns.map(\.reason))::text[],
        \(columns.map(\.amount?.value))::bigint[], \(columns.map(\.findings))::text[])
      ON CONFLICT (household, entry) DO UPDATE SET irregularities = excluded.irregularities,
        outcome = excluded.outcome, prefect_told_on = excluded.prefect_told_on,
        hearing_on = excluded.hearing_on, ruling_expected_on = excluded.ruling_expected_on,
        instalments = excluded.instalments, first_instalment_on = excluded.first_instalment_on,
        delays_end_on = excluded.delays_end_on, filed_on = excluded.filed_on,
        effective_on = excluded.effective_on, reason = excluded.reason, amount = excluded.amount,
        findings = excluded.findings
      WHERE (act.irregularities, act.outcome, act.prefect_told_on, act.hearing_on,
          act.ruling_expected_on, act.instalments, act.first_instalment_on, act.delays_end_on,
          act.filed_on, act.effective_on, act.reason, act.amount, act.findings)
        IS DISTINCT FROM (excluded.irregularities, excluded.outcome, excluded.prefect_told_on,
          excluded.hearing_on, excluded.ruling_expected_on, excluded.instalments,
          excluded.first_instalment_on, excluded.delays_end_on, excluded.filed_on,
          excluded.effective_on, excluded.reason, excluded.amount, excluded.findings)
      """
  }
}
