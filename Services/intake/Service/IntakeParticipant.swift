import Contracts
public import IntakeDomain
public import Messaging
import PostgreSQL
import Vocabulary

/// Intake as the runtime sees it: the part of the register that a batch touches, and its SQL.
struct Intake: Participant {
  let desk: IntakeHandler

  var service: ServiceName { .intake }

  /// What all partners share, then each partner's own, each with what was delivered too often from
  /// it.
  var queues: [String] {
    ([service.queue] + desk.partners.users.map { QueueName.intake(of: $0) })
      .flatMap { [$0, QueueName.dead($0)] }
  }

  var check: Query? { DigestCheck.compare(desk.digestCheck) }

  func read(_ message: Message) -> IncomingEvent { desk.read(message) }

  /// Two events under one identifier are decided one after the other, as all about one household.
  func locks(for event: IncomingEvent) -> [String] {
    (event.reception?.locks ?? []) + (event.references?.locks ?? [])
      + (event.target?.locks ?? [])
      + (event.message.household.map { [$0.description] } ?? [])
  }

  /// The past is asked for only where something in the batch changes it, and then for all of the
  /// batch: an event may be rectified by the one right behind it. Asked for nothing, the database
  /// may still walk through the whole outbox.
  func reads(for events: [IncomingEvent]) -> [Query] {
    let asked = BatchLookup(events)
    let receptions = Set(events.compactMap(\.reception)).sorted()
    let senders = Set(events.compactMap { $0.mayBeKept ? $0.message.sender : nil }).sorted()
    // What waits is locked first, so that all that follows is read as the last batch that took some
    // of it in left it.
    return [
      RegisterQueries.waiting(asked), RegisterQueries.waitingBySender(senders),
      RegisterQueries.dossiers(asked), RegisterQueries.tenants(asked),
      RegisterQueries.holdings(asked), RegisterQueries.receptions(receptions),
    ]
      + (events.contains { $0.target != nil }
        ? [
          RegisterQueries.ownKeys(asked), RegisterQueries.contributions(asked),
          RegisterQueries.told(asked),
        ] : [])
  }

  /// Of the dossiers that were found, and of the events that wait for one.
  func keys(for events: [IncomingEvent]) -> [Query] {
    let asked = BatchLookup(events)
    return [RegisterQueries.dossierKeys(asked), RegisterQueries.waitingKeys(asked)]
  }

  /// How many results `reads` asks for in any case, and how many more for the past.
  private static let presentReads = 6, pastReads = 3

  func workspace(from results: [Rows]) throws -> Register {
    let past = results.dropFirst(Self.presentReads)
    guard results.count >= Self.presentReads, past.isEmpty || past.count == Self.pastReads else {
      throw PostgresError(code: .unexpectedResult, message: "the register was not read whole")
    }
    return try RegisterRows(
      dossiers: results[2], tenants: results[3], holdings: [results[4]] + past.prefix(1),
      receptions: results[5],
      past: PastRows(
        contributions: past.isEmpty ? [] : Array(results[7]),
        told: past.isEmpty ? [] : Array(results[8])),
      early: WaitingRows(events: results[0], counts: results[1])
    ).register()
  }

  func decide(_ event: IncomingEvent, on day: Day, in workspace: inout Register) -> Decision {
    desk.decide(event, on: day, in: &workspace)
  }

  func answerDuplicate(
    _ event: IncomingEvent, on day: Day, in workspace: inout Register
  ) -> Decision {
    desk.answerDuplicate(event, on: day, in: &workspace)
  }

  func answerQuarantined(
    _ message: Message, reference: String, on day: Day
  ) -> [Outgoing] {
    desk.answerQuarantined(message, reference: reference, on: day)
  }

  func writes(quarantined message: Message, on day: Day) -> [Query] {
    desk.quarantined(message, on: day).map { [SaveRegister.setAside($0)] } ?? []
  }

  func writes(for workspace: Register) -> [Query] { SaveRegister(workspace).queries }
}

extension IncomingEvent: MessageReading {}
