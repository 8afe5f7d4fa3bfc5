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
  private static let first = ProcedureTables.v1
  private static let second = ProcedureTables.v2

  @Test(
    arguments: [
      ("contact-v1", TrackPage(first.contact, version: 1).text),
      ("debt-v1", TrackPage(first.debt, version: 1).text),
      ("housing-v1", TrackPage(first.housing, version: 1).text),
      ("procedure-v1", TrackPage(first.procedure, version: 1).text),
      ("contact-v2", TrackPage(second.contact, version: 2).text),
      ("debt-v2", TrackPage(second.debt, version: 2).text),
      ("housing-v2", TrackPage(second.housing, version: 2).text),
      ("procedure-v2", TrackPage(second.procedure, version: 2).text),
      ("protections-v2", ProtectionPage(second).text),
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
