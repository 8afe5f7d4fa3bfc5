public import Contracts
public import Vocabulary

/// Everything that the saga knows of one household: four phases, what is true of it, the days that
/// matter, and what waits for a human.
public struct Dossier: Hashable, Sendable {
  /// The version of the tables under which it moves.
  public var version: Int
  public var situation = Situation()
  /// The day of the first signal.
  public var openedOn: Day
  /// INSEE code of the commune, where a signal gave one.
  public var commune: String?
  public var commission = Dossier.centralCommission
  /// The kind of landlord, where known.
  public var landlord: Landlord.Kind?
  /// The end, while the dossier is closed.
  public var closure: Closure?
  /// The days that acts and decisions gave.
  public var days = KnownDays()
  /// The deadline that each track waits for.
  public var steps: [Track: AwaitedStep] = [:]
  /// The last period of each protection.
  public var periods: [Circumstance: Period] = [:]
  /// Why a human looked or must look.
  public var reviews: [ReviewReason: ReviewRequest] = [:]
  /// How many lines the timeline has.
  public var entries = 0
  /// The lines written since the dossier was read; they are stored, then forgotten.
  public var newLines: [TimelineLine] = []
  /// What the yearly evaluation counts.
  public var facts: Set<IndicatorFact> = []
  /// Whether the indicators may differ from the stored ones, since the dossier was read.
  public var mustCount = false
  /// What changed when the dossier was decided again, since it was read; stored, then forgotten.
  public var newRevisions: [Revision] = []

  /// The commission that follows a dossier until intake says which one does (instruction § 1.2.1).
  public static let centralCommission = "ccapex-centrale"

  public init(openedOn: Day, version: Int = ProcedureTables.current.version) {
    self.openedOn = openedOn
    self.version = version
  }
}

/// The deadline that a track waits for.
public struct AwaitedStep: Hashable, Sendable {
  /// What happens when it fires.
  public var trigger: Trigger
  /// Its last day.
  public var due: Day
  public var rule: RuleVersion

  public init(trigger: Trigger, due: Day, rule: RuleVersion) {
    self.trigger = trigger
    self.due = due
    self.rule = rule
  }
}

/// From when to when a protection held.
public struct Period: Hashable, Sendable {
  /// Its first day.
  public var since: Day
  /// Its last day; `nil` while it holds.
  public var through: Day?

  public init(since: Day, through: Day? = nil) {
    self.since = since
    self.through = through
  }

  /// Whether the protection held on that day.
  public func covers(_ day: Day) -> Bool {
    day >= since && through.map { day <= $0 } ?? true
  }
}

/// One reason to look at a dossier; it is asked for once, however often it comes up while open.
public struct ReviewRequest: Hashable, Sendable {
  public var track: Track
  /// The business day on which it was asked for.
  public var openedOn: Day
  /// The business day on which its reason ended; `nil` while it stands.
  public var closedOn: Day?

  public init(track: Track, openedOn: Day, closedOn: Day? = nil) {
    self.track = track
    self.openedOn = openedOn
    self.closedOn = closedOn
  }
}

/// How a dossier ended.
public struct Closure: Hashable, Sendable {
  /// The ends of a dossier.
  public enum Reason: String, CaseIterable, Codable, Sendable {
    case debtCleared, leaseKept, rehoused, accommodated, departed, evicted
    case withdrawn, died, transferred, withoutFollowUp
  }
  /// The day of the act that ended it.
  public var on: Day
  public var reason: Reason

  public init(on day: Day, reason: Reason) {
    self.on = day
    self.reason = reason
  }
}
