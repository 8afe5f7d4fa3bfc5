import Contracts
import CourtLiaisonDomain
import LegalCalendar
import Testing
import Vocabulary

/// One household as court-liaison lives it: what it was told, what it said, which deadlines run.
struct Dossier {
  static let household = HouseholdID(high: 1, low: 2)

  let rules: CourtRules
  var file: CourtFile?
  var armed: [String: (deadline: Deadline, firesOn: Day)] = [:]
  var facts: [Fact] = []
  var notices: [(to: Destination, notice: Notice)] = []
  var quarantined: [String] = []
  /// What the last message made court-liaison say.
  var lastFacts: [Trigger] = []
  var lastNotices: [String] = []
  private var count = 0

  init(rules: CourtRules = CourtRules(calendar: .metropole)) { self.rules = rules }

  mutating func open(
    landlord: Landlord.Kind?, huissier: String? = nil, bailleur: String? = nil,
    guardian: Bool? = nil, on day: String
  ) throws {
    let opened = DossierOpened(
      on: try civil(day), commune: "93066", commission: "saint-denis", landlord: landlord,
      huissier: huissier, bailleur: bailleur, mandataire: guardian)
    try receive(DossierOpened.type, try Wire.encode(opened), on: day)
  }

  mutating func obey(
    _ order: Order, on day: String, hearing: String? = nil, until: String? = nil,
    because: String = "parce que."
  ) throws {
    let command = Command(
      order, on: try civil(day), hearing: try hearing.map(civil), until: try until.map(civil),
      because: because)
    try receive(Command.type, try Wire.encode(command), on: day)
  }

  /// A partner's event; without a day, it is received on the day after the act.
  mutating func learn(
    _ event: PartnerEvent, from sender: String, _ kind: PartnerKind, on day: String
  ) throws {
    let forwarded = ForwardedEvent(event, sender: sender, kind: kind)
    try receive(event.kind.type, try forwarded.encoded(), on: day)
  }

  /// Lets the armed deadline fire, on the day on which it does.
  mutating func fire(_ kind: CourtDeadline) throws {
    let (deadline, firesOn) = try #require(armed[kind.rawValue], "\(kind.rawValue) is not armed")
    armed[kind.rawValue] = nil
    let fired = DeadlineFired(kind: kind.rawValue, deadline: deadline)
    try receive(DeadlineFired.type, try Wire.encode(fired), on: firesOn.description)
  }

  mutating func receive(_ type: String, _ data: String, on day: String) throws {
    count += 1
    let today = try civil(day)
    let message = Message(
      id: "\(count)", source: "test", type: type, household: Self.household, occurredOn: today,
      data: Array(data.utf8))
    let decision = try rules.decide(message, about: Self.household, on: today, file: &file)
    if case .quarantined(let reason) = decision.verdict { quarantined.append(reason) }
    lastFacts = []
    lastNotices = []
    for outgoing in decision.outgoing { try note(outgoing) }
    for change in decision.deadlines {
      switch change {
      case .arm(let kind, let deadline, let firesOn, _): armed[kind] = (deadline, firesOn)
      case .disarm(let kind, _): armed[kind] = nil
      }
    }
  }

  private mutating func note(_ outgoing: Outgoing) throws {
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

  /// The last day that the last fact carries.
  var lastUntil: String? { facts.last?.until?.description }

  /// The day on which that deadline ends.
  func due(_ kind: CourtDeadline) -> String? { armed[kind.rawValue]?.deadline.due.description }
}

/// The civil day of that date.
func civil(_ text: String) throws -> Day { try #require(Day(text), "\(text) is no date") }
