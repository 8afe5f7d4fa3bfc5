import Contracts
import DebtSettlementDomain
import PostgreSQL
import Vocabulary

/// The statements that write files in bulk: one a table, whatever their number.
enum SaveSettlement {
  typealias Files = [(household: HouseholdID, file: SettlementFile)]

  static func dossiers(_ files: Files) -> Query {
    """
    INSERT INTO dossier (household, landlord_account, huissier_account, landlord_kind, claim_on,
      debt, rent, charges, aid_signal, aid, aid_since, aid_amount, aid_amount_on, settlement,
      settlement_since, is_urgent, plan, plan_since, plan_due, plan_count, fsl, fsl_since, fsl_due,
      fsl_amount)
    SELECT * FROM unnest(
      \(files.map(\.household))::uuid[], \(files.map(\.file.creditors.landlord))::text[],
      \(files.map(\.file.creditors.huissier))::text[],
      \(files.map(\.file.creditors.kind?.rawValue))::text[],
      \(files.map(\.file.claim?.on))::date[], \(files.map(\.file.claim?.debt.value))::bigint[],
      \(files.map(\.file.claim?.rent.value))::bigint[],
      \(files.map(\.file.claim?.charges.value))::bigint[], \(files.map(\.file.aidSignal))::date[],
      \(files.map(\.file.aid.stage.rawValue))::text[], \(files.map(\.file.aid.since))::date[],
      \(files.map(\.file.aid.amount?.value))::bigint[], \(files.map(\.file.aid.amountOn))::date[],
      \(files.map(\.file.settlement.stage.rawValue))::text[],
      \(files.map(\.file.settlement.since))::date[],
      \(files.map(\.file.settlement.isUrgent))::boolean[],
      \(files.map(\.file.plan.stage.rawValue))::text[], \(files.map(\.file.plan.since))::date[],
      \(files.map(\.file.plan.due))::date[], \(files.map(\.file.plan.count))::integer[],
      \(files.map(\.file.fsl.stage.rawValue))::text[], \(files.map(\.file.fsl.since))::date[],
      \(files.map(\.file.fsl.due))::date[], \(files.map(\.file.fsl.amount?.value))::bigint[])
    ON CONFLICT (household) DO UPDATE SET landlord_account = EXCLUDED.landlord_account,
      huissier_account = EXCLUDED.huissier_account, landlord_kind = EXCLUDED.landlord_kind,
      claim_on = EXCLUDED.claim_on, debt = EXCLUDED.debt, rent = EXCLUDED.rent,
      charges = EXCLUDED.charges, aid_signal = EXCLUDED.aid_signal, aid = EXCLUDED.aid,
      aid_since = EXCLUDED.aid_since, aid_amount = EXCLUDED.aid_amount,
      aid_amount_on = EXCLUDED.aid_amount_on, settlement = EXCLUDED.settlement,
      settlement_since = EXCLUDED.settlement_since, is_urgent = EXCLUDED.is_urgent,
      plan = EXCLUDED.plan, plan_since = EXCLUDED.plan_since, plan_due = EXCLUDED.plan_due,
      plan_count = EXCLUDED.plan_count, fsl = EXCLUDED.fsl, fsl_since = EXCLUDED.fsl_since,
      fsl_due = EXCLUDED.fsl_due, fsl_amount = EXCLUDED.fsl_amount
    """
  }

  static func surendettements(_ files: Files) -> Query {
    """
    INSERT INTO surendettement (household, proposed_on, filed_on, ruling, ruled_on, measure,
      measured_on, until, reminders)
    SELECT * FROM unnest(
      \(files.map(\.household))::uuid[], \(files.map(\.file.surendettement.proposedOn))::date[],
      \(files.map(\.file.surendettement.filedOn))::date[],
      \(files.map(\.file.surendettement.ruling.rawValue))::text[],
      \(files.map(\.file.surendettement.ruledOn))::date[],
      \(files.map(\.file.surendettement.measure?.rawValue))::text[],
      \(files.map(\.file.surendettement.measuredOn))::date[],
      \(files.map(\.file.surendettement.until))::date[],
      \(files.map(\.file.surendettement.reminders))::integer[])
    ON CONFLICT (household) DO UPDATE SET proposed_on = EXCLUDED.proposed_on,
      filed_on = EXCLUDED.filed_on, ruling = EXCLUDED.ruling, ruled_on = EXCLUDED.ruled_on,
      measure = EXCLUDED.measure, measured_on = EXCLUDED.measured_on, until = EXCLUDED.until,
      reminders = EXCLUDED.reminders
    """
  }

  static func schedules(_ files: Files) -> Query? {
    let rows = files.compactMap { household, file in
      file.schedule.map { (household, schedule: $0) }
    }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO schedule (household, kind, stage, started_on, first, count, total, instalment,
        rent_due, broken_at)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.schedule.kind.rawValue))::text[],
        \(rows.map(\.schedule.stage.rawValue))::text[],
        \(rows.map(\.schedule.startedOn))::date[], \(rows.map(\.schedule.first))::date[],
        \(rows.map(\.schedule.count))::integer[], \(rows.map(\.schedule.total?.value))::bigint[],
        \(rows.map(\.schedule.instalment?.value))::bigint[],
        \(rows.map(\.schedule.rentDue))::date[],
        \(rows.map(\.schedule.brokenAt))::integer[])
      ON CONFLICT (household) DO UPDATE SET kind = EXCLUDED.kind, stage = EXCLUDED.stage,
        started_on = EXCLUDED.started_on, first = EXCLUDED.first, count = EXCLUDED.count,
        total = EXCLUDED.total, instalment = EXCLUDED.instalment, rent_due = EXCLUDED.rent_due,
        broken_at = EXCLUDED.broken_at
      """
  }

  /// A new episode starts without the schedule of the last one.
  static func noSchedules(_ files: Files) -> Query? {
    let households = files.filter { $0.file.schedule == nil }.map(\.household)
    guard !households.isEmpty else { return nil }
    return "DELETE FROM schedule WHERE household = ANY (\(households)::uuid[])"
  }

  static func payments(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in file.payments.map { (household, payment: $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO payment (household, rank, paid_on, amount)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.payment.rank))::integer[],
        \(rows.map(\.payment.on))::date[], \(rows.map(\.payment.amount))::bigint[])
      ON CONFLICT ON CONSTRAINT payment_key DO NOTHING
      """
  }
}
