import Yams

/// Reads the parts of a document one by one and notes what is wrong with each, so that one reading
/// finds everything.
struct CharteReader {
  /// How large a text of the file may be, in characters.
  static let maximumText = 400
  /// How long a list of the file may be.
  static let maximumList = 2_000

  private(set) var problems: [CharteProblem] = []

  /// Notes a problem at a node.
  mutating func complain(_ node: Node, _ key: String, _ advice: String) {
    complain(line: node.mark?.line ?? 1, key, advice)
  }

  /// Notes a problem of a line.
  mutating func complain(line: Int, _ key: String, _ advice: String) {
    problems.append(CharteProblem(line: line, key: key, advice: advice))
  }

  /// The fields of a mapping. Those that are not in `names` are unknown; those of `required` that
  /// are absent are missing. Yams has refused double keys already.
  mutating func fields(
    _ node: Node, at key: String, names: [String], required: [String] = []
  ) -> [String: Node] {
    guard let mapping = sound(node, at: key)?.mapping else {
      complain(node, key, "attendu : " + Self.asked(names) + ", une clé par ligne")
      return [:]
    }
    var fields: [String: Node] = [:]
    for (name, value) in mapping {
      guard let word = name.scalar?.string, names.contains(word) else {
        complain(name, Self.path(key, name.scalar?.string ?? "?"), Self.unknown(name, names))
        continue
      }
      fields[word] = value
    }
    for name in required where fields[name] == nil {
      complain(node, Self.path(key, name), "clé absente : ajoutez « \(name): … » ici")
    }
    return fields
  }

  /// The elements of a list.
  mutating func list(_ node: Node, at key: String, limit: Int = maximumList) -> [(Node, String)] {
    guard let sequence = sound(node, at: key)?.sequence else {
      complain(
        node, key, "attendu : une liste, chaque élément sur une ligne qui commence par « - »")
      return []
    }
    if sequence.count > limit {
      complain(node, key, "\(sequence.count) éléments : la limite est de \(limit)")
    }
    return sequence.prefix(limit).enumerated().map { ($1, "\(key)[\($0 + 1)]") }
  }

  /// A text that is not empty.
  mutating func text(_ node: Node?, at key: String, limit: Int = maximumText) -> String? {
    guard let node else { return nil }
    guard let text = sound(node, at: key)?.scalar?.string, !text.isEmpty else {
      complain(node, key, "attendu : un texte sur cette ligne, après les deux-points")
      return nil
    }
    guard text.count <= limit, !text.contains(where: \.isNewline) else {
      complain(node, key, "attendu : une ligne d'au plus \(limit) caractères")
      return nil
    }
    return text
  }

  /// A text that stands for a value.
  mutating func value<Value>(
    _ node: Node?, at key: String, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let node, let text = text(node, at: key) else { return nil }
    if let value = read(text) { return value }
    complain(node, key, "« \(text) » ne convient pas ; attendu : \(expected)")
    return nil
  }

  /// One of the raw values of an enumeration of ours.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node?, at key: String
  ) -> Choice? where Choice.RawValue == String {
    let words = Choice.allCases.map { "« \($0.rawValue) »" }.joined(separator: ", ")
    return value(node, at: key, expected: "l'un de ces mots : " + words) { Choice(rawValue: $0) }
  }

  /// The place of a field.
  static func path(_ parent: String, _ name: String) -> String {
    parent.isEmpty ? name : parent + "." + name
  }

  /// An anchor would let a small file stand for a huge one, and hides from its reader what holds.
  private mutating func sound(_ node: Node, at key: String) -> Node? {
    guard node.anchor == nil, node.alias == nil else {
      complain(node, key, "les renvois « & » et « * » ne sont pas admis ; écrivez la valeur ici")
      return nil
    }
    return node
  }

  private static func asked(_ names: [String]) -> String {
    names.count == 1 ? "la clé « \(names[0]) »" : "les clés " + names.joined(separator: ", ")
  }

  private static func unknown(_ name: Node, _ names: [String]) -> String {
    let word = name.scalar?.string ?? ""
    guard let meant = Spelling.nearest(to: word, among: names) else {
      return "clé inconnue ; ici peuvent figurer : " + names.sorted().joined(separator: ", ")
    }
    return "clé inconnue ; vouliez-vous écrire « \(meant) » ?"
  }
}
