import Contracts
import LegalCalendar
import Vocabulary

// The housing aid: kept while the debt is settled, by the rules of 2016, 2019 and 2027.

extension SettlementWork {
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
      ?? Basis.aid
  }

  /// Has the housing aid kept, where there is one.
  mutating func askForAid() throws {
    guard file.aid.stage == .unknown, file.aid.isPaid else { return }
    file.aid.stage = .asked
    file.aid.since = today
    file.aid.askedOn = today
    let due = try arm(.aidReply, months: rules.charter.aidReplyMonths)
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      "Maintenez l'aide au logement pendant le traitement de la dette et dites votre décision avant"
        + " l'échéance.", article: Basis.aid, due: due)
  }

  /// A suspended aid is paid again once the debt is under a plan, or paid.
  mutating func askToRestoreAid(because reason: String) throws {
    guard file.aid.stage == .suspended else { return }
    try tell(
      .aideAMaintenir, to: .kind(aidDecider), reason + " : rétablissez l'aide au logement.",
      article: Basis.aid)
  }

  /// The aid is kept or suspended. An older decision changes nothing. From 2027 on the word of the
  /// organisme payeur alone is no decision.
  mutating func receive(_ ruling: APLDecision, from sender: PartnerKind) throws {
    try learn(directPayment: ruling)
    guard sender == .ccapex || aidDecider == .caf else {
      guard file.aid.stage != (ruling.maintien ? .maintained : .suspended) else { return }
      return try tell(
        .dossierARevoir, to: .kind(.ccapex),
        "L'organisme payeur annonce une décision sur l'aide au logement que la commission n'a pas"
          + " prise : décidez du maintien ou de la suspension.", article: Basis.commission)
    }
    try decideAid(isKept: ruling.maintien, on: ruling.date)
  }

  private mutating func decideAid(isKept: Bool, on day: Day) throws {
    let stage = isKept ? Aid.Stage.maintained : .suspended
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

  /// The commission's word on the aid: a decision from 2027, before that an opinion that the organisme
  /// payeur is told (CCH R351-30 E).
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
      .aideAMaintenir, to: .kind(.caf),
      "La commission est d'avis de maintenir l'aide au logement : dites votre décision.",
      article: Basis.aid)
  }

  /// No answer: remind once. The settlement itself does not wait for it.
  mutating func aidReplyExpired() throws {
    guard file.aid.stage == .asked, file.settlement.stage == .open else { return }
    try tell(
      .aideAMaintenir, to: .kind(aidDecider),
      "Rappel : dites votre décision sur le maintien de l'aide au logement.", article: Basis.aid)
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
      "Vérifiez que le plan d'apurement est tenu, et maintenez l'aide au logement s'il l'est.",
      article: deadline.article)
    // From the day counted, not the day extended: six months stay six months.
    try armAidCheck(from: deadline.raw)
  }
}
