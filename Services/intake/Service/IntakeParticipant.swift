import Contracts
import IntakeDomain
import Messaging
import PostgreSQL
import Vocabulary

/// Intake as the runtime sees it: the part of the register that a batch touches, and its SQL.
struct Intake: Participant {
  let desk: IntakeDesk

  var service: ServiceName { .intake }

  func locks(for message: Message) -> [String] { desk.references(of: message)?.locks ?? [] }

  func reads(for messages: [Message]) -> [Query] {
    let references = messages.compactMap { desk.references(of: $0) }
    let keys = Set(references.flatMap(\.keys)).sorted()
    let quoted = Set(references.compactMap(\.dossier)).sorted()
    let asked = Set(messages.compactMap { desk.reception(of: $0) }).sorted()
    return [
      RegisterQueries.dossiers(keys, quoted), RegisterQueries.tenants(keys, quoted),
      RegisterQueries.holdings(keys), RegisterQueries.receptions(asked),
    ]
  }

  func workspace(from results: [Rows]) throws -> Register {
    try RegisterRows(
      dossiers: results[0], tenants: results[1], holdings: results[2], receptions: results[3]
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
