import Contracts
import LegalCalendar
import SagaOrchestratorDomain
import Testing
public import Vocabulary

/// One household's dossier told day by day, with the runtime's part played: deadlines fire when the
/// business date reaches them.
struct Story {
  let rules: SagaRules
  let household = HouseholdID(high: 1, low: 2)
  var file: Dossier?
  var today: Day
  /// The commands sent, in order.
  var sent: [Command] = []
  /// The commands of the last decision.
  var last: [Order] = []
  var armed: [String: (deadline: Deadline, firesOn: Day)] = [:]
  var lines: [TimelineLine] = []
  private var messages = 0

  /// A story that begins on that day, under the current version of the tables or an older one.
  init(from day: Day, version: Int = ProcedureTables.current.version) {
    today = day
    rules = SagaRules(calendar: .metropole, version: version)
  }

  /// The dossier; a story has one once it has begun.
  var dossier: Dossier { file ?? Dossier(openedOn: today) }

  var procedure: ProcedurePhase { dossier.situation.procedure }

  /// Intake opens the dossier.
  mutating func open() throws {
    try receive(
      DossierOpened(
        on: today, commune: "93066", commission: "saint-denis", landlord: .personnePhysique,
        huissier: nil, bailleur: nil), type: DossierOpened.type, on: today)
  }

  /// Something happens on a day and is told on another, or on the same.
  mutating func hear(
    _ trigger: Trigger, on day: Day, told: Day? = nil, hearing: Day? = nil, until: Day? = nil,
    count: Int? = nil
  ) throws {
    try advance(to: told ?? day)
    try receive(
      Fact(
        trigger, on: day, text: trigger.rawValue, hearing: hearing, until: until, count: count),
      type: Fact.type, on: day)
  }

  /// Lets days pass; each deadline fires on its day.
  mutating func advance(to day: Day) throws {
    while let next = armed.min(by: { ($0.value.firesOn, $0.key) < ($1.value.firesOn, $1.key) }),
      next.value.firesOn <= day
    {
      armed[next.key] = nil
      today = max(today, next.value.firesOn)
      try receive(
        DeadlineFired(kind: next.key, deadline: next.value.deadline), type: DeadlineFired.type,
        on: today)
    }
    today = max(today, day)
  }

  mutating func receive(_ payload: some Encodable, type: String, on day: Day) throws {
    messages += 1
    let message = Message(
      id: "m\(messages)", source: "test", type: type, household: household, occurredOn: day,
      data: Array(try Wire.encode(payload).utf8))
    let decision = try rules.decide(message, about: household, on: today, file: &file)
    #expect(decision.verdict == .applied)
    let commands = try decision.outgoing.map {
      try Wire.decode(Command.self, from: Array($0.data.utf8))
    }
    sent += commands
    last = commands.map(\.order)
    for change in decision.deadlines {
      switch change {
      case .arm(let kind, let deadline, let firesOn, _): armed[kind] = (deadline, firesOn)
      case .disarm(let kind, _): armed[kind] = nil
      }
    }
    lines += file?.newLines ?? []
    file?.newLines = []
  }
}

extension Day: ExpressibleByStringLiteral {
  /// A day written in a test.
  public init(stringLiteral text: String) {
    guard let day = Day(text) else { preconditionFailure("not a day: \(text)") }
    self = day
  }
}
