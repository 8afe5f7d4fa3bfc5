import Foundation
import Testing

/// A document in Markdown, as far as it names what is in the repository.
struct Document: Sendable, CustomTestStringConvertible {
  /// What a path begins with.
  private static let folders = ["Services/", "Shared/", "Tests/", "deploy/", "docs/"]
  /// What is there only once somebody has made it.
  private static let made = ["deploy/secrets"]

  let path: String
  private let lines: [String]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var testDescription: String { path }

  /// README, CONTRIBUTING and everything in English below `docs`.
  static func all(in repository: Repository) throws -> [Document] {
    let below = try FileManager.default.subpathsOfDirectory(
      atPath: repository.top.appending(path: "docs").path
    ).filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }
    return try (["README.md", "CONTRIBUTING.md"] + below.sorted()).map { path in
      let file = repository.top.appending(path: path)
      return Document(path: path, text: try String(contentsOf: file, encoding: .utf8))
    }
  }

  /// The paths that it names in code, without those that stand for many or are made later.
  var paths: [(line: Int, path: String)] {
    code.flatMap { line, text in
      text.split(separator: " ").map(String.init).filter(Self.isPath).map { (line, $0) }
    }
  }

  /// The targets of its links that are no address, from the top of the repository.
  var links: [(line: Int, path: String)] {
    let folder = path.split(separator: "/").dropLast().map(String.init)
    return lines.enumerated().flatMap { index, line in
      line.components(separatedBy: "](").dropFirst().compactMap { rest -> (Int, String)? in
        let target = rest.prefix { $0 != ")" && $0 != "#" }
        guard !target.isEmpty, !target.contains("://") else { return nil }
        var parts = folder
        for part in target.split(separator: "/") {
          if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return (index + 1, parts.joined(separator: "/"))
      }
    }
  }

  /// Each item of its recipes: the Swift files that it names, and the names that must stand in one
  /// of them.
  var steps: [(line: Int, files: [String], names: [String])] {
    items.compactMap { line, text in
      let code = Self.spans(of: text)
      let files = code.filter { Self.isPath($0) && $0.hasSuffix(".swift") }
      let names = code.filter(Self.isName)
      return files.isEmpty ? nil : (line, files, names)
    }
  }

  /// The names of types that it mentions, wherever they stand.
  var types: [(line: Int, name: String)] {
    code.filter { Self.isName($0.text) && $0.text.first?.isUppercase == true }
      .filter { $0.text.contains(where: \.isLowercase) }.map { ($0.line, $0.text) }
  }

  /// What follows a program's name wherever it is called: `amontctl ledger` has `ledger`.
  func commands(of program: String) -> [(line: Int, command: String)] {
    lines.enumerated().compactMap { index, line in
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      guard let place = words.firstIndex(of: Substring(program)), line.contains(program + " "),
        let next = words[(place + 1)...].first, line.contains(program + " " + next),
        Self.isCalled(program, in: line)
      else { return nil }
      return (index + 1, String(next))
    }
  }

  /// Whether a line shows the program as a call, not as a word of a sentence.
  private static func isCalled(_ program: String, in line: String) -> Bool {
    line.contains("`" + program + " ") || line.hasSuffix("run --rm " + program)
      || line.contains("--rm " + program + " ")
  }

  /// The texts between backticks, each with its line.
  private var code: [(line: Int, text: String)] {
    lines.enumerated().flatMap { index, line in Self.spans(of: line).map { (index + 1, $0) } }
  }

  /// The items of its numbered lists, with the lines that go on with one.
  private var items: [(line: Int, text: String)] {
    var found: [(line: Int, text: String)] = []
    for (index, line) in lines.enumerated() {
      if let first = line.first, first.isNumber, line.contains(". ") {
        found.append((index + 1, line))
      } else if line.hasPrefix("   "), !found.isEmpty {
        found[found.count - 1].text += " " + line
      }
    }
    return found
  }

  private static func spans(of line: String) -> [String] {
    line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private static func isPath(_ text: String) -> Bool {
    folders.contains { text.hasPrefix($0) } && !text.contains { "<>*…".contains($0) }
      && !made.contains { text.hasPrefix($0) }
  }

  private static func isName(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber }
  }
}
