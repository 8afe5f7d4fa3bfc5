import Contracts
import LegalCalendar
import RehousingDomain
import Testing
import Vocabulary

/// One household as rehousing lives it: what it was told, what it said, which deadlines run.
struct Dossier {
  static let household = HouseholdID(high: 1, low: 2)

  let rules: RehousingRules
  var file: RehousingFile?
  var armed: [String: (deadline: Deadline, firesOn: Day)] = [:]
  var facts: [Fact] = []
  var notices: [(to: Destination, notice: Notice)] = []
  var quarantined: [String] = []
  private var count = 0

  /// What the last message made rehousing say.
  var lastFacts: [Trigger] = []
  var lastNotices: [String] = []

  init(rules: RehousingRules = RehousingRules(calendar: .metropole)) { self.rules = rules }

  mutating func obey(
    _ order: Order, on day: String, hearing: String? = nil, until: String? = nil
  ) throws {
    let command = Command(
      order, on: try civil(day), hearing: try hearing.map(civil), until: try until.map(civil),
      because: "parce que")
    try receive(Command.type, try Wire.encode(command), on: day)
  }

  mutating func open(_ opened: DossierOpened, on day: String) throws {
    try receive(DossierOpened.type, try Wire.encode(opened), on: day)
  }

  mutating func learn(
    _ event: PartnerEvent, from sender: String, _ kind: PartnerKind, on day: String
  ) throws {
    let forwarded = ForwardedEvent(event, sender: sender, kind: kind)
    try receive(event.kind.type, try forwarded.encoded(), on: day)
  }

  /// Lets one armed deadline fire, on the day on which it does.
  mutating func fire(_ kind: RehousingDeadline) throws {
    let (deadline, firesOn) = try #require(armed[kind.rawValue], "\(kind.rawValue) is not armed")
    armed[kind.rawValue] = nil
    try receive(
      DeadlineFired.type,
      try Wire.encode(DeadlineFired(kind: kind.rawValue, deadline: deadline)),
      on: firesOn.description)
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

  func due(_ kind: RehousingDeadline) -> String? { armed[kind.rawValue]?.deadline.due.description }
}

/// The civil day of that date.
func civil(_ text: String) throws -> Day { try #require(Day(text), "\(text) is no date") }

extension Dossier {
  mutating func offer(
    _ reference: String, by sender: String = "habitat-93", dated date: String? = nil,
    suits: Bool = true, on day: String
  ) throws {
    try learn(
      .relogementProposition(
        RelogementProposition(
          date: try civil(date ?? day), offre: reference, adaptee: suits, loyer: Cents(48_000))),
      from: sender, .bailleurSocial, on: day)
  }

  mutating func answer(
    _ reference: String, accepts: Bool, dated date: String? = nil, from sender: String = "menage",
    on day: String
  ) throws {
    try learn(
      .relogementReponse(
        RelogementReponse(
          date: try civil(date ?? day), offre: reference, accepte: accepts,
          motif: accepts ? nil : "trop-loin")),
      from: sender, .menage, on: day)
  }

  mutating func lease(_ reference: String, on day: String) throws {
    try learn(
      .relogementBail(RelogementBail(date: try civil(day), offre: reference)),
      from: "habitat-93", .bailleurSocial, on: day)
  }

  mutating func recours(dated date: String, on day: String? = nil) throws {
    try learn(
      .daloRecours(DALORecours(date: try civil(date))), from: "menage", .menage,
      on: day ?? date)
  }

  mutating func commission(recognises: Bool, dated date: String, on day: String? = nil) throws {
    try learn(
      .daloDecision(DALODecision(date: try civil(date), prioritaire: recognises)),
      from: "mediation", .commissionMediation, on: day ?? date)
  }

  mutating func siao(_ stage: HebergementOrientation.Etape, dated date: String) throws {
    try learn(
      .hebergementOrientation(HebergementOrientation(date: try civil(date), etape: stage)),
      from: "siao-93", .siao, on: date)
  }
}

extension Dossier {
  mutating func daho(dated date: String) throws {
    try learn(
      .daloRecours(DALORecours(date: try civil(date), droit: .daho)), from: "menage", .menage,
      on: date)
  }

  mutating func daho(recognised: Bool, dated date: String, foyer: Bool? = nil) throws {
    try learn(
      .daloDecision(
        DALODecision(
          date: try civil(date), prioritaire: recognised, droit: .daho, logement_foyer: foyer)),
      from: "mediation", .commissionMediation, on: date)
  }

  mutating func prefectEndsDALO(dated date: String) throws {
    try learn(
      .daloFin(DALOFin(date: try civil(date), motif: "offre-refusee")), from: "prefecture",
      .prefecture, on: date)
  }

  mutating func decline(_ reference: String?, dated date: String) throws {
    try learn(
      .relogementRefus(
        RelogementRefus(date: try civil(date), offre: reference, motif: "ressources")),
      from: "habitat-93", .bailleurSocial, on: date)
  }

  mutating func register(_ number: String, dated date: String) throws {
    try learn(
      .relogementDemande(RelogementDemande(date: try civil(date), numero: number)),
      from: "menage", .menage, on: date)
  }

  mutating func refuseWithoutReason(_ reference: String, dated date: String) throws {
    try learn(
      .relogementReponse(
        RelogementReponse(date: try civil(date), offre: reference, accepte: false)),
      from: "menage", .menage, on: date)
  }
}
