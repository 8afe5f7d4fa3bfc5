import Contracts
import LegalCalendar
import Vocabulary

// The surendettement: secret from creditors until recevabilité (C. consom. L721-3), then public.

extension SettlementWork {
  /// A debt above what the FSL pays: the household and its social worker are told, nobody else.
  mutating func proposeSurendettement() throws {
    guard isTooLargeForFSL, file.surendettement.ruling == .none,
      file.surendettement.proposedOn == nil
    else { return }
    file.surendettement.proposedOn = today
    let due = try arm(.surendettementProposal, months: rules.charter.surendettementMonths)
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .surendettementAConstituer, to: .kind(kind),
        "La dette dépasse ce que le FSL peut payer : constituez et déposez un dossier de"
          + " surendettement.", article: Basis.proposal, due: due)
    }
  }

  /// The proposal has run its time, whether a file was deposited or not: that must not show.
  mutating func surendettementProposalExpired() throws {
    guard file.surendettement.isAwaited else { return }
    file.surendettement.proposedOn = nil
    try advance()
  }

  /// A deposit: one secret fact, one deadline, and nothing else.
  mutating func receive(_ deposit: SurendettementDepot) throws {
    if let filed = file.surendettement.filedOn, filed >= deposit.date { return }
    if let ruled = file.surendettement.ruledOn, ruled >= deposit.date {
      // The decision came first.
      if file.surendettement.filedOn == nil { file.surendettement.filedOn = deposit.date }
      return
    }
    guard !file.surendettement.freezesDebt else { return }
    file.surendettement.filedOn = deposit.date
    file.surendettement.reminders = 0
    let due = try arm(
      .surendettementRuling, .surendetInstruction, origin: deposit.date, decidedBy: deposit.date,
      otherwise: .months(3))
    try report(
      .surendettementFiled, on: deposit.date, "Un dossier de surendettement est déposé.",
      article: Basis.deposit, until: due, secret: true)
  }

  /// Three months without a decision: those who may know are told.
  mutating func surendettementRulingExpired() throws {
    guard file.surendettement.ruling == .none, file.surendettement.filedOn != nil else { return }
    file.surendettement.reminders += 1
    guard file.surendettement.reminders <= SettlementCharter.mostReminders else { return }
    try arm(.surendettementRuling, months: 1)
    for kind in [PartnerKind.banqueDeFrance, .serviceSocial] {
      try tell(
        .dossierARevoir, to: .kind(kind),
        "La recevabilité du dossier de surendettement n'est pas connue après trois mois : faites"
          + " connaître la décision.", article: Basis.deposit)
    }
  }

  mutating func receive(_ ruling: SurendettementRecevabilite) throws {
    if let ruled = file.surendettement.ruledOn, ruled >= ruling.date { return }
    guard !file.surendettement.freezesDebt else { return }
    disarm(.surendettementRuling, .surendettementProposal)
    file.surendettement.proposedOn = nil
    if ruling.recevable { return try admit(on: ruling.date) }
    file.surendettement.ruling = .refused
    file.surendettement.ruledOn = ruling.date
    // A refusal tells of a deposit: it stays secret too.
    try report(
      .surendettementRefused, on: ruling.date, "Le dossier de surendettement n'est pas recevable.",
      article: Basis.proposal, secret: true)
    try advance()
  }

  /// Recevable: the earlier debt may not be paid any more, and creditors may know.
  private mutating func admit(on day: Day) throws {
    let end = try deadline(
      .surendetSuspension, origin: day, decidedBy: day, otherwise: .months(24))
    file.surendettement.ruling = .admitted
    file.surendettement.ruledOn = day
    file.surendettement.until = end.due
    guard file.settlement.stage != .cleared else { return }
    // L722-5 spares the delays that the judge granted; an amicable plan is frozen.
    if isScheduleInForce, file.schedule?.kind == .amicable {
      file.schedule?.stage = .frozen
      disarm(.instalment, .grace, .aidCheck)
    }
    // The notice of recevabilité tells the landlord why its answer has no object any more.
    if file.plan.stage == .open { file.plan.stage = .withdrawn }
    try withdrawDemands(
      "Le dossier de surendettement est recevable : la dette antérieure ne peut plus être payée, la"
        + " demande est sans objet.")
    disarm(.planReply, .fslReply)
    if file.settlement.stage == .exhausted || file.settlement.stage == .none {
      file.settlement = Settlement(stage: .open, since: day)
    }
    arm(.surendettementEnd, end)
    try report(
      .surendettementAdmitted, on: day,
      "Le dossier de surendettement est recevable : la dette antérieure est gelée.",
      article: Basis.admission, until: end.due)
    try tellCreditorsOfRecevabilite()
  }

  private mutating func tellCreditorsOfRecevabilite() throws {
    var recipients: [Destination] = []
    if let landlord = file.creditors.landlord { recipients.append(.user(landlord)) }
    if let huissier = file.creditors.huissier { recipients.append(.user(huissier)) }
    if recipients.isEmpty { recipients.append(file.creditors.destination) }
    for recipient in recipients { try tellOfRecevabilite(recipient) }
    try tell(
      .surendettementRecevable, to: .kind(.caf),
      "Le dossier de surendettement est recevable : rétablissez l'aide au logement.",
      article: Basis.aidRestored)
  }

  /// Without effect before recevabilité.
  mutating func tellOfRecevabilite(_ recipient: Destination) throws {
    guard file.surendettement.freezesDebt, file.settlement.stage != .cleared else { return }
    try tell(
      .surendettementRecevable, to: recipient,
      "Le dossier de surendettement est recevable : la dette antérieure ne peut plus être payée ni"
        + " recouvrée sur les biens ; le loyer courant reste dû.", article: Basis.admission)
  }

  /// The measures. They imply recevabilité where its message was lost on the way.
  mutating func receive(_ measures: SurendettementMesures) throws {
    let known = file.surendettement
    if known.ruling == .ended || known.measuredOn.map({ $0 >= measures.date }) ?? false { return }
    if !known.freezesDebt {
      disarm(.surendettementRuling, .surendettementProposal)
      file.surendettement.proposedOn = nil
      try admit(on: measures.date)
    }
    file.surendettement.measure = measures.mesure
    file.surendettement.measuredOn = measures.date
    guard file.settlement.stage != .cleared else { return }
    switch measures.mesure {
    case .prp: try awaitErasure(measures)
    case .plan, .moratoire: try armMeasures(measures)
    case .cloture: try surendettementEnded()
    }
  }

  /// The debt is erased once the measure can no longer be contested (R741-1: thirty days).
  private mutating func awaitErasure(_ measures: SurendettementMesures) throws {
    disarm(.surendettementEnd)
    file.surendettement.until = try arm(
      .surendettementContest, .surendetContestation, origin: measures.date,
      decidedBy: measures.date, otherwise: .days(30))
  }

  /// A plan lasts seven years at most, a moratoire two.
  private mutating func armMeasures(_ measures: SurendettementMesures) throws {
    let months = measures.mesure == .plan ? 84 : 24
    let longest = try rules.calendar.deadline(
      origin: measures.date, delay: .months(months),
      rule: SettlementDeadline.surendettementEnd.rawValue,
      article: Basis.measures, counting: .fixed)
    let end = min(measures.fin ?? longest.due, longest.due)
    file.surendettement.until = end
    arm(
      .surendettementEnd,
      Deadline(
        origin: measures.date, rule: longest.rule, article: longest.article, delay: longest.delay,
        raw: end, due: end, reason: end == longest.due ? "" : "date fixée par la commission"))
    try report(
      .surendettementAdmitted, on: measures.date,
      measures.mesure == .plan
        ? "La commission de surendettement impose ou approuve un plan."
        : "La commission de surendettement suspend l'exigibilité de la dette.",
      article: Basis.measures, until: end)
  }

  /// A settlement that was stopped and is opened again waits for the end of the freeze again.
  mutating func rearmFreeze() {
    let origin = file.surendettement.measuredOn ?? file.surendettement.ruledOn ?? today
    let due = file.surendettement.until ?? today
    let kind: SettlementDeadline =
      file.surendettement.measure == .prp ? .surendettementContest : .surendettementEnd
    arm(
      kind,
      Deadline(
        origin: origin, rule: kind.rawValue, article: Basis.measures,
        delay: "jusqu'à la date fixée",
        raw: due, due: due, reason: ""))
  }

  mutating func surendettementUncontested() throws {
    guard file.surendettement.freezesDebt, file.surendettement.measure == .prp else { return }
    file.surendettement.ruling = .ended
    try report(
      .surendettementEnded, on: today, "Le rétablissement personnel est acquis.",
      article: Basis.erasure)
    if file.schedule?.kind == .judge, isScheduleInForce { file.schedule?.stage = .stopped }
    try clear(on: today, "La dette locative est effacée.", article: Basis.erasure)
  }

  /// The time of the commission is over. A plan that ran its course leaves nothing; after a moratoire,
  /// or without measures, the debt is there again and its settlement starts again.
  mutating func surendettementEnded() throws {
    guard file.surendettement.freezesDebt else { return }
    let measure = file.surendettement.measure
    file.surendettement.ruling = .ended
    try report(
      .surendettementEnded, on: today, "Les effets du surendettement ont pris fin.",
      article: Basis.measures)
    switch measure {
    case .plan:
      try clear(
        on: today, "Le plan de la commission de surendettement est arrivé à son terme.",
        article: Basis.measures)
    case .moratoire, .prp, .cloture, nil:
      guard file.settlement.stage == .open else { return }
      if file.schedule?.stage == .frozen { file.schedule?.stage = .stopped }
      file.plan = Demand()
      file.fsl = Demand()
      try report(
        .settlementStarted, on: today, "Le traitement de la dette reprend.",
        article: Basis.settlement)
      try askForAid()
      try advance()
    }
  }
}
