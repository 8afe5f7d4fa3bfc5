import SagaOrchestratorDomain
import OperatorReading
import Testing

@testable import amontctl

/// `amontctl saga pages` prints what a jurist of any version reads.
@Suite struct SagaPagesTests {
  @Test(arguments: [1, 2, 3]) func everyVersionPrintsItsPages(_ version: Int) throws {
    let text = try SagaPages(version: version, track: nil).text()
    for track in Track.allCases {
      #expect(text.contains("# Piste « \(track.frenchName) », version \(version)"))
    }
    #expect(text.contains("# Protections") == (version > 1))
  }

  @Test func aTrackIsPrintedAlone() throws {
    let text = try SagaPages(version: 1, track: "housing").text()
    #expect(text == ProcedureTables.version(1)?.page(.housing))
  }

  @Test(arguments: [(9, nil), (2, "tout")])
  func whatThereIsNotIsSaid(_ version: Int, _ track: String?) throws {
    #expect(throws: OperatorError.self) { try SagaPages(version: version, track: track).text() }
  }
}
