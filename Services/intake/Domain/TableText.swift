/// A table of ours that cannot be used: the service must not start on it.
public struct TableError: Error, Sendable, Equatable, CustomStringConvertible {
  public let line: Int
  /// What is wrong with it and what was expected.
  public let problem: String

  /// `line 12: …`.
  public var description: String { "line \(line): \(problem)" }
}

/// Lines of fields, as in the files of `deploy`.
enum TableText {
  /// The fields of each line with its number, without empty lines and those that begin with `#`.
  ///
  /// - Throws: `TableError` beyond `limit` lines.
  static func rows(
    _ text: String, separator: Character, limit: Int
  ) throws(TableError) -> [(Int, [String])] {
    var rows: [(Int, [String])] = []
    for (index, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      guard rows.count < limit else {
        throw TableError(line: index + 1, problem: "more than \(limit) lines")
      }
      rows.append(
        (
          index + 1,
          line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        ))
    }
    return rows
  }
}
