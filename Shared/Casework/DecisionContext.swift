public import Contracts
public import LegalCalendar
public import Vocabulary

/// One message about one household being decided: the file as it becomes, and what follows so far.
///
/// A service's decisions are methods on this type, in one file an idea:
/// ```swift
/// extension DiagnosisContext {
///   mutating func receive(_ result: ContactResultat) throws { … }
/// }
/// ```
public struct DecisionContext<Service: CaseworkService> {
  /// The calendar and the Charte of the département.
  public let rules: CaseworkRules<Service>
  public let household: HouseholdID
  /// The business day on which the message is received.
  public let today: Day
  public var file: Service.File
  /// What follows from the message so far.
  public private(set) var decision = Decision()

  init(rules: CaseworkRules<Service>, household: HouseholdID, today: Day, file: Service.File) {
    self.rules = rules
    self.household = household
    self.today = today
    self.file = file
  }

  // MARK: - What came

  mutating func receive(_ message: Message) throws {
    if message.type == DossierOpened.type {
      try Service.learn(try Wire.decode(DossierOpened.self, from: message.data), in: &self)
    } else if message.type == Command.type {
      try obey(try Wire.decode(Command.self, from: message.data))
    } else if message.type == DeadlineFired.type {
      try expire(try Wire.decode(DeadlineFired.self, from: message.data))
    } else if let kind = EventKind(type: message.type), let handler = Service.events[kind] {
      try handler.handle(&self, message)
    } else {
      refuse("type inattendu")
    }
  }

  private mutating func obey(_ command: Command) throws {
    guard let order = Service.OwnOrder(rawValue: command.order.rawValue) else {
      return refuse("ordre d'un autre service")
    }
    try Service.obey(order, command, in: &self)
  }

  private mutating func expire(_ fired: DeadlineFired) throws {
    guard let kind = Service.DeadlineKind(rawValue: fired.kind) else {
      return refuse("échéance inconnue")
    }
    try Service.expire(kind, fired.deadline, in: &self)
  }

  // MARK: - What follows

  /// The message cannot be applied: it is kept for an operator, and the file stays as it was.
  ///
  /// - Parameter reason: A code and a place, in French, never a value from the message.
  public mutating func refuse(_ reason: String) { decision = .quarantine(reason) }

  /// Sends a notice; that to a household under guardianship goes to its guardian, too.
  ///
  /// - Parameters:
  ///   - text: What to do, in French, without name or amount.
  ///   - complete: Adds what few notices have.
  public mutating func tell(
    _ code: Notice.Code, to recipient: Destination, _ text: String, article: String,
    due: Day? = nil, hearing: Day? = nil, amount: Cents? = nil, count: Int? = nil,
    complete: (inout Notice) -> Void = { _ in }
  ) throws {
    // A day that is past when the notice is sent asks for nothing: then it is an information.
    var notice = Notice(
      code, dossier: household, texte: text, article: article,
      echeance: due.flatMap { $0 >= today ? $0 : nil },
      audience: hearing, montant: amount, nombre: count)
    notice.lieu = hearing.flatMap { Service.place(of: $0, in: file) }
    complete(&notice)
    let isDoubled = recipient == .kind(.menage) && Service.hasGuardian(file)
    for recipient in isDoubled ? [recipient, .kind(.mandataire)] : [recipient] {
      notice.menage = Service.identification(for: recipient, in: file)
      decision.outgoing.append(try .notice(notice, to: recipient, on: today))
    }
  }

  /// Sends a notice to the correspondent of a kind of partner.
  public mutating func tell(
    _ code: Notice.Code, to kind: PartnerKind, _ text: String, article: String, due: Day? = nil,
    hearing: Day? = nil, amount: Cents? = nil, count: Int? = nil,
    complete: (inout Notice) -> Void = { _ in }
  ) throws {
    try tell(
      code, to: .kind(kind), text, article: article, due: due, hearing: hearing, amount: amount,
      count: count, complete: complete)
  }

  /// Reports a fact to the saga.
  ///
  /// - Parameter secret: Whether no creditor may ever see it (C. consom. L721-3).
  public mutating func report(
    _ trigger: Trigger, on day: Day, _ text: String, article: String, hearing: Day? = nil,
    from: Day? = nil, until: Day? = nil, count: Int? = nil, secret: Bool = false
  ) throws {
    let fact = Fact(
      trigger, on: day, text: text, article: article, hearing: hearing, from: from, until: until,
      count: count, secret: secret)
    decision.outgoing.append(try .fact(fact, of: household))
  }

  // MARK: - What is awaited

  /// Arms a deadline; by default it fires once its last day is over.
  public mutating func arm(
    _ kind: Service.DeadlineKind, _ deadline: Deadline, firesOn day: Day? = nil
  ) {
    let fires = day ?? deadline.due.adding(days: 1)
    decision.deadlines.append(
      .arm(
        kind: kind.rawValue, deadline: deadline,
        firesOn: Service.start.endsPastDelaysAtOnce ? fires : max(fires, today.adding(days: 1)),
        household: household))
  }

  /// Arms a delay counted from today, and returns its last day.
  ///
  /// - Parameter article: The text that gives it; the Charte where none is named.
  @discardableResult
  public mutating func arm(
    _ kind: Service.DeadlineKind, after delay: Delay, article: String = Citation.charter
  ) throws -> Day {
    let deadline = try rules.calendar.deadline(
      origin: today, delay: delay, rule: kind.rawValue, article: article)
    arm(kind, deadline)
    return deadline.due
  }

  /// Arms the deadline of a rule, and returns its last day: see
  /// ``deadline(_:origin:decidedBy:otherwise:counting:)``.
  @discardableResult
  public mutating func arm(
    _ kind: Service.DeadlineKind, _ rule: RuleID, origin: Day, decidedBy day: Day, otherwise: Delay
  ) throws -> Day {
    let deadline = try deadline(rule, origin: origin, decidedBy: day, otherwise: otherwise)
    arm(kind, deadline)
    return deadline.due
  }

  /// Disarms deadlines that have lost their object.
  public mutating func disarm(_ kinds: Service.DeadlineKind...) {
    for kind in kinds {
      decision.deadlines.append(.disarm(kind: kind.rawValue, household: household))
    }
  }

  /// The deadline of a rule or, for a case that none of its versions covers, the same delay on the
  /// authority of the Charte.
  public func deadline(
    _ rule: RuleID, origin: Day, decidedBy day: Day, otherwise delay: Delay,
    counting: Counting = .extended
  ) throws -> Deadline {
    do {
      return try rules.calendar.deadline(rule, origin: origin, decidedBy: day)
    } catch .noVersion {
      return try rules.calendar.deadline(
        origin: origin, delay: delay, rule: rule.rawValue, article: Citation.charter,
        counting: counting)
    }
  }
}

/// Texts that every service cites, as a French reader writes them.
public enum Citation {
  /// The Charte, where the law gives no number.
  public static let charter = "Charte de prévention de l'expulsion"
}
