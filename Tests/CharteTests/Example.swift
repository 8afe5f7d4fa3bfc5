import Charte
import Foundation
import Vocabulary

/// Chartes for the tests: those of `deploy`, and small ones written here.
enum Example {
  static func text(_ path: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../deploy")
    return String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  static func charte(_ code: String) throws -> DepartementCharte {
    try DepartementCharte(parsing: text("chartes/\(code).yaml"), file: "\(code).yaml")
  }

  static func day(_ text: String) -> Day { Day(text) ?? Day(ordinal: 0) }

  /// The smallest Charte that holds, 14 lines, and what is added to its only version.
  static func small(_ more: String = "", code: String = "93") -> String {
    """
    departement:
      code: "\(code)"
      nom: Essai
    versions:
      - depuis: 2017-03-22
        instances:
          centrale: {nom: Centrale, portee-par: [prefecture]}
          cellule-technique: {nom: Cellule, portee-par: [prefecture]}
          sous-commissions:
            - code: nord
              nom: Nord
              portee-par: [sous-prefet]
              communes:
                - "93066"
    \(more)
    """
  }

  /// What reading says is wrong, one line a problem.
  static func problems(_ text: String) -> [String] {
    do {
      _ = try DepartementCharte(parsing: text, file: "f")
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }
}
