import Casework
public import Contracts
import LegalCalendar
public import Vocabulary

/// The surendettement of a household.
///
/// A deposit is secret until recevabilité (C. consom. L721-3): nothing that creditors, court,
/// préfet or CAF can see may depend on `filedOn`, neither a notice nor its day.
public struct Surendettement: Sendable, Hashable {
  /// What the commission decided.
  public enum Ruling: String, CaseIterable, Sendable {
    case none, admitted, refused
    /// Its effects are over.
    case ended
  }
  /// The day on which it was proposed to the household; `nil` while it was not, or once the
  /// proposal has run its time.
  public var proposedOn: Day?
  public var filedOn: Day?
  public var ruling: Ruling = .none
  public var ruledOn: Day?
  public var measure: SurendettementMesures.Mesure?
  public var measuredOn: Day?
  /// The last day of what was decided.
  public var until: Day?
  /// How many times a late decision was asked for.
  public var reminders = 0

  public init() {}

  /// Months to file again after a moratoire, where a judge had granted delays (L714-1).
  public static let monthsToFileAgain = 3

  /// Whether the earlier debt may not be paid (C. consom. L722-5).
  public var freezesDebt: Bool {
    switch ruling {
    case .admitted: true
    case .none, .refused, .ended: false
    }
  }

  /// Whether a proposal keeps the settlement open. Neither a deposit nor its refusal, which would
  /// tell of it, enters into that.
  public var isAwaited: Bool {
    switch ruling {
    case .none, .refused: proposedOn != nil
    case .admitted, .ended: false
    }
  }
}

// The surendettement: secret from creditors until recevabilité (C. consom. L721-3), then public.

extension SettlementContext {
  /// The household and its social worker are told, nobody else. What was deposited or refused does
  /// not enter into it: creditors would see the settlement last longer, or shorter.
  mutating func proposeSurendettement() throws {
    guard isSurendettementAdvised, file.surendettement.proposedOn == nil else { return }
    switch file.surendettement.ruling {
    case .none, .refused: break
    case .admitted, .ended: return
    }
    file.surendettement.proposedOn = today
    let due = try arm(.surendettementProposal, after: .months(rules.charter.surendettementMonths))
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .surendettementAConstituer, to: kind,
        "Les dettes dépassent ce qu'un plan et le FSL peuvent payer : si le ménage le veut, constituez"
          + " et déposez un dossier de surendettement.", article: SettlementBasis.proposal, due: due
      )
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
      article: SettlementBasis.deposit, until: due, secret: true)
  }

  /// Three months without a decision: those who may know are told.
  mutating func surendettementRulingExpired() throws {
    guard file.surendettement.ruling == .none, file.surendettement.filedOn != nil else { return }
    file.surendettement.reminders += 1
    guard file.surendettement.reminders <= SettlementCharter.mostReminders else { return }
    try arm(.surendettementRuling, after: .months(1))
    for kind in [PartnerKind.banqueDeFrance, .serviceSocial] {
      try tell(
        .dossierARevoir, to: kind,
        "La recevabilité du dossier de surendettement n'est pas connue après trois mois : faites"
          + " connaître la décision.", article: SettlementBasis.deposit)
    }
  }

  mutating func receive(_ ruling: SurendettementRecevabilite) throws {
    if let ruled = file.surendettement.ruledOn, ruled >= ruling.date { return }
    guard !file.surendettement.freezesDebt else { return }
    disarm(.surendettementRuling)
    if ruling.recevable {
      disarm(.surendettementProposal)
      file.surendettement.proposedOn = nil
      return try admit(on: ruling.date)
    }
    try refuse(ruling)
  }

  /// A refusal tells of a deposit: it stays secret too, and leaves every other path as it was.
  private mutating func refuse(_ ruling: SurendettementRecevabilite) throws {
    file.surendettement.ruling = .refused
    file.surendettement.ruledOn = ruling.date
    try report(
      .surendettementRefused, on: ruling.date, "Le dossier de surendettement n'est pas recevable.",
      article: SettlementBasis.proposal, secret: true)
    guard file.settlement.stage != .cleared else { return }
    let due = try arm(
      .surendettementAppeal, .surendetRecours, origin: ruling.date, decidedBy: ruling.date,
      otherwise: .days(15))
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .dossierARevoir, to: kind,
        "Le dossier de surendettement n'est pas recevable : un recours est possible avant l'échéance.",
        article: SettlementBasis.appeal, due: due)
    }
  }

  /// Recevable: the earlier debt may not be paid any more, and creditors may know.
  mutating func admit(on day: Day) throws {
    let end = try deadline(
      .surendetSuspension, origin: day, decidedBy: day, otherwise: .months(24))
    file.surendettement.ruling = .admitted
    file.surendettement.ruledOn = day
    file.surendettement.until = end.due
    guard file.settlement.stage != .cleared else { return }
    // L722-5 spares the delays that the judge granted; an amicable plan is frozen.
    if isScheduleInForce, file.schedule?.kind != .judge {
      file.schedule?.stage = .frozen
      disarm(.instalment, .grace, .rent, .aidCheck)
    }
    // The notice of recevabilité tells the landlord why its answer has no object any more.
    if file.plan.stage == .open { file.plan.stage = .withdrawn }
    // A grant that is not paid yet is asked back like a demand.
    if file.fsl.paysOn != nil {
      file.fsl.stage = .open
      file.fsl.paysOn = nil
    }
    try withdrawDemands(
      "Le dossier de surendettement est recevable : la dette antérieure ne peut plus être payée, la"
        + " demande est sans objet.")
    disarm(.planReply, .fslReply, .fslPayment)
    if file.settlement.stage == .exhausted || file.settlement.stage == .none {
      file.settlement = Settlement(stage: .open, since: day)
    }
    arm(.surendettementEnd, end)
    try arm(
      .surendettementAppeal, .surendetRecours, origin: day, decidedBy: day, otherwise: .days(15))
    try report(
      .surendettementAdmitted, on: day,
      "Le dossier de surendettement est recevable : la dette antérieure est gelée.",
      article: SettlementBasis.admission, until: end.due)
    try tellCreditorsOfRecevabilite()
  }

  private mutating func tellCreditorsOfRecevabilite() throws {
    var recipients: [Destination] = []
    if let landlord = file.creditors.landlord { recipients.append(.user(landlord)) }
    if let huissier = file.creditors.huissier { recipients.append(.user(huissier)) }
    if recipients.isEmpty { recipients.append(file.creditors.destination) }
    for recipient in recipients { try tellOfRecevabilite(recipient) }
    try tell(
      .surendettementRecevable, to: .caf,
      "Le dossier de surendettement est recevable : rétablissez l'aide au logement.",
      article: SettlementBasis.aidRestored)
    guard file.aid.isPaid, aidDecider == .ccapex else { return }
    try tell(
      .aideAMaintenir, to: .ccapex,
      "Le dossier de surendettement est recevable : l'aide au logement est rétablie de droit.",
      article: SettlementBasis.aidRestored)
  }

  /// Without effect before recevabilité.
  mutating func tellOfRecevabilite(_ recipient: Destination) throws {
    guard file.surendettement.freezesDebt, file.settlement.stage != .cleared else { return }
    try tell(
      .surendettementRecevable, to: recipient,
      "Le dossier de surendettement est recevable : la dette antérieure ne peut plus être payée ni"
        + " recouvrée sur les biens ; le loyer courant reste dû.",
      article: SettlementBasis.admission)
  }
}
