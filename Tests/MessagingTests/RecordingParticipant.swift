import Contracts
import PostgreSQL
import Vocabulary

@testable import Messaging

/// A participant that writes down what it was asked to decide, and sends one message for each.
struct RecordingParticipant: Participant {
  struct Log: Sendable { var decided: [String] = [] }

  let service = ServiceName.rehousing

  func reads(for messages: [Message]) -> [Query] { [] }

  func workspace(from results: [Rows]) throws -> Log { Log() }

  func decide(_ message: Message, on day: Day, in workspace: inout Log) -> Decision {
    workspace.decided.append(message.id)
    if message.type == "poison" { return .quarantine("test") }
    return Decision(outgoing: [answer(to: message)])
  }

  func answerDuplicate(_ message: Message, on day: Day, in workspace: inout Log) -> Decision {
    Decision(outgoing: [answer(to: message)])
  }

  func writes(for workspace: Log) -> [Query] { [] }

  private func answer(to message: Message) -> Outgoing {
    Outgoing(
      to: .service(.sagaOrchestrator), type: "answer", household: message.household,
      occurredOn: message.occurredOn, data: "{}")
  }
}

/// Households, days and messages for tests.
enum Sample {
  static let day = Day(ordinal: 17_000)
  static let household = HouseholdID(high: 1, low: 1)

  static func message(
    _ id: String, rank: Int? = nil, type: String = "test", source: String = "amont/intake",
    household: HouseholdID? = Sample.household
  ) -> Message {
    Message(
      id: id, source: source, type: type, household: household, sequence: rank, occurredOn: day,
      data: [])
  }

  static func decider(
    seen: [MessageKey: Int] = [:], ranks: [RankKey: Int] = [:],
    parked: [RankKey: [Int: Message]] = [:]
  ) -> BatchDecider<RecordingParticipant> {
    var heads = DossierHeads()
    for (key, rank) in ranks { heads.change(key.household) { $0.heard[key.peer] = rank } }
    for (key, messages) in parked {
      heads.change(key.household) { $0.parked += messages.count }
    }
    return BatchDecider(
      service: RecordingParticipant(), today: day, limits: Limits(),
      workspace: RecordingParticipant.Log(), seen: seen, heads: heads, parked: parked)
  }
}
