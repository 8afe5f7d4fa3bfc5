import Contracts
import RehousingDomain
import Messaging
import ServiceHost
import Vocabulary

/// rehousing to the runtime: what decides, and the tables of its files.
struct Rehousing: CaseworkParticipant {
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  let rules: ByVersion<RehousingRules>
  let tables = RehousingTables.all
}
