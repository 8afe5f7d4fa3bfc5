import Contracts
import DebtSettlementDomain
import Messaging
import PostgreSQL
import Vocabulary

/// debt-settlement as the runtime sees it: its rules, and the rows in which it keeps its files.
struct DebtSettlement: HouseholdParticipant {
  let service = ServiceName.debtSettlement
  /// What decides, by the version of the Charte of the day on which a dossier was opened.
  private let rules: ByVersion<DebtSettlementRules>

  init(rules: ByVersion<DebtSettlementRules>) { self.rules = rules }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout SettlementFile?
  ) throws -> Decision {
    try rules[opened].decide(message, about: household, on: day, file: &file)
  }

  func select(_ households: [HouseholdID]) -> [Query] {
    [
      """
      SELECT household, landlord_account, huissier_account, landlord_kind, claim_on, debt, rent,
        charges, aid_signal, aid, aid_since, aid_amount, aid_amount_on, settlement,
        settlement_since, is_urgent, plan, plan_since, plan_due, plan_count, fsl, fsl_since,
        fsl_due, fsl_amount
      FROM dossier WHERE household = ANY (\(households)::uuid[])
      """,
      """
      SELECT household, proposed_on, filed_on, ruling, ruled_on, measure, measured_on, until,
        reminders
      FROM surendettement WHERE household = ANY (\(households)::uuid[])
      """,
      """
      SELECT household, kind, stage, started_on, first, count, total, instalment, rent_due,
        broken_at
      FROM schedule WHERE household = ANY (\(households)::uuid[])
      """,
      """
      SELECT household, rank, paid_on, amount FROM payment
      WHERE household = ANY (\(households)::uuid[]) ORDER BY household, rank, paid_on, amount
      """,
    ] + ReadDetails.select(households)
  }

  func files(from results: [Rows]) throws -> [HouseholdID: SettlementFile] {
    guard results.count == 4 + ReadDetails.count else { throw unreadable("results") }
    var files: [HouseholdID: SettlementFile] = [:]
    for row in results[0] { files[try row.uuid("household")] = try SettlementFile(row) }
    for row in results[1] {
      files[try row.uuid("household")]?.surendettement = try Surendettement(row)
    }
    for row in results[2] { files[try row.uuid("household")]?.schedule = try Schedule(row) }
    for row in results[3] {
      files[try row.uuid("household")]?.payments.append(
        Payment(
          rank: try row.int("rank"), on: try row.day("paid_on"), amount: try row.cents("amount")))
    }
    try ReadDetails.add(Array(results.dropFirst(4)), to: &files)
    return files
  }

  func erase(_ households: [HouseholdID]) -> [Query] {
    ReadDetails.erase(households) + [
      "DELETE FROM payment WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM schedule WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM surendettement WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM dossier WHERE household = ANY(\(households)::uuid[])",
    ]
  }

  func save(_ files: [(household: HouseholdID, file: SettlementFile)]) -> [Query] {
    [SaveSettlement.dossiers(files), SaveSettlement.surendettements(files)]
      + [
        SaveSettlement.schedules(files), SaveSettlement.noSchedules(files),
        SaveSettlement.payments(files), SaveDetails.details(files), SaveDetails.means(files),
        SaveDetails.protocols(files), SaveDetails.paths(files), SaveDetails.schedules(files),
      ].compactMap { $0 }
  }
}

extension SettlementFile {
  fileprivate init(_ row: Row) throws {
    var claim: Claim?
    if let day = try row.dayIfPresent("claim_on") {
      claim = Claim(
        on: day, debt: try row.cents("debt"), rent: try row.cents("rent"),
        charges: try row.cents("charges"))
    }
    self.init(
      creditors: Creditors(
        landlord: try row.textIfPresent("landlord_account"),
        huissier: try row.textIfPresent("huissier_account"),
        kind: try row.nameIfPresent("landlord_kind")),
      claim: claim, aidSignal: try row.dayIfPresent("aid_signal"),
      aid: Aid(
        stage: try row.name("aid"), since: try row.dayIfPresent("aid_since"),
        amount: try row.centsIfPresent("aid_amount"),
        amountOn: try row.dayIfPresent("aid_amount_on")),
      settlement: Settlement(
        stage: try row.name("settlement"), since: try row.dayIfPresent("settlement_since"),
        isUrgent: try row.bool("is_urgent")),
      plan: Demand(
        stage: try row.name("plan"), since: try row.dayIfPresent("plan_since"),
        due: try row.dayIfPresent("plan_due"), count: try row.intIfPresent("plan_count")),
      fsl: Demand(
        stage: try row.name("fsl"), since: try row.dayIfPresent("fsl_since"),
        due: try row.dayIfPresent("fsl_due"), amount: try row.centsIfPresent("fsl_amount")))
  }
}

extension Surendettement {
  fileprivate init(_ row: Row) throws {
    self.init(
      proposedOn: try row.dayIfPresent("proposed_on"), filedOn: try row.dayIfPresent("filed_on"),
      ruling: try row.name("ruling"), ruledOn: try row.dayIfPresent("ruled_on"),
      measure: try row.nameIfPresent("measure"), measuredOn: try row.dayIfPresent("measured_on"),
      until: try row.dayIfPresent("until"), reminders: try row.int("reminders"))
  }
}

extension Schedule {
  fileprivate init(_ row: Row) throws {
    self.init(
      kind: try row.name("kind"), stage: try row.name("stage"),
      startedOn: try row.day("started_on"), first: try row.day("first"),
      count: try row.int("count"), total: try row.centsIfPresent("total"),
      instalment: try row.centsIfPresent("instalment"),
      rentDue: try row.dayIfPresent("rent_due"),
      brokenAt: try row.intIfPresent("broken_at"))
  }
}

extension Row {
  /// A value stored by its name.
  func name<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
    guard let value: Value = try nameIfPresent(column) else { throw unreadable(column) }
    return value
  }

  /// A value stored by its name, or `nil`.
  func nameIfPresent<Value: RawRepresentable<String>>(
    _ column: String
  ) throws -> Value? {
    guard let text = try textIfPresent(column) else { return nil }
    guard let value = Value(rawValue: text) else { throw unreadable(column) }
    return value
  }
}

func unreadable(_ column: String) -> PostgresError {
  PostgresError(
    code: .unexpectedResult, column: column,
    message: "holds a name that this build does not know; run the build that wrote it")
}
