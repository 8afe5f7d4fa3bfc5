import SagaOrchestratorDomain
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The pages that a jurist signs. `AMONT_UPDATE_GOLDEN=1 Tests/run --filter GoldenTests` writes
/// them anew; the change is then read and committed with the table that caused it.
@Suite struct GoldenTests {
  private static let third = ProcedureTables.current

  @Test(
    arguments: [
      ("contact-v3", third.page(.contact)),
      ("debt-v3", third.page(.debt)),
      ("housing-v3", third.page(.housing)),
      ("procedure-v3", third.page(.procedure)),
      ("protections-v3", third.protectionsPage ?? ""),
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
