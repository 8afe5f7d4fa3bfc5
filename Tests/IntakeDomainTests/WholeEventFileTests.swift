import Contracts
import Testing

@testable import IntakeDomain

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file from which `Tests/EndToEnd/hostile.sh` takes a whole event of every kind, and where its
/// texts are: `AMONT_UPDATE_GOLDEN=1 Tests/run --filter WholeEventFileTests` writes it anew.
@Suite struct WholeEventFileTests {
  @Test func theFileHoldsAWholeEventOfEveryKindAndThePlacesOfItsTexts() throws {
    let path = "\(#filePath)".replacing(
      "IntakeDomainTests/WholeEventFileTests.swift", with: "EndToEnd/door/events.jsonl")
    let lines = try EventKind.allCases.map { "\(try Self.line($0))\n" }.joined()
    if ProcessInfo.processInfo.environment["AMONT_UPDATE_GOLDEN"] == "1" {
      try lines.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(lines == written, "an event has other members: write the file anew")
  }

  private static func line(_ kind: EventKind) throws -> String {
    let payload = try WholeEvent.payload(of: kind)
    let sender = kind.senders.map(\.rawValue).sorted().first ?? ""
    return JSONValue.object([
      .init("evenement", .text(kind.rawValue)), .init("genre", .text(sender)),
      .init("textes", .list(texts(in: payload, at: JSONPointer()).map { .text($0) })),
      .init("donnees", payload),
    ]).canonical
  }

  /// Where a text stands: of every type that is written as one, dates and enumerations too.
  private static func texts(in value: JSONValue, at place: JSONPointer) -> [String] {
    switch value {
    case .text: return [place.text]
    case .object(let members):
      return members.flatMap {
        texts(in: $0.value, at: JSONPointer(place.steps + [.member($0.name)]))
      }
    case .list(let values):
      return values.enumerated().flatMap {
        texts(in: $1, at: JSONPointer(place.steps + [.element($0)]))
      }
    case .null, .bool, .number: return []
    }
  }
}
