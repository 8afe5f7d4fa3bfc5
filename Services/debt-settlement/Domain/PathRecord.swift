import Casework
import Contracts
import LegalCalendar
public import Vocabulary

/// One demand on one path out of the debt, and what came of it: what the yearly evaluation counts
/// (indicator AP1).
public struct PathRecord: Sendable, Hashable {
  public var path: DebtPath
  /// The day of the demand; that of the answer where nobody had asked.
  public var askedOn: Day
  /// Whether the urgent procedure was asked for.
  public var isUrgent: Bool
  public var outcome: PathOutcome
  /// The day of the answer, or of the silence.
  public var endedOn: Day?
  /// What was granted, or the debt that the plan pays.
  public var amount: Cents?
  /// Whether it was accepted while the commandement de payer ran; `nil` where none did.
  public var isWithinNotice: Bool?

  public init(
    path: DebtPath, askedOn: Day, isUrgent: Bool, outcome: PathOutcome, endedOn: Day?,
    amount: Cents?,
    isWithinNotice: Bool?
  ) {
    self.path = path
    self.askedOn = askedOn
    self.isUrgent = isUrgent
    self.outcome = outcome
    self.endedOn = endedOn
    self.amount = amount
    self.isWithinNotice = isWithinNotice
  }
}

/// One schedule and how it ended (indicator E1).
public struct ScheduleRecord: Sendable, Hashable {
  public var kind: ScheduleKind
  /// The day on which it was agreed or ordered.
  public var startedOn: Day
  public var count: Int
  public var stage: ScheduleStage
  /// The rank of the instalment that broke it.
  public var brokenAt: Int?
  /// The day on which it came to where it stands.
  public var since: Day

  public init(
    kind: ScheduleKind, startedOn: Day, count: Int, stage: ScheduleStage, brokenAt: Int?,
    since: Day
  ) {
    self.kind = kind
    self.startedOn = startedOn
    self.count = count
    self.stage = stage
    self.brokenAt = brokenAt
    self.since = since
  }
}

/// The paths that are counted.
public enum DebtPath: String, CaseIterable, Sendable {
  case aid, plan, fsl, surendettement
}

/// What came of it.
public enum PathOutcome: String, CaseIterable, Sendable {
  case open, accepted, refused, unanswered, withdrawn, broken
}

// What the yearly evaluation counts: rewritten after each message from what the file says, so that
// no rule can forget it.

extension SettlementContext {
  mutating func remember() {
    note(.plan, file.plan, amount: file.schedule?.total)
    note(.fsl, file.fsl, amount: file.fsl.amount)
    rememberAid()
    rememberSurendettement()
    rememberSchedule()
  }

  private mutating func note(_ path: DebtPath, _ demand: PartnerDemand, amount: Cents?) {
    guard let day = demand.askedOn ?? demand.since else { return }
    let outcome: PathOutcome
    switch demand.stage {
    case .none: return
    case .open: outcome = .open
    case .accepted: outcome = .accepted
    case .refused: outcome = .refused
    case .unanswered: outcome = .unanswered
    case .withdrawn: outcome = .withdrawn
    case .broken: outcome = .broken
    }
    note(path, askedOn: day, outcome, on: demand.since, amount: amount)
  }

  private mutating func rememberAid() {
    guard let day = file.aid.askedOn ?? file.aid.since else { return }
    switch file.aid.stage {
    case .unknown: return
    case .asked: note(.aid, askedOn: day, .open, on: nil, amount: file.aid.amount)
    case .maintained:
      note(.aid, askedOn: day, .accepted, on: file.aid.since, amount: file.aid.amount)
    case .suspended: note(.aid, askedOn: day, .refused, on: file.aid.since, amount: nil)
    }
  }

  private mutating func rememberSurendettement() {
    let known = file.surendettement
    guard let day = known.filedOn ?? known.ruledOn else { return }
    switch known.ruling {
    case .none: note(.surendettement, askedOn: day, .open, on: nil, amount: nil)
    case .refused: note(.surendettement, askedOn: day, .refused, on: known.ruledOn, amount: nil)
    case .admitted, .ended:
      note(.surendettement, askedOn: day, .accepted, on: known.ruledOn, amount: file.claim?.debt)
    }
  }

  /// One record a path and a day. What was decided while the commandement ran stays so.
  private mutating func note(
    _ path: DebtPath, askedOn day: Day, _ outcome: PathOutcome, on end: Day?,
    amount: Cents?
  ) {
    let place = file.paths.firstIndex { $0.path == path && $0.askedOn == day }
    var record =
      place.map { file.paths[$0] }
      ?? PathRecord(
        path: path, askedOn: day, isUrgent: path == .fsl && isFSLUrgent, outcome: outcome,
        endedOn: nil, amount: nil, isWithinNotice: nil)
    let isDecided = record.outcome != outcome || record.endedOn == nil
    record.outcome = outcome
    if outcome != .open, isDecided {
      record.endedOn = end
      record.amount = amount ?? record.amount
      if let end, outcome == .accepted {
        record.isWithinNotice = file.notice.map { $0.runs(on: end) }
      }
    }
    if let place { file.paths[place] = record } else { append(record) }
  }

  private mutating func append(_ record: PathRecord) {
    guard file.paths.count < SettlementFile.mostRecords else { return }
    file.paths.append(record)
  }

  private mutating func rememberSchedule() {
    guard let schedule = file.schedule else { return }
    let place = file.schedules.firstIndex {
      $0.kind == schedule.kind && $0.startedOn == schedule.startedOn
    }
    var record = ScheduleRecord(
      kind: schedule.kind, startedOn: schedule.startedOn, count: schedule.count,
      stage: schedule.stage, brokenAt: schedule.brokenAt, since: today)
    guard let place else {
      if file.schedules.count < SettlementFile.mostRecords { file.schedules.append(record) }
      return
    }
    if file.schedules[place].stage == record.stage { record.since = file.schedules[place].since }
    file.schedules[place] = record
  }
}
