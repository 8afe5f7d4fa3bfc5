import Testing
import Vocabulary

@testable import amont_simulator

/// One partner floods; another's receipts come as they always come. `deploy/bench` measures it with
/// 20,000 events and optimised programs.
@Suite("A flood", .enabled(if: Theatre.isAvailable), .timeLimit(.minutes(10)))
struct FloodTests {
  @Test("While one partner floods, another does not wait for the end of it")
  func quietPartner() async throws {
    let start: Day = "2017-09-01"
    let result = try await Theatre.play { simulation in
      try await FloodBench(flood: 2_000, alone: 100, simulation: simulation).run(from: start)
    }
    print(result)
    // How fast a machine is that does other things too is not for a test to say: a queue taken in
    // the order of arrival made the quiet partner wait for the whole flood.
    #expect(result.meanwhile.count >= 10)
    #expect(result.meanwhile.at(99) < .seconds(result.seconds / 5))
  }
}
