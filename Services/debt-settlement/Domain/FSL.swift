import Casework
import Contracts
import LegalCalendar
import Vocabulary

// The help of the FSL.

extension SettlementContext {
  /// Asks the FSL, by the urgent procedure when it is urgent; asks an FSL that was asked already to
  /// hurry.
  mutating func openFSL() throws {
    let isUrgent = isFSLUrgent
    let due = try armFSLReply()
    file.fsl = PartnerDemand(stage: .open, since: today, askedOn: today, due: due)
    try tell(
      .fslDemande, to: .fsl,
      isUrgent
        ? "Procédure d'urgence : décidez de l'aide avant l'échéance, pour que la dette soit payée"
          + " avant que la procédure n'avance."
        : "Décidez de l'aide au paiement de la dette locative avant l'échéance.",
      article: isUrgent ? SettlementBasis.urgent : SettlementBasis.fsl, due: due,
      // Above its ceiling it pays a part, and a plan the rest.
      amount: file.outstanding.map { min($0, rules.charter.fslCeiling) })
  }

  /// The urgent procedure applies while a commandement de payer runs, whoever ordered what
  /// (instruction § 2.2 (2)).
  var isFSLUrgent: Bool {
    file.settlement.isUrgent || (file.notice?.runs(on: today) ?? false)
  }

  mutating func armFSLReply() throws -> Day {
    if isFSLUrgent { return try armUrgentFSLReply() }
    guard file.aidSignal != nil else {
      return try arm(.fslReply, after: .months(rules.charter.fslReplyMonths))
    }
    // A household with housing aid: three months after a plan that failed, six when asked directly.
    var origin = today
    if let sent = file.aid.sentBack, sent.to == .fsl { origin = sent.on }
    let deadline = try aidDeadline(
      file.plan.hasFailed ? .aplPlanFSLApresEchec : .aplPlanFSLDirect, origin: origin,
      otherwise: .months(rules.charter.fslReplyMonths))
    arm(.fslReply, deadline)
    return max(deadline.due, today)
  }

  /// The delay of the Charte, and no later than the last day of the commandement.
  private mutating func armUrgentFSLReply() throws -> Day {
    let usual = try rules.calendar.deadline(
      origin: today, delay: .months(rules.charter.urgentFSLReplyMonths),
      rule: SettlementDeadline.fslReply.rawValue, article: Citation.charter)
    guard let notice = file.notice, notice.runs(on: today), notice.due < usual.due else {
      arm(.fslReply, usual)
      return usual.due
    }
    arm(
      .fslReply,
      Deadline(
        origin: usual.origin, rule: usual.rule, article: SettlementBasis.urgent, delay: usual.delay,
        raw: usual.raw, due: notice.due, reason: "fin du délai du commandement de payer"))
    return notice.due
  }

  /// The FSL decides. An older decision, or one said twice, changes nothing.
  mutating func receive(_ ruling: ApurementDecision) throws {
    guard file.settlement.stage != .cleared else { return }
    // Never the FSL and recevabilité on one debt: it may not be paid any more (C. consom. L722-5).
    if ruling.accord, file.surendettement.freezesDebt {
      return try tell(
        .apurementSansObjet, to: .fsl,
        "Le dossier de surendettement est recevable : la dette antérieure ne peut plus être payée,"
          + " ne versez pas l'aide.", article: SettlementBasis.admission)
    }
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
    let payment = ruling.versement_le ?? ruling.date
    file.fsl = PartnerDemand(
      stage: .accepted, since: ruling.date, askedOn: file.fsl.askedOn, amount: ruling.montant,
      paysOn: paysAll && payment > today ? payment : nil)
    disarm(.fslPayment)
    // What the organisme payeur asked of it has come.
    if file.aid.sentBack?.to == .fsl { file.aid.sentBack = nil }
    try askToRestoreAid(because: "Le FSL accorde son aide")
    try report(
      .fslGranted, on: ruling.date,
      paysAll
        ? "Le FSL accorde une aide qui solde la dette."
        : "Le FSL accorde une aide pour une partie de la dette.", article: SettlementBasis.fsl)
    if file.fsl.paysOn != nil { return try awaitPayment(on: payment, grantedOn: ruling.date) }
    if paysAll {
      return try clear(
        on: max(payment, ruling.date), "La dette est soldée par le FSL.",
        article: SettlementBasis.fsl)
    }
    if let total = file.schedule?.total {
      let before = nextUnpaid
      file.schedule?.total = max(total - ruling.montant, .zero)
      if nextUnpaid != before { try watch() }
    }
    // The rest is smaller: the landlord may now agree to a plan.
    if file.plan.hasFailed { file.plan = PartnerDemand() }
    try advance()
  }

  /// What is granted is not paid yet: the debt is cleared on the day of the payment, which decides
  /// whether the clause has played.
  private mutating func awaitPayment(on day: Day, grantedOn granted: Day) throws {
    try withdrawDemands("Le FSL va solder la dette : la demande est sans objet.")
    disarm(.planReply)
    arm(
      .fslPayment,
      Deadline(
        origin: granted, rule: SettlementDeadline.fslPayment.rawValue, article: SettlementBasis.fsl,
        delay: "versement annoncé", raw: day, due: day, reason: ""),
      firesOn: day)
  }

  mutating func fslPays() throws {
    guard file.fsl.stage == .accepted, let day = file.fsl.paysOn else { return }
    file.fsl.paysOn = nil
    try clear(on: day, "La dette est soldée par le FSL.", article: SettlementBasis.fsl)
  }

  private mutating func refuse(_ ruling: ApurementDecision) throws {
    file.fsl = PartnerDemand(stage: .refused, since: ruling.date, askedOn: file.fsl.askedOn)
    try report(
      .fslRefused, on: ruling.date, "Le FSL refuse son aide.", article: SettlementBasis.fsl)
    try askForLastResort()
    try advance()
  }

  mutating func fslReplyExpired() throws {
    guard file.fsl.stage == .open else { return }
    file.fsl.stage = .unanswered
    file.fsl.since = today
    try report(
      .fslRefused, on: today,
      "Le FSL n'a pas répondu dans le délai : la demande est tenue pour non aboutie.",
      article: SettlementBasis.fsl)
    try askForLastResort()
    try advance()
  }
}
