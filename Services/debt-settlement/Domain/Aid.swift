import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// The housing aid (APL, AL), which the law ties to the settlement of the debt.
public struct Aid: Sendable, Hashable {
  /// Where its payment to the landlord stands (CCH R351-31, then R824-20).
  public enum DirectPayment: String, CaseIterable, Sendable {
    case none
    /// The landlord has two months to answer; silence is a no.
    case proposed
    /// It begins two months after the landlord's yes, unless the debt is cleared.
    case accepted
    case refused
    case inForce = "in-force"
  }
  public var stage: AidStage = .unknown
  public var since: Day?
  public var askedOn: Day?
  /// The aid of a month; `nil` while no signal gave it.
  public var amount: Cents?
  /// The day of the signal that gave it.
  public var amountOn: Day?
  /// Whether it is paid to the landlord; `nil` while no signal said so.
  public var isThirdParty: Bool?
  /// Where its payment to the landlord stands.
  public var directPayment: DirectPayment = .none
  /// The day on which the arrears reached the threshold of the aid (APL.impaye).
  public var constitutedOn: Day?
  /// The day on which the first of the unpaid terms was due, by the latest décompte that says so.
  public var firstDefaultOn: Day?
  /// The last day for the landlord to signal them (APL.signal).
  public var signalDue: Day?
  /// To whom the organisme payeur sent the file, and when.
  public var sentBack: SentBack?
  /// The day on which the last resort was asked of the organisme payeur: 1/36 of the debt a month.
  public var lastResortOn: Day?

  /// Whether there is an aid to keep.
  public var isPaid: Bool { amount.map { $0 > .zero } ?? false }
}

/// Where it stands.
public enum AidStage: String, CaseIterable, Sendable {
  case unknown
  /// Its decider was asked to keep it.
  case asked
  case maintained, suspended
}

// The housing aid: kept while the debt is settled, by the rules of 2016, 2019 and 2027.

extension SettlementContext {
  /// Who decides on the aid: the organisme payeur, the commission from 2027 (APL.decideur).
  var aidDecider: PartnerKind {
    guard rules.charter.commissionDecidesOnAid,
      case .competence("CCAPEX")? = try? RuleBook.rule(.aplDecideur, on: today).value
    else { return .caf }
    return .ccapex
  }

  /// The article of the aid in force that day.
  var aidArticle: String {
    (try? RuleBook.rule(.aplImpaye, on: file.aid.constitutedOn ?? file.aidSignal ?? today))?.article
      ?? SettlementBasis.aid
  }

  /// Has the housing aid kept, where there is one.
  mutating func askForAid() throws {
    guard file.aid.stage == .unknown, file.aid.isPaid else { return }
    file.aid.stage = .asked
    file.aid.since = today
    file.aid.askedOn = today
    let due = try arm(.aidReply, after: .months(rules.charter.aidReplyMonths))
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      "Maintenez l'aide au logement pendant le traitement de la dette et dites votre décision avant"
        + " l'échéance.", article: SettlementBasis.aid, due: due)
  }

  /// A suspended aid is paid again once the debt is under a plan, or paid.
  mutating func askToRestoreAid(because reason: String) throws {
    guard file.aid.stage == .suspended else { return }
    try tell(
      .aideAMaintenir, to: .kind(aidDecider), reason + " : rétablissez l'aide au logement.",
      article: SettlementBasis.aid)
  }

  /// The aid is kept or suspended. An older decision changes nothing. From 2027 on the word of the
  /// organisme payeur alone is no decision.
  mutating func receive(_ ruling: APLDecision, from sender: PartnerKind) throws {
    try learn(directPayment: ruling)
    guard sender == .ccapex || aidDecider == .caf else {
      guard file.aid.stage != (ruling.maintien ? .maintained : .suspended) else { return }
      return try tell(
        .dossierARevoir, to: .ccapex,
        "L'organisme payeur annonce une décision sur l'aide au logement que la commission n'a pas"
          + " prise : décidez du maintien ou de la suspension.", article: SettlementBasis.commission
      )
    }
    try decideAid(isKept: ruling.maintien, on: ruling.date)
  }

  private mutating func decideAid(isKept: Bool, on day: Day) throws {
    let stage = isKept ? AidStage.maintained : .suspended
    switch file.aid.stage {
    case .unknown, .asked: break
    case .maintained, .suspended:
      if stage == file.aid.stage || day <= (file.aid.since ?? day) { return }
    }
    file.aid.stage = stage
    file.aid.since = day
    disarm(.aidReply)
    try report(
      isKept ? .aidMaintained : .aidSuspended, on: day,
      isKept ? "L'aide au logement est maintenue." : "L'aide au logement est suspendue.",
      article: aidArticle)
  }

  /// The commission's word on the aid: a decision from 2027, before that an opinion that the
  /// organisme payeur is told (CCH R351-30 E).
  mutating func receive(_ opinion: AvisCCAPEX) throws {
    let isKept: Bool
    switch opinion.sens {
    case .aideMaintenue: isKept = true
    case .aideSuspendue: isKept = false
    case .maintien, .apurement, .relogement, .hebergement, .accompagnement, .sansSolution,
      .renvoiCentrale:
      return
    }
    let body = try RuleBook.rule(.aplDecideur, on: opinion.date).value
    if rules.charter.commissionDecidesOnAid, body == .competence("CCAPEX") {
      return try decideAid(isKept: isKept, on: opinion.date)
    }
    guard isKept else { return }
    try tell(
      .aideAMaintenir, to: .caf,
      "La commission est d'avis de maintenir l'aide au logement : dites votre décision.",
      article: SettlementBasis.aid)
  }

  /// No answer: remind once. The settlement itself does not wait for it.
  mutating func aidReplyExpired() throws {
    guard file.aid.stage == .asked, file.settlement.stage == .open else { return }
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      "Rappel : dites votre décision sur le maintien de l'aide au logement.",
      article: SettlementBasis.aid)
  }

  /// The plan is checked every six months (APL.verification).
  mutating func armAidCheck(from day: Day) throws {
    guard file.aid.isPaid else { return }
    try arm(
      .aidCheck, .aplVerification, origin: day, decidedBy: file.aidSignal ?? day,
      otherwise: .months(6))
  }

  mutating func aidCheckReached(_ deadline: Deadline) throws {
    guard let schedule = file.schedule, schedule.stage == .inForce, schedule.kind != .judge
    else { return }
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      "Vérifiez que le plan d'apurement est tenu, et maintenez l'aide au logement s'il l'est."
        + knownPayments, article: deadline.article)
    // From the day counted, not the day extended: six months stay six months.
    try armAidCheck(from: deadline.raw)
  }
}
