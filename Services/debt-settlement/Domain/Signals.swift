import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// The accounts of the creditors.
public struct Creditors: Sendable, Hashable {
  /// The landlord's account; `nil` while it has said nothing.
  public var landlord: String?
  /// The huissier's account; `nil` while it has said nothing.
  public var huissier: String?
  /// The kind of landlord, where known.
  public var kind: Landlord.Kind?

  /// Who receives what is for the landlord: itself, else its huissier, else the correspondent of
  /// its kind.
  public var destination: Destination {
    if let account = landlord ?? huissier { return .user(account) }
    switch kind {
    case .personneMoraleSociale: return .kind(.bailleurSocial)
    case .personnePhysique, .sciFamiliale, .personneMoralePrivee, nil: return .kind(.bailleurPrive)
    }
  }
}

/// A debt by one décompte.
public struct Claim: Sendable, Hashable {
  public var on: Day
  public var debt: Cents
  /// Rent of a month, without charges.
  public var rent: Cents
  public var charges: Cents

  public init(on day: Day, debt: Cents, rent: Cents, charges: Cents) {
    self.on = day
    self.debt = debt
    self.rent = rent
    self.charges = charges
  }

  /// Whether this décompte replaces another: the latest day prevails; on the same day, the larger
  /// debt, so that the order of arrival decides nothing.
  public func prevails(over other: Claim) -> Bool {
    (on, debt, rent, charges) > (other.on, other.debt, other.rent, other.charges)
  }
}

/// A commandement de payer and the days of its delay.
public struct NoticeRun: Sendable, Hashable {
  public var servedOn: Day
  /// The last day of its delay (CDP.delai).
  public var due: Day

  public init(servedOn day: Day, due: Day) {
    self.servedOn = day
    self.due = due
  }

  /// Whether its delay runs on that day: what is paid then keeps the clause from playing.
  public func runs(on day: Day) -> Bool { servedOn <= day && day <= due }
}

/// The first signal of arrears, and how old they were by then (indicator S1).
public struct FirstSignal: Sendable, Hashable {
  public var on: Day
  /// Months of rent unpaid; where the signal tells none, whole months since the first default, or
  /// since the arrears were constituted.
  public var months: Int

  public init(on day: Day, months: Int) {
    self.on = day
    self.months = months
  }

  /// The most months that are counted between two days.
  private static let mostMonths = 1_200

  init(on day: Day, constitutedOn start: Day) {
    on = day
    months =
      (1...Self.mostMonths).prefix { start.adding(months: $0).map { $0 <= day } ?? false }.count
  }
}

// What signals say of the debt, of the creditors and of the aid.

extension SettlementContext {
  mutating func learn(_ opened: DossierOpened) throws {
    file.creditors.kind = opened.landlord ?? file.creditors.kind
    file.isProtected = opened.mandataire ?? file.isProtected
    try learn(landlord: opened.bailleur, huissier: opened.huissier)
  }

  mutating func learn(_ signal: SignalementCDP, from sender: EventSender) throws {
    if signal.acte >= (file.notice?.servedOn ?? signal.acte) {
      file.notice = NoticeRun(servedOn: signal.acte, due: try noticeDue(signal))
    }
    if signal.dette > .zero {
      remember(FirstSignal(on: signal.acte, months: signal.mois_impayes))
    }
    try learn(
      Claim(on: signal.acte, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      from: sender)
    try constitute(by: signal)
  }

  /// The last day of a commandement de payer: the delay that it states, else that of the lease.
  private func noticeDue(_ signal: SignalementCDP) throws -> Day {
    let written: Delay? =
      switch signal.delai {
      case .deuxMois: .months(2)
      case .sixSemaines: .weeks(6)
      case nil: nil
      }
    return try rules.calendar.noticeDeadline(
      served: signal.acte, written: written, lease: signal.bail_du
    ).due
  }

  /// What a signal of arrears says; `isToCAF` where the organisme payeur is told by it.
  mutating func learn(
    _ signal: SignalementImpaye, from sender: EventSender, isToCAF: Bool
  ) throws {
    if let start = signal.premier_impaye ?? signal.constitue_le {
      remember(FirstSignal(on: signal.date, constitutedOn: start))
    }
    try learn(
      Claim(on: signal.date, debt: signal.dette, rent: signal.loyer, charges: signal.charges),
      from: sender)
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
      .droitsAOuvrir, to: .serviceSocial,
      "Le ménage ne reçoit pas d'aide au logement : vérifiez ses droits et faites-les ouvrir avant"
        + " d'arrêter un plan.", article: SettlementBasis.rights)
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

  private mutating func learn(_ claim: Claim, from sender: EventSender) throws {
    switch sender.kind {
    case .huissier: try learn(landlord: nil, huissier: sender.account)
    case .bailleurPrive, .bailleurSocial:
      if sender.isParty { try learn(landlord: sender.account, huissier: nil) }
    case .caf, .serviceSocial, .ccas, .operateurDSF, .fsl, .banqueDeFrance, .prefecture,
      .tribunal, .siao, .reservataire, .commissionMediation, .menage, .ccapex, .antenne, .agence,
      .forcesOrdre, .mandataire, .sante, .autreCCAPEX:
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
    file.plan = PartnerDemand()
    file.fsl = PartnerDemand()
    file.schedule = nil
    file.surendettement = Surendettement()
    file.aidSignal = nil
    file.aid = Aid(
      stage: file.aid.stage, since: file.aid.since, askedOn: file.aid.askedOn,
      amount: file.aid.amount, amountOn: file.aid.amountOn, isThirdParty: file.aid.isThirdParty)
  }

  /// The first account known of each creditor is kept. One that is learnt after recevabilité is
  /// told of it.
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
