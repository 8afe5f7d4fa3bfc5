public import Contracts
public import LegalCalendar
public import Vocabulary

/// Decides what follows from a message for a household's dossier: pure, so that the same messages on
/// the same days always make the same dossier.
public struct SagaRules: Sendable {
  /// The calendar of the département.
  public let calendar: LegalCalendar
  /// The parameters of its Charte.
  public let charte: Charte

  /// The version of the tables under which new dossiers open.
  public let version: Int

  /// Rules of a département.
  public init(
    calendar: LegalCalendar, charte: Charte = Charte(),
    version: Int = ProcedureTables.current.version
  ) {
    self.calendar = calendar
    self.charte = charte
    self.version = version
  }

  /// What follows from one message. `file` is `nil` until the saga first hears of the household, and
  /// is left as it was when this throws.
  ///
  /// - Parameter today: The business day on which the message is received.
  /// - Throws: `DecodingError` for a payload that is not that of its type; `RuleError` for a date
  ///   outside of the legal calendar.
  public func decide(
    _ message: Message, about household: HouseholdID, on today: Day, file: inout Dossier?
  ) throws -> Decision {
    guard let tables = ProcedureTables.version(file?.version ?? version) else {
      return .quarantine("version de procédure inconnue")
    }
    var work = SagaWork(
      rules: self, tables: tables, household: household, today: today, cause: message.id,
      dossier: file ?? Dossier(openedOn: message.occurredOn, version: version))
    try work.receive(message, isNew: file == nil)
    work.dossier.reckon(since: file)
    if case .applied = work.decision.verdict { file = work.dossier }
    return work.decision
  }
}

/// One message being decided: the dossier as it becomes, and what follows so far.
struct SagaWork {
  let rules: SagaRules
  let tables: ProcedureTables
  let household: HouseholdID
  let today: Day
  let cause: String
  var dossier: Dossier
  var decision = Decision()
  /// What was asked already in this decision: nothing is asked twice.
  var asked: Set<Order> = []
  /// Whether the lines of this decision tell of a secret.
  var isSecret = false

  mutating func receive(_ message: Message, isNew: Bool) throws {
    // A dossier is as old as the first act that is known of it, whichever came first.
    dossier.openedOn = min(dossier.openedOn, message.occurredOn)
    if message.type == DossierOpened.type {
      try open(try Wire.decode(DossierOpened.self, from: message.data), isNew: isNew)
    } else if message.type == Fact.type {
      let fact = try Wire.decode(Fact.self, from: message.data)
      if isNew { start() }
      try happen(Happening(fact))
    } else if message.type == DeadlineFired.type {
      try fire(try Wire.decode(DeadlineFired.self, from: message.data))
    } else if let forwarded = try ForwardedEvent(message), let signal = Signal(forwarded) {
      if isNew { start() }
      if let what = IndicatorFact.What(forwarded.event) {
        dossier.facts.insert(IndicatorFact(what, on: message.occurredOn))
      }
      switch signal {
      case .happening(let happening): try happen(happening)
      case .note(let day, let text, let article): write(.fact, on: day, text, article)
      }
    } else {
      decision = .quarantine("type inattendu")
    }
    if case .applied = decision.verdict { try armWhatIsMissing() }
  }

  /// Whatever was decided, every track of an open dossier has a deadline: a new one, or the one that
  /// just fired and left its track where it was.
  private mutating func armWhatIsMissing() throws {
    guard !dossier.situation.isClosed else { return }
    for track in Track.allCases where dossier.steps[track] == nil {
      try arm(track, since: today)
    }
  }

  /// Opens a dossier, or learns more of one that an act opened before intake's word came.
  private mutating func open(_ opened: DossierOpened, isNew: Bool) throws {
    dossier.commune = opened.commune ?? dossier.commune
    // An act that names no commune goes to the centrale, and does not take the dossier there.
    if opened.commune != nil || dossier.commune == nil { dossier.commission = opened.commission }
    dossier.landlord = opened.landlord ?? dossier.landlord
    if isNew { start() }
  }

  private mutating func start() {
    write(.opened, on: dossier.openedOn, "Le dossier s'ouvre.", "instruction 1.2")
    // As long as no CQL is known, its two months have not run, on any day.
    dossier.periods[.quitPeriodNotRun] = Period(since: LegalCalendar.span.lowerBound)
  }

  /// Adds a line to the timeline.
  mutating func write(
    _ kind: TimelineLine.Kind, on day: Day, _ text: String, _ article: String?,
    of trigger: Trigger? = nil
  ) {
    dossier.entries += 1
    dossier.newLines.append(
      TimelineLine(
        entry: dossier.entries, day: day, kind: kind, trigger: trigger, text: text,
        article: article, isSecret: isSecret, message: cause))
  }
}
