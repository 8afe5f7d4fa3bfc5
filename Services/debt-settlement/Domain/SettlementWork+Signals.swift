import Contracts
import LegalCalendar
import Vocabulary

// What signals say of the debt, of the creditors and of the aid.

extension SettlementWork {
  mutating func learn(_ opened: DossierOpened) throws {
    file.creditors.kind = opened.landlord ?? file.creditors.kind
    try learn(landlord: opened.bailleur, huissier: opened.huissier)
  }

  mutating func learn(_ signal: SignalementCDP, from forwarded: ForwardedEvent) throws {
    try learn(
      Claim(on: signal.acte, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      from: forwarded)
  }

  mutating func learn(_ signal: SignalementImpaye, from forwarded: ForwardedEvent) throws {
    if let amount = signal.aide, signal.date >= (file.aid.amountOn ?? signal.date) {
      file.aid.amount = amount
      file.aid.amountOn = signal.date
    }
    try learn(
      Claim(on: signal.date, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      from: forwarded)
  }

  private mutating func learn(_ claim: Claim, from forwarded: ForwardedEvent) throws {
    switch forwarded.kind {
    case .huissier: try learn(landlord: nil, huissier: forwarded.sender)
    case .bailleurPrive, .bailleurSocial: try learn(landlord: forwarded.sender, huissier: nil)
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture,
      .tribunal, .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante:
      break
    }
    if let known = file.claim, !claim.prevails(over: known) { return }
    file.claim = claim
    // A debt that appears after the last one was cleared is a new episode.
    guard file.settlement.stage == .cleared, claim.on > (file.settlement.since ?? claim.on) else {
      return
    }
    file.settlement = Settlement()
    file.plan = Demand()
    file.fsl = Demand()
    file.schedule = nil
    file.surendettement = Surendettement()
  }

  /// The first account known of each creditor is kept. One that is learnt after recevabilité is told
  /// of it.
  private mutating func learn(landlord: String?, huissier: String?) throws {
    if file.creditors.landlord == nil, let landlord {
      file.creditors.landlord = landlord
      try tellOfRecevabilite(.user(landlord))
    }
    if file.creditors.huissier == nil, let huissier {
      file.creditors.huissier = huissier
      try tellOfRecevabilite(.user(huissier))
    }
  }

  /// Has the housing aid kept, where there is one.
  mutating func askForAid() throws {
    guard file.aid.stage == .unknown, let amount = file.aid.amount, amount > .zero else { return }
    file.aid.stage = .asked
    file.aid.since = today
    let due = try arm(.aidReply, months: rules.charter.aidReplyMonths)
    try tell(
      .aideAMaintenir, to: .kind(.caf),
      "Maintenez l'aide au logement pendant le traitement de la dette et dites votre décision avant"
        + " l'échéance.", article: Basis.aid, due: due)
  }

  /// The CAF keeps or suspends the aid. An older decision changes nothing.
  mutating func receive(_ ruling: APLDecision) throws {
    let stage = ruling.maintien ? Aid.Stage.maintained : .suspended
    let isDecided: Bool
    switch file.aid.stage {
    case .unknown, .asked: isDecided = false
    case .maintained, .suspended: isDecided = true
    }
    if isDecided, stage == file.aid.stage || ruling.date <= (file.aid.since ?? ruling.date) {
      return
    }
    file.aid.stage = stage
    file.aid.since = ruling.date
    disarm(.aidReply)
    try report(
      ruling.maintien ? .aidMaintained : .aidSuspended, on: ruling.date,
      ruling.maintien
        ? "L'aide au logement est maintenue." : "L'aide au logement est suspendue.",
      article: Basis.aid)
  }

  /// No answer: remind once. The settlement itself does not wait for the CAF.
  mutating func aidReplyExpired() throws {
    guard file.aid.stage == .asked, file.settlement.stage == .open else { return }
    try tell(
      .aideAMaintenir, to: .kind(.caf),
      "Rappel : dites votre décision sur le maintien de l'aide au logement.", article: Basis.aid)
  }

  /// CCH art. R351-30: the CAF checks every six months that the plan is kept.
  mutating func armAidCheck(from day: Day) throws {
    guard let amount = file.aid.amount, amount > .zero else { return }
    try arm(
      .aidCheck, .aplVerification, origin: day, decidedBy: file.aidSignal ?? day,
      otherwise: .months(6))
  }

  mutating func aidCheckReached(_ deadline: Deadline) throws {
    guard let schedule = file.schedule, schedule.stage == .inForce, schedule.kind == .amicable
    else { return }
    try tell(
      .aideAMaintenir, to: .kind(.caf),
      "Vérifiez que le plan d'apurement est tenu, et maintenez l'aide au logement s'il l'est.",
      article: deadline.article)
    // From the day counted, not the day extended: six months stay six months.
    try armAidCheck(from: deadline.raw)
  }
}
