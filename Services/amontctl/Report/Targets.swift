import Charte
import OperatorReading
import Vocabulary

/// What the partners committed themselves to for a year (instruction § 1.1).
struct Targets {
  /// The target of a line of the report, as it is shown: `au moins 60 %`.
  let byIndicator: [String: String]

  /// The targets of a year, in the version of the Charte with which the year ends.
  init(of year: Int, in charte: DepartementCharte) {
    let version = charte.version(on: Day(year: year, month: 12, day: 31) ?? Day(ordinal: .max))
    byIndicator = Dictionary(
      version.commitments.compactMap { commitment in
        commitment.targets[year].map { (commitment.indicator, Self.text($0, of: commitment)) }
      }, uniquingKeysWith: { $0 + " ; " + $1 })
  }

  /// The same of a file.
  ///
  /// - Throws: `OperatorError` with everything that is wrong with the file.
  init(of year: Int, in file: String) throws {
    do {
      self.init(of: year, in: try DepartementCharte(contentsOf: file))
    } catch {
      throw OperatorError(error.description)
    }
  }

  private static func text(_ target: Int, of commitment: Commitment) -> String {
    let side =
      switch commitment.direction {
      case .atLeast: "au moins"
      case .atMost: "au plus"
      }
    return switch commitment.unit {
    case .number: "\(side) \(target)"
    case .percent: "\(side) \(target) %"
    case .days: "\(side) \(target) jours"
    case .euros: "\(side) \(target) €"
    }
  }
}
