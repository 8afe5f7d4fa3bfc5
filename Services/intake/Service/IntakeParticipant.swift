import Contracts
import IntakeDomain
import Messaging
import PostgreSQL
import Vocabulary

/// Intake as the runtime sees it: the part of the register that a batch touches, and its SQL.
struct Intake: Participant {
  let desk: IntakeDesk

  var service: ServiceName { .intake }

  func locks(for message: Message) -> [String] {
    (desk.references(of: message)?.locks ?? []) + (desk.target(of: message)?.locks ?? [])
      + (message.household.map { [$0.description] } ?? [])
  }

  /// The past is read only where something in the batch changes it, and then for all of the batch: an
  /// event may be rectified by the one right behind it.
  func reads(for messages: [Message]) -> [Query] {
    let asked = Asked(messages, at: desk)
    let past = messages.contains { desk.target(of: $0) != nil } ? asked : Asked()
    let receptions = Set(messages.compactMap { desk.reception(of: $0) }).sorted()
    return [
      RegisterQueries.dossiers(asked), RegisterQueries.tenants(asked),
      RegisterQueries.holdings(asked.keys), RegisterQueries.receptions(receptions),
      RegisterQueries.ownKeys(past), RegisterQueries.contributions(past),
      RegisterQueries.told(past),
    ]
  }

  func workspace(from results: [Rows]) throws -> Register {
    guard results.count == 7 else {
      throw PostgresError(code: .unexpectedResult, message: "the register was not read whole")
    }
    return try RegisterRows(
      dossiers: results[0], tenants: results[1], holdings: [results[2], results[4]],
      receptions: results[3], past: PastRows(contributions: results[5], told: results[6])
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

  func writes(for workspace: Register) -> [Query] { SaveRegister(workspace).queries }
}
