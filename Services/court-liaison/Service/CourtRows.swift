import Contracts
import CourtLiaisonDomain
import PostgreSQL
import Vocabulary

/// The files of a batch as the rows of four tables, written in bulk.
struct CourtRows {
  let files: [(household: HouseholdID, file: CourtFile)]
  let acts: [(household: HouseholdID, entry: Int, act: Act)]
  let hearings: [(household: HouseholdID, hearing: Hearing)]
  let postMortems: [(household: HouseholdID, entry: Int, card: PostMortem)]

  init(_ files: [(household: HouseholdID, file: CourtFile)]) {
    self.files = files
    acts = files.flatMap { household, file in
      file.acts.enumerated().map { (household, $0.offset + 1, $0.element) }
    }
    hearings = files.flatMap { household, file in file.hearings.map { (household, $0) } }
    postMortems = files.flatMap { household, file in
      file.postMortems.enumerated().map { (household, $0.offset + 1, $0.element) }
    }
  }

  func saveFiles() -> Query {
    """
    INSERT INTO court_file (household, landlord, huissier, bailleur, notice_on, lease_on, seized_on,
      closed_on)
    SELECT * FROM unnest(\(files.map(\.household))::uuid[],
      \(files.map(\.file.landlord?.rawValue))::text[], \(files.map(\.file.huissier))::text[],
      \(files.map(\.file.bailleur))::text[], \(files.map(\.file.noticeServedOn))::date[],
      \(files.map(\.file.leaseOn))::date[], \(files.map(\.file.seizedOn))::date[],
      \(files.map(\.file.closedOn))::date[])
    ON CONFLICT (household) DO UPDATE SET landlord = excluded.landlord,
      huissier = excluded.huissier, bailleur = excluded.bailleur, notice_on = excluded.notice_on,
      lease_on = excluded.lease_on, seized_on = excluded.seized_on, closed_on = excluded.closed_on
    WHERE (court_file.landlord, court_file.huissier, court_file.bailleur, court_file.notice_on,
        court_file.lease_on, court_file.seized_on, court_file.closed_on)
      IS DISTINCT FROM (excluded.landlord, excluded.huissier, excluded.bailleur, excluded.notice_on,
        excluded.lease_on, excluded.seized_on, excluded.closed_on)
    """
  }

  func saveActs() -> Query {
    let columns = acts.map(\.act.content.columns)
    return """
      INSERT INTO act (household, entry, kind, act_on, received_on, sender, standing,
        irregularity_told, outcome, prefect_told_on, hearing_on, ruling_expected_on, instalments,
        first_instalment_on, delays_end_on)
      SELECT * FROM unnest(\(acts.map(\.household))::uuid[], \(acts.map(\.entry))::integer[],
        \(acts.map(\.act.content.kind.rawValue))::text[], \(acts.map(\.act.date))::date[],
        \(acts.map(\.act.receivedOn))::date[], \(acts.map(\.act.sender))::text[],
        \(acts.map(\.act.standing.rawValue))::text[],
        \(acts.map(\.act.isIrregularityTold))::boolean[], \(columns.map(\.outcome))::text[],
        \(columns.map(\.prefectToldOn))::date[], \(columns.map(\.hearingOn))::date[],
        \(columns.map(\.rulingExpectedOn))::date[], \(columns.map(\.instalments))::integer[],
        \(columns.map(\.firstInstalmentOn))::date[], \(columns.map(\.delaysEndOn))::date[])
      ON CONFLICT (household, entry) DO UPDATE SET irregularity_told = excluded.irregularity_told,
        outcome = excluded.outcome, prefect_told_on = excluded.prefect_told_on,
        hearing_on = excluded.hearing_on, ruling_expected_on = excluded.ruling_expected_on,
        instalments = excluded.instalments, first_instalment_on = excluded.first_instalment_on,
        delays_end_on = excluded.delays_end_on
      WHERE (act.irregularity_told, act.outcome, act.prefect_told_on, act.hearing_on,
          act.ruling_expected_on, act.instalments, act.first_instalment_on, act.delays_end_on)
        IS DISTINCT FROM (excluded.irregularity_told, excluded.outcome, excluded.prefect_told_on,
          excluded.hearing_on, excluded.ruling_expected_on, excluded.instalments,
          excluded.first_instalment_on, excluded.delays_end_on)
      """
  }

  /// Hearings that a corrected act has moved elsewhere.
  func dropHearings() -> Query {
    """
    DELETE FROM hearing WHERE household = ANY(\(files.map(\.household))::uuid[])
      AND (household, hearing_on) NOT IN (
        SELECT * FROM unnest(\(hearings.map(\.household))::uuid[],
          \(hearings.map(\.hearing.day))::date[]))
    """
  }

  func saveHearings() -> Query {
    """
    INSERT INTO hearing (household, hearing_on, state)
    SELECT * FROM unnest(\(hearings.map(\.household))::uuid[],
      \(hearings.map(\.hearing.day))::date[], \(hearings.map(\.hearing.state.column))::text[])
    ON CONFLICT (household, hearing_on) DO UPDATE SET state = excluded.state
    WHERE hearing.state IS DISTINCT FROM excluded.state
    """
  }

  /// Cards are written once and never change.
  func savePostMortems() -> Query {
    """
    INSERT INTO post_mortem (household, entry, recorded_on, evicted_on, reason, summoned_on, ruled_on,
      quit_order_on, police_aid_on, tenant_heard)
    SELECT * FROM unnest(\(postMortems.map(\.household))::uuid[],
      \(postMortems.map(\.entry))::integer[], \(postMortems.map(\.card.recordedOn))::date[],
      \(postMortems.map(\.card.evictedOn))::date[], \(postMortems.map(\.card.reason))::text[],
      \(postMortems.map(\.card.summonedOn))::date[], \(postMortems.map(\.card.ruledOn))::date[],
      \(postMortems.map(\.card.quitOrderOn))::date[],
      \(postMortems.map(\.card.policeAidOn))::date[],
      \(postMortems.map { $0.card.isTenantHeard.map { $0 ? "present" : "absent" } })::text[])
    ON CONFLICT (household, entry) DO NOTHING
    """
  }
}
