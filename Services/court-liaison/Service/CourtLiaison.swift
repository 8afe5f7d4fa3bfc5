import Contracts
import CourtLiaisonDomain
import Messaging
import ServiceHost
import Vocabulary

/// court-liaison to the runtime: what decides, and the tables of its files.
struct CourtLiaison: CaseworkParticipant {
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  let rules: ByVersion<CourtRules>
  let tables = CourtTables.all
}
