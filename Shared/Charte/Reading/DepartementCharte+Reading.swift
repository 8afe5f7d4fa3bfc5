import LegalCalendar
import Vocabulary
import Yams

extension DepartementCharte {
  /// How large the file may be, in bytes.
  public static let maximumBytes = 512 * 1024
  /// How many versions the file may have: two a year for a quarter of a century.
  public static let maximumVersions = 50

  /// Reads a Charte.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: Its path, for the errors.
  /// - Throws: `CharteError` with everything that is wrong.
  public init(parsing text: String, file: String) throws(CharteError) {
    var reader = CharteReader()
    let charte: DepartementCharte?
    do {
      charte = try Document.reading(text) { reader.charte($0) }
    } catch {
      throw CharteError(file: file, problems: [error.problem])
    }
    guard reader.problems.isEmpty, let charte else {
      throw CharteError(file: file, problems: reader.problems)
    }
    self = charte
  }
}

extension CharteReader {
  fileprivate mutating func charte(_ root: Node) -> DepartementCharte? {
    let names = ["departement", "versions"]
    let fields = fields(root, at: "", names: names, required: names)
    var code: String?
    var name: String?
    if let node = fields["departement"] {
      let names = ["code", "nom"]
      let parts = self.fields(node, at: "departement", names: names, required: names)
      code = value(
        parts["code"], at: "departement.code",
        expected: "le code INSEE du département, tel que « \"93\" », « \"2A\" » ou « \"971\" »"
      ) { (try? LegalCalendar(departement: $0)) == nil ? nil : $0 }
      name = text(parts["nom"], at: "departement.nom")
    }
    guard let node = fields["versions"] else { return nil }
    var versions = list(node, at: "versions", limit: DepartementCharte.maximumVersions).map {
      (node: $0.0, version: version($0.0, at: $0.1, code: code))
    }
    if versions.isEmpty { complain(node, "versions", "attendu : au moins une version") }
    for (index, pair) in zip(versions, versions.dropFirst()).enumerated() {
      guard let earlier = pair.0.version, let later = pair.1.version, earlier.since >= later.since
      else { continue }
      complain(
        pair.1.node, "versions[\(index + 2)].depuis",
        "une version commence après la précédente (\(earlier.since)) ; ajoutez les nouvelles à la fin"
      )
    }
    guard let code, let name, !versions.isEmpty, let first = versions.removeFirst().version else {
      return nil
    }
    return DepartementCharte(
      code: code, name: name, first: first, later: versions.compactMap(\.version))
  }

  private mutating func version(_ node: Node, at key: String, code: String?) -> CharteVersion? {
    let names = ["depuis", "instances", "parametres", "treves-outre-mer", "engagements"]
    let fields = fields(node, at: key, names: names, required: ["depuis", "instances"])
    let since = day(fields["depuis"], at: key + ".depuis")
    let bodies = fields["instances"].flatMap { self.bodies($0, at: key + ".instances", of: code) }
    var given: [String: CharteVersion.Given] = [:]
    if let node = fields["parametres"] {
      parameters(node, at: key + ".parametres", below: "", into: &given)
    }
    var truces: [TruceRule] = []
    if let node = fields["treves-outre-mer"] {
      truces = self.truces(node, at: key + ".treves-outre-mer", of: code)
    }
    var commitments: [Commitment] = []
    if let node = fields["engagements"] {
      commitments = list(node, at: key + ".engagements").compactMap { commitment($0.0, at: $0.1) }
    }
    guard let since, let bodies else { return nil }
    return CharteVersion(
      since: since, bodies: bodies, truces: truces, commitments: commitments, given: given)
  }

  /// Below `parametres` the sections nest as the names of the parameters do.
  private mutating func parameters(
    _ node: Node, at key: String, below section: String,
    into given: inout [String: CharteVersion.Given]
  ) {
    let names = ParameterList.children[section, default: []].sorted()
    for (name, node) in fields(node, at: key, names: names) {
      let place = Self.path(section, name)
      let key = Self.path(key, name)
      guard let parameter = ParameterList.byKey[place] else {
        parameters(node, at: key, below: place, into: &given)
        continue
      }
      given[place] = setting(parameter, node, at: key)
    }
  }

  private mutating func setting<Parameter: CharteParameter>(
    _ parameter: Parameter, _ node: Node, at key: String
  ) -> CharteVersion.Given? {
    value(node, at: key, expected: parameter.expected, parameter.value).map {
      CharteVersion.Given(value: $0, line: node.mark?.line ?? 1)
    }
  }

  /// A date of the calendar.
  mutating func day(_ node: Node?, at key: String) -> Day? {
    value(node, at: key, expected: "une date de la forme 2017-03-22") {
      Day($0).flatMap { LegalCalendar.span.contains($0) ? $0 : nil }
    }
  }
}
