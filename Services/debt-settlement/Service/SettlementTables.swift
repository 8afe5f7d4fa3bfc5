import Contracts
import DebtSettlementDomain
import Messaging
import PostgreSQL
import Vocabulary

/// The tables in which debt-settlement keeps its files.
enum SettlementTables {
  static let all = HouseholdTables<SettlementFile>(
    .file(dossier), .part(surendettement, \.surendettement), .optional(schedule, \.schedule),
    .list(payment, \.payments), .list(rent, \.rents), .more(detail), .optional(means, \.means),
    .optional(cohesion, \.cohesion), .list(path, \.paths), .list(scheduleRecord, \.schedules))

  /// Why their columns of text are not sealed: days, amounts and words say nothing of who it is.
  static let plain: [String: [PlainText: [String]]] = [
    "dossier": [
      .account: ["landlord_account", "huissier_account"],
      .word: ["landlord_kind", "aid", "settlement", "plan", "fsl"],
    ],
    "rent_payment": [.word: ["nature"]],
    "surendettement": [.word: ["ruling", "measure"]], "schedule": [.word: ["kind", "stage"]],
    "settlement_detail": [.word: ["direct_payment", "sent_to"]],
    "paying_means": [.law: ["formula"]], "cohesion_protocol": [.word: ["stage"]],
    "path_record": [.word: ["path", "outcome"]], "schedule_record": [.word: ["kind", "stage"]],
  ]

  private static let dossier = Table("dossier", from: SettlementFile()) {
    Column("landlord_account", \.creditors.landlord)
    Column("huissier_account", \.creditors.huissier)
    Column(word: "landlord_kind", \.creditors.kind)
    Column(
      ifPresent: \.claim, Claim.init(on:debt:rent:charges:), Field("claim_on", \.on),
      Field("debt", \.debt), Field("rent", \.rent), Field("charges", \.charges))
    Column("aid_signal", \.aidSignal)
    Column(word: "aid", \.aid.stage)
    Column("aid_since", \.aid.since)
    Column("aid_amount", \.aid.amount)
    Column("aid_amount_on", \.aid.amountOn)
    Column(word: "settlement", \.settlement.stage)
    Column("settlement_since", \.settlement.since)
    Column("is_urgent", \.settlement.isUrgent)
    Column(word: "plan", \.plan.stage)
    Column("plan_since", \.plan.since)
    Column("plan_due", \.plan.due)
    Column("plan_count", \.plan.count)
    Column(word: "fsl", \.fsl.stage)
    Column("fsl_since", \.fsl.since)
    Column("fsl_due", \.fsl.due)
    Column("fsl_amount", \.fsl.amount)
  }

  /// What the first release did not keep, in a second row.
  private static let detail = Table("settlement_detail", from: SettlementFile()) {
    Column("is_protected", \.isProtected)
    Column(
      ifPresent: \.notice, NoticeRun.init(servedOn:due:), Field("notice_served", \.servedOn),
      Field("notice_due", \.due))
    Column("aid_asked", \.aid.askedOn)
    Column("is_third_party", \.aid.isThirdParty)
    Column(word: "direct_payment", \.aid.directPayment)
    Column("constituted_on", \.aid.constitutedOn)
    Column("first_default_on", \.aid.firstDefaultOn)
    Column("signal_due", \.aid.signalDue)
    Column(
      ifPresent: \.aid.sentBack, SentBack.init(to:on:), Field(word: "sent_to", \.to),
      Field("sent_on", \.on))
    Column("last_resort_on", \.aid.lastResortOn)
    Column("plan_asked", \.plan.askedOn)
    Column("fsl_asked", \.fsl.askedOn)
    Column("fsl_pays", \.fsl.paysOn)
    Column(
      ifPresent: \.judgeInstalment, JudgeInstalment.init(on:amount:), Field("judge_on", \.on),
      Field("judge_instalment", \.amount))
    Column(
      ifPresent: \.firstSignal, FirstSignal.init(on:months:), Field("first_signal_on", \.on),
      Field("months_unpaid", \.months))
  }

  private static let surendettement = Table("surendettement", from: Surendettement()) {
    Column("proposed_on", \.proposedOn)
    Column("filed_on", \.filedOn)
    Column(word: "ruling", \.ruling)
    Column("ruled_on", \.ruledOn)
    Column(word: "measure", \.measure)
    Column("measured_on", \.measuredOn)
    Column("until", \.until)
    Column("reminders", \.reminders)
  }

  private static let schedule = Table(
    "schedule",
    Schedule.init(kind:stage:startedOn:first:count:total:instalment:rentDue:brokenAt:),
    Field(word: "kind", \.kind), Field(word: "stage", \.stage), Field("started_on", \.startedOn),
    Field("first", \.first), Field("count", \.count), Field("total", \.total),
    Field("instalment", \.instalment), Field("rent_due", \.rentDue),
    Field("broken_at", \.brokenAt))

  private static let payment = Table(
    "payment", key: ["rank", "paid_on", "amount"], Payment.init(rank:on:amount:),
    Field("rank", \.rank), Field("paid_on", \.on), Field("amount", \.amount))

  private static let rent = Table(
    "rent_payment", key: ["term", "paid_on", "amount", "nature"],
    ApurementLoyer.init(date:terme:montant:nature:), Field("paid_on", \.date),
    Field("term", \.terme), Field("amount", \.montant), Field(word: "nature", \.nature))

  private static let means = Table(
    "paying_means",
    PayingMeans.init(
      on:capacity:formula:hasOtherDebts:isRentPaidAgain:isWithoutAid:areRightsTold:),
    Field("as_of", \.on), Field("capacity", \.capacity), Field("formula", \.formula),
    Field("has_other_debts", \.hasOtherDebts), Field("is_rent_paid", \.isRentPaidAgain),
    Field("is_without_aid", \.isWithoutAid), Field("is_rights_told", \.areRightsTold))

  private static let cohesion = Table(
    "cohesion_protocol", CohesionProtocol.init(stage:signedOn:end:isAmended:),
    Field(word: "stage", \.stage), Field("signed_on", \.signedOn), Field("ends_on", \.end),
    Field("is_amended", \.isAmended))

  private static let path = Table(
    "path_record", key: ["asked_on", "path"],
    PathRecord.init(path:askedOn:isUrgent:outcome:endedOn:amount:isWithinNotice:),
    Field(word: "path", \.path), Field("asked_on", \.askedOn), Field("is_urgent", \.isUrgent),
    Field(word: "outcome", \.outcome), Field("ended_on", \.endedOn), Field("amount", \.amount),
    Field("is_within_notice", \.isWithinNotice))

  private static let scheduleRecord = Table(
    "schedule_record", key: ["started_on", "kind"],
    ScheduleRecord.init(kind:startedOn:count:stage:brokenAt:since:),
    Field(word: "kind", \.kind), Field("started_on", \.startedOn), Field("count", \.count),
    Field(word: "stage", \.stage), Field("broken_at", \.brokenAt), Field("since", \.since))
}
