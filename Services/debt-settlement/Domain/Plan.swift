import Casework
import Contracts
import Indicators
import LegalCalendar
import Vocabulary

// The plan proposed to the landlord, and its answer.

extension SettlementContext {
  /// Proposes equal instalments to the landlord, 36 at most; the last one takes the remainder.
  mutating func proposePlan() throws {
    let count = proposedCount
    let due = try armPlanReply()
    file.plan = PartnerDemand(stage: .open, since: today, askedOn: today, due: due, count: count)
    try tell(
      .planPropose, to: file.creditors.destination,
      "Acceptez ou refusez ce plan d'apurement avant l'échéance ; sans réponse il est tenu pour"
        + " refusé.",
      article: SettlementBasis.settlement, due: due,
      amount: file.outstanding?.instalments(count).first,
      count: count)
  }

  /// The landlord of a household with housing aid has six months to agree on a plan: from the day
  /// on which the organisme payeur sent it the file, where it did.
  mutating func armPlanReply() throws -> Day {
    let usual = Delay.months(rules.charter.planReplyMonths)
    if let sent = file.aid.sentBack, sent.to == .landlord {
      let deadline = try aidDeadline(.aplPlan, origin: sent.on, otherwise: usual)
      if deadline.due >= today {
        arm(.planReply, deadline)
        return deadline.due
      }
    }
    guard file.aidSignal != nil, !file.settlement.isUrgent else {
      return try arm(.planReply, after: .months(rules.charter.planReplyMonths))
    }
    let deadline = try aidDeadline(.aplPlan, origin: today, otherwise: usual)
    arm(.planReply, deadline)
    return deadline.due
  }

  private var proposedCount: Int {
    BearablePlan.count(
      for: file.outstanding ?? .zero, usual: rules.charter.instalment,
      capacity: file.means?.capacity)
  }

  /// The landlord answers. Once the debt is frozen or paid, its answer has no object.
  mutating func receive(_ answer: ApurementPlan) throws {
    guard file.settlement.stage != .cleared, !file.surendettement.freezesDebt else { return }
    if answer.accord { try agree(answer) } else { try refuse(answer) }
  }

  private mutating func agree(_ answer: ApurementPlan) throws {
    if file.plan.stage == .refused, let since = file.plan.since, since > answer.date { return }
    let schedule = Schedule(
      kind: .amicable, startedOn: answer.date,
      first: answer.premiere ?? answer.date.adding(months: 1) ?? answer.date,
      count: answer.nombre ?? file.plan.count ?? SettlementCharter.longestPlan,
      total: file.outstanding, instalment: answer.mensualite)
    if let known = file.schedule {
      // The judge's schedule prevails; an amendment replaces what was agreed before it.
      if known.kind == .judge, known.stage == .inForce { return }
      if known.kind == .amicable, known.startedOn > answer.date { return }
      if known.kind == .amicable, known.startedOn == answer.date, known.first == schedule.first,
        known.count == schedule.count
      {
        return
      }
    }
    file.plan = PartnerDemand(
      stage: .accepted, since: answer.date, askedOn: file.plan.askedOn, count: schedule.count)
    if file.settlement.stage != .open {
      file.settlement = Settlement(stage: .open, since: answer.date)
    }
    file.schedule = schedule
    disarm(.planReply)
    try report(
      .planAgreed, on: answer.date, "Le bailleur accepte un plan d'apurement.",
      article: SettlementBasis.settlement, until: schedule.lastDay, count: schedule.count)
    try askToRestoreAid(because: "Un plan d'apurement est conclu")
    try armAidCheck(from: answer.date)
    try watch()
  }

  private mutating func refuse(_ answer: ApurementPlan) throws {
    switch file.plan.stage {
    case .unanswered:
      file.plan.stage = .refused
      file.plan.since = answer.date
    case .none, .open:
      file.plan = PartnerDemand(stage: .refused, since: answer.date, askedOn: file.plan.askedOn)
      disarm(.planReply)
      try report(
        .planRefused, on: answer.date, "Le bailleur refuse le plan d'apurement.",
        article: SettlementBasis.settlement)
      try advance()
    case .accepted, .refused, .withdrawn, .broken: return
    }
  }

  mutating func planReplyExpired() throws {
    guard file.plan.stage == .open else { return }
    file.plan.stage = .unanswered
    file.plan.since = today
    try report(
      .planRefused, on: today,
      "Le bailleur n'a pas répondu au plan d'apurement dans le délai : il est tenu pour refusé.",
      article: SettlementBasis.settlement)
    try advance()
  }
}
