import Contracts
import DebtSettlementDomain
import Messaging
import ServiceHost
import Vocabulary

/// debt-settlement to the runtime: what decides, and the tables of its files.
struct DebtSettlement: CaseworkParticipant {
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  let rules: ByVersion<DebtSettlementRules>
  let tables = SettlementTables.all
}
