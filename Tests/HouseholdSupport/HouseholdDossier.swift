public import Casework
public import Contracts
public import LegalCalendar
public import Vocabulary

/// One household as a service lives it: what it was told, what it said, which deadlines run.
///
/// A suite names its own (`typealias Dossier = HouseholdDossier<RehousingCasework>`) and extends it
/// with what happens to a household, in words.
public struct HouseholdDossier<Service: CaseworkService> {
  /// What decides.
  public let rules: CaseworkRules<Service>
  /// What the service keeps of the household.
  public var file: Service.File?
  /// The deadlines that run, by kind.
  public var armed: [String: (deadline: Deadline, firesOn: Day)] = [:]
  /// Everything that was reported to the saga.
  public var facts: [Fact] = []
  /// Every notice, with who received it.
  public var notices: [(to: Destination, notice: Notice)] = []
  /// Everything that was sent, as it was sent, with the day.
  public var sent: [(on: Day, outgoing: Outgoing)] = []
  /// Why messages were refused.
  public var quarantined: [String] = []
  /// What the last message made the service report.
  public var lastFacts: [Trigger] = []
  /// What the last message made it say, and to whom.
  public var lastNotices: [String] = []
  private var count = 0

  /// The household.
  public static var household: HouseholdID { HouseholdID(high: 1, low: 2) }

  /// A household of whom the service knows nothing; by default in a département of the métropole.
  public init(rules: CaseworkRules<Service> = CaseworkRules(calendar: .metropole)) {
    self.rules = rules
  }

  /// Intake opens the dossier, or learns more of it.
  public mutating func open(_ opened: DossierOpened, on day: String) throws {
    try receive(DossierOpened.type, try Wire.encode(opened), on: day)
  }

  /// The saga gives an order.
  public mutating func obey(
    _ order: Order, on day: String, hearing: String? = nil, until: String? = nil,
    count: Int? = nil, because: String = "parce que"
  ) throws {
    let command = Command(
      order, on: try civil(day), hearing: try hearing.map(civil), until: try until.map(civil),
      count: count, because: because)
    try receive(Command.type, try Wire.encode(command), on: day)
  }

  /// A partner's event arrives on that day.
  public mutating func learn(
    _ event: PartnerEvent, from sender: String, _ kind: PartnerKind, on day: String
  ) throws {
    let forwarded = ForwardedEvent(event, sender: sender, kind: kind)
    try receive(event.kind.type, try forwarded.encoded(), on: day)
  }

  /// Lets an armed deadline fire, on the day on which it does.
  public mutating func fire(_ kind: Service.DeadlineKind) throws {
    guard let (deadline, firesOn) = armed.removeValue(forKey: kind.rawValue) else {
      throw TestError("\(kind.rawValue) is not armed")
    }
    let fired = DeadlineFired(kind: kind.rawValue, deadline: deadline)
    try receive(DeadlineFired.type, try Wire.encode(fired), on: firesOn.description)
  }

  /// Decides a message, and keeps what follows from it.
  public mutating func receive(_ type: String, _ data: String, on day: String) throws {
    count += 1
    let today = try civil(day)
    let message = Message(
      id: "\(count)", source: "test", type: type, household: Self.household, occurredOn: today,
      data: Array(data.utf8))
    let decision = try rules.decide(message, about: Self.household, on: today, file: &file)
    if case .quarantined(let reason) = decision.verdict { quarantined.append(reason) }
    lastFacts = []
    lastNotices = []
    for outgoing in decision.outgoing { try note(outgoing, on: today) }
    for change in decision.deadlines {
      switch change {
      case .arm(let kind, let deadline, let firesOn, _): armed[kind] = (deadline, firesOn)
      case .disarm(let kind, _): armed[kind] = nil
      }
    }
  }

  private mutating func note(_ outgoing: Outgoing, on today: Day) throws {
    sent.append((today, outgoing))
    if outgoing.type == Fact.type {
      let fact = try Wire.decode(Fact.self, from: Array(outgoing.data.utf8))
      facts.append(fact)
      lastFacts.append(fact.trigger)
    } else {
      let notice = try Wire.decode(Notice.self, from: Array(outgoing.data.utf8))
      notices.append((outgoing.destination, notice))
      lastNotices.append(notice.code.rawValue + " → " + outgoing.destination.routingKey)
    }
  }

  /// The last day of a deadline that runs.
  public func due(_ kind: Service.DeadlineKind) -> String? {
    armed[kind.rawValue]?.deadline.due.description
  }

  /// The day on which it fires.
  public func fires(_ kind: Service.DeadlineKind) -> String? {
    armed[kind.rawValue]?.firesOn.description
  }
}

/// The civil day of that date.
public func civil(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw TestError("\(text) is no date") }
  return day
}

/// A test that is itself wrong.
public struct TestError: Error, CustomStringConvertible {
  /// What is wrong with it.
  public let description: String

  /// An error that says so.
  public init(_ description: String) { self.description = description }
}
