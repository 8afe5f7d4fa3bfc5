import Casework
import Contracts
import LegalCalendar
import Vocabulary

// The last resort of the organisme payeur: 1/36 of the debt a month (CCH R351-30, then R824-8), and
// what it must know before it suspends the aid (R824-28).

extension SettlementContext {
  /// The FSL that the organisme payeur seized has refused or kept silent: its last resort is due,
  /// once. What another asked of the FSL, in urgency or not, says nothing of that procedure.
  mutating func askForLastResort() throws {
    guard let signal = file.aidSignal, file.aid.isPaid, file.aid.lastResortOn == nil,
      file.aid.sentBack?.to == .fsl,
      let rule = try? RuleBook.rule(.aplPlanTrenteSixiemes, on: signal)
    else { return }
    file.aid.lastResortOn = today
    try arm(.aidNotice, after: .months(rules.charter.aidReplyMonths))
    try tellOfLastResort(
      "Le FSL que vous avez saisi n'a pas apporté de solution : mettez le ménage en demeure de"
        + " reprendre la dépense courante et de payer un trente-sixième de la dette par mois.",
      article: rule.article)
  }

  private mutating func tellOfLastResort(_ text: String, article: String) throws {
    try tell(
      .aideTrenteSixiemes, to: .caf, text, article: article,
      amount: file.outstanding?.instalments(SettlementCharter.longestPlan).first,
      count: SettlementCharter.longestPlan)
  }

  /// No notice came: remind once. The aid must not stay undecided.
  mutating func aidNoticeExpired() throws {
    guard file.settlement.stage != .cleared, !isScheduleInForce,
      file.aid.sentBack?.to != .tenant, let signal = file.aidSignal,
      let rule = try? RuleBook.rule(.aplPlanTrenteSixiemes, on: signal)
    else { return }
    try tellOfLastResort(
      "Rappel : mettez le ménage en demeure de payer un trente-sixième de la dette par mois, et"
        + " faites-le savoir.", article: rule.article)
  }

  /// 1/36 of the debt a month, from the month after the notice.
  mutating func startLastResort(on day: Day) throws {
    if let known = file.schedule, known.stage == .inForce {
      // What the judge or the landlord granted prevails.
      guard known.kind == .lastResort, known.startedOn < day else { return }
    }
    try withdrawDemands(
      "Le ménage est mis en demeure de payer par trente-sixièmes : la demande est sans objet.")
    disarm(.planReply, .fslReply, .aidNotice)
    reopen(on: day)
    let schedule = Schedule(
      kind: .lastResort, startedOn: day, first: day.adding(months: 1) ?? day,
      count: SettlementCharter.longestPlan, total: file.outstanding)
    file.schedule = schedule
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .aideTrenteSixiemes, to: kind,
        "Payez le loyer courant et un trente-sixième de la dette chaque mois : l'aide au logement en"
          + " dépend.", article: article(of: schedule), due: schedule.first,
        amount: schedule.amount(ofInstalment: 1), count: schedule.count)
    }
    try report(
      .settlementStarted, on: day,
      "L'organisme payeur met le ménage en demeure de payer un trente-sixième de la dette par mois.",
      article: article(of: schedule), until: schedule.lastDay, count: schedule.count)
    try armAidCheck(from: day)
    try watch()
  }

  /// What a first default risks, beside the schedule itself.
  var riskOfDefault: String {
    file.aid.isPaid ? " À défaut, l'aide au logement peut être suspendue." : ""
  }

  /// What is paid of the current rent, as the landlord told of it; empty where it told nothing.
  var knownPayments: String {
    file.rentStanding(on: today).map {
      " Selon les paiements que le bailleur a fait connaître, \($0.text)."
    } ?? ""
  }

  /// A plan or a last resort that is not kept suspends the aid, save where the current rent is
  /// paid, or half of it in a difficult situation (CCH R351-30 E, then R824-28): who decides is
  /// told.
  mutating func tellAidOfBreach(of schedule: Schedule, _ unpaid: Unpaid) throws {
    switch unpaid {
    case .instalment(let rank):
      try tell(
        .echeanceImpayee, to: .kind(aidDecider),
        "Une échéance reste impayée : décidez de l'aide au logement. Elle peut être maintenue si la"
          + " dépense courante est payée, ou la moitié au moins, aide déduite, en situation sociale"
          + " difficile." + knownPayments, article: article(of: schedule), count: rank)
    case .rent:
      try tell(
        .echeanceImpayee, to: .kind(aidDecider),
        "Le loyer courant n'est pas payé : décidez de l'aide au logement. Elle peut être maintenue si"
          + " la moitié au moins de la dépense courante, aide déduite, est payée, en situation sociale"
          + " difficile, ou si le paiement reprend." + knownPayments, article: article(of: schedule)
      )
    }
  }
}
