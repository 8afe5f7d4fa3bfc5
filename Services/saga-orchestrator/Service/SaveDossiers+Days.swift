import Contracts
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

extension SaveDossiers {
  /// The days that acts gave: few messages bring one.
  static func days(_ files: Files) -> Query {
    let days = files.map(\.file.days)
    return """
      UPDATE dossier SET notice_until = new.notice_until, hearing_on = new.hearing_on,
        judgment_on = new.judgment_on, first_instalment_on = new.first_instalment_on,
        instalments = new.instalments, judge_delays_until = new.judge_delays_until,
        quit_until = new.quit_until, jex_until = new.jex_until,
        police_aid_until = new.police_aid_until, dalo_until = new.dalo_until,
        truce_change_on = new.truce_change_on, cleared_on = new.cleared_on,
        evicted_on = new.evicted_on
      FROM unnest(\(files.map(\.household))::uuid[],
        \(days.map(\.noticeUntil))::date[], \(days.map(\.hearing))::date[],
        \(days.map(\.judgment))::date[], \(days.map(\.firstInstalment))::date[],
        \(days.map(\.instalments))::integer[], \(days.map(\.judgeDelaysUntil))::date[],
        \(days.map(\.quitUntil))::date[], \(days.map(\.jexUntil))::date[],
        \(days.map(\.policeAidUntil))::date[], \(days.map(\.daloUntil))::date[],
        \(days.map(\.truceChange))::date[], \(days.map(\.clearedOn))::date[],
        \(days.map(\.evictedOn))::date[])
        AS new (household, notice_until, hearing_on, judgment_on, first_instalment_on, instalments,
          judge_delays_until, quit_until, jex_until, police_aid_until, dalo_until,
          truce_change_on, cleared_on, evicted_on)
      WHERE dossier.household = new.household
        AND (dossier.notice_until, dossier.hearing_on, dossier.judgment_on,
          dossier.first_instalment_on, dossier.instalments, dossier.judge_delays_until,
          dossier.quit_until, dossier.jex_until, dossier.police_aid_until, dossier.dalo_until,
          dossier.truce_change_on, dossier.cleared_on, dossier.evicted_on)
        IS DISTINCT FROM (new.notice_until, new.hearing_on, new.judgment_on, new.first_instalment_on,
          new.instalments, new.judge_delays_until, new.quit_until, new.jex_until,
          new.police_aid_until, new.dalo_until, new.truce_change_on, new.cleared_on,
          new.evicted_on)
      """
  }

  /// The days that select the version of a rule, and the ends of the protections that few have.
  static func decisiveDays(_ files: Files) -> Query {
    let days = files.map(\.file.days)
    return """
      UPDATE dossier SET lease_on = new.lease_on, notice_decided_by = new.notice_decided_by,
        summons_on = new.summons_on, decision_on = new.decision_on,
        notified_on = new.notified_on, suspension_until = new.suspension_until,
        protocol_until = new.protocol_until, clause_until = new.clause_until
      FROM unnest(\(files.map(\.household))::uuid[],
        \(days.map(\.lease))::date[], \(days.map(\.noticeDecidedBy))::date[],
        \(days.map(\.summons))::date[], \(days.map(\.decision))::date[],
        \(days.map(\.notified))::date[], \(days.map(\.suspensionUntil))::date[],
        \(days.map(\.protocolUntil))::date[], \(days.map(\.clauseUntil))::date[])
        AS new (household, lease_on, notice_decided_by, summons_on, decision_on, notified_on, suspension_until,
          protocol_until, clause_until)
      WHERE dossier.household = new.household
        AND (dossier.lease_on, dossier.notice_decided_by, dossier.summons_on, dossier.decision_on,
          dossier.notified_on, dossier.suspension_until, dossier.protocol_until,
          dossier.clause_until)
        IS DISTINCT FROM (new.lease_on, new.notice_decided_by, new.summons_on, new.decision_on, new.notified_on,
          new.suspension_until, new.protocol_until, new.clause_until)
      """
  }
}
