import Contracts
import Vocabulary

@testable import Messaging

/// A service and what its tables would hold of one dossier.
protocol Drawer {
  var service: ServiceName { get }
  /// The deadlines armed, by kind, with their day.
  var armed: [String: Day] { get }
  /// The file, to compare.
  var stored: AnyHashable? { get }
  /// Times that the dossier was decided again.
  var rebuilds: Int { get }
  /// What went to quarantine, and why.
  var quarantined: [String] { get }
  /// What stands in the journal: each message with the day on which it was received.
  var received: Set<String> { get }
  /// Decides a message and returns what is sent.
  mutating func decide(_ message: Message, on day: Day) throws -> [Outgoing]
  /// The first deadline that has come, as the message that tells of it.
  func firing(on day: Day, about household: HouseholdID) throws -> Message?
}

struct ServiceDrawer<File: Sendable & Hashable>: Drawer {
  let service: ServiceName
  private let participant: PureService<File>
  private(set) var file: File?
  private var deadlines: [String: ArmedDeadline] = [:]
  private var head: CausalPosition?
  private var openedOn: Day?
  private var past: [JournalEntry] = []
  private var said: [SentMessage] = []
  private(set) var rebuilds = 0
  private(set) var quarantined: [String] = []

  init(_ service: ServiceName, rules: @escaping Rules<File>) {
    self.service = service
    participant = PureService(service: service, rules: rules)
  }

  var armed: [String: Day] { deadlines.mapValues(\.firesOn) }

  var stored: AnyHashable? { file.map { AnyHashable($0) } }

  var received: Set<String> {
    Set(
      past.map {
        "\($0.receivedOn) \($0.chain) " + String(decoding: $0.message.data, as: UTF8.self)
      })
  }

  mutating func decide(_ message: Message, on day: Day) throws -> [Outgoing] {
    guard let household = message.household else { return [] }
    let journal = DossierJournal<File>(
      base: .init(file: file, armed: deadlines, head: head, openedOn: openedOn), isComplete: true,
      past: past, said: said, rebuilds: 0, rebuiltOn: day)
    var desk = ReplayHandler(
      service: participant, household: household, file: file, journal: journal)
    let decision: Decision
    do {
      decision = try desk.decide(message, on: day)
    } catch {
      quarantined.append("\(message.type): \(error)")
      return []
    }
    if case .quarantined(let reason) = decision.verdict {
      quarantined.append("\(message.type): \(reason)")
      return []
    }
    file = desk.file
    deadlines = desk.journal.armed
    head = desk.journal.head
    openedOn = desk.journal.openedOn
    rebuilds += desk.journal.isRebuilt ? 1 : 0
    past = (past + desk.journal.fresh).filter {
      !desk.journal.recalled.contains($0.message.key)
    }
    said = (said + desk.journal.freshlySaid).filter { !desk.journal.unsaid.contains($0.id) }
    return decision.outgoing
  }

  func firing(on day: Day, about household: HouseholdID) throws -> Message? {
    guard
      let next = deadlines.min(by: {
        ($0.value.firesOn, $0.key) < ($1.value.firesOn, $1.key)
      }), next.value.firesOn <= day
    else { return nil }
    let fired = DeadlineFired(kind: next.key, deadline: next.value.deadline)
    return Message(
      id: "\(service.rawValue)/\(next.key)/\(next.value.firesOn)",
      source: service.source + "/deadlines", type: DeadlineFired.type, household: household,
      occurredOn: next.value.firesOn, data: Array(try Wire.encode(fired).utf8))
  }
}

extension Message {
  /// What a service sent, as its recipient reads it.
  init(_ outgoing: Outgoing, id: String, from service: ServiceName, correlation: String) {
    self.init(
      id: id, source: service.source, type: outgoing.type, household: outgoing.household,
      occurredOn: outgoing.occurredOn, correlation: correlation, chain: outgoing.chain,
      data: Array(outgoing.data.utf8))
  }
}
