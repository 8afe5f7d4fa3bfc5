import Contracts
import SocialDiagnosisDomain
import Messaging
import ServiceHost
import Vocabulary

/// social-diagnosis to the runtime: what decides, and the tables of its files.
struct SocialDiagnosis: CaseworkParticipant {
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  let rules: ByVersion<SocialDiagnosisRules>
  let tables = DiagnosisTables.all
}
