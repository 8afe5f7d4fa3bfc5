import Testing

/// One source file, as the rules see it: code and texts apart.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// The path from the top of the repository, with `/` between its parts.
  let path: String
  /// The lines as they are written.
  let lines: [String]
  /// The same lines without comments, and with nothing between the quotes of a text.
  let code: [String]
  /// The texts of the file, each with the number of its line.
  let texts: [(line: Int, text: String)]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var scanner = SourceScanner(text)
    scanner.run()
    code = scanner.code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    texts = scanner.texts
  }

  var testDescription: String { path }

  /// The modules that the file imports, each with the number of its line.
  var imports: [(line: Int, module: String)] {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]
    return code.enumerated().flatMap { index, line in
      line.split(separator: ";").compactMap { statement -> (line: Int, module: String)? in
        let words = statement.split(whereSeparator: \.isWhitespace)
        guard let keyword = words.firstIndex(of: "import"),
          words[..<keyword].allSatisfy({ Self.mayPrecedeImport($0) }),
          let name = words[(keyword + 1)...].first(where: { !kinds.contains($0) })
        else { return nil }
        return (index + 1, String(name.prefix { $0 != "." }))
      }
    }
  }

  private static func mayPrecedeImport(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }

  /// The names and keywords of the code, each with the number of its line.
  var words: [(line: Int, word: Substring)] {
    code.enumerated().flatMap { index, line in
      line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map { (index + 1, $0) }
    }
  }
}
