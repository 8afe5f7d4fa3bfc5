/// Who must have a comment, and which comments say nothing.
///
/// The formatter can only ask for a comment on every public declaration: then `day` is "The day.",
/// and an initialiser is "made of its parts". What a type is and what a function does must be said;
/// a property and a memberwise initialiser have a comment where their name does not say it all.
enum CommentRules {
  private static let documented: Set<Substring> = [
    "struct", "enum", "class", "actor", "protocol", "func",
  ]
  private static let modifiers: Set<Substring> = [
    "public", "static", "final", "mutating", "indirect", "nonisolated", "consuming", "prefix",
  ]
  private static let empty = ["made of its parts", "made of their parts"]

  static func breaches(in file: SourceFile) -> [Breach] {
    undocumented(in: file) + sayingNothing(in: file)
  }

  private static func undocumented(in file: SourceFile) -> [Breach] {
    file.code.indices.filter { isPublic(file.code[$0]) && !hasComment(file, $0) }.map {
      Breach(
        path: file.path, line: $0 + 1,
        advice: "a public type or function: say in a comment what it is for")
    }
  }

  private static func isPublic(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace).drop { $0.hasPrefix("@") }
    guard words.first == "public" else { return false }
    return words.first { !modifiers.contains($0) }.map(documented.contains) ?? false
  }

  /// Whether a comment stands above, over attributes on lines of their own.
  private static func hasComment(_ file: SourceFile, _ index: Int) -> Bool {
    file.lines[..<index].last { line in
      let text = line.drop(while: \.isWhitespace)
      return !text.hasPrefix("@") && text != "// swift-format-ignore"
    }.map { $0.drop(while: \.isWhitespace).hasPrefix("///") } ?? false
  }

  private static func sayingNothing(in file: SourceFile) -> [Breach] {
    file.lines.indices.filter { index in
      let text = file.lines[index].drop(while: \.isWhitespace)
      return text.hasPrefix("///") && empty.contains { text.contains($0) }
    }.map {
      Breach(path: file.path, line: $0 + 1, advice: "a comment that says nothing: leave it out")
    }
  }
}
