import Casework
import Contracts
import CourtLiaisonDomain
import DebtSettlementDomain
import LegalCalendar
import Messaging
import PostgreSQL
import RehousingDomain
import SagaOrchestratorDomain
import SocialDiagnosisDomain
import Vocabulary

// The five household services without their tables: what decides, and nothing else.

/// What a service decides, as a function.
typealias Rules<File> = @Sendable (Message, HouseholdID, Day, inout File?) throws -> Decision

/// A service whose rows are nowhere.
struct PureService<File: Sendable & Equatable>: HouseholdParticipant {
  let service: ServiceName
  let rules: Rules<File>

  var tables: HouseholdTables<File> { HouseholdTables() }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout File?
  ) throws -> Decision { try rules(message, household, day, &file) }
}

extension World {
  /// The services of a département without local holidays.
  static func services() -> [any Drawer] {
    let calendar = LegalCalendar.metropole
    let saga = SagaRules(calendar: calendar)
    let diagnosis = SocialDiagnosisRules(calendar: calendar)
    let debt = DebtSettlementRules(calendar: calendar)
    let rehousing = RehousingRules(calendar: calendar)
    let court = CourtRules(calendar: calendar)
    return [
      ServiceDrawer<Dossier>(.sagaOrchestrator) { message, household, day, file in
        let decision = try saga.decide(message, about: household, on: day, file: &file)
        // Lines go to the timeline's table, and are not read back; how many there are tells of the
        // way, not of where it leads.
        file?.newLines = []
        file?.entries = 0
        return decision
      },
      ServiceDrawer<DiagnosisFile>(.socialDiagnosis) {
        try diagnosis.decide($0, about: $1, on: $2, file: &$3)
      },
      ServiceDrawer<SettlementFile>(.debtSettlement) {
        try debt.decide($0, about: $1, on: $2, file: &$3)
      },
      ServiceDrawer<RehousingFile>(.rehousing) {
        try rehousing.decide($0, about: $1, on: $2, file: &$3)
      },
      ServiceDrawer<CourtFile>(.courtLiaison) {
        try court.decide($0, about: $1, on: $2, file: &$3)
      },
    ]
  }
}
