import Casework
import Contracts
import Messaging
import SagaOrchestratorDomain
import ServiceHost
import Vocabulary

/// saga-orchestrator to the runtime: what decides, and the tables of its dossiers.
struct SagaOrchestrator: CaseworkParticipant {
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  let rules: ByVersion<SagaRules>
  let tables: HouseholdTables<Dossier>
  /// The version of the rules of the dossier that is decided again; `nil` otherwise.
  private var releasedVersion: Int?

  init(rules: ByVersion<SagaRules>) {
    self.rules = rules
    tables = DossierTables.all { rules[$0.openedOn].calendar }
  }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout Dossier?
  ) throws -> Decision {
    try rules[opened].opening(under: releasedVersion)
      .decide(message, about: household, on: day, file: &file)
  }

  /// A dossier keeps the version of its tables, also where it is decided again.
  func decidingAgain(_ old: Dossier?) -> SagaOrchestrator {
    var service = self
    service.releasedVersion = old?.version
    return service
  }

  func note(
    _ file: inout Dossier?, decidedAgainFrom old: Dossier?, because: String, on day: Day
  ) {
    guard let old else { return }
    file?.noteRevision(of: old, because: because, on: day)
  }
}
