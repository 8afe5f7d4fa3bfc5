import Contracts
import IntakeDomain
import Messaging
import PostgreSQL
import Vocabulary

/// Intake as the runtime sees it: the part of the register that a batch touches, and its SQL.
struct Intake: Participant {
  let desk: IntakeDesk

  var service: ServiceName { .intake }

  /// What all partners share, then each partner's own, each with what was delivered too often from it.
  var queues: [String] {
    ([service.queue] + desk.partners.users.map { QueueName.intake(of: $0) })
      .flatMap { [$0, QueueName.dead($0)] }
  }

  func identity(of message: Message) -> String { desk.identity(of: message) }

  /// Two events under one identifier are decided one after the other, as all about one household.
  func locks(for message: Message) -> [String] {
    (desk.reception(of: message)?.locks ?? []) + (desk.references(of: message)?.locks ?? [])
      + (desk.target(of: message)?.locks ?? [])
      + (message.household.map { [$0.description] } ?? [])
  }

  /// The past is read only where something in the batch changes it, and then for all of the batch: an
  /// event may be rectified by the one right behind it.
  func reads(for messages: [Message]) -> [Query] {
    let asked = Asked(messages, at: desk)
    let past = messages.contains { desk.target(of: $0) != nil } ? asked : Asked()
    let receptions = Set(messages.compactMap { desk.reception(of: $0) }).sorted()
    let senders = Set(messages.compactMap { desk.mayBeKept($0) ? $0.sender : nil }).sorted()
    // What waits is locked first, so that all that follows is read as the last batch that took some of
    // it in left it.
    return [
      RegisterQueries.waiting(asked), RegisterQueries.waitingBySender(senders),
      RegisterQueries.dossiers(asked), RegisterQueries.tenants(asked),
      RegisterQueries.holdings(asked), RegisterQueries.receptions(receptions),
      RegisterQueries.ownKeys(past), RegisterQueries.contributions(past),
      RegisterQueries.told(past),
    ]
  }

  func workspace(from results: [Rows]) throws -> Register {
    guard results.count == 9 else {
      throw PostgresError(code: .unexpectedResult, message: "the register was not read whole")
    }
    return try RegisterRows(
      dossiers: results[2], tenants: results[3], holdings: [results[4], results[6]],
      receptions: results[5], past: PastRows(contributions: results[7], told: results[8]),
      early: WaitingRows(events: results[0], counts: results[1])
    ).register()
  }

  func decide(_ message: Message, on day: Day, in workspace: inout Register) -> Decision {
    desk.decide(message, on: day, in: &workspace)
  }

  func answerDuplicate(
    _ message: Message, on day: Day, in workspace: inout Register
  ) -> Decision {
    desk.answerDuplicate(message, on: day, in: &workspace)
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
