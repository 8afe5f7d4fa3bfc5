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

/// The arrears from which a housing aid is in question, by the law of the day on which they reached
/// them (APL.impaye).
public enum AidThreshold {
  /// Whether a debt reaches the threshold.
  ///
  /// - Parameters:
  ///   - claim: The debt, the rent and the charges.
  ///   - aid: The aid of a month.
  ///   - isThirdParty: Whether it is paid to the landlord: the rent is then counted net of it.
  ///   - firstDefault: The day of the first term left unpaid, where it is known (law of 2027).
  ///   - readsChargesIncluded: How the text of 2016 is read: it says « hors charges », the
  ///     instruction of 22 March 2017 reads « charges comprises » (§ 2.2 (3)).
  /// - Throws: `RuleError.noVersion` before 1 September 2016.
  public static func isReached(
    by claim: Claim, aid: Cents, isThirdParty: Bool, firstDefault: Day? = nil,
    readsChargesIncluded: Bool
  ) throws -> Bool {
    switch try RuleBook.rule(.aplImpaye, on: claim.on).value {
    case .arrears(let rents, let base):
      let gross: Cents
      switch base {
      case .withCharges: gross = claim.rent + claim.charges
      case .withoutCharges: gross = readsChargesIncluded ? claim.rent + claim.charges : claim.rent
      }
      let month = isThirdParty ? max(gross - aid, .zero) : gross
      // Divided, so that an amount from outside cannot overflow.
      return claim.debt > .zero && claim.debt.value / max(rents, 1) >= month.value
    case .arrearsOver(let amount, let months):
      if claim.debt > amount { return true }
      guard claim.debt > .zero, let limit = firstDefault?.adding(months: months) else {
        return false
      }
      return claim.on >= limit
    case .delay, .range, .signal, .competence, .duty: return false
    }
  }
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
    if let day = signal.constitue_le ?? constitution(by: signal) {
      file.aid.constitutedOn = min(file.aid.constitutedOn ?? day, day)
    }
    if isToCAF {
      file.aidSignal = min(file.aidSignal ?? signal.date, signal.date)
      try stopAwaitingSignal()
      try proposeDirectPayment(on: signal.date)
    } else if file.aidSignal == nil {
      try awaitSignal()
    }
  }

  /// The day of a décompte that reaches the threshold: the arrears are no younger.
  private func constitution(by signal: SignalementImpaye) -> Day? {
    guard let aid = signal.aide, aid > .zero else { return nil }
    let claim = Claim(
      on: signal.date, debt: signal.dette, rent: signal.loyer, charges: signal.charges)
    let isReached = try? AidThreshold.isReached(
      by: claim, aid: aid, isThirdParty: signal.tiers_payant ?? false,
      readsChargesIncluded: rules.charter.readsChargesIncluded)
    return isReached == true ? signal.date : nil
  }

  private func signalDeadline() throws -> Deadline? {
    guard let day = file.aid.constitutedOn else { return nil }
    do {
      return try rules.calendar.deadline(.aplSignal, origin: day, decidedBy: day)
    } catch RuleError.noVersion {
      return nil
    }
  }

  private mutating func stopAwaitingSignal() throws {
    file.aid.signalDue = try signalDeadline()?.due
    disarm(.aidSignal)
  }

  /// The landlord of a household with housing aid must signal its arrears within two months of the
  /// day on which they reached the threshold (APL.signal).
  private mutating func awaitSignal() throws {
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

  private mutating func reopen(on day: Day) {
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

  /// Neither plan nor FSL: the organisme payeur is asked for its last resort, once.
  mutating func askForLastResort() throws {
    guard let signal = file.aidSignal, file.aid.isPaid, file.aid.lastResortOn == nil,
      file.aid.sentBack?.to != .tenant,
      let rule = try? RuleBook.rule(.aplPlanTrenteSixiemes, on: signal)
    else { return }
    file.aid.lastResortOn = today
    try tell(
      .aideTrenteSixiemes, to: .caf,
      "Ni plan ni FSL n'ont abouti : mettez le ménage en demeure de reprendre la dépense courante et"
        + " de payer un trente-sixième de la dette par mois.", article: rule.article,
      amount: file.outstanding?.instalments(SettlementCharter.longestPlan).first,
      count: SettlementCharter.longestPlan)
  }

  /// 1/36 of the debt a month, from the month after the notice.
  private mutating func startLastResort(on day: Day) throws {
    if let known = file.schedule, known.stage == .inForce {
      // What the judge or the landlord granted prevails.
      guard known.kind == .lastResort, known.startedOn < day else { return }
    }
    try withdrawDemands(
      "Le ménage est mis en demeure de payer par trente-sixièmes : la demande est sans objet.")
    disarm(.planReply, .fslReply)
    reopen(on: day)
    let schedule = Schedule(
      kind: .lastResort, startedOn: day, first: day.adding(months: 1) ?? day,
      count: SettlementCharter.longestPlan, total: file.outstanding)
    file.schedule = schedule
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .aideTrenteSixiemes, to: kind,
        "Payez le loyer courant et un trente-sixième de la dette chaque mois : l'aide au logement en"
          + " dépend.", article: article(of: schedule), due: schedule.first,
        amount: schedule.amount(ofInstalment: 1), count: schedule.count)
    }
    try report(
      .settlementStarted, on: day,
      "L'organisme payeur met le ménage en demeure de payer un trente-sixième de la dette par mois.",
      article: article(of: schedule), until: schedule.lastDay, count: schedule.count)
    try armAidCheck(from: day)
    try watch()
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
