import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// A file that the organisme payeur sent on.
public struct SentBack: Sendable, Hashable {
  public var to: SentBackRecipient
  public var on: Day

  public init(to recipient: SentBackRecipient, on day: Day) {
    self.to = recipient
    self.on = day
  }
}

/// To whom.
public enum SentBackRecipient: String, CaseIterable, Sendable {
  case landlord, fsl, tenant
}

// The arrears before the organisme payeur: the landlord's signal, the file sent on, direct payment,
// and the last resort.

extension SettlementContext {
  /// What a signal says of the aid and of the day on which its arrears were constituted.
  mutating func learnAid(of signal: SignalementImpaye, isToCAF: Bool) throws {
    if let amount = signal.aide, signal.date >= (file.aid.amountOn ?? signal.date) {
      file.aid.amount = amount
      file.aid.amountOn = signal.date
      file.aid.isThirdParty = signal.tiers_payant ?? file.aid.isThirdParty
    }
    if let day = signal.constitue_le { constitute(on: day) }
    try constitute(by: signal)
    if isToCAF {
      file.aidSignal = min(file.aidSignal ?? signal.date, signal.date)
      try stopAwaitingSignal()
      try proposeDirectPayment(on: signal.date)
    } else if file.aidSignal == nil {
      try awaitSignal()
    }
  }

  private func signalDeadline() throws -> Deadline? {
    guard let day = file.aid.constitutedOn else { return nil }
    do {
      return try rules.calendar.deadline(.aplSignal, origin: day, decidedBy: day)
    } catch RuleError.noVersion {
      return nil
    }
  }

  mutating func stopAwaitingSignal() throws {
    file.aid.signalDue = try signalDeadline()?.due
    disarm(.aidSignal)
  }

  /// The landlord of a household with housing aid must signal its arrears within two months of the
  /// day on which they reached the threshold (APL.signal).
  mutating func awaitSignal() throws {
    guard file.aid.isPaid, let deadline = try signalDeadline(),
      file.aid.signalDue != deadline.due
    else { return }
    file.aid.signalDue = deadline.due
    arm(.aidSignal, deadline)
    let isOver = deadline.due < today
    try tell(
      .aideASignaler, to: file.creditors.destination,
      "Signalez l'impayé à l'organisme payeur de l'aide au logement "
        + (isOver ? "sans attendre : le délai de deux mois est écoulé." : "avant l'échéance."),
      article: deadline.article, due: isOver ? nil : deadline.due)
  }

  /// The organisme payeur may seize itself of arrears that it knows.
  mutating func aidSignalExpired() throws {
    guard file.aidSignal == nil, file.settlement.stage != .cleared else { return }
    try tell(
      .aideASignaler, to: .caf,
      "Le bailleur n'a pas signalé l'impayé dans le délai de deux mois : saisissez-vous-en.",
      article: aidArticle)
  }

  /// A delay of the organisme payeur's procedure: by the version of the day of the signal, halved
  /// for small arrears (CCH R351-30 e), of the Charte where no version covers that day.
  func aidDeadline(
    _ id: RuleID, origin: Day, decidedBy day: Day? = nil, otherwise: Delay
  ) throws -> Deadline {
    let day = day ?? file.aidSignal ?? origin
    guard areArrearsSmall(on: file.aidSignal ?? origin), let rule = try? RuleBook.rule(id, on: day),
      case .delay(let delay, let counting) = rule.value
    else { return try deadline(id, origin: origin, decidedBy: day, otherwise: otherwise) }
    return try rules.calendar.deadline(
      origin: origin, delay: delay.halved, rule: id.rawValue, article: rule.article + " (e)",
      counting: counting)
  }

  /// Whether the delays of small arrears apply.
  private func areArrearsSmall(on signal: Day) -> Bool {
    guard let debt = file.outstanding, debt <= rules.charter.smallArrears else { return false }
    return isLawOf2016(on: signal) || rules.charter.halvesSmallArrearsSince2019
  }

  private func isLawOf2016(on day: Day) -> Bool {
    (try? RuleBook.rule(.aplImpaye, on: day))?.through == Day(year: 2019, month: 8, day: 31)
  }

  /// The organisme payeur sends the file on.
  mutating func receive(_ sent: APLRenvoi) throws {
    guard file.settlement.stage != .cleared, !file.surendettement.freezesDebt else { return }
    file.aidSignal = file.aidSignal ?? sent.date
    switch sent.vers {
    case .bailleur:
      file.aid.sentBack = SentBack(to: .landlord, on: sent.date)
      try sendToLandlord(on: sent.date)
    case .fsl:
      file.aid.sentBack = SentBack(to: .fsl, on: sent.date)
      try sendToFSL(on: sent.date)
    case .miseEnDemeure:
      file.aid.sentBack = SentBack(to: .tenant, on: sent.date)
      try startLastResort(on: sent.date)
    }
  }

  mutating func reopen(on day: Day) {
    guard file.settlement.stage != .open else { return }
    file.settlement = Settlement(stage: .open, since: day)
  }

  /// Six months to agree on a plan, from the day on which the file was sent.
  private mutating func sendToLandlord(on day: Day) throws {
    guard !isScheduleInForce else { return }
    switch file.plan.stage {
    case .accepted: return
    case .open:
      let due = try armPlanReply()
      file.plan.due = due
    case .none, .refused, .unanswered, .withdrawn, .broken:
      reopen(on: day)
      try proposePlan()
    }
  }

  /// Six months for the FSL, three after a plan that failed.
  private mutating func sendToFSL(on day: Day) throws {
    guard !isScheduleInForce else { return }
    switch file.fsl.stage {
    case .accepted: return
    case .open:
      let due = try armFSLReply()
      file.fsl.due = due
    case .none, .refused, .unanswered, .withdrawn, .broken:
      reopen(on: day)
      try openFSL()
    }
  }
}

extension Delay {
  /// Half of it; half of an odd month is fifteen days.
  fileprivate var halved: Delay {
    .months(months / 2, andDays: (months % 2) * 15 + (weeks * 7 + days) / 2)
  }
}

// The aid paid to the landlord instead of the tenant (tiers payant), in the case of arrears.

extension SettlementContext {
  /// Two months for the landlord to answer, and two more before it takes effect; one for small
  /// arrears.
  private func directPaymentDeadline(_ id: RuleID, from day: Day) throws -> Deadline {
    try aidDeadline(id, origin: day, decidedBy: day, otherwise: .months(2))
  }

  /// An aid paid to the tenant: the landlord is asked whether it takes it directly.
  mutating func proposeDirectPayment(on day: Day) throws {
    guard file.aid.isPaid, file.aid.isThirdParty == false, file.aid.directPayment == .none else {
      return
    }
    file.aid.directPayment = .proposed
    let deadline = try directPaymentDeadline(.aplTiersPayant, from: day)
    arm(.directPayment, deadline)
    try tell(
      .tiersPayantPropose, to: file.creditors.destination,
      "L'aide au logement peut vous être versée directement : répondez à l'organisme payeur avant"
        + " l'échéance ; sans réponse, c'est non.", article: deadline.article, due: deadline.due)
  }

  /// Silence is a no.
  mutating func directPaymentUnanswered() {
    if file.aid.directPayment == .proposed { file.aid.directPayment = .refused }
  }

  /// The landlord's answer, as the organisme payeur tells it: it takes effect two months later.
  mutating func learn(directPayment ruling: APLDecision) throws {
    guard let isAccepted = ruling.tiers_payant, file.settlement.stage != .cleared else { return }
    switch file.aid.directPayment {
    case .accepted, .inForce: return
    case .none, .proposed, .refused: break
    }
    disarm(.directPayment)
    guard isAccepted else {
      file.aid.directPayment = .refused
      return
    }
    file.aid.directPayment = .accepted
    let deadline = try directPaymentDeadline(.aplTiersPayantEffet, from: ruling.date)
    arm(.directPaymentStart, deadline)
    try tell(
      .tiersPayantPropose, to: .menage,
      "L'aide au logement sera versée au bailleur à l'échéance, sauf si la dette est soldée avant.",
      article: deadline.article, due: deadline.due)
  }

  mutating func directPaymentStarts(_ deadline: Deadline) throws {
    guard file.aid.directPayment == .accepted, file.settlement.stage != .cleared else { return }
    file.aid.directPayment = .inForce
    file.aid.isThirdParty = true
    try tell(
      .tiersPayantPropose, to: .caf,
      "La dette n'est pas soldée : versez l'aide au logement au bailleur.",
      article: deadline.article)
  }
}
