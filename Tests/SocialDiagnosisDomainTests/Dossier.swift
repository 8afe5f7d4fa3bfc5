import Contracts
import LegalCalendar
import SocialDiagnosisDomain
import Testing
import Vocabulary

/// One household as social-diagnosis lives it: what it was told, what it said, which deadlines run.
struct Dossier {
  static let household = HouseholdID(high: 1, low: 2)

  let rules: SocialDiagnosisRules
  var file: DiagnosisFile?
  var armed: [String: (deadline: Deadline, firesOn: Day)] = [:]
  var facts: [Fact] = []
  var notices: [(to: Destination, notice: Notice)] = []
  var quarantined: [String] = []
  /// What the last message made social-diagnosis say.
  var lastFacts: [Trigger] = []
  var lastNotices: [String] = []
  private var count = 0

  init(rules: SocialDiagnosisRules = SocialDiagnosisRules(calendar: .metropole)) {
    self.rules = rules
  }

  mutating func open(on day: String, tenant: String = "Durand") throws {
    let menage = Identification(
      locataires: [Person(nom: tenant, prenom: "Anne")],
      logement: Dwelling(insee: "93066", voie: "12 rue des Lilas"))
    let opened = DossierOpened(
      on: try civil(day), commune: "93066", commission: "saint-denis", landlord: nil,
      huissier: nil, bailleur: nil, menage: menage)
    try receive(DossierOpened.type, try Wire.encode(opened), on: day)
  }

  mutating func obey(_ order: Order, on day: String, hearing: String? = nil) throws {
    let command = Command(
      order, on: try civil(day), hearing: try hearing.map(civil), because: "parce que")
    try receive(Command.type, try Wire.encode(command), on: day)
  }

  mutating func learn(
    _ event: PartnerEvent, from kind: PartnerKind = .serviceSocial, on day: String
  ) throws {
    let forwarded = ForwardedEvent(event, sender: kind.rawValue, kind: kind)
    try receive(event.kind.type, try forwarded.encoded(), on: day)
  }

  mutating func attempt(
    _ channel: ContactResultat.Canal, _ result: ContactResultat.Resultat, dated date: String,
    on day: String? = nil
  ) throws {
    try learn(
      .contactResultat(
        ContactResultat(date: try civil(date), canal: channel, resultat: result)),
      on: day ?? date)
  }

  mutating func fire(_ kind: DiagnosisDeadline) throws {
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

  func due(_ kind: DiagnosisDeadline) -> String? { armed[kind.rawValue]?.deadline.due.description }
  func fires(_ kind: DiagnosisDeadline) -> String? { armed[kind.rawValue]?.firesOn.description }
}

/// The civil day of that date.
func civil(_ text: String) throws -> Day { try #require(Day(text), "\(text) is no date") }

/// A household of one adult who can stay: 1 500 € of resources, 350 € of rent net of aid, debt 1 800 €.
func diagnostic(
  on date: String, resources: Int? = 150_000, aid: Int = 20_000, rent: Int = 50_000,
  charges: Int = 5_000, fixed: Int = 20_000, debt: Int = 180_000, adults: Int = 1,
  children: Int = 0, resumed: Bool = true, stays: Bool = true, concludes: Bool = true
) throws -> Diagnostic {
  var made = Diagnostic(
    date: try civil(date), ressources: resources.map(Cents.init), aide: Cents(aid),
    loyer: Cents(rent), charges: Cents(charges), charges_fixes: Cents(fixed), dette: Cents(debt),
    autres_dettes: .zero, adultes: adults, enfants: children, loyer_repris: resumed,
    souhaite_rester: stays)
  // The worker of the tests follows the indicators, where he concludes at all.
  let proposed = Capacity(of: made, by: CapacityThresholds()).conclusion
  made.conclusion = concludes ? Diagnostic.Conclusion(rawValue: proposed.rawValue) : nil
  return made
}
