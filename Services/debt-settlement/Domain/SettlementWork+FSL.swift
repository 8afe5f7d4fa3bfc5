import Contracts
import LegalCalendar
import Vocabulary

// The help of the FSL.

extension SettlementWork {
  /// Asks the FSL, by the urgent procedure when it is urgent; asks an FSL that was asked already to
  /// hurry.
  mutating func openFSL() throws {
    let isUrgent = file.settlement.isUrgent
    let due = try armFSLReply()
    file.fsl = Demand(stage: .open, since: today, due: due)
    try tell(
      .fslDemande, to: .kind(.fsl),
      isUrgent
        ? "Procédure d'urgence : décidez de l'aide avant l'échéance, pour que la dette soit payée"
          + " avant que la procédure n'avance."
        : "Décidez de l'aide au paiement de la dette locative avant l'échéance.",
      article: isUrgent ? Basis.urgent : Basis.fsl, due: due, amount: file.outstanding)
  }

  private mutating func armFSLReply() throws -> Day {
    if file.settlement.isUrgent {
      return try arm(.fslReply, months: rules.charter.urgentFSLReplyMonths)
    }
    guard let signal = file.aidSignal else {
      return try arm(.fslReply, months: rules.charter.fslReplyMonths)
    }
    // A household with housing aid: three months after a plan that failed, six when asked directly.
    return try arm(
      .fslReply, file.plan.hasFailed ? .aplPlanFSLApresEchec : .aplPlanFSLDirect, origin: today,
      decidedBy: signal, otherwise: .months(rules.charter.fslReplyMonths))
  }

  /// The FSL decides. An older decision, or one said twice, changes nothing.
  mutating func receive(_ ruling: ApurementDecision) throws {
    guard file.settlement.stage != .cleared else { return }
    switch file.fsl.stage {
    case .accepted, .refused:
      let isSame = (file.fsl.stage == .accepted) == ruling.accord
      if let since = file.fsl.since, isSame ? ruling.date <= since : ruling.date < since { return }
    case .none, .open, .unanswered, .withdrawn, .broken: break
    }
    disarm(.fslReply)
    if ruling.accord { try grant(ruling) } else { try refuse(ruling) }
  }

  private mutating func grant(_ ruling: ApurementDecision) throws {
    let paysAll = file.outstanding.map { ruling.montant >= $0 } ?? false
    file.fsl = Demand(stage: .accepted, since: ruling.date, amount: ruling.montant)
    try report(
      .fslGranted, on: ruling.date,
      paysAll
        ? "Le FSL accorde une aide qui solde la dette."
        : "Le FSL accorde une aide pour une partie de la dette.", article: Basis.fsl)
    if paysAll {
      return try clear(on: ruling.date, "La dette est soldée par le FSL.", article: Basis.fsl)
    }
    if let total = file.schedule?.total {
      let before = nextUnpaid
      file.schedule?.total = max(total - ruling.montant, .zero)
      if nextUnpaid != before { try watch() }
    }
    // The rest is smaller: the landlord may now agree to a plan.
    if file.plan.hasFailed { file.plan = Demand() }
    try advance()
  }

  private mutating func refuse(_ ruling: ApurementDecision) throws {
    file.fsl = Demand(stage: .refused, since: ruling.date)
    try report(.fslRefused, on: ruling.date, "Le FSL refuse son aide.", article: Basis.fsl)
    try advance()
  }

  mutating func fslReplyExpired() throws {
    guard file.fsl.stage == .open else { return }
    file.fsl.stage = .unanswered
    file.fsl.since = today
    try report(
      .fslRefused, on: today,
      "Le FSL n'a pas répondu dans le délai : la demande est tenue pour non aboutie.",
      article: Basis.fsl)
    try advance()
  }
}
