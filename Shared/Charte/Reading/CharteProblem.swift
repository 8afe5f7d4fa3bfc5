/// One thing in the file that cannot be used.
public struct CharteProblem: Sendable, Hashable {
  public let line: Int
  /// The place in the file: `versions[1].parametres.fsl.reponse`; empty for the file as a whole.
  public let key: String
  /// What is wrong and what to write, in French.
  public let advice: String
}

/// Everything that is wrong with a file, so that it is put right in one go.
public struct CharteError: Error, Sendable, Hashable, CustomStringConvertible {
  public let file: String
  /// The problems in the order of the lines, at most `maximumProblems`.
  public let problems: [CharteProblem]
  /// How many more there were.
  public let left: Int

  /// More than these would not be read either.
  public static let maximumProblems = 100

  init(file: String, problems: [CharteProblem]) {
    self.file = file
    let sorted = problems.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
    self.problems = Array(sorted.prefix(Self.maximumProblems))
    left = sorted.count - self.problems.count
  }

  /// One line a problem: file, line, key, what to write.
  public var description: String {
    let lines = problems.map {
      "\(file):\($0.line): \($0.key.isEmpty ? "" : $0.key + " : ")\($0.advice)"
    }
    let more = left > 0 ? ["\(file) : et \(left) autres erreurs"] : []
    return (lines + more).joined(separator: "\n")
  }
}
