import Yams

/// The text of a file as a tree, or why there is none.
enum Document {
  /// How deep lists and mappings may nest. Reading goes into the tree, so its depth is bounded
  /// before.
  static let maximumDepth = 64
  /// How long a line may be, in bytes: as each level costs a character, it bounds the depth as
  /// well.
  static let maximumLine = 500

  /// Why a text is no document.
  struct Failure: Error {
    let problem: CharteProblem

    init(line: Int, _ advice: String) {
      problem = CharteProblem(line: line, key: "", advice: advice)
    }
  }

  /// What `read` makes of the root of the document.
  ///
  /// The parser lives until then: it owns the names of anchors, which the nodes only point to.
  static func reading<Value>(_ text: String, _ read: (Node) -> Value) throws(Failure) -> Value {
    try checkSizes(of: text)
    do {
      let parser = try Parser(yaml: text)
      if let root = try parser.singleRoot() {
        return withExtendedLifetime(parser) { read(root) }
      }
    } catch let error as YamlError {
      throw failure(error)
    } catch {
      throw Failure(line: 1, "le fichier n'est pas du YAML")
    }
    throw Failure(line: 1, "le fichier est vide ; attendu : les clés departement et versions")
  }

  private static func checkSizes(of text: String) throws(Failure) {
    guard text.utf8.count <= DepartementCharte.maximumBytes else {
      throw Failure(
        line: 1, "plus de \(DepartementCharte.maximumBytes / 1024) Kio : la limite d'un fichier")
    }
    var line = 1
    var length = 0
    var depth = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        length = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(depth - 1, 0)
      case _: length += 1
      }
      guard length <= maximumLine else {
        throw Failure(line: line, "une ligne de plus de \(maximumLine) octets ; coupez-la")
      }
      guard depth <= maximumDepth else {
        throw Failure(line: line, "plus de \(maximumDepth) crochets ouverts ; fermez-les")
      }
    }
  }

  private static func failure(_ error: YamlError) -> Failure {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Failure(
        line: mark.line,
        "le YAML ne se lit pas ici (\(problem)) ; vérifiez le retrait, les guillemets et les deux-points"
      )
    case .duplicatedKeysInMapping(let keys, let context):
      Failure(
        line: context.mark.line,
        "clé écrite deux fois : \(keys.sorted().joined(separator: ", ")) ; gardez-en une")
    case .reader(let problem, _, _, _):
      Failure(
        line: 1, "le fichier contient un caractère interdit (\(problem)) ; enregistrez-le en UTF-8")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      Failure(line: 1, "le fichier ne se lit pas ; enregistrez-le en UTF-8")
    case _:
      Failure(line: 1, "le fichier ne se lit pas")
    }
  }
}
