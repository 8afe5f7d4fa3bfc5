import OperatorReading
import SagaOrchestratorDomain

/// The tables of a version, as a jurist reads them.
struct SagaPages {
  var version: Int
  /// The name of the only track to print; `nil` for all.
  var track: String?

  /// What is printed.
  ///
  /// - Throws: `OperatorError` for a version or a track that there is not.
  func text() throws -> String {
    guard let tables = ProcedureTables.version(version) else {
      throw OperatorError("no version \(version) of the tables in this release")
    }
    guard let name = track else {
      return (Track.allCases.map(tables.page) + [tables.protectionsPage].compactMap(\.self))
        .joined(separator: "\n")
    }
    guard let track = Track(rawValue: name) else {
      let names = Track.allCases.map(\.rawValue).joined(separator: ", ")
      throw OperatorError("--track takes one of: \(names)")
    }
    return tables.page(track)
  }
}
