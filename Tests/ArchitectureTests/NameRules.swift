/// One name is one type: whoever reads it in one module must not take it for that of another.
///
/// Nested types are read with the name of the type around them, private ones in one file alone.
enum NameRules {
  private static let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol"]
  private static let modifiers: Set<Substring> = ["public", "final", "indirect"]
  /// What several modules have under one name.
  static let shared: [String: String] = [
    "Main": "the program of each service",
    "Dossier": "what intake and the saga each keep of a household",
    "Act": "an act that court-liaison keeps, and one that the simulator plays",
  ]

  static func breaches(in sources: [SourceFile]) -> [Breach] {
    let types = sources.flatMap(types)
    let known = Dictionary(grouping: types, by: \.name)
    return types.filter { (known[$0.name]?.count ?? 0) > 1 && shared[$0.name] == nil }.map {
      Breach(
        path: $0.path, line: $0.line,
        advice: "\($0.name) is the name of another type, too: rename one of them")
    }
  }

  /// The types of the top level that a whole module sees.
  private static func types(
    in file: SourceFile
  ) -> [(name: String, path: String, line: Int)] {
    file.code.enumerated().compactMap { index, line in
      guard !line.hasPrefix(" ") else { return nil }
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
        .drop { modifiers.contains($0) || $0.hasPrefix("@") }
      guard let kind = words.first, kinds.contains(kind), let name = words.dropFirst().first
      else { return nil }
      return (String(name), file.path, index + 1)
    }
  }
}
