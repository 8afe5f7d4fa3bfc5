import Contracts
import CourtLiaisonDomain
import Messaging
import PostgreSQL
import Vocabulary

/// Court-liaison to the runtime: its rows, and the domain that decides on them.
struct CourtLiaison: HouseholdParticipant {
  let service = ServiceName.courtLiaison
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  private let rules: ByVersion<CourtRules>

  init(rules: ByVersion<CourtRules>) { self.rules = rules }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout CourtFile?
  ) throws -> Decision {
    try rules[opened].decide(message, about: household, on: day, file: &file)
  }

  /// Hearings are not read: they follow from the acts.
  func select(_ households: [HouseholdID]) -> [Query] {
    [
      """
      SELECT household, landlord, huissier, bailleur, notice_on, lease_on, notice_delay,
        monthly_cents, has_guardian, seized_on, closed_on, unused_grant_on
      FROM court_file WHERE household = ANY(\(households)::uuid[])
      """,
      """
      SELECT household, kind, act_on, received_on, sender, standing, irregularities, outcome,
        prefect_told_on, hearing_on, ruling_expected_on, instalments, first_instalment_on,
        delays_end_on, filed_on, effective_on, reason, amount, findings
      FROM act WHERE household = ANY(\(households)::uuid[]) ORDER BY household, entry
      """,
      """
      SELECT household, step, step_on
      FROM court_step WHERE household = ANY(\(households)::uuid[]) ORDER BY household, step
      """,
      """
      SELECT household, refused_on, cause, regime, starts_on, ends_on, ending, suspended
      FROM liability WHERE household = ANY(\(households)::uuid[]) ORDER BY household, entry
      """,
      """
      SELECT household, recorded_on, evicted_on, reason, notice_on, seized_on, summoned_on,
        informed_on, court_told_on, ruled_on, quit_order_on, time_asked_on,
        police_aid_requested_on, police_aid_on, dalo_told_on, review_asked_on, tenant_heard
      FROM post_mortem WHERE household = ANY(\(households)::uuid[]) ORDER BY household, entry
      """,
    ]
  }

  func files(from results: [Rows]) throws -> [HouseholdID: CourtFile] {
    var files: [HouseholdID: CourtFile] = [:]
    guard results.count == 5 else { return files }
    for row in results[0] { files[try row.uuid("household")] = try CourtFile(row) }
    for row in results[1] { files[try row.uuid("household")]?.acts.append(try Act(row)) }
    for row in results[2] { files[try row.uuid("household")]?.steps.append(try CourtStep(row)) }
    for row in results[3] {
      files[try row.uuid("household")]?.liabilities.append(try Liability(row))
    }
    for row in results[4] {
      files[try row.uuid("household")]?.postMortems.append(try PostMortem(row))
    }
    return files
  }

  func erase(_ households: [HouseholdID]) -> [Query] {
    ["DELETE FROM court_file WHERE household = ANY(\(households)::uuid[])"]
  }

  func save(_ files: [(household: HouseholdID, file: CourtFile)]) -> [Query] {
    let rows = CourtRows(files)
    var queries = [rows.saveFiles()]
    if !rows.acts.isEmpty { queries += [rows.saveActs(), rows.dropHearings()] }
    if !rows.hearings.isEmpty { queries.append(rows.saveHearings()) }
    if !rows.steps.isEmpty { queries.append(rows.saveSteps()) }
    queries.append(rows.dropLiabilities())
    if !rows.liabilities.isEmpty { queries.append(rows.saveLiabilities()) }
    if !rows.postMortems.isEmpty { queries.append(rows.savePostMortems()) }
    return queries
  }
}
