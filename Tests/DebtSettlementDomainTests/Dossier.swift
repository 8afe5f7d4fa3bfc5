import Contracts
import DebtSettlementDomain
import LegalCalendar
import Testing
import Vocabulary

/// One household as debt-settlement lives it: what it was told, what it said, which deadlines run.
struct Dossier {
  static let household = HouseholdID(high: 1, low: 2)

  let rules: DebtSettlementRules
  var file: SettlementFile?
  var armed: [String: (deadline: Deadline, firesOn: Day)] = [:]
  var facts: [Fact] = []
  var notices: [(to: Destination, notice: Notice)] = []
  /// Everything that was sent, as it was sent, with the day.
  var sent: [(on: Day, outgoing: Outgoing)] = []
  var quarantined: [String] = []
  /// What the last message made debt-settlement say.
  var lastFacts: [Trigger] = []
  var lastNotices: [String] = []
  private var count = 0

  init(rules: DebtSettlementRules = DebtSettlementRules(calendar: .metropole)) {
    self.rules = rules
  }

  mutating func obey(
    _ order: Order, on day: String, until: String? = nil, count: Int? = nil
  ) throws {
    let command = Command(
      order, on: try civil(day), until: try until.map(civil), count: count, because: "parce que")
    try receive(Command.type, try Wire.encode(command), on: day)
  }

  mutating func learn(
    _ event: PartnerEvent, from sender: String, _ kind: PartnerKind, on day: String
  ) throws {
    let forwarded = ForwardedEvent(event, sender: sender, kind: kind)
    try receive(event.kind.type, try forwarded.encoded(), on: day)
  }

  mutating func fire(_ kind: SettlementDeadline) throws {
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

  func due(_ kind: SettlementDeadline) -> String? {
    armed[kind.rawValue]?.deadline.due.description
  }
}

/// The civil day of that date.
func civil(_ text: String) throws -> Day { try #require(Day(text), "\(text) is no date") }

extension Dossier {
  mutating func notice(of debt: Int, rent: Int = 50_000, served day: String) throws {
    let signal = SignalementCDP(
      acte: try civil(day), dette: Cents(debt), loyer: Cents(rent), charges: .zero,
      mois_impayes: 4)
    try learn(.signalementCDP(signal), from: "etude-1", .huissier, on: day)
  }

  mutating func arrears(
    of debt: Int, rent: Int = 50_000, aid: Int? = nil, from sender: String = "bailleur-7",
    dated date: String, on day: String? = nil
  ) throws {
    let signal = SignalementImpaye(
      date: try civil(date), dette: Cents(debt), loyer: Cents(rent), charges: .zero,
      aide: aid.map(Cents.init), tiers_payant: aid.map { _ in true })
    try learn(
      aid == nil ? .saisineBailleurPM(signal) : .signalementImpayeAPL(signal), from: sender,
      .bailleurSocial, on: day ?? date)
  }

  mutating func landlord(
    agrees: Bool, dated date: String, count: Int? = nil, first: String? = nil,
    on day: String? = nil
  ) throws {
    let answer = ApurementPlan(
      date: try civil(date), accord: agrees, nombre: count, premiere: try first.map(civil))
    try learn(.apurementPlan(answer), from: "bailleur-7", .bailleurSocial, on: day ?? date)
  }

  mutating func pay(
    _ rank: Int, _ amount: Int, dated date: String, on day: String? = nil
  ) throws {
    let payment = ApurementVersement(date: try civil(date), echeance: rank, montant: Cents(amount))
    try learn(.apurementVersement(payment), from: "bailleur-7", .bailleurSocial, on: day ?? date)
  }

  mutating func fsl(grants amount: Int?, dated date: String) throws {
    let ruling = ApurementDecision(
      date: try civil(date), accord: amount != nil, montant: Cents(amount ?? 0))
    try learn(.apurementDecision(ruling), from: "fsl", .fsl, on: date)
  }

  mutating func solde(dated date: String) throws {
    try learn(
      .apurementSolde(ApurementSolde(date: try civil(date))), from: "bailleur-7",
      .bailleurSocial, on: date)
  }

  mutating func deposit(dated date: String) throws {
    try learn(
      .surendettementDepot(SurendettementDepot(date: try civil(date))), from: "menage", .menage,
      on: date)
  }

  mutating func commission(admits: Bool, dated date: String) throws {
    try learn(
      .surendettementRecevabilite(
        SurendettementRecevabilite(date: try civil(date), recevable: admits)),
      from: "banque-de-france", .banqueDeFrance, on: date)
  }

  mutating func measures(
    _ measure: SurendettementMesures.Mesure, dated date: String, until end: String? = nil
  ) throws {
    let measures = SurendettementMesures(
      date: try civil(date), mesure: measure, fin: try end.map(civil))
    try learn(
      .surendettementMesures(measures), from: "banque-de-france", .banqueDeFrance, on: date)
  }

  mutating func aid(kept: Bool, dated date: String) throws {
    try learn(
      .aplDecision(APLDecision(date: try civil(date), maintien: kept)), from: "caf", .caf, on: date)
  }
}
