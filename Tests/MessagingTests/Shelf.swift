import Contracts
import PostgreSQL
import Vocabulary

@testable import Messaging

/// The file of a made-up service whose rules depend on order as much as rules can.
struct Diary: Sendable, Hashable {
  var log: [String] = []
  var owes = false
  var opened: Set<Day> = []
}

/// A made-up procedure: a notice runs ten days; paid meanwhile, nothing happens; else it expires.
struct DiaryKeeper: HouseholdParticipant {
  let service = ServiceName.rehousing

  let tables = HouseholdTables<Diary>()

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout Diary?
  ) throws -> Decision {
    var diary = file ?? Diary()
    let name = message.type == DeadlineFired.type ? "expired" : message.type
    diary.opened.insert(opened)
    diary.log.append("\(name) \(message.occurredOn.ordinal)")
    var decision = Decision()
    func say(_ word: String, _ data: String? = nil) {
      decision.outgoing.append(
        Outgoing(
          to: .service(.sagaOrchestrator), type: word, household: household,
          occurredOn: message.occurredOn, data: data ?? "\(diary.log.count)"))
    }
    switch name {
    case "notice":
      diary.owes = true
      decision.deadlines.append(
        .arm(
          kind: "notice", deadline: Self.deadline(message.occurredOn),
          firesOn: message.occurredOn.adding(days: 10), household: household))
    case "pay":
      if diary.owes { say("paid") }
      diary.owes = false
      decision.deadlines.append(.disarm(kind: "notice", household: household))
    case "expired":
      if diary.log.contains(where: { $0.hasPrefix("seal") }) { throw Sealed() }
      say("expired")
    case "protest":
      guard diary.owes else { return .quarantine("rien à contester") }
    case "ask":
      // JournalLookup once, in the same words whatever came before.
      if diary.log.count(where: { $0.hasPrefix("ask") }) == 1 { say("asked", "") }
    case "summons": say(diary.owes ? "summoned" : "summoned-without-debt")
    default: break
    }
    file = diary
    return decision
  }

  /// Nothing can be decided on the end of a delay once the diary is sealed.
  struct Sealed: Error {}

  static func deadline(_ origin: Day) -> Deadline {
    Deadline(
      origin: origin, rule: "TEST", article: "", delay: "10 jours", raw: origin.adding(days: 9),
      due: origin.adding(days: 9), reason: "")
  }
}

/// What the tables would hold of one dossier; every message is its own batch.
struct Shelf {
  private(set) var file: Diary?
  private(set) var armed: [String: ArmedDeadline] = [:]
  private(set) var rebuilds = 0
  private(set) var recalls = 0
  /// What the last message passed over.
  private(set) var passedOver: [SkippedMessage] = []
  private var head: CausalPosition?
  private var openedOn: Day?
  private var past: [JournalEntry] = []
  private var said: [SentMessage] = []
  private var seen: Set<JournalTests.Act> = []

  /// What the other side believes: what was said and not taken back, in no order.
  var believed: [SentMessage.Words: Int] {
    said.reduce(into: [:]) { $0[$1.words, default: 0] += 1 }
  }

  @discardableResult
  mutating func receive(_ act: JournalTests.Act, on day: Int) throws -> Verdict {
    guard seen.insert(act).inserted else { return .applied }
    return try decide(
      Message(
        id: "\(act.name)-\(act.day)", source: "amont/intake", type: act.name,
        household: Sample.household, occurredOn: Day(ordinal: act.day),
        chain: CausalPosition(act: act.name, on: Day(ordinal: act.day), id: act.name), data: []),
      on: day)
  }

  /// What another service answers to the end of a delay: its place is behind that of the delay.
  mutating func receive(
    answer: String, toEnd kind: String, on day: Int, receivedOn: Int? = nil
  ) throws {
    let end = CausalPosition(deadline: kind, firesOn: Day(ordinal: day), of: .rehousing)
    _ = try decide(
      Message(
        id: answer, source: "amont/saga-orchestrator", type: answer, household: Sample.household,
        occurredOn: Day(ordinal: day), chain: end.consequence(0)?.consequence(0), data: []),
      on: receivedOn ?? day)
  }

  /// The day on which the journal says that it was received.
  func receivedOn(_ id: String) -> Day? { past.first { $0.message.id == id }?.receivedOn }

  mutating func recall(_ act: JournalTests.Act, on day: Int) throws {
    _ = try decide(Self.recall("\(act.name)-\(act.day)", on: day), on: day)
  }

  mutating func recallUnknown(on day: Int) throws -> Verdict {
    try decide(Self.recall("never", on: day), on: day)
  }

  /// Lets delays end up to that day, as the background of the runtime does.
  mutating func pass(to day: Int) throws {
    while let next = armed.min(by: { $0.value.firesOn < $1.value.firesOn }),
      next.value.firesOn <= Day(ordinal: day)
    {
      let fired = DeadlineFired(kind: next.key, deadline: next.value.deadline)
      _ = try decide(
        Message(
          id: "\(next.key)/\(next.value.firesOn)", source: "amont/rehousing/deadlines",
          type: DeadlineFired.type, household: Sample.household, occurredOn: next.value.firesOn,
          data: Array(try Wire.encode(fired).utf8)), on: day)
    }
  }

  private static func recall(_ id: String, on day: Int) -> Message {
    Message(
      id: "recall-\(id)", source: "amont/intake", type: Recall.type, household: Sample.household,
      occurredOn: Day(ordinal: day),
      data: Array(((try? Wire.encode(Recall(id: id, because: "test"))) ?? "").utf8))
  }

  private mutating func decide(_ message: Message, on day: Int) throws -> Verdict {
    var journal = DossierJournal<Diary>(
      base: .init(file: file, armed: armed, head: head, openedOn: openedOn), isComplete: true,
      past: past, said: said, rebuilds: rebuilds, rebuiltOn: Day(ordinal: day))
    journal.armed = armed
    var desk = ReplayHandler(
      service: DiaryKeeper(), household: Sample.household, file: file, journal: journal)
    let decision = try desk.decide(message, on: Day(ordinal: day))
    guard case .applied = decision.verdict else { return decision.verdict }
    file = desk.file
    armed = desk.journal.armed
    head = desk.journal.head
    openedOn = desk.journal.openedOn
    rebuilds = desk.journal.rebuilds
    passedOver = desk.journal.passedOver
    past = (past + desk.journal.fresh).filter {
      !desk.journal.recalled.contains($0.message.key)
    }
    recalls += decision.outgoing.filter { $0.type == Recall.type }.count
    said = (said + desk.journal.freshlySaid).filter { !desk.journal.unsaid.contains($0.id) }
    return .applied
  }
}
