public import Vocabulary

/// One demand on one path out of the debt, and what came of it: what the yearly evaluation counts
/// (indicator AP1).
public struct PathRecord: Sendable, Hashable {
  /// The paths that are counted.
  public enum Path: String, CaseIterable, Sendable {
    case aid, plan, fsl, surendettement
  }
  /// What came of it.
  public enum Outcome: String, CaseIterable, Sendable {
    case open, accepted, refused, unanswered, withdrawn, broken
  }
  /// The path.
  public var path: Path
  /// The day of the demand; that of the answer where nobody had asked.
  public var askedOn: Day
  /// Whether the urgent procedure was asked for.
  public var isUrgent: Bool
  /// What came of it.
  public var outcome: Outcome
  /// The day of the answer, or of the silence.
  public var endedOn: Day?
  /// What was granted, or the debt that the plan pays.
  public var amount: Cents?
  /// Whether it was accepted while the commandement de payer ran; `nil` where none did.
  public var isWithinNotice: Bool?

  /// A record made of its parts.
  public init(
    path: Path, askedOn: Day, isUrgent: Bool, outcome: Outcome, endedOn: Day?, amount: Cents?,
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
  /// Whose it was.
  public var kind: Schedule.Kind
  /// The day on which it was agreed or ordered.
  public var startedOn: Day
  /// The number of instalments.
  public var count: Int
  /// Where it stands.
  public var stage: Schedule.Stage
  /// The rank of the instalment that broke it.
  public var brokenAt: Int?
  /// The day on which it came to where it stands.
  public var since: Day

  /// A record made of its parts.
  public init(
    kind: Schedule.Kind, startedOn: Day, count: Int, stage: Schedule.Stage, brokenAt: Int?,
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
