import Contracts
import CourtLiaisonDomain
import PostgreSQL
import Vocabulary

/// The files of a batch as the rows of six tables, written in bulk.
struct CourtRows {
  let files: [(household: HouseholdID, file: CourtFile)]
  let acts: [(household: HouseholdID, entry: Int, act: Act)]
  let hearings: [(household: HouseholdID, hearing: Hearing)]
  let steps: [(household: HouseholdID, step: CourtStep)]
  let liabilities: [(household: HouseholdID, entry: Int, period: Liability)]
  let postMortems: [(household: HouseholdID, entry: Int, card: PostMortem)]

  init(_ files: [(household: HouseholdID, file: CourtFile)]) {
    self.files = files
    acts = files.flatMap { household, file in
      file.acts.enumerated().map { (household, $0.offset + 1, $0.element) }
    }
    hearings = files.flatMap { household, file in file.hearings.map { (household, $0) } }
    steps = files.flatMap { household, file in file.steps.map { (household, $0) } }
    liabilities = files.flatMap { household, file in
      file.liabilities.enumerated().map { (household, $0.offset + 1, $0.element) }
    }
    postMortems = files.flatMap { household, file in
      file.postMortems.enumerated().map { (household, $0.offset + 1, $0.element) }
    }
  }

  func saveFiles() -> Query {
    """
    INSERT INTO court_file (household, landlord, huissier, bailleur, notice_on, lease_on,
      notice_delay, monthly_cents, has_guardian, seized_on, closed_on, unused_grant_on)
    SELECT * FROM unnest(\(files.map(\.household))::uuid[],
      \(files.map(\.file.landlord?.rawValue))::text[], \(files.map(\.file.huissier))::text[],
      \(files.map(\.file.bailleur))::text[], \(files.map(\.file.noticeServedOn))::date[],
      \(files.map(\.file.leaseOn))::date[], \(files.map(\.file.noticeDelay?.rawValue))::text[],
      \(files.map(\.file.monthly?.value))::bigint[], \(files.map(\.file.hasGuardian))::boolean[],
      \(files.map(\.file.seizedOn))::date[], \(files.map(\.file.closedOn))::date[],
      \(files.map(\.file.unusedGrantOn))::date[])
    ON CONFLICT (household) DO UPDATE SET landlord = excluded.landlord,
      huissier = excluded.huissier, bailleur = excluded.bailleur, notice_on = excluded.notice_on,
      lease_on = excluded.lease_on, notice_delay = excluded.notice_delay,
      monthly_cents = excluded.monthly_cents, has_guardian = excluded.has_guardian,
      seized_on = excluded.seized_on, closed_on = excluded.closed_on,
      unused_grant_on = excluded.unused_grant_on
    WHERE (court_file.landlord, court_file.huissier, court_file.bailleur, court_file.notice_on,
        court_file.lease_on, court_file.notice_delay, court_file.monthly_cents,
        court_file.has_guardian, court_file.seized_on, court_file.closed_on,
        court_file.unused_grant_on)
      IS DISTINCT FROM (excluded.landlord, excluded.huissier, excluded.bailleur, excluded.notice_on,
        excluded.lease_on, excluded.notice_delay, excluded.monthly_cents, excluded.has_guardian,
        excluded.seized_on, excluded.closed_on, excluded.unused_grant_on)
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
}
