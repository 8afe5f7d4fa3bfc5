import Casework
import Contracts
import LegalCalendar
import Vocabulary

// What the commission de surendettement orders in the end, and what it does to the judge's schedule
// (C. consom. L714-1).

extension SettlementContext {
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
    case .prp:
      disarm(.surendettementEnd)
      file.surendettement.until = try armContest(measures)
      try suspendClause(erasedOn: measures.date)
      try prolongProtocol(afterErasureOn: measures.date)
    case .plan, .moratoire:
      try armContest(measures)
      try armMeasures(measures)
    case .cloture: try surendettementEnded()
    }
  }

  /// Measures may be contested within thirty days of their notification (R733-6, R741-1).
  @discardableResult
  private mutating func armContest(_ measures: SurendettementMesures) throws -> Day {
    try arm(
      .surendettementContest, .surendetContestation,
      origin: measures.notification ?? measures.date, decidedBy: measures.date,
      otherwise: .days(30))
  }

  /// A plan lasts seven years at most, a moratoire two.
  private mutating func armMeasures(_ measures: SurendettementMesures) throws {
    let isPlan = measures.mesure == .plan
    let longest = try rules.calendar.deadline(
      isPlan ? .surendetMesures : .surendetMoratoire, origin: measures.date,
      decidedBy: measures.date)
    let end = min(measures.fin ?? longest.due, longest.due)
    file.surendettement.until = end
    arm(
      .surendettementEnd,
      Deadline(
        origin: measures.date, rule: longest.rule, article: longest.article, delay: longest.delay,
        raw: end, due: end, reason: end == longest.due ? "" : "date fixée par la commission"))
    replaceJudgesSchedule()
    // Where a judge had granted delays, a moratoire leaves three months more to file again.
    let isProlonged = !isPlan && file.schedule?.stage == .replaced
    let until = isProlonged ? end.adding(months: Surendettement.monthsToFileAgain) ?? end : end
    // A dossier under the first version of the saga knows the first of the two only.
    for trigger in [
      Trigger.surendettementAdmitted,
      isPlan ? .surendettementPlanAdopted : .surendettementMoratorium,
    ] {
      try report(
        trigger, on: measures.date,
        isPlan
          ? "La commission de surendettement impose ou approuve un plan."
          : "La commission de surendettement suspend l'exigibilité de la dette.",
        article: isProlonged ? SettlementBasis.refile : SettlementBasis.measures, until: until)
    }
  }

  /// The measures replace the judge's schedule where the current rent is paid again (L714-1; from 1
  /// March 2019). The rent is still watched: unpaid, it ends the suspension of the clause.
  private mutating func replaceJudgesSchedule() {
    guard let schedule = file.schedule, schedule.kind == .judge, schedule.stage == .inForce,
      schedule.rentDue == nil, file.isRentResumed(on: today) ?? true,
      (try? RuleBook.rule(.jugeSurendettement, on: schedule.startedOn)) != nil
    else { return }
    file.schedule?.stage = .replaced
    disarm(.instalment, .grace)
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
        origin: origin, rule: kind.rawValue, article: SettlementBasis.measures,
        delay: "jusqu'à la date fixée",
        raw: due, due: due, reason: ""))
  }

  /// Nobody contests any more: an effacement is final; other measures run as they were decided.
  mutating func surendettementUncontested() throws {
    guard file.surendettement.freezesDebt, file.surendettement.measure == .prp else { return }
    file.surendettement.ruling = .ended
    try report(
      .surendettementEnded, on: today, "Le rétablissement personnel est acquis.",
      article: SettlementBasis.erasure)
    // Before the law of 2019 an effacement suspends no clause; nothing is paid by instalments.
    if isScheduleInForce, file.schedule?.kind == .judge {
      disarm(.instalment, .grace)
      file.schedule?.stage = .stopped
    }
    try clear(
      .debtErased, on: today, "La dette locative est effacée.", article: SettlementBasis.erasure)
  }

  /// An effacement in the course of the judge's delays suspends the clause for two years from the
  /// day on which it is decided (L714-1 II, art. 24 VIII), by the version of the day of the
  /// judgment. Instalments are owed no more; the current rent is watched.
  private mutating func suspendClause(erasedOn day: Day) throws {
    guard let schedule = file.schedule, schedule.kind == .judge,
      schedule.stage == .inForce || schedule.stage == .replaced,
      let rule = try? RuleBook.rule(.jugeSurendettement, on: schedule.startedOn)
    else { return }
    disarm(.instalment, .grace)
    file.schedule?.stage = .replaced
    let end = try rules.calendar.deadline(rule, origin: day)
    arm(.clauseSuspension, end)
    let text =
      "La dette locative est effacée : la clause reste suspendue deux ans, à condition que le loyer"
      + " et les charges soient payés."
    try report(
      .clauseSuspendedAfterPRP, on: day, text, article: SettlementBasis.clauseSuspension,
      until: end.due)
    let landlord = file.creditors.landlord.map { Destination.user($0) }
    for recipient in [landlord ?? file.creditors.destination, .kind(.caf)] {
      try tell(
        .detteEffacee, to: recipient, text, article: SettlementBasis.clauseSuspension, due: end.due)
    }
  }

  /// Whether the clause is suspended after an effacement: the rent is watched until the end.
  var isClauseSuspended: Bool {
    file.schedule?.stage == .replaced && file.surendettement.measure == .prp
  }

  /// Two years without an unpaid rent: the clause is deemed never to have played.
  mutating func clauseSuspensionEnded() throws {
    guard file.schedule?.stage == .replaced else { return }
    file.schedule?.stage = .completed
    disarm(.rent)
    try report(
      .scheduleKept, on: today.adding(days: -1),
      "Deux ans après l'effacement, le loyer courant a été payé : la clause est réputée n'avoir pas"
        + " joué.", article: SettlementBasis.refile)
  }

  /// The time of the commission is over. A plan that ran its course leaves nothing; after a
  /// moratoire, or without measures, the debt is there again and its settlement starts again.
  mutating func surendettementEnded() throws {
    guard file.surendettement.freezesDebt else { return }
    let measure = file.surendettement.measure
    file.surendettement.ruling = .ended
    disarm(.surendettementEnd, .surendettementContest, .surendettementAppeal)
    try report(
      .surendettementEnded, on: today, "Les effets du surendettement ont pris fin.",
      article: SettlementBasis.measures)
    switch measure {
    case .plan:
      try keepReplacedSchedule()
      try clear(
        on: today, "Le plan de la commission de surendettement est arrivé à son terme.",
        article: SettlementBasis.measures)
    case .moratoire: try startAgainAfterMoratoire()
    case .prp, .cloture, nil: try startAgain()
    }
  }

  /// The commission's plan was paid, and the rent with it: the clause is deemed never to have
  /// played.
  private mutating func keepReplacedSchedule() throws {
    guard let schedule = file.schedule, schedule.stage == .replaced else { return }
    file.schedule?.stage = .completed
    disarm(.rent)
    try report(
      .scheduleKept, on: today,
      "Les mesures qui remplaçaient l'échéancier du juge sont tenues : la clause est réputée n'avoir"
        + " pas joué.", article: SettlementBasis.refile)
  }

  /// The household may file again within three months; a suspended clause stays so until then.
  private mutating func startAgainAfterMoratoire() throws {
    let deadline = try deadline(
      .jugeMoratoire, origin: today.adding(days: -1),
      decidedBy: file.schedule?.startedOn ?? today,
      otherwise: .months(Surendettement.monthsToFileAgain))
    if file.settlement.stage == .open || file.schedule?.stage == .replaced {
      arm(.surendettementRefile, deadline)
      for kind in [PartnerKind.menage, .serviceSocial] {
        try tell(
          .surendettementAConstituer, to: kind,
          "La suspension de la dette est terminée : si la dette ne peut toujours pas être payée,"
            + " déposez un nouveau dossier avant l'échéance.", article: SettlementBasis.refile,
          due: deadline.due)
      }
    }
    // A new file may be deposited, secret again until it is recevable.
    file.surendettement = Surendettement()
    try startAgain()
  }

  mutating func refileExpired() throws {
    guard file.schedule?.stage == .replaced else { return }
    file.schedule?.stage = .stopped
    disarm(.rent)
    try tell(
      .dossierARevoir, to: .prefecture,
      "La suspension de la clause par les mesures de surendettement est terminée : revoyez le dossier.",
      article: SettlementBasis.refile)
  }

  private mutating func startAgain() throws {
    guard file.settlement.stage == .open else { return }
    if file.schedule?.stage == .frozen { file.schedule?.stage = .stopped }
    file.plan = PartnerDemand()
    file.fsl = PartnerDemand()
    try report(
      .settlementStarted, on: today, "Le traitement de la dette reprend.",
      article: SettlementBasis.settlement)
    try askForAid()
    try advance()
  }
}
