import Contracts
import LegalCalendar
import Vocabulary

// What signals say of the debt, of the creditors and of the aid.

extension SettlementWork {
  mutating func learn(_ opened: DossierOpened) throws {
    file.creditors.kind = opened.landlord ?? file.creditors.kind
    file.isProtected = opened.mandataire ?? file.isProtected
    try learn(landlord: opened.bailleur, huissier: opened.huissier)
  }

  mutating func learn(_ signal: SignalementCDP, from forwarded: ForwardedEvent) throws {
    if signal.acte >= (file.notice?.servedOn ?? signal.acte) {
      file.notice = NoticeRun(servedOn: signal.acte, due: try noticeDue(signal))
    }
    if signal.dette > .zero {
      remember(FirstSignal(on: signal.acte, months: signal.mois_impayes))
    }
    try learn(
      Claim(on: signal.acte, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      from: forwarded)
  }

  /// The last day of a commandement de payer: the delay that it states, else that of the lease.
  private func noticeDue(_ signal: SignalementCDP) throws -> Day {
    switch signal.delai {
    case nil:
      return try rules.calendar.deadline(
        .cdpDelai, origin: signal.acte, decidedBy: signal.bail_du ?? signal.acte
      ).due
    case .deuxMois, .sixSemaines:
      return try rules.calendar.deadline(
        origin: signal.acte, delay: signal.delai == .deuxMois ? .months(2) : .weeks(6),
        rule: RuleID.cdpDelai.rawValue, article: Basis.notice
      ).due
    }
  }

  /// What a signal of arrears says; `isToCAF` where the organisme payeur is told by it.
  mutating func learn(
    _ signal: SignalementImpaye, from forwarded: ForwardedEvent, isToCAF: Bool
  ) throws {
    if let start = signal.constitue_le {
      remember(FirstSignal(on: signal.date, constitutedOn: start))
    }
    try learn(
      Claim(on: signal.date, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      from: forwarded)
    try learnAid(of: signal, isToCAF: isToCAF)
  }

  private mutating func remember(_ signal: FirstSignal) {
    if let known = file.firstSignal, known.on <= signal.on { return }
    file.firstSignal = signal
  }

  /// The household's means, by its last diagnosis. They order the paths; no figure closes one.
  mutating func learn(_ diagnostic: Diagnostic) throws {
    if let known = file.means, known.on > diagnostic.date { return }
    let wereRightsTold = file.means?.areRightsTold ?? false
    file.means = PayingMeans(of: diagnostic, by: rules.charter)
    file.means?.areRightsTold = wereRightsTold
    guard file.settlement.stage == .open, !file.surendettement.freezesDebt else { return }
    try haveRightsOpened()
    if !isScheduleInForce { try proposeSurendettement() }
  }

  /// The first path of all: rights that nobody has claimed.
  mutating func haveRightsOpened() throws {
    guard let means = file.means, means.isWithoutAid, !means.areRightsTold else { return }
    file.means?.areRightsTold = true
    try tell(
      .droitsAOuvrir, to: .kind(.serviceSocial),
      "Le ménage ne reçoit pas d'aide au logement : vérifiez ses droits et faites-les ouvrir avant"
        + " d'arrêter un plan.", article: Basis.rights)
  }

  /// The instalment that the judge fixed, for the schedule that the saga has watched.
  mutating func learn(_ ruling: TribunalDecision) {
    guard ruling.sens == .delaisSuspensifs, let amount = ruling.mensualite, amount > .zero,
      ruling.date >= (file.judgeInstalment?.on ?? ruling.date)
    else { return }
    file.judgeInstalment = JudgeInstalment(on: ruling.date, amount: amount)
    if file.schedule?.kind == .judge, let start = file.schedule?.startedOn, start >= ruling.date {
      file.schedule?.instalment = amount
    }
  }

  private mutating func learn(_ claim: Claim, from forwarded: ForwardedEvent) throws {
    switch forwarded.kind {
    case .huissier: try learn(landlord: nil, huissier: forwarded.sender)
    case .bailleurPrive, .bailleurSocial:
      if forwarded.isParty { try learn(landlord: forwarded.sender, huissier: nil) }
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture,
      .tribunal, .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante:
      break
    }
    // A congé or troubles: nothing is owed.
    guard claim.debt > .zero else { return }
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
    file.aidSignal = nil
    file.aid = Aid(
      stage: file.aid.stage, since: file.aid.since, askedOn: file.aid.askedOn,
      amount: file.aid.amount, amountOn: file.aid.amountOn, isThirdParty: file.aid.isThirdParty)
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
}
