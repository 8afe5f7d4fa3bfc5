import Contracts
import Messaging
import PostgreSQL
import Synchronization
import Vocabulary

/// The thinnest participant that does real work: it counts what a household received, and tells
/// the next service with a body of one kilobyte.
struct HopParticipant: HouseholdParticipant {
  struct File: Sendable, Equatable { var version: Int }

  let service = HopServers.taker
  /// Who is told.
  var answered = Destination.service(HopServers.answered)
  /// The day of the deadline that a message of that family arms; `nil` for none.
  var arms: Day?
  /// How often a dossier was decided again, for the bench to check itself.
  let again = Count()

  let tables = HouseholdTables(
    .file(Table("hop", from: File(version: 0)) { Column("version", \.version) }))

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout File?
  ) throws -> Decision {
    file = File(version: (file?.version ?? 0) + 1)
    let answer = Outgoing(
      to: answered, type: HopMessages.type, household: household, occurredOn: day,
      data: HopMessages.body)
    guard let arms, household.high == HopMessages.Family.deadlines.rawValue,
      message.type != DeadlineFired.type
    else { return Decision(outgoing: [answer]) }
    let deadline = Deadline(
      origin: day, rule: "hop", article: "hop", delay: "1 jour", raw: arms, due: arms, reason: "")
    return Decision(
      outgoing: [answer],
      deadlines: [.arm(kind: "hop", deadline: deadline, firesOn: arms, household: household)])
  }

  func note(_ file: inout File?, decidedAgainFrom old: File?, because: String, on day: Day) {
    again.add()
  }
}

/// Only grows.
final class Count: Sendable {
  private let state = Atomic(0)

  var value: Int { state.load(ordering: .relaxed) }

  func add() { state.add(1, ordering: .relaxed) }
}
