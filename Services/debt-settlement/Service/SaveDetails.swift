import Contracts
import DebtSettlementDomain
import PostgreSQL
import Vocabulary

/// The statements that write, in bulk, what stands beside the file itself.
enum SaveDetails {
  typealias Files = SaveSettlement.Files

  static func details(_ files: Files) -> Query {
    """
    INSERT INTO settlement_detail (household, is_protected, notice_served, notice_due, aid_asked,
      is_third_party, direct_payment, constituted_on, signal_due, sent_to, sent_on, last_resort_on,
      plan_asked, fsl_asked, fsl_pays, judge_on, judge_instalment, first_signal_on, months_unpaid)
    SELECT * FROM unnest(
      \(files.map(\.household))::uuid[], \(files.map(\.file.isProtected))::boolean[],
      \(files.map(\.file.notice?.servedOn))::date[], \(files.map(\.file.notice?.due))::date[],
      \(files.map(\.file.aid.askedOn))::date[],
      \(files.map { $0.file.aid.isThirdParty.map(String.init) })::boolean[],
      \(files.map(\.file.aid.directPayment.rawValue))::text[],
      \(files.map(\.file.aid.constitutedOn))::date[], \(files.map(\.file.aid.signalDue))::date[],
      \(files.map(\.file.aid.sentBack?.to.rawValue))::text[],
      \(files.map(\.file.aid.sentBack?.on))::date[],
      \(files.map(\.file.aid.lastResortOn))::date[], \(files.map(\.file.plan.askedOn))::date[],
      \(files.map(\.file.fsl.askedOn))::date[], \(files.map(\.file.fsl.paysOn))::date[],
      \(files.map(\.file.judgeInstalment?.on))::date[],
      \(files.map(\.file.judgeInstalment?.amount.value))::bigint[],
      \(files.map(\.file.firstSignal?.on))::date[],
      \(files.map(\.file.firstSignal?.months))::integer[])
    ON CONFLICT (household) DO UPDATE SET is_protected = EXCLUDED.is_protected,
      notice_served = EXCLUDED.notice_served, notice_due = EXCLUDED.notice_due,
      aid_asked = EXCLUDED.aid_asked, is_third_party = EXCLUDED.is_third_party,
      direct_payment = EXCLUDED.direct_payment, constituted_on = EXCLUDED.constituted_on,
      signal_due = EXCLUDED.signal_due, sent_to = EXCLUDED.sent_to, sent_on = EXCLUDED.sent_on,
      last_resort_on = EXCLUDED.last_resort_on, plan_asked = EXCLUDED.plan_asked,
      fsl_asked = EXCLUDED.fsl_asked, fsl_pays = EXCLUDED.fsl_pays,
      judge_on = EXCLUDED.judge_on, judge_instalment = EXCLUDED.judge_instalment,
      first_signal_on = EXCLUDED.first_signal_on, months_unpaid = EXCLUDED.months_unpaid
    """
  }

  static func means(_ files: Files) -> Query? {
    let rows = files.compactMap { household, file in file.means.map { (household, means: $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO paying_means (household, as_of, capacity, formula, has_other_debts, is_rent_paid,
        is_without_aid, is_rights_told)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.means.on))::date[],
        \(rows.map(\.means.capacity?.value))::bigint[], \(rows.map(\.means.formula))::text[],
        \(rows.map(\.means.hasOtherDebts))::boolean[],
        \(rows.map(\.means.isRentPaidAgain))::boolean[],
        \(rows.map(\.means.isWithoutAid))::boolean[],
        \(rows.map(\.means.areRightsTold))::boolean[])
      ON CONFLICT (household) DO UPDATE SET as_of = EXCLUDED.as_of, capacity = EXCLUDED.capacity,
        formula = EXCLUDED.formula, has_other_debts = EXCLUDED.has_other_debts,
        is_rent_paid = EXCLUDED.is_rent_paid, is_without_aid = EXCLUDED.is_without_aid,
        is_rights_told = EXCLUDED.is_rights_told
      """
  }

  static func protocols(_ files: Files) -> Query? {
    let rows = files.compactMap { household, file in file.cohesion.map { (household, it: $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO cohesion_protocol (household, stage, signed_on, ends_on, is_amended)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.it.stage.rawValue))::text[],
        \(rows.map(\.it.signedOn))::date[], \(rows.map(\.it.end))::date[],
        \(rows.map(\.it.isAmended))::boolean[])
      ON CONFLICT (household) DO UPDATE SET stage = EXCLUDED.stage, signed_on = EXCLUDED.signed_on,
        ends_on = EXCLUDED.ends_on, is_amended = EXCLUDED.is_amended
      """
  }

  static func paths(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in file.paths.map { (household, it: $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO path_record (household, path, asked_on, is_urgent, outcome, ended_on, amount,
        is_within_notice)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.it.path.rawValue))::text[],
        \(rows.map(\.it.askedOn))::date[], \(rows.map(\.it.isUrgent))::boolean[],
        \(rows.map(\.it.outcome.rawValue))::text[], \(rows.map(\.it.endedOn))::date[],
        \(rows.map(\.it.amount?.value))::bigint[],
        \(rows.map { $0.it.isWithinNotice.map(String.init) })::boolean[])
      ON CONFLICT ON CONSTRAINT path_record_key DO UPDATE SET is_urgent = EXCLUDED.is_urgent,
        outcome = EXCLUDED.outcome, ended_on = EXCLUDED.ended_on, amount = EXCLUDED.amount,
        is_within_notice = EXCLUDED.is_within_notice
      """
  }

  static func schedules(_ files: Files) -> Query? {
    let rows = files.flatMap { household, file in file.schedules.map { (household, it: $0) } }
    guard !rows.isEmpty else { return nil }
    return """
      INSERT INTO schedule_record (household, kind, started_on, count, stage, broken_at, since)
      SELECT * FROM unnest(
        \(rows.map(\.0))::uuid[], \(rows.map(\.it.kind.rawValue))::text[],
        \(rows.map(\.it.startedOn))::date[], \(rows.map(\.it.count))::integer[],
        \(rows.map(\.it.stage.rawValue))::text[], \(rows.map(\.it.brokenAt))::integer[],
        \(rows.map(\.it.since))::date[])
      ON CONFLICT ON CONSTRAINT schedule_record_key DO UPDATE SET count = EXCLUDED.count,
        stage = EXCLUDED.stage, broken_at = EXCLUDED.broken_at, since = EXCLUDED.since
      """
  }
}
