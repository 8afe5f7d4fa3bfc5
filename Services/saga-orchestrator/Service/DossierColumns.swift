import Contracts
import PostgreSQL
import SagaOrchestratorDomain
import Vocabulary

// How a dossier comes back from its columns. Everything that has a name is stored by it.

extension Dossier {
  init(_ row: PostgreSQL.Row) throws {
    self.init(openedOn: try row.day("opened_on"), version: try row.int("version"))
    situation = try Situation(row)
    commune = try row.textIfPresent("commune")
    commission = try row.text("commission")
    landlord = try row.nameIfPresent("landlord")
    if let day = try row.dayIfPresent("closed_on") {
      closure = Closure(on: day, reason: try row.name("closure"))
    }
    days = try KnownDays(row)
    entries = try row.int("entries")
  }
}

extension Situation {
  fileprivate init(_ row: PostgreSQL.Row) throws {
    self.init()
    contact = try row.name("contact_phase")
    debt = try row.name("debt_phase")
    housing = try row.name("housing_phase")
    procedure = try row.name("procedure_phase")
    circumstances = Circumstances(
      try row.text("circumstances").split(separator: " ").map { name in
        guard let circumstance = Circumstance(rawValue: String(name)) else {
          throw unknownName("circumstances")
        }
        return circumstance
      })
  }
}

extension KnownDays {
  fileprivate init(_ row: PostgreSQL.Row) throws {
    self.init()
    noticeUntil = try row.dayIfPresent("notice_until")
    hearing = try row.dayIfPresent("hearing_on")
    judgment = try row.dayIfPresent("judgment_on")
    firstInstalment = try row.dayIfPresent("first_instalment_on")
    instalments = try row.intIfPresent("instalments")
    judgeDelaysUntil = try row.dayIfPresent("judge_delays_until")
    quitUntil = try row.dayIfPresent("quit_until")
    jexUntil = try row.dayIfPresent("jex_until")
    policeAidUntil = try row.dayIfPresent("police_aid_until")
    daloUntil = try row.dayIfPresent("dalo_until")
    truceChange = try row.dayIfPresent("truce_change_on")
    clearedOn = try row.dayIfPresent("cleared_on")
    evictedOn = try row.dayIfPresent("evicted_on")
    lease = try row.dayIfPresent("lease_on")
    noticeDecidedBy = try row.dayIfPresent("notice_decided_by")
    summons = try row.dayIfPresent("summons_on")
    decision = try row.dayIfPresent("decision_on")
    notified = try row.dayIfPresent("notified_on")
    suspensionUntil = try row.dayIfPresent("suspension_until")
    protocolUntil = try row.dayIfPresent("protocol_until")
    clauseUntil = try row.dayIfPresent("clause_until")
  }
}

extension PostgreSQL.Row {
  /// A value stored by its name.
  func name<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let value: Value = try nameIfPresent(column) else { throw unknownName(column) }
    return value
  }

  /// A value stored by its name, or `nil`.
  func nameIfPresent<Value: RawRepresentable<String>>(_ column: String) throws -> Value? {
    guard let text = try textIfPresent(column) else { return nil }
    guard let value = Value(rawValue: text) else { throw unknownName(column) }
    return value
  }
}

/// A column holds a name that this build does not know: a newer release wrote it.
func unknownName(_ column: String) -> PostgresError {
  PostgresError(
    code: .unexpectedResult, column: column,
    message: "holds a name of a newer release: upgrade this service")
}
