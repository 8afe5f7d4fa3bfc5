import Casework
import Contracts
import Indicators
import LegalCalendar
public import Vocabulary

/// The settlement as a whole.
public struct Settlement: Sendable, Hashable {
  public var stage: SettlementStage = .none
  public var since: Day?
  /// Whether the urgent procedure applies.
  public var isUrgent = false
}

/// Where it stands.
public enum SettlementStage: String, CaseIterable, Sendable {
  /// Nobody asked for it.
  case none
  case open
  /// Every path failed.
  case exhausted
  case stopped
  /// Nothing is owed any more.
  case cleared
}

// The paths out of a debt, in their order, and the ends of the settlement.

/// The paths that may fail one after the other. The surendettement runs beside them: what creditors
/// see must not depend on it before recevabilité.
enum SettlementPath {
  case plan, fsl
}

extension SettlementContext {
  /// Opens the settlement, or makes an open one urgent.
  mutating func open(_ command: Command, urgently isUrgent: Bool) throws {
    let before = file.settlement
    guard before.stage != .cleared else {
      // In the words in which it was said: an effacement is no payment.
      let isErased = file.surendettement.measure == .prp && file.surendettement.ruling == .ended
      return try report(
        isErased ? .debtErased : .debtCleared, on: before.since ?? command.on,
        isErased ? "La dette locative est effacée." : "La dette est déjà soldée.",
        article: isErased ? SettlementBasis.erasure : SettlementBasis.settlement)
    }
    let wasOpen = before.stage == .open
    let isNewlyUrgent = isUrgent && !before.isUrgent
    file.settlement = Settlement(
      stage: .open, since: wasOpen ? before.since : command.on,
      isUrgent: isUrgent || (wasOpen && before.isUrgent))
    if !wasOpen { forgetFailures() }
    try report(
      .settlementStarted, on: command.on,
      file.surendettement.freezesDebt
        ? "La dette est traitée par la commission de surendettement."
        : "Le traitement de la dette est engagé.",
      article: isUrgent ? SettlementBasis.urgent : SettlementBasis.settlement)
    try haveRightsOpened()
    try askForAid()
    if file.surendettement.freezesDebt, !wasOpen { rearmFreeze() }
    guard !file.surendettement.freezesDebt, !isScheduleInForce, file.fsl.paysOn == nil else {
      return
    }
    try proposeSurendettement()
    if isNewlyUrgent, wasOpen, canFSLHelp { return try openFSL() }
    try advance()
  }

  /// A settlement that is opened again tries everything again.
  private mutating func forgetFailures() {
    if file.plan.hasFailed { file.plan = PartnerDemand() }
    if file.fsl.hasFailed { file.fsl = PartnerDemand() }
  }

  var isScheduleInForce: Bool { file.schedule?.stage == .inForce }

  /// Whether the debt is above what the FSL pays.
  var isTooLargeForFSL: Bool {
    guard let debt = file.outstanding else { return false }
    return debt > rules.charter.fslCeiling
  }

  /// Above its ceiling the FSL helps only where a plan can pay the rest.
  var canFSLHelp: Bool {
    guard isTooLargeForFSL, let debt = file.outstanding else { return true }
    guard let capacity = file.means?.capacity else { return false }
    return BearablePlan.exists(for: debt - rules.charter.fslCeiling, capacity: capacity)
  }

  /// Whether the household's means bear the longest plan; `nil` while they are not known.
  private var isPlanBearable: Bool? {
    guard let debt = file.outstanding, let capacity = file.means?.capacity else { return nil }
    return BearablePlan.exists(for: debt, capacity: capacity)
  }

  /// Several debts, a debt above what the FSL pays, or one that no plan can pay: the commission de
  /// surendettement is a way out (C. consom. L711-1). The household chooses.
  var isSurendettementAdvised: Bool {
    isTooLargeForFSL || isPlanBearable == false || (file.means?.hasOtherDebts ?? false)
  }

  private var isLarge: Bool {
    guard let debt = file.outstanding, let claim = file.claim else { return false }
    let month = (claim.rent + claim.charges).value
    guard month > 0 else { return false }
    return debt.value / month >= rules.charter.largeDebtMonths
  }

  /// Landlord's plan, then FSL (domain.md 3.3.3). The FSL first when it is urgent, when the means
  /// do not bear a plan or, while they are unknown, when the debt is large. What the means say
  /// orders the paths and closes none: a figure decides nothing on a person (RGPD art. 22).
  private var paths: [SettlementPath] {
    guard canFSLHelp else { return [.plan] }
    let isPlanFirst = !file.settlement.isUrgent && (isPlanBearable ?? !isLarge)
    return isPlanFirst ? [.plan, .fsl] : [.fsl, .plan]
  }

  /// Opens the next path, unless something is under way; says so when there is none.
  mutating func advance() throws {
    guard file.settlement.stage == .open, !file.surendettement.freezesDebt, !isScheduleInForce,
      file.plan.stage != .open, file.fsl.stage != .open, file.fsl.paysOn == nil
    else { return }
    for path in paths {
      switch path {
      case .plan where file.plan.stage == .none: return try proposePlan()
      case .fsl where file.fsl.stage == .none: return try openFSL()
      case .plan, .fsl: continue
      }
    }
    guard !file.surendettement.isAwaited else { return }
    file.settlement.stage = .exhausted
    file.settlement.since = today
    try report(
      .settlementExhausted, on: today,
      "Plan, FSL et autres voies n'ont pas abouti : aucune solution d'apurement ne reste ouverte.",
      article: SettlementBasis.settlement)
  }

  /// The landlord confirms that nothing is owed. A décompte of a later day says otherwise.
  mutating func receive(_ end: ApurementSolde) throws {
    if let claim = file.claim, claim.on > end.date { return }
    try clear(on: end.date, "La dette est soldée : le bailleur le confirme.")
  }

  /// Nothing is owed any more: everything open loses its object.
  mutating func clear(
    _ fact: Trigger = .debtCleared, on day: Day, _ text: String,
    article: String = SettlementBasis.settlement
  ) throws {
    guard file.settlement.stage != .cleared else { return }
    try completeSchedule(on: day)
    try withdrawDemands("La dette est soldée : la demande est sans objet.")
    file.settlement = Settlement(stage: .cleared, since: day)
    file.fsl.paysOn = nil
    try askToRestoreAid(because: "La dette est soldée")
    disarmSettlement()
    try report(fact, on: day, text, article: article)
  }

  private mutating func completeSchedule(on day: Day) throws {
    guard let schedule = file.schedule, schedule.stage == .inForce else { return }
    file.schedule?.stage = .completed
    switch schedule.kind {
    case .amicable, .lastResort:
      try report(
        .planCompleted, on: day, "Le plan d'apurement est tenu jusqu'au bout.",
        article: article(of: schedule))
    case .judge:
      try report(
        .scheduleKept, on: day,
        "L'échéancier du juge est tenu : la clause est réputée n'avoir pas joué.",
        article: article(of: schedule))
    }
  }

  /// Tells the FSL and the landlord that what was asked of them has lost its object.
  mutating func withdrawDemands(_ text: String) throws {
    if file.fsl.stage == .open {
      file.fsl.stage = .withdrawn
      try tell(.apurementSansObjet, to: .fsl, text, article: SettlementBasis.fsl)
    }
    if file.plan.stage == .open {
      file.plan.stage = .withdrawn
      try tell(
        .apurementSansObjet, to: file.creditors.destination, text,
        article: SettlementBasis.settlement)
    }
  }

  /// The saga says that the settlement has lost its object.
  mutating func stop(_ command: Command) throws {
    try withdrawDemands("Le traitement de la dette est arrêté : la demande est sans objet.")
    if file.aid.stage == .asked, file.settlement.stage == .open {
      try tell(
        .procedureClose, to: .kind(aidDecider),
        "Le suivi de ce dossier est clos ici : la réponse attendue sur l'aide au logement ne l'est plus.",
        article: SettlementBasis.aid)
    }
    // The erasure is not final yet, or the rent is still watched.
    guard !isClauseSuspended else { return }
    if isScheduleInForce {
      file.schedule?.stage = .stopped
      if file.plan.stage == .accepted { file.plan.stage = .withdrawn }
    }
    file.surendettement.proposedOn = nil
    file.fsl.paysOn = nil
    disarmSettlement()
    // Once the debt is cleared the clause is still suspended, and the protocol still leads to a
    // lease.
    guard file.settlement.stage != .cleared else { return }
    file.settlement = Settlement(stage: .stopped, since: command.on)
    if file.schedule?.stage == .replaced { file.schedule?.stage = .stopped }
    disarm(.clauseSuspension, .protocolEnd, .protocolRenegotiation, .protocolBackPayment)
  }

  /// Disarms everything that the settlement of the debt waits for.
  mutating func disarmSettlement() {
    disarm(.planReply, .fslReply, .fslPayment, .instalment, .grace)
    if !isClauseSuspended { disarm(.rent) }
    disarm(
      .aidConstitution, .aidNotice, .aidSignal, .aidReply, .aidCheck, .directPayment,
      .directPaymentStart)
    disarm(.surendettementProposal, .surendettementRuling, .surendettementAppeal)
    disarm(.surendettementEnd, .surendettementContest, .surendettementRefile)
  }
}
