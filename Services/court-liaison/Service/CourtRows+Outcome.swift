import Contracts
import CourtLiaisonDomain
import PostgreSQL
import Vocabulary

// What the procedure leaves behind: steps, liability of the State, cards.

extension CourtRows {
  /// Steps only ever move to an earlier day.
  func saveSteps() -> Query {
    """
    INSERT INTO court_step (household, step, step_on)
    SELECT * FROM unnest(\(steps.map(\.household))::uuid[],
      \(steps.map(\.step.order.rawValue))::text[], \(steps.map(\.step.day))::date[])
    ON CONFLICT (household, step) DO UPDATE SET step_on = excluded.step_on
    WHERE court_step.step_on <> excluded.step_on
    """
  }

  /// Periods that an act has made void.
  func dropLiabilities() -> Query {
    """
    DELETE FROM liability WHERE household = ANY(\(files.map(\.household))::uuid[])
      AND (household, entry) NOT IN (
        SELECT * FROM unnest(\(liabilities.map(\.household))::uuid[],
          \(liabilities.map(\.entry))::integer[]))
    """
  }

  func saveLiabilities() -> Query {
    """
    INSERT INTO liability (household, entry, refused_on, cause, regime, starts_on, ends_on, ending,
      suspended)
    SELECT * FROM unnest(\(liabilities.map(\.household))::uuid[],
      \(liabilities.map(\.entry))::integer[], \(liabilities.map(\.period.refusedOn))::date[],
      \(liabilities.map(\.period.cause.rawValue))::text[],
      \(liabilities.map(\.period.regime.rawValue))::text[],
      \(liabilities.map(\.period.startsOn))::date[], \(liabilities.map(\.period.endsOn))::date[],
      \(liabilities.map(\.period.ending?.rawValue))::text[],
      \(liabilities.map(\.period.suspendedColumn))::text[])
    ON CONFLICT (household, entry) DO UPDATE SET refused_on = excluded.refused_on,
      cause = excluded.cause, regime = excluded.regime, starts_on = excluded.starts_on,
      ends_on = excluded.ends_on, ending = excluded.ending, suspended = excluded.suspended
    WHERE (liability.refused_on, liability.cause, liability.regime, liability.starts_on,
        liability.ends_on, liability.ending, liability.suspended)
      IS DISTINCT FROM (excluded.refused_on, excluded.cause, excluded.regime, excluded.starts_on,
        excluded.ends_on, excluded.ending, excluded.suspended)
    """
  }

  /// Cards are written once and never change.
  func savePostMortems() -> Query {
    let stages = postMortems.map(\.card.stages)
    return """
      INSERT INTO post_mortem (household, entry, recorded_on, evicted_on, reason, notice_on,
        seized_on, summoned_on, informed_on, court_told_on, ruled_on, quit_order_on,
        time_asked_on, police_aid_requested_on, police_aid_on, dalo_told_on, review_asked_on,
        tenant_heard)
      SELECT * FROM unnest(\(postMortems.map(\.household))::uuid[],
        \(postMortems.map(\.entry))::integer[], \(postMortems.map(\.card.recordedOn))::date[],
        \(postMortems.map(\.card.evictedOn))::date[], \(postMortems.map(\.card.reason))::text[],
        \(stages.map(\.noticeOn))::date[], \(stages.map(\.seizedOn))::date[],
        \(stages.map(\.summonedOn))::date[], \(stages.map(\.informedOn))::date[],
        \(stages.map(\.courtToldOn))::date[], \(stages.map(\.ruledOn))::date[],
        \(stages.map(\.quitOrderOn))::date[], \(stages.map(\.timeAskedOn))::date[],
        \(stages.map(\.policeAidRequestedOn))::date[], \(stages.map(\.policeAidOn))::date[],
        \(stages.map(\.daloToldOn))::date[], \(stages.map(\.reviewAskedOn))::date[],
        \(postMortems.map { $0.card.isTenantHeard.map { $0 ? "present" : "absent" } })::text[])
      ON CONFLICT (household, entry) DO NOTHING
      """
  }
}
