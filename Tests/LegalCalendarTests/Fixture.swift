import FoundationEssentials
import Vocabulary

/// The golden files beside the tests.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures")

  /// The text of a golden file.
  static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  /// The lines of a CSV file, cut at the commas, without its comments.
  static func rows(_ name: String) throws -> [[Substring]] {
    try text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }
}

struct NotADay: Error {
  let text: String
}

/// The day written `YYYY-MM-DD` in a table of cases.
func day(_ text: some StringProtocol) throws -> Day {
  guard let day = Day(text) else { throw NotADay(text: String(text)) }
  return day
}
