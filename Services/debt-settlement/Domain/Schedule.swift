import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// Monthly instalments: agreed with the landlord, ordered by the judge, or those of the last resort
/// of the housing aid.
public struct Schedule: Sendable, Hashable {
  public var kind: ScheduleKind
  public var stage: ScheduleStage
  /// The day on which it was agreed or ordered.
  public var startedOn: Day
  /// The day of the first instalment.
  public var first: Day
  /// The number of instalments, 1 to 36.
  public var count: Int
  /// What it pays in all; `nil` while no décompte is known.
  public var total: Cents?
  /// What an instalment pays, where landlord or judge said so; the last one is adjusted.
  public var instalment: Cents?
  /// The day on which a current rent was due and not paid, while the household may still pay it;
  /// where the schedule is broken, the rent that broke it.
  public var rentDue: Day?
  /// The rank of the instalment that broke it.
  public var brokenAt: Int?

  public init(
    kind: ScheduleKind, stage: ScheduleStage = .inForce, startedOn: Day, first: Day, count: Int,
    total: Cents?,
    instalment: Cents? = nil, rentDue: Day? = nil, brokenAt: Int? = nil
  ) {
    self.kind = kind
    self.stage = stage
    self.startedOn = startedOn
    self.first = first
    self.count = min(max(count, 1), SettlementCharter.longestPlan)
    self.total = total
    self.instalment = instalment
    self.rentDue = rentDue
    self.brokenAt = brokenAt
  }

  /// The day of an instalment, by its rank from 1: the same quantième each month.
  public func day(ofInstalment rank: Int) -> Day { first.adding(months: rank - 1) ?? first }

  /// The day of the last instalment.
  public var lastDay: Day { day(ofInstalment: count) }

  /// What an instalment pays, by its rank from 1; `nil` where it is not known.
  public func amount(ofInstalment rank: Int) -> Cents? {
    guard (1...count).contains(rank) else { return nil }
    if let instalment, instalment > .zero {
      guard rank == count, let total else { return instalment }
      let rest = total.value - min(instalment.value, Self.largest) * (count - 1)
      return rest > 0 ? Cents(rest) : instalment
    }
    guard let parts = total?.instalments(count), parts.indices.contains(rank - 1) else {
      return nil
    }
    return parts[rank - 1]
  }

  /// A thousand million euros: no product below it overflows.
  private static let largest = 100_000_000_000

  /// Whether an instalment is paid. Where the judgment did not say what the judge fixed, the
  /// landlord's word that it received the instalment is enough; where it did, the law tolerates
  /// nothing less.
  func isPaid(_ rank: Int, by payments: [Payment], share: Int) -> Bool {
    // An instalment of nothing: the FSL paid what it stood for.
    if kind != .judge, amount(ofInstalment: rank) == .zero { return true }
    let paid = payments.filter { $0.rank == rank && $0.on >= startedOn }
      .reduce(Cents.zero) { $0 + $1.amount }
    guard paid > .zero else { return false }
    switch kind {
    case .judge: return paid >= (instalment.flatMap { _ in amount(ofInstalment: rank) } ?? .zero)
    case .amicable, .lastResort:
      guard let due = amount(ofInstalment: rank) else { return true }
      // Divided first: an amount from outside must not overflow.
      return paid.value >= due.value / 100 * share + due.value % 100 * share / 100
    }
  }
}

/// A payment of an instalment.
public struct Payment: Sendable, Hashable {
  /// The rank of the instalment, from 1.
  public let rank: Int
  public let on: Day
  public let amount: Cents

  public init(rank: Int, on day: Day, amount: Cents) {
    self.rank = rank
    self.on = day
    self.amount = amount
  }
}

/// Whose it is.
public enum ScheduleKind: String, CaseIterable, Sendable {
  case amicable, judge
  /// 1/36 of the debt a month, on notice of the organisme payeur (CCH R351-30, then R824-12).
  case lastResort = "last-resort"
}

/// Where it stands.
public enum ScheduleStage: String, CaseIterable, Sendable {
  case inForce = "in-force"
  case broken, completed
  /// A surendettement forbids to pay it (C. consom. L722-5).
  case frozen
  /// The saga stopped the settlement, or the judge's schedule replaced it.
  case stopped
  /// The commission's measures replaced the judge's (C. consom. L714-1); the current rent is still
  /// watched.
  case replaced
}

/// The instalment that the judge fixed.
public struct JudgeInstalment: Sendable, Hashable {
  public var on: Day
  /// What is paid each month; the last instalment is adjusted.
  public var amount: Cents

  public init(on day: Day, amount: Cents) {
    self.on = day
    self.amount = amount
  }
}

// Instalments, of an amicable plan or of the judge's schedule, watched one after the other.

extension SettlementContext {
  /// The judge grants delays: his schedule replaces what was agreed.
  mutating func keepScheduleAlive(_ command: Command) throws {
    guard file.settlement.stage != .cleared else { return }
    let schedule = Schedule(
      kind: .judge, startedOn: judgmentDay(of: command),
      first: command.until ?? command.on.adding(months: 1) ?? command.on,
      count: command.count ?? SettlementCharter.longestPlan, total: file.outstanding,
      instalment: file.judgeInstalment.flatMap { $0.on <= command.on ? $0.amount : nil })
    if let known = file.schedule, known.kind == .judge {
      let isSame = known.first == schedule.first && known.count == schedule.count
      // Said again, or said of a schedule that runs without saying which.
      if isSame || (command.until == nil && known.stage == .inForce) { return }
    }
    if file.plan.stage == .open {
      file.plan.stage = .withdrawn
      try tell(
        .apurementSansObjet, to: file.creditors.destination,
        "Le juge a fixé un échéancier : le plan proposé est sans objet.",
        article: article(of: schedule))
    }
    if file.plan.stage == .accepted { file.plan.stage = .withdrawn }
    file.schedule = schedule
    disarm(.planReply, .aidCheck, .rent)
    try watch()
  }

  /// The day of the judgment behind a command that may come long after it: what was paid between
  /// the two is paid. A day before a schedule that is known already is that of an older judgment.
  private func judgmentDay(of command: Command) -> Day {
    let known = file.schedule.flatMap { $0.kind == .judge ? $0.startedOn : nil }
    guard let judged = file.judgeInstalment?.on, known.map({ judged > $0 }) ?? true else {
      return min(command.on, command.until ?? command.on)
    }
    return min(command.on, judged)
  }

  /// The rank of the first instalment that is not paid; `nil` when all are.
  var nextUnpaid: Int? {
    guard let schedule = file.schedule else { return nil }
    return (1...schedule.count).first {
      !schedule.isPaid($0, by: file.payments, share: rules.charter.sufficientShare)
    }
  }

  /// Waits for the next instalment; without one, the schedule is over.
  mutating func watch() throws {
    guard let schedule = file.schedule, schedule.stage == .inForce else { return }
    disarm(.grace)
    guard let rank = nextUnpaid else { return try finish(schedule) }
    arm(.instalment, deadline(of: rank, in: schedule, later: 0))
  }

  /// The day of an instalment is the one agreed or ordered: no rule of procedure moves it.
  private func deadline(of rank: Int, in schedule: Schedule, later days: Int) -> Deadline {
    let day = schedule.day(ofInstalment: rank)
    let due = day.adding(days: days)
    return Deadline(
      origin: schedule.first, rule: Self.rule(of: schedule),
      article: article(of: schedule),
      delay: days == 0 ? "échéance \(rank)" : "échéance \(rank) et \(days) jours", raw: day,
      due: due, reason: days == 0 ? "" : "tolérance de la Charte")
  }

  static func rule(of schedule: Schedule) -> String {
    switch schedule.kind {
    case .judge: "JUGE.echeance"
    case .amicable: "PLAN.echeance"
    case .lastResort: RuleID.aplPlanTrenteSixiemes.rawValue
    }
  }

  /// The text under which a schedule runs: the judge's by the version of the day of the judgment,
  /// that of the last resort by the day of the signal.
  func article(of schedule: Schedule) -> String {
    switch schedule.kind {
    case .amicable: SettlementBasis.settlement
    case .judge:
      ((try? RuleBook.rule(.jugeDelais, on: schedule.startedOn))?.article ?? "loi 89-462, art. 24 V")
        + " ; instruction du 22 mars 2017, § 3.2"
    case .lastResort:
      (try? RuleBook.rule(.aplPlanTrenteSixiemes, on: file.aidSignal ?? schedule.startedOn))?
        .article
        ?? SettlementBasis.aid
    }
  }

  private mutating func finish(_ schedule: Schedule) throws {
    let end =
      file.payments.filter { $0.on >= schedule.startedOn }.map(\.on).max() ?? schedule.lastDay
    disarm(.instalment, .grace, .rent, .aidCheck)
    guard let claim = file.claim, claim.on > schedule.startedOn, claim.on <= end,
      file.outstanding != .zero
    else { return try clear(on: end, "La dette est soldée : toutes les échéances sont payées.") }
    // A newer décompte says that something else is owed: the schedule is over, the debt is not.
    file.schedule?.stage = .completed
    try report(
      schedule.kind == .judge ? .scheduleKept : .planCompleted, on: end,
      "Toutes les échéances sont payées ; une dette plus récente reste à traiter.",
      article: article(of: schedule))
    file.plan = PartnerDemand()
    try advance()
  }

  /// The landlord received an instalment. Said twice, it is one payment.
  mutating func receive(_ paid: ApurementVersement) throws {
    let payment = Payment(rank: paid.echeance, on: paid.date, amount: paid.montant)
    guard (1...SettlementCharter.longestPlan).contains(payment.rank), payment.amount > .zero,
      !file.payments.contains(payment), file.payments.count < SettlementFile.mostPayments
    else { return }
    let before = nextUnpaid
    file.payments.append(payment)
    guard let schedule = file.schedule else { return }
    switch schedule.stage {
    case .inForce: if nextUnpaid != before { try watch() }
    case .broken: try repair(schedule)
    case .completed, .frozen, .stopped, .replaced: return
    }
  }

  /// A payment made in time was told late: the schedule was not broken.
  mutating func repair(_ schedule: Schedule) throws {
    guard let rank = schedule.brokenAt,
      schedule.rentDue == nil ? isPaidInTime(rank, of: schedule) : isUnpaidRentPaid(of: schedule)
    else { return }
    switch schedule.kind {
    case .amicable, .lastResort:
      guard file.settlement.stage == .open || file.settlement.stage == .exhausted,
        !file.surendettement.freezesDebt
      else { return }
      file.settlement.stage = .open
      file.schedule?.stage = .inForce
      file.schedule?.brokenAt = nil
      file.schedule?.rentDue = nil
      if schedule.kind == .amicable { file.plan.stage = .accepted }
      try report(
        .planAgreed, on: today,
        "Un versement fait à temps est parvenu après coup : le plan d'apurement tient.",
        article: article(of: schedule), until: schedule.lastDay, count: schedule.count)
      try armAidCheck(from: today)
      try watch()
    case .judge:
      // Only the judge may say what becomes of his delays; said once.
      file.schedule?.stage = .stopped
      try tell(
        .dossierARevoir, to: .prefecture,
        "Un versement fait à temps est parvenu après le constat de rupture de l'échéancier du juge :"
          + " revoyez le dossier.", article: article(of: schedule))
    }
  }

  private func isPaidInTime(_ rank: Int, of schedule: Schedule) -> Bool {
    let limit = schedule.day(ofInstalment: rank).adding(days: rules.charter.graceDays)
    return schedule.isPaid(
      rank, by: file.payments.filter { $0.on <= limit }, share: rules.charter.sufficientShare)
  }

  /// The day after an instalment that is not paid: the household is told while it can still pay.
  mutating func instalmentUnpaid(_ deadline: Deadline) throws {
    guard let schedule = file.schedule, schedule.stage == .inForce else { return }
    guard let rank = nextUnpaid else { return try watch() }
    let day = schedule.day(ofInstalment: rank)
    guard day == deadline.raw else { return try watch() }
    let isLongPast = today > day.adding(days: rules.charter.graceDays)
    let grace = self.deadline(
      of: rank, in: schedule,
      later: rules.charter.graceDays + (isLongPast ? today.days(since: day) : 0))
    arm(.grace, grace)
    for kind in [PartnerKind.menage, .serviceSocial] {
      try tell(
        .echeanceImpayee, to: kind,
        "L'échéance n'est pas payée : elle doit l'être avant la date limite pour que l'échéancier"
          + " tienne." + riskOfDefault, article: article(of: schedule), due: grace.due,
        amount: schedule.amount(ofInstalment: rank), count: rank)
    }
  }

  mutating func graceExpired(_ deadline: Deadline) throws {
    guard let schedule = file.schedule, schedule.stage == .inForce else { return }
    guard let rank = nextUnpaid else { return try watch() }
    guard schedule.day(ofInstalment: rank) == deadline.raw else { return try watch() }
    if let payment = file.fsl.paysOn, payment >= today {
      // The FSL is about to pay the whole debt, this instalment with it.
      return arm(
        .grace, self.deadline(of: rank, in: schedule, later: payment.days(since: deadline.raw)))
    }
    try breakSchedule(
      schedule, .instalment(rank), dueOn: deadline.raw,
      "L'échéance \(rank) du \(deadline.raw) n'est pas payée : l'échéancier est rompu.")
  }

  /// What was not paid when a schedule broke: the execution of the plan and the current rent are
  /// two things (CCH R824-8), and who reads of one must not read of the other.
  enum Unpaid {
    case instalment(Int)
    case rent
  }

  /// The schedule is broken. The FSL is asked at once: what the judge or the landlord granted must
  /// be made possible (instruction § 3.2).
  mutating func breakSchedule(
    _ schedule: Schedule, _ unpaid: Unpaid, dueOn term: Day, _ text: String
  ) throws {
    let rank =
      switch unpaid {
      case .instalment(let rank): rank
      case .rent: nextUnpaid ?? schedule.count
      }
    file.schedule?.stage = .broken
    file.schedule?.brokenAt = rank
    disarm(.instalment, .grace, .rent, .aidCheck, .clauseSuspension)
    var kinds = [PartnerKind.menage, .serviceSocial]
    switch schedule.kind {
    case .amicable:
      file.plan.stage = .broken
      if file.aidSignal != nil, file.aid.isPaid { try tellAidOfBreach(of: schedule, unpaid) }
    case .lastResort: try tellAidOfBreach(of: schedule, unpaid)
    case .judge: kinds.append(.prefecture)
    }
    for kind in kinds { try tellOfBreach(of: schedule, unpaid, to: kind) }
    try reportBreach(of: schedule, unpaidOn: term, text)
    try openAfterBreach()
  }

  private mutating func tellOfBreach(
    of schedule: Schedule, _ unpaid: Unpaid, to kind: PartnerKind
  ) throws {
    switch unpaid {
    case .instalment(let rank):
      try tell(
        .echeanceImpayee, to: kind,
        "L'échéancier est rompu : une échéance reste impayée. Aidez le ménage à la payer et à"
          + " reprendre les versements.", article: article(of: schedule),
        amount: kind == .prefecture ? nil : schedule.amount(ofInstalment: rank), count: rank)
    case .rent:
      try tell(
        .echeanceImpayee, to: kind,
        "L'échéancier est rompu : le loyer courant n'est pas payé. Aidez le ménage à le payer et à"
          + " tenir les échéances.", article: article(of: schedule))
    }
  }

  /// The clause plays again from the first term that is not paid, whenever that is found out (loi
  /// 89-462 art. 24 VII). A plan is the parties' own: it is broken on the day on which it is given
  /// up.
  private mutating func reportBreach(
    of schedule: Schedule, unpaidOn term: Day, _ text: String
  ) throws {
    switch schedule.kind {
    case .judge:
      try report(
        .scheduleBroken, on: min(term, today), text, article: article(of: schedule))
    case .amicable, .lastResort:
      try report(.planBroken, on: today, text, article: article(of: schedule))
    }
  }

  private mutating func openAfterBreach() throws {
    // An effaced debt is owed no more; only the clause plays again.
    guard file.settlement.stage != .cleared else { return }
    let wasOpen = file.settlement.stage == .open
    file.settlement = Settlement(
      stage: .open, since: wasOpen ? file.settlement.since : today, isUrgent: true)
    if file.surendettement.freezesDebt {
      if !wasOpen { rearmFreeze() }
      return
    }
    guard file.fsl.stage != .open, file.fsl.paysOn == nil, canFSLHelp else {
      return try advance()
    }
    try openFSL()
    try report(
      .settlementStarted, on: today,
      "Le FSL est saisi en urgence après la rupture de l'échéancier.",
      article: SettlementBasis.urgent)
  }
}
