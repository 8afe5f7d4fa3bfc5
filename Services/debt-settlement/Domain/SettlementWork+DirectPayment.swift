import Contracts
import LegalCalendar
import Vocabulary

// The aid paid to the landlord instead of the tenant (tiers payant), in the case of arrears.

extension SettlementWork {
  /// Two months for the landlord to answer, and two more before it takes effect; one for small arrears.
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
      .tiersPayantPropose, to: .kind(.menage),
      "L'aide au logement sera versée au bailleur à l'échéance, sauf si la dette est soldée avant.",
      article: deadline.article, due: deadline.due)
  }

  mutating func directPaymentStarts(_ deadline: Deadline) throws {
    guard file.aid.directPayment == .accepted, file.settlement.stage != .cleared else { return }
    file.aid.directPayment = .inForce
    file.aid.isThirdParty = true
    try tell(
      .tiersPayantPropose, to: .kind(.caf),
      "La dette n'est pas soldée : versez l'aide au logement au bailleur.",
      article: deadline.article)
  }
}
