import Contracts
import Messaging
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

/// saga-orchestrator to the runtime: its rows, and the domain that decides on them.
struct SagaOrchestrator: HouseholdParticipant {
  let service = ServiceName.sagaOrchestrator
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  private let rules: ByVersion<SagaRules>

  init(rules: ByVersion<SagaRules>) { self.rules = rules }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout Dossier?
  ) throws -> Decision {
    try rules[opened].decide(message, about: household, on: day, file: &file)
  }

  /// The timeline is not read: it is only written.
  func select(_ households: [HouseholdID]) -> [Query] {
    [
      """
      SELECT household, version, contact_phase, debt_phase, housing_phase, procedure_phase,
        array_to_string(circumstances, ' ') AS circumstances, opened_on, commune, commission,
        landlord, closed_on, closure, notice_until, hearing_on, judgment_on, first_instalment_on,
        instalments, judge_delays_until, quit_until, jex_until, police_aid_until, dalo_until,
        truce_change_on, cleared_on, evicted_on, lease_on, notice_decided_by, summons_on,
        decision_on, notified_on, suspension_until, protocol_until, clause_until, entries
      FROM dossier WHERE household = ANY(\(households)::uuid[])
      """,
      """
      SELECT household, track, trigger, due, rule, rule_version FROM awaited_step
      WHERE household = ANY(\(households)::uuid[])
      """,
      """
      SELECT household, circumstance, since, through FROM protection_period
      WHERE household = ANY(\(households)::uuid[])
      """,
      """
      SELECT household, reason, track, opened_on, closed_on FROM review
      WHERE household = ANY(\(households)::uuid[])
      """,
      "SELECT household, what, on_day FROM indicator_fact WHERE household = ANY(\(households)::uuid[])",
    ]
  }

  func files(from results: [Rows]) throws -> [HouseholdID: Dossier] {
    guard results.count == 5 else { throw unknownName("results") }
    var files: [HouseholdID: Dossier] = [:]
    for row in results[0] { files[try row.uuid("household")] = try Dossier(row) }
    for row in results[1] {
      files[try row.uuid("household")]?.steps[try row.name("track")] = AwaitedStep(
        trigger: try row.name("trigger"), due: try row.day("due"),
        rule: RuleVersion(rule: try row.text("rule"), version: try row.text("rule_version")))
    }
    for row in results[2] {
      files[try row.uuid("household")]?.periods[try row.name("circumstance")] = Period(
        since: try row.day("since"), through: try row.dayIfPresent("through"))
    }
    for row in results[3] {
      files[try row.uuid("household")]?.reviews[try row.name("reason")] = Review(
        track: try row.name("track"), openedOn: try row.day("opened_on"),
        closedOn: try row.dayIfPresent("closed_on"))
    }
    for row in results[4] {
      files[try row.uuid("household")]?.facts.insert(
        IndicatorFact(try row.name("what"), on: try row.day("on_day")))
    }
    return files
  }

  /// The revisions stay: they say what was believed before.
  func erase(_ households: [HouseholdID]) -> [Query] {
    ["DELETE FROM dossier WHERE household = ANY(\(households)::uuid[])"]
  }

  func note(
    _ file: inout Dossier?, decidedAgainFrom old: Dossier?, because: String, on day: Day
  ) {
    guard let old else { return }
    file?.noteRevision(of: old, because: because, on: day)
  }

  func save(_ files: [(household: HouseholdID, file: Dossier)]) -> [Query] {
    [
      SaveDossiers.dossiers(files), SaveDossiers.days(files), SaveDossiers.decisiveDays(files),
      SaveDossiers.leftSteps(files),
    ]
      + [
        SaveDossiers.steps(files), SaveDossiers.periods(files), SaveDossiers.reviews(files),
        SaveDossiers.timeline(files), SaveDossiers.revisions(files),
      ].compactMap { $0 } + SaveIndicators.queries(files) { rules[$0.openedOn].calendar }
  }
}
