/// How long files, functions and comments may be.
enum SizeRules {
  /// A file is one idea and bears its name. A lower limit cut ideas into parts that met a number,
  /// and a reader had to find the other half.
  static let fileLines = 500
  static let functionLines = 40
  /// The formatter holds code to this, and leaves comments alone.
  static let commentColumns = 100

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private", "static", "class", "final",
    "mutating", "nonmutating", "consuming", "borrowing", "override", "required", "convenience",
    "nonisolated", "isolated", "prefix", "postfix", "infix",
  ]

  static func breaches(in file: SourceFile) -> [Breach] {
    let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
    let tooLong = Breach(
      path: file.path, line: fileLines, advice: "\(count) lines, at most \(fileLines): split it")
    return (count > fileLines ? [tooLong] : []) + longFunctions(in: file) + wideComments(in: file)
  }

  private static func wideComments(in file: SourceFile) -> [Breach] {
    file.lines.indices.filter {
      file.lines[$0].count > commentColumns
        && file.lines[$0].drop(while: \.isWhitespace).hasPrefix("//")
    }
    .map {
      Breach(
        path: file.path, line: $0 + 1,
        advice: "a comment of more than \(commentColumns) columns: wrap it")
    }
  }

  private static func longFunctions(in file: SourceFile) -> [Breach] {
    file.code.indices.filter { begins(file.code[$0]) && !isTable(file, $0) }.compactMap { start in
      let count = length(file.code[start...])
      guard count > functionLines else { return nil }
      return Breach(
        path: file.path, line: start + 1,
        advice: "a function of \(count) lines, at most \(functionLines): split it")
    }
  }

  /// A table of rules may be as long as the law is.
  private static func isTable(_ file: SourceFile, _ start: Int) -> Bool {
    start > 0 && file.lines[start - 1].contains("swift-format-ignore")
  }

  private static func begins(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
      .drop { modifiers.contains($0) || $0.hasPrefix("@") }
    guard let first = words.first else { return false }
    return first == "func" || first == "deinit"
      || ["init", "subscript"].contains(first.prefix { $0.isLetter }) && first.contains("(")
  }

  /// The number of lines up to the brace that closes the first one; 0 without a body.
  private static func length(_ lines: ArraySlice<String>) -> Int {
    var parentheses = 0
    var braces = 0
    for (count, line) in lines.enumerated() {
      for character in line {
        switch character {
        case "(", "[": parentheses += 1
        case ")", "]": parentheses -= 1
        case "{": braces += 1
        case "}":
          braces -= 1
          // A brace within parentheses closes the default value of a parameter.
          if braces == 0, parentheses == 0 { return count + 1 }
          if braces < 0 { return 0 }
        default: break
        }
      }
    }
    return 0
  }
}
