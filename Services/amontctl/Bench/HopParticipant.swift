import Contracts
import Messaging
import PostgreSQL
import Vocabulary

/// The thinnest participant that does real work: it counts what a household received, and tells the
/// next service with a body of one kilobyte.
struct HopParticipant: HouseholdParticipant {
  struct File: Sendable, Equatable { var version: Int }

  let service = ServiceName.rehousing
  private let body = "{\"x\":\"" + String(repeating: "x", count: 1_000) + "\"}"

  func select(_ households: [HouseholdID]) -> [Query] {
    ["SELECT id, version FROM hop WHERE id = ANY(\(households)::uuid[])"]
  }

  func files(from results: [Rows]) throws -> [HouseholdID: File] {
    var files: [HouseholdID: File] = [:]
    for row in results.first.map(Array.init) ?? [] {
      files[try row.uuid("id")] = File(version: try row.int("version"))
    }
    return files
  }

  func decide(
    _ message: Message, about household: HouseholdID, on day: Day, openedOn opened: Day,
    file: inout File?
  ) throws -> Decision {
    file = File(version: (file?.version ?? 0) + 1)
    return Decision(outgoing: [
      Outgoing(
        to: .service(.courtLiaison), type: "amont.hop.v1", household: household, occurredOn: day,
        data: body)
    ])
  }

  func save(_ files: [(household: HouseholdID, file: File)]) -> [Query] {
    [
      """
      INSERT INTO hop (id, version) SELECT * FROM unnest(
        \(files.map(\.household))::uuid[], \(files.map(\.file.version))::bigint[])
      ON CONFLICT (id) DO UPDATE SET version = EXCLUDED.version
      """
    ]
  }

  func erase(_ households: [HouseholdID]) -> [Query] {
    ["DELETE FROM hop WHERE id = ANY(\(households)::uuid[])"]
  }
}
