import SagaOrchestratorDomain
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The pages that a jurist signs. `AMONT_UPDATE_GOLDEN=1 Tests/run --filter GoldenTests` writes them
/// anew; the change is then read and committed with the table that caused it.
@Suite struct GoldenTests {
  private static let tables = ProcedureTables.v1

  @Test(
    arguments: [
      ("contact-v1", TrackPage(tables.contact, version: 1).text),
      ("debt-v1", TrackPage(tables.debt, version: 1).text),
      ("housing-v1", TrackPage(tables.housing, version: 1).text),
      ("procedure-v1", TrackPage(tables.procedure, version: 1).text),
    ])
  func thePageOfATrackIsTheOneThatWasReviewed(_ name: String, _ page: String) throws {
    let path = "\(#filePath)".replacing("GoldenTests.swift", with: "Golden/\(name).md")
    if ProcessInfo.processInfo.environment["AMONT_UPDATE_GOLDEN"] == "1" {
      try page.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let reviewed = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page == reviewed, "la piste a changé : relire Golden/\(name).md")
  }
}
