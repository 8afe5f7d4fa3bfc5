import Contracts
import DebtSettlementDomain
import PostgreSQL
import Vocabulary

/// The queries that read what stands beside the file itself, in the order in which they are added.
enum ReadDetails {
  /// The number of queries.
  static let count = 5

  static func select(_ households: [HouseholdID]) -> [Query] {
    [
      """
      SELECT household, is_protected, notice_served, notice_due, aid_asked, is_third_party,
        direct_payment, constituted_on, signal_due, sent_to, sent_on, last_resort_on, plan_asked,
        fsl_asked, fsl_pays, judge_on, judge_instalment, first_signal_on, months_unpaid
      FROM settlement_detail WHERE household = ANY (\(households)::uuid[])
      """,
      """
      SELECT household, as_of, capacity, formula, has_other_debts, is_rent_paid, is_without_aid,
        is_rights_told
      FROM paying_means WHERE household = ANY (\(households)::uuid[])
      """,
      """
      SELECT household, stage, signed_on, ends_on, is_amended
      FROM cohesion_protocol WHERE household = ANY (\(households)::uuid[])
      """,
      """
      SELECT household, path, asked_on, is_urgent, outcome, ended_on, amount, is_within_notice
      FROM path_record WHERE household = ANY (\(households)::uuid[])
      ORDER BY household, asked_on, path
      """,
      """
      SELECT household, kind, started_on, count, stage, broken_at, since
      FROM schedule_record WHERE household = ANY (\(households)::uuid[])
      ORDER BY household, started_on, kind
      """,
    ]
  }

  static func erase(_ households: [HouseholdID]) -> [Query] {
    [
      "DELETE FROM settlement_detail WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM paying_means WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM cohesion_protocol WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM path_record WHERE household = ANY(\(households)::uuid[])",
      "DELETE FROM schedule_record WHERE household = ANY(\(households)::uuid[])",
    ]
  }

  /// - Throws: `PostgresError` when a row is not what the service wrote.
  static func add(_ results: [Rows], to files: inout [HouseholdID: SettlementFile]) throws {
    guard results.count == count else { throw unreadable("results") }
    for row in results[0] { try files[try row.uuid("household")]?.learn(row) }
    for row in results[1] { files[try row.uuid("household")]?.means = try PayingMeans(row) }
    for row in results[2] { files[try row.uuid("household")]?.cohesion = try CohesionProtocol(row) }
    for row in results[3] { files[try row.uuid("household")]?.paths.append(try PathRecord(row)) }
    for row in results[4] {
      files[try row.uuid("household")]?.schedules.append(try ScheduleRecord(row))
    }
  }
}

extension SettlementFile {
  fileprivate mutating func learn(_ row: Row) throws {
    isProtected = try row.bool("is_protected")
    if let served = try row.dayIfPresent("notice_served") {
      notice = NoticeRun(servedOn: served, due: try row.day("notice_due"))
    }
    if let day = try row.dayIfPresent("first_signal_on") {
      firstSignal = FirstSignal(on: day, months: try row.int("months_unpaid"))
    }
    aid.askedOn = try row.dayIfPresent("aid_asked")
    aid.isThirdParty = try row.boolIfPresent("is_third_party")
    aid.directPayment = try row.name("direct_payment")
    aid.constitutedOn = try row.dayIfPresent("constituted_on")
    aid.signalDue = try row.dayIfPresent("signal_due")
    if let recipient: SentBack.Recipient = try row.nameIfPresent("sent_to") {
      aid.sentBack = SentBack(to: recipient, on: try row.day("sent_on"))
    }
    aid.lastResortOn = try row.dayIfPresent("last_resort_on")
    plan.askedOn = try row.dayIfPresent("plan_asked")
    fsl.askedOn = try row.dayIfPresent("fsl_asked")
    fsl.paysOn = try row.dayIfPresent("fsl_pays")
    if let day = try row.dayIfPresent("judge_on") {
      judgeInstalment = JudgeInstalment(on: day, amount: try row.cents("judge_instalment"))
    }
  }
}

extension PayingMeans {
  fileprivate init(_ row: Row) throws {
    self.init(
      on: try row.day("as_of"), capacity: try row.centsIfPresent("capacity"),
      formula: try row.text("formula"), hasOtherDebts: try row.bool("has_other_debts"),
      isRentPaidAgain: try row.bool("is_rent_paid"),
      isWithoutAid: try row.bool("is_without_aid"), areRightsTold: try row.bool("is_rights_told"))
  }
}

extension CohesionProtocol {
  fileprivate init(_ row: Row) throws {
    self.init(
      stage: try row.name("stage"), signedOn: try row.day("signed_on"),
      end: try row.day("ends_on"), isAmended: try row.bool("is_amended"))
  }
}

extension PathRecord {
  fileprivate init(_ row: Row) throws {
    self.init(
      path: try row.name("path"), askedOn: try row.day("asked_on"),
      isUrgent: try row.bool("is_urgent"), outcome: try row.name("outcome"),
      endedOn: try row.dayIfPresent("ended_on"), amount: try row.centsIfPresent("amount"),
      isWithinNotice: try row.boolIfPresent("is_within_notice"))
  }
}

extension ScheduleRecord {
  fileprivate init(_ row: Row) throws {
    self.init(
      kind: try row.name("kind"), startedOn: try row.day("started_on"),
      count: try row.int("count"), stage: try row.name("stage"),
      brokenAt: try row.intIfPresent("broken_at"), since: try row.day("since"))
  }
}
